"""Turns a knowledge base into an rdflib graph, as the ontology says, and reads the graph of a finished build back.

No blank nodes: every node has an IRI minted from its content, so a graph is the same on every run and machine.
"""
from __future__ import annotations

from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SKOS

from kg.errors import InvalidBuild
from kg.folder import settle
from kg.identifiers import BASE_IRI
from kg.model import KnowledgeBase
from kg.triples import Value, nodes
from kg.vocab import PK


def to_graph(kb: KnowledgeBase, *, base_iri: str = BASE_IRI) -> Graph:
    """The whole knowledge base as one graph: sources, entities, relations, figures and targets, each with its evidence."""
    graph = new_graph(base_iri)
    for subject, pairs in nodes(kb, base_iri):
        node = URIRef(subject)
        for predicate, value in pairs:
            graph.add((node, URIRef(predicate), term(value)))
    return graph


def term(value: Value) -> URIRef | Literal:
    """An IRI or a literal as rdflib has it."""
    if isinstance(value, str):
        return URIRef(value)
    return Literal(value.text, lang=value.language, datatype=value.datatype, normalize=False)


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
