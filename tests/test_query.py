"""Questions to a build: prefixes, forms of answers, and errors in one line."""
from __future__ import annotations

import json

import pytest
from small_kb import small_kb

from kg.errors import InvalidBuild
from kg.query import Answers, InvalidQuery, answer, read_query, render, stats
from kg.rdf import read_graph, to_graph

GRAPH = to_graph(small_kb())


def test_prefixes_need_no_declaration():
    found = answer(GRAPH, "SELECT ?name ?d { ?r pk:issuedOn ?d ; skos:prefLabel ?name }")
    assert found == Answers(("name", "d"), (("海州省数据管理办法", "2025-06"),))


def test_open_cells_ask_and_construct():
    assert answer(GRAPH, "SELECT ?a ?b { BIND(1 AS ?a) }").rows == (("1", None),)
    assert answer(GRAPH, "ASK { ?t a pk:Target }").rows == (("yes",),)
    (row,) = answer(GRAPH, "CONSTRUCT { ?a pk:issues ?b } WHERE { ?a pk:issues ?b }").rows
    assert row[1] == "pk:issues"


def test_order_of_the_question_is_kept_and_all_else_is_sorted():
    assert [row[0] for row in answer(GRAPH, "SELECT ?v { ?f pk:value ?v } ORDER BY DESC(?v)").rows] == ["200000", "135000"]
    assert [row[0] for row in answer(GRAPH, "SELECT ?v { ?f pk:value ?v }").rows] == ["135000", "200000"]


def test_forms():
    answers = Answers(("名称", "n"), (("海州", "1"), ("省数据局", None)))
    assert render(answers, "csv") == "名称,n\n海州,1\n省数据局,"
    assert json.loads(render(answers, "json")) == [{"名称": "海州", "n": "1"}, {"名称": "省数据局", "n": None}]
    assert render(answers).splitlines() == ["名称      n", "────────  ─", "海州      1", "省数据局", "(2 rows)"]


def test_bad_questions_are_told_in_one_line():
    for bad in ("SELECT ?x { ?x a pk:Agency", "SELECT ?x { ?x a nope:Agency }"):
        with pytest.raises(InvalidQuery) as error:
            answer(GRAPH, bad)
        assert "\n" not in str(error.value)
    with pytest.raises(InvalidQuery):
        read_query("missing.rq")


def test_question_from_a_file(tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("# 谁？\nASK { ?x a pk:Person }", "utf-8")
    assert answer(GRAPH, read_query(str(file))).rows == (("yes",),)


def test_folder_without_a_build(tmp_path):
    for call in (lambda: read_graph(tmp_path), lambda: stats(tmp_path)):
        with pytest.raises(InvalidBuild, match="kg build"):
            call()
    (tmp_path / "graph.ttl").write_text("not turtle", "utf-8")
    with pytest.raises(InvalidBuild, match="not valid Turtle"):
        read_graph(tmp_path)


def test_markdown_keeps_a_cell_in_its_column():
    assert render(Answers(("n", "m"), (("省|市", None),)), "markdown") == "| n | m |\n| --- | --- |\n| 省\\|市 |  |"
