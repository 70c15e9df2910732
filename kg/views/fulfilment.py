"""Which targets later documents report as met: by a figure of the same indicator that reaches them, or in so many words. Histories -> histories."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from kg.model import Evidence, Figure, KnowledgeBase, Ref, Target
from kg.views.retelling import KEY, SAME_INDICATOR, WORDS_AT_LEAST, Step
from kg.views.sources import Sources, alike, core, held, numbers, wording

PART = re.compile(r"[^。；;！？]+")
CLAUSE = re.compile(r"[^，：]+")
HELD, HELD_BY_CLAUSE, HELD_BY_NOBODY = 0.7, 0.35, 0.9


def with_success(kb: KnowledgeBase, histories: Sequence[tuple[Step, ...]]) -> list[tuple[Step, ...]]:
    """The histories, each with the first report that it is met after the telling that stands then."""
    sources = Sources(kb)
    figures, reports = _figures(kb), _reports(kb)
    named: dict[Evidence, set[Ref]] = defaultdict(set)
    for entity in kb.entities:
        for item in entity.evidence:
            named[item].add(entity.ref)
    found = []
    for steps in histories:
        success = [*_by_figures(sources, steps, figures), *_by_words(sources, steps, reports, named)]
        first = min(success, key=lambda step: (step.day or date.max, step.evidence), default=None)
        found.append(_insert(steps, first) if first else steps)
    return found


def _insert(steps: tuple[Step, ...], met: Step) -> tuple[Step, ...]:
    return tuple(sorted((*steps, met), key=lambda step: (step.day or date.max, step.event == "met")))


def _standing(steps: Sequence[Step], day: date | None) -> Target | None:
    """The target as it stood before a day, None if it was not announced then or has an unknown day."""
    told = [step.target for step in steps if step.day and day and step.day < day]
    return told[-1] if told else None


def _figures(kb: KnowledgeBase) -> dict[tuple[str, str], list[Figure]]:
    """Figures of what is reached, not aimed at, by unit and measure."""
    aims: dict[Evidence, list[str]] = defaultdict(list)
    for target in kb.targets:
        for item in target.evidence:
            aims[item].append(target.statement)
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in kb.figures:
        if not any(figure.text in statement for item in figure.evidence for statement in aims.get(item, ())):
            found[figure.unit, figure.measure].append(figure)
    return found


def _by_figures(sources: Sources, steps: Sequence[Step], figures: dict[tuple[str, str], list[Figure]]) -> Iterator[Step]:
    aims = {(step.target.figure.unit, step.target.figure.measure) for step in steps if step.target.figure}
    for figure in [figure for key in sorted(aims) for figure in figures.get(key, ())]:
        for item in figure.evidence:
            day = sources.day(item)
            target = _standing(steps, day)
            if target and target.figure and day and _same_thing(target, figure) and _reaches(figure, target, day):
                yield Step(day, "met", target, figure, (item,))


def _same_thing(target: Target, figure: Figure) -> bool:
    """Whether a figure measures what a target aims at, of the same programme, place or body."""
    aim = target.figure
    assert aim
    if (aim.unit, aim.measure) != (figure.unit, figure.measure) or len(numbers(target.statement)) > 1:
        return False
    mine = {ref for ref in (target.of, aim.about) if ref}
    if figure.about not in mine if mine else figure.about is not None:
        return False
    return alike(core(aim.indicator), core(figure.indicator)) >= SAME_INDICATOR


def _reaches(figure: Figure, target: Target, day: date) -> bool:
    """Whether a figure is as large as the target (as small, for one from above), and of a time that counts.

    What sums up or is a rate of a stretch counts within it, a rate or a ceiling only at its end.
    """
    aim, below = target.figure, bool(wording("below").search(target.statement))
    assert aim
    last = figure.period[1] if figure.period else day
    stretch = aim.period if aim.period and aim.period[0] != aim.period[1] else None
    if stretch and not (figure.period and stretch[0] <= figure.period[0] and last <= stretch[1]):
        return False
    whole = below or (stretch and figure.unit.startswith(("%", "个百分点")))
    if last > day or (whole and target.deadline and last < target.deadline):
        return False
    if below:
        return figure.value <= (aim.value_max or aim.value)
    return figure.value > aim.value or (figure.value == aim.value and figure.qualifier != "近")


def _reports(kb: KnowledgeBase) -> dict[str, list[tuple[Evidence, str, str]]]:
    """Clauses that tell a success, with the part of the sentence around each, by stretches of that part's words."""
    aims = {item for target in kb.targets for item in target.evidence}
    found: dict[str, list[tuple[Evidence, str, str]]] = defaultdict(list)
    for article in kb.articles:
        for place, sentence in enumerate(article.sentences):
            item = Evidence(article.id, place)
            if not article.date or item in aims or not wording("met").search(sentence.text):
                continue
            for part in PART.findall(sentence.text):
                clauses = [c for c in CLAUSE.findall(part) if wording("met").search(c) and not wording("ahead").search(c)]
                words = core(part)
                for key in {words[n:n + KEY] for n in range(len(words) - KEY + 1)} if clauses else ():
                    found[key].append((item, part, "".join(clauses)))
    return found


def _by_words(sources: Sources, steps: Sequence[Step], reports: dict[str, list[tuple[Evidence, str, str]]],
              named: dict[Evidence, set[Ref]]) -> Iterator[Step]:
    keys = {words[n:n + KEY] for step in steps for words in [core(step.target.statement)] for n in range(len(words) - KEY + 1)}
    for item, part, clause in sorted({row for key in keys for row in reports.get(key, ())}):
        day = sources.day(item)
        target = _standing(steps, day)
        words = core(target.statement) if target else ""
        if not target or len(words) < WORDS_AT_LEAST or not set(numbers(target.statement)) <= set(numbers(part)):
            continue
        ours = {target.of, target.by} & named[item]
        if held(words, core(part)) >= (HELD if ours else HELD_BY_NOBODY) and held(words, core(clause)) >= HELD_BY_CLAUSE:
            yield Step(day, "met", target, None, (item,))
