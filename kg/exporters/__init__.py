"""Writes a build: one row of `EXPORTERS` a file, all of them whole or none.

A new file of the build is one function and one row here.
"""
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kg.exporters.network import write_graphml, write_json
from kg.exporters.tables import write_articles, write_manifest, write_texts
from kg.exporters.turtle import write_turtle
from kg.folder import UNFINISHED, commit, locked, settle, unwritable
from kg.identifiers import BASE_IRI
from kg.model import KnowledgeBase


class Exporter(Protocol):
    """Writes one file of a build."""

    def __call__(self, kb: KnowledgeBase, path: Path, *, base_iri: str) -> None: ...


def write_positions(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write where everything stands on the map; what the build before this one in the same folder had placed stays there."""
    from kg.exporters.page import positions

    positions.write_positions(kb, path, former=path.parent.parent / path.name)


def write_view(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the interactive page, with everything where `write_positions` has put it."""
    from kg.exporters.html import write_html
    from kg.exporters.page.positions import read_positions

    write_html(kb, path, kept=read_positions(path.with_name("positions.json")))


EXPORTERS: dict[str, Exporter] = {
    "graph.ttl": write_turtle,
    "positions.json": write_positions,
    "graph.html": write_view,
    "graph.json": write_json,
    "graph.graphml": write_graphml,
    "articles.jsonl": write_articles,
    "texts": write_texts,
    "manifest.json": write_manifest,
}


def write_build(kb: KnowledgeBase, folder: Path, *, base_iri: str = BASE_IRI, progress: Callable[[str], None] | None = None) -> None:
    """Write every file of the build into the folder; until all are written, the previous build stays as it was.

    Files of the folder that are no part of a build stay untouched. ``progress`` is told the name of each file before it is written.
    """
    unfinished = folder / UNFINISHED
    with locked(folder):
        try:
            settle(folder)
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            for name, write in EXPORTERS.items():
                if progress:
                    progress(name)
                write(kb, unfinished / name, base_iri=base_iri)
            commit(folder, EXPORTERS)
        except OSError as error:
            raise unwritable(folder, error) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
