"""Merging: same content, one record with all its evidence; what the ontology does not allow is refused and counted."""
from __future__ import annotations

from decimal import Decimal

from kg.assemble import assemble
from kg.model import Article, ArticleFacts, Document, Entity, Evidence, Extract, Facts, Figure, Ref, Sentence, Skipped, Statement

AGENCY, CLOUD = Ref("Agency", "国家医疗保障局"), Ref("Programme", "医保影像云")


def extract(name: str, *, confidence: float = 0.9, stated_by: Ref | None = None) -> Extract:
    article = Article(name, 1, None, None, None, (Sentence("国家医保局启动医保影像云。", ((0, 13),), 1),))
    here = (Evidence(article.id, 0),)
    entities = (Entity(*AGENCY, ("国家医保局",), evidence=here), Entity(*CLOUD, evidence=here))
    facts = Facts(
        (Statement(AGENCY, "administers", CLOUD, confidence=confidence, evidence=here), Statement(CLOUD, "partOf", AGENCY, evidence=here)),
        (Figure("24个", Decimal(24), "个", "省份数", stated_by=stated_by, evidence=here),),
    )
    return Extract(Document(name, "国家医保局启动医保影像云。", "0" * 64), (ArticleFacts(article, entities, facts),))


def test_the_same_fact_in_two_documents_is_one_with_two_pieces_of_evidence():
    kb = assemble([extract("a.txt", confidence=0.6), extract("b.txt", stated_by=AGENCY)])
    (statement,) = kb.statements
    assert statement.confidence == 0.9 and len(statement.evidence) == 2
    (figure,) = kb.figures
    assert figure.stated_by == AGENCY and len(figure.evidence) == 2
    assert [e.ref for e in kb.entities] == [AGENCY, CLOUD] and all(len(e.evidence) == 2 for e in kb.entities)


def test_order_does_not_matter():
    outcomes = [extract("a.txt"), Skipped("c.txt", "is empty"), extract("b.txt", stated_by=AGENCY)]
    assert assemble(outcomes) == assemble(outcomes[::-1])


def test_what_is_outside_of_domain_and_range_is_refused_and_counted():
    kb = assemble([extract("a.txt")])
    assert kb.refused == (("partOf: Programme to Agency is outside of its domain and range", 1),)
