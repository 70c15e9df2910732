"""The words of ``kg/data/layout.toml``: names of columns, beginnings of feet, names of outlets. Below all of `kg.layout`."""
from __future__ import annotations

import tomllib
from functools import cache

from kg.resources import data_file


@cache
def terms(kind: str) -> tuple[str, ...]:
    """The words of a kind, as they stand in the file."""
    return tuple(tomllib.loads(data_file("layout.toml").read_text("utf-8"))[kind])
