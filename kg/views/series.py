"""An indicator over time, as all documents of a build tell it."""
from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.errors import PolicyKGError
from kg.model import Evidence, Figure, KnowledgeBase, Ref
from kg.views.indicators import Indicator, find_indicators
from kg.views.reprints import witnesses


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator in a list: what it is called, its unit, how many figures tell of it, all wordings that are printed."""

    indicator: str
    unit: str
    figures: int
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One value of an indicator, in the indicator's unit; ``period`` is ISO 8601, as short as it goes (2024, 2024-06, 2024-01-01/2024-09-30).

    A decrease is negative. ``witnesses`` counts the articles that tell it independently: reprints are no witnesses of their own.
    """

    indicator: str
    period: str
    value: Decimal
    unit: str
    measure: str
    about: Ref | None
    stated_by: Ref | None
    witnesses: int
    document: str
    evidence: tuple[Evidence, ...]


class NoSuchIndicator(PolicyKGError):
    """A name that no indicator of the build has."""


def list_indicators(indicators: Iterable[Indicator]) -> tuple[IndicatorRow, ...]:
    """The indicators as a list, those with the most figures first."""
    rows = [IndicatorRow(one.label, one.unit, len(one.figures), one.wordings) for one in indicators]
    return tuple(sorted(rows, key=lambda row: (-row.figures, row.indicator, row.unit)))


def match_indicators(kb: KnowledgeBase, name: str) -> tuple[Indicator, ...]:
    """The indicators that a name means: by label, else by name, else by a printed wording, else by a part of one of these."""
    found = find_indicators(kb)
    tests: tuple[Callable[[Indicator], bool], ...] = (
        lambda one: name == one.label,
        lambda one: name == one.name,
        lambda one: name in one.wordings,
        lambda one: any(name in text for text in (one.label, *one.wordings)),
    )
    for test in tests:
        if hits := tuple(filter(test, found)):
            return hits
    raise NoSuchIndicator(f"{name}: no indicator is called so; `kg series DIR` lists all {len(found)}, `kg series DIR 人数` those with a word")


def stated(kb: KnowledgeBase, indicators: Iterable[Indicator]) -> tuple[tuple[Indicator, Figure], ...]:
    """The figures of some indicators by period, those without one last; figures that are only aimed at are left out."""
    aims = {target.figure for target in kb.targets}
    pairs = [(one, figure) for one in indicators for figure in one.figures if figure not in aims]
    return tuple(sorted(pairs, key=lambda pair: (pair[1].period or (date.max, date.max))[::-1]))


def find_series(kb: KnowledgeBase, indicators: Iterable[Indicator]) -> tuple[SeriesRow, ...]:
    """The values of some indicators by period, as rows."""
    articles = {article.id: article for article in kb.articles}
    return tuple(
        SeriesRow(
            one.label, short_period(figure.period), one.value(figure), one.unit, figure.measure, figure.about, figure.stated_by,
            witnesses(articles, figure.evidence), articles[figure.evidence[0].article].document, figure.evidence,
        )
        for one, figure in stated(kb, indicators)
    )


def short_period(period: tuple[date, date] | None) -> str:
    """A stretch of days as ISO 8601, as short as it goes; empty for none.

    >>> short_period((date(2024, 1, 1), date(2024, 12, 31))), short_period((date(2024, 6, 1), date(2024, 6, 30)))
    ('2024', '2024-06')
    >>> short_period((date(2024, 12, 31), date(2024, 12, 31))), short_period((date(2024, 1, 1), date(2024, 9, 30)))
    ('2024-12-31', '2024-01-01/2024-09-30')
    """
    if period is None:
        return ""
    first, last = period
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return str(first.year)
        if first.month == last.month:
            return first.isoformat()[:7]
    return f"{first}/{last}"
