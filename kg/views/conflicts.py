"""Conflicts: values of the same indicator, period and measure that no rounding and no qualifier explains.

Precision goes before recall: an article that gives several values for one indicator and period speaks of things that the indicator
does not tell apart, and takes no part; nor do sentences that name different places, or values of different order (`FARTHEST`).
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from kg.model import Entity, Evidence, Figure, KnowledgeBase, Ref
from kg.views.indicators import COUNTRY, Indicator, find_indicators
from kg.views.precision import Range, printed_range
from kg.views.reprints import witnesses
from kg.views.series import short_period
from kg.views.standing import STANDINGS, Standings

FARTHEST = 3
DATELINE = re.compile(r"^[（(]?[^，。]{0,24}?\d{1,2}月\d{1,2}日[电讯](?:[（(][^）)]*[）)])?")
OWN = re.compile(r"[全我本该][省市区县州]|自治区")

Group = tuple[Indicator, tuple[date, date], str]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One of the values that cannot all be true; rows of one number contradict one another, the highest standing first."""

    conflict: int
    indicator: str
    period: str
    measure: str
    value: str
    standing: str
    said_by: str
    witnesses: int
    document: str
    evidence: tuple[Evidence, ...]


def find_conflicts(kb: KnowledgeBase) -> tuple[ConflictRow, ...]:
    """All conflicts of a knowledge base, a row for each value that takes part."""
    standings, articles, places = Standings(kb), {article.id: article for article in kb.articles}, Places(kb)
    found: list[ConflictRow] = []
    number = 0
    for (indicator, period, measure), figures in _groups(kb):
        rows = []
        for figure in _contradictory(indicator, figures, places):
            article = articles[figure.evidence[0].article]
            said_by = figure.stated_by.name if figure.stated_by else article.source or ""
            rows.append(ConflictRow(
                number + 1, indicator.label, short_period(period), measure, figure.text, standings.of(figure, article), said_by,
                witnesses(articles, figure.evidence), article.document, figure.evidence,
            ))  # fmt: skip
        number += bool(rows)
        found += sorted(rows, key=lambda row: (STANDINGS.index(row.standing), -row.witnesses, row.evidence))
    return tuple(found)


def _groups(kb: KnowledgeBase) -> Iterator[tuple[Group, list[Figure]]]:
    """The figures of each indicator by period and measure, without those that are only aimed at."""
    aims = {target.figure for target in kb.targets}
    for indicator in find_indicators(kb):
        groups: dict[Group, list[Figure]] = {}
        for figure in indicator.figures:
            if figure.period and figure not in aims:
                groups.setdefault((indicator, figure.period, figure.measure), []).append(figure)
        yield from groups.items()


class Places:
    """Tells which places the sentences of a figure name, datelines aside."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.articles = {article.id: article for article in kb.articles}
        self.named: dict[Evidence, list[Entity]] = {}
        for entity in kb.entities:
            if entity.type == "Place" and entity.ref != COUNTRY:
                for item in entity.evidence:
                    self.named.setdefault(item, []).append(entity)

    def of(self, figure: Figure, indicator: Indicator) -> set[Ref]:
        """The places named where a figure is stated, besides the indicator's own region; 全省 and its like are places too."""
        found: set[Ref] = set()
        for item in figure.evidence:
            text = DATELINE.sub("", self.articles[item.article].sentences[item.sentence].text)
            found |= {place.ref for place in self.named.get(item, ()) if any(form in text for form in (place.name, *place.aliases))}
            found |= {Ref("Place", word) for word in OWN.findall(text)}
        return found - {indicator.key.region}


def _contradictory(indicator: Indicator, figures: Iterable[Figure], places: Places) -> list[Figure]:
    """Those figures of one indicator, period and measure that contradict another one."""
    ranges = {figure: spread for figure in figures if (spread := _range(indicator, figure))}
    apart = [pair for pair in combinations(ranges, 2) if not ranges[pair[0]].agrees(ranges[pair[1]])]
    unclear = {figure for one, two in apart if _articles(one) & _articles(two) for figure in (one, two)}
    true = [(one, two) for one, two in apart if not unclear & {one, two} and _near(indicator.value(one), indicator.value(two))
            and places.of(one, indicator) == places.of(two, indicator)]
    return [figure for figure in ranges if any(figure in pair for pair in true)]


def _range(indicator: Indicator, figure: Figure) -> Range | None:
    """The values that a figure may stand for in the indicator's unit, below zero for a decrease."""
    spread = printed_range(figure)
    if spread is None or not figure.value:
        return spread
    scale = indicator.value(figure) / figure.value
    low, high = sorted((spread.low * scale, spread.high * scale))
    return Range(low, high, spread.step * abs(scale))


def _articles(figure: Figure) -> set[str]:
    return {item.article for item in figure.evidence}


def _near(one: Decimal, two: Decimal) -> bool:
    """Whether two values are of the same order, so that they may be meant to be the same."""
    small, large = sorted((abs(one), abs(two)))
    return large <= small * FARTHEST
