"""Indicators, their series and conflicts, and reprints: on four papers made by hand, of which one rounds, one differs and one copies."""
from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_kb import small_kb

from kg.cli import main
from kg.exporters import write_build
from kg.lexicon import rows
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Sentence, Statement
from kg.pipeline import build_knowledge_base
from kg.reload import read_build
from kg.validate import validate_build
from kg.views import plot
from kg.views.conflicts import find_conflicts
from kg.views.indicators import find_indicators
from kg.views.precision import printed_range
from kg.views.reprints import find_reprints, list_reprints
from kg.views.series import NoSuchIndicator, find_series, match_indicators
from kg.views.standing import Standings
from kg.views.wording import plain

BODY = ("国家医保局公布数据，截至2024年底，全国基本医保参保人数13.26亿人，参保率稳定在95%以上。各地继续完善参保缴费服务，推动符合条件的群众应保尽保。\n"
        "下一步将继续扩大门诊慢特病跨省直接结算的病种范围，让群众就医更方便，负担更轻。\n")
PAPERS = {
    "first.txt": f"基本医保参保情况公布\n2025年3月1日\n来源：海州日报\n{BODY}",
    "copy.txt": f"参保率稳定在九成五以上\n2025年3月2日\n来源：江州晚报\n{BODY}",
    "rounds.txt": "一组数据看医保\n2025年3月9日\n来源：山州日报\n国家统计局的资料显示，截至2024年底，全国基本医疗保险参保人数132,638万人，医保基金运行平稳。\n",
    "differs.txt": "医保参保人数创新高\n2025年3月5日\n来源：江州晚报\n记者获悉，截至2024年底，基本医疗保险参保人数达到13.31亿人，参保结构继续优化。\n",
}
INSURED = "基本医疗保险参保人数"
YEAR_END = date(2024, 12, 31)
PLACE, INSURANCE = Ref("Place", "海州省"), Ref("Programme", "基本医疗保险")
LIVING, OFFICE = Ref("Programme", "最低生活保障"), Ref("Agency", "海州省医疗保障局")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def kb(papers: Path) -> KnowledgeBase:
    return build_knowledge_base([papers])


@pytest.fixture(scope="module")
def built(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_build(kb, folder)
    return folder


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def told(*sayings: tuple[str, str, str, str, Ref | None]) -> KnowledgeBase:
    """A knowledge base of articles with one sentence each: (sentence, figure's words, value, indicator, about)."""
    articles = [Article(f"{n}.txt", 1, None, None, None, (Sentence(saying[0], ((0, 1),), 1),)) for n, saying in enumerate(sayings)]
    figures = [Figure(text, Decimal(value), "人", indicator, period=(YEAR_END, YEAR_END), about=about, evidence=(Evidence(f"{n}.txt#1", 0),))
               for n, (_, text, value, indicator, about) in enumerate(sayings)]
    place = [Evidence(f"{n}.txt#1", 0) for n, saying in enumerate(sayings) if "海州" in saying[0]]
    names = (Entity(*INSURANCE, aliases=("基本医保", "医保")), Entity("Programme", "职工基本医疗保险", ("职工医保",)),
             Entity("Programme", "城乡居民基本医疗保险", ("居民医保",)), Entity(*LIVING, aliases=("农村低保", "城市低保")),
             Entity(*PLACE, aliases=("海州",), evidence=tuple(place)))
    documents = tuple(Document(f"{n}.txt", "", hashlib.sha256(b"").hexdigest()) for n in range(len(sayings)))
    return KnowledgeBase(documents, tuple(articles), names, (), tuple(figures), ())


@pytest.mark.parametrize("row", rows("indicator_wording.tsv"), ids=lambda row: row["from"])
def test_wording_row_does_what_its_example_says(row):
    assert plain(row["from"]) == row["to"] != row["from"]


def test_different_words_are_one_indicator(kb):
    (insured,) = match_indicators(kb, INSURED)
    assert insured.wordings == ("全国基本医保参保人数", "全国基本医疗保险参保人数", INSURED)
    assert (insured.label, insured.unit, insured.key.about, insured.key.region) == (INSURED, "人", INSURANCE, None)


def test_what_differs_stays_apart():
    kb = told(("", "1人", "1", "职工医保参保人数", INSURANCE), ("", "2人", "2", "居民医保参保人数", INSURANCE), ("", "3人", "3", "参保人数", INSURANCE),
              ("", "4人", "4", "海州参保人数", INSURANCE), ("", "5人", "5", "医保参保人数", INSURANCE), ("", "6人", "6", "全省参保人数", INSURANCE),
              ("", "7人", "7", "农村低保人数", LIVING), ("", "8人", "8", "城市低保人数", LIVING), ("", "9人", "9", "公司从业人员数", None),
              ("", "10人", "10", "公司从业人员数", None))
    indicators = {one.label: len(one.figures) for one in find_indicators(kb)}
    assert indicators == {"职工基本医疗保险参保人数": 1, "城乡居民基本医疗保险参保人数": 1, INSURED: 2, "参保人数（基本医疗保险）（海州省）": 1,
                          "参保人数（基本医疗保险）": 1, "农村低保人数（最低生活保障）": 1, "城市低保人数（最低生活保障）": 1, "公司从业人员数": 1}
    assert len(find_indicators(kb)) == 9  # 公司 is another one in each document


def test_an_indicator_has_a_name_where_only_the_country_is_told():
    assert [one.name for one in find_indicators(told(("中国有14亿多人。", "14亿多", "1400000000", "中国", None)))] == ["中国"]


def test_a_local_body_speaks_for_its_place_and_a_well_known_indicator_is_no_programmes():
    kb = told(("", "1人", "1", "参保人数", INSURANCE), ("", "2人", "2", "全国参保人数", INSURANCE), ("", "3人", "3", "城镇新增就业", INSURANCE),
              ("", "4人", "4", "全国城镇新增就业人数", None), ("", "5人", "5", "海州城镇新增就业人数", None))
    kb = replace(kb, figures=tuple(replace(figure, stated_by=OFFICE if figure.value < 3 else None) for figure in kb.figures))
    assert {one.label: len(one.figures) for one in find_indicators(kb)} == {
        "参保人数（基本医疗保险）（海州省）": 1, "参保人数（基本医疗保险）": 1, "城镇新增就业人数": 2, "城镇新增就业人数（海州省）": 1}


def test_series_tells_each_value_with_its_witnesses(kb, built):
    found = [(row.value, row.stated_by and row.stated_by.name, row.witnesses) for row in find_series(kb, match_indicators(kb, INSURED))]
    assert sorted(found, key=str) == [
        (Decimal(1326000000), "国家医疗保障局", 1), (Decimal(1326380000), "国家统计局", 1), (Decimal(1331000000), None, 1)]
    again = read_build(built)
    assert [row.value for row in find_series(again, match_indicators(again, INSURED))] == [row.value for row in find_series(kb, match_indicators(kb, INSURED))]


def test_units_and_directions_are_worked_out():
    kb = told(("", "2公里", "2", "通车里程", None), ("", "3千米", "3", "通车里程", None), ("", "4%", "4", "票房增速", None))
    figures = [replace(figure, unit=unit, direction="decrease", measure=measure)
               for figure, unit, measure in zip(kb.figures, ("公里", "米", "%"), ("level", "level", "yearOnYear"), strict=True)]
    road, takings = sorted(find_indicators(replace(kb, figures=tuple(figures))), key=lambda one: -len(one.figures))
    assert (road.unit, {road.value(figure) for figure in road.figures}) == ("公里", {Decimal(2), Decimal("0.003")})
    assert takings.value(takings.figures[0]) == -4


def test_series_command_finds_lists_and_tells(built):
    assert run("series", built, INSURED, "--format", "csv").output.count("2024-12-31") == 3
    assert "全国基本医保参保人数13.26亿人" in run("series", built, "全国基本医保参保人数", "--evidence").output
    assert "wordings" in run("series", built).output and "参保率" in run("series", built, "参保").output
    missing = run("series", built, "没有")
    assert missing.exit_code == 1 and "no indicator" in missing.stderr


def test_no_such_indicator(kb):
    with pytest.raises(NoSuchIndicator, match="lists all 2"):
        match_indicators(kb, "没有")


def test_a_plot_is_written(built, tmp_path):
    pytest.importorskip("matplotlib")
    if any("CJK" in path.name for path in Path("/usr/share/fonts").rglob("*")):
        assert run("series", built, INSURED, "--plot", tmp_path / "a.png").exit_code == 0
        assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_without_a_chinese_font_the_hint_says_what_to_install(kb, monkeypatch, tmp_path):
    pytest.importorskip("matplotlib")
    monkeypatch.setattr(plot, "FONTS", ())
    with pytest.raises(plot.CannotPlot, match="fonts-noto-cjk"):
        plot.plot_series(kb, match_indicators(kb, INSURED), tmp_path / "a.png")


def test_conflict_of_two_papers_but_not_of_rounding(kb, built):
    assert [(row.value, row.standing, row.said_by, row.witnesses) for row in find_conflicts(kb)] == [
        ("13.26亿人", "ministry", "国家医疗保障局", 1), ("132,638万人", "statistics", "国家统计局", 1), ("13.31亿人", "media", "江州晚报", 1)]
    printed = run("conflicts", built).output
    assert "达到13.31亿人" in printed and "全国基本医保参保人数13.26亿人" in printed
    honest = tuple(figure for figure in kb.figures if figure.text != "13.31亿人")
    assert find_conflicts(replace(kb, figures=honest)) == ()


@pytest.mark.parametrize(("one", "two", "found"), [
    (("参保13亿人。", "13亿人", INSURANCE), ("参保14亿人。", "14亿人", INSURANCE), 2),
    (("参保13亿人。", "13亿人", INSURANCE), ("海州参保14亿人。", "14亿人", INSURANCE), 0),  # another place
    (("参保13亿人。", "13亿人", INSURANCE), ("新华社海州3月1日电 参保14亿人。", "14亿人", INSURANCE), 2),  # a dateline is no place
    (("参保13亿人。", "13亿人", INSURANCE), ("参保50亿人。", "50亿人", INSURANCE), 0),  # another order
])
def test_only_what_is_comparable_conflicts(one, two, found):
    values = [str(int(text.removesuffix("亿人")) * 10 ** 8) for _, text, _ in (one, two)]
    assert len(find_conflicts(told((*one[:2], values[0], "参保人数", one[2]), (*two[:2], values[1], "参保人数", two[2])))) == found


def test_an_article_of_two_values_is_no_conflict():
    kb = told(("一类13亿人，二类14亿人。", "13亿人", "1300000000", "参保人数", None), ("", "14亿人", "1400000000", "参保人数", None))
    same = tuple(replace(figure, evidence=(Evidence("0.txt#1", 0),)) for figure in kb.figures)
    assert len(find_conflicts(kb)) == 2 and find_conflicts(replace(kb, figures=same)) == ()


@pytest.mark.parametrize(("one", "two", "agree"), [
    (("13.26亿人", 1326000000, None), ("132,638万人", 1326380000, None), True),
    (("13.26亿人", 1326000000, None), ("132,689万人", 1326890000, None), True),  # cut off, not rounded
    (("13.26亿人", 1326000000, None), ("132,702万人", 1327020000, None), False),
    (("13.26亿人", 1326000000, None), ("13.27亿人", 1327000000, None), False),
    (("约13亿人", 1300000000, "约"), ("13.31亿人", 1331000000, None), True),
    (("超过3亿人", 300000000, "超过"), ("3.8亿人", 380000000, None), True),
    (("超过3亿人", 300000000, "超过"), ("2.8亿人", 280000000, None), False),
    (("近3亿人", 300000000, "近"), ("2.9亿人", 290000000, None), True),
    (("2.2万余人", 22000, None), ("22315人", 22315, None), True),
])
def test_rounding_and_qualifiers(one, two, agree):
    first, second = (printed_range(Figure(text, Decimal(value), "人", "参保人数", qualifier=qualifier)) for text, value, qualifier in (one, two))
    assert first and second and first.agrees(second) == second.agrees(first) == agree


def test_words_that_spell_no_digits_are_not_compared():
    assert printed_range(Figure("三成", Decimal(30), "%", "占比")) is None


def test_a_reprint_names_its_original(kb, built):
    (row,) = list_reprints(kb)
    assert (row.document, row.source, row.original_document, row.original_source) == ("copy.txt", "江州晚报", "first.txt", "海州日报")
    assert "copy.txt" in run("reprints", built).output and list_reprints(read_build(built)) == (row,)
    assert "pk:reprintOf id:Article-基本医保参保情况公布" in (built / "graph.ttl").read_text("utf-8")


def test_reprints_do_not_depend_on_the_order_and_need_most_of_the_text(kb):
    assert find_reprints(kb.articles) == find_reprints(kb.articles[::-1]) == {"copy.txt#1": "first.txt#1"}
    first = next(article for article in kb.articles if article.document == "first.txt")
    longer = Sentence("这一段是另外写的，说的是别的事情，比前面几句加在一起还要长得多，" * 5, ((0, 1),), 9)
    report = replace(first, document="report.txt", date=date(2025, 4, 1), sentences=(*first.sentences, longer))
    assert find_reprints([first, report]) == {}


def test_build_keeps_to_the_shapes(built, papers):
    assert validate_build(built, [papers]).problems == ()


def test_every_figure_of_the_seeds_has_its_indicator(seeds_kb):
    indicators = find_indicators(seeds_kb)
    assert {figure for one in indicators for figure in one.figures} >= set(seeds_kb.figures)
    assert {one.label: one.unit for one in indicators}["基本医疗保险参保人数"] == "人"
    assert find_conflicts(seeds_kb) == () and list_reprints(seeds_kb) == ()


@pytest.mark.parametrize(("ref", "standing"), [
    (Ref("Regulation", "中华人民共和国社会保险法"), "law"), (Ref("Agency", "中华人民共和国国务院"), "State Council"),
    (Ref("Agency", "国家医疗保障局"), "ministry"), (Ref("Agency", "海州省数据局"), "local"), (Ref("Person", "李明"), "local"),
    (Ref("Publication", "2024年医疗保障事业发展统计快报"), "statistics"), (Ref("Regulation", "海州省数据管理办法"), "local"),
    (Ref("Organization", "新华通讯社"), "media"), (Ref("Organization", "中国电力企业联合会"), "organization"), (Ref("Regulation", "某办法"), "ministry"),
])
def test_standing(ref, standing):
    kb = small_kb()
    issued = Statement(Ref("Agency", "国家医疗保障局"), "issues", Ref("Regulation", "某办法"))
    assert Standings(replace(kb, statements=(*kb.statements, issued))).of_ref(ref) == standing
