"""`kg.load`: a finished build as an object, its tables typed, every fact with its sentence."""
from __future__ import annotations

import doctest
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas
import pytest
from rdflib import RDF, Graph
from small_kb import AGENCY, PERSON, PLACE, PLATFORM, RULE, SENTENCES, small_kb

import kg
from kg.api import Build, MissingExtra, UnknownEntity, facts, finding, tables
from kg.api.tables import TABLES, Source
from kg.errors import InvalidBuild
from kg.exporters import EXPORTERS, write_build
from kg.identifiers import Minter
from kg.model import Evidence, KnowledgeBase, Ref
from kg.vocab import PK


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("build")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(EXPORTERS, "graph.html", lambda kb, path, *, base_iri: path.write_text("<html>", "utf-8"))
        write_build(small_kb(), folder, base_iri="https://example.org/海州/")
    return kg.load(folder)


@pytest.mark.parametrize("module", [kg, kg.api, facts, finding, tables], ids=lambda module: module.__name__)
def test_examples_of_the_documentation(module, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    result = doctest.testmod(module, extraglobs={"build": kg.load("output")})
    assert result.attempted and not result.failed


def test_every_method_is_documented():
    assert all(value.__doc__ for name, value in vars(Build).items() if not name.startswith("_") and callable(value))


def test_tables_name_what_the_rows_hold(build: Build):
    kinds = {"text": str, "category": str, "names": tuple, "count": int, "number": float}
    for table in TABLES.values():
        for row in table.rows(build.source):
            assert len(row) == len(table.columns)
            for cell, kind in zip(row, table.columns.values(), strict=True):
                assert cell is None or kind == "day" or isinstance(cell, kinds[kind])


def test_tables_have_types(build: Build):
    figures = build.figures().set_index("text")
    users = figures.loc["约13.5万人"]
    assert (users.value, users.exact, users.unit, users.about, users.stated_by) == (135000.0, "135000", "人", PLATFORM.name, PERSON.name)
    assert figures.end.dtype == "datetime64[s]" and users.end == pandas.Timestamp(2025, 5, 31)
    assert isinstance(figures.unit.dtype, pandas.CategoricalDtype)
    assert set(figures.of_indicator_id) == {str(node) for node in build.graph.subjects(RDF.type, PK.Indicator)}
    statements = build.statements()
    issued = statements[statements.relation == "issuedOn"].iloc[0]
    assert (issued.object, issued.day) == ("2025-06", pandas.Timestamp(2025, 6, 1))
    assert build.entities().set_index("name").aliases[AGENCY.name] == ("省数据局",)
    assert build.targets().deadline.tolist() == [pandas.Timestamp(2026, 12, 31)]


def test_a_value_keeps_all_its_digits():
    kb, long = small_kb(), Decimal("12345678901234567890.123456789")
    source = Source(replace(kb, figures=(replace(kb.figures[0], value=long),), targets=()))
    row = dict(zip(TABLES["figures"].columns, next(tables.figures(source)), strict=True))
    assert row["exact"] == str(long) and row["value"] == float(long)


def test_tables_join_with_the_graph_and_with_one_another(build: Build):
    for name, kind in (("statements", PK.Statement), ("figures", PK.Figure), ("targets", PK.Target), ("articles", PK.Article)):
        assert set(build.table(name)["id"]) == {str(node) for node in build.graph.subjects(RDF.type, kind)}, name
    assert set(build.entities()["id"]) < set(build.network)
    evidence = build.evidence()
    assert set(evidence.article_id) <= set(build.articles()["id"])
    assert set(evidence["id"]) == {iri for name in ("entities", "statements", "figures", "targets") for iri in build.table(name)["id"]}


def test_articles_hold_their_whole_text(build: Build):
    assert build.articles().text.tolist() == [article.text for article in small_kb().articles]


def test_a_reprint_names_its_original():
    first, second = small_kb().articles
    source = Source(replace(small_kb(), articles=(first, replace(second, reprint_of=first.id))))
    told = [dict(zip(TABLES["articles"].columns, row, strict=True)) for row in tables.articles(source)]
    assert [row["reprint_of_id"] for row in told] == [None, told[0]["id"]]


def test_tables_of_nothing_have_the_same_columns(tmp_path: Path):
    empty = KnowledgeBase((), (), (), (), (), ())
    (tmp_path / "graph.html").touch()
    write_build(empty, tmp_path)
    build = kg.load(tmp_path)
    for name, table in TABLES.items():
        assert build.table(name).columns.tolist() == list(table.columns)
    assert build.find("局") == [] and build.entities().date.dtype == "datetime64[s]"


def test_find_by_name_part_pinyin_and_initials(build: Build):
    for text in ("海州省数据局", "数据局", "shengshujuju", "ssjj", "hzssjj", "HZSSJJ"):
        assert build.find(text)[0].ref == AGENCY, text
    assert build.find("  ") == build.find("数据厅") == []
    assert build.find("ＨＺＳＳＪＪ")[0].ref == AGENCY
    assert len(build.find("海州", limit=2)) == 2


def test_facts_of_an_entity_with_their_sentences(build: Build):
    found = build.facts_of("省数据局")
    assert [(fact.subject, fact.relation, fact.object) for fact in found] == [
        (AGENCY.name, "issues", RULE.name), (PERSON.name, "holdsPostAt", AGENCY.name), (PLATFORM.name, "Target", "2026年年底前达到20万人")]
    (citation,) = found[1].evidence
    assert citation.sentence == SENTENCES[1].text
    assert (citation.headline, citation.document, str(citation.date)) == ("海州省数据局印发数据办法", "版面/a.txt", "2025-06-01")
    assert build.facts_of(AGENCY) == build.facts_of(build.find("hzssjj")[0]) == found
    assert str(found[1]) == "李明 · 任职于（局长） · 海州省数据局"


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as views give them."""

    who: Ref
    when: date | None
    value: Decimal | None
    document: str
    parts: tuple[Ref | str, ...]
    evidence: tuple[Evidence, ...]


def test_rows_of_views_become_tables(build: Build):
    said = build.kb.figures[0].evidence
    data = build.frame([Seen(AGENCY, date(2025, 1, 1), Decimal("1.5"), "b.txt", (RULE, "a"), said), Seen(PLACE, None, None, "c.txt", (), ())])
    first, second = data.to_dict("records")
    assert (first["who"], first["when"], first["value"], first["parts"]) == (AGENCY.name, pandas.Timestamp(2025, 1, 1), 1.5, (RULE.name, "a"))
    assert (first["document"], first["sentence"], first["date"]) == ("b.txt", SENTENCES[2].text, pandas.Timestamp(2025, 6, 1))
    assert (first["evidence"], second["evidence"]) == (1, 0) and data.when.dtype == "datetime64[s]" and data.value.dtype == "float64"
    assert build.frame([]).empty


def test_names_that_no_entity_bears_are_errors_with_offers(build: Build):
    with pytest.raises(UnknownEntity, match="did you mean 海州省数据局"):
        build.facts_of("数据局")
    with pytest.raises(UnknownEntity, match="find"):
        build.paths("省数据局", "火星")


def test_paths_go_by_relations_in_either_direction(build: Build):
    ((first, second),) = build.paths("李明", "海州省数据管理办法")
    assert (first.relation, second.relation) == ("holdsPostAt", "issues")
    assert all(fact.evidence for fact in (first, second))
    assert build.paths("李明", "海州省数据管理办法", longest=1) == []
    assert build.paths(PERSON, PLACE) == []


def test_base_of_the_build(build: Build):
    assert Minter("https://example.org/海州/").entity(AGENCY) in set(build.entities()["id"])
    assert isinstance(build.graph, Graph) and "https://example.org/海州/" in {str(iri) for _, iri in build.graph.namespaces()}


def test_a_folder_without_build_is_refused(tmp_path: Path):
    with pytest.raises(InvalidBuild, match=r"graph.ttl.*kg build"):
        kg.load(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path, project: Path):
    for name in ("graph.ttl", "graph.json", "articles.jsonl", "manifest.json"):
        (tmp_path / name).write_text("{", "utf-8")
    for part in ("manifest", "network", "source"):
        with pytest.raises(InvalidBuild, match=r"build it again"):
            getattr(kg.load(tmp_path), part)


def test_without_pandas_the_error_names_the_extra(build: Build, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"policy-kg\[notebook\]"):
        build.entities()
    assert build.find("数据局")


def test_import_is_light():
    code = "import sys, kg; assert kg.load; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {"rdflib", "networkx", "pandas", "numpy", "spacy", "pypinyin"}
