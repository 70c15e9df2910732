"""Many documents: on many cores as in one process, with bad luck, and again when little has changed."""
from __future__ import annotations

import os
import shutil
import sqlite3
import time
from pathlib import Path
from zipfile import ZipFile

import bad_luck
import pytest
from test_folder import labels

from kg import pipeline
from kg.errors import PolicyKGError
from kg.extraction import extract
from kg.folder import KEPT
from kg.pipeline import build, build_knowledge_base
from kg.readers import find_inputs, read_document
from kg.work import all as work
from kg.work import kept
from kg.work.all import Effort
from kg.work.packed import pack, unpack

GOOD = ("通知一", "通知二", "通知三", "通知四", "通知五", "通知六")


@pytest.fixture
def fake(monkeypatch, tmp_path):
    """Extraction is `bad_luck.extract`, here and in worker processes."""
    monkeypatch.setenv("PYTHONPATH", bad_luck.site(tmp_path / "site"))
    bad_luck.install(monkeypatch.setattr)


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "in").mkdir()
    for number, text in enumerate(GOOD):
        (tmp_path / "in" / f"{number}.txt").write_text(f"国家医保局印发{text}。", "utf-8")
    return tmp_path / "in"


@pytest.fixture
def plain_files(monkeypatch):
    """Of the files of a build, only those that need no map."""
    files = {name: write for name, write in pipeline.write_build.__globals__["EXPORTERS"].items() if name in ("graph.ttl", "articles.jsonl", "manifest.json")}
    monkeypatch.setattr("kg.exporters.EXPORTERS", files)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def kinds(events) -> list[str]:
    return [event.kind for event in events if event.kind in ("document", "unchanged", "skipped")]


def test_two_processes_give_the_same_bytes_as_one(tmp_path, seeds):
    for jobs in (1, 2):
        build([seeds], tmp_path / str(jobs), Effort(jobs))
    assert files(tmp_path / "1") == files(tmp_path / "2") and len(files(tmp_path / "1")) == 7


def test_small_input_stays_in_one_process_and_large_input_takes_all_cores(monkeypatch, folder, fake):
    monkeypatch.setattr(work, "cores", lambda: 4)
    monkeypatch.setattr(work, "read_in_pool", lambda inputs, jobs, **_: [("pool", jobs)])
    monkeypatch.setattr(work, "read_in_one_process", lambda inputs, **_: [("one", 1)])
    found = find_inputs([folder])
    assert work._read(found, Effort(None)) == [("one", 1)] and work._read(found, Effort(3)) == [("pool", 3)]
    monkeypatch.setattr(work, "MUCH", 100)
    assert work._read(found, Effort(None)) == [("pool", 4)] and work._read([], Effort(None)) == ()


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_luck_with_one_document_leaves_the_others(folder, fake, jobs):
    words = ("出错", "太慢", "崩溃")[:2 if jobs == 1 else 3]
    for word in words:
        (folder / f"{word}.txt").write_text(f"国家医保局{word}", "utf-8")
    if jobs == 1 and not hasattr(__import__("signal"), "setitimer"):
        pytest.skip("one process has no time limit here")
    kb = build_knowledge_base([folder], Effort(jobs, timeout=1.5))
    assert [document.identifier for document in kb.documents] == [f"{number}.txt" for number in range(len(GOOD))]
    reasons = {skipped.path[:2]: skipped.reason for skipped in kb.skipped}
    assert set(reasons) == set(words)
    assert "ZeroDivisionError: division by zero" in reasons["出错"] and "took longer than 1.5 s" in reasons["太慢"]
    assert jobs == 1 or "exit code 7" in reasons["崩溃"]


def test_what_is_wrong_with_the_set_up_stops_the_build(folder):
    for jobs in (1, 2):
        with pytest.raises(PolicyKGError, match="no_such_model"):
            build_knowledge_base([folder], Effort(jobs, "no_such_model"))


def test_packed_and_unpacked_is_the_same(seeds):
    source = find_inputs([seeds])[0]
    read = extract(read_document(source.path, source.identifier, source.metadata))
    assert unpack(pack(read)) == read and repr(unpack(pack(read))) == repr(read)
    with pytest.raises(ValueError):
        unpack(pack(read)[:-9])
    with pytest.raises(ValueError):
        unpack(b"\x80")


def test_sentences_stay_packed_and_are_those_that_were_read(seeds):
    plain = [extract(read_document(source.path, source.identifier)) for source in find_inputs([seeds])]
    lean = [unpack(pack(unpack(pack(one)))) for one in plain]
    assert lean == plain and plain == lean
    articles = [found.article for one in lean for found in one.articles]
    assert [article.text for article in articles] == [found.article.text for one in plain for found in one.articles]
    sentences, wanted = articles[0].sentences, plain[0].articles[0].article.sentences
    assert not isinstance(sentences, tuple)
    assert (sentences[0], sentences[-1], sentences[1:3], len(sentences)) == (wanted[0], wanted[-1], wanted[1:3], len(wanted))
    with pytest.raises(IndexError):
        sentences[len(wanted)]


def test_extracts_of_many_documents_hold_equal_parts_once(tmp_path, seeds, monkeypatch, plain_files):
    build([seeds], tmp_path / "few")
    monkeypatch.setattr(work, "MANY", 1)
    kb = build([seeds], tmp_path / "many")
    assert files(tmp_path / "many") == files(tmp_path / "few")
    for parts in ([statement.predicate for statement in kb.statements], [figure.unit for figure in kb.figures]):
        assert len({id(part) for part in parts}) == len(set(parts))
    places = [item for figure in kb.figures for item in figure.evidence]
    assert len({id(item) for item in places}) == len(set(places))


def test_again_only_what_has_changed_is_read_and_the_result_is_that_of_a_build_from_nothing(tmp_path, folder, fake, plain_files):
    def again(output: str, **options):
        events = []
        build([folder], tmp_path / output, watch=events.append, **options)
        return kinds(events)

    assert again("out") == ["document"] * 6 and again("out") == ["unchanged"] * 6
    (folder / "1.txt").write_text("国家医保局废止旧通知。", "utf-8")
    (folder / "2.txt").unlink()
    shutil.copy(folder / "3.txt", folder / "7.txt")
    (folder / "sources.toml").write_text('["4.txt"]\ndate = 2025-03-22\n', "utf-8")
    assert sorted(again("out")) == ["document"] * 3 + ["unchanged"] * 3
    assert again("new") == ["document"] * 6 and files(tmp_path / "out") == files(tmp_path / "new")
    table = sqlite3.connect(tmp_path / "out" / KEPT / "extracts.sqlite")
    assert table.execute("SELECT count(*) FROM extracts").fetchone() == (6,), "what is gone leaves nothing"
    table.close()
    assert again("out", fresh=True) == ["document"] * 6
    (tmp_path / "out" / KEPT / "extracts.sqlite").write_bytes(b"damaged" * 1000)
    assert again("out") == ["document"] * 6 and again("out") == ["unchanged"] * 6


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """The names of the files that are hashed from now on; all files count as changed long ago."""
    names = []
    content_hash = kept.content_hash
    monkeypatch.setattr(kept, "RACY", -10**18)
    monkeypatch.setattr(kept, "content_hash", lambda path: names.append(path.name) or content_hash(path))
    return names


def read_again(folder: Path, output: Path) -> list[str]:
    """The documents that a build reads."""
    events = []
    build([folder], output, watch=events.append)
    return sorted(event.name for event in events if event.kind == "document")


def test_files_whose_status_is_the_same_are_not_opened(tmp_path, folder, fake, plain_files, opened):
    with ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("8.txt", "国家医保局印发通知八。")
    assert len(read_again(folder, tmp_path / "out")) == 7 and read_again(folder, tmp_path / "out") == [] and opened == []


def test_touched_file_is_opened_once_and_not_read(tmp_path, folder, fake, plain_files, opened):
    read_again(folder, tmp_path / "out")
    os.utime(folder / "1.txt")
    for _ in range(2):
        assert read_again(folder, tmp_path / "out") == [] and opened == ["1.txt"]


def test_changed_content_is_read_whatever_its_size_and_times(tmp_path, folder, fake, plain_files, opened):
    read_again(folder, tmp_path / "out")
    text, before = "国家医保局印发告示二。", (folder / "1.txt").stat()
    (folder / "1.txt").write_text(text, "utf-8")
    os.utime(folder / "1.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (folder / "1.txt").stat().st_size == before.st_size
    (tmp_path / "new.txt").write_text(text, "utf-8")
    os.utime(tmp_path / "new.txt", (1, 1))
    (tmp_path / "new.txt").replace(folder / "2.txt")
    assert read_again(folder, tmp_path / "out") == ["1.txt", "2.txt"]
    told = (tmp_path / "out" / "articles.jsonl").read_text("utf-8")
    assert "告示二" in told and "通知二" not in told and "通知三" not in told


def test_file_that_has_just_changed_is_opened_again(tmp_path, folder, fake, plain_files, opened, monkeypatch):
    monkeypatch.setattr(kept, "RACY", 60 * 10**9)
    os.utime(folder / "1.txt", (1, 1))
    read_again(folder, tmp_path / "out")
    assert read_again(folder, tmp_path / "out") == [] and len(opened) == len(GOOD), "an old time may have been set just now"


def test_table_of_other_columns_is_made_anew(tmp_path, folder, fake, plain_files):
    read_again(folder, tmp_path / "out")
    table = sqlite3.connect(tmp_path / "out" / KEPT / "extracts.sqlite")
    table.executescript("DROP TABLE extracts; CREATE TABLE extracts (key TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID")
    table.close()
    assert len(read_again(folder, tmp_path / "out")) == len(GOOD) and read_again(folder, tmp_path / "out") == []


def test_other_rules_read_everything_again(tmp_path, folder, fake, plain_files, monkeypatch):
    build([folder], tmp_path / "out")
    monkeypatch.setattr("kg.work.kept.fingerprint", lambda model: "other")
    events = []
    build([folder], tmp_path / "out", watch=events.append)
    assert kinds(events) == ["document"] * 6


def test_interrupted_build_resumes(tmp_path, folder, fake, plain_files):
    events = []

    def interrupt(event):
        if event.done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], tmp_path / "out", watch=interrupt)
    assert files(tmp_path / "out") == {}
    build([folder], tmp_path / "out", watch=events.append)
    assert sorted(kinds(events)) == ["document"] * 2 + ["unchanged"] * 4


def test_file_that_changes_while_it_is_read_is_not_kept(tmp_path, folder, fake, plain_files, monkeypatch):
    def change(document, nlp):
        (folder / document.identifier).write_text("国家医保局改了通知。", "utf-8")
        return bad_luck.extract(document, nlp)

    with monkeypatch.context() as patch:
        patch.setattr("kg.work.one.extract", change)
        build([folder], tmp_path / "out")
    events = []
    build([folder], tmp_path / "out", watch=events.append)
    assert kinds(events) == ["document"] * 6


def test_worker_processes_end_with_the_build(folder, fake):
    import multiprocessing

    stream = work.read_all(find_inputs([folder]), Effort(2))
    next(stream)
    assert multiprocessing.active_children()
    stream.close()
    start = time.monotonic()
    while multiprocessing.active_children() and time.monotonic() - start < 5:
        time.sleep(0.05)
    assert not multiprocessing.active_children()


def test_a_folder_that_is_built_holds_files_only(tmp_path, folder, fake, plain_files):
    build([folder], tmp_path / "out")
    assert labels(tmp_path / "out")[1] == {"graph.ttl", "articles.jsonl", "manifest.json"}
