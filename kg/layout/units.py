"""Joins lines to units: a paragraph, a block of headline lines, or a small line with a role. Between `page` and `segmentation`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.layout.lines import Letters, ends_sentence
from kg.layout.marks import AUTHOR, mark_contents, mark_repeats, mark_signers, mark_stamps
from kg.layout.page import Page
from kg.layout.roles import ADDRESS, ASKED, ATTENDS, CONTINUES, DATELINE, NUMBERED, SIGNER, role_of, title_ends

LONGEST_HEAD = 60
HEADINGS = range(1, 7)  # levels
LONGEST_TITLE = 4  # lines
NOTICES = ("通知", "公告", "通告", "意见", "决定", "批复", "函", "办法", "条例", "规定")  # with which a title ends, not with 重点任务
LONGEST_MASTHEAD = 8  # lines
RUNNING_TEXT = -3.5
OVERLAP_ZERO = 0.35
ENDING = frozenset({"source", "date", "byline", "credit", "furniture", "column", "docno", "continued", "signer", "closing"})
ALONE = ("row", "columns", "annex", "label")  # lines that stand for themselves, whatever is before and behind
SMALL = ("docno", "date", "enclosure", "credit", "source", "byline", *ALONE)
REPORT_OPENING = re.compile(r"^(?:今天（|昨天（|近日|日前|记者|据|目前|此外|同时|其中|为[\u4e00-\u9fff]{2,}|\d{1,2}月\d{1,2}日|\d{4}年)")
LEAD = re.compile(r"^.{0,60}?(?:\d日电|讯|获悉|了解到|近日|日前|今天|昨天|\d{1,2}月\d{1,2}日|记者)")
OPENERS, CLOSERS = "“《（「『(", "”》）」』)"
BRACKETED = re.compile(f"[{OPENERS}]")
SUBTITLE = re.compile("[—–]{2}[一-龥“《]")  # ——甲县2024年经济社会发展综述
ENCLOSED = re.compile("（[^（）]{6,}）")  # （责任单位：省财政厅）
SAYS = re.compile(r"[称说示出调绍道为定]，|记者从|获悉|这是")
ACTORS = ("部门", "机关", "单位", "机构", "人员")  # a line of a law that breaks behind its subject
FIGURE_GOES_ON = re.compile(r"[万亿%％年月日个元人家项]|\.\d")
LETTERHEAD = re.compile(r"^(?!.*关于)[\u4e00-\u9fff、 　]{4,40}(?:公告|通告|文件)$")
DAY_OPENING = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
BREAKS_OFF = "，、：；"
ENDS_OPEN = "的和在为与及等对将从由向把被是并以应须于所其该这每，、：；"


@dataclass(slots=True)
class Unit:
    """A paragraph, a headline block or a small line.

    ``gap`` blank lines stand before it (``tight``: none on a page that has them elsewhere); ``soft`` is how much its setting speaks for a
    headline; ``shape`` how much its words do. ``wrap`` is the width of its column, ``full`` whether its last line fills it; ``item``: it begins
    an item of a list of news.
    ``parts`` are its lines, ``place`` is where they begin in the letters of the page.
    """

    letters: Letters
    parts: tuple[str, ...]
    place: int
    gap: int
    level: int
    wrap: float = 0.0
    full: bool = False
    role: str = ""
    soft: float = 0.0
    shape: float = -9.0
    tight: bool = False
    listed: bool = False
    item: bool = False
    text: str = field(init=False)
    ended: bool = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.letters.text
        self.ended = ends_sentence(self.text) or self.text.endswith("》报道")

    @property
    def lines(self) -> int:
        return len(self.parts)

    @property
    def final(self) -> bool:
        return self.role in ENDING or self.ended

    @property
    def continues(self) -> bool:
        """Whether it can only go on with what stands before."""
        return CONTINUES.match(self.text) is not None

    @property
    def headish(self) -> bool:
        """Whether it may be a headline at all."""
        return not self.role and self.shape > -2.0


def shape_of(text: str, level: int) -> float:
    """How much the words of a line speak for a headline (about 0.5) or against it.

    >>> shape_of("省财政安排3.32亿元支持营造良好消费环境", 0) > 0 > shape_of("据了解，该项资金重点用于强化消费者权益保护。", 0)
    True
    """
    if "。" in text or len(text) > LONGEST_HEAD or DATELINE.match(text) or ASKED.match(text) or (
            ("，" in text or "（" in text) and level not in HEADINGS and REPORT_OPENING.match(text)):
        return RUNNING_TEXT  # whatever else speaks for a headline
    score = 0.5
    if text[-1] in BREAKS_OFF:
        score -= 2.5
    if BRACKETED.search(text) and any(text.count(o) > text.count(c) for o, c in zip(OPENERS, CLOSERS, strict=True)):
        score -= 2
    if SAYS.search(text):
        score -= 1.5
    if text[-1] in ENDS_OPEN or text.endswith(ACTORS):
        score -= 1.5
    if NUMBERED.match(text):
        score -= 1
    if ENCLOSED.fullmatch(text):
        score -= 2
    if not 7 <= len(text) <= 40:
        score -= 0.7
    if CONTINUES.match(text):
        score -= 2
    if SUBTITLE.match(text):
        score -= 1.5
    if level in HEADINGS:
        score += 1.5
    return score


def make_units(page: Page) -> list[Unit]:
    """The units of a page in order, with roles, repeats and contents lists marked."""
    cut = {"paragraphs": _paragraph_units, "blocks": _block_units, "spaced": _spaced_units}[page.kind]
    units = list(cut(page))
    for unit in units:
        unit.shape = shape_of(unit.text, unit.level)
    mark_contents(units)
    if page.kind == "paragraphs":
        mark_stamps(units)
    mark_signers(units)
    for unit, after in pairwise(units):
        if after.role == "credit" and unit.headish and unit.lines == 1 and not unit.level:
            unit.role = "credit"
        if unit.role == "label" and not after.role and ATTENDS.match(after.text):
            after.role = "label"
        if after.role == "docno" and LETTERHEAD.match(unit.text):
            unit.role = "docno"
        if after.text == unit.text and unit.level:
            after.role = "repeat"
    mark_repeats(units, page.kind)
    return units


def _unit(page: Page, first: int, last: int) -> Unit:
    """The unit of some neighbouring lines."""
    rows = page.lines[first:last]
    letters = Letters.joined(rows) if len(rows) > 1 else Letters(rows[0].text, rows[0].runs)
    unit = Unit(letters, tuple([line.text for line in rows]), page.begins[first], rows[0].gap, max([line.level for line in rows]))
    unit.item = rows[0].item
    unit.role = page.roles[first] if len(rows) == 1 else role_of(unit.text)
    if page.kind != "paragraphs":
        unit.wrap = max(page.wraps[first:last])
        unit.full = rows[-1].width >= unit.wrap - 1.6
    return unit


def _paragraph_units(page: Page) -> Iterator[Unit]:
    index, lines = 0, page.lines
    apart = any(line.gap for line in lines[1:])
    while index < len(lines):
        last = index + 1
        if title := _title_lines(page, index):
            yield _unit(page, index, index + title)
            index += title
            continue
        while (apart and last < len(lines) and last - index < 3 and lines[last].gap == 0
               and all(_headline_line(page, i) for i in range(index, last + 1)) and lines[last].level == 0
               and not SIGNER.match(lines[last].text)):  # who issues it stands under a title
            last += 1
        if last - index == 2 and role_of(lines[index].text + lines[last - 1].text):
            last = index + 1
        yield _unit(page, index, last)
        index = last


def _title_lines(page: Page, first: int) -> int:
    """How many lines from here are the title of an official document: the organ or 关于 in the first of them, its number or those whom it
    addresses behind them; 0 for a title of one line."""
    opening = page.lines[first].text
    if opening.endswith(title_ends()) or not ("关于" in opening or SIGNER.match(opening)):
        return 0
    for count in range(2, LONGEST_TITLE + 1):
        last = first + count
        if last >= len(page.lines) or any(page.finals[i] or page.roles[i] or NUMBERED.match(page.lines[i].text) for i in range(first, last)):
            return 0
        title = "".join(line.text for line in page.lines[first:last])
        if page.roles[last] in ("docno", "source") or ADDRESS.match(page.lines[last].text):
            return count if len(title) <= LONGEST_HEAD and title.endswith(title_ends()) else 0
        if title.endswith(NOTICES) and title.count("《") == title.count("》"):
            return 0
    return 0


def _headline_line(page: Page, index: int) -> bool:
    line, text = page.lines[index], page.lines[index].text
    listed = NUMBERED.match(text) or ATTENDS.match(text) or AUTHOR.fullmatch(text)
    return 3 < line.width <= 30 and not page.finals[index] and not page.roles[index] and not listed and shape_of(text, 0) > -2


def _block_units(page: Page) -> Iterator[Unit]:
    lines, roles, finals = page.lines, page.roles, page.finals
    titles = {i: count for i in range(len(lines)) if (count := _title_lines(page, i))}
    inside = {i + n for i, count in titles.items() for n in range(1, count)}
    after_title = {i + count for i, count in titles.items()}
    begins = [i for i in range(len(lines)) if i not in inside and (i == 0 or lines[i].gap or i in titles or i in after_title)] + [len(lines)]
    for first, last in pairwise(begins):
        if last - first <= max(3 + (roles[last - 1] == "byline"), titles.get(first, 0), LONGEST_MASTHEAD * (first == 0 and any(roles[first:last]))) and not any(_ends_text(page, i) for i in range(first, last)):
            if any(roles[first:last]) and last - first > 1:
                yield from (_unit(page, begin, end) for begin, end in _headed(page, first, last))
            else:
                yield _unit(page, first, last)
            continue
        start = first
        for index in range(first, last):
            done = finals[index] and page.short(index)
            after = index + 1 < last and (roles[index + 1] in ("docno", "date", "source") or DATELINE.match(lines[index + 1].text) is not None)
            apart = index + 1 < last and (roles[index + 1] in ALONE or _begins_clause(page, index + 1) or _subhead(page, index))
            if index + 1 == last or done or apart or roles[index] in SMALL or (after and (finals[index] or page.short(index))):
                unit = _unit(page, start, index + 1)
                unit.tight = start > first
                yield unit
                start = index + 1


def _begins_clause(page: Page, index: int) -> bool:
    """Whether a line is a numbered one below a line that ends, or does not fill the column."""
    return NUMBERED.match(page.lines[index].text) is not None and (page.finals[index - 1] or page.short(index - 1))


def _subhead(page: Page, index: int) -> bool:
    """Whether a short line is a numbered heading (一、总体要求), or the title of what is enclosed below the day of a notice."""
    if page.finals[index] or not page.short(index) or shape_of(page.lines[index].text, 0) <= -2:
        return False
    return NUMBERED.match(page.lines[index].text) is not None or (index > 0 and page.roles[index - 1] == "date")


def _headed(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The units of a block with small lines: each line for itself, but a headline in lines over a byline (乙县开展 / “敲门行动” / □本报记者李明)."""
    lines = range(first, last - 1)
    if page.roles[last - 1] in ("byline", "continued") and len(lines) > 1 and all(not page.roles[i] and _headline_line(page, i) for i in lines):
        return [(first, last - 1), (last - 1, last)]
    return [(i, i + 1) for i in range(first, last)]


def _ends_text(page: Page, index: int) -> bool:
    """Whether a line ends a paragraph, and is no headline that calls out."""
    text = page.lines[index].text
    return page.finals[index] and not (text[-1] in "！？" and shape_of(text, 0) > -1)


def _spaced_units(page: Page) -> Iterator[Unit]:
    index = 0
    open_since: int | None = None
    while index < len(page.lines):
        role = page.roles[index]
        if open_since is None and (title := _title_lines(page, index)):
            yield _unit(page, index, index + title)
            index += title
            continue
        if open_since is None or role in ("docno", *ALONE) or page.lines[index].role or page.finals[index - 1] or page.roles[index - 1]:
            soft, count = (0.0, 1) if role else _soft_head(page, index)
            if count:
                if open_since is not None:
                    yield _unit(page, open_since, index)
                    open_since = None
                unit = _unit(page, index, index + count)
                unit.soft = soft
                yield unit
                index += count
                continue
        if open_since is None:
            open_since = index
        if (page.finals[index] and page.short(index)) or role == "credit":
            yield _unit(page, open_since, index + 1)
            open_since = None
        index += 1
    if open_since is not None:
        yield _unit(page, open_since, len(page.lines))


def _soft_head(page: Page, first: int) -> tuple[float, int]:
    """The best score of one to three lines from here as a headline, and their number; (0, 0) where none is one."""
    best = (0.0, 0)
    for last in range(first, min(first + 3, len(page.lines))):
        if _ends_text(page, last) or (last > first and page.roles[last]):
            break
        score = _soft_score(page, first, last + 1, best[0])
        if score >= best[0] and (score > best[0] or not best[1]):
            best = (score, last + 1 - first)
    return best


def _soft_score(page: Page, first: int, last: int, least: float) -> float:
    """How much the setting of some lines and their words speak for a headline, or less than a least score."""
    lines, begins = page.lines, page.begins
    text = page.text[begins[first]:begins[last]]
    score = shape_of(text, 0)
    if score <= -2:
        return score
    if page.glued:
        if last - first > 1:
            score += 2.5 if all(line.gap == 0 for line in lines[first + 1:last]) else -1.0
        if last < len(lines) and lines[last].gap == 0 and not page.roles[last]:
            score -= 1.5
    if last - first == 1:
        width, wrap = lines[first].width, page.wraps[first]
        score += 1.2 if width > wrap + 3 else 1.0 if width < wrap - 4 else -1.0 if width >= wrap - 0.6 else -1.2 if width >= wrap - 3.2 else 0
        score -= "，" in text
    if last < len(lines):
        score += _soft_following(page, text, last)
    seams = [page.pairs[begins[i] - 1] for i in range(first + 1, min(last + 1, len(lines))) if not (page.glued and lines[i].gap == 0)]
    score -= 1.2 * min(2, sum(seam.isalnum() and page.counts[seam] > 0 for seam in seams))
    if DAY_OPENING.match(text):
        score -= 2
    if score + 3 * (1 - OVERLAP_ZERO) < least:
        return score
    after = page.text[begins[last]:begins[min(last + 22, len(lines))]][:220]
    before = page.text[begins[max(0, first - 45)]:begins[first]][-500:]
    fits, other = page.overlap(text, after, before)
    return score + 3 * (max(fits, 0.8 * other) - OVERLAP_ZERO)


def _soft_following(page: Page, text: str, last: int) -> float:
    """How much the line behind some lines speaks for or against them as a headline."""
    following, role = page.lines[last].text, page.roles[last]
    score = 0.0
    if CONTINUES.match(following) or (text[-1].isdigit() and FIGURE_GOES_ON.match(following)):
        score -= 2.5
    if DATELINE.match(following) or ADDRESS.match(following):
        return score + 1.5
    if role in ("byline", "docno", "continued"):
        return score + (2.0 if role == "docno" else 1.0)
    return score + 0.7 if LEAD.match(following) else score
