"""Which targets of later documents are the same target told again. Targets -> histories of steps, without success, which `fulfilment` adds.

Two tellings are one target if they belong to the same (a programme, regulation, owner, and no other place) and say the same: alike words,
or the same indicator. One of both must stay: the day or the number; where both differ, or the first day is over, it is the next target.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.model import Evidence, Figure, KnowledgeBase, Ref, Target
from kg.views.sources import Sources, alike, core, numbers, wording

ALIKE, NEARLY_SAME, SAME_INDICATOR = 0.6, 0.8, 0.8
WORDS_AT_LEAST = 6
KEY = 3
WHOLE = re.compile("全国|我国")


@dataclass(frozen=True, slots=True)
class Step:
    """One event in the life of a target, ``announced``, ``reaffirmed``, ``changed`` or ``met``, with the day of the document that tells it.

    ``target`` is the target as told then, for ``met`` the one that was reached, ``figure`` the figure that reaches it.
    """

    day: date | None
    event: str
    target: Target
    figure: Figure | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.day or '?'} {self.event}"


@dataclass(frozen=True, slots=True)
class Telling:
    """A target as one article tells it."""

    target: Target
    day: date | None
    scope: Ref | None
    core: str
    numbers: tuple[str, ...]
    altered: bool
    evidence: tuple[Evidence, ...]


def retellings(kb: KnowledgeBase) -> list[tuple[Step, ...]]:
    """The histories of all targets, in the order of their first telling; undated tellings come last and change nothing."""
    histories: list[list[Telling]] = []
    steps: list[list[Step]] = []
    index: dict[str, set[int]] = defaultdict(set)
    for told in _by_article(kb):
        pairs = sorted((-likeness, place, number) for number, telling in enumerate(told)
                       for place in _candidates(index, telling) if (likeness := _same(histories[place][-1], telling)))
        taken: dict[int, int] = {}
        for _, place, number in pairs:
            if number not in taken and place not in taken.values():
                taken[number] = place
        for number, telling in enumerate(told):
            place = taken.get(number, len(histories))
            if place == len(histories):
                histories.append([])
                steps.append([])
            _tell(steps[place], histories[place], telling)
            for key in _keys(telling):
                index[key].add(place)
    return [tuple(row) for row in steps]


def _tell(steps: list[Step], history: list[Telling], telling: Telling) -> None:
    """Add a telling to a history; what the same day tells in the same way is no step of its own."""
    event = (history and _event(history[-1], telling)) or "announced"
    step = Step(telling.day, event, telling.target, evidence=telling.evidence)
    if event == "reaffirmed" and steps[-1].day == telling.day:
        last = steps[-1]
        steps[-1] = Step(last.day, last.event, last.target, evidence=tuple(sorted({*last.evidence, *telling.evidence})))
    else:
        steps.append(step)
    history.append(telling)


def _by_article(kb: KnowledgeBase) -> Iterator[list[Telling]]:
    """The targets of each article, the oldest article first, the undated last."""
    sources = Sources(kb)
    places = place_names(kb)
    told: dict[str, list[Telling]] = defaultdict(list)
    for target in kb.targets:
        for article in sorted({item.article for item in target.evidence}):
            evidence = tuple(item for item in target.evidence if item.article == article)
            altered = any(wording("changed").search(sources.text(item)) for item in evidence)
            told[article].append(Telling(target, sources.day(evidence[0]), scope(target, places), core(target.statement),
                                         tuple(numbers(target.statement)), altered, evidence))
    for article in sorted(told, key=lambda id: (sources.articles[id].date or date.max, id)):
        yield told[article]


def place_names(kb: KnowledgeBase) -> dict[str, Ref]:
    """The places of a knowledge base by each of their names."""
    return {name: entity.ref for entity in kb.entities if entity.type == "Place" for name in (*entity.aliases, entity.name) if len(name) > 1}


def scope(target: Target, places: dict[str, Ref]) -> Ref | None:
    """The place that a target is for: its own, the one that its words, its programme's or its owner's name begin with, or its figure's."""
    if target.of and target.of.type == "Place":
        return target.of
    for text in (target.statement, target.of.name if target.of else "", target.by.name if target.by else ""):
        opening = max((text[:size] for size in range(2, 12) if text[:size] in places), key=len, default=None)
        if opening:
            return places[opening]
    about = target.figure.about if target.figure else None
    return about if about and about.type == "Place" and not WHOLE.search(target.statement) else None


def _keys(telling: Telling) -> set[str]:
    """What a telling is looked up by: stretches of its words, and its indicator."""
    found = {telling.core[place:place + KEY] for place in range(len(telling.core) - KEY + 1)}
    return found | ({telling.target.figure.indicator} if telling.target.figure else set())


def _candidates(index: dict[str, set[int]], telling: Telling) -> list[int]:
    shared = Counter(place for key in _keys(telling) for place in index.get(key, ()))
    return sorted(shared)


def _same(last: Telling, new: Telling) -> float:
    """How surely a telling is of the same target as the last one of a history; 0 if it is of another."""
    a, b = last.target, new.target
    if (last.scope and new.scope and last.scope != new.scope) or _event(last, new) is None:
        return 0.0
    words = alike(last.core, new.core)
    same_owner = a.by is not None and a.by == b.by
    if a.of is None or a.of != b.of:
        if (a.of and b.of) or (a.by and b.by and not same_owner) or min(len(last.core), len(new.core)) < WORDS_AT_LEAST:
            return 0.0
        if not same_owner:
            return words if last.scope == new.scope and words >= NEARLY_SAME and _event(last, new) == "reaffirmed" else 0.0
    measured = a.figure and b.figure and (a.figure.unit, a.figure.measure) == (b.figure.unit, b.figure.measure) \
        and alike(a.figure.indicator, b.figure.indicator) >= SAME_INDICATOR
    if words < ALIKE and not (measured and words >= ALIKE / 2):
        return 0.0
    return words + (a.deadline == b.deadline) + _same_number(last, new)


def _same_number(a: Telling, b: Telling) -> bool:
    one, other = a.target.figure, b.target.figure
    if a.numbers == b.numbers:
        return True
    return bool(one and other and len(a.numbers) == len(b.numbers) == 1 and (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit))


def _event(last: Telling, new: Telling) -> str | None:
    """What a telling does to the target: reaffirms it or changes it; None if it must be another target."""
    a, b = last.target, new.target
    same_number, same_day = _same_number(last, new), a.deadline == b.deadline
    if same_number and (same_day or a.deadline is None or b.deadline is None):
        return "reaffirmed"
    if new.day is None or last.day is None:
        return None
    if same_day and a.deadline:
        return "changed"
    if new.altered:
        return "changed"
    over = a.deadline is not None and a.deadline < new.day
    return "changed" if same_number and not over and not _other_period(a, b) else None


def _other_period(a: Target, b: Target) -> bool:
    """Whether both speak of stretches that do not meet, as the jobs of two years."""
    periods: Sequence[tuple[date, date]] = [t.figure.period for t in (a, b) if t.figure and t.figure.period and t.figure.period[0] != t.figure.period[1]]
    return len(periods) == 2 and (periods[0][1] < periods[1][0] or periods[1][1] < periods[0][0])
