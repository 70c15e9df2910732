"""Targets at a day: open, due, overdue, met or undated, each with its history over all documents. KnowledgeBase -> rows."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import Evidence, KnowledgeBase, Ref
from kg.views.fulfilment import with_success
from kg.views.retelling import Step, place_names, retellings, scope
from kg.views.sources import newest_day

DUE_WITHIN = 90
STATES = ("overdue", "due", "open", "undated", "met")


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as it stands at a day: its last words and deadline, what it belongs to, who set it, for which place, and what was told of it."""

    state: str
    deadline: date | None
    target: str
    of: Ref | None
    owner: Ref | None
    scope: Ref | None
    history: tuple[Step, ...]
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


def target_histories(kb: KnowledgeBase) -> list[tuple[Step, ...]]:
    """The histories of all targets: the same target told again by later documents is one history, from ``announced`` to ``met``."""
    return with_success(kb, retellings(kb))


def targets_at(kb: KnowledgeBase, as_of: date | None = None, *, due_within: int = DUE_WITHIN) -> tuple[TargetRow, ...]:
    """All targets that were announced by a day (of the newest article if none is given), the most urgent first.

    ``overdue``: the deadline is over, and nothing told by then reports success; ``due``: it falls within the next ``due_within`` days;
    ``open``: later. Documents without a date count as known always.
    """
    day, places = as_of or newest_day(kb), place_names(kb)
    rows = []
    for history in target_histories(kb):
        steps = tuple(step for step in history if step.day is None or step.day <= day)
        told = [step.target for step in steps if step.event != "met"]
        if not told:
            continue
        deadline = next((target.deadline for target in reversed(told) if target.deadline), None)
        first = {"of": next((t.of for t in told if t.of), None), "owner": next((t.by for t in told if t.by), None),
                 "scope": next((found for t in told if (found := scope(t, places))), None)}
        evidence = tuple(dict.fromkeys(item for step in steps for item in step.evidence))
        rows.append(TargetRow(_state(steps, deadline, day, due_within), deadline, told[-1].statement, **first, history=steps, evidence=evidence))
    return tuple(sorted(rows, key=lambda row: (STATES.index(row.state), row.deadline or date.max, row.target)))


def _state(steps: tuple[Step, ...], deadline: date | None, day: date, due_within: int) -> str:
    if [step.event for step in steps if step.event in ("changed", "met")][-1:] == ["met"]:
        return "met"
    if deadline is None:
        return "undated"
    return "overdue" if deadline < day else "due" if deadline <= day + timedelta(due_within) else "open"
