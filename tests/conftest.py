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


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, seeds_kb: KnowledgeBase) -> Path:
    """A folder with a build of the seeds in ``output``."""
    from kg.exporters import write_build

    folder = tmp_path_factory.mktemp("project")
    write_build(seeds_kb, folder / "output")
    return folder
