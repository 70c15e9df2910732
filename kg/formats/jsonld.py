"""Writes the graph as JSON-LD 1.1: one node a line, sorted; a context says the type of every property that has but one."""
from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.api import Build

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def write_jsonld(build: Build, path: Path) -> None:
    """Write ``@context`` and ``@graph``."""
    from kg.rdf import prefixes

    writer = Writer(prefixes(build.manifest["baseIri"]), build.graph)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {dump(writer.context())},\n"@graph": [')
        for place, node in enumerate(sorted(set(build.graph.subjects()), key=str)):
            file.write((",\n" if place else "\n") + dump(writer.node(node)))
        file.write("\n]}\n")


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def shape(node: Node) -> tuple[str, str]:
    """What a term is, as a context says it: a node, a literal of a type, of a language, or plain text.

    >>> from rdflib import Literal
    >>> shape(Literal("医保", lang="zh")), shape(Literal("医保"))
    (('@language', 'zh'), ('', ''))
    """
    if not hasattr(node, "datatype"):
        return "@type", "@id"
    if language := getattr(node, "language", None):
        return "@language", language
    return ("@type", str(node.datatype)) if node.datatype else ("", "")


class Writer:
    """Writes the nodes of one graph."""

    def __init__(self, prefixes: dict[str, str], graph: Graph) -> None:
        self.graph = graph
        self.prefixes = prefixes
        shapes: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for predicate, value in graph.predicate_objects():
            shapes[str(predicate)].add(shape(value))
        self.known = {predicate: min(found) for predicate, found in sorted(shapes.items()) if len(found) == 1 and predicate != TYPE}

    def context(self) -> dict[str, Any]:
        """The prefixes, and the type or language of each property whose values all have the same."""
        properties = {
            self.short(predicate): {"@id": self.short(predicate), key: self.short(value)}
            for predicate, (key, value) in self.known.items() if key
        }  # fmt: skip
        return {name: {"@id": iri, "@prefix": True} for name, iri in sorted(self.prefixes.items())} | properties

    def node(self, node: Node) -> dict[str, Any]:
        """One node with everything that is said of it."""
        values: dict[str, list[Any]] = defaultdict(list)
        for predicate, value in sorted(self.graph.predicate_objects(node), key=lambda pair: (str(pair[0]), str(pair[1]), shape(pair[1]))):
            if str(predicate) == TYPE:
                values["@type"].append(self.short(str(value)))
            else:
                values[self.short(str(predicate))].append(self.value(str(predicate), value))
        return {"@id": self.short(str(node)), **{name: found if len(found) > 1 else found[0] for name, found in values.items()}}

    def value(self, predicate: str, node: Node) -> Any:
        """A value: bare where the context tells what it is."""
        text, (key, kind) = str(node), shape(node)
        short = self.short(text) if kind == "@id" else text
        if predicate in self.known or not key:
            return short
        return {"@id": short} if kind == "@id" else {"@value": text, key: self.short(kind)}

    def short(self, iri: str) -> str:
        """An IRI shortened by a prefix, the longest that fits."""
        fits = [(namespace, name) for name, namespace in self.prefixes.items() if iri.startswith(namespace)]
        if not fits:
            return iri
        namespace, name = max(fits)
        return f"{name}:{iri[len(namespace):]}"
