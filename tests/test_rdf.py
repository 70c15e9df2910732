"""The graph says what the contract says, to the letter."""
from __future__ import annotations

from dataclasses import replace

from gold_kb import seeds_kb
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS
from small_kb import AGENCY, NAME, PAGE, PERSON, PLACE, PLATFORM, RULE, small_kb

from kg.identifiers import Minter
from kg.rdf import to_graph
from kg.vocab import PK


def node(ref):
    return URIRef(Minter().entity(ref))


def only(graph: Graph, kind: str) -> URIRef:
    (found,) = graph.subjects(RDF.type, PK[kind])
    return found


GRAPH = to_graph(small_kb())


def test_document_and_articles():
    document = only(GRAPH, "Document")
    assert GRAPH.value(document, DCTERMS.identifier) == Literal(NAME)
    assert len(str(GRAPH.value(document, PK.sha256))) == 64
    articles = set(GRAPH.subjects(DCTERMS.isPartOf, document))
    assert len(articles) == 2
    (titled,) = GRAPH.subjects(DCTERMS.title, Literal("海州省数据局印发数据办法"))
    assert GRAPH.value(titled, DCTERMS.issued) == Literal("2025-06-01", datatype=XSD.date)
    assert GRAPH.value(titled, DCTERMS.source) == Literal("海州日报")
    (untitled,) = articles - {titled}
    assert {predicate for predicate in GRAPH.predicates(untitled)} == {RDF.type, DCTERMS.isPartOf}


def test_every_quote_stands_where_it_says():
    found = 0
    for evidence in GRAPH.subjects(RDF.type, PK.Evidence):
        places = sorted(GRAPH.objects(evidence, PK.fragment), key=lambda place: GRAPH.value(place, PK.position).toPython()) or [evidence]
        text = "".join(PAGE[int(GRAPH.value(place, PK.start)):int(GRAPH.value(place, PK.end))] for place in places)
        assert "".join(text.split()) == "".join(str(GRAPH.value(evidence, PK.quote)).split())
        found += 1
    assert found == 3


def test_fragments_only_where_the_layout_broke_the_sentence():
    fragments = {str(GRAPH.value(evidence, PK.quote))[:2]: len(list(GRAPH.objects(evidence, PK.fragment)))
                 for evidence in GRAPH.subjects(RDF.type, PK.Evidence)}
    assert fragments == {"海州": 0, "6月": 0, "截至": 2}
    for evidence in GRAPH.subjects(PK.fragment, None):
        assert GRAPH.value(evidence, PK.start) is None and GRAPH.value(evidence, PK.end) is None


def test_entity_has_one_type_one_label_and_other_names():
    agency = node(AGENCY)
    assert list(GRAPH.objects(agency, RDF.type)) == [PK.Agency]
    assert list(GRAPH.objects(agency, SKOS.prefLabel)) == [Literal("海州省数据局", lang="zh")]
    assert list(GRAPH.objects(agency, SKOS.altLabel)) == [Literal("省数据局", lang="zh")]
    assert len(list(GRAPH.objects(agency, PK.evidence))) == 2
    assert GRAPH.value(node(PLACE), SKOS.notation) == Literal("990000")


def test_relation_is_a_triple_and_a_statement():
    assert (node(AGENCY), PK.issues, node(RULE)) in GRAPH
    (statement,) = GRAPH.subjects(RDF.predicate, PK.issues)
    assert GRAPH.value(statement, RDF.subject) == node(AGENCY)
    assert GRAPH.value(statement, RDF.object) == node(RULE)
    assert GRAPH.value(statement, PK.confidence) == Literal("0.95", datatype=XSD.decimal)
    assert len(list(GRAPH.objects(statement, PK.evidence))) == 2
    (post,) = GRAPH.subjects(RDF.predicate, PK.holdsPostAt)
    assert GRAPH.value(post, RDF.subject) == node(PERSON)
    assert GRAPH.value(post, PK.postTitle) == Literal("局长")


def test_dates_are_as_precise_as_the_text():
    month, year = GRAPH.value(node(RULE), PK.issuedOn), GRAPH.value(node(PLATFORM), PK.startedOn)
    assert (str(month), month.datatype) == ("2025-06", XSD.gYearMonth)
    assert (str(year), year.datatype) == ("2024", XSD.gYear)
    (statement,) = GRAPH.subjects(RDF.predicate, PK.issuedOn)
    assert GRAPH.value(statement, RDF.object) == month


def test_figure_and_target():
    (users,) = GRAPH.subjects(PK.statedText, Literal("约13.5万人"))
    value = GRAPH.value(users, PK.value)
    assert (str(value), value.datatype) == ("135000", XSD.decimal)
    assert GRAPH.value(users, PK.qualifier) == Literal("约")
    assert GRAPH.value(users, PK.measure) == Literal("level")
    assert GRAPH.value(users, PK.periodEnd) == Literal("2025-05-31", datatype=XSD.date)
    assert GRAPH.value(users, PK.about) == node(PLATFORM)
    assert GRAPH.value(users, PK.statedBy) == node(PERSON)
    assert GRAPH.value(users, PK.valueMax) is None
    target = only(GRAPH, "Target")
    assert GRAPH.value(target, PK.deadline) == Literal("2026-12-31", datatype=XSD.date)
    assert GRAPH.value(target, PK.targetOf) == node(PLATFORM)
    assert GRAPH.value(target, PK.committedBy) == node(AGENCY)
    assert str(GRAPH.value(GRAPH.value(target, PK.targetFigure), PK.statedText)) == "20万人"


def test_figure_told_again_is_the_same_node_with_more_evidence():
    kb = small_kb()
    again = replace(kb.figures[0], stated_by=None, evidence=kb.entities[0].evidence)
    graph = to_graph(replace(kb, figures=(*kb.figures, again)))
    (users,) = graph.subjects(PK.statedText, Literal("约13.5万人"))
    assert len(list(graph.objects(users, PK.evidence))) == 3
    assert list(graph.objects(users, PK.statedBy)) == [node(PERSON)]


def test_no_blank_nodes():
    for graph in (GRAPH, to_graph(seeds_kb())):
        assert not [term for triple in graph for term in triple if isinstance(term, BNode)]


def test_base_iri():
    graph = to_graph(small_kb(), base_iri="https://example.org/x/")
    assert {str(subject).startswith("https://example.org/x/") for subject in graph.subjects()} == {True}
