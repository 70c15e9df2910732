"""Large graphs and stores on disk answer as small graphs do."""
from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_kb import AGENCY, small_kb

from kg import store
from kg.cli import main
from kg.errors import InvalidBuild
from kg.exporters import write_build
from kg.model import KnowledgeBase
from kg.query import answer
from kg.rdf import read_graph
from kg.store import open_graph, write_store

QUESTIONS = (
    "SELECT ?a ?name ?value { ?a skos:prefLabel ?name . OPTIONAL { ?f pk:about ?a ; pk:value ?value } } ORDER BY ?name ?value",
    "SELECT ?kind (COUNT(?x) AS ?n) { ?x a ?kind } GROUP BY ?kind",
    "SELECT ?p ?q { ?s pk:evidence/pk:quote ?q . ?s rdf:predicate ?p FILTER(CONTAINS(?q, '数据')) }",
    "ASK { ?x pk:issuedOn '2025-06'^^xsd:gYearMonth }",
    "CONSTRUCT { ?a rdfs:seeAlso ?r } { ?a pk:issues ?r }",
    "SELECT ?x { ?x a pk:Agency FILTER(STRSTARTS(STR(?x), STR(id:))) }",
)


@pytest.fixture(params=["https://w3id.org/policy-kg/id/", "https://example.org/kg#"])
def build(request, tmp_path) -> Path:
    write_build(small_kb(), tmp_path / "out", base_iri=request.param)
    return tmp_path / "out"


def test_large_graph_and_store_on_disk_answer_as_rdflib_does(build, tmp_path, monkeypatch):
    plain = [answer(read_graph(build), question) for question in QUESTIONS]
    assert [len(found.rows) for found in plain][:1] == [8] and all(found.rows for found in plain)
    monkeypatch.setattr(store, "LARGE", 0)
    assert "Oxigraph" in type(open_graph(build).store).__name__
    assert [answer(open_graph(build), question) for question in QUESTIONS] == plain
    write_store(build, tmp_path / "store")
    assert [answer(open_graph(tmp_path / "store"), question) for question in QUESTIONS] == plain
    result = CliRunner().invoke(main, ["query", str(tmp_path / "store"), QUESTIONS[0], "--format", "json"])
    assert len(json.loads(result.output)) == 8


def test_all_of_the_seeds(seeds_kb: KnowledgeBase, tmp_path, monkeypatch):
    write_build(seeds_kb, tmp_path)
    question = "SELECT ?s ?p ?o { ?s ?p ?o }"
    small = answer(read_graph(tmp_path), question)
    monkeypatch.setattr(store, "LARGE", 0)
    assert answer(open_graph(tmp_path), question) == small and len(small.rows) > 8000
    monkeypatch.setattr(store, "PART", 50_000)
    assert len(list(store.parts_of(tmp_path / "graph.ttl"))) > 3
    write_store(tmp_path, tmp_path / "store")
    assert answer(open_graph(tmp_path / "store"), question) == small


def test_new_store_takes_the_place_of_the_old_one(build, tmp_path):
    write_store(build, tmp_path / "store")
    kb = small_kb()
    write_build(replace(kb, entities=kb.entities[1:], statements=()), build)
    write_store(build, tmp_path / "store")
    assert answer(open_graph(tmp_path / "store"), f"ASK {{ ?x skos:prefLabel '{AGENCY.name}'@zh ; pk:issues ?y }}").rows == (("no",),)
    assert {path.name for path in (tmp_path / "store").iterdir()} == {"oxigraph", "manifest.json", ".cache"}


def test_broken_build(build, monkeypatch):
    monkeypatch.setattr(store, "LARGE", 0)
    (build / "graph.ttl").write_text("no Turtle", "utf-8")
    with pytest.raises(InvalidBuild, match="not valid Turtle"):
        open_graph(build)
