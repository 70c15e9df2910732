"""Scores a build against annotations by careful readers: how much it found, how much of it is right, and what was missed.

The measures are those of `kg.score.measures`; annotations are JSON files, one a document, as in ``tests/gold``.
"""
from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.errors import InvalidResource
from kg.score.measures import Gold, Scores, Tally, score_document
from kg.score.views import DocumentView, view_build, view_knowledge_base

__all__ = ["MEASURES", "Scores", "load_gold", "render_listing", "render_table", "score_views", "view_build", "view_knowledge_base"]

MEASURES = ("articles (headline)", "articles (date)", "articles (boundary)", "entities", "relations", "figures (value)", "figures (full)", "targets")


def load_gold(folder: Path) -> list[Gold]:
    """The annotations of a folder, sorted by file name.

    Raises:
        InvalidResource: there is none, or one is no annotation.
    """
    gold: list[Gold] = []
    for path in sorted(folder.glob("*.json")):
        try:
            row = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise InvalidResource(f"{path}: no valid JSON ({error})") from error
        if not isinstance(row, dict) or not {"document", "articles", "entities"} <= row.keys():
            raise InvalidResource(f"{path}: no annotation; it needs document, articles and entities")
        gold.append(row)
    if not gold:
        raise InvalidResource(f"{folder}: no annotations (*.json)")
    return gold


def score_views(views: Mapping[str, DocumentView], gold: Iterable[Gold]) -> Scores:
    """The scores over all annotated documents, by measure, the main ones first; a document that is not in the build counts as missed."""
    total: Scores = defaultdict(Tally)
    for row in gold:
        for name, tally in score_document(row, views.get(row["document"], DocumentView())).items():
            total[name].add(tally)
    order = [*MEASURES, *sorted(name for name in total if name not in MEASURES)]
    return {name: total[name] for name in order}


def render_table(scores: Scores) -> str:
    """A table of precision, recall, F1 and counts."""
    rows = [f"{'measure':<28}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'wrong':>7}{'missed':>7}"]
    rows += [f"{name:<28}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.right:7d}{len(t.wrong):7d}{len(t.missed):7d}" for name, t in scores.items()]
    return "\n".join(rows)


def render_listing(scores: Scores, prefix: str) -> str:
    """What was missed and what was wrong, for every measure whose name begins with a prefix."""
    rows = [(word, name, line) for name, tally in scores.items() if name.startswith(prefix)
            for word, lines in (("missed", tally.missed), ("wrong", tally.wrong)) for line in lines]
    return "\n".join(f"{word:<7}{name}: {line}" for word, name, line in rows)


def to_json(scores: Scores) -> str:
    """The scores as JSON: P, R, F1 and counts by measure."""
    rows: dict[str, dict[str, float | int | Sequence[str]]] = {
        name: {"P": t.precision, "R": t.recall, "F": t.f1, "right": t.right, "wrong": len(t.wrong), "missed": len(t.missed)}
        for name, t in scores.items()}
    return json.dumps(rows, ensure_ascii=False, indent=1)
