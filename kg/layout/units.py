"""Joins lines to units: a paragraph, a block of headline lines, or a small line with a role. Between `page` and `segmentation`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.layout.dates import STAMP
from kg.layout.lines import Letters, Line, ends_sentence
from kg.layout.page import Page, bigrams
from kg.layout.roles import ADDRESS, CONTINUES, DATE, DATELINE, NUMBERED, SIGNER, role_of

LONGEST_HEAD = 60
ENDING = frozenset({"source", "date", "byline", "credit", "furniture", "column", "docno", "continued", "signer", "closing"})
REPORTER = re.compile(r"记者从|获悉|这是")
REPORT_OPENING = re.compile(r"^(?:今天（|昨天（|近日|日前|记者|据|目前|此外|同时|其中|为[\u4e00-\u9fff]{2,}|\d{1,2}月\d{1,2}日|\d{4}年)")
LEAD = re.compile(r"^.{0,60}?(?:\d日电|讯|获悉|了解到|近日|日前|今天|昨天|\d{1,2}月\d{1,2}日|记者)")
OPENERS, CLOSERS = "“《（「『(", "”》）」』)"
SAYS = re.compile(r"(?:[称说示出调绍道为定])，")
ACTORS = ("部门", "机关", "单位", "机构", "人员")  # a line of a law that breaks behind its subject
FIGURE_GOES_ON = re.compile(r"[万亿%％年月日个元人家项]|\.\d")
ENDS_OPEN = re.compile(r"(?:[的和在为与及等对将从由向把被是并以应须于所其该这每]|，|、|：|；)$")


@dataclass(slots=True)
class Unit:
    """A paragraph, a headline block or a small line.

    ``gap`` blank lines stand before it (``tight``: none on a page that has them elsewhere); ``soft`` is how much its setting speaks for a
    headline; ``shape`` how much its words do. ``wrap`` is the width of its column, ``full`` whether its last line fills it.
    ``parts`` are its lines, ``place`` is where they begin in the letters of the page.
    """

    letters: Letters
    lines: int
    gap: int
    level: int
    wrap: float
    role: str = ""
    soft: float = 0.0
    shape: float = -9.0
    tight: bool = False
    full: bool = False
    parts: tuple[str, ...] = ()
    place: int = 0
    listed: bool = False

    @property
    def text(self) -> str:
        return self.letters.text

    @property
    def final(self) -> bool:
        return self.role in ENDING or ends_sentence(self.text) or self.text.endswith("》报道")

    @property
    def continues(self) -> bool:
        """Whether it can only go on with what stands before."""
        return bool(CONTINUES.search(self.text))

    @property
    def headish(self) -> bool:
        """Whether it may be a headline at all."""
        return not self.role and self.shape > -2.0


def shape_of(text: str, level: int) -> float:
    """How much the words of a line speak for a headline (about 0.5) or against it.

    >>> shape_of("省财政安排3.32亿元支持营造良好消费环境", 0) > 0 > shape_of("据了解，该项资金重点用于强化消费者权益保护。", 0)
    True
    """
    score = 0.5
    if "。" in text or DATELINE.search(text) or len(text) > LONGEST_HEAD:
        score -= 4
    if REPORT_OPENING.search(text) and ("，" in text or "（" in text):
        score -= 4
    if score <= -3.5:
        return score  # running text, whatever else speaks for a headline
    if re.search("[，、：；]$", text):
        score -= 2.5
    if any(text.count(o) > text.count(c) for o, c in zip(OPENERS, CLOSERS, strict=True)):
        score -= 2
    if SAYS.search(text) or REPORTER.search(text):
        score -= 1.5
    if ENDS_OPEN.search(text) or text.endswith(ACTORS):
        score -= 1.5
    if NUMBERED.search(text):
        score -= 1
    if not 7 <= len(text) <= 40:
        score -= 0.7
    if CONTINUES.search(text):
        score -= 2
    if 1 <= level <= 6:
        score += 1.5
    return score


def make_units(page: Page) -> list[Unit]:
    """The units of a page in order, with roles, repeats and contents lists marked."""
    cut = {"paragraphs": _paragraph_units, "blocks": _block_units, "spaced": _spaced_units}[page.kind]
    units = [unit for unit in cut(page) if unit.text]
    for unit in units:
        unit.role = unit.role or role_of(unit.text)
        unit.shape = shape_of(unit.text, unit.level)
    _mark_contents(units)
    if page.kind == "paragraphs":
        _mark_stamps(units)
    _mark_signers(units)
    for unit, after in zip(units, units[1:], strict=False):
        if after.role == "credit" and unit.headish and unit.lines == 1:
            unit.role = "credit"
    _mark_repeats(units, page.kind)
    return units


def _unit(page: Page, first: int, last: int) -> Unit:
    """The unit of some neighbouring lines."""
    rows = page.lines[first:last]
    letters = Letters.joined(rows)
    wrap = max(page.wraps[first:last])
    return Unit(letters, len(rows), rows[0].gap, max(line.level for line in rows), wrap, full=rows[-1].width >= wrap - 1.6,
                parts=tuple(line.text for line in rows), place=page.begins[first])


def _paragraph_units(page: Page) -> Iterator[Unit]:
    index, lines = 0, page.lines
    apart = any(line.gap for line in lines[1:])
    while index < len(lines):
        last = index + 1
        while (apart and last < len(lines) and last - index < 3 and lines[last].gap == 0
               and all(_headline_line(line) for line in lines[index:last + 1]) and lines[last].level == 0):
            last += 1
        if last - index == 2 and role_of(lines[index].text + lines[last - 1].text):
            last = index + 1
        yield _unit(page, index, last)
        index = last


def _headline_line(line: Line) -> bool:
    text = line.text
    return 3 < line.width <= 30 and not line.final and not NUMBERED.search(text) and not role_of(text) and shape_of(text, 0) > -2 \
        and not DATE.search(text)


def _block_units(page: Page) -> Iterator[Unit]:
    lines = page.lines
    begins = [i for i in range(len(lines)) if i == 0 or lines[i].gap] + [len(lines)]
    for first, last in zip(begins, begins[1:], strict=False):
        if last - first <= 3 and not any(_ends_text(line) for line in lines[first:last]):
            roles = [role_of(line.text) for line in lines[first:last]]
            if any(roles) and last - first > 1:
                yield from (_unit(page, i, i + 1) for i in range(first, last))
            else:
                yield _unit(page, first, last)
            continue
        start = first
        for index in range(first, last):
            ends = lines[index].final and page.short(index)
            here = role_of(lines[index].text) in ("docno", "date", "enclosure", "credit", "source", "byline")
            after = index + 1 < last and (DATELINE.search(lines[index + 1].text) or role_of(lines[index + 1].text) in ("docno", "date", "source"))
            if index + 1 == last or ends or here or (after and (lines[index].final or page.short(index))):
                unit = _unit(page, start, index + 1)
                unit.tight = start > first
                yield unit
                start = index + 1


def _ends_text(line: Line) -> bool:
    """Whether a line ends a paragraph, and is no headline that calls out."""
    return line.final and not (line.text[-1] in "！？" and shape_of(line.text, 0) > -1)


def _spaced_units(page: Page) -> Iterator[Unit]:
    lines, index = page.lines, 0
    open_since: int | None = None
    while index < len(lines):
        role = role_of(lines[index].text)
        if open_since is None or role == "docno" or lines[index - 1].final or role_of(lines[index - 1].text):
            head = (0.0, 0) if role else _soft_head(page, index)
            if role or head[1]:
                if open_since is not None:
                    yield _unit(page, open_since, index)
                    open_since = None
                count = 1 if role else head[1]
                unit = _unit(page, index, index + count)
                unit.soft = head[0]
                yield unit
                index += count
                continue
        if open_since is None:
            open_since = index
        if lines[index].final and page.short(index):
            yield _unit(page, open_since, index + 1)
            open_since = None
        index += 1
    if open_since is not None:
        yield _unit(page, open_since, len(lines))


def _soft_head(page: Page, first: int) -> tuple[float, int]:
    """The best score of one to three lines from here as a headline, and their number; (0, 0) where none is one."""
    best = (0.0, 0)
    for count in (1, 2, 3):
        rows = page.lines[first:first + count]
        if len(rows) < count or any(map(_ends_text, rows)) or any(role_of(line.text) for line in rows[1:]):
            break
        score = _soft_score(page, first, count)
        if score >= max(best[0], 0.0) and (score > best[0] or not best[1]):
            best = (score, count)
    return best


def _soft_score(page: Page, first: int, count: int) -> float:
    lines, rows = page.lines, page.lines[first:first + count]
    text = "".join(line.text for line in rows)
    score = shape_of(text, 0)
    if score <= -2:
        return score
    after = "".join(line.text for line in lines[first + count:first + count + 22])
    before = "".join(line.text for line in lines[max(0, first - 45):first])
    if page.glued:
        if count > 1:
            score += 2.5 if all(line.gap == 0 for line in rows[1:]) else -1.0
        if first + count < len(lines) and lines[first + count].gap == 0 and not role_of(lines[first + count].text):
            score -= 1.5
    wrap = page.wraps[first]
    for line in rows[:1] if count == 1 else ():
        score += 1.2 if line.width > wrap + 3 else 1.0 if line.width < wrap - 4 else -1.0 if line.width >= wrap - 0.6 else -1.2 if line.width >= wrap - 3.2 else 0
        score -= "，" in text
    following = lines[first + count].text if first + count < len(lines) else ""
    if CONTINUES.search(following) or (text[-1:].isdigit() and FIGURE_GOES_ON.match(following)):
        score -= 2.5
    if DATELINE.search(following) or ADDRESS.search(following):
        score += 1.5
    elif role_of(following) in ("byline", "docno", "continued"):
        score += 2 if role_of(following) == "docno" else 1
    elif LEAD.search(following):
        score += 0.7
    score += 3 * (max(page.overlap(text, after[:220]), 0.8 * page.overlap(text, before[-500:])) - 0.35)
    breaks = 0.0
    for left, right in zip(lines[first:first + count], lines[first + 1:first + count + 1], strict=False):
        glued = page.glued and right.gap == 0
        seam = left.text[-1] + right.text[0]
        if not glued and seam.isalnum() and page.counts[seam]:
            breaks += 1.2
    score -= min(2.4, breaks)
    return score - 2 * bool(re.match(r"\d{4}年\d{1,2}月\d{1,2}日", text))


def _mark_signers(units: list[Unit]) -> None:
    """The organs over the date of a notice; after them, the title of what is enclosed repeats the notice's own."""
    for after, unit in pairwise(reversed(units)):
        if after.role in ("date", "signer") and all(map(SIGNER.search, unit.parts)):
            unit.role = "signer"
    titles: list[set[str]] = []
    signed = False
    for unit in units:
        signed = signed or unit.role in ("date", "enclosure")
        own = bigrams(unit.text) if unit.headish else []
        if unit.headish and signed and not unit.listed and len(own) > 3 and any(sum(pair in title for pair in own) >= 0.9 * len(own) for title in titles):
            unit.role = "annex"
        elif unit.headish:
            titles.append(set(own))


def _mark_stamps(units: list[Unit]) -> None:
    """A day between a headline and its text is the day of publishing, as in a byline, not that of a signature."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if before.headish and (unit.role == "date" or (not unit.role and STAMP.match(unit.text))) and not after.role and not after.headish:
            unit.role = "byline"


def _mark_contents(units: list[Unit]) -> None:
    """From 目录 to the last line that stands again below: contents; the lines below are told by them."""
    start = next((i for i, u in enumerate(units[:40]) if u.text in ("目录", "本期目录", "目次", "本期导读")), None)
    if start is None:
        return
    later: dict[str, int] = {}
    for index, unit in enumerate(units):
        later |= dict.fromkeys((unit.text, *unit.parts), index)
    last = start
    for index in range(start + 1, len(units)):
        if max(later[text] for text in (units[index].text, *units[index].parts)) > index and not units[index].final:
            last = index
        elif index - last > 4:
            break
    titles = {text for unit in units[start:last + 1] for text in (unit.text, *unit.parts)}
    for index in range(start, last + 1):
        units[index].role = "contents"
    for unit in units[last + 1:]:
        unit.listed = unit.text in titles


def _mark_repeats(units: list[Unit], kind: str) -> None:
    """Paragraphs that are printed twice, as a whole or, where a paragraph is a line, as its head or tail."""
    seen: set[str] = set()
    shown = "\n"  # all of them, each a line
    for index, unit in enumerate(units):
        text = unit.text.lstrip("“‘")
        if unit.role or len(text) < 12 or unit.level or unit.listed:
            continue
        before = next((u for u in reversed(units[:index]) if not u.role), None)
        if before is not None and not before.final and not before.headish:
            repeat = False
        else:
            repeat = text in seen or (kind == "paragraphs" and len(text) >= 20 and (f"\n{text}" in shown or f"{text}\n" in shown))
        if repeat:
            unit.role = "repeat"
        else:
            seen.add(text)
            shown += f"{text}\n"
