"""Relates what a reading holds: `Reading` -> `Facts` (statements, figures, targets).

`EXTRACTORS` is the table of all that finds statements; to add a kind, write one function and add it here.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.model import Facts, Reading, Ref, Statement
from kg.relate.concerns import find_topics
from kg.relate.dates import find_dates
from kg.relate.documents import find_document_relations
from kg.relate.events import find_event_relations
from kg.relate.frames import find_frames
from kg.relate.names import find_named_relations
from kg.relate.patterns import find_pattern_statements
from kg.relate.places import find_places
from kg.relate.posts import find_posts

EXTRACTORS: tuple[Callable[[Reading], Iterable[Statement]], ...] = (
    find_posts,
    find_named_relations,
    find_document_relations,
    find_frames,
    find_pattern_statements,
    find_places,
    find_dates,
    find_event_relations,
    find_topics,
)


def relate(reading: Reading) -> Facts:
    """The statements, figures and targets of one article."""
    from kg.relate.figures import find_figures
    from kg.relate.targets import find_targets

    figures = find_figures(reading)
    return Facts(find_statements(reading), figures, find_targets(reading, figures))


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The claims of all extractors, each once with all its evidence and its best confidence, sorted."""
    found: dict[Statement, Statement] = {}
    for extract in EXTRACTORS:
        for statement in extract(reading):
            before = found.get(statement)
            if before is not None:
                evidence = tuple(sorted({*before.evidence, *statement.evidence}))
                statement = replace(statement, confidence=max(before.confidence, statement.confidence), evidence=evidence)
            found[statement] = statement
    return tuple(sorted(found.values(), key=_order))


def _order(statement: Statement) -> tuple[Ref, str, str, str]:
    thing = statement.object
    return statement.subject, statement.predicate, thing if isinstance(thing, str) else "|".join(thing), statement.title
