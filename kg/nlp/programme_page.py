"""A text with every position that the grammar of programme names reads, worked out once.

Stands between `kg.nlp.programme_tables`, which finds the words, and `kg.nlp.programme_grammar`, which reads where they stand.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from kg.nlp.programme_lexicon import CLOSING, OPEN, OPENING, Found, longest
from kg.nlp.programme_tables import Hit, Scan, Word, tables

PASSED = ("的", "了", "全省", "全市", "全县", "全区", "首个", "首批")
MARKS = b"\x01" * 64
STOP = frozenset("，。；：！？、…·—（）()《》〈〉【】\n,;:!?|/#*>■●▲◆")
PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "("}
BARS = re.compile("[" + re.escape("".join(sorted({*STOP, *OPEN, *PAIRS}))) + "]")
JOINS = ("和", "与", "及", "以及", "或")


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its positions: cut words, heads, places, known programmes, other names (``masked``).

    A bytearray marks characters; ``barred`` are those that no name reaches over to the left, save in a pair of marks; ``covered``
    those where no cut word of one character stands. ``cuts`` holds the longer ones.
    """

    text: str
    masked: bytearray
    barred: bytearray
    headlines: bytearray
    places: dict[int, int]
    place_starts: bytearray
    place_ends: frozenset[int]
    known: tuple[Found, ...]
    covered: bytearray
    cuts: list[Word]
    cut_starts: list[int]
    cut_by_end: dict[int, str]
    after_verbs: bytearray
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

    def cut_ends_at(self, end: int) -> str | None:
        """Class of the cut word that ends here."""
        return self.cut_by_end.get(end) or (self.single_at(end - 1) if end else None)

    def word_before(self, end: int) -> str | None:
        """Class of the cut word that ends here, 的, 了 and 全省 looked through."""
        while self.text.endswith(PASSED, 0, end):
            end -= next(len(word) for word in PASSED if self.text.endswith(word, 0, end))
        return self.cut_ends_at(end)

    def is_join(self, end: int) -> bool:
        """True where a word that ends here joins two names, as 和 behind the head of another one."""
        if not self.text.endswith(JOINS, 0, end):
            return False
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
        if end - start == 2:
            marks[start] = marks[start + 1] = 1
        else:
            marks[start:end] = MARKS[:end - start]


def inner_marks(length: int, scanned: Scan) -> bytearray:
    """Marks on every character of a cut word but its first."""
    marks = bytearray(length + 1)
    for start, end, _ in chain(scanned.cuts, scanned.covers):
        if end - start == 2:
            marks[start + 1] = 1
        else:
            marks[start + 1:end] = MARKS[:end - start - 1]
    return marks


def name_ends(length: int, scanned: Scan) -> tuple[Hit, ...]:
    """Heads that may end a name: the longest that ends there, not where a longer word goes on over the end."""
    within = inner_marks(length, scanned)
    by_end: dict[int, Word] = {}
    for head in scanned.heads:
        start, end, _ = head
        if not within[end] and not (within[start] and end - start < 3) and (end not in by_end or start < by_end[end][0]):
            by_end[end] = head
    return tuple(Hit(*by_end[end]) for end in sorted(by_end))


def part_words(length: int, scanned: Scan) -> tuple[list[Word], bytearray]:
    """Cut words that part names, without overlaps: outside of forms and of whole and vague words, the longest first.

    With marks on what they and the others cover, where no shorter one may stand.
    """
    covered = bytearray(length + 1)
    verbs = {start + 1 for start, end, word in scanned.cuts if end - start == 2 and tables().cuts[word] == "verb"}
    cover(covered, (word for word in scanned.covers if word[0] not in verbs))  # 开展|现代, not 展现
    cover(covered, (form for form in scanned.forms if len(form.key) > 2))
    cuts = longest([word for word in scanned.cuts if covered.find(1, word[0], word[1]) < 0])
    cover(covered, cuts)
    return cuts, covered


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
    cuts, covered = part_words(len(text), scanned)
    placed = {index for start, end in places.items() for index in range(start, end)}
    cuts = [word for word in cuts if word[0] not in placed]
    cover(covered, ((start, end, "") for start, end in places.items()))
    heads = name_ends(len(text), scanned)
    return Page(
        text, masked, bars(text, masked), headlines, places, at_places(len(text), places), frozenset(places.values()), tuple(known), covered, cuts,
        cut_starts=[start for start, _, _ in cuts],
        cut_by_end={end: classes[word] for _, end, word in cuts},
        after_verbs=after_verbs(text, (end for _, end, word in cuts if classes[word] == "verb")),
        heads=heads,
        head_starts=frozenset(start for start, end, _ in scanned.heads if end - start > 1),
        head_ends=frozenset(h.end for h in heads),
        known_starts=frozenset(f.start for f in known),
        known_marks=at_places(len(text), (f.start for f in known)),
        known_inner=frozenset(i for f in known for i in range(f.start + 1, f.end)),
        vague_ends={start: end for start, end, word in scanned.covers if classes[word] == "vague"},
        opens=[mark.start() for mark in OPENING.finditer(text)],
    )
