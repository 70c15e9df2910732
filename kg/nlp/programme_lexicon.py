"""Programmes that the lexicon knows, with the year, number or place that the page puts before them.

Reads the hits of `kg.nlp.programme_tables`; stands beside `kg.nlp.programme_grammar`.
"""
from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from kg.nlp.programme_tables import QUOTES, Form, Hit, Scan, tables

RECURRING = tuple("会展节赛周月日季坛年动演查运考")
EDITION = re.compile(r"(?:20\d\d年?(?:度)?)?(?:第[一二三四五六七八九十百零〇\d]{1,4}[届次])?$|首届$")
OPEN, CLOSE = "“‘「『", "”’」』"
NOT_AFTER_TIED = "局厅部办委系码云卡类基网中队所站室"


class Found(NamedTuple):
    """A programme on the page: where, its main name, and how sure (the grammar's score; the lexicon is above all scores)."""

    start: int
    end: int
    name: str
    score: float


def is_number_edge(text: str, start: int, end: int) -> bool:
    """True where a form of digits or letters is only the middle of a longer number or word."""
    before, after = text[start - 1:start], text[end:end + 1]
    left = text[start].isascii() and text[start].isalnum() and before.isascii() and before.isalnum()
    right = text[end - 1].isascii() and text[end - 1].isalnum() and after.isascii() and (after.isalnum() or after in ".%-")
    number = text[start:end].isdigit() and after != "" and after in "万亿元人件个家户次项年名千多余吨度%％、"
    return left or right or number


def is_quoted(text: str, start: int, end: int) -> bool:
    """True where quotation marks stand directly around the stretch, or inside it."""
    return (text[start - 1:start] in tuple(OPEN) and text[end:end + 1] in tuple(CLOSE)) or any(c in QUOTES for c in text[start:end])


def edition_start(text: str, start: int) -> int:
    """Where the name begins when the year or number of a recurring event stands directly before it.

    >>> edition_start("参加第七届进博会", 5)
    2
    """
    begin = max(0, start - 14)
    hit = EDITION.search(text[begin:start])
    return begin + hit.start() if hit else start


def longest(hits: list[Hit]) -> list[Hit]:
    """Hits without overlaps, the longest first, then the leftmost."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        span = range(hit.start, hit.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return sorted(kept)


def accept(text: str, hit: Hit, form: Form, masked: bytearray, edges: frozenset[int]) -> bool:
    """True where the form may stand here: no other name on it, no longer number around it, quoted or free where it must be."""
    if is_number_edge(text, hit.start, hit.end) or 1 in masked[hit.start:hit.end]:
        return False
    if form.tied and text[hit.end:hit.end + 1] in tuple(NOT_AFTER_TIED):
        return False
    if form.free and not form.quoted and "\u4e00" <= text[hit.start - 1:hit.start] <= "\u9fff" and hit.start not in edges:
        return False
    return not form.quoted or is_quoted(text, hit.start, hit.end)


def find_known(text: str, scanned: Scan, masked: bytearray, headlines: int) -> list[Found]:
    """Programmes of the lexicon in the text; ``masked`` marks other names, ``headlines`` is where the headlines end."""
    forms = tables().forms
    edges = frozenset(h.end for h in scanned.cuts if tables().cuts[h.key] != "whole")
    hits = longest([h for h in scanned.forms if accept(text, h, forms[h.key], masked, edges)])
    own = Counter(forms[h.key].row.name for h in hits if not forms[h.key].tied)
    verbs = {h.end for h in scanned.cuts if tables().cuts[h.key] == "verb"}
    found = []
    for hit in hits:
        row = forms[hit.key].row
        if not own[row.name]:
            continue
        if row.told and own[row.name] < 2 and hit.start >= headlines and hit.start not in verbs and not is_quoted(text, hit.start, hit.end):
            continue
        start = edition_start(text, hit.start) if row.name.endswith(RECURRING) else hit.start
        name = text[start:hit.start] + row.name if start < hit.start else row.name
        found.append(Found(start, hit.end, name, 9.0))
    return found
