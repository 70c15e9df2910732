"""Tells running text that only looks like a headline: the first lines of a lead, cut off by a break. Between `units` and `segmentation`."""
from __future__ import annotations

from dataclasses import replace

from kg.layout.lines import Letters
from kg.layout.page import Page
from kg.layout.roles import ADDRESS, DATELINE
from kg.layout.units import Unit

LEAD_LETTERS = 260
OWN_HEADLINE = 0.2
NO_HEADLINE = -3.0


def join_running(page: Page, units: list[Unit]) -> list[Unit]:
    """The units, where the first lines of a lead that stand apart are joined to what goes on with them."""
    for unit, after in zip(units, units[1:], strict=False):
        if unit.headish and not unit.level and after.continues and not after.role:
            unit.shape = min(unit.shape, NO_HEADLINE)
    if page.kind == "paragraphs":
        return units
    joined: list[Unit] = []
    for index, unit in enumerate(units):
        if index + 1 < len(units) and _runs_on(page, units, index):
            after = units[index + 1]
            both = Letters.joined([unit.letters, after.letters])
            units[index + 1] = replace(after, letters=both, parts=unit.parts + after.parts, place=unit.place, gap=unit.gap, tight=unit.tight)
        else:
            joined.append(unit)
    return joined


def _runs_on(page: Page, units: list[Unit], index: int) -> bool:
    """Whether a headline-like unit is the beginning of the sentence that the next unit ends: right after a headline, and as wide as its column."""
    unit, after = units[index], units[index + 1]
    if not unit.headish or unit.level or unit.listed or after.role or after.headish or DATELINE.match(after.text) or ADDRESS.match(after.text):
        return False
    before = units[index - 1] if index else None
    if before is None or not before.headish:
        return False
    if not unit.full or (page.kind == "spaced" and unit.soft >= 2.0):
        return False
    return page.overlap(before.text, (unit.text + after.text)[:LEAD_LETTERS])[0] >= OWN_HEADLINE
