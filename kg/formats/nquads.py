"""Writes the graph as N-Quads: what each document says in a named graph of its own, where it says so in another.

The graph of a document bears the document's IRI. Provenance (documents, articles, sentences, and which of these support what) stands in
``provenance`` under the base of the build. What the build alone says, over all documents (indicators, which gather figures of several), stands
in the default graph. All graphs together are ``graph.ttl``.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.api import Build
from kg.exporters.turtle import ESCAPES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SOURCES = ("Document", "Article", "Evidence", "Fragment")
"""Classes of what stands in the graph of provenance."""


def write_nquads(build: Build, path: Path) -> None:
    """Write the quads, sorted."""
    lines = sorted(quads(build.graph, build.manifest["baseIri"] + "provenance"))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def quads(graph: Graph, provenance: str) -> Iterator[str]:
    """Lines of N-Quads: one for each triple and each document that says it."""
    from rdflib import RDF, URIRef

    from kg.vocab import PK

    sources = {node for name in SOURCES for node in graph.subjects(RDF.type, PK[name])}
    says = documents_by_node(graph)
    predicates, values = dict(graph.subject_objects(RDF.predicate)), dict(graph.subject_objects(RDF.object))
    claims: dict[tuple[Node, ...], set[Node]] = defaultdict(set)
    for node, subject in graph.subject_objects(RDF.subject):
        claims[subject, predicates[node], values[node]] |= says[node]
    for triple in graph:
        if triple[0] in sources or triple[1] in (PK.evidence, PK.curatedBy):
            names: set[Node] = {URIRef(provenance)}
        else:
            names = claims.get(triple) or says[triple[0]]
        line = " ".join(map(written, triple))
        yield from (f"{line} {written(name)} .\n" for name in names)
        if not names:
            yield f"{line} .\n"


def documents_by_node(graph: Graph) -> dict[Node, set[Node]]:
    """The documents in which a sentence supports each node."""
    from rdflib.namespace import DCTERMS

    from kg.vocab import PK

    of_article = dict(graph.subject_objects(DCTERMS.isPartOf))
    of_evidence = {node: of_article[article] for node, article in graph.subject_objects(PK.inArticle)}
    found: dict[Node, set[Node]] = defaultdict(set)
    for node, evidence in graph.subject_objects(PK.evidence):
        found[node].add(of_evidence[evidence])
    return found


def written(node: Node) -> str:
    """A term as N-Quads writes it.

    >>> from rdflib import XSD, Literal
    >>> written(Literal("医保", lang="zh")), written(Literal("2", datatype=XSD.integer))
    ('"医保"@zh', '"2"^^<http://www.w3.org/2001/XMLSchema#integer>')
    """
    if not hasattr(node, "datatype"):
        return f"<{node}>"
    language, datatype = getattr(node, "language", None), node.datatype
    suffix = f"@{language}" if language else f"^^<{datatype}>" if datatype else ""
    return f'"{str(node).translate(ESCAPES)}"{suffix}'
