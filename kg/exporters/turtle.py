"""Writes ``graph.ttl``: sorted, one subject a block, the same bytes for the same graph whatever the version of rdflib."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import KnowledgeBase

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

WORD = r"[A-Za-z0-9_\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f]+"
LOCAL = re.compile(f"{WORD}(?:-{WORD})*")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


def write_turtle(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the knowledge base as Turtle."""
    from kg.rdf import prefixes, to_graph

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(turtle_lines(to_graph(kb, base_iri=base_iri), prefixes(base_iri)))


def turtle_lines(graph: Graph, prefixes: dict[str, str]) -> Iterable[str]:
    """The lines of the graph as Turtle, sorted by subject, predicate and object."""
    names = Names(prefixes)
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items()))
    blocks: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in graph:
        blocks[names.term(subject)][names.predicate(predicate)].append(names.term(value))
    for name, block in sorted(blocks.items()):
        rows = [f"{predicate} {', '.join(sorted(values))}" for predicate, values in sorted(block.items())]
        yield f"\n{name} " + " ;\n    ".join(rows) + " .\n"


class Names:
    """Writes terms, shortened by prefixes; each term is worked out once."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = sorted(prefixes.items(), key=lambda item: -len(item[1]))
        self.known: dict[Node, str] = {}

    def predicate(self, node: Node) -> str:
        """The term as a predicate, where rdf:type is ``a``; it sorts before all others."""
        term = self.term(node)
        return "a" if term == "rdf:type" else term

    def term(self, node: Node) -> str:
        """The term as Turtle writes it."""
        if node not in self.known:
            self.known[node] = self.literal(node) if hasattr(node, "datatype") else self.iri(str(node))
        return self.known[node]

    def iri(self, iri: str) -> str:
        """A prefixed name where Turtle allows one, the IRI in angle brackets else."""
        for prefix, namespace in self.prefixes:
            if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace):]}"
        return f"<{iri}>"

    def literal(self, node: Node) -> str:
        """A quoted string with its language or datatype; ``xsd:string`` goes without saying, an integer stands bare."""
        quoted = f'"{str(node).translate(ESCAPES)}"'
        language, datatype = getattr(node, "language", None), getattr(node, "datatype", None)
        if language:
            return f"{quoted}@{language}"
        if str(datatype).endswith("XMLSchema#integer"):
            return str(node)
        if datatype and not str(datatype).endswith("XMLSchema#string"):
            return f"{quoted}^^{self.iri(str(datatype))}"
        return quoted
