"""Writes the network as the CSV files that Neo4j imports.

``neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv`` reads them as they are.

Headers after https://neo4j.com/docs/operations-manual/current/import/ : ``:ID``, ``:LABEL``, ``:START_ID``, ``:END_ID``, ``:TYPE`` and typed
properties. Labels and types are the ontology's own names. These files are for a database: no cell is changed for spreadsheets.
"""
from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.api import Build

Properties = Mapping[str, str | int | float]

LISTS = {"aliases": " | ", "documents": " | ", "quotes": "\n"}
"""Attributes of the network that hold several texts, and what stands between these."""
DAYS = ("deadline", "periodStart", "periodEnd")
ARRAY_DELIMITER = ";"


def write_neo4j(build: Build, folder: Path) -> None:
    """Write ``nodes.csv`` and ``relationships.csv``."""
    nodes = [((node, data["type"]), bare(data)) for node, data in build.network.nodes(data=True)]
    edges = [((source, target, data["type"]), bare({"iri": key, **data})) for source, target, key, data in build.network.edges(keys=True, data=True)]
    write(folder / "nodes.csv", ("iri:ID", ":LABEL"), nodes)
    write(folder / "relationships.csv", (":START_ID", ":END_ID", ":TYPE"), edges)


def bare(data: Properties) -> Properties:
    """Attributes without the type, which has a column of its own."""
    return {name: value for name, value in data.items() if name != "type"}


def write(path: Path, keys: tuple[str, ...], rows: Iterable[tuple[tuple[str, ...], Properties]]) -> None:
    """Write rows of keys and properties; the header names every property that some row has, with its type."""
    kinds: dict[str, str] = {}
    for _, data in rows:
        for name, value in data.items():
            kinds[name] = kind(name, value)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow([*keys, *(f"{name}:{kinds[name]}" for name in sorted(kinds))])
        lines.writerows([*key, *(cell(name, data.get(name)) for name in sorted(kinds))] for key, data in rows)


def kind(name: str, value: str | int | float) -> str:
    """Neo4j's type of a property.

    >>> kind("aliases", "医保局 | 国家医保局"), kind("value", 1.5), kind("evidence", 2), kind("deadline", "2027-12-31")
    ('string[]', 'double', 'long', 'date')
    """
    if isinstance(value, str):
        return "string[]" if name in LISTS else "date" if name in DAYS else "string"
    return "long" if isinstance(value, int) else "double"


def cell(name: str, value: str | int | float | None) -> str | int | float | None:
    """A property as Neo4j reads it: the parts of a list stand between semicolons, and one inside a part becomes full-width.

    >>> cell("aliases", "医保局 | 国家;医保局")
    '医保局;国家；医保局'
    """
    if name in LISTS and isinstance(value, str):
        return value.replace(ARRAY_DELIMITER, "；").replace(LISTS[name], ARRAY_DELIMITER)
    return value
