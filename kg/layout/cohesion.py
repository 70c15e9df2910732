"""How alike two neighbouring stretches of a page are: the cosine of their weighted bigrams. Between `units` and `segmentation`."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain, filterfalse, pairwise, repeat
from operator import add

from kg.layout.page import Page
from kg.layout.units import Unit

LEAD_LETTERS = 260
ALONE, MARKED = 0, 1


class Running:
    """The running text of a page (all units without a role), with the bigrams told apart that stand in it more than once.

    ``kinds`` are its pairs of letters in order: numbers of those bigrams, `ALONE` for every other one, which weighs 1 and can only lengthen a
    stretch's vector, so that it is enough to count them, and `MARKED` for pairs with a mark, which weigh nothing.
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
        numbers = dict.fromkeys(filterfalse(str.isalnum, chain(page.counts, seams)), MARKED) | {pair: n for n, pair in enumerate(weights, 2)}
        self.shared = weights.keys()
        self.squares = [1.0, 0.0, *[weight * weight for weight in weights.values()]]
        self.begins = [0, *accumulate(0 if unit.role else len(unit.text) for unit in units)]
        self.kinds = list(map(numbers.get, pairs, repeat(ALONE)))

    def cohesion(self, left: int, right: int) -> float:
        """Cosine of the letters before the end of one unit and those from the beginning of another."""
        end, begin = self.begins[left + 1], self.begins[right]
        before = Counter(self.kinds[max(0, end - LEAD_LETTERS):max(0, end - 1)])
        behind = Counter(self.kinds[begin:max(begin, min(begin + LEAD_LETTERS, self.begins[-1]) - 1)])
        one, other = before.pop(ALONE, 0), behind.pop(ALONE, 0)
        dot = 0.0
        squares = self.squares
        for kind, count in before.items():
            square = squares[kind]
            one += count * count * square
            if kind in behind:
                dot += count * behind[kind] * square
        if not dot:
            return 0.0
        return dot / math.sqrt(one * (other + sum([count * count * squares[kind] for kind, count in behind.items()])))
