"""graph.html in a real browser: what it shows is what the graph holds, nothing fires, nothing overlaps, everybody can read it."""
from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browse import AXE, DRAWN, Opened, choose, count, download, search
from gold_kb import seeds_kb
from rdflib import Graph
from test_html import hostile_kb

from kg.exporters.html import write_html
from kg.exporters.page.selection import narrow
from kg.exporters.page.view import write_plain
from kg.model import KnowledgeBase
from kg.ontology import load_ontology
from kg.query import answer
from kg.rdf import to_graph

AGENCY = "国家医疗保障局"
LATE = "FILTER(?day >= '2025-11-01'^^xsd:date)"
TABS = {
    "facts": "?one a pk:Statement", "figures": "?one a pk:Figure", "targets": "?one a pk:Target", "articles": "?one a pk:Article",
    "nodes": f"?one a ?class FILTER(?class IN ({', '.join(f'pk:{name}' for name in load_ontology().entity_classes)}))",
}  # fmt: skip
"""For each table what SPARQL counts for it."""


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return seeds_kb()


@pytest.fixture(scope="module")
def graph(kb: KnowledgeBase) -> Graph:
    return to_graph(kb)


@pytest.fixture(scope="module")
def file(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "graph.html"
    write_html(kb, path)
    return path


@pytest.fixture
def opened(context: Any, file: Path) -> Iterator[Opened]:
    made = Opened(context, file)
    yield made
    assert made.errors == []


def counted(graph: Graph, pattern: str) -> int:
    return int(answer(graph, f"SELECT (COUNT(DISTINCT ?one) AS ?n) WHERE {{ {pattern} }}").rows[0][0] or 0)


def test_every_count_is_that_of_a_query(opened: Opened, graph: Graph) -> None:
    page = opened.page
    assert page.locator("html").get_attribute("lang") == "zh"
    assert {tab: count(page.locator(f"#tab-{tab} .count")) for tab in TABS} == {tab: counted(graph, pattern) for tab, pattern in TABS.items()}
    totals = [int(text.replace(",", "")) for text in page.locator(".totals dd").all_inner_texts()]
    assert totals == [counted(graph, TABS[tab]) for tab in ("nodes", "facts", "figures", "targets")]
    documents, articles = re.findall(r"\d+", page.locator("#summary").inner_text())[:2]
    assert (int(documents), int(articles)) == (counted(graph, "?one a pk:Document"), counted(graph, "?one a pk:Article"))
    legend = {box.get_attribute("data-name"): box for box in page.locator("#filters [type=checkbox]").all()}
    ontology = load_ontology()
    for name, box in legend.items():
        pattern = f"?one a pk:{name}" if name in ontology.entity_classes else f"?one a pk:Statement ; rdf:predicate pk:{name}"
        assert count(box.locator("xpath=..").locator(".count")) == counted(graph, pattern), name
    assert sum(counted(graph, f"?one a pk:{name}") for name in legend if name in ontology.entity_classes) == totals[0]
    for row in page.locator(".rank li").all():
        name = row.locator(".node").inner_text()
        links = f"?me skos:prefLabel '{name}'@zh . ?s a pk:Statement ; rdf:subject|rdf:object ?me, ?one FILTER(?one != ?me && isIRI(?one))"
        assert count(row.locator(".count")) == counted(graph, links), name
    panel = page.locator("#detail").inner_text()
    assert AGENCY in panel
    assert "2027-12-31" in panel


def test_counts_of_a_stretch_of_time_are_those_of_a_query(opened: Opened, graph: Graph) -> None:
    page = opened.page
    page.locator('#filters input[data-name="from"]').fill("2025-11-01")
    told = "?one pk:evidence/pk:inArticle/dcterms:issued ?day"
    expected = {tab: counted(graph, f"{TABS[tab]} . {told} {LATE}") for tab in ("facts", "figures")}
    expected["articles"] = counted(graph, f"?one a pk:Article ; dcterms:issued ?day {LATE}")
    expected["targets"] = counted(graph, f"?one a pk:Target {{ {told} }} UNION {{ ?one pk:deadline ?day }} {LATE}")
    assert {tab: count(page.locator(f"#tab-{tab} .count")) for tab in expected} == expected
    names = page.locator("#filters [type=checkbox]").evaluate_all("boxes => boxes.map(box => box.dataset.name)")
    for name in set(names) - set(load_ontology().entity_classes):
        shown = count(page.locator(f'#filters label:has([data-name="{name}"]) .count'))
        assert shown == counted(graph, f"?one a pk:Statement ; rdf:predicate pk:{name} . {told} {LATE}"), name


def test_rows_of_the_articles_count_what_each_tells(opened: Opened, graph: Graph) -> None:
    opened.page.locator("#tab-articles").click()
    for row in opened.page.locator("#panel-articles tbody tr").all():
        headline, *_, nodes, facts, figures, _ = row.locator("td").all_inner_texts()
        here = f"?one pk:evidence/pk:inArticle/dcterms:title ?title FILTER(STR(?title) = {headline!r})"
        assert [int(nodes), int(facts), int(figures)] == [counted(graph, f"{here} {TABS[tab]}") for tab in ("nodes", "facts", "figures")], headline


@pytest.mark.parametrize("policy", [True, False], ids=["with policy", "without policy"])
def test_no_payload_fires(context: Any, tmp_path: Path, policy: bool) -> None:
    path = tmp_path / "hostile.html"
    write_html(hostile_kb(), path, title="</title><script>window.fired=1</script>")
    if not policy:
        path.write_text(re.sub(r"<meta http-equiv[^>]+>", "", path.read_text("utf-8")), "utf-8")
    opened = Opened(context, path)
    page = opened.page
    for tab in ("facts", "figures", "targets", "nodes", "articles", "map"):
        page.locator(f"#tab-{tab}").click()
    search(page, "script")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.locator("#tab-nodes").click()
    for number in range(20):
        page.locator("#panel-nodes tbody .node").nth(number).click()
    content = download(page, "csv").decode("utf-8-sig")
    assert not any(cell[:1] in "=+-@" for row in csv.reader(io.StringIO(content)) for cell in row if cell)
    assert page.evaluate("window.fired") is None
    assert page.locator("main script, main img, aside script, aside img, nav img").count() == 0
    assert opened.errors == []
    assert opened.fetched == [path.as_uri()]


def test_no_payload_fires_in_the_plain_drawing(context: Any, tmp_path: Path) -> None:
    path = tmp_path / "plain.html"
    write_plain(hostile_kb(), path, title="</h1><script>window.fired=1</script><img src=x onerror=window.fired=1>")
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.locator("#mynetwork canvas").wait_for()
    for step in range(60):
        page.mouse.move(300 + step * 12, 300 + step % 7 * 40)
    assert page.evaluate("window.fired") is None
    assert page.evaluate("network.physics.physicsEnabled") is False
    assert asked == [path.as_uri()]
    assert page.locator("h1 img, h1 script").count() == 0


FIRST = {"whole": ("", 1440), "small": ("", 1100), "narrow": ("", 420), "node": (f"n=Agency:{AGENCY}", 1440), "three steps": (f"n=Agency:{AGENCY}&d=3", 1440)}


@pytest.mark.parametrize("sight", FIRST)
def test_labels_do_not_overlap_at_first_sight(browser: Any, file: Path, sight: str) -> None:
    fragment, wide = FIRST[sight]
    made = browser.new_context(viewport={"width": wide, "height": 900})
    made.add_init_script(DRAWN)
    page = Opened(made, file, fragment).page
    page.wait_for_timeout(600)
    labels = page.evaluate("window.drawn")
    assert len(labels) > 6
    assert any(text == AGENCY for text, *_ in labels)
    size = page.locator("#map").bounding_box()
    for index, (text, x, y, width) in enumerate(labels):
        assert not -width / 2 < x < width / 2 and not size["width"] - width / 2 < x < size["width"] + width / 2, f"{text} is clipped"
        for other, ox, oy, other_width in labels[:index]:
            assert abs(x - ox) >= (width + other_width) / 2 or abs(y - oy) >= 12, f"{text} covers {other}"
    made.close()


@pytest.mark.skipif(AXE is None, reason="no axe-core found: no accessibility test (npm install axe-core, or set AXE_CORE)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, file: Path, scheme: str) -> None:
    node = f"n=Agency:{AGENCY}"
    for fragment in ("", node, *(f"tab={tab}" for tab in TABS), *(f"{node}&tab={tab}" for tab in ("facts", "targets"))):
        made = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = Opened(made, file, fragment).page
        page.evaluate(f"{AXE.read_text('utf-8')};0")
        found = page.evaluate("axe.run().then(result => result.violations.map(one => [one.id, one.nodes[0].html]))")
        assert found == [], fragment
        made.close()


def test_dates_and_classes_stand_on_one_line(opened: Opened) -> None:
    page = opened.page
    lines = """cells => cells.map(cell => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return [cell.innerText, new Set([...range.getClientRects()].map(box => Math.round(box.top / 9))).size];
    })"""
    for tab in ("facts", "figures", "nodes", "articles"):
        page.locator(f"#tab-{tab}").click()
        cells = page.locator(f"#panel-{tab} td.short, #panel-{tab} time")
        assert cells.count() > 5
        assert [text for text, rows in cells.evaluate_all(lines) if rows > 1] == [], tab


def test_english_and_dark(browser: Any, tmp_path: Path) -> None:
    write_html(seeds_kb(4), tmp_path / "en.html", lang="en", title="Seeds")
    made = browser.new_context(color_scheme="dark")
    opened = Opened(made, tmp_path / "en.html")
    assert opened.page.title() == "Seeds"
    assert "Next deadlines" in opened.page.locator("#detail").inner_text()
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert opened.errors == []
    made.close()


def test_the_page_of_one_article_is_small_and_whole(context: Any, kb: KnowledgeBase, tmp_path: Path) -> None:
    headline = "更顺畅！医保影像可以跨省调阅啦！"
    part = narrow(kb, focus=headline)
    write_html(part, tmp_path / "article.html", title=headline)
    assert (tmp_path / "article.html").stat().st_size < 600_000
    opened = Opened(context, tmp_path / "article.html")
    page = opened.page
    assert page.locator("h1").inner_text() == headline
    assert count(page.locator("#tab-nodes .count")) == len(part.entities) > 5
    choose(page, AGENCY)
    assert "2027-12-31" in page.locator("#detail").inner_text()
    assert opened.errors == []


def test_an_empty_graph_says_why(context: Any, tmp_path: Path) -> None:
    write_html(KnowledgeBase((), (), (), (), (), ()), tmp_path / "empty.html")
    opened = Opened(context, tmp_path / "empty.html")
    assert "没有从文中读出任何实体" in opened.page.locator("#detail").inner_text()
    said = {"facts": "没有从文中读出任何事实", "figures": "文中没有数字", "targets": "文中没有说到任何目标", "nodes": "没有从文中读出任何实体",
            "articles": "没有读到任何文章"}  # fmt: skip
    for tab, text in said.items():
        opened.page.locator(f"#tab-{tab}").click()
        assert text in opened.page.locator(f"#panel-{tab} .empty").inner_text()
    assert opened.errors == []


def test_an_empty_list_says_why(opened: Opened) -> None:
    page = opened.page
    page.locator("#tab-facts").click()
    page.locator("#panel-facts input[type=search]").fill("没有这几个字")
    assert page.locator("#panel-facts .empty").inner_text() == "没有一行含有“没有这几个字”。"
    page.locator("#search").fill("北京市")
    page.keyboard.press("Enter")
    page.locator("#tab-targets").click()
    assert page.locator("#panel-targets .empty").inner_text() == "没有属于“北京市”的内容；取消“只看所选”可看全部。"
    page.locator('#filters input[data-name="from"]').fill("2099-01-01")
    assert page.locator("#panel-targets .empty").inner_text() == "筛选后没有内容。"
