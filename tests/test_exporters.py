"""A build is whole or not there, and the same input gives the same bytes."""
from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from gold_kb import seeds_kb
from networkx.readwrite.graphml import GraphMLWriter
from rdflib import Graph
from rdflib.compare import isomorphic
from small_kb import AGENCY, NAME, PAGE, RULE, small_kb

from kg.errors import InvalidBuild
from kg.exporters import EXPORTERS, write_build
from kg.exporters.network import write_graphml, write_json
from kg.folder import KEPT, UNFINISHED
from kg.identifiers import BASE_IRI, Minter
from kg.network import to_network
from kg.rdf import to_graph

FILES = {"graph.ttl", "positions.json", "graph.html", "graph.json", "graph.graphml", "articles.jsonl", "manifest.json"}


@pytest.fixture
def no_view(monkeypatch):
    """The page has its own tests."""
    monkeypatch.setitem(EXPORTERS, "graph.html", lambda kb, path, *, base_iri: path.write_text("<html>", "utf-8"))


@pytest.fixture
def build(tmp_path, no_view):
    write_build(small_kb(), tmp_path / "out")
    return tmp_path / "out"


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}


def test_files_of_a_build(build):
    assert {path.name for path in build.iterdir()} == FILES | {KEPT}


def test_turtle_is_the_graph(build):
    assert isomorphic(Graph().parse(build / "graph.ttl"), to_graph(small_kb()))


def test_turtle_keeps_awkward_text(tmp_path, no_view):
    kb = small_kb()
    awkward = 'a"b\\c\n\t“引号”\u2028'
    kb = replace(kb, entities=(*kb.entities, replace(kb.entities[0], name="怪.名-", aliases=(awkward, "<x>"))))
    write_build(kb, tmp_path)
    assert isomorphic(Graph().parse(tmp_path / "graph.ttl"), to_graph(kb))


def test_node_link_json_is_a_network(build):
    network = networkx.node_link_graph(json.loads((build / "graph.json").read_text("utf-8")), edges="edges")
    agency, rule = Minter().entity(AGENCY), Minter().entity(RULE)
    assert network.nodes[agency]["label"] == "海州省数据局"
    assert network.nodes[rule]["issuedOn"] == "2025-06"
    (edge,) = network.get_edge_data(agency, rule).values()
    assert (edge["type"], edge["label"], edge["evidence"]) == ("issues", "发布", 2)


def test_graphml_is_the_same_network(build):
    network = networkx.read_graphml(build / "graph.graphml")
    data = networkx.node_link_graph(json.loads((build / "graph.json").read_text("utf-8")), edges="edges")
    assert set(network.nodes) == set(data.nodes)
    assert {key: value for key, value in network.nodes[Minter().entity(AGENCY)].items()} == data.nodes[Minter().entity(AGENCY)]
    assert network.number_of_edges() == data.number_of_edges() == 3 + 3 + 3


def test_graphml_and_json_are_what_networkx_writes(seeds_kb, tmp_path):
    for kb in (small_kb(), seeds_kb):
        file, network = io.BytesIO(), to_network(kb)
        writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
        writer.add_graph_element(network)
        writer.dump(file)
        write_graphml(kb, tmp_path / "graph.graphml", base_iri=BASE_IRI)
        assert (tmp_path / "graph.graphml").read_bytes() == file.getvalue()
        write_json(kb, tmp_path / "graph.json", base_iri=BASE_IRI)
        assert json.loads((tmp_path / "graph.json").read_text("utf-8")) == networkx.node_link_data(network, edges="edges")


def test_graphml_survives_characters_that_xml_forbids(tmp_path, no_view):
    kb = small_kb()
    write_build(replace(kb, entities=(replace(kb.entities[0], aliases=("坏\x0b字",)), *kb.entities[1:])), tmp_path)
    assert networkx.read_graphml(tmp_path / "graph.graphml").nodes[Minter().entity(AGENCY)]["aliases"] == "坏字"


def test_articles(build):
    first, second = map(json.loads, (build / "articles.jsonl").read_text("utf-8").splitlines())
    assert set(first) == {"id", "document", "headline", "date", "source", "text"}
    told = {"document": NAME, "headline": "海州省数据局印发数据办法", "date": "2025-06-01", "source": "海州日报"}
    assert first | told == first
    assert first["text"].startswith("6月1日，海州省数据局局长李明介绍") and first["text"].count("\n") == 1
    assert (second["headline"], second["date"], second["text"]) == (None, None, "")
    assert f"id:{first['id'].rpartition('/')[2]} a pk:Article" in (build / "graph.ttl").read_text("utf-8")


def test_manifest(build):
    manifest = json.loads((build / "manifest.json").read_text("utf-8"))
    assert manifest["inputs"] == [
        {"identifier": NAME, "sha256": hashlib.sha256(PAGE.encode()).hexdigest(), "format": "text", "characters": len(PAGE), "articles": 2}]
    assert manifest["skipped"] == [{"path": "b.pdf", "reason": "no text layer; run OCR first"}]
    assert manifest["counts"]["entities"] == {"Agency": 1, "Person": 1, "Place": 1, "Programme": 1, "Regulation": 1}
    assert manifest["counts"]["figures"] == 2 and manifest["counts"]["evidence"] == 3
    assert set(manifest["versions"]) == {"package", "ontology", "rules"}


def test_text_of_other_formats_is_written_beside(tmp_path, no_view):
    kb = small_kb()
    write_build(replace(kb, documents=(replace(kb.documents[0], format="pdf"),)), tmp_path)
    assert (tmp_path / "texts" / f"{NAME}.txt").read_bytes().decode() == PAGE
    write_build(kb, tmp_path)
    assert not (tmp_path / "texts").exists()


def test_same_bytes_whatever_the_hash_seed(tmp_path):
    code = ("import sys; from pathlib import Path; from gold_kb import seeds_kb; from kg import exporters; "
            "exporters.EXPORTERS.pop('graph.html'); exporters.write_build(seeds_kb(0, 4), Path(sys.argv[1]))")
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], check=True, env=environment)
    assert hashes(tmp_path / "1") == hashes(tmp_path / "2")


def test_interrupted_build_leaves_the_previous_one(build, monkeypatch):
    (build / "README.md").write_text("mine", "utf-8")
    before = hashes(build)

    def interrupted(kb, path, *, base_iri):
        path.write_text("half", "utf-8")
        raise KeyboardInterrupt

    for name in ("graph.ttl", "manifest.json"):
        with monkeypatch.context() as patch:
            patch.setitem(EXPORTERS, name, interrupted)
            with pytest.raises(KeyboardInterrupt):
                write_build(seeds_kb(0), build)
        assert hashes(build) == before
        assert not (build / UNFINISHED).exists()


def test_other_files_and_leftovers(build):
    (build / "README.md").write_text("mine", "utf-8")
    (build / UNFINISHED).mkdir()
    (build / UNFINISHED / "graph.ttl").write_text("half", "utf-8")
    write_build(seeds_kb(0), build)
    assert {path.name for path in build.iterdir()} == FILES | {"README.md", KEPT}
    assert (build / "README.md").read_text("utf-8") == "mine"


def test_folder_that_is_a_file(tmp_path, no_view):
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(InvalidBuild, match="--output"):
        write_build(small_kb(), tmp_path / "out")


def test_every_exporter_is_a_file_of_the_contract():
    assert set(EXPORTERS) == FILES | {"texts"}
