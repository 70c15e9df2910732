"""Turns a knowledge base into a network of flat attributes, for networkx, Gephi, notebooks and graph algorithms.

Nodes are entities, figures and targets; their ids are the IRIs of ``graph.ttl``, so the two files can be joined.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.identifiers import BASE_IRI, Minter
from kg.model import Entity, Evidence, Figure, KnowledgeBase, Ref, Statement, Target
from kg.ontology import label

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Attributes = dict[str, str | int | float]
Node = tuple[str, Attributes]
Edge = tuple[str, str, str, Attributes]
"""Source, target, key and attributes."""


def to_network(kb: KnowledgeBase, *, base_iri: str = BASE_IRI) -> MultiDiGraph[str]:
    """Entities, figures and targets as nodes, relations as edges; each with its sentences as text."""
    from networkx import MultiDiGraph

    network: MultiDiGraph[str] = MultiDiGraph()
    parts = Parts(kb, base_iri)
    network.add_nodes_from(parts.nodes())
    for source, target, key, data in parts.edges():
        network.add_edge(source, target, key, **data)
    return network


class Parts:
    """The nodes and edges of a network, one after the other in the order in which networkx tells them, without any network in memory.

    Without ``quoted`` the sentences are left out, where only the names and types of the attributes are asked for.
    """

    def __init__(self, kb: KnowledgeBase, base_iri: str, *, quoted: bool = True) -> None:
        self.kb, self.mint, self.quoted = kb, Minter(base_iri), quoted
        self.articles = {article.id: article for article in kb.articles}

    def nodes(self) -> Iterator[Node]:
        """Entities with their dates, figures, targets; last, figures that only a target tells."""
        dates: dict[Ref, dict[str, str]] = defaultdict(dict)
        for statement in self.kb.statements:
            if isinstance(statement.object, str):
                told = dates[statement.subject]
                told[statement.predicate] = min(statement.object, told.get(statement.predicate, statement.object))
        for entity in self.kb.entities:
            yield self.entity(entity, dates.get(entity.ref, {}))
        aimed = {self.mint.figure(target.figure) for target in self.kb.targets if target.figure}
        for figure in self.kb.figures:
            node, data = self.figure(figure)
            aimed.discard(node)
            yield node, data
        yield from map(self.target, self.kb.targets)
        yield from ((node, {}) for node in sorted(aimed))

    def edges(self) -> Iterator[Edge]:
        """Relations by their subjects and objects, then what figures and targets are of and by."""
        relations: dict[Ref, dict[Ref, list[Statement]]] = defaultdict(dict)
        for statement in self.kb.statements:
            if isinstance(statement.object, Ref):
                relations[statement.subject].setdefault(statement.object, []).append(statement)
        for entity in self.kb.entities:
            for same in relations.get(entity.ref, {}).values():
                yield from map(self.relation, same)
        for figure in self.kb.figures:
            yield from self.links(self.mint.figure(figure), about=figure.about, statedBy=figure.stated_by)
        for target in self.kb.targets:
            node = self.mint.target(target)
            yield from self.links(node, targetOf=target.of, committedBy=target.by)
            if target.figure:
                yield self.link(node, "targetFigure", self.mint.figure(target.figure))

    def entity(self, entity: Entity, dates: dict[str, str]) -> Node:
        """An entity; of several dates of one kind it has the earliest."""
        return self.mint.entity(entity.ref), flat(
            label=entity.name, type=entity.type, aliases=" | ".join(entity.aliases), code=entity.code, **self.cited(entity.evidence), **dates)

    def figure(self, figure: Figure) -> Node:
        """A figure."""
        start, end = figure.period or (None, None)
        return self.mint.figure(figure), flat(
            label=f"{figure.indicator} {figure.text}".strip(), type="Figure", indicator=figure.indicator, text=figure.text,
            value=float(figure.value), valueMax=None if figure.value_max is None else float(figure.value_max), unit=figure.unit,
            qualifier=figure.qualifier, measure=figure.measure, direction=figure.direction,
            periodStart=start.isoformat() if start else None, periodEnd=end.isoformat() if end else None, **self.cited(figure.evidence))

    def target(self, target: Target) -> Node:
        """A target."""
        deadline = target.deadline.isoformat() if target.deadline else None
        return self.mint.target(target), flat(label=target.statement, type="Target", deadline=deadline, **self.cited(target.evidence))

    def relation(self, statement: Statement) -> Edge:
        """A relation between two entities."""
        assert isinstance(statement.object, Ref)
        return self.mint.entity(statement.subject), self.mint.entity(statement.object), self.mint.statement(statement), flat(
            label=label(statement.predicate), type=statement.predicate, title=statement.title,
            confidence=round(statement.confidence, 3), **self.cited(statement.evidence))

    def links(self, node: str, **ends: Ref | None) -> Iterator[Edge]:
        """An edge from a figure or target to each entity given."""
        return (self.link(node, predicate, self.mint.entity(ref)) for predicate, ref in ends.items() if ref)

    def link(self, node: str, predicate: str, other: str) -> Edge:
        """An edge that is no statement of its own."""
        key = self.mint.mint("Edge", *(iri.removeprefix(self.mint.base) for iri in (node, other)), predicate)
        return node, other, key, flat(label=label(predicate), type=predicate)

    def cited(self, evidence: Iterable[Evidence]) -> Attributes:
        """How many sentences support something, the sentences themselves, and the documents they come from."""
        found = list(dict.fromkeys(evidence))
        documents = dict.fromkeys(self.articles[item.article].document for item in found)
        quotes = dict.fromkeys(self.articles[item.article].sentences[item.sentence].text for item in found) if self.quoted else documents
        return flat(evidence=len(found), quotes="\n".join(quotes), documents=" | ".join(documents))


def flat(**attributes: str | int | float | None) -> Attributes:
    """The attributes that have a value."""
    return {key: value for key, value in attributes.items() if value is not None and value != ""}
