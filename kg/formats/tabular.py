"""Writes the tables of a build as CSV, which any spreadsheet opens, and as Parquet."""
from __future__ import annotations

import csv
import re
from datetime import date
from itertools import islice
from pathlib import Path

from kg.api import Build, MissingExtra
from kg.api.tables import TABLES, Cell, Kind, Source

FORMULA = re.compile(r"[=+\-@\t\r]")
BATCH = 50_000


def write_csv(build: Build, folder: Path) -> None:
    """Write each table as CSV after RFC 4180, in UTF-8 with the byte order mark that spreadsheets look for."""
    for name, table in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(table.columns)
            lines.writerows([as_text(cell) for cell in row] for row in table.rows(build.source))


def as_text(cell: Cell) -> Cell:
    """A cell as a spreadsheet may have it: a text that begins like a formula gets an apostrophe, so that none is run.

    >>> as_text("=1+1"), as_text(("医保局", "-")), as_text(date(2025, 6, 1)), as_text(0.5), as_text(None)
    ("'=1+1", '医保局 | -', '2025-06-01', 0.5, None)
    """
    if isinstance(cell, date):
        return cell.isoformat()
    text = " | ".join(cell) if isinstance(cell, tuple) else cell
    return f"'{text}" if isinstance(text, str) and FORMULA.match(text) else text


def write_parquet(build: Build, folder: Path) -> None:
    """Write each table as Parquet."""
    for name in TABLES:
        write_table(name, build.source, folder / f"{name}.parquet")


def write_table(name: str, source: Source, path: Path) -> None:
    """Write a table as Parquet, in row groups of `BATCH`; columns of few values are dictionaries, days are days."""
    try:
        import pyarrow  # type: ignore[import-untyped]
        from pyarrow.parquet import ParquetWriter  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtra("pyarrow: not installed; run `pip install 'policy-kg[parquet]'`") from error
    types: dict[Kind, object] = {
        "text": pyarrow.string(), "category": pyarrow.dictionary(pyarrow.int32(), pyarrow.string()), "names": pyarrow.list_(pyarrow.string()),
        "count": pyarrow.int64(), "number": pyarrow.float64(), "day": pyarrow.date32(),
    }  # fmt: skip
    table = TABLES[name]
    schema = pyarrow.schema([(column, types[kind]) for column, kind in table.columns.items()])
    rows = table.rows(source)
    with ParquetWriter(path, schema, compression="zstd") as file:
        while batch := list(islice(rows, BATCH)):
            file.write_table(pyarrow.table([list(column) for column in zip(*batch, strict=True)], schema=schema))
