"""The floors of extraction quality on the five annotated seed documents: F1, measured like any user would with `kg score`."""
from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import KnowledgeBase
from kg.score import Scores, load_gold, score_views, view_knowledge_base

FLOORS = {
    "articles (headline)": 0.98,
    "articles (date)": 0.98,
    "articles (boundary)": 0.98,
    "entities": 0.94,
    "relations": 0.85,
    "figures (value)": 0.98,
    "figures (full)": 0.75,
    "targets": 0.88,
    "entity/Agency": 0.85,
    "entity/Organization": 0.85,
    "entity/Person": 0.85,
    "entity/Place": 0.85,
    "entity/Programme": 0.85,
    "entity/Publication": 0.85,
    "entity/Regulation": 0.85,
}


@pytest.fixture(scope="module")
def scores(seeds_kb: KnowledgeBase) -> Scores:
    return score_views(view_knowledge_base(seeds_kb), load_gold(Path(__file__).parent / "gold"))


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_floor(scores: Scores, measure: str, floor: float):
    tally = scores[measure]
    assert tally.f1 >= floor, "\n".join([f"{measure}: F1 {tally.f1:.3f} < {floor}", *tally.missed[:20], *tally.wrong[:20]])


def test_wrong_relations_are_rare(scores: Scores):
    assert scores["relations"].precision >= 0.90, "\n".join(scores["relations"].wrong)
