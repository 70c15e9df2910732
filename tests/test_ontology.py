"""The ontology holds every term of the contract, in two languages, and everything that depends on it is in step."""
from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection

from kg import vocab
from kg.ontology import NAMESPACE, allowed, label, load_graph, load_ontology, render_vocabulary
from kg.resources import PACKAGE, ontology_file

CONTRACT = (
    "Document sha256 Article Evidence inArticle quote start end fragment evidence Statement confidence postTitle",
    "Agency Organization Person Regulation Publication Programme Place",
    "issues drafts administers participatesIn partOf basedOn concerns replaces holdsPostAt appliesIn issuedOn effectiveFrom startedOn",
    "Figure statedText value valueMax unit qualifier indicator measure direction periodStart periodEnd about statedBy",
    "Target statement deadline targetOf committedBy targetFigure",
)

ALIGNED = {
    "Document": "http://www.w3.org/ns/prov#Entity",
    "Agency": "http://www.w3.org/ns/org#FormalOrganization",
    "Organization": "http://www.w3.org/ns/org#Organization",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Regulation": "http://data.europa.eu/eli/ontology#LegalResource",
    "Publication": "http://purl.org/dc/terms/BibliographicResource",
    "Programme": "http://www.w3.org/ns/prov#Plan",
    "Place": "http://purl.org/dc/terms/Location",
    "Figure": "http://purl.org/linked-data/cube#Observation",
    "Target": "http://www.w3.org/ns/prov#Entity",
}

SIGNATURES = {
    "issues": ("Agency Organization", "Regulation Publication"),
    "drafts": ("Agency Organization", "Regulation"),
    "administers": ("Agency Organization", "Programme"),
    "participatesIn": ("Agency Organization", "Programme"),
    "basedOn": ("Regulation Programme", "Regulation Programme"),
    "concerns": ("Regulation Publication", "Programme"),
    "replaces": ("Regulation", "Regulation"),
    "holdsPostAt": ("Person", "Agency Organization"),
    "appliesIn": ("Programme Regulation", "Place"),
    "issuedOn": ("Regulation Publication Programme", "Literal"),
    "effectiveFrom": ("Regulation Publication Programme", "Literal"),
    "startedOn": ("Regulation Publication Programme", "Literal"),
}
BODIES = ("Agency", "Organization")
PART_OF = {(part, whole) for part in BODIES for whole in BODIES} | {("Programme", "Programme")}


@pytest.mark.parametrize("term", " ".join(CONTRACT).split())
def test_contract_term_is_there(term):
    assert term in load_ontology().terms


def test_vocabulary_is_in_step():
    assert (PACKAGE / "vocab.py").read_text("utf-8") == render_vocabulary(), "run `kg vocab`"


def test_a_typo_in_the_vocabulary_raises():
    with pytest.raises(AttributeError):
        vocab.PK.isues  # noqa: B018


def test_every_term_has_labels_and_comments_in_both_languages():
    ontology = load_ontology()
    for texts in (ontology.labels, ontology.comments):
        assert {name for name in ontology.terms if set(texts[name]) != {"zh", "en"}} == set()


def test_every_property_has_domain_and_range():
    graph = load_graph()
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for node in graph.subjects(RDF.type, kind):
            assert graph.value(node, RDFS.domain) is not None, node
            assert graph.value(node, RDFS.range) is not None, node


@pytest.mark.parametrize(("term", "superclass"), ALIGNED.items())
def test_classes_are_aligned(term, superclass):
    assert (URIRef(NAMESPACE + term), RDFS.subClassOf, URIRef(superclass)) in load_graph()


def test_signatures_are_those_of_the_contract():
    kinds = (*load_ontology().entity_classes, "Literal")
    for relation in load_ontology().relations + load_ontology().dates:
        subjects, objects = (set(side.split()) for side in SIGNATURES.get(relation, ("", "")))
        wanted = PART_OF if relation == "partOf" else {(s, o) for s in subjects for o in objects}
        assert {(s, o) for s in kinds for o in kinds if allowed(relation, s, o)} == wanted, relation


def test_unknown_relation_is_not_allowed():
    assert not allowed("likes", "Agency", "Agency")
    assert label("partOf") == "隶属于"


def test_shapes_name_all_relations_and_no_unknown_term():
    shapes = Graph().parse(ontology_file("shapes.ttl"), format="turtle")
    ontology = load_ontology()
    used = {str(node).removeprefix(NAMESPACE) for triple in shapes for node in triple if str(node).startswith(NAMESPACE)}
    assert used <= set(ontology.terms)
    targets = {str(node).removeprefix(NAMESPACE) for node in shapes.objects(None, SH.targetSubjectsOf)}
    assert set(ontology.relations + ontology.dates) <= targets
    predicate_lists = [set(Collection(shapes, node)) for node in shapes.objects(None, SH["in"])]
    assert {URIRef(NAMESPACE + name) for name in ontology.relations + ontology.dates} in predicate_lists


def test_versions_agree():
    shapes = Graph().parse(ontology_file("shapes.ttl"), format="turtle")
    assert [str(v) for v in shapes.objects(None, OWL.versionInfo)] == [load_ontology().version] == [vocab.VERSION]
