"""The documents of a build as rows of a Spark frame: files of folders and archives, and rows of Parquet or JSON lines.

A row is a file that a worker reads itself, or a text with ``id``, ``text`` and, where they are known, ``date``, ``source`` and ``place``.
"""
from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from kg.errors import PolicyKGError
from kg.model import Metadata
from kg.readers import Input, find_corrections, find_inputs

COLUMNS = ("id", "text", "date", "source", "place")
NEEDED = ("id", "text")
KINDS: Mapping[str, str] = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json"}
"""Suffixes of files whose rows are documents, and Spark's name of their kind."""
PARTITIONS = 4
"""Partitions for each core, so that none waits long for another at the end."""
FEWEST, MOST = 50, 2_000
"""Documents of a partition, so that it is worth its start, and a retry repeats little."""


class UnfitInput(PolicyKGError):
    """A table without the columns of documents, or inputs that Spark does not build."""


def find_documents(spark: Any, inputs: Sequence[Path]) -> tuple[Any, list[Input]]:
    """A frame of all documents in partitions, and the files among them.

    Raises:
        UnfitInput: a table lacks a column, two documents have one id, or an analyst's corrections lie beside the files.
    """
    tables = [path for path in inputs if kind_of(path)]
    files = find_inputs([path.absolute() for path in inputs if path not in tables])  # workers stand elsewhere
    if corrections := find_corrections(files):
        raise UnfitInput(f"{corrections[0].path}: Spark makes no corrections; build without --engine spark, or move the file away")
    rows = [(file.identifier, bytearray(pickle.dumps(file))) for file in files]
    frames = [read_table(spark, path) for path in tables]
    if rows:
        frames.append(spark.createDataFrame(rows, "id string, file binary").selectExpr("id", *(f"string(null) AS {name}" for name in COLUMNS[1:]), "file"))
    if not frames:
        raise UnfitInput("no input holds a document; give folders, files, or tables: " + ", ".join(KINDS))
    frame = reduce(lambda one, other: one.union(other), frames)
    parts = partitions(check_ids(frame) if tables else len(rows), spark.sparkContext.defaultParallelism)
    spark.conf.set("spark.sql.shuffle.partitions", str(parts))
    return frame.repartition(parts, "id"), files


def partitions(count: int, cores: int) -> int:
    """Into how many partitions so many documents are divided.

    >>> [partitions(count, 100) for count in (7, 1_000, 100_000, 10_000_000)]
    [7, 100, 400, 5000]
    """
    return max(1, min(count, max(cores, min(PARTITIONS * cores, count // FEWEST), -(-count // MOST))))


def kind_of(path: Path) -> str:
    """Spark's name of the kind of a table, empty for other inputs; a folder of Parquet files is one."""
    name = path.name.removesuffix(".gz")
    inside = {part.suffix for part in path.iterdir() if part.name[0] not in "._"} if path.is_dir() else set()
    return "parquet" if inside == {".parquet"} else KINDS.get(Path(name).suffix.lower(), "")


def read_table(spark: Any, path: Path) -> Any:
    """The rows of a table, in the columns of documents; those that it lacks are empty."""
    if not path.exists():
        raise UnfitInput(f"{path}: there is no such file or folder")
    if kind_of(path) == "json":
        frame = spark.read.schema(", ".join(f"{name} string" for name in COLUMNS)).json(address(path))
    else:
        frame = spark.read.parquet(address(path))
    if missing := [name for name in NEEDED if name not in frame.columns]:
        raise UnfitInput(f"{path}: has no column {' and '.join(missing)}; documents have {', '.join(COLUMNS)} (the last three may be missing)")
    return frame.selectExpr(*(f"string({name if name in frame.columns else 'null'}) AS {name}" for name in COLUMNS), "binary(null) AS file")


def check_ids(frame: Any) -> int:
    """How many documents there are, each with an id of its own."""
    counts = frame.groupBy("id").count()
    found = counts.selectExpr("sum(count) AS documents", "min(IF(count > 1, id, null)) AS twice", "count_if(id IS NULL) AS without").first()
    if found.without:
        raise UnfitInput(f"a row of a table has no id, or is no JSON; give each document an id of its own, in the columns {', '.join(COLUMNS)}")
    if found.twice:
        raise UnfitInput(f"{found.twice}: several documents have this id; give each its own")
    return int(found.documents or 0)


def address(path: Path) -> str:
    """A path as Spark has it, on every worker."""
    return f"file://{path.resolve()}"


def as_input(row: Mapping[str, Any]) -> Input:
    """A row as an input that can be read."""
    if row["file"] is not None:
        file: Input = pickle.loads(row["file"])
        return file
    problem, day = "", None
    try:
        day = date.fromisoformat(row["date"][:10]) if row["date"] else None
    except ValueError:
        problem = f"has the date {row['date']}; write it as 2025-03-22"
    return Input(row["id"], Path(row["id"]), Metadata(day, row["source"], row["place"]), problem, row["text"] or "")
