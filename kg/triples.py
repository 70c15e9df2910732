"""Says a knowledge base as RDF, in plain values: node after node in the order of their IRIs, each whole, without any graph in memory.

`kg.rdf` makes rdflib graphs of it, the exporters write it as it comes. No blank nodes: every node has an IRI minted from its content,
so the triples are the same on every run and machine.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import SimpleNamespace
from typing import Any

import rdflib

from kg.identifiers import BASE_IRI, Minter
from kg.literals import Text, decimal, integer, moment, text
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Statement, Target
from kg.views.indicators import Indicator, find_indicators
from kg.views.links import Node as Linked
from kg.views.links import life_links
from kg.views.notices import Element, notice_elements
from kg.views.programmes import Stage, programme_stages
from kg.views.sections import sections
from kg.vocab import PK as ONTOLOGY


def _names(namespace: type[rdflib.namespace.DefinedNamespace], names: Iterable[str]) -> Any:
    """Terms of a namespace as plain text: millions are asked for, and rdflib looks each up anew."""
    return SimpleNamespace(**{name: str(namespace[name]) for name in names})


PK = _names(ONTOLOGY, (name for name in ONTOLOGY.__annotations__ if not name.startswith("_")))
RDF = _names(rdflib.RDF, ("type", "subject", "predicate", "object"))
DCTERMS = _names(rdflib.DCTERMS, ("identifier", "isPartOf", "title", "issued", "source", "spatial"))
SKOS = _names(rdflib.SKOS, ("prefLabel", "altLabel", "notation", "inScheme"))

Value = str | Text
"""An IRI, or a literal."""
Pairs = Iterable[tuple[str, Value | None]]
Node = tuple[str, list[tuple[str, Value]]]
"""IRI of a node, and what is said of it: predicates with values."""
Triple = tuple[str, str, Value]
KINDS = ("Article", "Document", "Evidence", "Figure", "Fragment", "Indicator", "NoticeElement", "Stage", "Statement", "Target")
"""Classes of nodes that are no entities."""
Row = tuple[Callable[[Any], Pairs], Any]
"""The function that tells of a record, and the record."""


def nodes(kb: KnowledgeBase, base_iri: str = BASE_IRI) -> Iterator[Node]:
    """The whole knowledge base: sources, entities, relations, figures and targets, each with its evidence, sorted by IRI.

    IRIs begin with their class, so that one class after the other is sorted, and no more in memory.
    """
    teller = Teller(kb, base_iri)
    linked: dict[str, list[str]] = defaultdict(list)
    for iri in teller.links:
        linked[class_of(iri, base_iri)].append(iri)
    for kind in sorted({*KINDS, *linked, *(entity.type for entity in kb.entities)}, key=lambda kind: f"{kind}-"):
        rows = dict(teller.rows(kind))
        for iri in sorted({*rows, *linked[kind]}):
            tell, record = rows.get(iri, (None, None))
            pairs = chain(tell(record) if tell else (), teller.links.get(iri, ()))
            yield iri, [(predicate, value) for predicate, value in pairs if value is not None]


def class_of(iri: str, base_iri: str) -> str:
    """The class with which an IRI begins that `kg.identifiers` has minted."""
    return iri[len(base_iri):].partition("-")[0]


def element_value(element: Element) -> Text:
    """The value of a formal element: a day for 印发日期, else text."""
    return moment(element.value) if element.property == "printedOn" else Text(element.value)


class Teller:
    """Tells what is said of each record of one knowledge base; ``links`` are triples that follow from several records, by subject."""

    def __init__(self, kb: KnowledgeBase, base_iri: str) -> None:
        self.kb = kb
        self.minter = Minter(base_iri)
        self.documents = {document.identifier: document for document in kb.documents}
        self.articles = {article.id: article for article in kb.articles}
        self.article_iris = {article.id: self.minter.article(article) for article in kb.articles}
        self.refs: dict[Ref, str] = {}
        self.evidence: dict[Evidence, str] = {}
        self.figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in (*kb.figures, *(target.figure for target in kb.targets if target.figure)):
            self.figures[self.minter.figure(figure)].append(figure)
        self.indicators = {self.minter.indicator(indicator.key.parts): indicator for indicator in find_indicators(kb)}
        self.links: dict[str, list[tuple[str, Value]]] = defaultdict(list)
        self.elements = {self.minter.element(element.of, element.property, element.value): element for element in notice_elements(kb)}
        self.places: dict[str, Mapping[int, str]] = {}
        for subject, predicate, value in chain(map(self.claim, kb.statements), map(self.formal, self.elements.values()), self.gathered_links()):
            self.links[subject].append((predicate, value))

    def ref(self, ref: Ref) -> str:
        """IRI of an entity."""
        if ref not in self.refs:
            self.refs[ref] = self.minter.entity(ref)
        return self.refs[ref]

    def quoted(self, item: Evidence) -> str:
        """IRI of a sentence."""
        if item not in self.evidence:
            self.evidence[item] = self.minter.evidence(item, self.articles[item.article].sentences[item.sentence])
        return self.evidence[item]

    def iri(self, record: Linked) -> str:
        """IRI of a target, a figure, an entity or a sentence."""
        match record:
            case Evidence():
                return self.quoted(record)
            case Ref():
                return self.ref(record)
            case Figure():
                return self.minter.figure(record)
        return self.minter.target(record)

    def rows(self, kind: str) -> Iterator[tuple[str, Row]]:
        """Of each node of a class its IRI, the function that tells of it, and its record."""
        mint, kb = self.minter, self.kb
        match kind:
            case "Document":
                return self.told(self.document, zip(map(mint.document, kb.documents), kb.documents, strict=True))
            case "Article":
                return self.told(self.article, ((self.article_iris[article.id], article) for article in kb.articles))
            case "Statement":
                return self.told(self.statement, zip(map(mint.statement, kb.statements), kb.statements, strict=True))
            case "Figure":
                return self.told(self.figure, self.figures.items())
            case "Target":
                return self.told(self.target, zip(map(mint.target, kb.targets), kb.targets, strict=True))
            case "NoticeElement":
                return self.told(self.element, self.elements.items())
            case "Indicator":
                return self.told(self.indicator, self.indicators.items())
            case "Stage":
                return self.stages()
            case "Evidence":
                return self.told(self.sentence, ((self.quoted(item), item) for item in self.cited()))
            case "Fragment":
                return chain.from_iterable(map(self.fragments, self.cited()))
        return self.told(self.entity, ((self.ref(entity.ref), entity) for entity in kb.entities if entity.type == kind))

    def cited(self) -> Iterable[Evidence]:
        """Every sentence that supports something, once."""
        kb = self.kb
        records: Iterable[Entity | Statement | Figure | Target | Element] = chain(
            kb.entities, kb.statements, kb.targets, *self.figures.values(), self.elements.values())
        notes = chain.from_iterable(record.curated for kind in (kb.entities, kb.statements) for record in kind)
        return dict.fromkeys(chain(self.evidence, (item for record in records for item in record.evidence), notes))

    def told(self, tell: Callable[[Any], Pairs], named: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Row]]:
        """Rows of records that one function tells of; they share it, for there are millions."""
        return ((iri, (tell, record)) for iri, record in named)

    def stages(self) -> Iterator[tuple[str, Row]]:
        """The same of the stages of programmes, told by sentences in which these are named."""
        for programme, stages in programme_stages(self.kb).items():
            yield from ((self.minter.stage(programme, stage.name), (self.stage, (programme, stage))) for stage in stages)

    def gathered_links(self) -> Iterator[Triple]:
        """What follows from several records: of which indicator a figure is, and the lives of targets and regulations."""
        for iri, indicator in self.indicators.items():
            yield from ((self.minter.figure(figure), PK.ofIndicator, iri) for figure in indicator.figures)
        yield from ((self.iri(subject), getattr(PK, relation), self.iri(thing)) for subject, relation, thing in life_links(self.kb))

    def claim(self, statement: Statement) -> Triple:
        """The triple that a statement claims."""
        return self.ref(statement.subject), getattr(PK, statement.predicate), self.object(statement)

    def formal(self, element: Element) -> Triple:
        """The triple that a formal element of a notice is."""
        return self.ref(element.of), getattr(PK, element.property), element_value(element)

    def fragments(self, item: Evidence) -> Iterator[tuple[str, Row]]:
        """The same of the fragments of a sentence, where the layout broke it."""
        iri, stretches = self.quoted(item), self.stretches(item)
        if len(stretches) > 1:
            yield from ((self.minter.fragment(iri, position), (self.fragment, (item, position))) for position in range(len(stretches)))

    def stretches(self, item: Evidence) -> tuple[tuple[int, int], ...]:
        """Start and end of each stretch of the document in which a sentence stands."""
        return self.articles[item.article].sentences[item.sentence].fragments

    def cite(self, evidence: Iterable[Evidence], notes: Iterable[Evidence] = ()) -> Pairs:
        """The sentences that support something, and an analyst's notes by which it is as it is."""
        yield from ((PK.evidence, self.quoted(item)) for item in evidence)
        yield from ((PK.curatedBy, self.quoted(note)) for note in notes)

    def document(self, document: Document) -> Pairs:
        """An input file with its path and its hash."""
        yield RDF.type, PK.Document
        yield DCTERMS.identifier, text(document.identifier)
        yield PK.sha256, text(document.sha256)

    def article(self, article: Article) -> Pairs:
        """An article with headline, date and source."""
        yield RDF.type, PK.Article
        yield DCTERMS.isPartOf, self.minter.document(self.documents[article.document])
        yield DCTERMS.title, text(article.headline)
        yield DCTERMS.issued, moment(article.date) if article.date else None
        yield DCTERMS.source, text(article.source)
        yield PK.reprintOf, self.article_iris[article.reprint_of] if article.reprint_of else None

    def sentence(self, item: Evidence) -> Pairs:
        """A sentence with its place in the file: start and end, or fragments where the layout broke it; and in the law that it is of."""
        article, stretches = self.articles[item.article], self.stretches(item)
        if article.id not in self.places:
            self.places[article.id] = sections(article)
        yield RDF.type, PK.Evidence
        yield PK.inArticle, self.article_iris[article.id]
        yield PK.quote, text(article.sentences[item.sentence].text)
        yield PK.section, text(self.places[article.id].get(item.sentence))
        if len(stretches) > 1:
            yield from ((PK.fragment, self.minter.fragment(self.quoted(item), position)) for position in range(len(stretches)))
        else:
            yield from chain.from_iterable(map(self.stretch, stretches))

    def fragment(self, told: tuple[Evidence, int]) -> Pairs:
        """One stretch of a broken sentence."""
        item, position = told
        yield from ((RDF.type, PK.Fragment), (PK.position, integer(position)), *self.stretch(self.stretches(item)[position]))

    def stretch(self, stretch: tuple[int, int]) -> Pairs:
        return zip((PK.start, PK.end), map(integer, stretch), strict=True)

    def entity(self, entity: Entity) -> Pairs:
        """An entity with all its names."""
        yield RDF.type, getattr(PK, entity.type)
        yield SKOS.prefLabel, Text(entity.name, "zh")
        yield from ((SKOS.altLabel, Text(alias, "zh")) for alias in entity.aliases if alias != entity.name)
        yield SKOS.notation, text(entity.code)
        yield from self.cite(entity.evidence, entity.curated)

    def object(self, statement: Statement) -> Value:
        return moment(statement.object) if isinstance(statement.object, str) else self.ref(statement.object)

    def statement(self, statement: Statement) -> Pairs:
        """A claim with its confidence and its evidence."""
        yield RDF.type, PK.Statement
        yield RDF.subject, self.ref(statement.subject)
        yield RDF.predicate, getattr(PK, statement.predicate)
        yield RDF.object, self.object(statement)
        yield PK.postTitle, text(statement.title)
        yield PK.confidence, decimal(round(statement.confidence, 3))
        yield from self.cite(statement.evidence, statement.curated)

    def figure(self, same: list[Figure]) -> Pairs:
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

    def indicator(self, indicator: Indicator) -> Pairs:
        """An indicator as a concept; its figures tell that they are of it."""
        yield RDF.type, PK.Indicator
        yield SKOS.prefLabel, Text(indicator.label, "zh")
        yield from ((SKOS.altLabel, Text(wording, "zh")) for wording in {indicator.name, *indicator.wordings} - {indicator.label})
        yield SKOS.inScheme, PK.indicators
        yield PK.unit, Text(indicator.unit)
        yield PK.about, self.ref(indicator.key.about) if indicator.key.about else None
        yield DCTERMS.spatial, self.ref(indicator.key.region) if indicator.key.region else None

    def stage(self, told: tuple[Ref, Stage]) -> Pairs:
        """A stage that sentences tell of a programme, with the day of the oldest one."""
        programme, stage = told
        yield RDF.type, PK.Stage
        yield PK.stageOf, self.ref(programme)
        yield PK.stageName, text(stage.name)
        yield PK.firstTold, moment(stage.day) if stage.day else None
        yield from self.cite(stage.evidence)

    def element(self, element: Element) -> Pairs:
        """A formal element of a notice, with the sentence in which it stands."""
        yield RDF.type, PK.NoticeElement
        yield RDF.subject, self.ref(element.of)
        yield RDF.predicate, getattr(PK, element.property)
        yield RDF.object, element_value(element)
        yield from self.cite(element.evidence)

    def target(self, target: Target) -> Pairs:
        """A target, with its figure where it is a number."""
        yield RDF.type, PK.Target
        yield PK.statement, text(target.statement)
        yield PK.deadline, moment(target.deadline) if target.deadline else None
        yield PK.targetOf, self.ref(target.of) if target.of else None
        yield PK.committedBy, self.ref(target.by) if target.by else None
        yield PK.targetFigure, self.minter.figure(target.figure) if target.figure else None
        yield from self.cite(target.evidence)
