"""How alike two neighbouring stretches of a page are: the cosine of their weighted bigrams. Between `units` and `facts`."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, filterfalse, pairwise
from operator import add

from kg.layout.page import Page
from kg.layout.units import Unit

LEAD_LETTERS = 260
MARKED = 0
MOST_UNLIKE = 1.2


def shared_weights(page: Page, units: Sequence[Unit]) -> dict[str, float]:
    """The bigrams that may stand in the running text of a page (all units without a role) more than once, with their weights."""
    seams = [left[-1] + right[0] for left, right in pairwise([part for unit in units if not unit.role for part in unit.parts])]
    return dict.fromkeys(filter(str.isalnum, seams), 1.0) | page.weights


def unlikeness(page: Page, units: Sequence[Unit], bodies: Sequence[int], weights: Mapping[str, float]) -> dict[int, float]:
    """For each body unit but the first how much less its letters are like those before it than is usual on the page, up to `MOST_UNLIKE`."""
    running = Running(page, units, weights)
    cohesions = [running.cohesion(left, right) for left, right in pairwise(bodies)]
    middle = sorted(cohesions)[len(cohesions) // 2] if cohesions else 0.0
    return {k: max(-MOST_UNLIKE, min(MOST_UNLIKE, -8 * (cohesion - middle))) for k, cohesion in zip(bodies[1:], cohesions, strict=True)}


class Running:
    """The running text of a page as its pairs of letters in order.

    ``kinds`` are numbers of the shared bigrams, None for every other one, which weighs 1 and can only lengthen a stretch's vector, so that it
    is enough to count them, and `MARKED` for pairs with a mark, which weigh nothing.
    """

    def __init__(self, page: Page, units: Sequence[Unit], weights: Mapping[str, float]) -> None:
        shown = [unit for unit in units if not unit.role]
        pairs: list[str] = []
        seams: list[str] = []
        for before, unit in zip([None, *shown], shown, strict=False):
            if before:
                seams.append(before.text[-1] + unit.text[0])
                pairs.append(seams[-1])
            begin, end = unit.place, unit.place + sum(map(len, unit.parts))
            if end - begin == len(unit.text):
                pairs += page.pairs[begin:end - 1]
            else:  # there is a space between two lines
                own = list(map(add, unit.text, unit.text[1:]))
                seams += own
                pairs += own
        numbers = dict.fromkeys(filterfalse(str.isalnum, chain(page.counts, seams)), MARKED) | {pair: number for number, pair in enumerate(weights, 1)}
        self.squares = [0.0, *[weight * weight for weight in weights.values()]]
        self.begins = [0, *accumulate(0 if unit.role else len(unit.text) for unit in units)]
        self.kinds = list(map(numbers.get, pairs))

    def cohesion(self, left: int, right: int) -> float:
        """Cosine of the letters before the end of one unit and those from the beginning of another."""
        end, begin = self.begins[left + 1], self.begins[right]
        before = self.kinds[max(0, end - LEAD_LETTERS):max(0, end - 1)]
        behind = self.kinds[begin:max(begin, min(begin + LEAD_LETTERS, self.begins[-1]) - 1)]
        vector, other = Counter(filter(None, before)), Counter(filter(None, behind))
        squares = self.squares
        dot, length = 0.0, float(before.count(None))
        for kind, count in vector.items():
            square = squares[kind]
            length += count * count * square
            if kind in other:
                dot += count * other[kind] * square
        if not dot:
            return 0.0
        return dot / math.sqrt(length * (behind.count(None) + sum([count * count * squares[kind] for kind, count in other.items()])))
