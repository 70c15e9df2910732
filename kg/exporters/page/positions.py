"""Keeps the coordinates of a build in ``positions.json``, so that the next build into the same folder draws the same map."""
from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kg.exporters.page.records import placed
from kg.model import KnowledgeBase, Ref


def write_positions(kb: KnowledgeBase, path: Path, *, former: Path | None = None) -> None:
    """Write class, name and coordinates of every entity; those that stand in the former file stay where they were."""
    points, _ = placed(kb, read_positions(former) if former else {})
    rows = [[entity.type, entity.name, x, y] for entity, (x, y) in zip(kb.entities, points, strict=True)]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")


def read_positions(path: Path) -> Mapping[Ref, tuple[int, int]]:
    """Coordinates by entity; none where there is no such file, or where it is not one of ours."""
    try:
        rows = json.loads(path.read_text("utf-8"))
        return {Ref(str(kind), str(name)): (int(x), int(y)) for kind, name, x, y in rows}
    except (OSError, ValueError, TypeError):
        return {}
