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
PAIRED = {"“": "”", "‘": "’", "「": "」", "『": "』"}
PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "("}
COUNTED = re.compile(r"(?!20\d\d[年—\-])[\d.]+[万亿余多]*(?:[个座列家条项批场次种款名所处台元辆月天日年张套期件份]|$)|[一二两三四五六七八九十数几]+[个座列家条项批场次种大类]|[、\d年月日]+$")
EDITION_LEAD = re.compile(r"20\d\d|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|全国")
NATIONAL = re.compile(r"全国|国家|中国|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|20\d\d[年—\-]?")
GOES_ON = tuple("委厅局部办组机经城建工管体系人员类性化中费者型力量率额法例书证商品网站点单")
MAY_FOLLOW = ("业务", "工作", "服务", "试点", "启动", "正式", "建成", "建设", "项目", "活动", "中的", "管理办法", "工程", "平台")
JOINS = ("和", "与", "及", "以及", "或")
CUTTING = ("verb", "neutral", "weak", "stop")
SEASONAL = tuple("会展节赛周月日季坛动演查")
HELD = frozenset("举行 召开 开幕 闭幕 启动 举办 开通 上线 开工 竣工 通车 投产 投用 揭牌 落幕 亮相 拉开".split())
REACH = 44


@dataclass(frozen=True, slots=True)
class Page:
    """A text with all positions that the grammar reads."""

    text: str
    scanned: Scan
    masked: bytearray
    headlines: int
    places: frozenset[int]
    place_ends: frozenset[int]
    cuts: tuple[Hit, ...]
    cut_starts: tuple[int, ...]
    cut_by_end: dict[int, str]
    heads: tuple[Hit, ...]
    head_starts: frozenset[int]
    head_ends: frozenset[int]
    known_ends: frozenset[int]
    known_starts: frozenset[int]
    vague_ends: dict[int, int]
    known_inner: frozenset[int]

    def word_before(self, end: int) -> str | None:
        """Class of the cut word that ends here, 的 and 了 looked through."""
        while self.text[end - 1:end] in ("的", "了"):
            end -= 1
        return self.cut_by_end.get(end)

    def in_quotes(self, hit: Hit, start: int) -> bool:
        """True where a word stands inside quotation marks that open behind ``start``."""
        opened = max(self.text.rfind(o, start, hit.start) for o in OPEN)
        return opened > max(self.text.rfind(c, start, hit.start) for c in CLOSE)

    def starts_with_cut(self, start: int) -> bool:
        """True where a cut word begins here."""
        i = bisect_left(self.cut_starts, start)
        return i < len(self.cut_starts) and self.cut_starts[i] == start

    def is_join(self, end: int) -> bool:
        """True where a word that ends here joins two names, as 和 behind the head of another one."""
        return any(self.text.startswith(word, end - len(word)) and end - len(word) in self.head_ends for word in JOINS)


def make_page(text: str, scanned: Scan, masked: bytearray, headlines: int, places: dict[int, int], known_hits: list[Found]) -> Page:
    """The positions that the grammar reads: cut words that are not part of a longer word, heads that end a name."""
    known = tables()
    words = [h for h in scanned.cuts if known.cuts[h.key] == "whole"] + [h for h in scanned.forms if len(h.key) > 2]
    covered = bytearray(len(text))
    for word in words:
        covered[word.start:word.end] = b"\x01" * (word.end - word.start)
    cuts = tuple(longest([h for h in scanned.cuts if known.cuts[h.key] in CUTTING and not (1 in covered[h.start:h.end])]))
    inner = bytearray(len(text) + 1)
    for word in scanned.cuts:
        inner[word.start + 1:word.end] = b"\x01" * (word.end - word.start - 1)
    by_end: dict[int, Hit] = {}
    for hit in scanned.heads:
        longer = hit.end not in by_end or hit.start < by_end[hit.end].start
        if longer and not inner[hit.end] and not (inner[hit.start] and hit.end - hit.start < 3):
            by_end[hit.end] = hit
    return Page(text, scanned, masked, headlines, frozenset(places), frozenset(places.values()), cuts, tuple(h.start for h in cuts), {h.end: known.cuts[h.key] for h in cuts},
                tuple(by_end[end] for end in sorted(by_end)), frozenset(h.start for h in scanned.heads if h.end - h.start > 1),
                frozenset(by_end), frozenset(f.end for f in known_hits), frozenset(f.start for f in known_hits),
                {h.start: h.end for h in scanned.cuts if known.cuts[h.key] == "vague"},
                frozenset(i for f in known_hits for i in range(f.start + 1, f.end)))


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
    first, last = bisect_left(page.cut_starts, limit), bisect_right(page.cut_starts, head.start)
    stops = [h.end for h in page.cuts[first:last] if page.cut_by_end[h.end] == "stop" and h.end <= head.start and not page.in_quotes(h, limit)]
    limit = stops[-1] if stops else limit
    edges = {limit}
    edges.update(h.end for h in page.cuts[first:last] if h.end <= head.start)
    leads = [limit + m.start() for m in NATIONAL.finditer(page.text[limit:head.start])]
    edges.update(i for i in leads if i == limit or i in page.cut_by_end or not "\u4e00" <= page.text[i - 1] <= "\u9fff" or i in page.place_ends)
    edges.update(i for i in page.places if limit <= i < head.start)
    quotes = [i for i in range(limit, head.start) if page.text[i] in OPEN]
    edges.update(quotes)
    if page.text[head.end:head.end + 1] in tuple(CLOSE):
        opened = max(page.text.rfind(o, max(0, head.start - REACH), head.start) for o in OPEN)
        if opened >= 0 and not any(c in CLOSE or c == "\n" for c in page.text[opened:head.end]):
            edges.add(opened + 1)
    inner = {i for q in quotes for i in range(q + 1, page.text.find(PAIRED[page.text[q]], q, head.start) + 1)}
    return iter(sorted(edges - page.known_inner - inner))


def inside(page: Page, start: int, end: int) -> float:
    """What the cut words inside a candidate, outside its quoted parts, cost."""
    scores, total = tables().scores, 0.0
    first, last = bisect_left(page.cut_starts, start), bisect_left(page.cut_starts, end)
    for hit in page.cuts[first:last]:
        if hit.end > end:
            continue
        if hit.key in JOINS and hit.start in page.head_ends:
            total += scores["joined"]
            continue
        if not page.in_quotes(hit, start):
            total += scores["verb_inside" if page.cut_by_end[hit.end] == "verb" else "cut_inside"]
    return total


def goes_on(page: Page, end: int, generic: bool) -> bool:
    """True where the words after the head make it part of a longer noun."""
    after = page.text[end:end + 4]
    may = next((w for w in MAY_FOLLOW if after.startswith(w)), "")
    if may and not generic and page.text[end + len(may):end + len(may) + 1] not in tuple(CLOSE):
        return False
    return after.startswith(GOES_ON) or end in page.head_starts


def is_held(page: Page, end: int) -> bool:
    """True where the same clause goes on with a verb of holding or opening: X今天在北京举行."""
    i = bisect_left(page.cut_starts, end)
    while i < len(page.cuts) and page.cuts[i].start <= end + 14:
        hit = page.cuts[i]
        if hit.key in HELD:
            return not any(c in STOP for c in page.text[end:hit.start])
        if page.cut_by_end[hit.end] == "verb":
            return False
        i += 1
    return False


def score(page: Page, start: int, head: Hit) -> float:
    """How much a candidate looks like the name of a programme."""
    known = tables()
    points, text, name = known.scores, page.text, page.text[start:head.end]
    total = points[known.heads[head.key]]
    opened = text[start - 1:start] in tuple(OPEN)
    before = page.word_before(start - opened)
    if before == "verb" or (before == "weak" and not page.is_join(start)):
        total += points[before]
    if start in page.known_starts:
        total += points["known"]
    quoted_whole = opened and text[head.end:head.end + 1] in tuple(CLOSE)
    total += inside(page, start, head.start) if not quoted_whole else points["cut_inside"] * ("的" in name)
    if quoted_whole or any(c in CLOSE for c in name):
        total += points["quoted"]
    if text[head.start - 1:head.start] in tuple(CLOSE):
        total += points["quote_at_head"]
    if is_vague(page, start, head.start):
        total += points["vague"]
    lead = NATIONAL.match(name)
    if lead and (name.endswith(SEASONAL) or start in page.known_starts or not lead.group().startswith("20")):
        total += points["national"]
    elif start in page.places:
        total += points["place"]
    if text.count(name) > 1:
        total += points["repeated"]
    if start < page.headlines:
        total += points["headline"]
    length = len(name)
    total += points["good_length"] if 6 <= length <= 20 else points["short"] if length < 5 else points["long"] if length > 26 else 0.0
    if is_held(page, head.end):
        total += points["held"]
    if goes_on(page, head.end, known.heads[head.key] == "generic"):
        total += points["followed"]
    return total


def is_vague(page: Page, start: int, end: int) -> bool:
    """True where only common words stand between the two places."""
    i = start
    while i < end:
        i = page.vague_ends.get(i, 0)
        if not i:
            return False
    return True


def may_be_name(page: Page, start: int, head: Hit) -> bool:
    """False where the candidate cannot be a name: too little before the head, a counted thing, a common head on its own."""
    text = page.text
    stem = text[start:head.start].strip("“”‘’")
    if len(stem) < 2 or stem[0] in "个项批次届" or (page.starts_with_cut(start) and text[start - 1:start] not in tuple(OPEN)) or COUNTED.match(stem) or stem[-1].isdigit():
        return False
    if tables().heads[head.key] == "single":
        after = text[head.end:head.end + 1]
        free = after in STOP or after in tuple(CLOSE) or head.end in page.cut_starts
        return free and (any(c in CLOSE for c in text[start:head.start]) or after in tuple(CLOSE) or EDITION_LEAD.match(stem) is not None)
    return True


def find_named(page: Page) -> list[Found]:
    """Names that the grammar accepts, the best left edge for each head."""
    threshold = tables().scores["threshold"]
    found = []
    for head in page.heads:
        if page.masked[head.end - 1] or head.end in page.known_ends or tables().heads[head.key] == "none":
            continue
        best: Found | None = None
        for start in left_edges(page, head):
            if not may_be_name(page, start, head):
                continue
            total = score(page, start, head)
            if round(total, 3) >= threshold and (best is None or total > best.score):
                best = Found(start, head.end, page.text[start:head.end], total)
        if best is not None:
            found.append(best)
    return found
