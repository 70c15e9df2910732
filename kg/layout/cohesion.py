"""How alike two neighbouring stretches of a page are: the cosine of their weighted bigrams. Between `units` and `segmentation`."""
from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, compress, pairwise
from operator import add

from kg.layout.page import Page
from kg.layout.units import Unit

LEAD_LETTERS = 260


class Running:
    """The running text of a page (all units without a role), with the bigrams told apart that stand in it more than once.

    Every other bigram weighs 1 and can only lengthen a stretch's vector, so that it is enough to count them.
    """

    def __init__(self, page: Page, units: Sequence[Unit]) -> None:
        shown = [unit for unit in units if not unit.role]
        seams = [left[-1] + right[0] for left, right in pairwise([part for unit in shown for part in unit.parts])]
        weights = dict.fromkeys(filter(str.isalnum, seams), 1.0) | page.weights
        pairs: list[str] = []
        for before, unit in zip([None, *shown], shown, strict=False):
            if before:
                pairs.append(before.text[-1] + unit.text[0])
            begin, end = unit.place, unit.place + sum(map(len, unit.parts))
            pairs += page.pairs[begin:end - 1] if end - begin == len(unit.text) else map(add, unit.text, unit.text[1:])
        numbers = {pair: number for number, pair in enumerate(weights, 1)}
        found = list(map(numbers.get, pairs))
        self.shared = weights.keys()
        self.squares = [0.0, *[weight * weight for weight in weights.values()]]
        self.begins = [0, *accumulate(0 if unit.role else len(unit.text) for unit in units)]
        self.places = list(compress(range(len(found)), found))
        self.numbers = list(filter(None, found))
        self.sums = list(accumulate(map(self.squares.__getitem__, self.numbers), initial=0.0))
        self.whole = list(accumulate(map(str.isalnum, pairs), initial=0))

    def cohesion(self, left: int, right: int) -> float:
        """Cosine of the letters before the end of one unit and those from the beginning of another."""
        end, begin = self.begins[left + 1], self.begins[right]
        before, one = self._vector(max(0, end - LEAD_LETTERS), end)
        behind, other = self._vector(begin, min(begin + LEAD_LETTERS, self.begins[-1]))
        dot = 0.0
        for number, count in before.items():
            if number in behind:
                dot += count * behind[number] * self.squares[number]
        return dot / math.sqrt(one * other) if dot else 0.0

    def _vector(self, first: int, last: int) -> tuple[Counter[int], float]:
        """The counts of the shared bigrams of a stretch, and the square of the length of its vector of weighted counts."""
        last -= 1
        if last <= first:
            return Counter(), 0.0
        begin = bisect_left(self.places, first)
        end = bisect_left(self.places, last, begin)
        counts = Counter(self.numbers[begin:end])
        length = self.whole[last] - self.whole[first] - (end - begin) + self.sums[end] - self.sums[begin]
        for number, count in counts.items():
            if count > 1:
                length += (count * count - count) * self.squares[number]
        return counts, length
