"""The commands parse, make one call, print, and exit with a code that scripts can trust."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import types
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from gold_kb import SEEDS
from small_kb import NAME, small_kb, write_page

from kg.cli import COMMANDS, main
from kg.exporters import EXPORTERS, write_build
from kg.model import Extract
from kg.work.all import Effort


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def line(monkeypatch):
    """Replaces the reading of the inputs; tells how it was called, and gives what ``line.kb`` says."""
    told = types.SimpleNamespace(kb=replace(small_kb(), skipped=()), inputs=None, effort=None)

    def build_knowledge_base(inputs, effort, *, kept=None, watch=None):
        told.inputs, told.effort = tuple(inputs), effort
        return told.kb

    monkeypatch.setattr("kg.pipeline.build_knowledge_base", build_knowledge_base)
    monkeypatch.setitem(EXPORTERS, "graph.html", lambda kb, path, *, base_iri: path.write_text("<html>", "utf-8"))
    return told


@pytest.fixture
def built(tmp_path, line):
    write_build(line.kb, tmp_path / "out")
    return tmp_path / "out"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_so_has_each_of_its_options(name):
    result, command = run(name, "--help"), main.get_command(click.Context(main), name)
    assert result.exit_code == 0 and command and command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_help_is_quick():
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kg", "--help"], check=True, capture_output=True)
    assert time.perf_counter() - start < 1.5  # a loaded machine; unloaded it takes less than 0.3 s


def test_version():
    assert run("--version").output.strip().endswith("0.1.0")


def test_build_writes_and_sums_up(tmp_path, line):
    result = run("build", "in", "page.txt", "--output", tmp_path / "out", "--spacy-model", "zh_core_web_sm", "--jobs", 3)
    assert result.exit_code == 0, result.output
    assert line.inputs == (Path("in"), Path("page.txt")) and line.effort == Effort(3, "zh_core_web_sm", 30)
    assert "documents 1, articles 2" in result.output and "issues 1" in result.output
    assert str(tmp_path / "out" / "graph.html") in result.output
    assert (tmp_path / "out" / "graph.ttl").is_file()


def test_build_reads_the_seeds_by_default(tmp_path, line):
    assert run("build", "--output", tmp_path).exit_code == 0
    assert line.inputs == (Path("seeds"),)


def test_quiet_build_says_nothing(tmp_path, line):
    result = run("build", "in", "--output", tmp_path, "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_progress_as_json_lines_and_a_log(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.work.one.extract", lambda document, nlp: Extract(document, ()))
    write_page(tmp_path / "in")
    (tmp_path / "in" / "empty.txt").touch()
    result = run("build", tmp_path / "in", "--output", tmp_path / "out", "--progress", "json", "--log", tmp_path / "log" / "kg.log", "--quiet")
    events = [json.loads(line) for line in result.stderr.splitlines() if line.startswith("{")]
    assert result.exit_code == 1 and [event["kind"] for event in events] == ["start", "skipped", "document", *["write"] * len(EXPORTERS), "finish"]
    assert events[1]["name"] == "empty.txt" and "is empty" in events[1]["note"]
    assert (events[2]["done"], events[2]["total"], events[2]["skipped"]) == (2, 2, 1) and events[2]["rate"] > 0
    log = (tmp_path / "log" / "kg.log").read_text("utf-8").splitlines()
    assert len(log) == len(events) and " WARNING 1/2 skipped empty.txt is empty" in log[1]


def test_bad_input_is_told_and_the_rest_is_built(tmp_path, line):
    line.kb = small_kb()
    result = run("build", "in", "--output", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["skipped: b.pdf: no text layer; run OCR first"]
    assert (tmp_path / "graph.ttl").is_file()


def test_nothing_readable_leaves_the_previous_build(built, line):
    before = (built / "graph.ttl").read_bytes()
    line.kb = replace(small_kb(), documents=(), articles=(), entities=(), statements=(), figures=(), targets=())
    result = run("build", "in", "--output", built)
    assert result.exit_code == 1 and "nothing to build" in result.stderr
    assert (built / "graph.ttl").read_bytes() == before


@pytest.mark.parametrize("iri", ["id/", "https://example.org/id", "https://example.org/a b/", ""])
def test_base_iri_must_be_one(tmp_path, line, iri):
    result = run("build", "in", "--output", tmp_path, "--base-iri", iri)
    assert result.exit_code == 2 and "absolute IRI" in result.stderr


def test_base_iri_is_used(tmp_path, line):
    assert run("build", "in", "--output", tmp_path, "--base-iri", "https://example.org/kg#").exit_code == 0
    assert "@prefix id: <https://example.org/kg#> ." in (tmp_path / "graph.ttl").read_text("utf-8")


def test_query_forms(built):
    question = "SELECT ?n { ?x a pk:Person ; skos:prefLabel ?n }"
    assert "李明" in run("query", built, question).output
    assert run("query", built, question, "--format", "csv").output == "n\n李明\n"
    (post,) = json.loads(run("query", built, "posts", "--format", "json").output)
    assert post == {"person": "李明", "title": "局长", "body": "海州省数据局"}
    assert "posts" in run("query", built).output


def test_bad_query_and_bad_folder_are_one_line(built, tmp_path):
    bad_folders = [(name, tmp_path) for name in ("stats", "view", "validate")]
    for arguments in (("query", built, "SELECT {"), ("query", tmp_path / "none", "ASK {}"), *bad_folders):
        result = run(*arguments)
        assert result.exit_code == 1 and result.stderr.startswith("Error: ") and len(result.stderr.splitlines()) == 1


def test_stats(built):
    rows = json.loads(run("stats", built, "--format", "json").output)
    assert {"kind": "relations", "name": "holdsPostAt", "count": "1"} in rows


def test_validate(built, tmp_path):
    good = run("validate", built, "--sources", write_page(tmp_path / "in"))
    assert good.exit_code == 0 and "valid" in good.output and "3 quotes checked in 1 files" in good.output
    (tmp_path / "in" / NAME).write_text("changed", "utf-8")
    assert "not found unchanged" in run("validate", built, "--sources", tmp_path / "in").output
    turtle = (built / "graph.ttl").read_text("utf-8")
    (built / "graph.ttl").write_text(turtle.replace('pk:measure "level"', 'pk:measure "size"'), "utf-8")
    bad = run("validate", built)
    assert bad.exit_code == 1 and "measure" in bad.stderr


def test_whole_line_gives_the_same_bytes_whatever_the_hash_seed(tmp_path):
    (tmp_path / "in").mkdir()
    shutil.copy(SEEDS[4], tmp_path / "in")
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "kg", "build", "in", "--output", seed, "--quiet"]
        subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir() if path.is_file()} for seed in ("1", "2"))
    assert first == second and set(first) >= {"graph.ttl", "graph.html", "manifest.json"}
    assert str(tmp_path).encode() not in b"".join(first.values())
    report = subprocess.run([sys.executable, "-m", "kg", "validate", "1"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "valid" in report.stdout and "in 1 files" in report.stdout


def test_view_makes_a_page_around_an_entity(built, tmp_path):
    page = tmp_path / "focus.html"
    whole = run("view", built, "--output", tmp_path / "all.html")
    assert whole.exit_code == 0, whole.output
    some = json.loads((built / "graph.json").read_text("utf-8"))["nodes"][0]["label"]
    result = run("view", built, "--focus", some, "--output", page)
    assert result.exit_code == 0 and page.stat().st_size <= (tmp_path / "all.html").stat().st_size
    assert run("view", built, "--focus", "没有这个名字").exit_code == 1


def test_vocab_is_in_step():
    assert run("vocab", "--check").exit_code == 0


def test_a_closed_pipe_ends_a_command_quietly(built):
    kg = [sys.executable, "-m", "kg", "query", str(built), "SELECT * WHERE { ?s ?p ?o . ?x ?y ?z } LIMIT 20000"]
    with subprocess.Popen(kg, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr and process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
