"""The questions that come with the package: what each asks, what it may be asked with, and its SPARQL.

A question is a file of ``kg/data/queries/``. Its first comment says it, and each line ``# param: NAME[=DEFAULT] MEANING`` a parameter, ``NAME!``
one that it needs. In its SPARQL a parameter is the variable of this name in capitals (``agency``: ``?AGENCY``), bound where a value is given and a
variable as any other where not. ``?fact``, where selected, holds the claims that a row rests on.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InvalidResource, PolicyKGError
from kg.resources import DATA

PARAMETER = re.compile(r"# param: (?P<name>[a-z]+)(?:=(?P<default>\S+)|(?P<needed>!))? (?P<meaning>.+)")
ENTITIES = ("Agency", "Organization", "Person", "Regulation", "Publication", "Programme", "Place")


class UnknownName(PolicyKGError):
    """A question, a parameter or a value that is not there; the message names what is near."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What the values of a parameter are: ``node`` (a name of something of these classes), ``words`` (letters within this property), ``first`` or
    ``last`` (day of a stretch), ``number``."""

    reads: str
    help: str
    terms: tuple[str, ...] = ()


KINDS = {
    "agency": Kind("node", "An agency or organization, by its full or short name.", ("Agency", "Organization")),
    "programme": Kind("node", "A programme, by its full or short name.", ("Programme",)),
    "regulation": Kind("node", "A regulation or publication, by its title.", ("Regulation", "Publication")),
    "person": Kind("node", "A person.", ("Person",)),
    "place": Kind("node", "A place, by its full or short name.", ("Place",)),
    "entity": Kind("node", "Whatever has a name in the graph.", ENTITIES),
    "other": Kind("node", "The other one, by its name.", ENTITIES),
    "document": Kind("node", "A document, by its path within the input folder.", ("Document",)),
    "article": Kind("node", "An article, by its headline.", ("Article",)),
    "indicator": Kind("words", "Words within the indicator.", ("indicator",)),
    "unit": Kind("words", "Words within the unit.", ("unit",)),
    "title": Kind("words", "Words within the title of a post.", ("postTitle",)),
    "text": Kind("words", "Words within the sentence.", ("quote",)),
    "from": Kind("first", "Not before this day, month or year (2025, 2025-06, 2025-06-01)."),
    "to": Kind("last", "Not after this day, month or year."),
    "least": Kind("number", "At least so many."),
    "below": Kind("number", "Below this confidence (0 to 1)."),
}
"""Every parameter that a question may declare; the options of ``kg ask`` are these."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of one question: its name (a key of `KINDS`), what it means there, its default, None where there is none, and whether
    the question needs it."""

    name: str
    meaning: str
    default: str | None = None
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it asks, its parameters, and its SPARQL."""

    name: str
    asks: str
    parameters: tuple[Parameter, ...]
    sparql: str


def read_question(path: Path) -> Question:
    """The question of a ``.rq`` file."""
    sparql = path.read_text("utf-8")
    first, *lines = sparql.splitlines()
    found = [(line, PARAMETER.fullmatch(line)) for line in lines if line.startswith("# param")]
    for line, match in found:
        if not match or match["name"] not in KINDS:
            raise InvalidResource(f"{path}: {line}: write `# param: NAME[=DEFAULT|!] MEANING`, NAME one of {', '.join(KINDS)}")
    parameters = tuple(Parameter(match["name"], match["meaning"], match["default"], bool(match["needed"])) for _, match in found if match)
    return Question(path.stem, first.lstrip("# "), parameters, sparql)


def questions() -> dict[str, Question]:
    """All questions of the package by name.

    >>> questions()["joint-documents"].parameters[1]
    Parameter(name='least', meaning='至少几家', default='2', needed=False)
    """
    return {path.stem: read_question(path) for path in sorted((DATA / "queries").glob("*.rq"))}
