"""Turns a knowledge base into an rdflib graph, as the ontology says, and reads the graph of a finished build back.

No blank nodes: every node has an IRI minted from its content, so a graph is the same on every run and machine.
"""
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SKOS

from kg.errors import InvalidBuild
from kg.folder import settle
from kg.identifiers import BASE_IRI, Minter
from kg.literals import decimal, moment
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Statement, Target
from kg.views.indicators import Indicator, find_indicators
from kg.views.links import Node, life_links
from kg.views.programmes import Stage, programme_stages
from kg.vocab import PK


def to_graph(kb: KnowledgeBase, *, base_iri: str = BASE_IRI) -> Graph:
    """The whole knowledge base as one graph: sources, entities, relations, figures and targets, each with its evidence."""
    writer = GraphWriter(kb, base_iri)
    for document in kb.documents:
        writer.add_document(document)
    for article in kb.articles:
        writer.add_article(article)
    for entity in kb.entities:
        writer.add_entity(entity)
    for statement in kb.statements:
        writer.add_statement(statement)
    for figure in kb.figures:
        writer.add_figure(figure)
    for target in kb.targets:
        writer.add_target(target)
    for indicator in find_indicators(kb):
        writer.add_indicator(indicator)
    for subject, relation, thing in life_links(kb):
        writer.graph.add((writer.node(subject), PK[relation], writer.node(thing)))
    for programme, stages in programme_stages(kb).items():
        for stage in stages:
            writer.add_stage(programme, stage)
    return writer.graph


def new_graph(base_iri: str = BASE_IRI) -> Graph:
    """An empty graph with the prefixes of the contract bound."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base_iri).items():
        graph.bind(prefix, namespace)
    return graph


def prefixes(base_iri: str = BASE_IRI) -> dict[str, str]:
    """The prefixes that a build's Turtle and its queries use."""
    return {"id": base_iri, "pk": str(PK), "skos": str(SKOS), "prov": str(PROV), "dcterms": str(DCTERMS), "rdf": str(RDF), "xsd": str(XSD)}


def read_graph(folder: Path) -> Graph:
    """The graph of a finished build."""
    settle(folder)
    path = folder / "graph.ttl"
    if not path.is_file():
        raise InvalidBuild(f"{folder}: holds no graph.ttl; run `kg build INPUT --output {folder}` first")
    try:
        return Graph(bind_namespaces="none").parse(path, format="turtle")
    except Exception as error:  # the parser raises many kinds
        raise InvalidBuild(f"{path}: not valid Turtle ({str(error).splitlines()[0]}); build it again") from error


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


class GraphWriter:
    """Adds the records of one knowledge base to a graph; evidence is added when something first refers to it."""

    def __init__(self, kb: KnowledgeBase, base_iri: str) -> None:
        self.graph = new_graph(base_iri)
        self.minter = Minter(base_iri)
        self.documents = {document.identifier: document for document in kb.documents}
        self.articles = {article.id: article for article in kb.articles}
        self.evidences: dict[Evidence, URIRef] = {}

    def add(self, subject: URIRef, predicate: URIRef, value: object) -> None:
        """Add one triple; nothing where the value is None or empty, a plain string literal for a str."""
        if value is not None and value != "":
            self.graph.add((subject, predicate, value if isinstance(value, (URIRef, Literal)) else Literal(value)))

    def start(self, iri: str, kind: str) -> URIRef:
        """A node of the given class."""
        node = URIRef(iri)
        self.graph.add((node, RDF.type, PK[kind]))
        return node

    def entity(self, ref: Ref | None) -> URIRef | None:
        """The node of an entity, None for none."""
        return URIRef(self.minter.entity(ref)) if ref else None

    def add_document(self, document: Document) -> None:
        """Add an input file with its path and its hash."""
        node = self.start(self.minter.document(document), "Document")
        self.add(node, DCTERMS.identifier, document.identifier)
        self.add(node, PK.sha256, document.sha256)

    def add_article(self, article: Article) -> None:
        """Add an article with headline, date and source."""
        node = self.start(self.minter.article(article), "Article")
        self.add(node, DCTERMS.isPartOf, URIRef(self.minter.document(self.documents[article.document])))
        self.add(node, DCTERMS.title, article.headline)
        self.add(node, DCTERMS.issued, moment(article.date) if article.date else None)
        self.add(node, DCTERMS.source, article.source)
        if article.reprint_of:
            self.add(node, PK.reprintOf, URIRef(self.minter.article(self.articles[article.reprint_of])))

    def add_evidence(self, node: URIRef, evidence: Iterable[Evidence]) -> None:
        """Link a node to the sentences that support it."""
        for item in evidence:
            self.graph.add((node, PK.evidence, self.evidence(item)))

    def evidence(self, evidence: Evidence) -> URIRef:
        """The node of a sentence, added when something first refers to it."""
        if evidence not in self.evidences:
            self.evidences[evidence] = self.new_evidence(evidence)
        return self.evidences[evidence]

    def node(self, record: Node) -> URIRef:
        """The node of a target, a figure, an entity or a sentence."""
        match record:
            case Evidence():
                return self.evidence(record)
            case Ref():
                return URIRef(self.minter.entity(record))
            case Figure():
                return URIRef(self.minter.figure(record))
        return URIRef(self.minter.target(record))

    def add_stage(self, programme: Ref, stage: Stage) -> None:
        """Add a stage that sentences tell of a programme, with the day of the oldest one."""
        node = self.start(self.minter.stage(programme, stage.name), "Stage")
        self.add(node, PK.stageOf, self.entity(programme))
        self.add(node, PK.stageName, stage.name)
        self.add(node, PK.firstTold, moment(stage.day) if stage.day else None)
        self.add_evidence(node, stage.evidence)

    def new_evidence(self, evidence: Evidence) -> URIRef:
        """Add a sentence with its place in the file: start and end, or fragments where the layout broke it."""
        article = self.articles[evidence.article]
        sentence = article.sentences[evidence.sentence]
        node = self.start(self.minter.evidence(evidence, sentence), "Evidence")
        self.add(node, PK.inArticle, URIRef(self.minter.article(article)))
        self.add(node, PK.quote, sentence.text)
        stretches = spans(self.documents[article.document].text, sentence.fragments)
        for position, (start, end) in enumerate(stretches):
            place = node
            if len(stretches) > 1:
                place = self.start(self.minter.fragment(node, position), "Fragment")
                self.add(node, PK.fragment, place)
                self.add(place, PK.position, Literal(str(position), datatype=XSD.integer))
            self.add(place, PK.start, Literal(str(start), datatype=XSD.integer))
            self.add(place, PK.end, Literal(str(end), datatype=XSD.integer))
        return node

    def add_entity(self, entity: Entity) -> None:
        """Add an entity with all its names."""
        node = self.start(self.minter.entity(entity.ref), entity.type)
        self.add(node, SKOS.prefLabel, Literal(entity.name, lang="zh"))
        for alias in entity.aliases:
            if alias != entity.name:
                self.add(node, SKOS.altLabel, Literal(alias, lang="zh"))
        self.add(node, SKOS.notation, entity.code)
        self.add_evidence(node, entity.evidence)

    def add_statement(self, statement: Statement) -> None:
        """Add a claim twice: as a direct triple, and as a statement with confidence and evidence."""
        subject, predicate = URIRef(self.minter.entity(statement.subject)), PK[statement.predicate]
        target = moment(statement.object) if isinstance(statement.object, str) else URIRef(self.minter.entity(statement.object))
        self.graph.add((subject, predicate, target))
        node = self.start(self.minter.statement(statement), "Statement")
        self.add(node, RDF.subject, subject)
        self.add(node, RDF.predicate, predicate)
        self.add(node, RDF.object, target)
        self.add(node, PK.postTitle, statement.title)
        self.add(node, PK.confidence, decimal(round(statement.confidence, 3)))
        self.add_evidence(node, statement.evidence)

    def add_figure(self, figure: Figure) -> URIRef:
        """Add a figure; told again, only its evidence is added."""
        node = URIRef(self.minter.figure(figure))
        if (node, RDF.type, PK.Figure) not in self.graph:
            self.start(node, "Figure")
            self.add(node, PK.statedText, figure.text)
            self.add(node, PK.value, decimal(figure.value))
            self.add(node, PK.valueMax, decimal(figure.value_max) if figure.value_max is not None else None)
            self.graph.add((node, PK.unit, Literal(figure.unit)))
            self.add(node, PK.qualifier, figure.qualifier)
            self.add(node, PK.indicator, figure.indicator)
            self.add(node, PK.measure, figure.measure)
            self.add(node, PK.direction, figure.direction)
            for predicate, day in zip((PK.periodStart, PK.periodEnd), figure.period or (), strict=False):
                self.add(node, predicate, moment(day))
            self.add(node, PK.about, self.entity(figure.about))
            self.add(node, PK.statedBy, self.entity(figure.stated_by))
        self.add_evidence(node, figure.evidence)
        return node

    def add_target(self, target: Target) -> None:
        """Add a target, with its figure where it is a number."""
        node = self.start(self.minter.target(target), "Target")
        self.add(node, PK.statement, target.statement)
        self.add(node, PK.deadline, moment(target.deadline) if target.deadline else None)
        self.add(node, PK.targetOf, self.entity(target.of))
        self.add(node, PK.committedBy, self.entity(target.by))
        if target.figure:
            self.add(node, PK.targetFigure, self.add_figure(target.figure))
        self.add_evidence(node, target.evidence)

    def add_indicator(self, indicator: Indicator) -> None:
        """Add an indicator as a concept, and link its figures to it."""
        node = self.start(self.minter.indicator(indicator.key.parts), "Indicator")
        self.add(node, SKOS.prefLabel, Literal(indicator.label, lang="zh"))
        for wording in {indicator.name, *indicator.wordings} - {indicator.label}:
            self.add(node, SKOS.altLabel, Literal(wording, lang="zh"))
        self.add(node, SKOS.inScheme, PK.indicators)
        self.graph.add((node, PK.unit, Literal(indicator.unit)))
        self.add(node, PK.about, self.entity(indicator.key.about))
        self.add(node, DCTERMS.spatial, self.entity(indicator.key.region))
        for figure in indicator.figures:
            self.add(URIRef(self.minter.figure(figure)), PK.ofIndicator, node)
