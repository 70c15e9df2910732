"""Every format of `kg export` is read back by a reader of its own, and says what the build says."""
from __future__ import annotations

import csv
import doctest
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import networkx
import pyarrow.parquet
import pytest
from click.testing import CliRunner
from rdflib import RDF, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import DCTERMS
from small_kb import AGENCY, small_kb

import kg
from kg.api import Build, MissingExtra
from kg.api.tables import TABLES
from kg.cli import main
from kg.errors import InvalidBuild
from kg.exporters import EXPORTERS, write_build
from kg.formats import FORMATS, export
from kg.identifiers import Minter
from kg.vocab import PK

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
AWKWARD = ('=HYPERLINK("http://x")', "+1", "-1", "@a", '引"号,逗\n行', "分;号", "坏\x0b字")


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The small build, where an agency bears names that are no good in some format."""
    kb = small_kb()
    folder = tmp_path_factory.mktemp("build")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(EXPORTERS, "graph.html", lambda kb, path, *, base_iri: path.write_text("<html>", "utf-8"))
        write_build(replace(kb, entities=(replace(kb.entities[0], aliases=AWKWARD), *kb.entities[1:])), folder)
    return kg.load(folder)


@pytest.fixture(scope="module")
def seeds_build(project: Path) -> Build:
    return kg.load(project / "output")


@pytest.fixture(params=["awkward", "seeds_build"])
def build(request: pytest.FixtureRequest) -> Build:
    return request.getfixturevalue(request.param)


def read_csv(path: Path, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def test_every_format_has_a_test_of_its_own():
    names = {name for name in globals() if name.startswith("test_")}
    assert {f"test_{name}" for name in FORMATS} <= names


def test_examples_of_the_documentation():
    for name in ("tabular", "neo4j", "nquads", "jsonld"):
        result = doctest.testmod(import_module(f"kg.formats.{name}"))
        assert result.attempted and not result.failed, name


def test_csv(build: Build, tmp_path: Path):
    folder = export(build, "csv", tmp_path / "csv")
    assert {path.stem for path in folder.iterdir()} == set(TABLES)
    for name, table in TABLES.items():
        assert (folder / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        rows, cells = read_csv(folder / f"{name}.csv"), list(table.rows(build.source))
        assert len(rows) == len(cells) and all(list(row) == list(table.columns) for row in rows)
        assert [row["id"] for row in rows] == [row[0] for row in cells]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


def test_csv_makes_formulas_harmless_and_keeps_the_rest(awkward: Build, tmp_path: Path):
    rows = read_csv(export(awkward, "csv", tmp_path / "csv") / "entities.csv")
    aliases = next(row["aliases"] for row in rows if row["name"] == AGENCY.name)
    assert aliases.startswith("'") and set(aliases[1:].split(" | ")) >= set(AWKWARD) - {"坏\x0b字"}


def test_parquet(build: Build, tmp_path: Path):
    folder = export(build, "parquet", tmp_path / "parquet")
    for name, table in TABLES.items():
        data = pyarrow.parquet.read_table(folder / f"{name}.parquet")
        cells = [tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row) for row in table.rows(build.source)]
        assert data.column_names == list(table.columns)
        assert list(zip(*(column.to_pylist() for column in data.columns), strict=True)) == cells
    types = {field.name: str(field.type) for field in pyarrow.parquet.read_schema(folder / "figures.parquet")}
    assert (types["value"], types["end"], types["exact"]) == ("double", "date32[day]", "string")


def test_parquet_without_pyarrow_names_the_extra(awkward: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"policy-kg\[parquet\]"):
        export(awkward, "parquet", tmp_path / "parquet")
    assert not list(tmp_path.iterdir())


def test_jsonld(build: Build, tmp_path: Path):
    graph = Graph().parse(export(build, "jsonld", tmp_path / "a.jsonld"), format="json-ld")
    assert set(graph) == set(build.graph)


def test_jsonld_of_any_graph(awkward: Build, tmp_path: Path):
    from kg.formats.jsonld import write_jsonld

    graph = Graph()
    node, other = URIRef("urn:a"), URIRef("https://example.org/面")
    for value in (other, Literal("a"), Literal("甲", lang="zh"), Literal("1", datatype=URIRef("urn:type")), Literal(2)):
        graph.add((node, URIRef("urn:p"), value))
    graph.add((other, RDF.type, node))
    build = kg.load(awkward.folder)
    build.__dict__["graph"] = graph
    write_jsonld(build, tmp_path / "a.jsonld")
    assert set(Graph().parse(tmp_path / "a.jsonld", format="json-ld")) == set(graph)


def test_nquads(build: Build, tmp_path: Path):
    dataset = Dataset()
    dataset.parse(export(build, "nquads", tmp_path / "a.nq"), format="nquads")
    quads = set(dataset.quads())
    assert {quad[:3] for quad in quads} == set(build.graph)
    documents = set(build.graph.subjects(RDF.type, PK.Document))
    provenance = URIRef(Minter().base + "provenance")
    whole = DATASET_DEFAULT_GRAPH_ID
    assert {name or whole for *_, name in quads} == documents | {provenance, whole}
    assert {subject for subject, *_, name in quads if (name or whole) == whole} == {
        PK.indicators, *build.graph.subjects(RDF.type, PK.Indicator)} & set(build.graph.subjects())
    sources = {node for kind in (PK.Document, PK.Article, PK.Evidence, PK.Fragment) for node in build.graph.subjects(RDF.type, kind)}
    assert all((name == provenance) == (subject in sources or predicate == PK.evidence) for subject, predicate, _, name in quads)


def test_what_a_document_says_has_a_sentence_in_it(seeds_build: Build, tmp_path: Path):
    dataset = Dataset()
    dataset.parse(export(seeds_build, "nquads", tmp_path / "a.nq"), format="nquads")
    graph = seeds_build.graph
    said = {(node, document) for node, document in graph.query(
        "SELECT ?node ?document { ?node pk:evidence/pk:inArticle/dcterms:isPartOf ?document }",
        initNs={"pk": PK, "dcterms": DCTERMS})}  # type: ignore[misc]
    statements = {(graph.value(node, RDF.subject), graph.value(node, RDF.predicate), graph.value(node, RDF.object)): node
                  for node in graph.subjects(RDF.type, PK.Statement)}
    seen = 0
    for *triple, name in dataset.quads():
        if "/Document-" in str(name):
            seen += 1
            assert (statements.get(tuple(triple), triple[0]), name) in said
    assert seen > 1000


def test_gexf(build: Build, tmp_path: Path):
    network = networkx.read_gexf(export(build, "gexf", tmp_path / "a.gexf"))
    assert set(network) == set(build.network)
    edges = {(source, target, data["id"], data["relation"]) for source, target, data in network.edges(data=True)}
    assert edges == {(source, target, key, data["type"]) for source, target, key, data in build.network.edges(keys=True, data=True)}
    for node, data in build.network.nodes(data=True):
        told = network.nodes[node]
        assert (told["label"], told["type"], told["evidence"]) == (data["label"], data["type"], data["evidence"])


def test_neo4j(build: Build, tmp_path: Path):
    folder = export(build, "neo4j", tmp_path / "neo4j")
    nodes, edges = read_csv(folder / "nodes.csv", "utf-8"), read_csv(folder / "relationships.csv", "utf-8")
    assert {(row["iri:ID"], row[":LABEL"], row["label:string"]) for row in nodes} == {
        (node, data["type"], data["label"]) for node, data in build.network.nodes(data=True)}
    assert [(row[":START_ID"], row[":END_ID"], row[":TYPE"], row["iri:string"]) for row in edges] == [
        (source, target, data["type"], key) for source, target, key, data in build.network.edges(keys=True, data=True)]
    known = {row["iri:ID"] for row in nodes}
    assert len(known) == len(nodes) and all(row[":START_ID"] in known and row[":END_ID"] in known for row in edges)
    for row in nodes:
        data = build.network.nodes[row["iri:ID"]]
        if row["value:double"]:
            assert float(row["value:double"]) == data["value"]
        if row["deadline:date"]:
            assert date.fromisoformat(row["deadline:date"]).isoformat() == data["deadline"]
        assert len(row["quotes:string[]"].split(";")) == len(data["quotes"].split("\n"))


def test_same_bytes_whatever_the_hash_seed(awkward: Build, tmp_path: Path):
    code = ("import sys, kg; from pathlib import Path; from kg.formats import FORMATS, export\n"
            "for name, form in FORMATS.items(): export(kg.load(sys.argv[1]), name, Path(sys.argv[2]) / form.name)")
    hashes = []
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-c", code, str(awkward.folder), str(tmp_path / seed)], check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        files = sorted(path for path in (tmp_path / seed).rglob("*") if path.is_file())
        hashes.append({path.relative_to(tmp_path / seed): hashlib.sha256(path.read_bytes()).hexdigest() for path in files})
    assert hashes[0] == hashes[1] and len(hashes[0]) == 2 * len(TABLES) + 5


def test_output_is_whole_or_as_it_was(awkward: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = export(awkward, "jsonld", tmp_path / "new" / "a.jsonld")
    before = path.read_bytes()

    def broken(build: Build, path: Path) -> None:
        path.write_text("half", "utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.formats.jsonld.write_jsonld", broken)
    with pytest.raises(KeyboardInterrupt):
        export(awkward, "jsonld", path)
    assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", "utf-8")
    export(awkward, "csv", folder)
    assert {path.name for path in folder.iterdir()} == {"mine.txt", *(f"{name}.csv" for name in TABLES)}
    with pytest.raises(InvalidBuild, match="--output"):
        export(awkward, "csv", path)


def test_command(awkward: Build, tmp_path: Path):
    folder = tmp_path / "out"
    shutil.copytree(awkward.folder, folder)
    listed = CliRunner().invoke(main, ["export", str(folder)])
    assert listed.exit_code == 0 and all(name in listed.output for name in FORMATS)
    written = CliRunner().invoke(main, ["export", str(folder), "--format", "gexf"])
    assert written.exit_code == 0 and (folder / "graph.gexf").is_file() and "graph.gexf" in written.output
    missing = CliRunner().invoke(main, ["export", str(tmp_path), "--format", "csv"])
    assert missing.exit_code == 1 and "kg build" in missing.output
