"""Turns a knowledge base into a networkx graph with flat attributes, for Gephi, notebooks and graph algorithms.

Nodes are entities, figures and targets; their ids are the IRIs of ``graph.ttl``, so the two files can be joined.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.identifiers import BASE_IRI, Minter
from kg.model import Article, Evidence, Figure, KnowledgeBase, Ref, Statement, Target
from kg.ontology import label

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Attributes = dict[str, str | int | float]


def to_network(kb: KnowledgeBase, *, base_iri: str = BASE_IRI) -> MultiDiGraph[str]:
    """Entities, figures and targets as nodes, relations as edges; each with its sentences as text."""
    from networkx import MultiDiGraph

    network: MultiDiGraph[str] = MultiDiGraph()
    minter = Minter(base_iri)
    articles = {article.id: article for article in kb.articles}
    for entity in kb.entities:
        network.add_node(minter.entity(entity.ref), **flat(
            label=entity.name, type=entity.type, aliases=" | ".join(entity.aliases), code=entity.code, **cited(entity.evidence, articles)))
    for statement in kb.statements:
        add_statement(network, minter, statement, cited(statement.evidence, articles))
    for figure in kb.figures:
        add_figure(network, minter, figure, cited(figure.evidence, articles))
    for target in kb.targets:
        add_target(network, minter, target, cited(target.evidence, articles))
    return network


def flat(**attributes: str | int | float | None) -> Attributes:
    """The attributes that have a value."""
    return {key: value for key, value in attributes.items() if value is not None and value != ""}


def cited(evidence: Iterable[Evidence], articles: dict[str, Article]) -> Attributes:
    """How many sentences support something, the sentences themselves, and the documents they come from."""
    found = list(dict.fromkeys(evidence))
    quotes = dict.fromkeys(articles[item.article].sentences[item.sentence].text for item in found)
    documents = dict.fromkeys(articles[item.article].document for item in found)
    return flat(evidence=len(found), quotes="\n".join(quotes), documents=" | ".join(documents))


def add_statement(network: MultiDiGraph[str], minter: Minter, statement: Statement, citation: Attributes) -> None:
    """Add a relation as an edge, a date as an attribute of its node (the earliest, where there are several)."""
    subject = minter.entity(statement.subject)
    if isinstance(statement.object, str):
        dates = [statement.object, network.nodes[subject].get(statement.predicate, statement.object)]
        network.nodes[subject][statement.predicate] = min(dates)
        return
    network.add_edge(subject, minter.entity(statement.object), key=minter.statement(statement), **flat(
        label=label(statement.predicate), type=statement.predicate, title=statement.title,
        confidence=round(statement.confidence, 3), **citation))


def add_figure(network: MultiDiGraph[str], minter: Minter, figure: Figure, citation: Attributes) -> None:
    """Add a figure as a node, tied to what it is about and to who states it."""
    node = minter.figure(figure)
    start, end = figure.period or (None, None)
    network.add_node(node, **flat(
        label=f"{figure.indicator} {figure.text}".strip(), type="Figure", indicator=figure.indicator, text=figure.text,
        value=float(figure.value), valueMax=None if figure.value_max is None else float(figure.value_max), unit=figure.unit,
        qualifier=figure.qualifier, measure=figure.measure, direction=figure.direction,
        periodStart=start.isoformat() if start else None, periodEnd=end.isoformat() if end else None, **citation))
    link(network, minter, node, about=figure.about, statedBy=figure.stated_by)


def add_target(network: MultiDiGraph[str], minter: Minter, target: Target, citation: Attributes) -> None:
    """Add a target as a node, tied to what it belongs to, who sets it, and its figure."""
    node = minter.target(target)
    network.add_node(node, **flat(
        label=target.statement, type="Target", deadline=target.deadline.isoformat() if target.deadline else None, **citation))
    link(network, minter, node, targetOf=target.of, committedBy=target.by)
    if target.figure:
        connect(network, minter, node, "targetFigure", minter.figure(target.figure))


def link(network: MultiDiGraph[str], minter: Minter, node: str, **ends: Ref | None) -> None:
    """Add an edge from a figure or target to each entity given."""
    for predicate, ref in ends.items():
        if ref:
            connect(network, minter, node, predicate, minter.entity(ref))


def connect(network: MultiDiGraph[str], minter: Minter, node: str, predicate: str, other: str) -> None:
    """Add an edge that is no statement of its own."""
    key = minter.mint("Edge", *(iri.removeprefix(minter.base) for iri in (node, other)), predicate)
    network.add_edge(node, other, key=key, label=label(predicate), type=predicate)
