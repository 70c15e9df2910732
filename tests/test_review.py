"""What was not understood, and what differs between two builds: on a page of which every string is known, and on the seeds."""
from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_kb import AGENCY, NAME, PERSON, PLATFORM, RULE, small_kb

import kg
from kg.cli import main
from kg.exporters import write_build
from kg.model import KnowledgeBase, Sentence
from kg.views.changes import KINDS, ChangeRow, compare
from kg.views.gaps import find_coverage, find_gaps

UNKNOWN = "据江州市税务局2023年7月8日答复，另有3家单位参与《江州办法》，第2条和3.（略）不算，3家也不算。"
GAPS = [("title", "《江州办法》", 1), ("date", "2023年7月8日", 1), ("number", "3家", 2), ("organ", "江州市税务局", 1)]
COVERAGE = [("title", 2, 1, "50%"), ("date", 4, 3, "75%"), ("number", 4, 2, "50%"), ("organ", 3, 2, "67%")]


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def with_gaps() -> KnowledgeBase:
    kb = small_kb()
    first = kb.articles[0]
    return replace(kb, articles=(replace(first, sentences=(*first.sentences, Sentence(UNKNOWN, ((0, 1),), 3))), *kb.articles[1:]))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gaps")
    write_build(with_gaps(), folder)
    return folder


def test_gaps_are_what_no_fact_uses():
    rows = find_gaps(with_gaps())
    assert [(row.kind, row.text, row.times) for row in rows] == GAPS and {row.document for row in rows} == {NAME}
    assert rows[0].around == "日答复，另有3家单位参与《江州办法》，第2条和3.（略）不算"
    assert not find_gaps(small_kb())


def test_coverage_counts_what_is_used():
    rows = find_coverage(with_gaps())
    assert [(row.kind, row.found, row.used, row.share) for row in rows if row.document == NAME] == COVERAGE
    assert [(row.kind, row.found, row.used, row.share) for row in rows if not row.document] == COVERAGE


def test_a_finished_build_has_the_same_gaps(built):
    build = kg.load(built)
    assert find_gaps(build.kb, build.texts) == find_gaps(with_gaps())
    assert build.frame(find_gaps(build.kb, build.texts)).text.tolist() == [text for _, text, _ in GAPS]


def test_gaps_on_the_command_line(built):
    lines = run("gaps", built).output.splitlines()
    assert lines[0] == "used: title 1 of 2 (50%), date 3 of 4 (75%), number 2 of 4 (50%), organ 2 of 3 (67%)" and lines[-1] == "(4 rows)"
    rows = list(csv.DictReader(run("gaps", built, "--kind", "date", "--kind", "organ", "--format", "csv").stdout.splitlines()))
    assert [row["text"] for row in rows] == ["2023年7月8日", "江州市税务局"]
    assert [row["text"] for row in json.loads(run("gaps", built, "--limit", 2, "--format", "json").stdout)] == ["《江州办法》", "2023年7月8日"]
    assert run("gaps", built, "--coverage", "--kind", "organ", "--format", "markdown").output.splitlines()[2] == f"| {NAME} | organ | 3 | 2 | 67% |"


def test_wrong_calls_of_gaps(built, tmp_path):
    assert "no document of" in run("gaps", built, "--document", "b.txt").output
    assert run("gaps", built, "--kind", "colour").exit_code == 2
    result = run("gaps", tmp_path)
    assert result.exit_code == 1 and "holds no finished build" in result.output


def test_gaps_of_the_seeds_are_few_and_true(seeds_kb):
    shares = {row.kind: row.used / row.found for row in find_coverage(seeds_kb) if not row.document}
    assert min(shares.values()) > 0.8 and set(shares) == {"title", "date", "number", "organ"}
    names = {form for entity in seeds_kb.entities for form in (entity.name, *entity.aliases)}
    assert not [row for row in find_gaps(seeds_kb) if row.kind == "organ" and row.text in names and row.times > 3]


def changed_kb() -> KnowledgeBase:
    """`small_kb` with one change of each kind, the least that can be changed."""
    kb = small_kb()
    users, goal = kb.figures
    return replace(
        kb,
        documents=(replace(kb.documents[0], sha256="0" * 64),),
        articles=(replace(kb.articles[0], date=date(2025, 6, 2)), kb.articles[1]),
        entities=tuple(replace(entity, aliases=("小李",)) if entity.ref == PERSON else entity for entity in kb.entities),
        statements=tuple(replace(one, object="2025-07") if one.predicate == "issuedOn" else one for one in kb.statements[1:]),
        figures=(replace(users, unit="户"), goal),
        targets=(replace(kb.targets[0], deadline=date(2027, 12, 31)),),
    )


DAYS = ("2025-06", "2025-07")
CHANGES = [
    ChangeRow(NAME, "changed", "document", NAME, "sha256", small_kb().documents[0].sha256, "0" * 64),
    ChangeRow(NAME, "changed", "article", "海州省数据局印发数据办法", "date", "2025-06-01", "2025-06-02"),
    ChangeRow(NAME, "changed", "entity", "Person 李明", "names", "", "小李"),
    ChangeRow(NAME, "gone", "relation", f"{AGENCY.name} issues {RULE.name}"),
    ChangeRow(NAME, "changed", "date", f"{RULE.name} issuedOn", "day", *DAYS),
    ChangeRow(NAME, "changed", "figure", "海州数据平台用户数 约13.5万人", "unit", "人", "户"),
    ChangeRow(NAME, "changed", "target", "2026年年底前达到20万人", "deadline", "2026-12-31", "2027-12-31"),
]


def test_changes_are_those_that_were_made():
    assert list(compare(small_kb(), changed_kb()).rows) == CHANGES
    assert compare(small_kb(), small_kb()).rows == ()
    back = {(row.change, row.what, row.before, row.after) for row in compare(changed_kb(), small_kb()).rows}
    assert ("added", f"{AGENCY.name} issues {RULE.name}", "", "") in back and ("changed", f"{RULE.name} issuedOn", *DAYS[::-1]) in back


def test_sentences_that_are_gone_are_told():
    kb = small_kb()
    fewer = replace(kb, entities=tuple(replace(entity, evidence=entity.evidence[:1]) for entity in kb.entities))
    (row,) = compare(kb, fewer).rows
    assert (row.what, row.field, row.after) == ("Agency 海州省数据局", "evidence", "") and row.before == kb.articles[0].sentences[1].text


def test_changes_are_counted_by_kind():
    counts = {row.kind: (row.before, row.after, row.added, row.gone, row.changed) for row in compare(small_kb(), changed_kb()).counts}
    assert tuple(counts) == KINDS and counts["relation"] == (3, 2, 0, 1, 0) and counts["entity"] == (5, 5, 0, 0, 1)


def test_diff_on_the_command_line(tmp_path):
    write_build(small_kb(), tmp_path / "a")
    write_build(changed_kb(), tmp_path / "b")
    result = run("diff", tmp_path / "a", tmp_path / "b")
    assert result.exit_code == 0 and result.output.splitlines()[3] == "relation: 3 → 2, 0 added, 1 gone, 0 changed"
    rows = json.loads(run("diff", tmp_path / "a", tmp_path / "b", "--format", "json").stdout)
    assert [ChangeRow(**row) for row in rows] == CHANGES
    assert run("diff", tmp_path / "a", tmp_path / "b", "--exit-code").exit_code == 1
    assert run("diff", tmp_path / "a", tmp_path / "a", "--exit-code").exit_code == 0
    result = run("diff", tmp_path / "a", tmp_path / "c")
    assert result.exit_code == 1 and "holds no graph.ttl" in result.output and PLATFORM.name not in result.output
