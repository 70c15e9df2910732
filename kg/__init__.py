"""policy-kg: a knowledge graph of Chinese policy text, built without models and without a network."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Build


def load(folder: str | Path = "output") -> Build:
    """The finished build in a folder, for notebooks and scripts: see `kg.api.Build`.

    >>> load("output").find("gjybj")[0].name
    '国家医疗保障局'

    Raises:
        kg.errors.InvalidBuild: The folder holds no finished build; the message says how to make one.
    """
    from kg.api import Build

    return Build(Path(folder))
