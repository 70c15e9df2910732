"""The floors of extraction quality on the five annotated seed documents: F1, measured like any user would with `kg score`."""
from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import KnowledgeBase
from kg.score import Scores, load_gold, score_views, view_knowledge_base

FLOORS = {
    "articles (headline)": 0.96,
    "articles (date)": 0.96,
    "articles (boundary)": 0.96,
    "entities": 0.90,
    "relations": 0.75,
    "figures (value)": 0.97,
    "figures (full)": 0.70,
    "targets": 0.70,
    "entity/Agency": 0.80,
    "entity/Organization": 0.80,
    "entity/Person": 0.80,
    "entity/Place": 0.80,
    "entity/Programme": 0.80,
    "entity/Publication": 0.80,
    "entity/Regulation": 0.80,
}


@pytest.fixture(scope="module")
def scores(seeds_kb: KnowledgeBase) -> Scores:
    return score_views(view_knowledge_base(seeds_kb), load_gold(Path(__file__).parent / "gold"))


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_floor(scores: Scores, measure: str, floor: float):
    tally = scores[measure]
    assert tally.f1 >= floor, "\n".join([f"{measure}: F1 {tally.f1:.3f} < {floor}", *tally.missed[:20], *tally.wrong[:20]])


def test_wrong_relations_are_rare(scores: Scores):
    assert scores["relations"].precision >= 0.80, "\n".join(scores["relations"].wrong)
