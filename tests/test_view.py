"""A page made anew from a build: read back, narrowed, in another language, plain; and coordinates that stay."""
from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from gold_kb import seeds_kb

from kg.cli import main
from kg.errors import InvalidBuild
from kg.exporters.page.positions import read_positions, write_positions
from kg.exporters.page.selection import UnknownFocus, narrow
from kg.exporters.page.view import write_page
from kg.exporters.turtle import write_turtle
from kg.identifiers import BASE_IRI
from kg.model import KnowledgeBase, Ref
from kg.reload import read_build

AGENCY = Ref("Agency", "国家医疗保障局")


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return seeds_kb(0, 4)


@pytest.fixture(scope="module")
def folder(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("build")
    write_turtle(kb, path / "graph.ttl", base_iri=BASE_IRI)
    return path


def quotes(kb: KnowledgeBase, item: object) -> list[str]:
    articles = {article.id: article for article in kb.articles}
    return sorted({articles[one.article].sentences[one.sentence].text for one in item.evidence})  # type: ignore[attr-defined]


def test_a_build_is_read_back(kb: KnowledgeBase, folder: Path) -> None:
    back = read_build(folder)
    assert {replace(entity, aliases=()) for entity in back.entities} == {replace(entity, aliases=()) for entity in kb.entities}
    assert set(back.statements) == set(kb.statements)
    assert set(back.figures) == set(kb.figures)
    assert set(back.targets) == set(kb.targets)
    assert [(article.headline, article.date, article.source) for article in back.articles] == sorted(
        ((article.headline, article.date, article.source) for article in kb.articles),
        key=lambda row: [one.headline for one in back.articles].index(row[0]),
    )
    known = {statement: quotes(kb, statement) for statement in kb.statements}
    assert all(quotes(back, statement) == known[statement] for statement in back.statements)


def test_a_folder_without_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidBuild, match="kg build"):
        read_build(tmp_path)


def test_focus_keeps_the_neighbourhood(kb: KnowledgeBase) -> None:
    part = narrow(kb, focus="国家医保局")
    refs = {entity.ref for entity in part.entities}
    assert AGENCY in refs
    assert len(refs) < len(kb.entities)
    assert refs == {AGENCY} | {end for one in kb.statements if isinstance(one.object, Ref) and AGENCY in (one.subject, one.object)
                               for end in (one.subject, one.object)}  # fmt: skip
    assert any("2027" in target.statement for target in part.targets)
    assert refs < {entity.ref for entity in narrow(kb, focus="国家医保局", depth=2).entities}


def test_focus_on_an_article_by_its_headline(kb: KnowledgeBase) -> None:
    article = kb.articles[0]
    part = narrow(kb, focus=article.headline)
    assert part.entities
    assert part.articles == (article,)
    cited = {one.article for items in (part.entities, part.statements, part.figures, part.targets) for item in items for one in item.evidence}
    assert cited == {article.id}


def test_unknown_focus_offers_names(kb: KnowledgeBase) -> None:
    with pytest.raises(UnknownFocus, match="国家医保局"):
        narrow(kb, focus="医保局")


def test_classes_and_dates(kb: KnowledgeBase) -> None:
    assert {entity.type for entity in narrow(kb, types=["Agency", "Person"]).entities} == {"Agency", "Person"}
    part = narrow(kb, first=date(2025, 11, 1))
    assert part.articles
    assert all(article.date and article.date >= date(2025, 11, 1) for article in part.articles)


def test_pages_of_a_build(folder: Path, tmp_path: Path) -> None:
    write_page(folder, tmp_path / "focus.html", focus="国家医保局", lang="en")
    text = (tmp_path / "focus.html").read_text("utf-8")
    assert '<html lang="en">' in text
    assert "<title>国家医保局</title>" in text
    write_page(folder, tmp_path / "plain.html", plain=True)
    plain = (tmp_path / "plain.html").read_text("utf-8")
    assert "\\u56fd\\u5bb6\\u533b\\u7597" in plain  # 国家医疗, as pyvis writes it
    assert not re.search(r'(?:src|href)="https?:', plain)
    drawn = json.loads(re.search(r"nodes = new vis.DataSet\((\[.*?\])\);", plain).group(1))
    assert len({(node["x"], node["y"]) for node in drawn}) == len(drawn)
    assert re.search(r'"physics": \{\s+"enabled": false', plain)


def test_the_page_of_one_article_by_the_command(kb: KnowledgeBase, folder: Path, tmp_path: Path) -> None:
    headline, path = kb.articles[0].headline, tmp_path / "article.html"
    result = CliRunner().invoke(main, ["view", str(folder), "--focus", headline, "-o", str(path)])
    part = narrow(read_build(folder), focus=headline)
    assert result.output == f"{len(part.entities)} entities, {len(part.statements)} facts. See {path}\n"
    assert f"<title>{headline}</title>" in path.read_text("utf-8")
    assert path.stat().st_size < 600_000


def test_coordinates_stay(kb: KnowledgeBase, tmp_path: Path) -> None:
    write_positions(kb, tmp_path / "first.json")
    first = read_positions(tmp_path / "first.json")
    assert set(first) == {entity.ref for entity in kb.entities}
    less = replace(kb, entities=kb.entities[10:])
    moved = {ref: (x + 1000, y) for ref, (x, y) in first.items()}
    (tmp_path / "moved.json").write_text(str([[*ref, *point] for ref, point in moved.items()]).replace("'", '"'), "utf-8")
    write_positions(less, tmp_path / "second.json", former=tmp_path / "moved.json")
    assert read_positions(tmp_path / "second.json") == {entity.ref: moved[entity.ref] for entity in less.entities}
    assert read_positions(tmp_path / "none.json") == {}
