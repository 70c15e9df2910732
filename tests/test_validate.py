"""A sound build is valid; each way of breaking the contract is found and named."""
from __future__ import annotations

from dataclasses import replace

import pytest
from gold_kb import seeds_kb
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import SKOS
from small_kb import AGENCY, PERSON, PLACE, PLATFORM, RULE, small_kb, write_page

from kg.exporters import EXPORTERS, write_build
from kg.identifiers import Minter
from kg.rdf import to_graph
from kg.validate import check_shapes, check_statements, validate_build
from kg.vocab import PK


def node(ref) -> URIRef:
    return URIRef(Minter().entity(ref))


@pytest.fixture
def graph() -> Graph:
    return to_graph(small_kb())


@pytest.fixture
def build(tmp_path, monkeypatch):
    monkeypatch.setitem(EXPORTERS, "graph.html", lambda kb, path, *, base_iri: path.write_text("<html>", "utf-8"))
    monkeypatch.chdir(tmp_path)
    write_build(small_kb(), tmp_path / "out")
    return tmp_path / "out"


def test_sound_graphs_are_valid(graph):
    for sound in (graph, to_graph(seeds_kb())):
        assert list(check_shapes(sound)) == []
        assert list(check_statements(sound)) == []


def the(graph: Graph, kind: str) -> URIRef:
    return min(graph.subjects(RDF.type, PK[kind]))


BREAKS = {
    "exactly one": lambda g: g.add((node(AGENCY), RDF.type, PK.Organization)),
    "prefLabel": lambda g: g.add((node(AGENCY), SKOS.prefLabel, Literal("省数局", lang="zh"))),
    "sentence that names it": lambda g: g.remove((node(PLACE), PK.evidence, None)),
    "sentence that supports it": lambda g: g.remove((the(g, "Statement"), PK.evidence, None)),
    "sentence that states it": lambda g: g.remove((the(g, "Figure"), PK.evidence, None)),
    "sentence that promises it": lambda g: g.remove((the(g, "Target"), PK.evidence, None)),
    "confidence": lambda g: g.set((the(g, "Statement"), PK.confidence, Literal("1.5", datatype=XSD.decimal))),
    "measure": lambda g: g.set((the(g, "Figure"), PK.measure, Literal("growth"))),
    "qualifier": lambda g: g.set((the(g, "Figure"), PK.qualifier, Literal("大约"))),
    "direction": lambda g: g.set((the(g, "Figure"), PK.direction, Literal("up"))),
    "valueMax": lambda g: g.set((the(g, "Figure"), PK.valueMax, Literal("1", datatype=XSD.decimal))),
    "periodEnd": lambda g: g.set((the(g, "Figure"), PK.periodEnd, Literal("1999-01-01", datatype=XSD.date))),
    "either start and end": lambda g: g.remove((None, PK.start, None)),
    "sha256": lambda g: g.set((the(g, "Document"), PK.sha256, Literal("ABC"))),
    "issues": lambda g: g.add((node(PERSON), PK.issues, node(RULE))),
    "partOf": lambda g: g.add((node(PLATFORM), PK.partOf, node(AGENCY))),
    "appliesIn": lambda g: g.add((node(RULE), PK.appliesIn, node(AGENCY))),
    "issuedOn": lambda g: g.set((node(RULE), PK.issuedOn, Literal("六月"))),
    "targetOf": lambda g: g.set((the(g, "Target"), PK.targetOf, node(PERSON))),
    "postTitle": lambda g: [g.add((s, PK.postTitle, Literal("局长"))) for s in g.subjects(RDF.predicate, PK.issues)],
}


@pytest.mark.parametrize("name", BREAKS)
def test_break_is_found(graph, name):
    BREAKS[name](graph)
    assert any(name in problem for problem in check_shapes(graph))


def test_statement_without_triple_and_triple_without_statement(graph):
    graph.remove((node(AGENCY), PK.issues, node(RULE)))
    graph.add((node(PLATFORM), PK.basedOn, node(RULE)))
    first, second = check_statements(graph)
    assert first.startswith("statement without its triple") and second.startswith("triple without its statement")


def test_files_near_the_build_are_found_by_their_hash(build, tmp_path):
    report = validate_build(build)
    assert (report.problems, len(report.notes)) == ((), 1)
    write_page(tmp_path / "in")
    report = validate_build(build)
    assert (report.problems, report.notes) == ((), ())
    assert "3 quotes checked in 1 files" in report.summary


def test_quote_that_is_not_in_the_file_is_found(build, tmp_path):
    write_page(tmp_path / "in")
    kb = small_kb()
    article = kb.articles[0]
    sentences = (replace(article.sentences[0], text="海州省数据局印发新办法"), *article.sentences[1:])
    write_build(replace(kb, articles=(replace(article, sentences=sentences), kb.articles[1])), build)
    (problem,) = validate_build(build).problems
    assert "海州省数据局印发数据办法" in problem and "海州省数据局印发新办法" in problem


def test_text_written_beside_the_build_is_what_offsets_count_in(build):
    kb = small_kb()
    write_build(replace(kb, documents=(replace(kb.documents[0], format="pdf"),)), build)
    report = validate_build(build)
    assert "3 quotes checked in 1 files" in report.summary and "was not compared" in report.notes[0]
