"""Cuts off what a web page prints before and behind its text on the same line: source and caption, reporters, editors, buttons.

Between `outlets` and `scraped`.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.layout.outlets import SIGNED, outlet
from kg.layout.terms import terms

SHORTEST = 60  # letters of a line that has margins
REACH, LONGEST = 420, 160  # letters from the end of a line within which its buttons begin, and those of the credits before them
STOPS, CLOSERS = "。！？", "”’」』）)"
EDITORS = "(?:责任|流程|实习|值班|网络|本期|图文|执行)?(?:编辑|责编|编审|校对|监制|审核|[一二三终初复]审|审校|审读|排版)"
ORIGIN = "(?:内容|本文|文章|稿件)?来源|(?:本文)?转自"
PRINTED = r"《\s*[一-龥]{2,10}\s*》\s*[（(]?\s*20\d\d年\d{1,2}月\d{1,2}日[^。]{0,8}版"  # 《江海日报》（2023年08月05日 第2版）
WHO = r"[一-龥A-Za-z/·、-]{0,14}?(?:记者|通讯员|实习生)(?!.*(?:获悉|了解|采访|表示|调查|注意|看到|发现|走访|提问))[^，。]{2,80}"
CREDITS = re.compile(
    rf"(?:\s*[（(](?:完|[一-龥 、]{{2,16}})[）)])??(?P<credits>\s*(?:[（(【\[]\s*(?:(?:{ORIGIN}|{EDITORS}|作者|原标题|图片)\s?[：:/ ]|作者系|原标题《|图片[由来])|(?:{ORIGIN})\s*[：:/／]|来源\s+[一-龥]{{2,14}}\s*(?:\||$)"
    rf"|[（(]\s*{SIGNED}\s*[）)]\s*(?:[（(【\[]|$)|[文图]\s?/|{EDITORS}\s*[：:/／|丨\s]|{PRINTED}|[（(【]?{WHO}$))")
SURE = re.compile(rf"(?P<credits>[（(【\[]\s?(?:(?:{ORIGIN})[：:]|(?:责任)?编辑[：:]|责编[：:])|(?:{ORIGIN})[：:]|(?:责任|流程)编辑[：:])")  # wherever they stand
TELLS_SOURCE = re.compile(rf"{ORIGIN}|{PRINTED}|[（(]\s*{SIGNED}\s*[）)]")
CAPTION = re.compile(  # 江海市风光。视觉中国 资料图|8月5日，…; 会议现场。|江海网8月5日电
    r"[^，\n]{2,48}?(?:资料图片?|供图|视觉中国\s?图|(?<=\s)摄)(?=\s{0,3}(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日|[近日]日[，，]?|日前|记者|今年|据|[一-龥]{2,5}[网报社](?:[一-龥]{0,4}\d{1,2}月|讯)))"
    r"|[^，。\n]{2,30}。(?=\s?[一-龥]{2,8}[报网社端][一-龥]{0,6}\d{1,2}月\d{1,2}日(?:电|讯|消息))")
CAPTIONED = ("图", "摄", "。")


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, terms("feet"))))


@cache
def _credited() -> re.Pattern[str]:
    """The outlet that a text names before its first words: 来源：江海日报|近日，…"""
    return re.compile(
        rf"\s*(?:[（(【]?(?:{ORIGIN})[：:]\s*(?:原创稿|{outlet()})(?:\s*[－-]\s*[\u4e00-\u9fff《》]{{2,8}}?(?:频道|》))?"
        rf"\s*(?:原创稿)?[】）)]*|(?:{ORIGIN})【[^】]{{2,20}}】；?)\s*(?=\S.{{40}})")


def cut_margins(line: str) -> Iterator[tuple[str, str]]:
    """A line, and apart from it what stands before and behind its text, each with its role.

    >>> text = "江海市公布办法。" * 8
    >>> [part for part, _ in cut_margins("来源：江海日报" + text + "编辑 李明返回搜狐，查看更多") if part != text]
    ['来源：江海日报', '编辑 李明', '返回搜狐，查看更多']
    """
    if len(line) < SHORTEST:
        yield line, ""
        return
    cuts = list(_heads(line))
    buttons = _buttons().search(line, max(SHORTEST, len(line) - REACH))
    end = buttons.start() if buttons else len(line)
    cuts += [*_credits(line, end), *([(end, "furniture")] if buttons else ()), (len(line), "")]
    for (start, role), (stop, _) in pairwise(cuts):
        yield line[start:stop], role


def _heads(line: str) -> Iterator[tuple[int, str]]:
    """Where source, caption and text begin, with their roles."""
    start = 0
    if credited := _credited().match(line):
        yield 0, "source"
        start = credited.end()
    caption = CAPTION.match(line, start) if any(mark in line[start:start + SHORTEST] for mark in CAPTIONED) else None
    if caption:
        yield start, "credit"
        start = caption.end()
    yield start, ""


def _credits(line: str, end: int) -> list[tuple[int, str]]:
    """Where the credits that end at a place begin, with their role: behind the last sentence; nothing where there are none."""
    last = max(line.rfind(stop, 0, end) for stop in STOPS) + 1
    last += len(line[last:end]) - len(line[last:end].lstrip(CLOSERS))
    tail = line[last:end].rstrip()
    hit = (CREDITS.match(tail) or SURE.search(tail)) if tail and last >= SHORTEST and len(tail) <= LONGEST else None
    if not hit:
        return []
    begin = hit.start("credits")
    return [(last + begin, "source" if TELLS_SOURCE.search(tail, begin) else "byline")]
