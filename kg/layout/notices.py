"""Puts the lines of an official document right: paragraphs that were cut at the width of a printed page, its title, a signature beside its day.

Notices and laws are copied from files set for print: every line is as wide as the page, a paragraph begins two letters in, and — 3 — stands between
two pages. Between `lines` and `page`, which then has a paragraph a line. Newspapers, whose columns vary, stay as they are.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from kg.layout.lines import Letters, Line, width_of
from kg.layout.roles import ADDRESS, DATE, NUMBERED, SIGNER, role_of, title_ends

TITLE_END = re.compile(r"（(?:20\d\d(?:[-—–]20\d\d)?年(?:版|度)?|试行|暂行|修订版?|征求意见稿)）(?:的(?:批复|通知|公告|意见|决定|函|复函))?")
DAY_ENDS = "日）0123456789"
SIGNATURE = re.compile("([^0-9]{3,24}?)([0-9]{4}[^，。；]{5,8})")
TITLE = re.compile("《([^《》]{4,60})》")
PAGE_NUMBER = re.compile(r"[-—–]{1,2}\d{1,3}[-—–]{1,2}|第\d{1,3}页(?:[，/]?共\d{1,3}页)?|(?P<bare>\d{1,3})(?:/\d{1,3})?")
CLAUSE = re.compile("第[一二三四五六七八九十百零0-9]{1,6}[条章节]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
FEWEST, NARROWEST = 8, 18  # lines of a document, letters of a line
SLACK = 2.2  # letters by which a full line may fall short: no line begins with a mark, and no number is cut
FULL, WIDER = 0.2, 0.03  # shares of the lines
LONG, RAGGED = 0.7, 0.15  # of the width, of the full lines: long lines that end nowhere and are not full
FEW = 3  # clauses of a notice, indented lines
INDENT, DEEPEST = 2, 4  # letters in which a paragraph begins; what stands further in is centred


def put_right(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of a document: who signs and the day apart, a paragraph a line, a title with the years at its end."""
    return rejoin_titles(unwrap(text, [part for line in lines for part in signature(line)]))


def signature(line: Line) -> tuple[Line, ...]:
    """A line; who signs and the day as two, where it is both, with a gap between them."""
    hit = SIGNATURE.fullmatch(line.text) if line.text[-1] in DAY_ENDS and not line.role else None
    if not hit or not SIGNER.match(hit[1]) or not DATE.match(hit[2]) or hit.end(1) not in accumulate(map(len, line.runs)):
        return (line,)
    letters = Letters(line.text, line.runs)
    who, day = letters[:hit.end(1)], letters[hit.end(1):]
    return Line(who.text, who.runs, width_of(who.text), line.gap, line.level), Line(day.text, day.runs, width_of(day.text), 0)


class Setting(NamedTuple):
    """How the lines of a document are set: of each whether it fills the width of the page, whether it is indented as the first of a paragraph;
    the titles that the document tells, and how many blank lines stand between most of its lines."""

    full: list[bool]
    indented: list[bool]
    titles: frozenset[str]
    gap: int

    @property
    def indents(self) -> bool:
        """Whether paragraphs begin with an indent: some full lines have one and some have none."""
        first = sum(map(all, zip(self.full, self.indented, strict=True)))
        return min(first, sum(self.full) - first) >= FEW


def unwrap(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a document, a paragraph a line where it is an official one that was cut at one width; as they are, where it is not."""
    rows = without_page_numbers(lines)
    setting = setting_of(text, rows)
    if setting is None or not (setting.indents or official(rows)):
        return lines
    begins = [begin for begin in range(1, len(rows)) if begins_paragraph(rows, begin, setting)]
    return [joined(rows[first:last]) for first, last in pairwise([0, *begins, len(rows)])]


def setting_of(text: str, rows: Sequence[Line]) -> Setting | None:
    """How lines are set, or None where they are not cut at one width."""
    indents = [indent(text, row) for row in rows]
    begun = [one if one <= DEEPEST else 0.0 for one in indents]
    widths, counts = ([size + one for size, one in zip(sizes, begun, strict=True)] for sizes in ([row.width for row in rows], [len(row.text) for row in rows]))
    if len(rows) < FEWEST:
        return None
    width, count = common(widths), common(counts)
    if width < NARROWEST:
        return None
    off = [(one - width, other - count) for one, other in zip(widths, counts, strict=True)]
    short = [max(pair) < -SLACK for pair in off]
    ragged = sum(one and wide > LONG * width and not row.final for one, wide, row in zip(short, widths, rows, strict=True))
    full = len(rows) - sum(short)
    if full < FULL * len(rows) or sum(min(pair) > SLACK for pair in off) > WIDER * len(rows) or ragged > RAGGED * full:
        return None
    titles = frozenset(TITLE.findall("".join([row.text for row in rows])))
    return Setting([not one for one in short], [one >= INDENT for one in indents], titles, sorted(row.gap for row in rows)[len(rows) // 2])


def begins_paragraph(rows: Sequence[Line], index: int, setting: Setting) -> bool:
    """Whether a line begins a paragraph: the one before does not fill the page, or either tells by its words or its setting."""
    before, row = rows[index - 1], rows[index]
    if not setting.full[index - 1] or (setting.indents and setting.indented[index]) or (row.gap > setting.gap and before.final):
        return True
    if before.text in setting.titles or (NUMBERED.match(row.text) and (before.text[-1] in "。；：）" or row.text[0] != "第")):
        return True  # 违反本条例|第三条规定 goes on
    return bool(row.role or before.role or role_of(row.text) or role_of(before.text) or ADDRESS.match(before.text))


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
    """The lines without those that number the pages, of which bare ones count up; no blank line is left at their place."""
    hits = {index: hit for index, line in enumerate(lines) if (hit := PAGE_NUMBER.fullmatch(line.text))}
    counted = {index for index, hit in hits.items() if not hit["bare"]}
    for (first, one), (second, two) in pairwise(hits.items()):
        if one["bare"] and two["bare"] and int(two["bare"]) == int(one["bare"]) + 1:
            counted |= {first, second}
    return [replace(line, gap=0) if index - 1 in counted else line for index, line in enumerate(lines) if index not in counted]


def official(rows: Sequence[Line]) -> bool:
    """Whether lines are of a notice or a law: numbered clauses, or whom it addresses."""
    return sum(CLAUSE.match(row.text) is not None for row in rows) >= FEW or any(ADDRESS.match(row.text) for row in rows[:FEWEST])


def common(measures: Sequence[float]) -> float:
    """The width to which lines are cut: that of the widest tenth begins there."""
    return sorted(measures)[len(measures) * 9 // 10]


def indent(text: str, row: Line) -> float:
    """How many letters in a line begins."""
    start = row.runs[0].start
    return width_of(text[text.rfind("\n", 0, start) + 1:start])


def joined(part: Sequence[Line]) -> Line:
    """The lines of one paragraph as a line."""
    if len(part) == 1:
        return part[0]
    letters = Letters.joined(part)
    return Line(letters.text, letters.runs, width_of(letters.text), part[0].gap, part[0].level)
