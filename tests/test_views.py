"""Rows of views as the commands print them."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from small_kb import AGENCY, NAME, RULE, small_kb

from kg.cli.printing import print_rows
from kg.model import Evidence, Ref


@dataclass(frozen=True, slots=True)
class Life:
    regulation: Ref
    issuers: tuple[Ref, ...]
    issued: date | None
    evidence: tuple[Evidence, ...] = ()


ROW = Life(RULE, (AGENCY,), date(2025, 6, 1), (Evidence(f"{NAME}#1", 0),))


@pytest.mark.parametrize(("form", "evidence", "lines"), [
    ("csv", False, ["regulation,issuers,issued", "海州省数据管理办法,海州省数据局,2025-06-01"]),
    ("csv", True, ["regulation,issuers,issued,date,headline,document,sentence",
                   f"海州省数据管理办法,海州省数据局,2025-06-01,2025-06-01,海州省数据局印发数据办法,{NAME},海州省数据局印发数据办法"]),
    ("markdown", False, ["| regulation | issuers | issued |", "| --- | --- | --- |", "| 海州省数据管理办法 | 海州省数据局 | 2025-06-01 |"]),
])
def test_rows_as_lines(form, evidence, lines, capsys):
    print_rows(small_kb(), Life, [ROW], form, evidence)
    assert capsys.readouterr().out.splitlines() == lines


def test_sentences_stand_below_their_row(capsys):
    print_rows(small_kb(), Life, [ROW, Life(RULE, (), None)], "table", True)
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("海州省数据管理办法") and lines[3] == f"    2025-06-01 海州省数据局印发数据办法 {NAME} 海州省数据局印发数据办法"
    assert lines[-1] == "(2 rows)"
