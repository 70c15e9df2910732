"""What is served: a build as it was when the service began, read once and held in memory."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.api import Build
from kg.api.facts import Facts
from kg.api.finding import Finder
from kg.api.tables import Source
from kg.errors import InvalidBuild
from kg.identifiers import Minter
from kg.model import Entity, Figure, Statement, Target
from kg.rdf import prefixes
from kg.reload import to_knowledge_base
from kg.store import graph_of

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad, Store

PAGE = "graph.html"


@dataclass(frozen=True, slots=True)
class Holdings:
    """The base of the IRIs, page and graph as bytes, the triples, what finds entities, what tells facts, and the entities by IRI."""

    base: str
    page: bytes
    turtle: bytes
    store: Store
    finder: Finder
    facts: Facts
    entities: Mapping[str, Entity]

    @property
    def prefixes(self) -> dict[str, str]:
        """What queries need not declare, as in `kg query`."""
        return {**prefixes(self.base), "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}

    def out(self, node: NamedNode, most: int) -> list[Quad]:
        """What is said of a node."""
        return ordered(islice(self.store.quads_for_pattern(node, None, None), most))

    def into(self, node: NamedNode, most: int) -> list[Quad]:
        """What points to a node."""
        return ordered(islice(self.store.quads_for_pattern(None, None, node), most))

    def iri_of(self, record: Statement | Figure | Target) -> str:
        """The IRI of a fact."""
        mint = self.facts.source.minter
        if isinstance(record, Statement):
            return mint.statement(record)
        return mint.figure(record) if isinstance(record, Figure) else mint.target(record)


def ordered(quads: Iterator[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: (quad.predicate.value, str(quad.object), str(quad.subject)))


def hold(folder: Path) -> Holdings:
    """Read a finished build."""
    from pyoxigraph import RdfFormat, Store

    base = Build(folder).manifest["baseIri"]
    if not (folder / PAGE).is_file():
        raise InvalidBuild(f"{folder}: holds no {PAGE}; run `kg view {folder} -o {folder / PAGE}` first")
    turtle = (folder / "graph.ttl").read_bytes()
    store = Store()
    try:
        store.bulk_load(turtle, format=RdfFormat.TURTLE)
    except (SyntaxError, ValueError) as error:
        raise InvalidBuild(f"{folder / 'graph.ttl'}: not valid Turtle ({error}); build it again") from error
    source = Source(to_knowledge_base(graph_of(store, base), folder), Minter(base))
    finder = Finder(source.kb)
    finder.find("pinyin", 1)  # spells all names, before there are several who ask
    entities = {source.minter.entity(entity.ref): entity for entity in source.kb.entities}
    return Holdings(base, (folder / PAGE).read_bytes(), turtle, store, finder, Facts(source), entities)
