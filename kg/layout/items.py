"""Tells the items of a list of news, with their headlines or without: 【…】…, 1. …, ■…, and the fields of a saved page (标题：…, 正文：…).

Between `smalls` and `notices`.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.layout.lines import Letters, Line, width_of
from kg.layout.smalls import as_printed, signed

BRACKETED = re.compile(r"[■●▲◆]?【(?P<head>[^】【]{8,50})】(?=.{20}|$)")
OUTLET = re.compile("(?:讯|消息|报道|记者.{0,8}|电)$")  # 【江海网报道】
NUMBER = re.compile(r"(?P<number>\d{1,2})\s*[.．、](?:(?!\d)|(?=\d{1,2}月\d{1,2}日))")
COUNTED = re.compile("(?P<number>[一二三四五六七八九十])、")  # in a list of news, under its column's name or masthead
PLACE = re.compile("【[一-龥]{2,6}】")  # 【甲市】4月3日，甲市召开就业工作推进会
BULLET = re.compile("[■●▲◆★▶►]")
CUE = re.compile(r"近日|日前|近期|今天|昨天|今日|昨日|今年以来|记者|获悉|\d{1,2}月\d{1,2}日|\d日(?:[，上下从在]|起)")
COLUMN = re.compile("(?:要闻|简讯|快讯|短讯|动态|速递|速览|新闻|回顾|大事记|播报|简报|快报|早报|晚报|集锦|信息)(?:[（(][^（）()]{2,30}[）)])?$")
NEAR = 18  # letters from the beginning of an item without a headline within which it tells its day
TITLE, TEXT = re.compile("(?:标题|题名)[：:]"), re.compile("(?:正文|内容)[：:]")
FIELDS = 6  # lines between the title and the text of a saved page
HEADING = 2  # the level of a headline that is told so
FIT, MOST = 0.4, 0.6  # share of a headline's pairs in its text, of the items that tell a day
FEWEST_HEAD, SHORT = 8, 8  # letters of a headline at least, of a column's name at most


def mark_items(lines: Sequence[Line]) -> list[Line]:
    """The lines of a document, headlines of items apart from their text and without their numbers; the first line of an item without one is marked."""
    told = [part for line in fields(lines) for part in bracketed(line)]
    return [part for line in listed(told) for part in signature_apart(line)]


def fields(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a saved page without what they are called: 标题：甲省出台办法 / 来源：甲省日报 / 正文：近日，…"""
    titles = [index for index, line in enumerate(lines) if TITLE.match(line.text) and len(line.text) > FEWEST_HEAD
              and any(TEXT.match(below.text) for below in lines[index + 1:index + FIELDS])]
    if not titles:
        return list(lines)
    found = []
    for index, line in enumerate(lines):
        near = any(0 < index - title < FIELDS for title in titles)
        hit = TITLE.match(line.text) if index in titles else TEXT.match(line.text) if near else None
        if not hit:
            found.append(line)
        elif hit.end() < len(line.text):
            found.append(part_of(line, hit.end(), len(line.text), level=HEADING if index in titles else line.level, role=""))
    return found


def bracketed(line: Line) -> tuple[Line, ...]:
    """A line, its headline apart from its text: 【甲省下达就业补助资金28亿元】3月1日，…"""
    hit = BRACKETED.match(line.text)
    if line.role or not hit or OUTLET.search(hit["head"]) or "。" in hit["head"] or (hit.end() < len(line.text) and not line.final):
        return (line,)
    head = part_of(line, hit.start("head"), hit.end("head"), level=HEADING)
    return (head, part_of(line, hit.end(), len(line.text))) if hit.end() < len(line.text) else (head,)


def listed(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of lists of news told as items."""
    runs = [run for mark in (NUMBER, BULLET, COUNTED, PLACE) for run in _runs(lines, mark, counted=mark in (NUMBER, COUNTED))]
    parts: dict[int, tuple[Line, ...]] = {}
    for run in runs:
        above = run[0] - 1
        first = not any(line.final for line in lines[:run[0]])
        column = above >= 0 and _column(lines[above])
        if not (above < 0 or lines[above].role or column) or not ((first and _headed(lines, run)) or ((first or column) and _bare(lines, run))):
            continue
        for index in run:
            parts[index] = _item(lines[index])
        if above >= 0 and not lines[above].role:
            parts[above] = (replace(lines[above], role="column"),)
    return [part for index, line in enumerate(lines) for part in parts.get(index, (line,))]


def _column(line: Line) -> bool:
    """Whether a line over a list may be its column's name: 简讯, 甲县一周要闻（3月3日—9日）."""
    return not line.final and (len(line.text) <= SHORT or COLUMN.search(line.text) is not None) and line.text[-1] not in "：:"


def _runs(lines: Sequence[Line], mark: re.Pattern[str], *, counted: bool) -> list[list[int]]:
    """The lines of a page that begin with a mark, where they are a list: counted from 1, or each with the same mark."""
    hits = [(index, hit) for index, line in enumerate(lines) if not line.role and (hit := mark.match(line.text))]
    if len(hits) < 2:
        return []
    numbers = [str(number) for number in range(1, len(hits) + 1)]
    alike = mark is PLACE or len({hit[0] for _, hit in hits}) == 1
    right = [hit["number"] for _, hit in hits] in (numbers, list("一二三四五六七八九十"[:len(hits)])) if counted else alike
    return [[index for index, _ in hits]] if right else []


def _headed(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether the lines of a list are headlines, each over the text that repeats its words, of which most tell when it was."""
    cues = 0
    for index in run:
        head, text = _unmarked(lines[index].text), next((line.text for line in lines[index + 1:index + 3] if not line.role), "")
        own = {a + b for a, b in pairwise(head)}
        fits = sum(pair in text for pair in own) >= FIT * len(own) and len(text) > 1.2 * len(head) and text.endswith(("。", "”", "）"))
        if lines[index].final or len(head) < FEWEST_HEAD or not fits:
            return False
        cues += CUE.search(text) is not None
    return cues >= MOST * len(run)


def _bare(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether the lines of a list are items as they are, one below the other, of which most begin with their day or have a headline before a gap."""
    told = [CUE.search(_unmarked(lines[index].text)[:NEAR + 4]) is not None or _head_end(lines[index]) > 0 for index in run]
    return run[-1] - run[0] < 2 * len(run) and all(lines[index].final for index in run) and sum(told) >= MOST * len(run)


def _unmarked(text: str) -> str:
    return text[_mark_end(text):]


def _mark_end(text: str) -> int:
    hit = NUMBER.match(text) or BULLET.match(text) or COUNTED.match(text)
    return hit.end() if hit else 0


def _head_end(line: Line) -> int:
    """Where the headline ends that stands before a gap in an item's line; 0 for none: ▲市人社局举办招聘会 3月5日，…"""
    begin = _mark_end(line.text)
    place = 0
    for left, right in pairwise(line.runs):
        place += len(left)
        head = line.text[begin:place]
        if right.start > left.stop and len(head) >= FEWEST_HEAD:
            return 0 if re.search("[，。；：]", head) or len(head) > 40 or not re.match("[一-龥\\d“《]", line.text[place:]) else place
    return 0


def _item(line: Line) -> tuple[Line, ...]:
    """An item without its mark: its headline and its text, the headline alone, or the text, which then begins an item."""
    begin, end, size = _mark_end(line.text), _head_end(line), len(line.text)
    if not line.final:
        return (part_of(line, begin, size, level=HEADING),)
    return (part_of(line, begin, end, level=HEADING), part_of(line, end, size)) if end else (replace(part_of(line, begin, size), item=True),)


def signature_apart(line: Line) -> tuple[Line, ...]:
    """A line, apart from it the bracket behind its last sentence with the unit and the name of who sent it in: …。（县人社局 刘燕）"""
    place = line.text.rfind("。（") + 1
    if line.role or not place or len(line.text) - place > 30 or not signed(as_printed(line_part := part_of(line, place, len(line.text)))):
        return (line,)
    return part_of(line, 0, place), replace(line_part, role="closing", gap=0)


def part_of(line: Line, start: int, stop: int, *, level: int = 0, role: str | None = None) -> Line:
    """Some letters of a line as a line."""
    letters = Letters(line.text, line.runs)[start:stop]
    return Line(letters.text, letters.runs, width_of(letters.text), line.gap, level, line.role if role is None else role)
