"""``sources.toml``: what is known of the files beside it and their own text does not tell. ``corrections.toml`` lies there, too."""
from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kg.errors import InvalidResource
from kg.model import Metadata

SIDECAR = "sources.toml"
CORRECTIONS = "corrections.toml"
"""What an analyst corrects by hand; `kg.corrections` reads it."""


def load_sidecar(path: Path) -> Mapping[str, Metadata]:
    """What ``sources.toml`` tells of the files beside it: ``["name.txt"]`` with ``date``, ``source``, ``place``; empty without one.

    Raises:
        InvalidResource: it is no TOML, or has an unknown key or a value of the wrong kind.
    """
    if not path.is_file():
        return {}
    try:
        rows = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidResource(f"{path}: no valid TOML ({error}); write [\"file.txt\"] with date, source, place") from error
    return {name: _metadata(path, name, row) for name, row in rows.items()}


def _metadata(path: Path, name: str, row: object) -> Metadata:
    kinds = {"date": date, "source": str, "place": str}
    if not isinstance(row, dict):
        raise InvalidResource(f"{path}: {name} must be a table with date, source, place")
    for key, value in row.items():
        if key not in kinds or not isinstance(value, kinds[key]):
            raise InvalidResource(f"{path}: {name}.{key}: known are date = 2025-03-22 (without quotes), source = \"…\" and place = \"…\"")
    return Metadata(**row)
