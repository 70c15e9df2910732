"""How exactly a printed number speaks: the values that it may stand for, by its last printed place and its qualifier."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Figure

NUMBER = re.compile(r"(\d[\d,，]*)(?:\.(\d+))?\s*[余多几]?\s*([十百千万亿]*)")
SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
LOWER_BOUND = ("超过", "不低于", "以上")
UPPER_BOUND = ("不超过", "以下")
ROUGHLY = {"约": Decimal("0.05"), "左右": Decimal("0.05"), "近": Decimal("0.1")}
NO_END = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Range:
    """The values from ``low`` to ``high`` that a printed number may stand for; ``step`` is one of its last printed place."""

    low: Decimal
    high: Decimal
    step: Decimal

    def agrees(self, other: Range) -> bool:
        """Whether one true value may lie behind both; the coarser one may have been cut off instead of rounded."""
        coarse, fine = (self, other) if self.step >= other.step else (other, self)
        cut = coarse.step / 2 if coarse.step > fine.step else Decimal(0)
        low, high = coarse.low - cut * (coarse.low < 0), coarse.high + cut * (coarse.high > 0)
        return (coarse.low, coarse.high) == (fine.low, fine.high) or (low < fine.high and fine.low < high)


def printed_range(figure: Figure) -> Range | None:
    """The values that a figure may stand for, in its own unit; None where its words do not spell its number in digits.

    >>> exact, rough = (Figure(text, Decimal(value), "人", "参保人数") for text, value in (("132,638万人", 1326380000), ("13.26亿人", 1326000000)))
    >>> printed_range(exact).agrees(printed_range(rough))
    True
    """
    step = printed_step(figure)
    if step is None:
        return None
    low, high = figure.value, figure.value_max or figure.value
    if figure.qualifier in LOWER_BOUND or re.search("[余多]", figure.text):
        return Range(low, NO_END, step)
    if figure.qualifier in UPPER_BOUND:
        return Range(Decimal(0), high, step)
    slack = max(step / 2, ROUGHLY.get(figure.qualifier or "", Decimal(0)) * high)
    return Range(low - slack, high + slack, step)


def printed_step(figure: Figure) -> Decimal | None:
    """One of the last printed place of a figure: 1000000 of 13.26亿; None where the words do not spell the value.

    Letters behind the number are tried as multipliers as long as they give the value: 亿 of 8036亿千瓦时, not 亿千.
    """
    found = NUMBER.search(figure.text)
    if not found:
        return None
    whole, decimals, letters = re.sub("[,，]", "", found[1]), found[2] or "", found[3]
    powers = (sum(SCALES[letter] for letter in letters[:length]) for length in range(len(letters), -1, -1))
    steps = (Decimal(1).scaleb(power - len(decimals)) for power in powers)
    return next((step for step in steps if Decimal(whole + decimals) * step == figure.value), None)
