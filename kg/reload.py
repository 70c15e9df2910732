"""The knowledge base of a finished build, read back from its ``graph.ttl``: what `kg view` makes its pages from.

Of the documents it holds what the graph holds: names and hashes, and of the articles those sentences that are cited.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InvalidBuild
from kg.identifiers import HASH_LENGTH, digest
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Sentence, Statement, Target

if TYPE_CHECKING:
    from rdflib import Graph

Node = Mapping[str, list[str]]
"""What the graph says of one node: local names of predicates, and their values as text."""


def read_build(folder: Path) -> KnowledgeBase:
    """The knowledge base of the build in a folder, in the order in which `assemble` puts it."""
    from kg.rdf import read_graph

    return to_knowledge_base(read_graph(folder), folder)


def to_knowledge_base(graph: Graph, folder: Path) -> KnowledgeBase:
    """The knowledge base of a graph that was read from a folder."""
    nodes: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, value in graph:
        nodes.setdefault(str(subject), {}).setdefault(_local(str(predicate)), []).append(str(value))
    try:
        return _Reader(nodes).read()
    except (KeyError, ValueError, ArithmeticError) as error:
        raise InvalidBuild(f"{folder}: graph.ttl is not that of a finished build ({error!r}); run `kg validate {folder}`") from error


def _local(iri: str) -> str:
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


class _Reader:
    """Reads records from nodes; sources first, so that evidence can be numbered by where it stands in its article."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        from kg.ontology import load_ontology

        self.nodes = nodes
        self.kinds: dict[str, list[str]] = {}
        for iri in sorted(nodes):
            for kind in nodes[iri].get("type", ()):
                self.kinds.setdefault(_local(kind), []).append(iri)
        self.documents = {iri: self.one(iri, "identifier") or "" for iri in self.kinds.get("Document", ())}
        self.articles: dict[str, Article] = {}
        self.evidence: dict[str, Evidence] = {}
        self.refs = {
            iri: Ref(kind, self.one(iri, "prefLabel") or "") for kind in load_ontology().entity_classes for iri in self.kinds.get(kind, ())
        }  # fmt: skip

    def one(self, iri: str, predicate: str) -> str | None:
        return min(self.nodes[iri].get(predicate, ()), default=None)

    def day(self, iri: str, predicate: str) -> date | None:
        text = self.one(iri, predicate)
        return date.fromisoformat(text) if text else None

    def ref(self, iri: str, predicate: str) -> Ref | None:
        text = self.one(iri, predicate)
        return self.refs[text] if text else None

    def said(self, iri: str, predicate: str = "evidence") -> tuple[Evidence, ...]:
        return tuple(sorted(self.evidence[other] for other in self.nodes[iri].get(predicate, ())))

    def read(self) -> KnowledgeBase:
        self.read_articles()
        figures = {iri: self.figure(iri) for iri in self.kinds.get("Figure", ())}
        targets = [self.target(iri, figures) for iri in self.kinds.get("Target", ())]
        documents = (Document(self.documents[iri], "", self.one(iri, "sha256") or "") for iri in self.documents)
        return KnowledgeBase(
            documents=tuple(sorted(documents, key=lambda document: document.identifier)),
            articles=tuple(sorted(self.articles.values(), key=lambda article: (article.document, article.number))),
            entities=tuple(sorted((self.entity(iri) for iri in self.refs), key=lambda entity: entity.ref)),
            statements=tuple(sorted((self.statement(iri) for iri in self.kinds.get("Statement", ())), key=repr)),
            figures=tuple(sorted(figures.values(), key=repr)),
            targets=tuple(sorted(targets, key=repr)),
        )

    def read_articles(self) -> None:
        """Articles with their cited sentences in reading order, and the evidence that points to these."""
        cited: dict[str, list[tuple[int, str]]] = {iri: [] for iri in self.kinds.get("Article", ())}
        for iri in self.kinds.get("Evidence", ()):
            cited[self.nodes[iri]["inArticle"][0]].append((self.start(iri), iri))
        first = {article: min(places, default=(0, ""))[0] for article, places in cited.items()}
        order = sorted(cited, key=lambda iri: (self.nodes[iri]["isPartOf"][0], first[iri], iri))
        numbers = self.numbers(order)
        for place, iri in enumerate(order, 1):
            document, number = self.documents[self.nodes[iri]["isPartOf"][0]], numbers.get(iri[-HASH_LENGTH:], len(order) + place)
            places = sorted(cited[iri])
            sentences = tuple(Sentence(self.nodes[place]["quote"][0], (), 1) for _, place in places)
            article = Article(document, number, self.one(iri, "title"), self.day(iri, "issued"), self.one(iri, "source"), sentences)
            self.articles[iri] = article
            self.evidence |= {place: Evidence(article.id, index) for index, (_, place) in enumerate(places)}
        for iri, article in self.articles.items():
            if original := self.one(iri, "reprintOf"):
                self.articles[iri] = replace(article, reprint_of=self.articles[original].id)

    def numbers(self, articles: list[str]) -> dict[str, int]:
        """Numbers of the articles on their pages by the ends of their IRIs, which are made from these (see `Minter.article`)."""
        counts = Counter(self.documents[self.nodes[iri]["isPartOf"][0]] for iri in articles)
        return {digest("Article", document, str(number)): number for document, count in counts.items() for number in range(1, count + 1)}

    def start(self, iri: str) -> int:
        """Where a sentence begins in its document, its first fragment where it is broken."""
        places = [iri, *self.nodes[iri].get("fragment", ())]
        return min((int(value) for place in places for value in self.nodes[place].get("start", ())), default=0)

    def entity(self, iri: str) -> Entity:
        aliases = tuple(sorted(self.nodes[iri].get("altLabel", ())))
        return Entity(*self.refs[iri], aliases, self.one(iri, "notation"), self.said(iri), self.said(iri, "curatedBy"))

    def statement(self, iri: str) -> Statement:
        value = self.nodes[iri]["object"][0]
        return Statement(
            self.refs[self.nodes[iri]["subject"][0]], _local(self.nodes[iri]["predicate"][0]), self.refs.get(value, value),
            self.one(iri, "postTitle") or "", float(self.one(iri, "confidence") or 1), self.said(iri), self.said(iri, "curatedBy"),
        )  # fmt: skip

    def figure(self, iri: str) -> Figure:
        start, end, largest = self.day(iri, "periodStart"), self.day(iri, "periodEnd"), self.one(iri, "valueMax")
        return Figure(
            self.one(iri, "statedText") or "", Decimal(self.nodes[iri]["value"][0]), self.one(iri, "unit") or "",
            self.one(iri, "indicator") or "", self.one(iri, "measure") or "level", Decimal(largest) if largest else None,
            self.one(iri, "qualifier"), (start, end) if start and end else None, self.one(iri, "direction"),
            self.ref(iri, "about"), self.ref(iri, "statedBy"), self.said(iri),
        )  # fmt: skip

    def target(self, iri: str, figures: Mapping[str, Figure]) -> Target:
        number = self.one(iri, "targetFigure")
        return Target(
            self.one(iri, "statement") or "", self.day(iri, "deadline"), self.ref(iri, "targetOf"), self.ref(iri, "committedBy"),
            figures[number] if number else None, self.said(iri),
        )  # fmt: skip
