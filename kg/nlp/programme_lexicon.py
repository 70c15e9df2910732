"""Programmes that the lexicon knows, with the year, number or place that the page puts before them.

Reads the hits of `kg.nlp.programme_tables`; stands beside `kg.nlp.programme_grammar`.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from kg.nlp.programme_tables import QUOTES, Form, Hit, Scan, tables

RECURRING = tuple("会展节赛周月日季坛年动演查运考")
EDITION = re.compile(r"(?:20\d\d年?(?:度)?)?(?:第[一二三四五六七八九十百零〇\d]{1,4}[届次]|首届)?\Z")
ROUND, ROUND_ENDS = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}轮)?第[一二三四五六七八九十\d]{1,3}[轮批]\Z"), ("轮", "批")
INSPECTION, AGAIN = "督察", re.compile("(?P<turn>第[一二三四五六]轮)(?:环保)?督察(?![一-龥]{0,2}组)")  # 第二轮|督察 behind 中央生态环境保护督察
IN_ROUNDS = ("督察", "集采", "集中采购", "集中带量采购", "集中带量采购和使用")  # 第二轮中央生态环境保护督察, 第十批国家组织药品集采
EDITION_ENDS = frozenset("年度届次0123456789")
YEAR = re.compile(r"20\d\d")
PLENUM = re.compile(r"(?:中国共产党|中共|党的)?(?:第)?([一二三四五六七八九十]{1,3})届(?:中央委员会)?(?:第)?([一二三四五六七](?:中、[一二三四五六七])*)$")
CONGRESS = re.compile(r"(?:党的|中共)([一二三四五六七八九十]{1,3})大(?![会学量型])")
KNOWN = 9.0  # the score of a name that stands as it is, whatever is printed
OPEN, CLOSE = "“‘「『", "”’」』"
OPENS, CLOSES = frozenset(OPEN), frozenset(CLOSE)
EDGES, VERBS = frozenset(("verb", "neutral", "weak", "soft", "deed", "stop", "vague")), frozenset(("verb",))
OPENING, CLOSING = re.compile(f"[{OPEN}]"), re.compile(f"[{CLOSE}]")
NATIONAL, LOWER = ("国家", "全国", "中央"), frozenset("省级")
JOINS = frozenset("、和及与")
NATIONS = tuple("我各全中外两本该他")  # letters that are words with 国 behind them
NOT_AFTER_TIED = frozenset("局厅部办委系码云卡类基网中队所站室率人者职登")


H = TypeVar("H", bound=tuple[Any, ...])


class Found(NamedTuple):
    """A programme on the page: where, its main name, and how sure (the grammar's score; the lexicon is above all scores)."""

    start: int
    end: int
    name: str
    score: float


def is_taken(masked: bytearray, start: int, end: int) -> bool:
    """True where another name holds the stretch or reaches beyond it; one that lies inside a longer programme does not."""
    if masked.find(1, start, end) < 0:
        return False
    inside = masked[start:end]
    beyond = (inside[0] and start > 0 and masked[start - 1]) or (inside[-1] and end < len(masked) and masked[end])
    return bool(beyond) or 0 not in inside


def is_number_edge(text: str, start: int, end: int) -> bool:
    """True where a form of digits or letters is only the middle of a longer number or word."""
    if not text[start].isascii() and not text[end - 1].isascii():
        return False
    before, after = text[start - 1:start], text[end:end + 1]
    left = text[start].isascii() and text[start].isalnum() and before.isascii() and before.isalnum()
    right = text[end - 1].isascii() and text[end - 1].isalnum() and after.isascii() and (after.isalnum() or after in ".%-")
    number = text[start:end].isdigit() and after != "" and after in "万亿元人件个家户次项年名千多余吨度%％、"
    return left or right or number


def year_end(text: str, start: int, end: int) -> int:
    """Where the name ends when a year follows it inside its quotation marks: “净网2025”."""
    return end + 4 if text[start - 1:start] in OPENS and YEAR.match(text, end) and text[end + 4:end + 5] in CLOSES else end


def is_quoted(text: str, start: int, end: int) -> bool:
    """True where quotation marks stand directly around the stretch, or inside it."""
    return (text[start - 1:start] in OPENS and text[end:end + 1] in CLOSES) or any(c in QUOTES for c in text[start:end])


def edition_start(text: str, start: int) -> int:
    """Where the name begins when the year or number of a recurring event stands directly before it.

    >>> edition_start("参加第七届进博会", 5)
    2
    """
    begin = max(0, start - 14)
    hit = EDITION.search(text[begin:start])
    return begin + hit.start() if hit else start


def longest(hits: list[H]) -> list[H]:
    """Hits without overlaps, the longest first, then the leftmost.

    >>> longest([(0, 2, "服务"), (1, 4, "务中心"), (6, 8, "平台")])
    [(1, 4, '务中心'), (6, 8, '平台')]
    """
    kept: list[H] = []
    cluster: list[H] = []
    reach = 0
    for hit in sorted(hits, key=itemgetter(0)):
        if hit[0] >= reach and cluster:
            kept += cluster if len(cluster) == 1 else _longest(cluster)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit[1])
    return kept + (cluster if len(cluster) < 2 else _longest(cluster))


def _longest(cluster: list[H]) -> list[H]:
    """The same for hits that all hang together."""
    kept: list[H] = []
    for hit in sorted(cluster, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(hit[1] <= other[0] or other[1] <= hit[0] for other in kept):
            kept.append(hit)
    return sorted(kept)


def accept(text: str, hit: Hit, form: Form, masked: bytearray, scanned: Scan) -> bool:
    """True where the form may stand here: no other name on it, no longer number around it, quoted or free where it must be."""
    if is_number_edge(text, hit.start, hit.end) or is_taken(masked, hit.start, hit.end):
        return False
    if text[hit.start] == "国" and text[hit.start - 1:hit.start] in NATIONS:
        return False  # 我|国考|古
    if form.tied and text[hit.end:hit.end + 1] in NOT_AFTER_TIED:
        return False
    if form.free and not form.quoted and "\u4e00" <= text[hit.start - 1:hit.start] <= "\u9fff":
        if not scanned.word_ends_at(hit.start, EDGES):
            return False
    return not form.quoted or is_quoted(text, hit.start, year_end(text, hit.start, hit.end))


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the quotation mark that stands next to it, where the stretch holds only the other one of the pair."""
    before, after = text[start - 1:start] in OPENS, text[end:end + 1] in CLOSES
    if not before and not after:
        return start, end
    surplus = len(CLOSING.findall(text, start, end)) - len(OPENING.findall(text, start, end))
    if surplus > 0 and before:
        return start - 1, end
    return (start, end + 1) if surplus < 0 and after else (start, end)


def shared_heads(text: str, scanned: Scan, hits: list[Hit]) -> Iterator[Found]:
    """Schemes that leave their head to the last of a list: 基本养老、失业、工伤保险 names three."""
    forms = tables().forms
    joined = [hit for hit in hits if text[hit.start - 1:hit.start] in JOINS and forms[hit.key].row.kind == "insurance"]
    if not joined:
        return
    inner = {i for h in hits if not forms[h.key].tied for i in range(h.start, h.end)}
    tied = {h.end: h for h in scanned.forms if forms[h.key].tied and forms[h.key].row.kind == "insurance" and h.start not in inner}
    for hit in joined:
        start = hit.start
        while text[start - 1:start] in JOINS and start - 1 in tied:
            part = tied[start - 1]
            yield Found(part.start, part.end, forms[part.key].row.name, KNOWN)
            start = part.start


def find_congresses(text: str) -> Iterator[Found]:
    """Party congresses and plenums with their full names: 党的二十大, 二十届三中全会."""
    at = text.find("中全会")
    while at >= 0:
        hit = PLENUM.search(text[max(0, at - 18):at])
        if hit:
            begin, end = max(0, at - 18) + hit.start(), at + 3
            for place, number in reversed(list(enumerate(hit.group(2).split("中、")))):  # 十九届二中、三中、四中全会: one for each
                first = text.rfind(number, begin, end) if place else begin
                yield Found(first, end, f"中国共产党第{hit.group(1)}届中央委员会第{number}次全体会议", KNOWN)
                end = first - 1
        at = text.find("中全会", at + 3)
    for hit in CONGRESS.finditer(text):
        yield Found(hit.start(), hit.end(), f"中国共产党第{hit.group(1)}次全国代表大会", KNOWN)


def is_weighty(text: str, scanned: Scan, hit: Hit, headlines: bytearray) -> bool:
    """True where a form stands in a headline, in quotation marks or behind a verb of founding, holding or using."""
    return bool(headlines[hit.start]) or is_quoted(text, hit.start, hit.end) or scanned.word_ends_at(hit.start, VERBS)


def recurs(name: str) -> bool:
    """Whether a name is of an event that is held again and again: a fair, a week; no development (协同发展)."""
    return name.rstrip(CLOSE).endswith((*RECURRING, "会议")) and not name.endswith("发展")


def find_known(text: str, scanned: Scan, masked: bytearray, headlines: bytearray) -> list[Found]:
    """Programmes of the lexicon in the text; ``masked`` marks other names, ``headlines`` the headlines."""
    forms = tables().forms
    free = [h for h in scanned.forms if (forms[h.key].simple and masked.find(1, h.start, h.end) < 0) or accept(text, h, forms[h.key], masked, scanned)]
    hits = longest(free)
    own = Counter([forms[h.key].row.name for h in hits if not forms[h.key].tied])
    found = []
    for hit in hits:
        row = forms[hit.key].row
        times = own[row.name]
        if row.name.startswith(NATIONAL) and text[hit.start - 1:hit.start] in LOWER and not text.startswith(NATIONAL, hit.start):
            continue  # 省级|科技重大专项
        if not times or (row.told and times < 2 and not is_weighty(text, scanned, hit, headlines)):
            continue
        start, end = balanced(text, hit.start, year_end(text, hit.start, hit.end))
        if text[start - 1:start] in EDITION_ENDS and recurs(row.name):
            start = edition_start(text, start)
        elif text[start - 1:start] in ROUND_ENDS and row.name.endswith(IN_ROUNDS) and (turn := ROUND.search(text, max(0, start - 6), start)):
            start = turn.start()
        name = text[start:hit.start].strip(OPEN) + row.name if start < hit.start else row.name
        found.append(Found(start, end, name, KNOWN))
    inspected = {row for row in own if row.endswith(INSPECTION)} if INSPECTION in text else set()
    if len(inspected) == 1:
        again = [hit for hit in AGAIN.finditer(text) if 1 not in masked[hit.start():hit.end()]]
        found += [Found(*hit.span(), hit["turn"] + next(iter(inspected)), KNOWN) for hit in again]
    found += shared_heads(text, scanned, hits)
    found += [f for f in find_congresses(text) if 1 not in masked[f.start:f.end]]
    return sorted(set(found))
