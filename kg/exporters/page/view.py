"""Makes a page anew from a finished build: all of it, or the part that is asked for; what `kg view` calls."""
from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from datetime import date
from html import escape
from pathlib import Path

from kg.errors import InvalidBuild
from kg.exporters.html import write_html
from kg.exporters.page.positions import read_positions
from kg.exporters.page.records import placed
from kg.exporters.page.selection import narrow
from kg.model import KnowledgeBase, Ref
from kg.reload import read_build

FETCHED = re.compile(r"<link\b[^>]*\bhref=\"https?://[^>]*>|<script\b[^>]*\bsrc=\"https?://[^>]*>\s*</script>")


def write_page(
    folder: Path, path: Path, *, focus: str | None = None, depth: int = 1, types: Collection[str] = (), first: date | None = None,
    last: date | None = None, lang: str = "zh", title: str | None = None, plain: bool = False,
) -> KnowledgeBase:  # fmt: skip
    """Write the page of a build, and tell what it holds; a page of everything keeps the build's coordinates."""
    kb = narrow(read_build(folder), focus=focus, depth=depth, types=types, first=first, last=last)
    if not kb.entities:
        days = sorted(article.date for article in read_build(folder).articles if article.date)
        span = f"; its articles are of {days[0]} to {days[-1]}" if days else ""
        raise InvalidBuild(f"{folder}: nothing is left by these classes and days{span}")
    kept = {} if focus or types else read_positions(folder / "positions.json")
    if plain:
        write_plain(kb, path, title=title or focus, kept=kept)
    else:
        write_html(kb, path, lang=lang, title=title or focus, kept=kept)
    return kb


def write_plain(kb: KnowledgeBase, path: Path, *, title: str | None = None, kept: Mapping[Ref, tuple[int, int]] | None = None) -> None:
    """Write the page that pyvis makes by itself: the drawing, with coordinates instead of physics, and nothing around it.

    What it would fetch is left out, and its heading stands once. Names travel as JSON; the title is escaped here, for pyvis takes its heading as markup.
    Entities get numbers for ids and no tooltips, which pyvis would turn into markup, too.
    """
    from pyvis.network import Network  # type: ignore[import-untyped]

    heading = escape(title or "")
    network = Network(height="100vh", directed=True, cdn_resources="in_line", heading=heading)
    network.toggle_physics(False)
    number = {entity.ref: index for index, entity in enumerate(kb.entities)}
    for entity, (x, y) in zip(kb.entities, placed(kb, kept or {})[0], strict=True):
        network.add_node(number[entity.ref], label=entity.name, group=entity.type, x=x, y=y)
    for statement in kb.statements:
        if isinstance(statement.object, Ref) and statement.subject in number and statement.object in number:
            network.add_edge(number[statement.subject], number[statement.object], label=statement.predicate)
    part = path.with_name(path.name + ".part")
    page = FETCHED.sub("", network.generate_html()).replace(f"<h1>{heading}</h1>", "", 1)
    part.write_text(page, encoding="utf-8", newline="\n")
    os.replace(part, path)
