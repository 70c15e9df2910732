"""What a Spark worker does with a partition: record batches in, record batches out, and nothing of it is Spark's.

Each function here makes one for `mapInArrow`, or is one; the columns of what comes out stand above.
"""
from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from kg.api.tables import TABLES, Kind, Source
from kg.assemble import assemble, check
from kg.exporters.tables import PLAIN_FORMATS
from kg.identifiers import Minter
from kg.model import Article, Document, Evidence, Extract, Sentence, Skipped
from kg.spark.documents import as_input
from kg.spark.quads import NOTHING, node_lines, source_lines
from kg.spark.records import Told, aim_of, evidence_of, found_records, key_of, local, merge_node, pack_told, tell, unpack_told
from kg.spark.session import NoSpark
from kg.triples import Teller
from kg.views.reprints import SHORTEST_ARTICLE, body
from kg.views.sources import wording
from kg.work.kept import fingerprint
from kg.work.one import read_in_one_process
from kg.work.packed import unpack
from kg.work.pool import read_in_pool

Batches = Iterator[Any]
"""Record batches of pyarrow."""
Work = Callable[[Batches], Batches]
Columns = Mapping[str, str]
"""Names of columns, and their types in Spark."""

CAREFUL = 2
"""From so many failed attempts on, a process of its own reads the documents of a partition: one of them may end whoever reads it."""
BATCH = 256
"""Rows that are sent together."""
EXTRACTS = {"id": "string", "packed": "binary", "reason": "string", "sheet": "binary", "digests": "array<binary>"}
RECORDS = {"key": "string", "packed": "binary", "kind": "string"}
LINES = {"value": "string"}
TEXTS = {"document": "string", "text": "string"}
TYPES: Mapping[Kind, str] = {
    "text": "string", "category": "string", "names": "array<string>", "count": "bigint", "number": "double", "day": "date",
}  # fmt: skip
UNCITED = Sentence("", (), 0)
TOLD = {"entities": "entity", "statements": "statement", "targets": "target"}
"""Tables that merged records fill, and the kind of these; `articles` and `evidence` are filled by documents, figures when indicators are known."""


class Sheet(NamedTuple):
    """What the whole build must know of a document: no text, its articles with those sentences alone that are cited or report a success."""

    document: Document
    letters: int
    digest: str
    articles: tuple[Article, ...]
    refused: list[str]


def read_documents(spacy_model: str | None, timeout: float) -> Work:
    """Documents -> what each gives, packed, or why it was skipped; by the rules that stand on this machine, or not at all."""
    ours = fingerprint(spacy_model)

    def work(batches: Batches) -> Batches:
        if fingerprint(spacy_model) != ours:
            raise NoSpark("a worker has another version of the package, of its rules or of its spaCy model; install the same one everywhere")
        inputs = map(as_input, rows_of(batches))
        if attempt() < CAREFUL:
            results = read_in_one_process(inputs, spacy_model=spacy_model, timeout=timeout)
        else:
            results = read_in_pool(list(inputs), 1, spacy_model=spacy_model, timeout=timeout)
        return sent(((source.identifier, *extract_cells(result)) for source, result in results), EXTRACTS)

    return work


def attempt() -> int:
    """How often this partition has failed before; 0 outside of Spark."""
    pyspark = sys.modules.get("pyspark")
    context = pyspark.TaskContext.get() if pyspark else None
    return context.attemptNumber() if context else 0


def extract_cells(result: bytes | Skipped) -> tuple[Any, ...]:
    """What a document gave, or why it was skipped; its sheet, and the digests of its sentences."""
    from msgspec.msgpack import encode

    if isinstance(result, Skipped):
        return None, result.reason, None, None
    extract = unpack(result)
    return result, None, encode(sheet(extract)), digests(extract)


def tell_records(base_iri: str) -> Work:
    """Extracts -> their records, each with its sentences."""
    return lambda batches: sent((row for extract in extracts_of(batches) for row in told_rows(extract, base_iri)), RECORDS)


def told_rows(extract: Extract, base_iri: str) -> Iterator[tuple[str, bytes, str]]:
    """The rows of the records of a document."""
    teller, source = local(extract, base_iri)
    return ((key_of(record, teller.minter), pack_told(tell(record, teller, source)), kind) for kind, record in found_records(extract))


def merge_records(batches: Batches) -> Batches:
    """Records in the order of their keys -> one of each key."""
    groups = groupby(rows_of(batches), key=itemgetter("key"))
    merged = ((key, merge_node([(row["kind"], unpack_told(row["kind"], row["packed"])) for row in same])) for key, same in groups)
    return sent(((key, pack_told(told), kind) for key, (kind, told) in merged), RECORDS)


def tell_aims(base_iri: str) -> Work:
    """Merged targets -> their figures."""
    minter = Minter(base_iri)

    def work(batches: Batches) -> Batches:
        aims = filter(None, (aim_of(told) for _, told in records_of(batches)))
        return sent(((key_of(aim.record, minter), pack_told(aim), "aim") for aim in aims), RECORDS)

    return work


def write_records(base_iri: str) -> Work:
    """Merged records -> lines of N-Quads."""

    def work(batches: Batches) -> Batches:
        teller = Teller(NOTHING, base_iri)
        return sent(((line,) for kind, told in records_of(batches) for line in node_lines(kind, told, teller)), LINES)

    return work


def write_sources(base_iri: str) -> Work:
    """Extracts -> lines of N-Quads of documents, articles and sentences."""
    return lambda batches: sent(((line,) for extract in extracts_of(batches) for line in source_lines(extract, base_iri)), LINES)


def columns_of(table: str) -> Columns:
    """The columns of one of `TABLES`."""
    return {name: TYPES[kind] for name, kind in TABLES[table].columns.items()}


def fill_from_records(table: str, base_iri: str) -> Work:
    """Merged records -> rows of a table of `TOLD`."""

    def row(told: Told) -> Iterator[Any]:
        cited = [cite.told for cite in told.cites if cite.told]
        record = replace(told.record, evidence=(*cited, *told.record.evidence[1:]))
        return TABLES[table].rows(Source(replace(NOTHING, **{table: (record,)}), Minter(base_iri)))

    return lambda batches: sent(chain.from_iterable(row(told) for _, told in records_of(batches)), columns_of(table))


def fill_from_extracts(table: str, base_iri: str, originals: Mapping[str, str]) -> Work:
    """Extracts -> rows of the articles or the evidence; ``originals`` are IRIs of articles by those of their reprints."""
    names = list(TABLES[table].columns)

    def rows(extract: Extract) -> Iterator[Any]:
        for row in TABLES[table].rows(Source(assemble([extract]), Minter(base_iri))):
            yield tuple(originals.get(str(row[0])) if name == "reprint_of_id" else cell for name, cell in zip(names, row, strict=True))

    return lambda batches: sent(chain.from_iterable(map(rows, extracts_of(batches))), columns_of(table))


def write_texts(batches: Batches) -> Batches:
    """Extracts -> what was read from each PDF, Word or HTML file, in which its offsets count."""
    documents = (extract.document for extract in extracts_of(batches))
    return sent(((document.identifier, document.text) for document in documents if document.format not in PLAIN_FORMATS), TEXTS)


def sheet(extract: Extract) -> Sheet:
    """What the whole build must know of a document."""
    cited = {item for _, record in found_records(extract) for item in evidence_of(record)}
    articles = []
    for article in (found.article for found in extract.articles):
        kept = (Evidence(article.id, place) in cited or wording("met").search(sentence.text) for place, sentence in enumerate(article.sentences))
        articles.append(replace(article, sentences=tuple(one if keep else UNCITED for one, keep in zip(article.sentences, kept, strict=True))))
    refused = [problem for found in extract.articles for problem in check(found)[1]]
    document = extract.document
    return Sheet(document.without_text(), document.characters, document.text_digest, tuple(articles), refused)


def digests(extract: Extract) -> list[bytes]:
    """Of the sentences by which an article is known to be a reprint, each once an article."""
    bodies = (body(found.article) for found in extract.articles)
    return [hashlib.blake2b(sentence.encode(), digest_size=12).digest()
            for text, sentences in bodies if len(text) >= SHORTEST_ARTICLE for sentence in sorted(sentences)]


def rows_of(batches: Batches) -> Iterator[dict[str, Any]]:
    """The rows of some batches."""
    return chain.from_iterable(batch.to_pylist() for batch in batches)


def extracts_of(batches: Batches) -> Iterator[Extract]:
    """What the documents that could be read gave."""
    return (unpack(row["packed"]) for row in rows_of(batches) if row["packed"] is not None)


def records_of(batches: Batches) -> Iterator[tuple[str, Told]]:
    """Records with their kinds."""
    return ((row["kind"], unpack_told(row["kind"], row["packed"])) for row in rows_of(batches))


def sent(rows: Iterable[tuple[Any, ...]], columns: Columns) -> Batches:
    """Rows as record batches."""
    import pyarrow  # type: ignore[import-untyped]

    types = {"string": pyarrow.string(), "binary": pyarrow.binary(), "array<string>": pyarrow.list_(pyarrow.string()),
             "array<binary>": pyarrow.list_(pyarrow.binary()), "bigint": pyarrow.int64(), "double": pyarrow.float64(), "date": pyarrow.date32()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
    some = iter(rows)
    while part := list(islice(some, BATCH)):
        yield pyarrow.RecordBatch.from_arrays(
            [pyarrow.array(cells, field.type) for cells, field in zip(zip(*part, strict=True), schema, strict=True)], schema=schema)
