"""Named questions: each says what it asks, answers from the seeds, takes its parameters safely, and shows its sentences."""
from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from rdflib import Graph
from small_kb import AGENCY, NAME, small_kb

from kg.ask import Told, ask, quotes
from kg.cli import main
from kg.errors import InvalidResource
from kg.exporters import write_build
from kg.model import Entity
from kg.questions import KINDS, UnknownName, questions, read_question
from kg.rdf import to_graph

QUESTIONS = questions()
WITHOUT_ROWS = {
    "replaced": "no seed says that a regulation replaces another", "target-history": "no seed tells a target of another one again",
    "curated": "nobody has corrected the seeds by hand",
}
WITHOUT_SENTENCES = {"articles", "sentences", "evidence"}
"""Questions whose rows are the sources themselves."""

VALUES = {
    "agency": "国家医保局", "programme": "基本医疗保险", "regulation": "《人脸识别技术应用安全管理办法》", "person": "李滔", "place": "自贡",
    "entity": "全国医保影像云", "other": "国家医疗保障信息平台", "document": "004_1742e1588872ef42.txt",
    "article": "更顺畅！医保影像可以跨省调阅啦！", "indicator": "参保", "unit": "人", "title": "副局长", "text": "影像", "from": "2024", "to": "2025-03",
    "least": "3", "below": "0.6",
}
OTHER_VALUES = {
    ("changes", "indicator"): "用电量", ("drafts", "agency"): "公安部", ("drafts", "regulation"): "大型网络平台个人信息保护规定（征求意见稿）",
    ("figures-over-time", "indicator"): "诊疗人次", ("governed-by", "regulation"): "关于加强生态环境分区管控的意见", ("in-force", "agency"): "公安部",
    ("in-force", "to"): "2025", ("joint-documents", "agency"): "公安部", ("joint-documents", "least"): "2", ("figures-over-time", "least"): "2",
    ("participants", "programme"): "社会保障卡", ("places", "entity"): "丹东市智慧市场", ("shares", "entity"): "基本医疗保险",
    ("stated-by", "entity"): "国家医保局", ("target-figures", "indicator"): "专项资金", ("target-figures", "entity"): "渝昆高铁重庆至宜宾段",
    ("targets", "text"): "一张网", ("undated-targets", "agency"): "货币政策委员会", ("documents", "to"): "2024", ("uncertain", "below"): "0.7",
    ("indicators", "place"): "安徽省", ("indicators", "least"): "2", ("places", "place"): "丹东市", ("connections", "other"): "医保云",
    ("figures", "text"): "影像数据",
    ("stages", "programme"): "全国医保影像云", ("stages", "from"): "2025-03-21",
}
ALL_ROWS = {
    ("connections", "entity"), ("drafts", "regulation"), ("figures-over-time", "least"), ("in-force", "from"), ("in-force", "to"),
    ("joint-documents", "least"),
}
"""Where these values may leave every row."""


@pytest.fixture(scope="session")
def graph(seeds_kb) -> Graph:
    return to_graph(seeds_kb)


@pytest.fixture(scope="session")
def told(graph) -> dict[str, Told]:
    """Every question, asked with no more than it needs."""
    return {name: ask(graph, name, needed(name)) for name in QUESTIONS}


def needed(name: str) -> dict[str, str]:
    """The parameters that a question cannot do without."""
    return {parameter.name: VALUES[parameter.name] for parameter in QUESTIONS[name].parameters if parameter.needed}


def small_graph(*more: Entity) -> Graph:
    kb = small_kb()
    return to_graph(replace(kb, entities=(*kb.entities, *more)))


def test_questions_are_many_and_each_says_what_it_asks():
    assert len(QUESTIONS) >= 25
    assert all(re.fullmatch(r"[一-鿿].*？", question.asks) for question in QUESTIONS.values())
    assert len({question.asks for question in QUESTIONS.values()}) == len(QUESTIONS)


def test_parameters_are_those_that_the_queries_hold():
    for question in QUESTIONS.values():
        declared = {parameter.name for parameter in question.parameters}
        assert declared == {name.lower() for name in re.findall(r"\?([A-Z]+)\b", question.sparql)}, question.name
    assert {parameter.name for question in QUESTIONS.values() for parameter in question.parameters} == set(KINDS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_answers_from_the_seeds(told, graph, name):
    found = told[name]
    assert bool(found.answers.rows) != (name in WITHOUT_ROWS), WITHOUT_ROWS.get(name)
    assert "fact" not in found.answers.columns and len(set(found.answers.rows)) == len(found.answers.rows)
    assert all(quotes(graph, claims) for claims in found.claims[:5]) or name in WITHOUT_SENTENCES


@pytest.mark.parametrize(("name", "parameter"), [(name, p.name) for name in QUESTIONS if name not in WITHOUT_ROWS for p in QUESTIONS[name].parameters])
def test_parameter_chooses_among_the_rows(told, graph, name, parameter):
    value = OTHER_VALUES.get((name, parameter), VALUES[parameter])
    some, every = ask(graph, name, needed(name) | {parameter: value}).answers.rows, told[name].answers.rows
    assert some
    if name != "issuers" and parameter != "unit":  # counts change, another unit is not among those of the default
        assert set(some) <= set(every)
        assert len(some) < len(every) or (name, parameter) in ALL_ROWS


OPEN_QUESTIONS = [
    ("figures", {"text": "村（社区）", "unit": "个"}, "value", {"14300"}),
    ("figures", {"text": "药品目录", "unit": "种"}, "value", {"91", "3159"}),
    ("figures", {"text": "重复参保"}, "value", {"56000000"}),
    ("documents", {"regulation": "关于加强生态环境分区管控的意见"}, "issuer", {"中共中央办公厅", "国务院办公厅"}),
    ("figures", {"indicator": "全社会用电量", "from": "2025-10", "to": "2025-10"}, "value", {"857200000000", "10.4"}),
    ("figures", {"indicator": "领用", "to": "2024-09-30"}, "value", {"1034000000"}),
    ("in-force", {"from": "2025-06-01", "to": "2025-06-01"}, "issuer", {"国家互联网信息办公室", "中华人民共和国公安部"}),
    ("figures", {"unit": "元", "from": "2024-01", "to": "2024-07"}, "value", {"22700000000"}),
    ("programmes", {"programme": "医保影像云"}, "agency", {"国家医疗保障局"}),
    ("targets", {"entity": "医保影像云"}, "deadline", {"2027-12-31"}),
    ("figures", {"entity": "医保影像云", "unit": "个"}, "value", {"24"}),
    ("figures", {"indicator": "参保", "to": "2024-12-31"}, "value", {"1326000000", "95"}),
    ("target-figures", {"entity": "市场监管服务专项资金"}, "value", {"332000000"}),
    ("figures", {"text": "单个场景"}, "value", {"3000000"}),
    ("posts", {"agency": "国家医保局", "title": "局长"}, "person", {"章轲", "颜清辉", "李滔"}),
    ("documents", {"regulation": "关于储蓄国债(电子式)纳入个人养老金产品范围有关政策的通知"}, "issuer", {"中华人民共和国财政部", "中国人民银行"}),
    ("timeline", {"entity": "个人养老金储蓄国债（电子式）业务"}, "date", {"2026-06"}),
    ("drafts", {"regulation": "大型网络平台个人信息保护规定（征求意见稿）"}, "drafter", {"国家互联网信息办公室", "中华人民共和国公安部"}),
    ("figures", {"text": "优先参加工伤保险"}, "value", {"1312"}),
]


@pytest.mark.parametrize(("name", "values", "column", "expected"), OPEN_QUESTIONS)
def test_what_analysts_asked(graph, name, values, column, expected):
    answers = ask(graph, name, values).answers
    assert expected <= {row[answers.columns.index(column)] for row in answers.rows}


NASTY = ['省"局', "省'局", "省} UNION { ?s ?p ?o", "省\\局", "省\n局", "省$局?AGENCY"]


@pytest.mark.parametrize("nasty", NASTY)
def test_no_value_changes_what_is_asked(nasty):
    body = Entity("Agency", nasty, evidence=small_kb().entities[0].evidence)
    graph = small_graph(body)
    assert ask(graph, "names", {"entity": nasty}).answers.rows == (("pk:Agency", nasty, None),)
    assert ask(graph, "documents", {"agency": nasty}).answers.rows == ()
    with pytest.raises(UnknownName):
        ask(graph, "figures", {"indicator": nasty})


def test_names_are_known_by_every_form():
    graph = small_graph(Entity("Agency", "海州市数据局", aliases=("数据局",)), Entity("Agency", "海州县数据局", aliases=("数据局", "海州市数据局")))
    iri = str(ask(graph, "names", {"entity": "海州省数据局"}).claims[0][0])
    for value in ("海州省数据局", "省数据局", " 省数据局", iri):
        assert ask(graph, "documents", {"agency": value}).answers.rows == (("海州省数据管理办法", "海州省数据局", "2025-06", None),)
    assert ask(graph, "documents", {"regulation": "《海州省数据管理办法》"}).answers.rows
    assert ask(graph, "names", {"entity": "海州市数据局"}).answers.rows[0][1] == "海州市数据局"  # a full name goes before a short one
    with pytest.raises(UnknownName, match=r"2 are called so; say which: .*海州县数据局.*, .*海州市数据局"):
        ask(graph, "documents", {"agency": "数据局"})


@pytest.mark.parametrize(("name", "values", "message"), [
    ("document", {}, "no question is named document; near: documents"),
    ("documents", {"agency": "海州数据局"}, "--agency 海州数据局: nothing in this build is called so; near: .*海州省数据局"),
    ("documents", {"agency": "李明"}, "nothing in this build is called so"),
    ("figures", {"indicator": "平台用户量"}, "no indicator of this build holds these words; near: 海州数据平台用户数"),
    ("documents", {"place": "海州省"}, "documents takes --agency 印发或公布的机构, --regulation 文件的名称, .*; not --place"),
    ("connected", {"place": "海州省"}, "connected takes no parameters; not --place"),
    ("documents", {"from": "2025-02-30"}, "--from 2025-02-30: not a date"),
    ("documents", {"to": "今年"}, "--to 今年: not a date"),
    ("connections", {"other": "李明"}, "connections needs --entity: 一个对象"),
    ("joint-documents", {"least": "许多"}, "--least 许多: not a number"),
])
def test_what_is_not_there_is_told_with_what_is_near(name, values, message):
    with pytest.raises(UnknownName, match=message):
        ask(small_graph(), name, values)


def test_rows_keep_all_their_sentences():
    found = ask(small_graph(), "documents")
    headline = "海州省数据局印发数据办法"
    assert [quote[1:3] for quote in quotes(small_graph(), found.claims[0])] == [(headline, NAME)] * 2
    assert [quote[3][:4] for quote in quotes(small_graph(), found.claims[0])] == ["海州省数", "6月1日"]


@pytest.mark.parametrize("line", ["# param: agency", "# param: nobody 谁", "# params: agency 谁"])
def test_parameters_that_cannot_be_read_are_errors(tmp_path, line):
    (tmp_path / "q.rq").write_text(f"# 谁？\n{line}\nASK {{}}", "utf-8")
    with pytest.raises(InvalidResource, match="# param: NAME"):
        read_question(tmp_path / "q.rq")


@pytest.fixture
def built(tmp_path) -> Path:
    write_build(small_kb(), tmp_path)
    return tmp_path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(main, ["ask", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def test_answers_in_every_form(built):
    asked = (built, "targets-of", "--agency", "省数据局")
    row = {"agency": AGENCY.name, "deadline": "2026-12-31", "target": "2026年年底前达到20万人", "of": "海州数据平台"}
    source = {"date": "2025-06-01", "headline": "海州省数据局印发数据办法", "document": NAME,
              "sentence": "截至5月底，海州数据平台已有约13.5万人使用，2026年年底前达到20万人。"}
    assert json.loads(run(*asked, "--format", "json")) == [row]
    assert json.loads(run(*asked, "--format", "json", "--evidence")) == [row | source]
    assert list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv", "--evidence")))) == [row | source]
    assert run(*asked, "--format", "markdown").splitlines()[2] == f"| {' | '.join(row.values())} |"
    table = run(*asked, "--evidence").splitlines()
    assert table[2].split() == list(row.values()) and table[3] == f"    {' '.join(source.values())}" and table[-1] == "(1 row)"


def test_list_names_the_questions_that_take_the_options_given(built):
    assert len(json.loads(run(built, "--format", "json"))) == len(QUESTIONS)
    assert {"name": "joint-documents", "question": "哪些文件由两家以上联合印发？", "parameters": "--agency --least 2"} in json.loads(
        run(built, "--format", "json", "--agency", "x"))
    assert {row["name"] for row in json.loads(run(built, "--format", "json", "--article", "x"))} == {"document-facts"}


def test_errors_are_one_line(built):
    result = CliRunner().invoke(main, ["ask", str(built), "targets", "--agency", "数据部"])
    assert result.exit_code == 1 and result.stderr.startswith("Error: --agency 数据部") and len(result.stderr.splitlines()) == 1
