"""What is followed over documents, on a corpus whose right answer is known: a target, a regulation and a programme from beginning to end."""
from __future__ import annotations

import csv
import doctest
import json
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from kg.ask import ask
from kg.cli import main
from kg.exporters import write_build
from kg.model import Article, Entity, Evidence, KnowledgeBase, Ref, Sentence, Target
from kg.pipeline import build_knowledge_base
from kg.query import answer
from kg.rdf import read_graph
from kg.reload import read_build
from kg.resources import data_file
from kg.validate import check_shapes
from kg.views.programmes import programmes_at, stage_words
from kg.views.regulations import regulations_at
from kg.views.sources import wording
from kg.views.targets import targets_at

PAGES = {
    "2023-03-10": """国家医保局推进影像云建设\n
国家医保局有关负责人介绍，将加快建设全国医保影像云，力争2026年年底前实现全国医保影像云数据“一张网”。\n
国家医保局提出，到2025年，基本医疗保险参保率达到95%。""",
    "2023-05-06": """《海洋数据安全管理办法（征求意见稿）》公开征求意见\n
国家数据局、公安部起草了《海洋数据安全管理办法（征求意见稿）》，于6日向社会公开征求意见。""",
    "2023-12-05": """国家医保局再谈影像云\n
国家医保局重申，到2026年年底前实现全国医保影像云数据“一张网”。\n
长期护理保险在15个城市开展试点。""",
    "2024-01-15": """海州湾跨海大桥合龙\n
省交通运输厅介绍，海州湾跨海大桥已经合龙，计划2024年建成通车。""",
    "2024-02-01": """海洋数据有了新规\n
国家数据局、公安部近日联合公布《海洋数据安全管理办法》。办法将于2024年5月1日起施行。""",
    "2024-07-01": """海州湾跨海大桥正式通车\n
海州湾跨海大桥今天正式通车，市民赶来见证。""",
    "2024-09-01": """国务院公布修订后的《航道养护条例》\n
国务院近日公布修订后的《航道养护条例》，自2024年10月1日起施行。""",
    "2024-11-20": """影像云建设提速\n
国家医保局明确，全国医保影像云建设提速，力争2025年年底前实现全国医保影像云数据“一张网”。\n
长期护理保险试点扩大到49个城市。""",
    "2025-11-28": """影像云全国贯通\n
国家医保局宣布，全国医保影像云数据“一张网”已如期实现。\n
截至2025年10月底，基本医疗保险参保率达到95.3%。""",
    "2026-01-05": """海洋数据安全管理条例\n
（2025年12月20日中华人民共和国国务院令第800号公布　自2026年2月1日起施行）\n
第一条　为了保障海洋数据安全，制定本条例。\n
第二十条　本条例自2026年2月1日起施行。《海洋数据安全管理办法》同时废止。""",
    "2026-03-20": """长期护理保险在全国全面推开\n
国家医保局20日介绍，长期护理保险制度已在全国全面推开。""",
}


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("pages")
    for day, text in PAGES.items():
        (folder / f"{day}.txt").write_text(text, "utf-8")
    (folder / "sources.toml").write_text("".join(f'["{day}.txt"]\ndate = {day}\n' for day in PAGES), "utf-8")
    return build_knowledge_base([folder])


def days(events) -> list[str]:
    return [str(event) for event in events]


def test_a_target_told_three_times_then_met(kb):
    (target,) = [row for row in targets_at(kb) if "一张网" in row.target]
    assert days(target.history) == ["2023-03-10 announced", "2023-12-05 reaffirmed", "2024-11-20 changed", "2025-11-28 met"]
    assert (target.state, target.deadline, target.of.name, target.owner.name) == ("met", date(2025, 12, 31), "全国医保影像云", "国家医疗保障局")
    assert len(target.evidence) == 4


@pytest.mark.parametrize(("as_of", "state", "deadline"), [
    (date(2023, 4, 1), "open", date(2026, 12, 31)), (date(2025, 10, 15), "due", date(2025, 12, 31)), (date(2025, 9, 1), "open", date(2025, 12, 31)),
])
def test_state_of_a_target_at_a_day(kb, as_of, state, deadline):
    (target,) = [row for row in targets_at(kb, as_of) if "一张网" in row.target]
    assert (target.state, target.deadline) == (state, deadline)


def test_a_figure_that_reaches_a_target_meets_it(kb):
    (target,) = [row for row in targets_at(kb) if "参保率" in row.target]
    assert days(target.history) == ["2023-03-10 announced", "2025-11-28 met"] and target.history[-1].figure.text == "95.3%"


def test_a_stage_that_is_reached_meets_a_target_of_one_word(kb):
    (target,) = [row for row in targets_at(kb) if "通车" in row.target]
    assert (target.target, target.of.name, days(target.history)) == ("计划2024年建成通车", "海州湾跨海大桥", ["2024-01-15 announced", "2024-07-01 met"])


def test_nothing_is_known_before_it_is_told(kb):
    assert not targets_at(kb, date(2023, 3, 9)) and not programmes_at(kb, date(2023, 3, 9))


NAMED = Ref("Programme", "海州数据平台")


def told(*targets: tuple[str, str, str | None], by: str = "海州省数据局", of: Ref | None = NAMED) -> list[str]:
    """The events of the histories of some targets, each told in an article of its own: day, words, deadline."""
    articles = tuple(Article(f"{day}.txt", 1, None, date.fromisoformat(day), None, (Sentence(words, ((0, len(words)),), 1),)) for day, words, _ in targets)
    records = tuple(Target(words, date.fromisoformat(deadline) if deadline else None, of, Ref("Agency", by), evidence=(Evidence(f"{day}.txt#1", 0),))
                    for day, words, deadline in targets)
    return [" ".join(step.event for step in row.history) for row in targets_at(KnowledgeBase((), articles, (), (), (), records), date(2030, 1, 1))]


@pytest.mark.parametrize(("second", "events"), [
    (("2024-03-01", "将确保2026年底前平台用户达到20万人", "2026-12-31"), ["announced reaffirmed"]),
    (("2024-03-01", "到2026年底平台用户达到25万人", "2026-12-31"), ["announced changed"]),
    (("2024-03-01", "到2027年底平台用户达到20万人", "2027-12-31"), ["announced changed"]),
    (("2024-03-01", "到2030年底平台用户达到50万人", "2030-12-31"), ["announced", "announced"]),
    (("2024-03-01", "平台用户目标调整为到2030年底达到50万人", "2030-12-31"), ["announced changed"]),
    (("2027-03-01", "到2027年底平台用户达到20万人", "2027-12-31"), ["announced", "announced"]),
    (("2024-03-01", "到2026年底建成20万平方米展馆", "2026-12-31"), ["announced", "announced"]),
])
def test_what_is_the_same_target(second, events):
    assert sorted(told(("2023-03-01", "到2026年底平台用户达到20万人", "2026-12-31"), second)) == sorted(events)


def test_a_reprint_is_no_new_telling(kb):
    page = "2023-12-05.txt"
    again = replace(kb, articles=tuple(replace(article, reprint_of="2023-03-10.txt#1") if article.document == page else article for article in kb.articles))
    (target,) = [row for row in targets_at(again) if "一张网" in row.target]
    assert days(target.history)[:2] == ["2023-03-10 announced", "2024-11-20 changed"] and len(target.evidence) == 4


def test_a_regulation_from_draft_to_end(kb):
    (rule,) = [row for row in regulations_at(kb) if row.regulation.name.startswith("海洋数据安全管理办法")]
    assert days(rule.life) == ["by 2023-05-06 draft", "by 2024-02-01 issued", "2024-05-01 in force", "2026-02-01 replaced"]
    assert (rule.lead.name, [ref.name for ref in rule.joint]) == ("国家数据局", ["中华人民共和国公安部"])
    assert (rule.issued, rule.effective) == ("", "2024-05-01")
    assert [ref.name for ref in rule.replaced_by] == ["海洋数据安全管理条例"]


@pytest.mark.parametrize(("as_of", "state"), [
    (date(2023, 6, 1), "draft"), (date(2024, 3, 1), "issued"), (date(2024, 5, 1), "in force"), (date(2026, 1, 31), "in force"), (date(2026, 2, 1), "replaced"),
])
def test_state_of_a_regulation_at_a_day(kb, as_of, state):
    assert [row.state for row in regulations_at(kb, as_of) if row.regulation.name == "海洋数据安全管理办法"] == [state]


def test_a_regulation_in_a_new_wording(kb):
    (rule,) = [row for row in regulations_at(kb) if row.regulation.name == "航道养护条例"]
    assert rule.state == "amended" and days(rule.life) == ["by 2024-09-01 issued", "2024-10-01 in force", "2024-10-01 amended"]


def regulation(name: str, *evidence: int) -> Entity:
    return Entity("Regulation", name, evidence=tuple(Evidence("a.txt#1", place) for place in evidence))


def test_what_titles_and_words_around_them_tell():
    texts = ("全国人大常委会通过关于修改〈港口法〉、〈航道法〉的决定。", "决定废止《乡镇码头办法》。", "有关部门启动修订《船舶登记办法》。")
    article = Article("a.txt", 1, None, date(2025, 3, 1), None, tuple(Sentence(text, ((0, len(text)),), 1) for text in texts))
    change = regulation("关于修改〈港口法〉、〈航道法〉的决定", 0)
    rules = (change, regulation("乡镇码头办法", 1), regulation("船舶登记办法", 2), regulation("港口法", 0), regulation("航道法", 0))
    states = {row.regulation.name: (row.state, row.replaced_by) for row in regulations_at(KnowledgeBase((), (article,), rules, (), (), ()))}
    assert states == {change.name: ("named", ()), "乡镇码头办法": ("repealed", ()), "船舶登记办法": ("named", ()),
                      "港口法": ("amended", (change.ref,)), "航道法": ("amended", (change.ref,))}


def test_a_programme_from_pilot_to_the_whole_country(kb):
    (care,) = programmes_at(kb, name="长期护理")
    assert days(care.stages) == ["2023-12-05 pilot", "2024-11-20 extended", "2026-03-20 nationwide"] and care.stage == "nationwide"
    assert (care.first, care.last) == (date(2023, 12, 5), date(2026, 3, 20))
    assert programmes_at(kb, date(2024, 1, 1), name="长期护理")[0].stage == "pilot"


def test_stage_words_have_their_examples():
    with data_file("stages.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            assert {hit.lastgroup for hit in stage_words().finditer(row["example"])} >= {row["stage"]}, row
            assert row["label"] and row["stage"] not in {hit.lastgroup for hit in stage_words().finditer(row["not"])}, row


@pytest.mark.parametrize(("name", "table"), tomllib.loads(data_file("histories.toml").read_text("utf-8")).items())
def test_wordings_have_their_examples(name, table):
    assert all(wording(name).search(line) for line in table["yes"]) and not any(wording(name).search(line) for line in table["no"])


def test_what_is_read_back_tells_the_same(kb, tmp_path):
    write_build(kb, tmp_path)
    again = read_build(tmp_path)
    assert [days(row.history) for row in targets_at(again)] == [days(row.history) for row in targets_at(kb)]
    assert [(row.regulation, days(row.life)) for row in regulations_at(again)] == [(row.regulation, days(row.life)) for row in regulations_at(kb)]
    assert [(row.programme, days(row.stages)) for row in programmes_at(again)] == [(row.programme, days(row.stages)) for row in programmes_at(kb)]


def test_commands_print_what_the_views_give(kb, tmp_path):
    write_build(kb, tmp_path)

    def run(*arguments: str) -> list[dict[str, str]]:
        return json.loads(CliRunner().invoke(main, [arguments[0], str(tmp_path), *arguments[1:], "--format", "json"]).output)

    assert [row["target"] for row in run("targets", "--as-of", "2024-06-01", "--state", "open")] == [
        "计划2024年建成通车", "到2025年，基本医疗保险参保率达到95%", "到2026年年底前实现全国医保影像云数据“一张网”"]
    assert [row["regulation"] for row in run("regulations", "--as-of", "2023-06-01")] == ["海洋数据安全管理办法"]
    (one, two, three, four) = run("programmes", "长期护理", "--evidence")
    assert {row["stage"] for row in (one, two, three, four)} == {"nationwide"} and one["sentence"] == "长期护理保险在15个城市开展试点。"


LIVES = """SELECT ?first ?deadline ?quote { ?last pk:changes/pk:retells ?t ; pk:deadline ?deadline ; pk:metIn/pk:quote ?quote . ?t pk:statement ?first }"""


def test_lives_stand_in_the_graph(kb, tmp_path):
    write_build(kb, tmp_path)
    graph = read_graph(tmp_path)
    assert not list(check_shapes(graph))
    assert answer(graph, LIVES).rows == (
        ("力争2026年年底前实现全国医保影像云数据“一张网”", "2025-12-31", "国家医保局宣布，全国医保影像云数据“一张网”已如期实现。"),)
    assert [row[2] for row in ask(graph, "target-history", {"text": "一张网"}).answers.rows] == ["changed", "met", "reaffirmed"]
    assert answer(graph, "SELECT ?v { ?t pk:metBy/pk:value ?v }").rows == (("95.3",),)
    assert answer(graph, "SELECT ?a { ?r pk:leadIssuer/skos:prefLabel ?a ; ^pk:draftOf ?draft }").rows == (("国家数据局",),)
    assert answer(graph, "SELECT ?d ?n { ?s pk:stageName ?n ; pk:firstTold ?d } ORDER BY ?d").rows[0] == ("2023-12-05", "pilot")


def test_doctests():
    import kg.views.programmes
    import kg.views.regulations
    import kg.views.sources
    for module in (kg.views.sources, kg.views.regulations, kg.views.programmes):
        assert not doctest.testmod(module).failed
