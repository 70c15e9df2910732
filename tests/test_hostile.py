"""Broken and hostile input: a clear line or a sound result, in bounded time, and nothing is lost of the other documents."""
from __future__ import annotations

import csv
import io
import os
import re
import time
from pathlib import Path

import pytest
from bad_files import FILES, SENTENCE, SUFFIXES

import kg
from kg.exporters import write_build
from kg.extraction import extract
from kg.formats import export
from kg.model import Document, KnowledgeBase
from kg.pipeline import build_knowledge_base
from kg.query import answer, render
from kg.rdf import read_graph
from kg.validate import validate_build
from kg.work.all import Effort

SECONDS = 10.0  # of the processor, so that a busy machine does not fail the tests


@pytest.fixture(scope="module", autouse=True)
def language():
    """The rules are loaded before the clock starts."""
    extract(Document("a.txt", SENTENCE, ""))


def build_beside_good(folder: Path) -> KnowledgeBase:
    """The knowledge base of a folder to which a sound file is added; what that one tells must be there."""
    (folder / "good.txt").write_text(f"海州省印发数据办法\n\n{SENTENCE}\n", "utf-8")
    started = time.process_time()
    kb = build_knowledge_base([folder], Effort(timeout=3 * SECONDS))
    assert time.process_time() - started < SECONDS
    assert "good.txt" in {document.identifier for document in kb.documents}
    assert any(entity.name == "海州省数据管理办法" for entity in kb.entities)
    return kb


def check_quotes(kb: KnowledgeBase) -> None:
    texts = {document.identifier: document.text for document in kb.documents}
    for article in kb.articles:
        for sentence in article.sentences:
            assert "".join("".join(texts[article.document][start:end] for start, end in sentence.fragments).split()) == "".join(sentence.text.split())


@pytest.mark.parametrize("name", FILES)
def test_bad_file(tmp_path, name):
    data, said = FILES[name]
    (tmp_path / f"bad{SUFFIXES[name.split()[0]]}").write_bytes(data)
    kb = build_beside_good(tmp_path)
    lines = [skipped.reason for skipped in kb.skipped]
    read = [document for document in kb.documents if document.identifier != "good.txt"]
    if said is None or ("None" in said and not lines):
        assert read and not lines
    else:
        assert not read and len(lines) == 1 and re.search(said, lines[0]), lines
        assert "\n" not in lines[0] and "stopped by an error" not in lines[0]
    check_quotes(kb)


def test_files_that_are_none(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(SENTENCE.replace("海州", "密州"), "utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "nowhere.txt").symlink_to(folder / "none.txt")
    (folder / "inside.txt").symlink_to(folder / "good.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "folder.txt").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
    kb = build_beside_good(folder)
    assert {document.identifier for document in kb.documents} <= {"good.txt", "inside.txt"} and len(kb.documents) == 1
    said = {skipped.path: skipped.reason for skipped in kb.skipped}
    assert "symbolic link out of the folder" in said["out.txt"]
    assert not any("密州" in article.text for article in kb.articles)


def test_pipe_that_is_named_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (skipped,) = build_knowledge_base([tmp_path / "pipe.txt"]).skipped
    assert "no file" in skipped.reason


NAMES = ["line\nbreak.txt", "quote\"'<b>.txt", "100%20办法.txt", "表情😀.txt", "a" * 200 + ".txt", "=cmd().txt", "空 格.txt", "-rf.txt", "\u202etxt.办法.txt"]


def test_files_of_odd_names(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(f"{SENTENCE}\n{name!r}的\n", "utf-8")
    kb = build_beside_good(folder)
    assert {document.identifier for document in kb.documents} == {*NAMES, "good.txt"}
    write_build(kb, tmp_path / "out")
    assert validate_build(tmp_path / "out", [folder]).problems == ()


def test_file_whose_name_is_no_text(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text(SENTENCE, "utf-8")
    except OSError:
        pytest.skip("the file system takes text only")
    (skipped,) = build_beside_good(tmp_path).skipped
    assert "name" in skipped.reason


EVIL = (
    "海州省<script>alert(1)</script>数据局",
    '海州省数据局" . <http://example.org/x> <http://example.org/y> "z',
    "海州省数据局} DROP ALL ; INSERT DATA { <a:b> <a:b> <a:b>",
    "海州省\\u0022数据局\\",
    "</script><img src=x onerror=alert(1)>",
    "]]><!-- -->&lt;&#x3c;",
    "{{7*7}}{% import os %}${x}",
)


def test_names_that_inject(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number, evil in enumerate(EVIL):
        lines = (f"# {evil}\n\n6月1日，{evil}印发《{evil}管理办法》，{evil}局长李明介绍，“{evil}数据平台”参保约13万人。\n\n"
                 "=1+1\n\n@SUM(1)的，国家医保局称约5万人。\n")
        (folder / f"{number}.md").write_text(lines, "utf-8")
    kb = build_beside_good(folder)
    write_build(kb, tmp_path / "out")
    assert validate_build(tmp_path / "out", [folder]).problems == ()
    page = (tmp_path / "out" / "graph.html").read_text("utf-8")
    assert "<script>alert" not in page and "<img src=x" not in page and "<!-- -->&lt;" not in page
    subjects = {str(subject) for subject in read_graph(tmp_path / "out").subjects()}
    assert not any("example.org" in subject for subject in subjects)
    export(kg.load(tmp_path / "out"), "csv", tmp_path / "csv")
    tables = [csv.reader(path.open(encoding="utf-8-sig", newline="")) for path in sorted((tmp_path / "csv").glob("*.csv"))]
    answers = render(answer(read_graph(tmp_path / "out"), "SELECT ?o { ?s ?p ?o FILTER(isLiteral(?o)) }"), "csv")
    cells = {cell for table in (*tables, csv.reader(io.StringIO(answers))) for row in table for cell in row}
    assert any("1+1" in cell for cell in cells) and not any(cell.startswith(("=", "@", "+")) for cell in cells)
