"""Marks the foot of a web page: what else there is to read, behind the last article. Between `lines` and `page`."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.layout.lines import Line
from kg.layout.terms import terms

LONGEST = 45  # letters of a headline there


@cache
def _related() -> re.Pattern[str]:
    return re.compile(rf"[^一-龥]{{0,3}}(?:{'|'.join(terms('related'))})[^一-龥]{{0,3}}(?:更多[^一-龥]{{0,3}})?")


def mark_foot(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those furniture that list other articles behind 相关阅读; where sentences follow, they are text of their own."""
    start = next((index for index in range(len(lines) - 1, 0, -1) if _related().fullmatch(lines[index].text)), len(lines))
    if any((line.final and line.text[-1] not in "！？") or line.width > LONGEST for line in lines[start:]) or not any(line.final for line in lines[:start]):
        return list(lines)
    return [*lines[:start], *(replace(line, role="furniture") for line in lines[start:])]
