"""The sum told behind a list of numbers: 居民医保参保9.6亿人，职工医保参保3.7亿人，合计13.3亿人.

Place in the line: slots (kg.relate.clauses) -> kg.relate.indicators for its name, kg.relate.figures for what it is about. Pure functions.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from kg.relate.clauses import Slot
from kg.relate.wording import HEAD, strip

SUM = re.compile("(?:[两二三四五]者|以上)?(?:合计|共计|总计)(?:约|近|为|达到?|超过?){0,3}")
ROUNDED = Decimal("0.005")  # so much of a sum may be lost where its parts are rounded


def parts_of_sum(slots: Sequence[Slot], index: int) -> list[int]:
    """The places of the numbers before a bare sum, of its unit, that add up to it; empty where it is none."""
    whole = slots[index].quantity
    if slots[index].right or not SUM.fullmatch(slots[index].left):
        return []
    parts, total = [], Decimal(0)
    for place in range(index - 1, -1, -1):
        if slots[place].quantity.unit == whole.unit:
            parts.append(place)
            total += slots[place].quantity.value
            if len(parts) > 1 and abs(total - whole.value) <= ROUNDED * whole.value:
                return parts[::-1]
    return []


def shared_end(names: Sequence[str]) -> str:
    """What several names end with, without half a word before how all are measured.

    >>> shared_end(["居民医保参保人数", "职工医保参保人数"]), shared_end(["男性人数", "女性人数"]), shared_end(["产量", "面积"])
    ('医保参保人数', '人数', '')
    """
    alike = takewhile(lambda column: len(set(column)) == 1, zip(*map(reversed, names), strict=False))
    end = strip("".join([letter for letter, *_ in alike])[::-1])
    head = HEAD.search(end)
    return head[0] if head and head.start() == 1 and end not in names else end if head or end in names else ""
