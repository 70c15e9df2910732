"""graph.html in a real browser: each thing an analyst does with it, by mouse and by keyboard alone.

Skipped where no Chromium is found; ``CHROMIUM`` names another than Debian's.
"""
from __future__ import annotations

import csv
import io
import re
import struct
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from browse import BOTH, DRAWN, Opened, choose, count, download, find_mark, reach, search, use
from gold_kb import seeds_kb

from kg.exporters.html import write_html
from kg.model import Entity, KnowledgeBase, Ref, Statement

AGENCY = "国家医疗保障局"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return seeds_kb()


@pytest.fixture(scope="module")
def file(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "graph.html"
    write_html(kb, path)
    return path


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of 1,600 entities in forty stars around hubs."""
    refs = [Ref("Programme", f"项目{number}") for number in range(1600)]
    statements = [Statement(refs[number], "partOf", refs[number - number % 40]) for number in range(1600) if number % 40]
    statements += [Statement(refs[hub], "partOf", refs[0]) for hub in range(40, 1600, 40)]
    path = tmp_path_factory.mktemp("browser") / "big.html"
    write_html(KnowledgeBase((), (), tuple(Entity(*ref) for ref in refs), tuple(statements), (), ()), path)
    return path


@pytest.fixture
def opened(context: Any, file: Path) -> Iterator[Opened]:
    made = Opened(context, file)
    yield made
    assert made.errors == []
    assert made.fetched == [file.as_uri()]


def chosen(page: Any) -> str:
    return page.locator("#chosen").inner_text()


def show(page: Any, tab: str, hand: str) -> None:
    """Open a tab by a click, or by the arrow keys from the one that is open."""
    if hand == "mouse":
        return page.locator(f"#tab-{tab}").click()
    reach(page, page.locator("[role=tab][aria-selected=true]"))
    while page.locator(f"#tab-{tab}").get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowRight")


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def around(kb: KnowledgeBase, name: str, depth: int) -> set[Ref]:
    """The entities up to so many steps from the one with this name."""
    graph: Any = nx.Graph((one.subject, one.object) for one in kb.statements if isinstance(one.object, Ref))
    (start,) = (entity.ref for entity in kb.entities if entity.name == name)
    return set(nx.ego_graph(graph, start, depth))


@pytest.mark.parametrize("query", ["国家医保局", AGENCY, "gjybj", "guojiayibaoju", "gjylbzj"])
def test_search_finds_by_names_pinyin_and_initials(opened: Opened, query: str) -> None:
    search(opened.page, query)
    assert opened.page.locator("#results .found").first.inner_text() == AGENCY
    opened.page.keyboard.press("Enter")
    assert chosen(opened.page) == AGENCY


@pytest.mark.parametrize("query", ["个人养老金储蓄国债(电子式)", "个人养老金储蓄国债（电子式）"])
def test_search_finds_marks_of_any_width(opened: Opened, query: str) -> None:
    search(opened.page, query)
    opened.page.keyboard.press("Enter")
    assert chosen(opened.page) == "个人养老金储蓄国债(电子式)业务"


@BOTH
def test_search_offers_and_takes(opened: Opened, hand: str) -> None:
    page = opened.page
    if hand == "mouse":
        page.locator("#search").click()
        page.keyboard.type("没有这个名字")
    else:
        search(page, "没有这个名字")
    assert "没有这个名字" in page.locator("#no-results").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#no-results").is_hidden()
    page.keyboard.type("医保")
    second = page.locator("#results [role=option]").nth(1)
    name = second.locator(".found").inner_text()
    if hand == "mouse":
        second.click()
    else:
        page.keyboard.press("ArrowDown")
        assert page.locator("#search").get_attribute("aria-activedescendant") == second.get_attribute("id")
        page.keyboard.press("Enter")
    assert chosen(page) == name


@BOTH
def test_from_agency_to_deadline_with_its_sentences(opened: Opened, hand: str) -> None:
    page, panel = opened.page, opened.page.locator("#detail")
    use(page, panel.locator(".rank .node", has_text=AGENCY), hand)
    use(page, panel.locator(".node", has_text=re.compile("^全国医保影像云$")).first, hand)
    assert chosen(page) == "全国医保影像云"
    assert "2027-12-31" in panel.inner_text()
    quote = panel.locator("blockquote", has_text="力争2027年年底前").first
    assert "新华社 · 2025-11-21" in quote.inner_text()
    assert quote.locator("mark").count() > 0
    use(page, quote.locator(".article"), hand)
    assert chosen(page) == "更顺畅！医保影像可以跨省调阅啦！"


@BOTH
def test_the_legend_is_the_filter_and_counts_follow(opened: Opened, kb: KnowledgeBase, hand: str) -> None:
    page = opened.page
    box = lambda name: page.locator(f'#filters [data-name="{name}"]')  # noqa: E731
    relation, shown = page.locator('#filters label:has([data-name="administers"]) .count'), page.locator("#tab-nodes .count")
    before = count(relation)
    use(page, box("Programme"), hand, "Space")
    assert count(relation) < before
    assert count(shown) == sum(entity.type != "Programme" for entity in kb.entities)
    use(page, page.locator("#filters .reset"), hand)
    assert (count(relation), count(shown)) == (before, len(kb.entities))
    only = page.locator('#filters li:has([data-name="Person"]) .only')
    if hand == "mouse":
        page.locator('#filters li:has([data-name="Person"])').hover()
    use(page, only, hand)
    assert count(shown) == sum(entity.type == "Person" for entity in kb.entities)
    use(page, page.locator("#filters .reset"), hand)
    use(page, box("administers"), hand, "Space")
    assert count(page.locator("#tab-facts .count")) == sum(one.predicate != "administers" for one in kb.statements)
    box("from").fill("2025-11-01")
    late = [article for article in kb.articles if article.date and article.date >= date(2025, 11, 1)]
    assert count(page.locator("#tab-articles .count")) == len(late)


@BOTH
def test_focus_of_one_to_three_steps(context: Any, file: Path, kb: KnowledgeBase, hand: str) -> None:
    context.add_init_script(DRAWN)
    page = Opened(context, file).page
    if hand == "mouse":
        page.wait_for_timeout(300)
        page.mouse.click(*find_mark(page))
        page.wait_for_function("location.hash.startsWith('#n=')")
    else:
        choose(page, AGENCY)
    name = chosen(page)
    for depth in (1, 2, 3):
        if hand == "mouse" and depth > 1:
            page.locator(".steps button").nth(depth - 1).click()
        elif depth > 1:
            page.keyboard.press(str(depth))
        assert page.locator(".steps [aria-pressed=true]").inner_text() == f"{depth} 步"
        assert count(page.locator("#tab-nodes .count")) == len(around(kb, name, depth))
        page.wait_for_timeout(450)
        assert any(text.rstrip("…") and name.startswith(text.rstrip("…")) for text, *_ in page.evaluate("window.drawn"))
    page.locator("#focus .back").click() if hand == "mouse" else page.keyboard.press("Escape")
    assert page.locator("#focus").is_hidden()
    assert chosen(page) == "概览"
    assert page.evaluate("location.hash") == ""


@BOTH
def test_figures_are_sorted_and_charted(opened: Opened, kb: KnowledgeBase, hand: str) -> None:
    page, panel = opened.page, opened.page.locator("#panel-figures")
    show(page, "figures", hand)
    assert page.locator("#tab-figures").get_attribute("aria-selected") == "true"
    assert [re.sub(r" .$", "", one) for one in panel.locator("th").all_inner_texts()] == ["指标", "数值", "单位", "时期", "主体", "发布者", "走势", "出处"]
    head = panel.locator("th", has_text="数值")
    for order, reverse in (("descending", True), ("ascending", False)):
        use(page, head.locator("button"), hand)
        assert head.get_attribute("aria-sort") == order
        values = [float(one) for one in panel.locator("td .value").evaluate_all("cells => cells.map(cell => cell.title)")]
        assert values == sorted(values, reverse=reverse)
    panel.locator("input[type=search]").fill("土耳其基准利率")
    chart = panel.locator("svg.trend").first
    assert len(chart.get_attribute("aria-label").split(" · ")) == chart.locator("circle").count() > 1


@BOTH
def test_the_timeline_filters_by_deadline_and_date(opened: Opened, kb: KnowledgeBase, hand: str) -> None:
    page = opened.page
    show(page, "targets", hand)
    assert f"另有 {sum(not target.deadline for target in kb.targets)} 个目标没有给出期限" in page.locator("#undated").inner_text()
    if hand == "mouse":
        box = page.locator(".timeline").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 40)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 40, steps=4)
        page.mouse.up()
    else:
        reach(page, page.locator("[data-handle=from]"))
        for _ in range(2):
            page.keyboard.press("PageUp")
        page.keyboard.press("ArrowRight")
        assert page.locator("[data-handle=from]").get_attribute("aria-valuetext") == page.locator('#filters [data-name="from"]').input_value()
    first = date.fromisoformat(page.locator('#filters [data-name="from"]').input_value())
    assert "from=" in page.evaluate("location.hash")
    late = [target.statement for target in kb.targets if target.deadline and target.deadline >= first]
    assert page.locator("#panel-targets .aim").all_inner_texts() == late == ["力争2027年年底前实现全国医保影像云数据“一张网”"]


@pytest.mark.parametrize(("tab", "hand"), [("facts", "mouse"), ("figures", "mouse"), ("targets", "mouse"), ("nodes", "mouse"), ("figures", "keyboard")])
def test_tables_narrow_to_what_is_chosen(opened: Opened, kb: KnowledgeBase, tab: str, hand: str) -> None:
    page, panel = opened.page, opened.page.locator(f"#panel-{tab}")
    choose(page, AGENCY)
    show(page, tab, hand)
    ref = Ref("Agency", AGENCY)
    whole = {"facts": kb.statements, "figures": kb.figures, "targets": kb.targets, "nodes": kb.entities}[tab]
    mine = {
        "facts": sum(ref in (one.subject, one.object) for one in kb.statements), "figures": sum(ref in (one.about, one.stated_by) for one in kb.figures),
        "targets": sum(ref in (one.of, one.by) for one in kb.targets), "nodes": len(around(kb, AGENCY, 1)),
    }[tab]  # fmt: skip
    listed = panel.locator(".aim" if tab == "targets" else "tbody tr")
    assert count(page.locator(f"#tab-{tab} .count")) == listed.count() == mine < len(whole)
    assert len(rows(download(page, "csv", hand))) == 1 + mine
    use(page, panel.locator(".scope input"), hand, "Space")
    assert count(page.locator(f"#tab-{tab} .count")) == len(whole)
    assert len(rows(download(page, "csv", hand))) == 1 + len(whole)
    panel.locator("input[type=search]").fill("医保")
    found = listed.count()
    assert 0 < found < len(whole)
    assert len(rows(download(page, "csv", hand))) == 1 + int(re.findall(r"\d+", panel.locator(".rows").inner_text())[-1])


@BOTH
def test_a_row_opens_its_entity_and_the_table_stays(opened: Opened, kb: KnowledgeBase, hand: str) -> None:
    page, panel = opened.page, opened.page.locator("#panel-nodes")
    page.locator("#tab-nodes").click()
    use(page, panel.locator(".scroll > .plain"), hand)
    assert panel.locator("tbody tr").count() == 200
    row = panel.locator("tbody .node").nth(1)
    name = row.inner_text()
    use(page, row, hand)
    assert chosen(page) == name
    assert count(page.locator("#tab-nodes .count")) == len(kb.entities)


@BOTH
def test_a_big_graph_opens_on_its_communities(context: Any, big: Path, hand: str) -> None:
    opened = Opened(context, big)
    page = opened.page
    assert "社群" in page.locator("#note").inner_text()
    assert "1,600" in page.locator(".totals").inner_text()
    if hand == "mouse":
        page.wait_for_timeout(300)
        page.mouse.click(*find_mark(page))
    else:
        use(page, page.locator("#detail .community").first, hand)
        assert page.locator("#detail .community").first.evaluate("row => row === document.activeElement")
    page.wait_for_function("location.hash.startsWith('#open=')")
    assert page.locator("#detail .community[aria-expanded=true]").count() == 1
    again = Opened(context, big, page.evaluate("location.hash").removeprefix("#"))
    assert again.page.locator("#detail .community").all_inner_texts() == page.locator("#detail .community").all_inner_texts()
    assert again.page.locator("#detail .community[aria-expanded=true]").count() == 1
    use(page, page.locator("#note button"), hand)
    assert page.evaluate("location.hash") == ""
    choose(page, "xm837")
    assert chosen(page) == "项目837"
    assert opened.errors == again.errors == []


@BOTH
def test_a_copied_link_brings_back_what_was_seen(context: Any, opened: Opened, hand: str) -> None:
    page = opened.page
    choose(page, "gjybj")
    page.locator(".steps button").nth(1).click()
    page.locator('#filters [data-name="Place"]').uncheck()
    page.locator("#tab-facts").click()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    use(page, page.locator("#copy"), hand)
    page.locator("#live", has_text="链接已复制").wait_for(state="attached")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith("file://")
    other = context.new_page()
    other.goto(link)
    assert chosen(other) == AGENCY
    assert other.locator("#tab-facts").get_attribute("aria-selected") == "true"
    assert not other.locator('#filters [data-name="Place"]').is_checked()
    assert count(other.locator("#tab-facts .count")) == count(page.locator("#tab-facts .count"))
    other.locator("#tab-map").click()
    assert other.locator(".steps [aria-pressed=true]").inner_text() == "2 步"
    page.go_back()
    assert page.locator("#tab-map").get_attribute("aria-selected") == "true"


@BOTH
def test_a_picture_with_legend_and_date_is_saved(context: Any, file: Path, hand: str) -> None:
    context.add_init_script(DRAWN.replace("window.drawn.push(", "(window.written ??= []).push(text); window.drawn.push("))
    page = Opened(context, file).page
    page.locator("#tab-facts").click()
    picture = download(page, "png", hand)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24])[1] == page.locator("#map canvas").evaluate("canvas => canvas.height") + 56
    written = page.evaluate("window.written")
    assert {"公共机构", "公共项目", "规范性文件"} <= set(written)
    assert any(re.search(r"政策知识图谱 · 5 份文档.* · \d{4}-\d\d-\d\d$", text) for text in written)


@BOTH
def test_dark_and_light(opened: Opened, hand: str) -> None:
    page = opened.page
    colour = "getComputedStyle(document.querySelector('.detail')).backgroundColor"
    light = page.evaluate(colour)
    use(page, page.locator("#theme"), hand)
    dark = page.evaluate(colour)
    assert dark != light
    assert [page.evaluate(f"dispatchEvent(new Event('{when}print')); {colour}") for when in ("before", "after")] == [light, dark]  # paper is white
    assert page.locator("#theme").get_attribute("aria-pressed") == "true"
    use(page, page.locator("#theme"), hand)
    assert page.evaluate(colour) == light


@BOTH
def test_print_holds_the_drawing_and_the_facts(opened: Opened, hand: str) -> None:
    page = opened.page
    page.evaluate("window.print = () => { window.printed = true; }")
    choose(page, AGENCY)
    use(page, page.locator("#print"), hand)
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert [page.locator(one).is_visible() for one in (".search", ".tools", ".tabs", "#map", "#detail", "#filters .mark >> nth=0")] == [False] * 3 + [True] * 3
    assert page.evaluate("getComputedStyle(document.querySelector('#detail')).overflow") == "visible"
    assert page.pdf().startswith(b"%PDF")


@BOTH
def test_narrow_screens(browser: Any, file: Path, hand: str) -> None:
    made = browser.new_context(viewport={"width": 400, "height": 800})
    page = Opened(made, file).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.locator('#filters [data-name="Place"]').is_hidden()
    use(page, page.locator("#filters summary"), hand)
    use(page, page.locator('#filters [data-name="Place"]'), hand, "Space")
    assert "off=Place" in page.evaluate("location.hash")
    use(page, page.locator("#detail .rank .node").first, hand)
    assert chosen(page) == AGENCY
    for tab in ("facts", "figures", "targets", "nodes", "articles"):
        show(page, tab, hand)
        assert page.locator(f"#panel-{tab}").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, tab
    made.close()
