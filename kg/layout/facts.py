"""What the program that cuts a page asks for: tables over its units and the places between them. Between `headlines` and `segmentation`."""
from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.layout.boundaries import weigh_beginnings
from kg.layout.headlines import Headlines
from kg.layout.page import Page
from kg.layout.units import Unit

SKIP = {"date": 1.0, "signer": 1.0, "docno": 1.0, "enclosure": 1.0, "continued": 1.0, "closing": 2.0, "column": 0.0, "contents": 0.0, "columns": 0.0, "furniture": 0.0, "repeat": 0.0, "intro": 0.2, "byline": 1.0, "credit": 1.0, "source": 2.0}
SKIP_HEAD, SKIP_BODY = 1.6, 6.0
ATTACHED = ("date", "docno", "enclosure", "signer", "annex", "member", "row", "label")
BEGINS = ("intro", "byline", "docno", "column")
CLOSES = ("source", "closing")
BOUND = ("signer", "date", "enclosure", "annex", "member", "row")
CUT, ENCLOSED = -0.5, -4.0
ARTICLE, OVERRUN, HEADLONG = -1.6, -3.5, 7.0
IN_SENTENCE, ELSEWHERE = -0.8, -3.5
UNFINISHED, ENDS, LONGEST_TAIL = -2.5, 1.2, 30
TAIL = re.compile(r"(?:据《[^》]{2,20}》|（完）|[（(]完[）)])$")


@dataclass(frozen=True, slots=True)
class Places:
    """For each place between units whether an article may begin or end there, and what its beginning and its end bring, whatever the other."""

    begins: Sequence[bool]
    ends: Sequence[bool]
    opens: Sequence[float]
    closes: Sequence[float]


class Facts:
    """The units of a page by kind, and for each place between them the sums up to there.

    ``bodies`` are the paragraphs and what is printed with them, ``heads`` the headline-like units. ``ends`` is how much a body unit speaks for
    an end behind it, ``bonus`` what a closing line there adds; ``inside`` how usual a headline is where that one stands within an article.
    """

    def __init__(self, page: Page, units: Sequence[Unit]) -> None:
        self.size = len(units)
        headish = [unit.headish for unit in units]
        self.heads = [i for i, one in enumerate(headish) if one]
        self.bodies = [i for i, unit in enumerate(units) if unit.role in ATTACHED or not (unit.role or headish[i])]
        self.sources = sum(unit.role == "source" for unit in units) >= 3
        self.starts, self.gaps = weigh_beginnings(page, units, self.bodies)
        self.headlines = Headlines(page, units, self.heads, sources=self.sources)
        self._bound = [k for k in self.gaps if units[k].role in BOUND]
        self._skips = [unit.role in SKIP for unit in units]
        self._begins = [not i or headish[i] or headish[i - 1] or self._skips[i - 1] or unit.role in BEGINS for i, unit in enumerate(units)]
        tails = {k for k in self.bodies if TAIL.search(units[k].text, max(0, len(units[k].text) - LONGEST_TAIL))}
        finals = {k: units[k].final for k in self.bodies}
        self.ends = {k: (0.0 if finals[k] or units[k].role else UNFINISHED) + (ENDS if k in tails else 0.0) for k in self.bodies}
        self.bonus = {k: 0.0 if k in tails else ENDS for k in self.bodies}
        self.skips = [SKIP.get(unit.role, SKIP_BODY) if unit.role else SKIP_HEAD if one else SKIP_BODY for unit, one in zip(units, headish, strict=True)]
        places = range(self.size)
        self.bodied = list(accumulate((i in finals for i in places), initial=0))
        self.headed = list(accumulate(headish, initial=0))
        self.closed = list(accumulate((unit.role in CLOSES for unit in units), initial=0))
        self.spent = list(accumulate((self.headlines.costs.get(i, 0.0) for i in places), initial=0.0))
        self.texts = list(accumulate((-1 if one or unit.role else i for i, (unit, one) in enumerate(zip(units, headish, strict=True))), max, initial=-1))
        self.inside = {h: ELSEWHERE if self.bodied[h] and finals[self.bodies[self.bodied[h] - 1]] else IN_SENTENCE for h in self.heads}
        skipped = list(accumulate(self.skips, initial=0.0))
        self.headlong = [cost - skipped[text + 1] > HEADLONG for cost, text in zip(skipped, self.texts, strict=True)]
        self.leads = [self.bodies[number] if number < len(self.bodies) else self.size for number in self.bodied]

    def places(self, unlike: Mapping[int, float]) -> Places:
        """Where articles may begin and end, with how unlike the letters on both sides of a place are."""
        gaps = {k: gap + unlike[k] for k, gap in self.gaps.items()} | dict.fromkeys(self._bound, ENCLOSED)
        cuts = list(accumulate((gaps.get(i, 0.0) for i in range(self.size)), initial=0.0))
        begins = [begins or gaps.get(i, CUT) > CUT for i, begins in enumerate(self._begins)]
        ends = [begins or skips for begins, skips in zip(begins, self._skips, strict=True)] + [True]
        opens = [ARTICLE + self.starts[lead] + cuts[lead + 1] + spent - OVERRUN * closed if lead < self.size else -math.inf
                 for lead, spent, closed in zip(self.leads, self.spent, self.closed, strict=True)]
        return Places(begins, ends, opens, [self._end(place) - cut for place, cut in enumerate(cuts)])

    def _end(self, place: int) -> float:
        """How much speaks for an end at a place, with what unused headlines before it cost and lines that close an article."""
        if not self.bodied[place]:
            return 0.0
        body = self.bodies[self.bodied[place] - 1]
        bonus = self.bonus[body] if self.closed[place] > self.closed[body] else 0.0
        return self.ends[body] - self.spent[place] + OVERRUN * self.closed[body] + bonus

    def titles(self) -> list[int] | None:
        """The headlines before the first paragraph of a page without any behind it, numbered ones aside; None for every other page."""
        first = next((i for i, text in enumerate(self.texts) if text >= 0), 0)
        titles = [h for h in self.heads if not self.headlines.numbered[h]]
        return titles if self.bodies and all(h < first for h in titles) else None
