"""A finished build in the formats of other tools: one function and one row of `FORMATS` each; what `kg export` calls.

The module of a format is imported when the format is written, so that `kg --help` may name them all at once.
What is written depends on the build alone, and stands under its name only when it is whole.
"""
from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InvalidBuild

if TYPE_CHECKING:
    from kg.api import Build


@dataclass(frozen=True, slots=True)
class Format:
    """The module of ``write_FORMAT``, which writes a build to a path: a file, or a folder that is there already; ``name`` is what this is called
    inside the build's folder."""

    module: str
    name: str
    what: str

    @property
    def is_folder(self) -> bool:
        return "." not in self.name


FORMATS: dict[str, Format] = {
    "csv": Format("tabular", "csv", "a folder of tables for spreadsheets: entities, statements, figures, targets, articles, evidence"),
    "parquet": Format("tabular", "parquet", "the same tables with typed columns, for pandas, DuckDB, Polars, R (extra `parquet`)"),
    "jsonld": Format("jsonld", "graph.jsonld", "graph.ttl as JSON-LD 1.1"),
    "nquads": Format("nquads", "graph.nq", "graph.ttl as N-Quads: what each document says in a named graph of its own, where it says so in another"),
    "gexf": Format("gexf", "graph.gexf", "the network for Gephi"),
    "neo4j": Format("neo4j", "neo4j", "nodes.csv and relationships.csv for `neo4j-admin database import`"),
}


def export(build: Build, form: str, output: Path | None = None) -> Path:
    """Write a build in one of `FORMATS`, to ``output`` or beside the build's own files; returns where it stands.

    In a folder that is there already, files of other names stay as they are.
    """
    chosen = FORMATS[form]
    write = getattr(import_module(f"kg.formats.{chosen.module}"), f"write_{form}")
    path = output or build.folder / chosen.name
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove(part)
        if chosen.is_folder:
            part.mkdir()
            write(build, part)
            path.mkdir(exist_ok=True)
            for file in sorted(part.iterdir()):
                os.replace(file, path / file.name)
        else:
            write(build, part)
            os.replace(part, path)
    except OSError as error:
        raise InvalidBuild(f"{path}: cannot be written ({error.strerror or error}); choose another --output") from error
    finally:
        remove(part)
    return path


def remove(part: Path) -> None:
    """Remove what an interrupted export left."""
    if part.is_dir():
        shutil.rmtree(part)
    elif part.exists():
        part.unlink()
