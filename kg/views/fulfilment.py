"""Which targets later documents report as met: by a figure of the same indicator that reaches them, or in so many words. Histories -> histories."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce

from kg.model import Evidence, Figure, KnowledgeBase, Ref
from kg.views.programmes import Stage, programme_stages, stage_words
from kg.views.retelling import KEY, WORDS_AT_LEAST, Step, similar_indicators
from kg.views.sources import Sources, core, held, numbers, wording

PART = re.compile(r"[^。；;！？]+")
CLAUSE = re.compile(r"[^，：]+")
Told = dict[tuple[str, str, Ref | None], dict[str, list[tuple[Figure, Evidence]]]]
"""Figures by unit, measure and what they are about, and then by their indicator, with their sentences."""
HELD, HELD_BY_CLAUSE, HELD_BY_NOBODY = 0.7, 0.35, 0.9


def with_success(kb: KnowledgeBase, histories: Sequence[tuple[Step, ...]]) -> list[tuple[Step, ...]]:
    """The histories, each with the first report that it is met, anew after each change."""
    sources, figures, reports, stages = Sources(kb), _figures(kb), _reports(kb), programme_stages(kb)
    names = {entity.ref: (entity.name, *entity.aliases) for entity in kb.entities}
    told = {item for rows in reports.values() for item, _, _ in rows}
    named: dict[Evidence, set[Ref]] = defaultdict(set)
    for entity in kb.entities:
        for item in told.intersection(entity.evidence):
            named[item].add(entity.ref)
    found = []
    for steps in histories:
        first: dict[int, Step] = {}
        success = [*_by_figures(sources, steps, figures), *_by_words(sources, steps, reports, named),
                   *_by_stages(sources, steps, stages, names)]
        for met in sorted(success, key=lambda step: (step.day or date.max, step.evidence, repr(step.figure))):
            first.setdefault(sum(step.event == "changed" and _before(step, met.day) for step in steps), met)
        found.append(tuple(sorted((*steps, *first.values()), key=lambda step: (step.day or date.max, step.event == "met"))))
    return found


def _before(step: Step, day: date | None) -> bool:
    return step.day is not None and day is not None and step.day < day


def _standing(steps: Sequence[Step], day: date | None) -> Step | None:
    """The telling that stands before a day, None if none is dated before it."""
    return next((step for step in reversed(steps) if _before(step, day)), None)


def _figures(kb: KnowledgeBase) -> Told:
    """Figures with each sentence that does not aim at them."""
    aims: dict[Evidence, list[str]] = defaultdict(list)
    for target in kb.targets:
        for item in target.evidence:
            aims[item].append(target.statement)
    found: Told = defaultdict(lambda: defaultdict(list))
    for figure in kb.figures:
        told = [(figure, item) for item in figure.evidence if not any(figure.text in aim for aim in aims.get(item, ()))]
        found[figure.unit, figure.measure, figure.about][figure.indicator] += told
    return found


def _by_figures(sources: Sources, steps: Sequence[Step], figures: Told) -> Iterator[Step]:
    """Reports by a figure of the same indicator, of the same programme, place or body."""
    aims = {(step.target.figure, about) for step in steps if step.target.figure and len(numbers(step.target.statement)) == 1
            for about in ({step.target.of, step.target.figure.about} - {None} or {None})}
    near = ((aim, row) for aim, about in aims for indicator, rows in figures.get((aim.unit, aim.measure, about), {}).items()
            if similar_indicators(aim.indicator, indicator) for row in rows)
    for aim, (figure, item) in near:
        day = sources.day(item)
        last = _standing(steps, day)
        target = last and last.target
        if last and target and day and target.figure == aim and _reaches(figure, last, aim, day) \
                and _adds(target.statement) <= _adds(sources.text(item)):
            yield Step(day, "met", target, figure, (item,))


def _adds(text: str) -> set[str]:
    return {hit.group() for hit in wording("adds").finditer(text)}


def _reaches(figure: Figure, told: Step, aim: Figure, day: date) -> bool:
    """Whether a figure is as large as the target (as small, for one from above), and of a time after it was told.

    What sums up or is a rate of a stretch counts within it, a rate or a ceiling only at its end.
    """
    below, deadline = bool(wording("below").search(told.target.statement)), told.target.deadline
    first, last = figure.period or (day, day)
    stretch = aim.period if aim.period and aim.period[0] != aim.period[1] else None
    if last > day or (told.day and last < told.day) or (stretch and not (figure.period and stretch[0] <= first and last <= stretch[1])):
        return False
    if deadline and last < deadline and (below or (stretch and figure.unit.startswith(("%", "个百分点")))):
        return False
    if below:
        return figure.value <= (aim.value_max or aim.value)
    return figure.value > aim.value or (figure.value == aim.value and figure.qualifier != "近")


def _reports(kb: KnowledgeBase) -> dict[str, list[tuple[Evidence, str, str]]]:
    """Clauses that tell a success, with the part of the sentence around each, by those stretches of that part's words that a target has, too."""
    wanted = {key for target in kb.targets for key in _keys(core(target.statement))}
    aims = {item for target in kb.targets for item in target.evidence}
    found: dict[str, list[tuple[Evidence, str, str]]] = defaultdict(list)
    for article in kb.articles:
        for place, sentence in enumerate(article.sentences):
            item = Evidence(article.id, place)
            if not article.date or item in aims or not wording("met").search(sentence.text):
                continue
            for part in PART.findall(sentence.text):
                clauses = [c for c in CLAUSE.findall(part) if wording("met").search(c) and not wording("ahead").search(c)]
                for key in _keys(core(part)) & wanted if clauses else ():
                    found[key].append((item, part, "".join(clauses)))
    return found


def _keys(words: str) -> set[str]:
    """All stretches of `KEY` characters."""
    return {words[n:n + KEY] for n in range(len(words) - KEY + 1)}


def _by_words(sources: Sources, steps: Sequence[Step], reports: dict[str, list[tuple[Evidence, str, str]]],
              named: dict[Evidence, set[Ref]]) -> Iterator[Step]:
    keys = {key for step in steps for key in _keys(core(step.target.statement))}
    for item, part, clause in sorted({row for key in keys for row in reports.get(key, ())}):
        day = sources.day(item)
        last = _standing(steps, day)
        words = core(last.target.statement) if last else ""
        if not last or len(words) < WORDS_AT_LEAST or not set(numbers(last.target.statement)) <= set(numbers(part)):
            continue
        ours = {last.target.of, last.target.by} & named[item]
        if held(words, core(part)) >= (HELD if ours else HELD_BY_NOBODY) and held(words, core(clause)) >= HELD_BY_CLAUSE:
            yield Step(day, "met", last.target, None, (item,))


def _by_stages(sources: Sources, steps: Sequence[Step], stages: dict[Ref, tuple[Stage, ...]], names: dict[Ref, tuple[str, ...]]) -> Iterator[Step]:
    """Reports that a programme has come to the stage that a target promises in hardly more than that word (计划年底建成通车)."""
    for of in sorted({step.target.of for step in steps if step.target.of}):
        for item in {item for stage in stages.get(of, ()) for item in stage.evidence}:
            last = _standing(steps, sources.day(item))
            if last and last.target.of == of:
                rest = reduce(lambda text, name: text.replace(name, ""), sorted(names[of], key=len, reverse=True), last.target.statement)
                promised, told = ({hit.group() for hit in stage_words().finditer(text)} for text in (rest, sources.text(item)))
                if promised & told and len(core(rest)) < WORDS_AT_LEAST and not numbers(rest):
                    yield Step(sources.day(item), "met", last.target, None, (item,))
