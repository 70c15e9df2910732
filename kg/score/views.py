"""What a build says, by document, as plain records: from a knowledge base in memory, or from the files of a build."""
from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.errors import InvalidBuild
from kg.model import Evidence, KnowledgeBase, Ref

LINKS = ("issues", "drafts", "administers", "participatesIn", "partOf", "basedOn", "concerns", "replaces", "holdsPostAt", "appliesIn")
DATES = ("issuedOn", "effectiveFrom", "startedOn")


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as the scorer sees it; ``about`` is a key of the document's entities."""

    value: Decimal
    value_max: Decimal | None
    unit: str
    indicator: str
    measure: str
    period: tuple[str, str] | None
    about: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's headline, date and running text."""

    headline: str | None
    date: str | None
    text: str


@dataclass(slots=True)
class DocumentView:
    """Everything that a build says of one document. Entities by key: class and names, the preferred one first."""

    entities: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    statements: set[tuple[str, str, str]] = field(default_factory=set)
    figures: list[FigureView] = field(default_factory=list)
    targets: list[tuple[str, str | None]] = field(default_factory=list)
    articles: list[ArticleView] = field(default_factory=list)


def view_knowledge_base(kb: KnowledgeBase) -> dict[str, DocumentView]:
    """The documents of a knowledge base by identifier."""
    views: dict[str, DocumentView] = defaultdict(DocumentView)
    home = {article.id: article.document for article in kb.articles}

    def documents(evidence: Iterable[Evidence]) -> list[str]:
        return sorted({home[item.article] for item in evidence if item.article in home})

    for entity in kb.entities:
        for name in documents(entity.evidence):
            views[name].entities[_key(entity.ref)] = (entity.type, (entity.name, *entity.aliases))
    for statement in kb.statements:
        thing = statement.object if isinstance(statement.object, str) else _key(statement.object)
        for name in documents(statement.evidence):
            views[name].statements.add((_key(statement.subject), statement.predicate, thing))
    for figure in kb.figures:
        period = (figure.period[0].isoformat(), figure.period[1].isoformat()) if figure.period else None
        row = FigureView(figure.value, figure.value_max, figure.unit, figure.indicator, figure.measure, period,
                         _key(figure.about) if figure.about else None, figure.text)
        for name in documents(figure.evidence):
            views[name].figures.append(row)
    for target in kb.targets:
        for name in documents(target.evidence):
            views[name].targets.append((target.statement, target.deadline.isoformat() if target.deadline else None))
    for article in kb.articles:
        day = article.date.isoformat() if article.date else None
        views[article.document].articles.append(ArticleView(article.headline, day, article.text))
    return dict(views)


def _key(ref: Ref) -> str:
    return f"{ref.type}:{ref.name}"


def view_build(folder: Path) -> dict[str, DocumentView]:
    """The documents of a finished build by identifier, read from ``graph.ttl`` and ``articles.jsonl`` alone.

    Raises:
        InvalidBuild: the folder has no finished build.
    """
    from rdflib import DCTERMS, RDF, SKOS, Graph

    from kg.ontology import load_ontology
    from kg.vocab import PK

    path = folder / "graph.ttl"
    if not path.is_file():
        raise InvalidBuild(f"{folder}: no graph.ttl; build it first with `kg build --output {folder}`")
    graph = Graph().parse(path, format="turtle")
    names = {node: str(graph.value(node, DCTERMS.identifier)) for node in graph.subjects(RDF.type, PK.Document)}
    home = {evidence: names[document] for evidence, article in graph.subject_objects(PK.inArticle)
            if (document := graph.value(article, DCTERMS.isPartOf)) in names}
    views: dict[str, DocumentView] = defaultdict(DocumentView)

    def documents(node: Any) -> list[str]:
        return sorted({home[item] for item in graph.objects(node, PK.evidence) if item in home})

    def text(node: Any, predicate: Any) -> str | None:
        value = graph.value(node, predicate)
        return None if value is None else str(value)

    for kind in load_ontology().entity_classes:
        for node in graph.subjects(RDF.type, PK[kind]):
            labels = (*map(str, graph.objects(node, SKOS.prefLabel)), *map(str, graph.objects(node, SKOS.altLabel)))
            for name in documents(node):
                views[name].entities[str(node)] = (kind, labels)
    for node in graph.subjects(RDF.type, PK.Statement):
        triple = (str(graph.value(node, RDF.subject)), str(graph.value(node, RDF.predicate)).split("#")[-1], str(graph.value(node, RDF.object)))
        for name in documents(node):
            views[name].statements.add(triple)
    for node in graph.subjects(RDF.type, PK.Figure):
        start, end, top = text(node, PK.periodStart), text(node, PK.periodEnd), text(node, PK.valueMax)
        row = FigureView(Decimal(text(node, PK.value) or 0), Decimal(top) if top else None, text(node, PK.unit) or "", text(node, PK.indicator) or "",
                         text(node, PK.measure) or "level", (start, end) if start and end else None, text(node, PK.about), text(node, PK.statedText) or "")
        for name in documents(node):
            views[name].figures.append(row)
    for node in graph.subjects(RDF.type, PK.Target):
        for name in documents(node):
            views[name].targets.append((text(node, PK.statement) or "", text(node, PK.deadline)))
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        views[article["document"]].articles.append(ArticleView(article["headline"], article["date"], article["text"]))
    return dict(views)
