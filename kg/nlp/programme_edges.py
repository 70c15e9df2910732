"""Where the name of a programme may begin: marks around it, and the left edges that a head gives it.

Stands between `kg.nlp.programme_page`, whose positions it reads, and `kg.nlp.programme_grammar`, which weighs the edges.
"""
from __future__ import annotations

import re
from bisect import bisect_left

from kg.nlp.programme_lexicon import CLOSES, CLOSING, OPEN, OPENS
from kg.nlp.programme_page import PAIRS, STOP, Page, Words, marks_between
from kg.nlp.programme_tables import Hit, tables

PAIRED = {"“": "”", "‘": "’", "「": "」", "『": "』"}
NATIONAL = re.compile(r"全国|国家|中国|中华人民共和国|中央财政|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|(?<![（(])20\d\d[年—\-]?"
    r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥](?:[（(]20\d\d[）)])?年")
IN_BRACKETS = re.compile("（[^（）]*）|\\([^()]*\\)")
REACH = 44


def is_open(text: str, at: int) -> bool:
    """True where an opening quotation mark stands here."""
    return text[at:at + 1] in OPENS


def is_close(text: str, at: int) -> bool:
    """True where a closing quotation mark stands here."""
    return text[at:at + 1] in CLOSES


def ends_clause(text: str, at: int) -> bool:
    """True where punctuation or the end of the text stands here, or behind a closing quotation mark here."""
    at += is_close(text, at)
    return at >= len(text) or text[at] in STOP


def is_han(text: str, at: int) -> bool:
    """True where a Chinese character stands here."""
    return "\u4e00" <= text[at:at + 1] <= "\u9fff"


def left_limit(page: Page, head: Hit) -> int:
    """Leftmost place where a name with this head may begin: after punctuation or another name, quoted parts jumped over."""
    text, i, floor = page.text, head.start, max(0, head.start - REACH)
    while (at := page.barred.rfind(1, floor, i)) >= 0:
        opened = text.rfind(PAIRS[text[at]], floor, at) if text[at] in PAIRS else -1
        if opened < 0 or "\n" in text[opened:at]:
            return at + 1
        i = opened
    return floor


def quote_around(text: str, head: Hit) -> int | None:
    """Where the name begins when quotation marks close directly behind the head, whatever punctuation is between them."""
    if not is_close(text, head.end):
        return None
    opened = max(text.rfind(o, max(0, head.start - REACH), head.start) for o in OPEN)
    if opened < 0 or any(c in CLOSES or c == "\n" for c in text[opened:head.end]):
        return None
    return opened + 1


def left_edges(words: Words, head: Hit, limit: int, around: int | None) -> list[int]:
    """Where a name with this head could begin, from left to right; not inside of a known name or of quotation marks."""
    text, page, classes = words.text, words.page, tables().cuts
    if CLOSING.search(text, head.start, head.end):  # “住所云”平台: the head begins within the quotation marks
        opened = max(text.rfind(mark, max(0, head.start - REACH), head.start) for mark in OPEN)
        return [opened] if opened >= 0 and "\n" not in text[opened:head.start] else []
    cuts = words.cuts_between(limit, head.start)
    stops = [end for at, end, word in cuts if classes[word] == "stop" and not page.in_quotes(at, limit)]
    limit = stops[-1] if stops else limit
    edges = {limit, *(end for _, end, _ in cuts if end >= limit)}
    for lead in NATIONAL.finditer(text, limit, head.start) if page.leads.find(1, limit, head.start) >= 0 else ():
        i = lead.start()
        if i == limit or words.cut_ends_at(i) or i in page.place_ends or not is_han(text, i - 1) or (text[i].isdigit() and words.head_at(i)):
            edges.add(i)
    edges.update(marks_between(page.place_starts, limit, head.start))
    quotes = page.opens[bisect_left(page.opens, limit):bisect_left(page.opens, head.start)]
    edges.update(quotes)
    if around is not None:
        edges.add(around)
    for quote in quotes:
        edges.difference_update(range(quote + 1, text.find(PAIRED[text[quote]], quote, head.start) + 1))
    for bracket in IN_BRACKETS.finditer(text, limit, head.start):
        edges.difference_update(range(bracket.start() + 1, bracket.end()))
    return sorted(edges - page.known_inner)
