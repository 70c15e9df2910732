"""Two events held as one (F暨G): what is told of one of them in a sentence holds of the other.

Place in the line: skeletons and all that the extractors told -> the same of the other event; runs behind them.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Reading, Ref, Statement
from kg.relate.events import is_event
from kg.relate.skeleton import CODES, holding

SHARED = ("administers", "appliesIn", "participatesIn", "startedOn")
JOINED = re.compile(f"{CODES['Programme']}”?(?:系列|主场)?(?:活动|开幕式|启动仪式)?暨{CODES['Programme']}")
NEXT = 1  # sentences behind in which 活动由甲部主办 means both


def find_shared(reading: Reading, told: Iterable[Statement]) -> Iterator[Statement]:
    """What holds of an event because it is told of the one that it is held with: hosts, guests, places and day."""
    pairs = list(_pairs(reading))
    for statement in told if pairs else ():
        for both, index in pairs:
            if statement.predicate in SHARED and any(index <= evidence.sentence <= index + NEXT for evidence in statement.evidence):
                yield from _of_the_other(statement, both)


def _pairs(reading: Reading) -> Iterator[tuple[tuple[Ref, Ref], int]]:
    """The events that a sentence tells to be one, with the sentence."""
    for row in holding(reading, CODES["Programme"]):
        for hit in JOINED.finditer(row.text) if "暨" in row.text else ():
            first, second = row.mention(hit.start()), row.mention(hit.end() - 1)
            if is_event(first) or is_event(second):
                yield (first.ref, second.ref), row.index


def _of_the_other(statement: Statement, both: tuple[Ref, Ref]) -> Iterator[Statement]:
    for this, other in (both, both[::-1]):
        if statement.subject == this:
            yield replace(statement, subject=other)
        elif statement.object == this:
            yield replace(statement, object=other)
