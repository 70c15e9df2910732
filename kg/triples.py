"""Says a knowledge base as RDF, in plain values: node after node in the order of their IRIs, each whole, without any graph in memory.

`kg.rdf` makes rdflib graphs of it, the exporters write it as it comes. No blank nodes: every node has an IRI minted from its content,
so the triples are the same on every run and machine.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from types import SimpleNamespace
from typing import Any, NamedTuple

import rdflib

from kg.identifiers import BASE_IRI, Minter
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Statement, Target
from kg.vocab import PK as ONTOLOGY


def _names(namespace: type[rdflib.namespace.DefinedNamespace], names: Iterable[str]) -> Any:
    """Terms of a namespace as plain text: millions are asked for, and rdflib looks each up anew."""
    return SimpleNamespace(**{name: str(namespace[name]) for name in names})


PK = _names(ONTOLOGY, (name for name in ONTOLOGY.__annotations__ if not name.startswith("_")))
RDF = _names(rdflib.RDF, ("type", "subject", "predicate", "object"))
DCTERMS = _names(rdflib.DCTERMS, ("identifier", "isPartOf", "title", "issued", "source"))
SKOS = _names(rdflib.SKOS, ("prefLabel", "altLabel", "notation"))
INTEGER, DECIMAL = str(rdflib.XSD.integer), str(rdflib.XSD.decimal)
DATE_TYPES = {4: str(rdflib.XSD.gYear), 7: str(rdflib.XSD.gYearMonth), 10: str(rdflib.XSD.date)}


class Text(NamedTuple):
    """A literal: its text, and its language or its datatype."""

    text: str
    language: str | None = None
    datatype: str | None = None


Value = str | Text
"""An IRI, or a literal."""
Pairs = Iterable[tuple[str, Value | None]]
Node = tuple[str, list[tuple[str, Value]]]
"""IRI of a node, and what is said of it: predicates with values."""


def nodes(kb: KnowledgeBase, base_iri: str = BASE_IRI) -> Iterator[Node]:
    """The whole knowledge base: sources, entities, relations, figures and targets, each with its evidence, sorted by IRI."""
    teller = Teller(kb, base_iri)
    rows = dict(teller.rows())
    for iri in sorted(rows):
        tell, record = rows[iri]
        yield iri, [(predicate, value) for predicate, value in tell(iri, record) if value is not None]


def text(value: str | None, language: str | None = None) -> Text | None:
    """A literal, None for nothing."""
    return Text(value, language) if value else None


def integer(value: int) -> Text:
    return Text(str(value), None, INTEGER)


def decimal(value: Decimal | float) -> Text:
    """A decimal literal without exponent and without trailing zeros.

    >>> decimal(Decimal("1.326E+9")).text, decimal(0.90).text
    ('1326000000', '0.9')
    """
    written = format(Decimal(str(value)), "f")
    return Text(written.rstrip("0").rstrip(".") if "." in written else written, None, DECIMAL)


def moment(value: date | str) -> Text:
    """A date literal as precise as its ISO form.

    >>> moment("2025").datatype, moment(date(2025, 6, 1)).text
    ('http://www.w3.org/2001/XMLSchema#gYear', '2025-06-01')
    """
    return Text(str(value), None, DATE_TYPES[len(str(value))])


def spans(text: str, fragments: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The fragments of a sentence, with those joined again between which only white space stands.

    >>> spans("全国医 保\\n影像云（图）数据", [(0, 3), (4, 8), (12, 14)])
    [(0, 8), (12, 14)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in fragments:
        if joined and joined[-1][1] <= start and not text[joined[-1][1]:start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


class Teller:
    """Tells what is said of each record of one knowledge base."""

    def __init__(self, kb: KnowledgeBase, base_iri: str) -> None:
        self.kb = kb
        self.minter = Minter(base_iri)
        self.documents = {document.identifier: document for document in kb.documents}
        self.articles = {article.id: article for article in kb.articles}
        self.article_iris = {article.id: self.minter.article(article) for article in kb.articles}
        self.refs = {entity.ref: self.minter.entity(entity.ref) for entity in kb.entities}
        self.evidence: dict[Evidence, str] = {}
        self.claims: dict[str, list[Statement]] = defaultdict(list)
        for statement in kb.statements:
            self.claims[self.ref(statement.subject)].append(statement)
        self.figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in (*kb.figures, *(target.figure for target in kb.targets if target.figure)):
            self.figures[self.minter.figure(figure)].append(figure)

    def ref(self, ref: Ref) -> str:
        """IRI of an entity."""
        if ref not in self.refs:
            self.refs[ref] = self.minter.entity(ref)
        return self.refs[ref]

    def rows(self) -> Iterator[tuple[str, tuple[Callable[[str, Any], Pairs], Any]]]:
        """IRI of each node, the function that tells of it, and its record."""
        mint, kb = self.minter, self.kb
        yield from ((mint.document(document), (self.document, document)) for document in kb.documents)
        yield from ((self.article_iris[article.id], (self.article, article)) for article in kb.articles)
        yield from ((self.ref(entity.ref), (self.entity, entity)) for entity in kb.entities)
        yield from ((mint.statement(statement), (self.statement, statement)) for statement in kb.statements)
        yield from ((iri, (self.figure, same)) for iri, same in self.figures.items())
        yield from ((mint.target(target), (self.target, target)) for target in kb.targets)
        records: Iterable[Entity | Statement | Figure | Target] = chain(kb.entities, kb.statements, kb.targets, *self.figures.values())
        for item in {item: None for record in records for item in record.evidence}:
            yield from self.sources(item)

    def sources(self, item: Evidence) -> Iterator[tuple[str, tuple[Callable[[str, Any], Pairs], Any]]]:
        """A cited sentence, and its fragments where the layout broke it."""
        article = self.articles[item.article]
        sentence = article.sentences[item.sentence]
        iri = self.evidence[item] = self.minter.evidence(item, sentence)
        stretches = spans(self.documents[article.document].text, sentence.fragments)
        parts = [self.minter.fragment(iri, position) for position in range(len(stretches))] if len(stretches) > 1 else []
        yield iri, (self.sentence, (article, sentence.text, parts or stretches))
        yield from ((part, (self.fragment, (position, *stretches[position]))) for position, part in enumerate(parts))

    def cite(self, evidence: Iterable[Evidence]) -> Pairs:
        return ((PK.evidence, self.evidence[item]) for item in evidence)

    def document(self, iri: str, document: Document) -> Pairs:
        """An input file with its path and its hash."""
        yield RDF.type, PK.Document
        yield DCTERMS.identifier, text(document.identifier)
        yield PK.sha256, text(document.sha256)

    def article(self, iri: str, article: Article) -> Pairs:
        """An article with headline, date and source."""
        yield RDF.type, PK.Article
        yield DCTERMS.isPartOf, self.minter.document(self.documents[article.document])
        yield DCTERMS.title, text(article.headline)
        yield DCTERMS.issued, moment(article.date) if article.date else None
        yield DCTERMS.source, text(article.source)

    def sentence(self, iri: str, told: tuple[Article, str, list[Any]]) -> Pairs:
        """A sentence with its place in the file: start and end, or fragments where the layout broke it."""
        article, quote, parts = told
        yield RDF.type, PK.Evidence
        yield PK.inArticle, self.article_iris[article.id]
        yield PK.quote, text(quote)
        for part in parts:
            if isinstance(part, str):
                yield PK.fragment, part
            else:
                yield from self.stretch(*part)

    def fragment(self, iri: str, told: tuple[int, int, int]) -> Pairs:
        """One stretch of a broken sentence."""
        position, start, end = told
        yield RDF.type, PK.Fragment
        yield PK.position, integer(position)
        yield from self.stretch(start, end)

    def stretch(self, start: int, end: int) -> Pairs:
        yield PK.start, integer(start)
        yield PK.end, integer(end)

    def entity(self, iri: str, entity: Entity) -> Pairs:
        """An entity with all its names, and the direct triples of the claims about it."""
        yield RDF.type, getattr(PK, entity.type)
        yield SKOS.prefLabel, Text(entity.name, "zh")
        yield from ((SKOS.altLabel, Text(alias, "zh")) for alias in entity.aliases if alias != entity.name)
        yield SKOS.notation, text(entity.code)
        yield from ((getattr(PK, claim.predicate), self.object(claim)) for claim in self.claims[iri])
        yield from self.cite(entity.evidence)

    def object(self, statement: Statement) -> Value:
        return moment(statement.object) if isinstance(statement.object, str) else self.ref(statement.object)

    def statement(self, iri: str, statement: Statement) -> Pairs:
        """A claim with its confidence and its evidence."""
        yield RDF.type, PK.Statement
        yield RDF.subject, self.ref(statement.subject)
        yield RDF.predicate, getattr(PK, statement.predicate)
        yield RDF.object, self.object(statement)
        yield PK.postTitle, text(statement.title)
        yield PK.confidence, decimal(round(statement.confidence, 3))
        yield from self.cite(statement.evidence)

    def figure(self, iri: str, same: list[Figure]) -> Pairs:
        """A figure; told again, only its evidence is added."""
        figure = same[0]
        yield RDF.type, PK.Figure
        yield PK.statedText, text(figure.text)
        yield PK.value, decimal(figure.value)
        yield PK.valueMax, decimal(figure.value_max) if figure.value_max is not None else None
        yield PK.unit, Text(figure.unit)
        yield PK.qualifier, text(figure.qualifier)
        yield PK.indicator, text(figure.indicator)
        yield PK.measure, text(figure.measure)
        yield PK.direction, text(figure.direction)
        yield from ((name, moment(day)) for name, day in zip((PK.periodStart, PK.periodEnd), figure.period or (), strict=False))
        yield PK.about, self.ref(figure.about) if figure.about else None
        yield PK.statedBy, self.ref(figure.stated_by) if figure.stated_by else None
        for told in same:
            yield from self.cite(told.evidence)

    def target(self, iri: str, target: Target) -> Pairs:
        """A target, with its figure where it is a number."""
        yield RDF.type, PK.Target
        yield PK.statement, text(target.statement)
        yield PK.deadline, moment(target.deadline) if target.deadline else None
        yield PK.targetOf, self.ref(target.of) if target.of else None
        yield PK.committedBy, self.ref(target.by) if target.by else None
        yield PK.targetFigure, self.minter.figure(target.figure) if target.figure else None
        yield from self.cite(target.evidence)
