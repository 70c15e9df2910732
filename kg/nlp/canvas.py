"""The article as one string with everything known on it, on which the name finders paint what they find.

First station of `kg.nlp.names`: sentences are joined by line breaks, so that no name crosses a sentence; each finder masks what it
takes, and the next one works on what is left.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.lexicon import Entry, find_typed
from kg.model import Article, Mention

STOP = frozenset("，。、；：！？\n“”‘’《》〈〉—…/| 　+")


class Hit(NamedTuple):
    """A known form in the text, with the entries of one type that it may stand for."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Span(NamedTuple):
    """A found name: its stretch of the canvas, class and full name."""

    start: int
    end: int
    type: str
    name: str


class Home(NamedTuple):
    """The codes of the province, city and county that an article is most about; empty where nothing tells."""

    province: str
    city: str
    county: str


@dataclass(slots=True)
class Canvas:
    """One article's text, the known forms on it (``starts`` and ``ends``: of places), what is masked, and the names found so far."""

    article: Article
    text: str
    offsets: list[int]
    hits: dict[str, list[Hit]]
    starts: dict[int, list[Hit]]
    ends: dict[int, list[Hit]]
    mask: bytearray
    spans: list[Span] = field(default_factory=list)
    home: Home | None = None

    @classmethod
    def of(cls, article: Article) -> Canvas:
        """A canvas of the article with all known forms marked and nothing found yet."""
        offsets, position = [], 0
        for sentence in article.sentences:
            offsets.append(position)
            position += len(sentence.text) + 1
        text = "\n".join(sentence.text for sentence in article.sentences)
        hits: dict[str, list[Hit]] = defaultdict(list)
        starts: dict[int, list[Hit]] = defaultdict(list)
        ends: dict[int, list[Hit]] = defaultdict(list)
        for start, end, meanings in find_typed(text):
            for type, of_type in meanings:
                hit = Hit(start, end, of_type)
                hits[type].append(hit)
                if type in ("Division", "Place"):
                    starts[start].append(hit)
                    ends[end].append(hit)
        return cls(article, text, offsets, hits, starts, ends, bytearray(len(text) + 1))

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has been taken between the two positions."""
        return self.mask.find(1, start, end) < 0

    def find_lines(self, pattern: re.Pattern[str], hint: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The hits of a pattern of which each stays in one line and holds the hint: only lines with it are searched."""
        return find_in_lines(self.text, pattern, hint)

    def reach(self, position: int, limit: int, stops: frozenset[str]) -> int:
        """How far left of a position the text runs on without a stop or a masked character."""
        left = position
        while left > 0 and position - left < limit and self.text[left - 1] not in stops and not self.mask[left - 1]:
            left -= 1
        return left

    def cover(self, start: int, end: int) -> None:
        """Take a stretch out of the reach of later finders."""
        self.mask[start:end] = b"\1" * (end - start)

    def add(self, start: int, end: int, type: str, name: str) -> None:
        """Note a name and mask its stretch."""
        self.spans.append(Span(start, end, type, name))
        self.cover(start, end)

    def longest(self, *types: str, but: Callable[[str, int, int], bool] | None = None) -> list[Hit]:
        """The free known forms of the given types but those that are none here (其|中山|东), leftmost and longest first, without overlaps."""
        free = [hit for type in types for hit in self.hits.get(type, ()) if self.mask.find(1, hit.start, hit.end) < 0]
        return _without_overlap([hit for hit in free if not (but and but(self.text, hit.start, hit.end))])

    def known(self, type: str, *, but: Callable[[str, int, int], bool] | None = None) -> list[Hit]:
        """All known forms of a type in the text, masked or not, but those that are none here, leftmost and longest first, without overlaps."""
        return _without_overlap([hit for hit in self.hits.get(type, ()) if not (but and but(self.text, hit.start, hit.end))])

    def mentions(self) -> tuple[Mention, ...]:
        """The names found, in reading order, with offsets in their sentences."""
        found: dict[tuple[int, int], Mention] = {}
        for span in sorted(self.spans, key=lambda span: (span.start, -span.end)):
            sentence = bisect_right(self.offsets, span.start) - 1
            base = self.offsets[sentence]
            mention = Mention(sentence, span.start - base, span.end - base, span.type, self.text[span.start:span.end], span.name)
            found.setdefault((span.start, span.end), mention)
        return tuple(found.values())


def _without_overlap(hits: list[Hit]) -> list[Hit]:
    """The leftmost and longest of hits."""
    kept, last = [], 0
    for hit in sorted(hits, key=_reading_order) if len(hits) > 1 else hits:
        if hit.start >= last:
            last = hit.end
            kept.append(hit)
    return kept


def _reading_order(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def find_in_lines(text: str, pattern: re.Pattern[str], hint: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The hits of a pattern of which each stays in one line and holds the hint: only lines with it are searched."""
    end = 0
    for hit in hint.finditer(text):
        if hit.start() >= end:
            start, end = text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.start()) + 1 or len(text)
            yield from pattern.finditer(text, start, end)
