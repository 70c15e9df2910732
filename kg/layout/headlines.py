"""How well headline-like units would do as headlines, and of which leads. Between `cohesion` and `segmentation`."""
from __future__ import annotations

import re
from collections.abc import Sequence, Set

from kg.layout.cohesion import LEAD_LETTERS
from kg.layout.page import Page
from kg.layout.roles import NUMBERED
from kg.layout.units import Unit

OVERLAP, OVERLAP_ZERO = 4.5, 0.3
UNUSED, UNUSED_SOFT, BESIDE = 1.5, 1.2, 0.4
FOLLOWED = {"byline": 1.0, "docno": 1.0, "continued": 2.0}
EXPLAINS = re.compile(r"等$|^(?:这些|包括|据)")


class Headlines:
    """The headline-like units of a page: what each costs where it is left unused, and what it brings to an article as its headline.

    That is ``own``, ``over`` where the unit above is in the article too, ``under`` where the one below is (``room`` is their sum), and `fit` for
    the lead; ``most`` is all of these at best. Until `weigh` is asked for, a numbered headline is taken to fit each lead and any other one none.
    """

    def __init__(self, page: Page, units: Sequence[Unit], heads: Sequence[int], *, sources: bool) -> None:
        self.units = units
        self.numbered = {h: NUMBERED.match(units[h].text) is not None for h in heads}
        self.costs = {h: _unused(page, units, h, sources=sources) for h in heads}
        self.own = {h: self.costs[h] + _own_score(page, units[h]) for h in heads}
        beside = {h: max(0.0, cost - BESIDE) for h, cost in self.costs.items()} if page.kind != "blocks" else {}
        self.over = {h: beside.get(h - 1, 0.0) for h in heads}
        self.under = {h: beside.get(h + 1, 0.0) + FOLLOWED.get(units[h + 1].role if h + 1 < len(units) else "", 0.0) for h in heads}
        self.room = {h: self.own[h] + self.over[h] + self.under[h] for h in heads}
        self.most = {h: room + OVERLAP * self.numbered[h] for h, room in self.room.items()}
        self._words: dict[int, tuple[list[tuple[str, float]], float]] = {}
        self._ends: dict[int, int] = {}
        self._leads: dict[tuple[int, int, int], str] = {}
        self._fits: dict[tuple[int, int, int], float] = {}

    def weigh(self, page: Page, shared: Set[str]) -> None:
        """Tell how well headlines fit by their bigrams, of which only those that are ``shared`` stand elsewhere too."""
        for h, room in self.room.items():
            own = page.weigh(self.units[h].text)
            elsewhere, total = [row for row in own if row[0] in shared], sum([weight for _, weight in own]) or 1.0
            self._words[h] = elsewhere, total
            self.most[h] = room + OVERLAP * sum([weight for _, weight in elsewhere]) / total

    def fit(self, head: int, body: int, end: int) -> float:
        """What a headline's words bring: its bigrams' share in the lead that begins at a body unit and ends at `lead_end` at the latest."""
        if not self._words:
            return OVERLAP * self.numbered[head]
        key = head, body, end
        if key not in self._fits:
            lead = self._lead(body, end, head)
            words, total = self._words[head]
            self._fits[key] = OVERLAP * sum([weight for pair, weight in words if pair in lead]) / total
        return self._fits[key]

    def lead_end(self, body: int) -> int:
        """Index after the unit in which the lead that begins here is full."""
        if body not in self._ends:
            letters, index = 0, body
            while index < len(self.units) and letters < LEAD_LETTERS:
                letters += len(self.units[index].text) if not self.units[index].role else 0
                index += 1
            self._ends[body] = index
        return self._ends[body]

    def _lead(self, body: int, end: int, head: int) -> str:
        """The letters of the lead made of the units from a body unit to an end, the headline left out."""
        key = (body, end, head if body <= head < end else -1)
        if key not in self._leads:
            letters, lines = 0, []
            for index in range(body, end):
                unit = self.units[index]
                if index != head and not unit.role and (not unit.headish or letters):
                    lines.append(unit.text[:max(0, LEAD_LETTERS - letters)])
                    letters += len(unit.text)
            self._leads[key] = "\n".join(lines)
        return self._leads[key]


def _own_score(page: Page, unit: Unit) -> float:
    """How much a unit's own words and setting speak for it as a headline, wherever it stands."""
    score = 0.8 * unit.shape - OVERLAP * OVERLAP_ZERO
    if page.kind == "spaced":
        score += max(-1.6, min(0.8, unit.soft - 1.2))
    score += 0.5 * (unit.lines > 1) + 0.4 * (1 <= unit.level <= 3) + 2.5 * unit.listed
    score -= 0.25 * ("，" in unit.text) + 1.0 * bool(EXPLAINS.search(unit.text)) + 3.0 * unit.tight
    return score - 2.5 if NUMBERED.match(unit.text) else score


def _unused(page: Page, units: Sequence[Unit], h: int, *, sources: bool) -> float:
    """What it costs to leave a headline-like unit inside an article unused."""
    unit = units[h]
    if NUMBERED.match(unit.text):
        return 0.1
    if page.kind == "spaced" and unit.soft < 1:
        return 0.1 + UNUSED_SOFT * max(0.0, unit.soft)
    if h and not units[h - 1].role and not units[h - 1].headish and not units[h - 1].final:
        return 0.2
    if len(unit.text) <= 6:
        return 0.3
    cost = UNUSED + 0.5 * max(0.0, unit.shape) + (1.0 if unit.lines > 1 and page.kind != "paragraphs" else 0.0)
    return cost * (0.5 if sources else 1.0)
