"""graph.html in a real browser: what an analyst does with mouse and keyboard, and what a hostile document cannot do.

Skipped where no Chromium is found; ``CHROMIUM`` names another than Debian's.
"""
from __future__ import annotations

import csv
import io
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gold_kb import seeds_kb
from test_html import hostile_kb

from kg.exporters.html import write_html
from kg.model import Entity, KnowledgeBase, Ref, Statement
from kg.query import answer
from kg.rdf import to_graph

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
AXE = next(filter(Path.is_file, map(Path, filter(None, (os.environ.get("AXE_CORE"), "node_modules/axe-core/axe.min.js")))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found: no browser tests (apt install chromium, or set CHROMIUM)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "graph.html"
    write_html(seeds_kb(), path)
    return path


class Opened:
    """A page with what it asked for and what went wrong in it."""

    def __init__(self, context: Any, path: Path, fragment: str = "") -> None:
        self.page = context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        self.page.wait_for_selector("#map canvas" if "tab=" not in fragment else "#detail", state="attached")


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    made = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    made.set_default_timeout(5000)
    yield made
    made.close()


@pytest.fixture
def opened(context: Any, file: Path) -> Iterator[Opened]:
    made = Opened(context, file)
    yield made
    assert made.errors == []


def search(page: Any, query: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(query)


def test_nothing_leaves_the_page(opened: Opened, file: Path) -> None:
    opened.page.wait_for_timeout(300)
    assert [url for url in opened.requests if not url.startswith(("data:", "blob:"))] == [file.as_uri()]


def test_first_sight_tells_what_the_graph_holds(opened: Opened) -> None:
    kb = seeds_kb()
    assert opened.page.locator("html").get_attribute("lang") == "zh"
    totals = [int(text.replace(",", "")) for text in opened.page.locator(".totals dd").all_inner_texts()]
    assert totals == [len(kb.entities), len(kb.statements), len(kb.figures), len(kb.targets)]
    for name in {entity.type for entity in kb.entities}:
        row = opened.page.locator(f'#filters label:has([data-name="{name}"]) .count')
        assert int(row.inner_text()) == sum(entity.type == name for entity in kb.entities)
    relations = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a pk:Statement }"
    assert int(opened.page.locator("#tab-facts .count").inner_text()) == int(answer(to_graph(kb), relations).rows[0][0])
    panel = opened.page.locator("#detail").inner_text()
    assert "国家医疗保障局" in panel
    assert "2027-12-31" in panel


@pytest.mark.parametrize("query", ["国家医保局", "国家医疗保障局", "gjybj", "guojiayibaoju", "gjylbzj"])
def test_search_finds_by_names_pinyin_and_initials(opened: Opened, query: str) -> None:
    search(opened.page, query)
    assert opened.page.locator("#results .found").first.inner_text() == "国家医疗保障局"
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#chosen").inner_text() == "国家医疗保障局"


def test_search_is_quick_and_says_when_nothing_is_found(opened: Opened) -> None:
    search(opened.page, "没有这个名字")
    assert "没有这个名字" in opened.page.locator("#no-results").inner_text()
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#no-results").is_hidden()


def test_from_agency_to_deadline_with_its_sentence(opened: Opened) -> None:
    search(opened.page, "gjybj")
    opened.page.keyboard.press("Enter")
    opened.page.locator("#detail .node", has_text=re.compile("^全国医保影像云$")).first.click()
    panel = opened.page.locator("#detail")
    assert opened.page.locator("#chosen").inner_text() == "全国医保影像云"
    assert "2027-12-31" in panel.inner_text()
    quote = panel.locator("blockquote", has_text="力争2027年年底前").first
    assert "新华社 · 2025-11-21" in quote.inner_text()
    assert quote.locator("mark").count() > 0


def test_click_on_the_drawing_chooses_and_escape_lets_go(opened: Opened) -> None:
    page = opened.page
    box = page.locator("#map canvas").bounding_box()
    search(page, "gjybj")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.keyboard.press("Escape")
    assert page.locator("#chosen").inner_text() == "概览"
    page.wait_for_timeout(500)
    for step in range(400):  # sweep over the drawing until the pointer tells that a mark lies under it
        x, y = box["x"] + 60 + (step % 25) * 28, box["y"] + 60 + (step // 25) * 40
        page.mouse.move(x, y)
        if "over" in (page.locator("#map").get_attribute("class") or ""):
            page.mouse.click(x, y)
            break
    page.wait_for_function("location.hash.startsWith('#n=')")
    assert page.locator("#chosen").inner_text() != "概览"
    assert page.locator("#focus").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#focus").is_hidden()
    assert page.evaluate("location.hash") == ""


def test_counts_of_the_filters_follow_each_other(opened: Opened) -> None:
    page = opened.page
    relation = page.locator('#filters label:has([data-name="administers"]) .count')
    before = int(relation.inner_text())
    page.locator('#filters [data-name="Programme"]').uncheck()
    assert int(relation.inner_text()) < before
    kb = seeds_kb()
    assert page.locator("#tab-nodes .count").inner_text() == str(sum(entity.type != "Programme" for entity in kb.entities))
    page.locator("#filters .reset").click()
    assert int(relation.inner_text()) == before
    page.locator('#filters input[data-name="from"]').fill("2025-11-01")
    late = [article for article in kb.articles if article.date and article.date >= date(2025, 11, 1)]
    assert page.locator("#tab-articles .count").inner_text() == str(len(late))


def test_address_restores_what_was_seen(context: Any, opened: Opened, file: Path) -> None:
    page = opened.page
    search(page, "gjybj")
    page.keyboard.press("Enter")
    page.locator(".steps button").nth(1).click()
    page.locator('#filters [data-name="Place"]').uncheck()
    page.locator("#tab-facts").click()
    other = Opened(context, file, page.evaluate("location.hash").removeprefix("#"))
    assert other.page.locator("#chosen").inner_text() == "国家医疗保障局"
    assert other.page.locator("#tab-facts").get_attribute("aria-selected") == "true"
    assert not other.page.locator('#filters [data-name="Place"]').is_checked()
    assert other.page.locator("#tab-facts .count").inner_text() == page.locator("#tab-facts .count").inner_text()
    page.go_back()
    assert page.locator("#tab-map").get_attribute("aria-selected") == "true"


def test_tables_sort_and_are_reached_by_keyboard(opened: Opened) -> None:
    page = opened.page
    page.locator("#tab-map").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator("#tab-figures").get_attribute("aria-selected") == "true"
    head = page.locator("#panel-figures th", has_text="数值")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    values = [float(text) for text in page.locator("#panel-figures td .value").evaluate_all("cells => cells.map(cell => cell.title)")]
    assert values == sorted(values, reverse=True)
    page.locator("#panel-figures input").fill("参保人数")
    assert all("参保人数" in row for row in page.locator("#panel-figures tbody tr").all_inner_texts())


def test_brush_on_the_timeline_filters_by_date(opened: Opened) -> None:
    page = opened.page
    page.locator("#tab-targets").click()
    box = page.locator(".timeline").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40, steps=4)
    page.mouse.up()
    assert page.locator('#filters input[data-name="from"]').input_value() != ""
    assert "from=" in page.evaluate("location.hash")


def download(page: Any, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.locator(f"#{name}").click()
    return Path(waiting.value.path()).read_bytes()


def test_csv_opens_with_chinese_intact(opened: Opened) -> None:
    opened.page.locator("#tab-facts").click()
    content = download(opened.page, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["主体", "关系", "对象"]
    assert len(rows) == 1 + len(seeds_kb().statements)


def test_picture_is_saved(opened: Opened) -> None:
    assert download(opened.page, "png").startswith(b"\x89PNG")


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
    for number in range(20):
        page.locator("#tab-nodes").click()
        page.locator("#panel-nodes tbody .node").nth(number).click()
    page.locator("#panel-articles")
    content = download(page, "csv").decode("utf-8-sig")
    assert not any(cell[:1] in "=+-@" for row in csv.reader(io.StringIO(content)) for cell in row if cell)
    assert page.evaluate("window.fired") is None
    assert page.locator("main script, main img, aside script, aside img, nav img").count() == 0
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("data:", "blob:"))] == [path.as_uri()]


def test_labels_do_not_overlap_at_first_sight(context: Any, file: Path) -> None:
    page = context.new_page()
    page.add_init_script("""
      window.drawn = [];
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const spot = this.getTransform().transformPoint(new DOMPoint(x, y));
        window.drawn.push([text, spot.x, spot.y, this.measureText(text).width * this.getTransform().a]);
        return write.call(this, text, x, y);
      };
      const clear = CanvasRenderingContext2D.prototype.clearRect;
      CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.drawn = []; return clear.apply(this, box); };
    """)
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    labels = page.evaluate("window.drawn")
    assert len(labels) > 20
    assert any(text == "国家医疗保障局" for text, *_ in labels)
    size = page.locator("#map").bounding_box()
    for index, (text, x, y, width) in enumerate(labels):
        assert width / 2 <= x <= size["width"] - width / 2, f"{text} is clipped"
        for other, ox, oy, other_width in labels[:index]:
            assert abs(x - ox) >= (width + other_width) / 2 or abs(y - oy) >= 12, f"{text} covers {other}"


@pytest.mark.skipif(AXE is None, reason="no axe-core found: no accessibility test (npm install axe-core, or set AXE_CORE)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, file: Path, scheme: str) -> None:
    for fragment in ("", "n=Agency:国家医疗保障局", "tab=facts", "tab=figures", "tab=targets", "tab=nodes", "tab=articles"):
        made = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = Opened(made, file, fragment).page
        page.evaluate(f"{AXE.read_text('utf-8')};0")
        found = page.evaluate("axe.run().then(result => result.violations.map(one => [one.id, one.nodes[0].html]))")
        assert found == [], fragment
        made.close()


def test_english_and_narrow_and_dark(browser: Any, tmp_path: Path) -> None:
    write_html(seeds_kb(4), tmp_path / "en.html", lang="en", title="Seeds")
    made = browser.new_context(viewport={"width": 400, "height": 800}, color_scheme="dark")
    opened = Opened(made, tmp_path / "en.html")
    assert opened.page.title() == "Seeds"
    assert "Next deadlines" in opened.page.locator("#detail").inner_text()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 400
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert opened.errors == []
    made.close()


def test_an_empty_graph_says_so(context: Any, tmp_path: Path) -> None:
    write_html(KnowledgeBase((), (), (), (), (), ()), tmp_path / "empty.html")
    opened = Opened(context, tmp_path / "empty.html")
    assert "文中没有给出期限的目标" in opened.page.locator("#detail").inner_text()
    opened.page.locator("#tab-facts").click()
    assert "没有内容" in opened.page.locator("#panel-facts").inner_text()
    assert opened.errors == []


def test_a_big_graph_opens_on_its_communities(context: Any, tmp_path: Path) -> None:
    size = 1600
    refs = [Ref("Programme", f"项目{number}") for number in range(size)]
    hubs = [number - number % 40 for number in range(size)]
    statements = [Statement(refs[number], "partOf", refs[hub]) for number, hub in enumerate(hubs) if number != hub]
    statements += [Statement(refs[hub], "partOf", refs[0]) for hub in range(40, size, 40)]
    kb = KnowledgeBase((), (), tuple(Entity(*ref) for ref in refs), tuple(statements), (), ())
    write_html(kb, tmp_path / "big.html")
    opened = Opened(context, tmp_path / "big.html")
    assert "社群" in opened.page.locator("#note").inner_text()
    assert "1,600" in opened.page.locator(".totals").inner_text()
    search(opened.page, "xm837")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#chosen").inner_text() == "项目837"
    opened.page.wait_for_timeout(500)
    box = opened.page.locator("#map").bounding_box()
    opened.page.mouse.click(box["x"] + 15, box["y"] + box["height"] - 80)
    assert opened.errors == []
