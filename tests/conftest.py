"""What many tests share: the seeds, read once."""
from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import KnowledgeBase

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds_kb(seeds: Path) -> KnowledgeBase:
    """The knowledge base of the five seed documents."""
    from kg.pipeline import build_knowledge_base

    return build_knowledge_base([seeds])
