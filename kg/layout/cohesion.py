"""How alike two neighbouring stretches of a page are: the cosine of their weighted bigrams. Between `units` and `segmentation`."""
from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import add, mul

from kg.layout.page import Page
from kg.layout.units import Unit

LEAD_LETTERS = 260


class Running:
    """The running text of a page (all units without a role), with the bigrams told apart that stand in it more than once.

    Every other bigram weighs 1 and can only lengthen a stretch's vector, so that it is enough to count them.
    """

    def __init__(self, page: Page, units: Sequence[Unit]) -> None:
        shown = [unit for unit in units if not unit.role]
        text = "".join(unit.text for unit in shown)
        seams = {left[-1:] + right[:1] for left, right in pairwise([part for unit in shown for part in unit.parts])}
        shared = page.weights.keys() | {seam for seam in seams if seam.isalnum()}
        pairs = list(map(add, text, text[1:]))
        self.shared = shared
        self.weights = dict.fromkeys(seams, 1.0) | page.weights
        self.begins = [0, *accumulate(0 if unit.role else len(unit.text) for unit in units)]
        self.places = [place for place, pair in enumerate(pairs) if pair in shared]
        self.pairs = [pairs[place] for place in self.places]
        self.whole = list(accumulate(map(str.isalnum, pairs), initial=0))

    def cohesion(self, left: int, right: int) -> float:
        """Cosine of the letters before the end of one unit and those from the beginning of another."""
        end, begin = self.begins[left + 1], self.begins[right]
        before, one = self._vector(max(0, end - LEAD_LETTERS), end)
        behind, other = self._vector(begin, min(begin + LEAD_LETTERS, self.begins[-1]))
        dot = sum(value * behind[pair] for pair, value in before.items() if pair in behind)
        return dot / math.sqrt(one * other) if dot else 0.0

    def _vector(self, first: int, last: int) -> tuple[dict[str, float], float]:
        """The weighted counts of the shared bigrams of a stretch, and the square of its vector's length."""
        last -= 1
        if last <= first:
            return {}, 0.0
        begin, end = bisect_left(self.places, first), bisect_left(self.places, last)
        counts = Counter(self.pairs[begin:end])
        values = list(map(mul, counts.values(), map(self.weights.__getitem__, counts)))
        return dict(zip(counts, values, strict=True)), self.whole[last] - self.whole[first] - (end - begin) + sum(map(mul, values, values))
