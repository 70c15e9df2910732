"""Relates what a reading holds: `Reading` -> `Facts` (statements, figures, targets).

`EXTRACTORS` is the table of all that finds statements; to add a kind, write one function and add it here.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.model import Facts, Reading, Ref, Statement
from kg.relate.careers import find_careers
from kg.relate.concerns import find_topics
from kg.relate.dates import find_dates
from kg.relate.decrees import find_decrees, find_made, find_repealed, find_sent_up
from kg.relate.documents import find_document_relations
from kg.relate.events import find_event_relations
from kg.relate.frames import find_frames
from kg.relate.held_as_one import find_shared
from kg.relate.names import find_named_relations
from kg.relate.patterns import find_pattern_statements
from kg.relate.places import find_places
from kg.relate.posts import find_posts
from kg.relate.sessions import find_passed
from kg.relate.wholes import find_wholes

EXTRACTORS: tuple[Callable[[Reading], Iterable[Statement]], ...] = (
    find_posts,
    find_careers,
    find_named_relations,
    find_document_relations,
    find_frames,
    find_passed,
    find_decrees,
    find_made,
    find_sent_up,
    find_repealed,
    find_wholes,
    find_pattern_statements,
    find_places,
    find_dates,
    find_event_relations,
    find_topics,
)


_DRAFT = re.compile("(?:征求意见稿|草案|送审稿|讨论稿|草稿)(?:二次审议稿|三次审议稿)?[)）]?$")


def relate(reading: Reading) -> Facts:
    """The statements, figures and targets of one article."""
    from kg.relate.figures import find_figures
    from kg.relate.owners import committed
    from kg.relate.targets import find_targets

    figures, statements = find_figures(reading), find_statements(reading)
    return Facts(statements, figures, committed(reading, find_targets(reading, figures), statements))


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The claims of all extractors, each once with all its evidence and its best confidence, sorted."""
    found: dict[Statement, Statement] = {}
    for extract in EXTRACTORS:
        _collect(found, extract(reading))
    _collect(found, find_shared(reading, tuple(found.values())))
    return tuple(sorted(found.values(), key=_order))


def _collect(found: dict[Statement, Statement], told: Iterable[Statement]) -> None:
    """Take in what is told: a claim that was told before gets the evidence and the better confidence."""
    for each in told:
        statement = as_drafted(each) if each.predicate == "issues" else each
        before = found.setdefault(statement, statement)
        if before is not statement:
            evidence = tuple(sorted({*before.evidence, *statement.evidence}))
            found[statement] = replace(statement, confidence=max(before.confidence, statement.confidence), evidence=evidence)


def as_drafted(statement: Statement) -> Statement:
    """The statement, but that a draft is drafted, not issued: 发布《办法（征求意见稿）》.

    >>> as_drafted(Statement(Ref("Agency", "司法部"), "issues", Ref("Regulation", "仲裁法（修订草案）"))).predicate
    'drafts'
    """
    if statement.predicate == "issues" and not isinstance(statement.object, str) and _DRAFT.search(statement.object.name):
        return replace(statement, predicate="drafts") if statement.object.type == "Regulation" else statement
    return statement


def _order(statement: Statement) -> tuple[Ref, str, str, str]:
    thing = statement.object
    return statement.subject, statement.predicate, thing if isinstance(thing, str) else "|".join(thing), statement.title
