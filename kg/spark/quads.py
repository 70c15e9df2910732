"""Lines of N-Quads from records, in the graphs of `kg.formats.nquads`: documents, provenance, and the default graph for what the build alone says."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kg.exporters.turtle import ESCAPES
from kg.identifiers import Minter
from kg.model import Document, Evidence, Extract, Figure, KnowledgeBase
from kg.spark.records import Told, evidence_of, found_records, key_of, local
from kg.triples import PK, Pairs, Row, Teller, Value
from kg.views.indicators import Indicator

NOTHING = KnowledgeBase((), (), (), (), (), ())


def written(value: Value) -> str:
    """An IRI or a literal as N-Quads has it."""
    if isinstance(value, str):
        return f"<{value}>"
    suffix = f"@{value.language}" if value.language else f"^^<{value.datatype}>" if value.datatype else ""
    return f'"{value.text.translate(ESCAPES)}"{suffix}'


def provenance(minter: Minter) -> str:
    """IRI of the graph of documents, articles and sentences, and of which of these support what."""
    return f"{minter.base}provenance"


def lines(subject: str, pairs: Pairs, graphs: Iterable[str]) -> Iterator[str]:
    """A line for each triple and graph, or for the default graph where there is none."""
    ends = [f" <{graph}> ." for graph in graphs] or [" ."]
    for predicate, value in pairs:
        if value is not None:
            triple = f"<{subject}> <{predicate}> {written(value)}"
            yield from (triple + end for end in ends)


def documents(evidence: Iterable[Evidence], minter: Minter) -> list[str]:
    """IRIs of the documents in which sentences stand."""
    return [minter.document(Document(name, "", "")) for name in sorted({item.article.rpartition("#")[0] for item in evidence})]


def node_lines(kind: str, told: Told, teller: Teller) -> Iterator[str]:
    """What is said of the node of a merged record, and the triple that it claims."""
    record, items = told.record, said_in(told)
    teller.evidence = {cite.item: cite.iri for cite in told.cites}
    if kind in ("figure", "aim"):
        kind, record = "figure", [replace(record, evidence=tuple(items))]
    graphs = documents(items, teller.minter)
    yield from parted(key_of(told.record, teller.minter), getattr(teller, kind)(record), graphs, teller.minter)
    if kind in ("statement", "element"):
        subject, predicate, value = teller.claim(record) if kind == "statement" else teller.formal(record)
        yield from lines(subject, [(predicate, value)], graphs)


def said_in(told: Told) -> list[Evidence]:
    """The sentences that support a node; of a target those are not those of its figure."""
    return [cite.item for cite in told.cites] if isinstance(told.record, Figure) else list(told.record.evidence)


def parted(subject: str, pairs: Pairs, graphs: list[str], minter: Minter) -> Iterator[str]:
    """The lines of a node, of which those that name its sentences are provenance."""
    told = list(pairs)
    yield from lines(subject, [pair for pair in told if pair[0] != PK.evidence], graphs)
    yield from lines(subject, [pair for pair in told if pair[0] == PK.evidence], [provenance(minter)])


def source_lines(extract: Extract, base_iri: str, items: Iterable[Evidence] | None = None) -> Iterator[str]:
    """What is said of a document, its articles and those sentences that support something; or of the given sentences alone."""
    teller, _ = local(extract, base_iri)
    rows: list[tuple[str, Row]] = []
    if items is None:
        items = dict.fromkeys(item for _, record in found_records(extract) for item in evidence_of(record))
        rows = [(teller.minter.document(extract.document), (teller.document, extract.document))]
        rows += [(teller.article_iris[article.id], (teller.article, article)) for article in teller.kb.articles]
    for item in items:
        rows += [(teller.quoted(item), (teller.sentence, item)), *teller.fragments(item)]
    for iri, (say, record) in rows:
        yield from lines(iri, say(record), [provenance(teller.minter)])


def gathered_lines(teller: Teller) -> Iterator[str]:
    """What follows from records of several documents: indicators, stages, the lives of targets and regulations, reprints."""
    kb, mint = teller.kb, teller.minter
    said: dict[str, list[Evidence]] = {iri: [item for figure in same for item in figure.evidence] for iri, same in teller.figures.items()}
    said |= {teller.ref(entity.ref): list(entity.evidence) for entity in kb.entities}
    said |= {mint.target(target): list(target.evidence) for target in kb.targets}
    for iri, (say, told) in chain(teller.rows("Indicator"), teller.rows("Stage")):
        items = () if isinstance(told, Indicator) else told[1].evidence
        yield from parted(iri, say(told), documents(items, mint), mint)
    for subject, predicate, value in teller.gathered_links():
        yield from lines(subject, [(predicate, value)], documents(said[subject], mint))
    for article in kb.articles:
        if article.reprint_of:
            yield from lines(teller.article_iris[article.id], [(PK.reprintOf, teller.article_iris[article.reprint_of])], [provenance(mint)])
