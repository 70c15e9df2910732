"""graph.html as a file: whole in itself, the same every time, and no word of a document ever markup."""
from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from gold_kb import seeds_kb

from kg.errors import InvalidResource
from kg.exporters.html import CLASSES, SCRIPTS, interface_words, write_html
from kg.exporters.page.layout import lay_out
from kg.exporters.page.records import page_records
from kg.exporters.page.spelling import spell
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Sentence, Statement, Target

PAYLOADS = (
    "</script><script>window.fired=1</script>", "<!--<script>", "<img src=x onerror=window.fired=1>", "\"><svg onload=window.fired=1>",
    "' onmouseover='window.fired=1", "javascript:window.fired=1", "<a href='https://example.org/'>href</a>", "{{7*7}}{% raw %}",
    "\u2028=1+1", "]]>&lt;b&gt;",
)  # fmt: skip
FRAME = ("html", "head", "meta", "link", "title", "style", "body", "a", "header", "div", "h1", "p", "input", "button", "nav", "main",
         "section", "aside", "script", "noscript")  # fmt: skip


def hostile_kb() -> KnowledgeBase:
    """A knowledge base in which every text is an attempt to become markup."""
    documents, articles, entities, statements, figures, targets = [], [], [], [], [], []
    for number, payload in enumerate(PAYLOADS):
        document = f"{number}{payload}.txt"
        sentence = Sentence(f"国家医保局{payload}印发通知。", ((0, 1),), 1)
        article = Article(document, 1, f"标题{payload}", date(2025, 3, 1), f"来源{payload}", (sentence,))
        said = (Evidence(article.id, 0),)
        agency, regulation = Ref("Agency", f"局{payload}"), Ref("Regulation", f"《{payload}》")
        documents.append(Document(document, "x", "0" * 64))
        articles.append(article)
        entities += [Entity(*agency, (f"又{payload}",), evidence=said), Entity(*regulation, evidence=said)]
        statements.append(Statement(agency, "issues", regulation, payload, evidence=said))
        statements.append(Statement(regulation, "issuedOn", payload, evidence=said))
        figures.append(Figure(payload, 5, payload, payload, payload, about=agency, stated_by=regulation, evidence=said))
        targets.append(Target(payload, date(2027, 12, 31), agency, agency, evidence=said))
    return KnowledgeBase(tuple(documents), tuple(articles), tuple(entities), tuple(statements), tuple(figures), tuple(targets))


class Tags(HTMLParser):
    """Collects the elements of a page, its addresses, and the content of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action", "data", "poster", "srcset")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


@pytest.fixture(scope="module")
def seeds() -> KnowledgeBase:
    return seeds_kb()


@pytest.fixture(scope="module")
def page(seeds: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_html(seeds, path)
    assert [file.name for file in path.parent.iterdir()] == ["graph.html"]
    return path.read_text("utf-8")


def parse(text: str) -> Tags:
    tags = Tags()
    tags.feed(text)
    return tags


def test_nothing_is_fetched(page: str) -> None:
    tags = parse(page)
    assert [address for address in tags.addresses if not address.startswith("#")] == ["data:,"]
    assert not tags.handlers
    assert not re.search(r"@import|url\(", re.search(r"<style>(.*?)</style>", page, re.S).group(1))


def test_policy_lets_in_only_what_is_hashed(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 3


def test_the_same_input_gives_the_same_bytes(page: str, seeds: KnowledgeBase, tmp_path: Path) -> None:
    write_html(seeds, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_text("utf-8") == page


def test_page_stays_small(page: str, seeds: KnowledgeBase) -> None:
    assert len(page.encode()) <= 600_000 + 700 * len(seeds.entities)


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    write_html(hostile_kb(), tmp_path / "hostile.html", title=PAYLOADS[0] + PAYLOADS[2])
    page = (tmp_path / "hostile.html").read_text("utf-8")
    tags = parse(page)
    assert set(tags.tags) == set(FRAME)
    assert tags.tags.count("script") == 3
    assert not tags.handlers
    held = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
    assert [node["label"] for node in held["nodes"]][::2] == [f"局{payload}" for payload in PAYLOADS]
    assert {article["headline"] for article in held["articles"]} == {f"标题{payload}" for payload in PAYLOADS}


def test_records_hold_every_fact_and_its_sentence(seeds: KnowledgeBase) -> None:
    records = {name: list(rows) for name, rows in page_records(seeds).items()}
    assert len(records["nodes"]) == len(seeds.entities)
    assert len(records["edges"]) + len(records["dates"]) == len(seeds.statements)
    assert (len(records["figures"]), len(records["targets"])) == (len(seeds.figures), len(seeds.targets))
    articles = {article.id: article for article in seeds.articles}
    for statement, edge in zip([one for one in seeds.statements if isinstance(one.object, Ref)], records["edges"], strict=True):
        quotes = [articles[one.article].sentences[one.sentence].text for one in statement.evidence]
        assert [records["sentences"][number][1] for number in edge[-1]] == quotes


def test_citations_of_unknown_sentences_are_left_out(seeds: KnowledgeBase) -> None:
    broken = replace(seeds.entities[0], evidence=(Evidence("nowhere#1", 0), Evidence(seeds.articles[0].id, 10_000)))
    assert "said" not in next(iter(page_records(replace(seeds, entities=(broken, *seeds.entities[1:])))["nodes"]))


def test_an_empty_knowledge_base_makes_a_page(tmp_path: Path) -> None:
    write_html(KnowledgeBase((), (), (), (), (), ()), tmp_path / "empty.html")
    assert "<main" in (tmp_path / "empty.html").read_text("utf-8")


def test_languages_hold_the_same_words() -> None:
    chinese, english = interface_words("zh"), interface_words("en")
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[key])), key
    with pytest.raises(InvalidResource, match="en, zh"):
        interface_words("fr")


def test_every_word_of_the_script_is_in_the_list() -> None:
    folder = Path(__file__).parents[1] / "kg" / "data" / "templates" / "page"
    assert sorted(SCRIPTS) == sorted(file.stem for file in folder.glob("*.js"))
    used = {key for file in folder.glob("*.js") for key in re.findall(r'say\("(\w+)"', file.read_text("utf-8"))}
    words = interface_words("zh").keys()
    assert used <= words
    text = "".join(file.read_text("utf-8") for file in folder.glob("*.js")) + (folder / "page.html.j2").read_text("utf-8")
    measures = {"level", "change", "yearOnYear", "share", "annualAverage"}
    assert {key for key in words if f'"{key}"' not in text and f"words.{key}" not in text} <= measures | {"title"}


def test_every_class_has_its_colour() -> None:
    from kg.ontology import load_ontology

    style = (Path(__file__).parents[1] / "kg" / "data" / "templates" / "page" / "page.css").read_text("utf-8")
    assert sorted(CLASSES) == sorted(load_ontology().entity_classes)
    assert all(style.count(f"--{name}: #") == 2 for name in CLASSES)


def test_initials_come_from_syllables() -> None:
    assert spell(["国家医保局", "“十四五”规划"]) == ["guo jia yi bao ju", "shi si wu gui hua"]


def test_places_are_whole_apart_and_kept() -> None:
    edges = [(hub, hub + step, 1.0) for hub in range(0, 120, 12) for step in range(1, 12)] + [(0, 12, 0.5)]
    points, groups = lay_out(130, edges)
    assert (points, groups) == lay_out(130, edges)
    assert len(set(points)) == 130
    nearest = min((ax - bx) ** 2 + (ay - by) ** 2 for i, (ax, ay) in enumerate(points) for bx, by in points[:i])
    assert nearest > 20**2
    kept, _ = lay_out(131, [*edges, (0, 130, 1.0)], {node: point for node, point in enumerate(points)})
    assert kept[:130] == points
