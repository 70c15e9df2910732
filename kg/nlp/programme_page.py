"""A text with every position that the grammar of programme names reads: marks and names of the whole text, words of the clauses that it asks for.

Stands between `kg.nlp.programme_tables`, which finds the words, and `kg.nlp.programme_grammar`, which reads where they stand.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter

from kg.nlp.programme_lexicon import CLOSE, CLOSING, OPEN, OPENING, Found, longest
from kg.nlp.programme_tables import Head, Hit, Scan, Word, scan_words, tables

OFTEN = 3
PASSED = ("的", "了", "全省", "全市", "全县", "全区", "首个", "首批", "新一轮")
TERM = re.compile(r"为期[一二两三四五六七八九十半\d]{1,3}个?(?:年|月|天|周)的")  # between a verb and a name, too
MARKS = b"\x01" * 64
STOP = frozenset("，。；：！？、…·—（）()《》〈〉【】\n,;:!?|/#*>■●▲◆")
PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "("}
BARS = re.compile("[" + re.escape("".join(sorted({*STOP, *OPEN, *PAIRS}))) + "]")
ITEMS = re.compile(r"^(?:\d{1,2}[.．](?=[一-龥“])|第[一二三四五六七八九十百零〇\d]{1,6}条(?=[一-龥“]))", re.M)
CLAUSE_MARKS = re.compile("[，。；\n]")  # they stand in no cut word and no head
JOINS = ("和", "与", "及", "以及", "或")
WITH_CHINA = re.compile("中国[—－–-](?=[一-龥])")
LEADS = re.compile("|".join((  # letters with which the lead of a name may begin, and what stands behind each
    "全(?=国)", "国(?=家)", "中(?=国|华人民共和国|央财政)", r"第(?=[一二三四五六七八九十百\d]{1,4}[届次])", "首(?=届)", r"2(?=0\d\d)",
    *(rf"{stem}(?=[子丑寅卯辰巳午未申酉戌亥](?:[（(]20\d\d[）)])?年)" for stem in "甲乙丙丁戊己庚辛壬癸"),
)))


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its positions: places, known programmes, other names (``masked``), and what a name may begin with.

    A bytearray marks characters; ``barred`` are those that no name reaches over to the left, save in a pair of marks. ``after_verbs`` and
    ``leads`` are more than the grammar counts; ``signs`` are leads, places, known programmes and closing quotation marks.
    """

    text: str
    scanned: Scan
    masked: bytearray
    barred: bytearray
    headlines: bytearray
    places: dict[int, int]
    place_starts: bytearray
    place_ends: frozenset[int]
    known: tuple[Found, ...]
    known_starts: frozenset[int]
    known_marks: bytearray
    known_inner: frozenset[int]
    after_verbs: bytearray
    leads: bytearray
    signs: bytearray
    opens: list[int]
    counts: dict[str, int] = field(default_factory=dict)
    often: dict[str, bool] = field(default_factory=dict)

    def in_quotes(self, at: int, start: int) -> bool:
        """True where a place stands inside quotation marks that open behind ``start``."""
        for opened in reversed(self.opens[bisect_left(self.opens, start):bisect_left(self.opens, at)]):
            closed = self.text.find(CLOSE[OPEN.index(self.text[opened])], opened, at)  # ‘…’ may have closed within “…”
            if closed < 0:
                return True
        return False

    def is_repeated(self, name: str) -> bool:
        """True where the same words stand at least twice in the text."""
        if name not in self.counts:
            self.counts[name] = self.text.count(name)
        return self.counts[name] > 1

    def is_often(self, name: str) -> bool:
        """True where the same words stand three times in the text, and do not go on alike (重大水利工程|建设, 专项|债): they are the whole name."""
        if name not in self.often:
            behind = Counter(self.text[hit.end():hit.end() + 1] for hit in re.finditer(re.escape(name), self.text)) if self.is_repeated(name) else Counter()
            self.often[name] = behind.total() >= OFTEN and max(behind.values()) <= behind.total() / 2
        return self.often[name]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some clauses of a page: cut words of more than one character, and heads.

    On ``covered`` characters no cut word of one character stands; on ``inner`` ones a cut word goes on.
    """

    page: Page
    text: str
    covered: bytearray
    inner: bytearray
    cuts: list[Word]
    cut_starts: list[int]
    cut_by_end: dict[int, str]
    heads: dict[int, list[Head]]
    head_starts: frozenset[int]
    vague_ends: dict[int, int]

    def cuts_between(self, start: int, end: int) -> list[Word]:
        """Cut words that lie wholly between two places, short and long, in reading order."""
        words = self.cuts[bisect_left(self.cut_starts, start):bisect_left(self.cut_starts, end)]
        if words and words[-1][1] > end:
            words.pop()
        covered = self.covered
        singles = [(i, i + 1, hit[0]) for hit in tables().single.finditer(self.text, start, end) if not covered[i := hit.start()]]
        return sorted(words + singles) if words and singles else words or singles

    def cut_starts_at(self, start: int) -> bool:
        """True where a cut word begins here."""
        i = bisect_left(self.cut_starts, start)
        return (i < len(self.cut_starts) and self.cut_starts[i] == start) or self.single_at(start) is not None

    def single_at(self, at: int) -> str | None:
        """Class of the cut word of one character that stands here."""
        if self.covered[at] or not tables().single.match(self.text, at):
            return None
        return tables().cuts[self.text[at]]

    def head_at(self, end: int) -> Head | None:
        """The head that may end a name here: the longest one, not where a longer word goes on over the end."""
        if self.inner[end]:
            return None
        heads = [head for head in self.heads.get(end, ()) if not (self.inner[head[1]] and end - head[1] < 3)]
        return min(heads, key=itemgetter(1), default=None)

    def cut_ends_at(self, end: int) -> str | None:
        """Class of the cut word that ends here."""
        return self.cut_by_end.get(end) or (self.single_at(end - 1) if end else None)

    def word_before(self, end: int) -> str | None:
        """Class of the cut word that ends here, 的, 了 and 全省 looked through."""
        while self.text.endswith(PASSED, 0, end):
            term = next((hit for at in range(end - 9, end - 4) if (hit := TERM.fullmatch(self.text, at, end))), None)
            end = term.start() if term else end - next(len(word) for word in PASSED if self.text.endswith(word, 0, end))
        return self.cut_ends_at(end)

    def is_join(self, end: int) -> bool:
        """True where a word that ends here joins two names, as 和 behind the head of another one."""
        if not self.text.endswith(JOINS, 0, end):
            return False
        return any(self.text.startswith(word, end - len(word)) and self.head_at(end - len(word)) for word in JOINS)


def read_words(page: Page, stretches: Iterable[tuple[int, int]]) -> Words:
    """The words of all clauses in which the stretches lie."""
    known, text = tables(), page.text
    edges = [-1, *(mark.start() for mark in CLAUSE_MARKS.finditer(text)), len(text)]
    clauses = sorted({clause for start, end in stretches for clause in range(bisect_left(edges, start) - 1, bisect_left(edges, end))})
    hits = scan_words(text, [(edges[clause] + 1, edges[clause + 1]) for clause in clauses])
    covered, inner = bytearray(len(text) + 1), bytearray(len(text) + 1)
    words: list[Word] = []
    covers: list[Word] = []
    for index, start, end in hits:
        inner[start + 1:end] = MARKS[:end - start - 1]
        (covers if known.covering[index] else words).append((start, end, known.words[index]))
    cuts = part_words(covered, words, covers, page.scanned.forms)
    placed = {index for start, end in page.places.items() for index in range(start, end)}
    cuts = [word for word in cuts if word[0] not in placed]
    cover(covered, ((start, end, "") for start, end in page.places.items()))
    heads: dict[int, list[Head]] = defaultdict(list)
    for head in page.scanned.heads:
        heads[head[2]].append(head)
    return Words(
        page, text, covered, inner, cuts,
        cut_starts=[start for start, _, _ in cuts],
        cut_by_end={end: known.cuts[word] for _, end, word in cuts},
        heads=heads,
        head_starts=frozenset(start for _, start, end in page.scanned.heads if end - start > 1),
        vague_ends={start: end for start, end, word in covers if known.cuts[word] == "vague"},
    )


def cover(marks: bytearray, words: Iterable[Word]) -> None:
    """Mark every character that lies in one of the words."""
    for start, end, _ in words:
        marks[start:end] = MARKS[:end - start]


def part_words(covered: bytearray, words: list[Word], covers: list[Word], forms: list[Hit]) -> list[Word]:
    """Cut words that part names, without overlaps: outside of forms and of whole and vague words, the longest first.

    Marks what they and the others cover, where no shorter one may stand.
    """
    verbs = {start + 1 for start, end, word in words if end - start == 2 and tables().cuts[word] == "verb"}
    cover(covered, (word for word in covers if word[0] not in verbs))  # 开展|现代, not 展现
    cover(covered, (form for form in forms if len(form.key) > 2))
    cuts = longest([word for word in words if covered.find(1, word[0], word[1]) < 0])
    cover(covered, cuts)
    return cuts


def marks_between(marks: bytearray, start: int, end: int) -> Iterator[int]:
    """The marked places of a stretch.

    >>> list(marks_between(bytearray(b"\\0\\1\\0\\1\\1"), 0, 4))
    [1, 3]
    """
    at = marks.find(1, start, end)
    while at >= 0:
        yield at
        at = marks.find(1, at + 1, end)


def at_places(length: int, places: Iterable[int]) -> bytearray:
    """Marks on the given places of a text."""
    marks = bytearray(length)
    for place in places:
        marks[place] = 1
    return marks


def after_verbs(text: str, verbs: Iterable[int]) -> bytearray:
    """Marks on the places that a verb stands before, directly or with 的, 了, 全省 between.

    >>> list(after_verbs("实施了全省行动", [2]))
    [0, 0, 1, 1, 0, 1, 0, 0]
    """
    marks = bytearray(len(text) + 1)
    ends = list(verbs)
    while ends:
        end = ends.pop()
        marks[end] = 1
        if text.startswith(PASSED, end):
            ends += [end + len(word) for word in PASSED if text.startswith(word, end)]
        elif term := TERM.match(text, end):
            ends.append(term.end())
    return marks


def bars(text: str, masked: bytearray) -> bytearray:
    """Marks on punctuation, the numbers of items (1.) and articles (第三条), and other names."""
    barred = bytearray(masked)
    for mark in BARS.finditer(text):
        barred[mark.start()] = 1
    for item in ITEMS.finditer(text):
        barred[item.end() - 1] = 1
    return barred


def make_page(text: str, scanned: Scan, masked: bytearray, headlines: bytearray, places: dict[int, int], known: list[Found]) -> Page:
    """The text with the positions that the grammar reads; ``places`` maps the start of each place name to its end."""
    leads, quoted = [lead.start() for lead in LEADS.finditer(text)], len(scanned.plain) < len(text)
    paired = frozenset(dash.end() - 1 for dash in WITH_CHINA.finditer(text))  # 中国—|中亚: one name
    barred = bars(text, masked)
    for dash in paired:
        barred[dash] = 0
    signs = chain(leads, places, (f.start for f in known), (mark.start() for mark in CLOSING.finditer(text)) if quoted else ())
    return Page(
        text, scanned, masked, barred, headlines, places, at_places(len(text), (start for start in places if start - 1 not in paired)),
        frozenset(places.values()), tuple(known),
        known_starts=frozenset(f.start for f in known),
        known_marks=at_places(len(text), (f.start for f in known)),
        known_inner=frozenset(i for f in known for i in range(f.start + 1, f.end)),
        after_verbs=after_verbs(text, scanned.verbs),
        leads=at_places(len(text), leads),
        signs=at_places(len(text), signs),
        opens=[mark.start() for mark in OPENING.finditer(text)] if quoted else [],
    )
