"""Which targets of later documents are the same target told again. Targets -> histories of steps, without success, which `fulfilment` adds.

Two tellings are one target if they belong to the same (a programme, regulation, owner, and no other place) and say the same: alike words,
or the same indicator. One of both must stay: the day or the number; where both differ, or the first day is over, it is the next target.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
    reprint: bool
    evidence: tuple[Evidence, ...]


def retellings(kb: KnowledgeBase) -> list[tuple[Step, ...]]:
    """The histories of all targets, in the order of their first telling; undated tellings come last and change nothing."""
    histories: list[list[Telling]] = []
    index: dict[str, set[int]] = defaultdict(set)
    for told in _by_article(kb):
        near = ((number, place) for number, telling in enumerate(told) for place in {place for key in _keys(telling) for place in index[key]})
        pairs = sorted((-likeness, place, number) for number, place in near if (likeness := _same(histories[place][-1], told[number])))
        taken: dict[int, int] = {}
        for _, place, number in pairs:
            if number not in taken and place not in taken.values():
                taken[number] = place
        for number, telling in enumerate(told):
            place = taken.get(number, len(histories))
            histories[place:] = histories[place:] or [[]]
            histories[place].append(telling)
            for key in _keys(telling):
                index[key].add(place)
    return [_steps(history) for history in histories]


def _steps(history: Sequence[Telling]) -> tuple[Step, ...]:
    """The steps of a history; what a reprint or the same day tells in the same way is no step of its own."""
    steps: list[Step] = []
    for before, telling in zip((None, *history), history, strict=False):
        event = (before and _event(before, telling)) or "announced"
        if event == "reaffirmed" and (telling.reprint or steps[-1].day == telling.day):
            steps[-1] = replace(steps[-1], evidence=tuple(sorted({*steps[-1].evidence, *telling.evidence})))
        else:
            steps.append(Step(telling.day, event, telling.target, evidence=telling.evidence))
    return tuple(steps)


def _by_article(kb: KnowledgeBase) -> Iterator[list[Telling]]:
    """The targets of each article, the oldest article first, the undated last."""
    sources, places = Sources(kb), place_names(kb)
    told: dict[str, list[Telling]] = defaultdict(list)
    for target in kb.targets:
        for article in sorted({item.article for item in target.evidence}):
            evidence = tuple(item for item in target.evidence if item.article == article)
            altered = any(wording("changed").search(sources.text(item)) for item in evidence)
            told[article].append(Telling(target, sources.day(evidence[0]), scope(target, places), core(target.statement),
                                         tuple(numbers(target.statement)), altered,
                                         sources.articles[article].reprint_of is not None, evidence))
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


def _same(last: Telling, new: Telling) -> float:
    """How surely a telling is of the same target as the last one of a history; 0 if it is of another."""
    a, b, event = last.target, new.target, _event(last, new)
    if event is None or (last.scope and new.scope and last.scope != new.scope):
        return 0.0
    words = alike(last.core, new.core)
    if a.of is None or a.of != b.of:
        if (a.of and b.of) or (a.by and b.by and a.by != b.by) or min(len(last.core), len(new.core)) < WORDS_AT_LEAST:
            return 0.0
        if a.by is None or a.by != b.by:
            return words if event == "reaffirmed" and last.scope == new.scope and words >= NEARLY_SAME else 0.0
    other_number = event == "changed" and not new.altered and not _same_number(last, new)
    enough = ALIKE / 2 if a.figure and b.figure and same_indicator(a.figure, b.figure) else NEARLY_SAME if other_number else ALIKE
    return words + (a.deadline == b.deadline) + _same_number(last, new) if words >= enough else 0.0


def same_indicator(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same thing in the same way and unit."""
    return (one.unit, one.measure) == (other.unit, other.measure) and similar_indicators(one.indicator, other.indicator)


def similar_indicators(one: str, other: str) -> bool:
    """Whether two indicators are the same but for small words."""
    return alike(core(one), core(other)) >= SAME_INDICATOR


def _same_number(a: Telling, b: Telling) -> bool:
    one, other = a.target.figure, b.target.figure
    alone = one and other and len(a.numbers) == len(b.numbers) == 1
    return a.numbers == b.numbers or bool(alone and one and other and (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit))


def _event(last: Telling, new: Telling) -> str | None:
    """What a telling does to the target: reaffirms it or changes it; None if it must be another target."""
    a, b = last.target, new.target
    over = bool(a.deadline and new.day and a.deadline < new.day)
    same_number, same_day = _same_number(last, new), a.deadline == b.deadline
    if same_number and (same_day or (not over and not (a.deadline and b.deadline))):
        return "reaffirmed"
    if new.day is None or last.day is None:
        return None
    moved = same_number and not over and not _other_period(a, b)
    return "changed" if (same_day and a.deadline) or new.altered or moved else None


def _other_period(a: Target, b: Target) -> bool:
    """Whether both speak of stretches that do not meet, as the jobs of two years."""
    periods = [t.figure.period for t in (a, b) if t.figure and t.figure.period and t.figure.period[0] != t.figure.period[1]]
    return len(periods) == 2 and max(periods)[0] > min(periods)[1]
