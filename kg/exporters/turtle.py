"""Writes ``graph.ttl``: sorted, one subject a block, the same bytes for the same graph; node by node, without any graph in memory."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from kg.literals import INTEGER, Text
from kg.model import KnowledgeBase
from kg.triples import RDF, Node, Value, nodes

WORD = r"[A-Za-z0-9_\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f]+"
LOCAL = f"{WORD}(?:-{WORD})*"
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


def write_turtle(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the knowledge base as Turtle."""
    from kg.rdf import prefixes

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(turtle_lines(nodes(kb, base_iri), prefixes(base_iri)))


def turtle_lines(nodes: Iterable[Node], prefixes: dict[str, str]) -> Iterator[str]:
    """The nodes as Turtle, a block each, sorted by predicate and object; nodes come sorted."""
    names = Names(prefixes)
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items()))
    for subject, pairs in nodes:
        block: dict[str, set[str]] = defaultdict(set)
        for predicate, value in pairs:
            block[names.predicate(predicate)].add(names.term(value))
        rows = [f"{predicate} {', '.join(sorted(values))}" for predicate, values in sorted(block.items())]
        yield f"\n{names.iri(subject)} " + " ;\n    ".join(rows) + " .\n"


class Names:
    """Writes terms, shortened by prefixes."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        longest_first = sorted(map(re.escape, self.prefixes), key=len, reverse=True)
        self.short = re.compile(f"({'|'.join(longest_first)})({LOCAL})")
        self.predicate = cache(self._predicate)

    def _predicate(self, iri: str) -> str:
        """The term as a predicate, where rdf:type is ``a``; it sorts before all others."""
        return "a" if iri == RDF.type else self.iri(iri)

    def term(self, value: Value) -> str:
        """The term as Turtle writes it."""
        return self.iri(value) if isinstance(value, str) else self.literal(value)

    def iri(self, iri: str) -> str:
        """A prefixed name where Turtle allows one, the IRI in angle brackets else."""
        hit = self.short.fullmatch(iri)
        return f"{self.prefixes[hit[1]]}:{hit[2]}" if hit else f"<{iri}>"

    def literal(self, value: Text) -> str:
        """A quoted string with its language or datatype; an integer stands bare."""
        text, language, datatype = value
        if datatype == INTEGER:
            return text
        quoted = f'"{text.translate(ESCAPES)}"'
        if language:
            return f"{quoted}@{language}"
        return f"{quoted}^^{self.predicate(datatype)}" if datatype else quoted
