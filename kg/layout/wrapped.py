"""Puts the paragraphs of an official document back that were cut at the width of a printed page, and takes the numbers of its pages out.

Notices and laws are copied from files set for print: every line is as wide as the page, a paragraph begins two letters in, and — 3 — stands between
two pages. Between `lines` and `page`, which then has a paragraph a line. Newspapers, whose columns vary, stay as they are.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.layout.lines import Letters, Line, width_of
from kg.layout.roles import ADDRESS, NUMBERED, role_of, title_ends

TITLE_END = re.compile(r"（(?:20\d\d(?:[-—–]20\d\d)?年(?:版|度)?|试行|暂行|修订版?|征求意见稿)）(?:的(?:批复|通知|公告|意见|决定|函|复函))?")
PAGE_NUMBER = re.compile(r"[-—–]{1,2}(\d{1,3})[-—–]{1,2}|第(\d{1,3})页(?:[，/]?共\d{1,3}页)?|(\d{1,3})(?:/\d{1,3})?")
CLAUSE = re.compile("第[一二三四五六七八九十百零]{1,6}[条章节]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
FEWEST, NARROWEST = 8, 18  # lines of a document, letters of a line
SLACK = 2.2  # letters by which a full line may fall short: no line begins with a mark, and no number is cut
FULL, WIDER = 0.2, 0.03  # shares of the lines
LONG, RAGGED = 0.7, 0.15  # of the width, of the full lines: long lines that end nowhere and are not full
CLAUSES = 3
INDENT, DEEPEST = 2, 4  # letters in which a paragraph begins; what stands further in is centred


def unwrap(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a document, a paragraph a line where it is an official one that was cut at one width; as they are, where it is not."""
    rows = without_page_numbers(lines)
    if len(rows) < FEWEST or not official(rows):
        return lines
    indents = [indent(text, row) for row in rows]
    begun = [one if one <= DEEPEST else 0 for one in indents]
    widths, counts = [row.width + one for row, one in zip(rows, begun, strict=True)], [len(row.text) + one for row, one in zip(rows, begun, strict=True)]
    width, count = common(widths), common(counts)
    full = [wide >= width - SLACK or many >= count - SLACK for wide, many in zip(widths, counts, strict=True)]
    wider = sum(wide > width + SLACK and many > count + SLACK for wide, many in zip(widths, counts, strict=True))
    ragged = sum(not filled and wide > LONG * width and not row.final for filled, wide, row in zip(full, widths, rows, strict=True))
    if width < NARROWEST or sum(full) < FULL * len(rows) or wider > WIDER * len(rows) or ragged > RAGGED * sum(full):
        return lines
    first = sum(one >= INDENT and filled for one, filled in zip(indents, full, strict=True))
    told = min(first, sum(full) - first) >= CLAUSES
    spaced = sum(row.gap > 0 for row in rows) > len(rows) / 2
    paragraphs = [[rows[0]]]
    for index, (before, row) in enumerate(pairwise(rows), 1):
        begins = not full[index - 1] or row.role or before.role or role_of(row.text) or (row.gap and not spaced) or (
            told and indents[index] >= INDENT) or (before.text[-1] in "。；：）" and NUMBERED.match(row.text)) or ADDRESS.match(before.text)
        if begins:
            paragraphs.append([])
        paragraphs[-1].append(row)
    return [part[0] if len(part) == 1 else joined(part) for part in paragraphs]


def rejoin_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines of a document, those put to the title before them that can only be its end: （2018—2035年）的批复."""
    whole: list[Line] = []
    for line in lines:
        if whole and TITLE_END.fullmatch(line.text) and not whole[-1].final and whole[-1].text.endswith(title_ends()):
            whole[-1] = joined((whole[-1], line))
        else:
            whole.append(line)
    return whole


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that number the pages, which count up from one to the next; no blank line is left at their place."""
    numbers = {index: int(next(filter(None, hit.groups()))) for index, line in enumerate(lines) if (hit := PAGE_NUMBER.fullmatch(line.text))}
    counted = {index for (first, one), (second, two) in pairwise(numbers.items()) if two == one + 1 for index in (first, second)}
    return [Line(line.text, line.runs, line.width, 0, line.level, line.role) if index - 1 in counted else line
            for index, line in enumerate(lines) if index not in counted]


def official(rows: Sequence[Line]) -> bool:
    """Whether lines are of a notice or a law: numbered clauses, or whom it addresses."""
    return sum(CLAUSE.match(row.text) is not None for row in rows) >= CLAUSES or any(ADDRESS.match(row.text) for row in rows[:FEWEST])


def common(measures: Sequence[float]) -> float:
    """The width to which lines are cut: that of the widest tenth begins there."""
    return sorted(measures)[len(measures) * 9 // 10]


def indent(text: str, row: Line) -> float:
    """How many letters in a line begins."""
    start = row.runs[0].start
    return width_of(text[text.rfind("\n", 0, start) + 1:start])


def joined(part: Sequence[Line]) -> Line:
    """The lines of one paragraph as a line."""
    letters = Letters.joined(part)
    return Line(letters.text, letters.runs, width_of(letters.text), part[0].gap, part[0].level)
