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
        for place, iri in enumerate(sorted(writer.nodes)):
            file.write((",\n" if place else "\n") + dump(writer.node(iri)))
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
        self.prefixes = sorted(((namespace, name) for name, namespace in prefixes.items()), reverse=True)
        self.nodes: dict[str, list[tuple[str, str, tuple[str, str]]]] = defaultdict(list)
        shapes: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for subject, predicate, value in graph:
            said = shape(value)
            self.nodes[str(subject)].append((str(predicate), str(value), said))
            shapes[str(predicate)].add(said)
        self.known = {predicate: min(found) for predicate, found in sorted(shapes.items()) if len(found) == 1 and predicate != TYPE}

    def context(self) -> dict[str, Any]:
        """The prefixes, and the type or language of each property whose values all have the same."""
        properties = {
            self.short(predicate): {"@id": self.short(predicate), key: self.short(value)}
            for predicate, (key, value) in self.known.items() if key
        }  # fmt: skip
        return {name: {"@id": namespace, "@prefix": True} for namespace, name in self.prefixes} | properties

    def node(self, iri: str) -> dict[str, Any]:
        """One node with everything that is said of it."""
        values: dict[str, list[Any]] = defaultdict(list)
        for predicate, text, (key, kind) in sorted(self.nodes[iri]):
            if predicate == TYPE:
                values["@type"].append(self.short(text))
            else:
                values[self.short(predicate)].append(self.value(predicate, text, key, kind))
        return {"@id": self.short(iri), **{name: found if len(found) > 1 else found[0] for name, found in values.items()}}

    def value(self, predicate: str, text: str, key: str, kind: str) -> Any:
        """A value: bare where the context tells what it is."""
        short = self.short(text) if kind == "@id" else text
        if predicate in self.known or not key:
            return short
        return {"@id": short} if kind == "@id" else {"@value": text, key: self.short(kind)}

    def short(self, iri: str) -> str:
        """An IRI shortened by a prefix, the longest that fits."""
        return next((f"{name}:{iri[len(namespace):]}" for namespace, name in self.prefixes if iri.startswith(namespace)), iri)
