"""What may be said, loaded from ``ontology/policy.ttl``: the classes, the relations, and between what they may stand.

`assemble` asks `allowed` before it lets a statement into the knowledge base; `render_vocabulary` writes ``kg/vocab.py``.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.resources import ontology_file

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

NAMESPACE = "https://w3id.org/policy-kg/ontology#"
LITERAL = "Literal"
ENDS = ("statedBy", "targetOf", "committedBy")
"""What ties figures and targets to entities of some classes."""


@dataclass(frozen=True, slots=True)
class Ontology:
    """The ontology as plain names: ``signatures`` holds, for each relation and end of a figure or target, and subject class, the classes of its objects.

    The object class of a date is `LITERAL`.
    """

    version: str
    terms: tuple[str, ...]
    labels: Mapping[str, Mapping[str, str]]
    comments: Mapping[str, Mapping[str, str]]
    entity_classes: tuple[str, ...]
    relations: tuple[str, ...]
    dates: tuple[str, ...]
    signatures: Mapping[tuple[str, str], frozenset[str]]


def load_graph() -> Graph:
    """The ontology as an rdflib graph."""
    from rdflib import Graph

    return Graph().parse(ontology_file("policy.ttl"), format="turtle")


@cache
def load_ontology() -> Ontology:
    """The ontology, read once for each process."""
    from rdflib import OWL, RDF, RDFS, URIRef

    graph = load_graph()
    terms = sorted({local(node) for node in graph.subjects(RDF.type) if str(node).startswith(NAMESPACE)})
    term = {name: URIRef(NAMESPACE + name) for name in terms}

    def texts(predicate: URIRef) -> dict[str, dict[str, str]]:
        return {name: {getattr(text, "language", ""): str(text) for text in graph.objects(term[name], predicate)} for name in terms}

    def below(predicate: URIRef, top: str) -> tuple[str, ...]:
        return tuple(sorted(local(node) for node in graph.subjects(predicate, term[top])))

    entity_classes = below(RDFS.subClassOf, "Entity")
    relations, dates = below(RDFS.subPropertyOf, "relation"), below(RDFS.subPropertyOf, "eventDate")
    signatures = {(name, subject): objects
                  for name in relations + dates + ENDS
                  for subject, objects in signature(graph, term[name]).items()}
    version = next(graph.objects(predicate=OWL.versionInfo))
    return Ontology(str(version), tuple(terms), texts(RDFS.label), texts(RDFS.comment), entity_classes, relations, dates, signatures)


def local(node: Node) -> str:
    """Local name of a term of the ontology."""
    return str(node).removeprefix(NAMESPACE)


def members(graph: Graph, node: Node | None) -> Iterator[str]:
    """The named classes that a domain or range stands for: itself, or the members of its union."""
    from rdflib import OWL
    from rdflib.collection import Collection

    union = graph.value(node, OWL.unionOf)
    nodes = Collection(graph, union) if union is not None else [node]
    yield from (local(item) if str(item).startswith(NAMESPACE) else LITERAL for item in nodes if item is not None)


def signature(graph: Graph, relation: Node) -> dict[str, frozenset[str]]:
    """Classes of objects by class of subject, narrowed by the restrictions that stand on the subject's class."""
    from rdflib import OWL, RDFS, URIRef

    objects = frozenset(members(graph, graph.value(relation, RDFS.range)))
    found = {}
    for subject in members(graph, graph.value(relation, RDFS.domain)):
        narrowed = objects
        for restriction in graph.objects(URIRef(NAMESPACE + subject), RDFS.subClassOf):
            if (restriction, OWL.onProperty, relation) in graph:
                narrowed &= frozenset(members(graph, graph.value(restriction, OWL.allValuesFrom)))
        found[subject] = narrowed
    return found


def allowed(predicate: str, subject_type: str, object_type: str) -> bool:
    """Whether a relation may stand between two classes; the object class of a date is ``Literal``.

    >>> allowed("partOf", "Agency", "Agency"), allowed("partOf", "Programme", "Agency"), allowed("issuedOn", "Regulation", "Literal")
    (True, False, True)
    """
    return object_type in load_ontology().signatures.get((predicate, subject_type), frozenset())


def label(name: str, language: str = "zh") -> str:
    """Label of a term in one language.

    >>> label("administers"), label("Programme", "en")
    ('主管', 'programme')
    """
    return load_ontology().labels[name][language]


def render_vocabulary() -> str:
    """Text of ``kg/vocab.py``: a closed namespace with every term, in which a typo raises."""
    ontology = load_ontology()
    rows = [f"    {name}: URIRef  # {ontology.comments[name]['en']}" for name in ontology.terms]
    return "\n".join([
        '"""The terms of the ontology as a closed rdflib namespace. GENERATED from ontology/policy.ttl by ``kg vocab``; do not edit."""',
        "# ruff: noqa: E501",
        "from rdflib import Namespace, URIRef",
        "from rdflib.namespace import DefinedNamespace",
        "",
        f'VERSION = "{ontology.version}"',
        "",
        "",
        "class PK(DefinedNamespace):",
        '    """Terms of the policy knowledge graph ontology."""',
        "",
        "    _fail = True",
        f'    _NS = Namespace("{NAMESPACE}")',
        "",
        *rows,
        "",
    ])
