"""What many tests share: the seeds, read once; a browser, opened once a module."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browse import launch

from kg.model import KnowledgeBase

ROOT = Path(__file__).parents[1]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in one line for each reason how many tests were skipped: what the machine lacks."""
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", ()))
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"{count} skipped: {reason}")


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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    yield from launch()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A fresh profile of the browser, with a screen of usual size in light colours."""
    made = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    made.set_default_timeout(5000)
    yield made
    made.close()
