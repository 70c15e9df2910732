"""Records as they travel between workers: packed, by the IRI of their node, each with the sentences that support it; and how those of one node merge.

Merging goes by `kg.assemble` and takes records in any order, from anywhere: that is what makes a shuffle of it.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.api.tables import Citation, Source
from kg.assemble import assemble, check, merge, merge_entities
from kg.identifiers import Minter
from kg.model import Entity, Evidence, Extract, Figure, KnowledgeBase, Statement, Target
from kg.triples import Teller
from kg.views.notices import Element, notice_elements

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

KINDS: Mapping[str, type] = {"entity": Entity, "statement": Statement, "figure": Figure, "aim": Figure, "target": Target, "element": Element}
"""What travels; an ``aim`` is the figure of a target, which no article need tell otherwise."""


class Cite(NamedTuple):
    """A sentence that supports a record, its IRI, and of the first one how tables cite it."""

    item: Evidence
    iri: str
    told: Citation | None = None


class Told(NamedTuple):
    """A record and its sentences; an aim stands behind others of its node in the order of ``rank``."""

    record: Any
    cites: tuple[Cite, ...]
    rank: str = ""


def pack_told(told: Told) -> bytes:
    """The record and its sentences as MessagePack."""
    import msgspec

    return msgspec.msgpack.encode(told)


def unpack_told(kind: str, packed: bytes) -> Told:
    """What `pack_told` has packed."""
    return Told(*_decoder(kind).decode(packed))


@cache
def _decoder(kind: str) -> Decoder[tuple[Any, tuple[Cite, ...], str]]:
    import msgspec

    kinds: Any = KINDS  # a type that is known only here
    return msgspec.msgpack.Decoder(tuple[kinds[kind], tuple[Cite, ...], str])


def local(extract: Extract, base_iri: str) -> tuple[Teller, Source]:
    """Tells of the sources of one document, and cites its sentences."""
    kb = KnowledgeBase((extract.document,), tuple(found.article for found in extract.articles), (), (), (), ())
    teller = Teller(kb, base_iri)
    return teller, Source(kb, teller.minter)


def found_records(extract: Extract) -> Iterator[tuple[str, Any]]:
    """Every record that a document gives and that can stand, with its kind."""
    for found in extract.articles:
        yield from (("entity", entity) for entity in found.entities)
        yield from (("statement", statement) for statement in check(found)[0])
        yield from (("figure", figure) for figure in found.facts.figures)
        yield from (("target", target) for target in found.facts.targets)
    yield from (("element", element) for element in notice_elements(assemble([extract])))


def evidence_of(record: Any) -> tuple[Evidence, ...]:
    """The sentences that a record needs: its own, and those of a target's figure."""
    figure = record.figure if isinstance(record, Target) else None
    return tuple(dict.fromkeys((*record.evidence, *(figure.evidence if figure else ()))))


def key_of(record: Any, minter: Minter) -> str:
    """IRI of the node of a record."""
    match record:
        case Entity():
            return minter.entity(record.ref)
        case Statement():
            return minter.statement(record)
        case Figure():
            return minter.figure(record)
        case Target():
            return minter.target(record)
    return minter.element(record.of, record.property, record.value)


def tell(record: Any, teller: Teller, source: Source) -> Told:
    """A record with its sentences."""
    first = record.evidence[:1]
    return Told(record, tuple(Cite(item, teller.quoted(item), source.told(item) if item in first else None) for item in evidence_of(record)))


def merge_node(same: Sequence[tuple[str, Told]]) -> tuple[str, Told]:
    """All records of one node as one, with all their sentences; a figure that articles tell goes before the same one of targets."""
    kind = min((kind for kind, _ in same), key=list(KINDS).index)
    told = sorted((told for other, told in same if other == kind), key=lambda told: told.rank)
    record = told[0].record if kind == "aim" else merged([one.record for one in told])
    cites = sorted(chosen(cite for _, one in same for cite in one.cites))
    first = record.evidence[:1]
    return kind, Told(record, tuple(cite if cite.item in first else cite._replace(told=None) for cite in cites), told[0].rank)


def merged(same: list[Any]) -> Any:
    """Records of one node as one."""
    match same[0]:
        case Entity():
            return merge_entities(same)
        case Element():
            return replace(same[0], evidence=tuple(sorted({item for element in same for item in element.evidence})))
    return merge(same)[0]


def chosen(cites: Iterable[Cite]) -> Iterable[Cite]:
    """Each sentence once, with how it is cited where that is known."""
    found: dict[Evidence, Cite] = {}
    for cite in cites:
        if cite.told or cite.item not in found:
            found[cite.item] = cite
    return found.values()


def aim_of(target: Told) -> Told | None:
    """The figure of a merged target, None if it has none."""
    figure = target.record.figure
    return Told(figure, tuple(cite for cite in target.cites if cite.item in figure.evidence), repr(target.record)) if figure else None
