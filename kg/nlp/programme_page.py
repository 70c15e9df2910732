"""A text with every position that the grammar of programme names reads, worked out once.

Stands between `kg.nlp.programme_tables`, which finds the words, and `kg.nlp.programme_grammar`, which reads where they stand.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

from kg.nlp.programme_lexicon import CLOSE, OPEN, Found, longest
from kg.nlp.programme_tables import Hit, Scan, Word, tables

PASSED = ("的", "了", "全省", "全市", "全县", "全区", "首个", "首批")
MARKS = b"\x01" * 64
STOP = frozenset("，。；：！？、…·—（）()《》〈〉【】\n,;:!?|/#*>■●▲◆")
PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "("}
BARS = re.compile("[" + re.escape("".join(sorted({*STOP, *OPEN, *PAIRS}))) + "]")
OPENING, CLOSING = re.compile(f"[{OPEN}]"), re.compile(f"[{CLOSE}]")
JOINS = ("和", "与", "及", "以及", "或")


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its positions: cut words, heads, places, known programmes, other names (``masked``).

    A bytearray marks characters; ``barred`` are those that no name reaches over to the left, save in a pair of marks.
    """

    text: str
    masked: bytearray
    barred: bytearray
    headlines: bytearray
    places: dict[int, int]
    place_starts: bytearray
    place_ends: frozenset[int]
    known: tuple[Found, ...]
    cuts: list[Word]
    cut_starts: list[int]
    cut_by_end: dict[int, str]
    heads: tuple[Hit, ...]
    head_starts: frozenset[int]
    head_ends: frozenset[int]
    known_starts: frozenset[int]
    known_marks: bytearray
    known_inner: frozenset[int]
    vague_ends: dict[int, int]
    opens: list[int]
    counts: dict[str, int] = field(default_factory=dict)

    def cuts_between(self, start: int, end: int) -> list[Word]:
        """Cut words that lie wholly between two places."""
        words = self.cuts[bisect_left(self.cut_starts, start):bisect_left(self.cut_starts, end)]
        if words and words[-1][1] > end:
            words.pop()
        return words

    def cut_starts_at(self, start: int) -> bool:
        """True where a cut word begins here."""
        i = bisect_left(self.cut_starts, start)
        return i < len(self.cut_starts) and self.cut_starts[i] == start

    def word_before(self, end: int) -> str | None:
        """Class of the cut word that ends here, 的, 了 and 全省 looked through."""
        while self.text.endswith(PASSED, 0, end):
            end -= next(len(word) for word in PASSED if self.text.endswith(word, 0, end))
        return self.cut_by_end.get(end)

    def is_join(self, end: int) -> bool:
        """True where a word that ends here joins two names, as 和 behind the head of another one."""
        return any(self.text.startswith(word, end - len(word)) and end - len(word) in self.head_ends for word in JOINS)

    def in_quotes(self, at: int, start: int) -> bool:
        """True where a place stands inside quotation marks that open behind ``start``."""
        i = bisect_left(self.opens, at) - 1
        if i < 0 or self.opens[i] < start:
            return False
        return CLOSING.search(self.text, self.opens[i], at) is None

    def is_repeated(self, name: str) -> bool:
        """True where the same words stand at least twice in the text."""
        if name not in self.counts:
            self.counts[name] = self.text.count(name)
        return self.counts[name] > 1


def cover(marks: bytearray, words: Iterable[Word]) -> None:
    """Mark every character that lies in one of the words."""
    for start, end, _ in words:
        marks[start:end] = MARKS[:end - start]


def name_ends(length: int, scanned: Scan) -> tuple[Hit, ...]:
    """Heads that may end a name: the longest that ends there, not where a longer word goes on over the end."""
    within = bytearray(length + 1)
    for words in (scanned.cuts, scanned.covers):
        cover(within, ((start + 1, end, word) for start, end, word in words))
    by_end: dict[int, Hit] = {}
    for hit in scanned.heads:
        start, end, _ = hit
        longer = end not in by_end or start < by_end[end].start
        if longer and not within[end] and not (within[start] and end - start < 3):
            by_end[end] = hit
    return tuple(by_end[end] for end in sorted(by_end))


def part_words(length: int, scanned: Scan) -> list[Word]:
    """Cut words that part names, without overlaps: outside of forms and of whole and vague words, the longest first."""
    covered = bytearray(length)
    cover(covered, scanned.covers)
    cover(covered, (form for form in scanned.forms if len(form.key) > 2))
    cuts = longest([word for word in scanned.cuts if 1 not in covered[word[0]:word[1]]])
    cover(covered, cuts)
    cuts += [word for word in scanned.singles if not covered[word[0]]]
    cuts.sort(key=itemgetter(0))
    return cuts


def at_places(length: int, places: Iterable[int]) -> bytearray:
    """Marks on the given places of a text."""
    marks = bytearray(length)
    for place in places:
        marks[place] = 1
    return marks


def bars(text: str, masked: bytearray) -> bytearray:
    """Marks on punctuation and other names."""
    barred = bytearray(masked)
    for mark in BARS.finditer(text):
        barred[mark.start()] = 1
    return barred


def make_page(text: str, scanned: Scan, masked: bytearray, headlines: bytearray, places: dict[int, int], known: list[Found]) -> Page:
    """The text with all positions that the grammar reads; ``places`` maps the start of each place name to its end."""
    classes = tables().cuts
    cuts = part_words(len(text), scanned)
    heads = name_ends(len(text), scanned)
    return Page(
        text, masked, bars(text, masked), headlines, places, at_places(len(text), places), frozenset(places.values()), tuple(known), cuts,
        cut_starts=[start for start, _, _ in cuts],
        cut_by_end={end: classes[word] for _, end, word in cuts},
        heads=heads,
        head_starts=frozenset(start for start, end, _ in scanned.heads if end - start > 1),
        head_ends=frozenset(h.end for h in heads),
        known_starts=frozenset(f.start for f in known),
        known_marks=at_places(len(text), (f.start for f in known)),
        known_inner=frozenset(i for f in known for i in range(f.start + 1, f.end)),
        vague_ends={start: end for start, end, word in scanned.covers if classes[word] == "vague"},
        opens=[mark.start() for mark in OPENING.finditer(text)],
    )
