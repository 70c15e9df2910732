"""Programmes that no lexicon knows, found by the noun that ends their name and what stands around it.

Every head word of the table that ends a name gives candidates, one for each possible left edge; a table of scores
(kg/data/lexicons/programme_scores.tsv) picks the edge and decides whether it is a name. Only positions are read, never a
pattern over a wide class of characters.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.nlp.programme_lexicon import CLOSE, OPEN, Found, longest
from kg.nlp.programme_tables import Hit, Scan, tables

STOP = frozenset("，。；：！？、…·—（）()《》〈〉【】\n,;:!?|/#*>■●▲◆")
PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "("}
NATIONAL = re.compile(r"全国|国家|中国|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|20\d\d[年—\-]?")
GOES_ON = tuple("建工管体系人员类性化中费者型力量率额法例书证商品网站点单")
MAY_FOLLOW = ("业务", "工作", "服务", "试点", "启动", "正式", "建成", "建设", "项目", "活动", "中的", "管理办法", "工程", "平台")
REACH = 44


@dataclass(frozen=True, slots=True)
class Page:
    """A text with all positions that the grammar reads."""

    text: str
    scanned: Scan
    masked: bytearray
    headlines: int
    places: frozenset[int]
    cuts: tuple[Hit, ...]
    cut_starts: tuple[int, ...]
    cut_by_end: dict[int, str]
    heads: tuple[Hit, ...]
    head_starts: frozenset[int]


def make_page(text: str, scanned: Scan, masked: bytearray, headlines: int, places: frozenset[int]) -> Page:
    """The positions that the grammar reads: cut words that are not part of a longer word, heads that end a name."""
    known = tables()
    words = [h for h in scanned.cuts if known.cuts[h.key] == "whole"] + [h for h in scanned.forms if len(h.key) > 2]
    covered = bytearray(len(text))
    for word in words:
        covered[word.start:word.end] = b"\x01" * (word.end - word.start)
    cuts = tuple(longest([h for h in scanned.cuts if known.cuts[h.key] != "whole" and not (1 in covered[h.start:h.end])]))
    by_end: dict[int, Hit] = {}
    for hit in scanned.heads:
        if hit.end not in by_end or hit.start < by_end[hit.end].start:
            by_end[hit.end] = hit
    return Page(text, scanned, masked, headlines, places, cuts, tuple(h.start for h in cuts), {h.end: known.cuts[h.key] for h in cuts},
                tuple(by_end[end] for end in sorted(by_end)), frozenset(h.start for h in scanned.heads))


def left_limit(page: Page, head: Hit) -> int:
    """Leftmost place where a name with this head may begin: after punctuation or another name, quoted parts jumped over."""
    text, i, floor = page.text, head.start, max(0, head.start - REACH)
    while i > floor:
        c = text[i - 1]
        if c in PAIRS:
            opened = text.rfind(PAIRS[c], floor, i - 1)
            if opened < 0 or "\n" in text[opened:i]:
                return i
            i = opened
            continue
        if c in STOP or c in OPEN or page.masked[i - 1]:
            return i
        i -= 1
    return i


def left_edges(page: Page, head: Hit) -> Iterator[int]:
    """Where a name with this head could begin, from left to right."""
    limit = left_limit(page, head)
    edges = {limit}
    first, last = bisect_left(page.cut_starts, limit), bisect_right(page.cut_starts, head.start)
    edges.update(h.end for h in page.cuts[first:last] if h.end <= head.start)
    edges.update(limit + m.start() for m in NATIONAL.finditer(page.text[limit:head.start]))
    edges.update(i for i in page.places if limit <= i < head.start)
    edges.update(i for i in range(limit, head.start) if page.text[i] in OPEN)
    return iter(sorted(edges))


def inside(page: Page, start: int, end: int) -> float:
    """What the cut words inside a candidate, outside its quoted parts, cost."""
    scores, total = tables().scores, 0.0
    first, last = bisect_left(page.cut_starts, start), bisect_left(page.cut_starts, end)
    for hit in page.cuts[first:last]:
        if hit.end > end:
            continue
        opened = max(page.text.rfind(o, start, hit.start) for o in OPEN)
        closed = max(page.text.rfind(c, start, hit.start) for c in CLOSE)
        if opened <= closed:
            total += scores["verb_inside" if page.cut_by_end[hit.end] == "verb" else "cut_inside"]
    return total


def goes_on(page: Page, end: int) -> bool:
    """True where the words after the head make it part of a longer noun."""
    after = page.text[end:end + 4]
    if after.startswith(MAY_FOLLOW):
        return False
    return after.startswith(GOES_ON) or end in page.head_starts


def score(page: Page, start: int, head: Hit) -> float:
    """How much a candidate looks like the name of a programme."""
    known = tables()
    points, text, name = known.scores, page.text, page.text[start:head.end]
    total = points[known.heads[head.key]] + inside(page, start, head.start)
    before = page.cut_by_end.get(start)
    if before in ("verb", "weak"):
        total += points[before]
    quoted_whole = text[start - 1:start] in tuple(OPEN) and text[head.end:head.end + 1] in tuple(CLOSE)
    if quoted_whole or any(c in CLOSE for c in name):
        total += points["quoted"]
    if text[head.start - 1:head.start] in tuple(CLOSE):
        total += points["quote_at_head"]
    if NATIONAL.match(name):
        total += points["national"]
    elif start in page.places:
        total += points["place"]
    if text.count(name) > 1:
        total += points["repeated"]
    if start < page.headlines:
        total += points["headline"]
    length = len(name)
    total += points["good_length"] if 6 <= length <= 20 else points["short"] if length < 5 else points["long"] if length > 26 else 0.0
    if goes_on(page, head.end):
        total += points["followed"]
    return total


def is_tail_of_known(page: Page, start: int, end: int) -> bool:
    """True where the candidate is a known form with at most two letters or only cut words before it."""
    for hit in page.scanned.forms:
        if hit.end == end and start <= hit.start and (hit.start - start <= 2 or page.cut_by_end.get(hit.start)):
            return True
    return False


def find_named(page: Page) -> list[Found]:
    """Names that the grammar accepts, the best left edge for each head."""
    threshold = tables().scores["threshold"]
    found = []
    for head in page.heads:
        if page.masked[head.end - 1]:
            continue
        best: Found | None = None
        for start in left_edges(page, head):
            stem = page.text[start:head.start].strip("“”‘’")
            if len(stem) < 2 or is_tail_of_known(page, start, head.end):
                continue
            total = score(page, start, head)
            if total >= threshold and (best is None or total > best.score):
                best = Found(start, head.end, page.text[start:head.end], total)
        if best is not None:
            found.append(best)
    return found
