"""Spark builds what one process builds, in shards; a worker that dies costs a retry, and what is missing is told in one line."""
from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import socket
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import bad_luck
import pytest

from kg.api.tables import TABLES, Source
from kg.exporters.tables import manifest
from kg.extraction import extract
from kg.formats.nquads import quads
from kg.identifiers import BASE_IRI
from kg.model import KnowledgeBase
from kg.pipeline import build_knowledge_base
from kg.rdf import to_graph
from kg.readers import find_inputs, read_input
from kg.spark import partitions
from kg.spark.build import build_with_spark, sample
from kg.spark.documents import UnfitInput, as_input, find_documents
from kg.spark.session import NoSpark, cause, start
from kg.work.packed import pack

ROOT = Path(__file__).parents[1]
SMALL = """
spark.driver.extraJavaOptions    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.extraJavaOptions  -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.sql.adaptive.enabled       false
spark.sql.codegen.wholeStage     false
spark.sql.codegen.factoryMode    NO_CODEGEN
"""
"""Settings by which Spark starts quicker than it runs."""
DEADLY = """
import os
import kg.work.one
real = kg.work.one.extract
def extract(document, nlp):
    if "崩溃" in document.text:
        try:
            open({mark!r}, "x").close()
        except FileExistsError:
            return real(document, nlp)
        os._exit(7)
    return real(document, nlp)
kg.work.one.extract = extract
"""


def all_quads(kb: KnowledgeBase) -> set[str]:
    return {line.strip() for line in quads(to_graph(kb), f"{BASE_IRI}provenance")}


def written(folder: Path) -> set[str]:
    return {line for path in folder.glob("*.nq.gz") for line in gzip.open(path, "rt", encoding="utf-8").read().splitlines()}


def rows(table: str, folder: Path) -> list[dict[str, object]]:
    from pyarrow.dataset import dataset

    return sorted(dataset(folder / "tables" / table, format="parquet").to_table().to_pylist(), key=repr)


def outcomes(*changes: dict[str, object]) -> list[tuple[str, bytes]]:
    """Reasons and extracts of rows of a table that differ from a good one."""
    columns = dict.fromkeys(("id", "text", "date", "source", "place"), "string") | {"file": "binary"}
    cells = [tuple({"id": "a", "text": "国家医保局印发《通知》。", **change}.get(name) for name in columns) for change in changes]
    read = partitions.read_documents(None, 30)(partitions.sent(cells, columns))
    return [(row["reason"], row["packed"]) for row in partitions.rows_of(read)]


def deadly(folder: Path, mark: Path) -> str:
    """A value of PYTHONPATH by which the first process that reads 崩溃 dies of it."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(DEADLY.format(mark=str(mark)), "utf-8")
    return os.pathsep.join([str(folder), str(ROOT)])


@pytest.mark.skipif(not find_spec("py4j") or not (shutil.which("java") or os.environ.get("JAVA_HOME")),
                    reason="needs Java 17 and pyspark (pip install 'policy-kg[spark]')")
def test_two_workers_one_of_which_dies_give_the_graph_of_one_process(tmp_path, seeds, monkeypatch):
    shutil.copytree(seeds, tmp_path / "in")
    (tmp_path / "in" / "empty.txt").touch()
    (tmp_path / "in" / "崩溃.txt").write_text("国家医保局印发《关于系统崩溃后恢复的通知》。", "utf-8")
    shutil.copy(tmp_path / "in" / "崩溃.txt", tmp_path / "in" / "崩溃了.txt")
    kb = build_knowledge_base([tmp_path / "in"])
    with (tmp_path / "more.jsonl").open("w", encoding="utf-8") as table:
        for source in find_inputs([tmp_path / "in"])[:2]:
            known = source.metadata
            row = {"id": source.identifier, "text": source.path.read_text("utf-8"), "date": known.date, "source": known.source, "place": known.place}
            table.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
            source.path.unlink()
    monkeypatch.setenv("PYTHONPATH", deadly(tmp_path / "site", tmp_path / "died"))
    (tmp_path / "spark-defaults.conf").write_text(SMALL, "utf-8")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    output = tmp_path / "out"
    monkeypatch.chdir(tmp_path)
    built = build_with_spark([Path("in"), Path("more.jsonl")], output, "local-cluster[2,1,1024]")
    assert (tmp_path / "died").exists(), "a worker has died"
    assert written(output / "nquads") == all_quads(kb)
    assert (built.entities, built.statements, built.figures, built.targets) == (kb.entities, kb.statements, kb.figures, kb.targets)
    account = json.loads((output / "manifest.json").read_text("utf-8"))
    assert account | {"notes": []} == manifest(kb, BASE_IRI) | {"notes": []} and account["skipped"][0]["path"] == "empty.txt"
    assert kb.notes[-1] in account["notes"] and "has the same text as 崩溃.txt" in kb.notes[-1]
    source = Source(kb)
    for name, table in TABLES.items():
        wanted = [dict(zip(table.columns, row, strict=True)) for row in table.rows(source)]
        assert rows(name, output) == sorted(({**row, "aliases": list(row["aliases"])} if name == "entities" else row for row in wanted), key=repr)
    assert {path.name for path in output.iterdir() if path.name[0] != "."} == {"graph.html", "manifest.json", "nquads", "positions.json", "tables"}


def test_records_merge_in_any_order(seeds, seeds_kb):
    """The same extracts in two partitions, their records shuffled: the same lines, each once."""
    read_all = [extract(read_input(source)) for source in find_inputs([seeds])]
    told = [row for one in read_all for row in partitions.told_rows(one, BASE_IRI)]
    kinds = {row[2] for row in told}
    assert kinds >= {"entity", "statement", "figure", "target"}
    results = []
    for seed in (1, 2):
        random.Random(seed).shuffle(told)
        ordered = sorted(told, key=lambda row: row[0])
        batches = partitions.merge_records(partitions.sent(ordered, partitions.RECORDS))
        results.append([line for batch in partitions.write_records(BASE_IRI)(batches) for line in batch.column("value").to_pylist()])
    assert results[0] == results[1] and set(results[0]) < all_quads(seeds_kb)


def test_rows_of_tables_are_read_as_files_are():
    row = {"id": "a", "text": "国家医保局印发《通知》。", "date": "2025-03-22", "source": "河南日报", "place": None, "file": None}
    document = read_input(as_input(row))
    assert (document.identifier, document.text, document.format) == ("a", row["text"], "text")
    assert (str(document.metadata.date), document.metadata.source) == ("2025-03-22", "河南日报")
    reasons = [reason for reason, _ in outcomes({}, {"text": None}, {"date": "gestern"})]
    assert reasons[0] is None and "is empty" in reasons[1] and "write it as 2025-03-22" in reasons[2]


def test_a_document_that_ends_every_worker_is_skipped_in_the_end(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", bad_luck.site(tmp_path / "site"))
    monkeypatch.setattr(partitions, "attempt", lambda: 2)
    (_, one), (reason, _), (_, other) = outcomes({}, {"id": "b", "text": "国家医保局崩溃"}, {"id": "c"})
    assert one and other and "exit code 7" in reason


def test_texts_are_kept_where_no_file_holds_them(seeds):
    plain = extract(read_input(find_inputs([seeds])[0]))
    web = replace(plain, document=replace(plain.document, identifier="a.html", format="html"))
    read = partitions.sent([("x", pack(one), None, None, None) for one in (plain, web)], partitions.EXTRACTS)
    assert list(partitions.rows_of(partitions.write_texts(read))) == [{"document": "a.html", "text": plain.document.text}]


def test_the_page_of_a_large_build_shows_what_is_told_most(seeds_kb, monkeypatch):
    assert sample(seeds_kb) is seeds_kb
    monkeypatch.setattr("kg.spark.build.PAGE", 20)
    shown = sample(seeds_kb)
    least = min(len(entity.evidence) for entity in shown.entities)
    assert len(shown.entities) == 20 and sum(len(entity.evidence) > least for entity in seeds_kb.entities) <= 20
    assert shown.statements and {entity.ref for entity in shown.entities} >= {statement.subject for statement in shown.statements}


def test_what_is_missing_is_told_in_one_line(tmp_path, monkeypatch):
    (tmp_path / "corrections.toml").write_text("", "utf-8")
    (tmp_path / "a.txt").write_text("国家医保局印发《通知》。", "utf-8")
    with pytest.raises(UnfitInput, match="Spark makes no corrections"):
        find_documents(None, [tmp_path])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with monkeypatch.context() as patch:
        patch.setitem(__import__("sys").modules, "pyspark.sql", None)
        with pytest.raises(NoSpark, match=r"policy-kg\[spark\]"):
            start("local[1]")
    if find_spec("py4j"):
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        with pytest.raises(NoSpark, match=f"nobody answers at 127.0.0.1:{port}"):
            start(f"spark://127.0.0.1:{port}")
        monkeypatch.delenv("JAVA_HOME")
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(NoSpark, match="needs Java 17"):
            start("local[1]")


def test_an_error_of_ours_is_found_in_the_words_of_spark():
    words = "An exception was thrown from the Python worker:\nTraceback (most recent call last):\nkg.spark.session.NoSpark: a worker has another version"
    assert cause(words) == "a worker has another version"
    assert cause("Job aborted: Task 3 failed 4 times\n\tat org.apache.spark") == "Job aborted: Task 3 failed 4 times"
