"""The whole line on a cluster: documents -> extracts -> merged records -> shards of N-Quads and Parquet, and the page and the account of the build.

What no document tells alone (indicators, the lives of targets and regulations, reprints) is worked out by the driver from merged records.
"""
from __future__ import annotations

import gzip
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.api.tables import Source
from kg.exporters import EXPORTERS, write_positions, write_view
from kg.exporters.page.selection import keep
from kg.exporters.tables import manifest
from kg.folder import UNFINISHED, commit, locked, settle, unwritable
from kg.formats.tabular import write_table
from kg.identifiers import BASE_IRI
from kg.model import Evidence, KnowledgeBase, Skipped
from kg.readers import note_inputs, note_same_texts
from kg.spark import partitions
from kg.spark.documents import address, find_documents, kind_of
from kg.spark.partitions import LINES, RECORDS, TOLD, Columns, Sheet, Work, columns_of
from kg.spark.quads import gathered_lines, source_lines
from kg.spark.records import unpack_told
from kg.spark.session import spark_session
from kg.triples import Teller
from kg.views.reprints import find_reprints
from kg.work.all import Effort
from kg.work.events import Event, Watch, unwatched
from kg.work.packed import unpack

PARTS = ("nquads", "tables")
PAGE = 10_000
"""Entities that the page shows; of more, those with most sentences."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Runs the steps of one build; each is written to a folder of its own under ``folder`` before the next one begins."""

    spark: Any
    folder: Path
    watch: Watch

    def run(self, name: str, frame: Any, work: Work, columns: Columns) -> Any:
        """A frame with what a worker's function makes of another one."""
        self.watch(Event("write", name))
        mapped(frame, work, columns).write.parquet(address(self.folder / name))
        return self.spark.read.schema(ddl(columns)).parquet(address(self.folder / name))

    def rows(self, name: str, columns: Sequence[str], where: Any) -> Iterator[dict[str, Any]]:
        """Rows of a step, read here."""
        from pyarrow.dataset import dataset  # type: ignore[import-untyped]

        for batch in dataset(self.folder / name, format="parquet").to_batches(columns=list(columns), filter=where):
            yield from batch.to_pylist()


def build_with_spark(
    inputs: Sequence[Path], folder: Path, master: str, effort: Effort = Effort(), *, base_iri: str = BASE_IRI, watch: Watch = unwatched
) -> KnowledgeBase:
    """Build on a cluster into ``nquads``, ``tables``, ``graph.html`` and ``manifest.json`` of a folder that driver and workers share.

    The knowledge base is what the driver holds: all records, and of the articles what is cited. Where nothing can be read, the folder keeps
    the build that it has.
    """
    unfinished = folder / UNFINISHED
    with locked(folder), spark_session(master) as spark:
        try:
            settle(folder)
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            steps = Steps(spark, unfinished / "steps", watch)
            documents, files = find_documents(spark, inputs)
            extracts = steps.run("extracts", documents, partitions.read_documents(effort.spacy_model, effort.timeout), partitions.EXTRACTS)
            records = merge_by_shuffle(steps, extracts, documents.rdd.getNumPartitions(), base_iri)
            kb, sheets = gather(steps, extracts)
            same = note_same_texts((one.document.identifier, one.digest) for one in sheets)
            kb = replace(kb, notes=(*note_inputs([path for path in inputs if not kind_of(path)], files), *same))
            if kb.documents:
                write(kb, unfinished, steps, extracts, records, base_iri)
                account(kb, sheets, unfinished / "manifest.json", base_iri)
                shutil.rmtree(steps.folder)
                commit(folder, [*EXPORTERS, *PARTS])
        except OSError as error:
            raise unwritable(folder, error) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    watch(Event("finish", done=len(kb.documents), total=len(kb.documents) + len(kb.skipped), skipped=len(kb.skipped)))
    return kb


def mapped(frame: Any, work: Work, columns: Columns) -> Any:
    """A frame with what a worker's function makes of another one, not run yet."""
    return frame.mapInArrow(work, ddl(columns))


def ddl(columns: Columns) -> str:
    """Columns as Spark spells a schema."""
    return ", ".join(f"`{name}` {kind}" for name, kind in columns.items())


def merge_by_shuffle(steps: Steps, extracts: Any, parts: int, base_iri: str) -> Any:
    """All records, those of one node merged; targets first, since the figure of a merged target is a record of its own."""
    records = steps.run("records", extracts.select("packed"), partitions.tell_records(base_iri), RECORDS)
    targets = steps.run("targets", sorted_by_key(records.filter("kind = 'target'"), parts), partitions.merge_records, RECORDS)
    others = records.filter("kind != 'target'").union(mapped(targets, partitions.tell_aims(base_iri), RECORDS))
    return targets.union(steps.run("others", sorted_by_key(others, parts), partitions.merge_records, RECORDS))


def sorted_by_key(frame: Any, parts: int) -> Any:
    """Records shuffled so that those of one node lie one after the other."""
    return frame.repartition(parts, "key").sortWithinPartitions("key")


def gather(steps: Steps, extracts: Any) -> tuple[KnowledgeBase, list[Sheet]]:
    """The knowledge base without the texts, in the order of `kg.assemble`, and the sheets of its documents."""
    from msgspec.msgpack import Decoder
    from pyarrow.dataset import field

    sheet = Decoder(Sheet)
    rows = steps.rows("extracts", ["sheet"], field("reason").is_null())
    sheets = sorted((sheet.decode(row["sheet"]) for row in rows), key=lambda one: one.document.identifier)
    originals = find_originals(extracts)
    articles = (replace(article, reprint_of=originals.get(article.id)) for one in sheets for article in one.articles)
    records: dict[str, list[Any]] = {kind: [] for kind in ("entity", "statement", "figure", "target")}
    for name in ("targets", "others"):
        for row in steps.rows(name, ["kind", "packed"], field("kind").isin(list(records))):
            records[row["kind"]].append(unpack_told(row["kind"], row["packed"]).record)
    skipped = [Skipped(row["id"], row["reason"]) for row in steps.rows("extracts", ["id", "reason"], field("reason").is_valid())]
    kb = KnowledgeBase(
        documents=tuple(one.document for one in sheets),
        articles=tuple(sorted(articles, key=lambda article: (article.document, article.number))),
        entities=tuple(sorted(records["entity"], key=lambda entity: entity.ref)),
        statements=tuple(sorted(records["statement"], key=repr)),
        figures=tuple(sorted(records["figure"], key=repr)),
        targets=tuple(sorted(records["target"], key=repr)),
        skipped=tuple(sorted(skipped, key=lambda one: (one.path, one.reason))),
        refused=tuple(sorted(Counter(problem for one in sheets for problem in one.refused).items())),
    )
    return kb, sheets


def find_originals(extracts: Any) -> dict[str, str]:
    """Originals by their reprints; only documents that share a whole sentence with another one are compared."""
    sentences = extracts.selectExpr("id", "explode(digests) AS digest")
    shared = sentences.join(sentences.groupBy("digest").count().filter("count > 1"), "digest").select("id").distinct()
    rows = extracts.select("id", "packed").join(shared, "id").select("packed").toLocalIterator()
    return find_reprints([found.article for row in rows for found in unpack(bytes(row.packed)).articles])


def write(kb: KnowledgeBase, folder: Path, steps: Steps, extracts: Any, records: Any, base_iri: str) -> None:
    """Write quads and tables in shards, and the page."""
    teller, packed = Teller(kb, base_iri), extracts.select("packed")
    told = list(teller.evidence)  # what is cited only because a target was met there
    iris = teller.article_iris
    originals = {iris[article.id]: iris[article.reprint_of] for article in kb.articles if article.reprint_of}
    frames = {table: mapped(records.filter(f"kind = '{kind}'"), partitions.fill_from_records(table, base_iri), columns_of(table))
              for table, kind in TOLD.items()}
    frames |= {table: mapped(packed, partitions.fill_from_extracts(table, base_iri, originals), columns_of(table)) for table in ("articles", "evidence")}
    frames["texts"] = mapped(packed, partitions.write_texts, partitions.TEXTS)
    lines = mapped(records, partitions.write_records(base_iri), LINES).union(mapped(packed, partitions.write_sources(base_iri), LINES))
    steps.watch(Event("write", "nquads and tables"))
    with ThreadPoolExecutor() as pool:  # Spark runs them side by side
        shards = [pool.submit(frame.write.parquet, address(folder / "tables" / table)) for table, frame in frames.items()]
        shards.append(pool.submit(lines.write.option("compression", "gzip").text, address(folder / "nquads")))
        for shard in shards:
            shard.result()
    name_shards(folder / "nquads", ".nq.gz")
    for table in frames:
        name_shards(folder / "tables" / table, ".parquet")
    with gzip.GzipFile(folder / "nquads" / "gathered.nq.gz", "wb", mtime=0) as file:
        file.writelines(f"{line}\n".encode() for line in (*gathered_lines(teller), *sentences_anew(steps, told, base_iri)))
    (folder / "tables" / "figures").mkdir()
    write_table("figures", Source(kb, teller.minter), folder / "tables" / "figures" / "part-00000.parquet")
    shown = sample(kb)
    for name, exporter in (("positions.json", write_positions), ("graph.html", write_view)):
        steps.watch(Event("write", name))
        exporter(shown, folder / name, base_iri=base_iri)


def sentences_anew(steps: Steps, items: Iterable[Evidence], base_iri: str) -> Iterator[str]:
    """What is said of some sentences, from the documents in which they stand."""
    from pyarrow.dataset import field

    wanted: dict[str, list[Evidence]] = {}
    for item in items:
        wanted.setdefault(item.article.rpartition("#")[0], []).append(item)
    for row in steps.rows("extracts", ["id", "packed"], field("id").isin(list(wanted))) if wanted else ():
        yield from source_lines(unpack(row["packed"]), base_iri, wanted[row["id"]])


def name_shards(folder: Path, suffix: str) -> None:
    """Give the files that Spark has written names without chance in them, and remove its marks."""
    for number, part in enumerate(sorted(folder.glob("part-*"))):
        part.rename(folder / f"part-{number:05}{suffix}")
    for mark in (*folder.glob(".*"), *folder.glob("_*")):
        mark.unlink()


def sample(kb: KnowledgeBase) -> KnowledgeBase:
    """What the page shows: everything, or the entities with most sentences."""
    if len(kb.entities) <= PAGE:
        return kb
    return keep(kb, {entity.ref for entity in sorted(kb.entities, key=lambda entity: (-len(entity.evidence), entity.ref))[:PAGE]})


def account(kb: KnowledgeBase, sheets: Iterable[Sheet], path: Path, base_iri: str) -> None:
    """Write the manifest, with the letters of each document, which the knowledge base does not hold here."""
    told, letters = manifest(kb, base_iri), {one.document.identifier: one.letters for one in sheets}
    for row in told["inputs"]:
        row["characters"] = letters[row["identifier"]]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
