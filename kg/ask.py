"""Answers the questions of `kg.questions` from a build: names become nodes, words and days literals, and rows keep the sentences they rest on.

Values reach SPARQL as bindings of its variables, never as text of the query: no value can change what is asked.
"""
from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.paths import MulPath, SequencePath
from rdflib.term import Identifier, Node

from kg.errors import near
from kg.query import Answers, answer
from kg.questions import KINDS, Question, UnknownName, questions
from kg.readers.punctuation import plain
from kg.vocab import PK

NAMES = (SKOS.prefLabel, DCTERMS.identifier, DCTERMS.title, SKOS.altLabel)
"""What a node may be called by; a name of an earlier property goes before one of a later."""
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
STARTS = SequencePath(MulPath(PK.fragment, "?"), PK.start)
"""Where a sentence begins: it, or each of its fragments."""
Quote = tuple[str, str, str, str]
"""A sentence as it is quoted: day, headline, document, words."""


@dataclass(frozen=True, slots=True)
class Told:
    """The answers to a question, and for each row the claims that it rests on, by their IRIs."""

    answers: Answers
    claims: tuple[tuple[str, ...], ...]


def ask(graph: Graph, name: str, values: Mapping[str, str] | None = None) -> Told:
    """The answers of a build to a named question, asked with some of its parameters.

    Args:
        graph: A build, as `kg.rdf.read_graph` gives it.
        name: A key of `kg.questions.questions()`.
        values: Parameters by name: ``{"agency": "国家医保局", "from": "2025"}``.

    Raises:
        UnknownName: There is no such question, parameter or value; the message names those that are near.
    """
    question = questions().get(name)
    if question is None:
        raise UnknownName(f"no question is named {name}{near(name, questions())}; `kg ask DIR` lists them all")
    return told(answer(graph, question.sparql, bindings(graph, question, values or {})))


def bindings(graph: Graph, question: Question, values: Mapping[str, str]) -> dict[str, Identifier]:
    """The variables that the values of a question's parameters bind, defaults included."""
    known = {parameter.name: parameter.default for parameter in question.parameters}
    for name in values:
        if name not in known:
            takes = ", ".join(f"--{parameter.name} {parameter.meaning}" for parameter in question.parameters) or "no parameters"
            raise UnknownName(f"{question.name} takes {takes}; not --{name}")
    for parameter in question.parameters:
        if parameter.needed and parameter.name not in values:
            raise UnknownName(f"{question.name} needs --{parameter.name}: {parameter.meaning}")
    given = {name: values.get(name, default) for name, default in known.items()}
    return {name.upper(): READS[KINDS[name].reads](graph, name, value) for name, value in given.items() if value is not None}


def node(graph: Graph, name: str, value: str) -> Identifier:
    """What is called so: by its full name before any short one, by its IRI where several are called so."""
    classes = [PK[kind] for kind in KINDS[name].terms]
    called = value.strip().removeprefix("《").removesuffix("》")
    if any((URIRef(value), RDF.type, kind) in graph for kind in classes):
        return URIRef(value)
    for term in NAMES:
        called_so = {item for text in {called, plain(called)} for label in (Literal(text, lang="zh"), Literal(text)) for item in graph.subjects(term, label)}
        found = sorted(str(item) for item in called_so if any((item, RDF.type, kind) in graph for kind in classes))
        if len(found) == 1:
            return URIRef(found[0])
        if found:
            raise UnknownName(f"--{name} {value}: {len(found)} are called so; say which: {', '.join(found)}")
    known = (str(label) for kind in classes for item in graph.subjects(RDF.type, kind) for term in NAMES for label in graph.objects(item, term))
    raise UnknownName(f"--{name} {value}: nothing in this build is called so{near(called, known)}")


def words(graph: Graph, name: str, value: str) -> Identifier:
    """Letters that stand somewhere in the property that they are looked for in."""
    known = {str(text) for term in KINDS[name].terms for text in graph.objects(None, PK[term])}
    if not any(value in text for text in known):
        raise UnknownName(f"--{name} {value}: no {KINDS[name].terms[0]} of this build holds these words{near(value, known)}")
    return Literal(value)


def first(graph: Graph, name: str, value: str) -> Identifier:
    """The start of a stretch, written so that days, months and years compare as text.

    >>> str(first(Graph(), "from", "2025-01-01")), str(first(Graph(), "from", "2025-06"))
    ('2025', '2025-06')
    """
    year, month, day = ymd(name, value)
    return Literal(f"{year}-{month or '01'}-{day or '01'}".removesuffix("-01").removesuffix("-01"))


def last(graph: Graph, name: str, value: str) -> Identifier:
    """The last day of a stretch.

    >>> str(last(Graph(), "to", "2025-02")), str(last(Graph(), "to", "2025"))
    ('2025-02-28', '2025-12-31')
    """
    year, month, day = ymd(name, value)
    return Literal(f"{year}-{month or '12'}-{day or calendar.monthrange(int(year), int(month or 12))[1]}")


def ymd(name: str, value: str) -> tuple[str, str | None, str | None]:
    """Year, month and day of a date, the latter two where given."""
    if match := DAY.fullmatch(value):
        year, month, day = match.groups()
        with suppress(ValueError):
            date(int(year), int(month or 1), int(day or 1))
            return year, month, day
    raise UnknownName(f"--{name} {value}: not a date; write 2025, 2025-06 or 2025-06-01")


def number(graph: Graph, name: str, value: str) -> Identifier:
    """A number as SPARQL compares it."""
    try:
        return Literal(Decimal(value), datatype=XSD.decimal)
    except InvalidOperation as error:
        raise UnknownName(f"--{name} {value}: not a number") from error


READS = {"node": node, "words": words, "first": first, "last": last, "number": number}


def told(answers: Answers) -> Told:
    """Answers without their column ``fact``, which holds the claims of each row; rows that differ in nothing else are one."""
    if "fact" not in answers.columns:
        return Told(answers, ((),) * len(answers.rows))
    at = answers.columns.index("fact")
    claims: dict[tuple[str | None, ...], list[str]] = {}
    for row in answers.rows:
        claims.setdefault(row[:at] + row[at + 1:], []).extend((row[at] or "").split())
    return Told(Answers(answers.columns[:at] + answers.columns[at + 1:], tuple(claims)), tuple(map(tuple, claims.values())))


def quotes(graph: Graph, claims: Iterable[str]) -> tuple[Quote, ...]:
    """The sentences that support claims, with day, headline and document, in the order of the documents."""
    found = {sentence for claim in claims for sentence in graph.objects(URIRef(claim), PK.evidence)}
    return tuple(quote for *_, quote in sorted(placed(graph, sentence) for sentence in found))


def placed(graph: Graph, sentence: Node) -> tuple[str, int, Quote]:
    """Where a sentence stands (document, first letter), and as what it is quoted."""
    article = graph.value(sentence, PK.inArticle)
    document = str(graph.value(graph.value(article, DCTERMS.isPartOf), DCTERMS.identifier))
    day, headline = (str(graph.value(article, term) or "") for term in (DCTERMS.issued, DCTERMS.title))
    start = min(int(str(start)) for start in graph.objects(sentence, STARTS))
    return document, start, (day, headline, document, str(graph.value(sentence, PK.quote)))
