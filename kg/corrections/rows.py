"""Reads ``corrections.toml``, an analyst's own hand: a table a correction, each with the note that says why. Files -> Corrections.

The file is a document of the build, and its notes are the sentences of an article: what is added has its note as evidence, to the letter.
"""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from kg.errors import PolicyKGError, UnreadableInput, near
from kg.model import Article, Document, Evidence, Sentence
from kg.ontology import load_ontology
from kg.readers import Input, read_input

ISO_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class InvalidCorrections(PolicyKGError):
    """Corrections that cannot be made; the message has a line for each problem, with names that are near."""


class Form(NamedTuple):
    """The keys that a correction has besides its first one and ``note``: those that it needs, and those that it may have."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


FORMS: Mapping[tuple[str, str], Form] = {
    ("retype", "name"): Form(("to",), ("type",)),
    ("rename", "name"): Form(("to",), ("type",)),
    ("split", "name"): Form(("into", "in"), ("type",)),
    ("merge", "name"): Form(("into",), ("type",)),
    ("reject", "name"): Form((), ("type",)),
    ("reject", "subject"): Form(("relation", "object"), ("title",)),
    ("reject", "figure"): Form(("indicator",)),
    ("reject", "target"): Form(),
    ("add", "name"): Form((), ("type", "aliases")),
    ("add", "subject"): Form(("relation", "object"), ("title",)),
}
"""Every correction by its kind and its first key, in the order in which they are made: each sees what those before it have left."""
LISTS = ("in", "aliases")


@dataclass(frozen=True, slots=True)
class Correction:
    """One table of the file: its kind and first key (see `FORMS`), its other values, its note, and where it stands, for messages."""

    form: tuple[str, str]
    values: Mapping[str, Any]
    note: Evidence
    where: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """One file: as a document, with its notes as an article, and its corrections in the order of the file."""

    document: Document
    article: Article
    rows: tuple[Correction, ...]


def read_corrections(sources: Sequence[Input]) -> tuple[Corrections, ...]:
    """The corrections of some files.

    Raises:
        InvalidCorrections: all that is wrong with them as they stand, a line each; whether names are known is found out by `correct`.
    """
    problems: list[str] = []
    read = tuple(_read(source, problems) for source in sources)
    if problems:
        raise InvalidCorrections("\n".join(problems))
    return tuple(one for one in read if one)


def _read(source: Input, problems: list[str]) -> Corrections | None:
    name = source.identifier
    try:
        document = read_input(source)
        tables = list(_tables(tomllib.loads(document.text.removeprefix("\ufeff"))))
    except (UnreadableInput, ValueError, RecursionError) as error:
        problems.append(f"{name}: {error}; write tables as [[merge]] with name, into and note")
        return None
    found: list[tuple[str, tuple[str, str], Mapping[str, Any], tuple[int, int]]] = []
    for where, kind, table in tables:
        wrong = list(_problems(kind, table))
        place = None if wrong else _place(document.text, table["note"])
        problems += (f"{name}, {where}: {problem}" for problem in wrong or ([] if place else ["write the note without backslashes"]))
        if place:
            found.append((where, _form(kind, table), table, place))
    places = sorted({place for *_, place in found})
    sentences = tuple(Sentence(" ".join(document.text[start:end].split()), ((start, end),), number)
                      for number, (start, end) in enumerate(places, 1))
    article = Article(name, 1, None, None, None, sentences)
    rows = (Correction(form, table, Evidence(article.id, places.index(place)), f"{name}, {where}") for where, form, table, place in found)
    return Corrections(document, article, tuple(rows))


def _tables(content: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Each table with where it stands (merge 2) and its kind."""
    kinds = list(dict.fromkeys(kind for kind, _ in FORMS))
    for kind, tables in content.items():
        if kind not in kinds or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise ValueError(f"{kind}: known are the tables {', '.join(f'[[{name}]]' for name in kinds)}")
        yield from ((f"{kind} {number}", kind, table) for number, table in enumerate(tables, 1))


def _form(kind: str, table: Mapping[str, Any]) -> tuple[str, str]:
    return next(form for form in FORMS if form[0] == kind and form[1] in table)


def _problems(kind: str, table: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a table by itself."""
    firsts = [first for known, first in FORMS if known == kind]
    given = [first for first in firsts if first in table]
    if len(given) != 1:
        yield f"give {' or '.join(firsts)}"
        return
    form = FORMS[kind, given[0]]
    needed = (given[0], *form.needs, "note")
    if missing := [key for key in needed if key not in table]:
        yield f"{', '.join(missing)} missing"
    if unknown := [key for key in table if key not in (*needed, *form.may)]:
        yield f"{', '.join(unknown)} unknown; known are {', '.join((*needed, *form.may))}"
    ontology = load_ontology()
    for key, value in table.items():
        if key in LISTS:
            if not value or not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
                yield f"{key} must be a list of texts"
        elif not (_is_text(key, value) if isinstance(value, str) else key == "object" and isinstance(value, date)):
            yield f"{key} must be a text" + (" of one line, without space around it" if key != "note" else "")
        elif (key == "type" or (kind, key) == ("retype", "to")) and value not in ontology.entity_classes:
            yield f"{key} = {value}: no class; the classes are {', '.join(ontology.entity_classes)}"
        elif key == "relation" and value not in (names := ontology.relations + ontology.dates):
            told = [name for name in names if value in ontology.labels[name].values()]
            yield f"relation = {value}: no relation" + (f"; near: {told[0]}" if told else near(str(value), names) or f"; known are {', '.join(names)}")
        elif key == "object" and table.get("relation") in ontology.dates and not ISO_DAY.fullmatch(str(value)):
            yield f"object = {value}: no date; write 2025, 2025-06 or 2025-06-01 as text"


def _is_text(key: str, value: str) -> bool:
    return bool(value.strip()) and (key == "note" or (value == value.strip() and "\n" not in value))


def _place(text: str, note: str) -> tuple[int, int] | None:
    """Where a note stands in the file, white space aside."""
    hit = re.search(r"note[\"']?\s*=\s*[\"']+\s*(" + r"\s*".join(map(re.escape, "".join(note.split()))) + ")", text)
    return hit.span(1) if hit else None
