"""The scorer on a document made by hand, whose right scores are known."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import InvalidResource
from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Sentence, Statement, Target
from kg.score import load_gold, render_listing, render_table, score_views, to_json, view_knowledge_base

HERE = (Evidence("a.txt#1", 1),)
AGENCY, CLOUD, CITY = Ref("Agency", "国家医疗保障局"), Ref("Programme", "医保影像云"), Ref("Place", "北京市")
GOLD = {
    "document": "a.txt",
    "articles": [{"headline": "影像可以跨省调阅", "date": "2025-11-21", "first": "国家医保局", "last": "影像云。"}],
    "entities": [
        {"id": "e1", "type": "Agency", "names": ["国家医疗保障局", "国家医保局"]},
        {"id": "e2", "type": "Programme", "names": ["医保影像云"]},
        {"id": "e3", "type": "Person", "names": ["赵秀竹"]},
        {"id": "e4", "type": "Place", "names": ["上海"], "optional": True},
    ],
    "relations": [{"s": "e1", "p": "administers", "o": "e2"}],
    "posts": [{"person": "e3", "at": "e1", "title": "副主任"}],
    "dates": [{"e": "e2", "p": "startedOn", "v": "2024-12"}],
    "figures": [{"text": "1.6亿条", "value": "160000000", "unit": "条", "indicator": "影像数据索引数", "period": ["2025-11-21", "2025-11-21"], "about": "e2"},
                {"text": "24个", "value": "24", "unit": "个", "indicator": "省份数", "period": None}],
    "targets": [{"statement": "力争2027年年底前实现数据“一张网”", "deadline": "2027-12-31"}],
}


def build() -> KnowledgeBase:
    day = date(2025, 11, 21)
    sentences = (Sentence("影像可以跨省调阅", ((0, 8),), 0, "headline"), Sentence("国家医保局启动医保影像云。", ((9, 22),), 1))
    return KnowledgeBase(
        documents=(Document("a.txt", "", ""),),
        articles=(Article("a.txt", 1, "影像可以跨省调阅", day, None, sentences),),
        entities=(Entity(*AGENCY, ("国家医保局",), evidence=HERE), Entity(*CLOUD, evidence=HERE), Entity(*CITY, evidence=HERE)),
        statements=(Statement(AGENCY, "administers", CLOUD, evidence=HERE), Statement(CLOUD, "startedOn", "2025-12", evidence=HERE)),
        figures=(Figure("1.6亿条", Decimal(160000000), "条", "归集的影像数据索引数", period=(day, day), about=CLOUD, evidence=HERE),
                 Figure("5元", Decimal(5), "元", "金额", evidence=HERE)),
        targets=(Target("力争2027年年底前实现全国数据“一张网”", date(2027, 12, 31), evidence=HERE),),
    )


def test_tallies():
    scores = score_views(view_knowledge_base(build()), [GOLD])
    counts = {name: (t.right, len(t.wrong), len(t.missed)) for name, t in scores.items()}
    assert counts["entities"] == (2, 1, 1)
    assert counts["relations"] == (1, 1, 2)
    assert counts["figures (value)"] == (1, 1, 1)
    assert counts["figures (full)"] == (1, 1, 1)
    assert counts["targets"] == (1, 0, 0)
    assert counts["articles (headline)"] == counts["articles (date)"] == counts["articles (boundary)"] == (1, 0, 0)
    assert scores["entities"].f1 == pytest.approx(2 / 3)


def test_rendering():
    scores = score_views(view_knowledge_base(build()), [GOLD])
    assert "entities" in render_table(scores)
    assert "a.txt: Person 赵秀竹" in render_listing(scores, "entities")
    assert '"relations"' in to_json(scores)


def test_a_document_that_is_not_there_is_missed():
    scores = score_views({}, [GOLD])
    assert scores["entities"].recall == 0 and len(scores["entities"].missed) == 3


def test_gold_must_be_annotations(tmp_path: Path):
    with pytest.raises(InvalidResource, match="no annotations"):
        load_gold(tmp_path)
    (tmp_path / "a.json").write_text("{}", "utf-8")
    with pytest.raises(InvalidResource, match="no annotation"):
        load_gold(tmp_path)
