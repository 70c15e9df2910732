"""Cuts a page's units into articles with their headlines, by one dynamic program. Between `units` and `articles`.

A page is cut so that the sum of the scores of its articles is greatest. An article's score adds what speaks for its beginning and its
end, what speaks against a cut inside, how well its best headline fits its lead, and the headline-like units that it leaves unused. The
strongest single fact is that a headline shares its pairs of letters with the lead of its own article and hardly any with another's.
"""
from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from kg.layout.cohesion import LEAD_LETTERS, Running
from kg.layout.page import Page, bigrams
from kg.layout.roles import ADDRESS, DATELINE, NUMBERED
from kg.layout.units import Unit

ARTICLE = -1.6
NO_HEADLINE = -3.0
OVERLAP, OVERLAP_ZERO = 4.5, 0.3
UNUSED, UNUSED_SOFT, BESIDE = 1.5, 1.2, 0.4
HABIT = 0.8 * math.log(2)
SLACK = 1e-9
MOST_WORK, NEAR = 200_000, 10  # headlines weighed (a newspaper page takes some thousand); after so many only the nearest cuts are looked at
FOLLOWED = {"byline": 1.0, "docno": 1.0, "continued": 2.0}
EXPLAINS = re.compile(r"等$|^(?:这些|包括|据)")
SKIP = {"date": 1.0, "signer": 1.0, "docno": 1.0, "enclosure": 1.0, "continued": 1.0, "closing": 2.0, "column": 0.0, "contents": 0.0, "furniture": 0.0, "repeat": 0.0, "intro": 0.2, "byline": 1.0, "credit": 1.0, "source": 2.0}
SKIP_HEAD, SKIP_BODY = 1.6, 6.0
ATTACHED = ("date", "docno", "enclosure", "signer", "annex")
ENDS, LONGEST_TAIL = 1.2, 30
LATER_ARTICLE = re.compile(r"^第(?!一条)[一二三四五六七八九十百\d]{1,5}条")
TAIL = re.compile(r"(?:据《[^》]{2,20}》|（完）|[（(]完[）)])$")
NEWS = re.compile(r"获悉|了解到|(?:近日|日前).{0,60}?(?:发布|印发|公布|出台|启动|召开|举行|通过|联合)")
EVENT = re.compile(r"^.{0,40}?\d{1,2}日.{0,60}?(?:举行|召开|启动|开幕|举办|发布)")
DATED = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日")
TODAY = re.compile(r"^(?:今天|昨天|昨日|今日)(?:（|\(|，|上午|下午)")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as a run of units ``first`` … ``last`` (exclusive), with the index of its headline unit or None."""

    first: int
    last: int
    headline: int | None


@dataclass(slots=True)
class Segmenter:
    """The tables of one page and the program over them."""

    page: Page
    units: Sequence[Unit]
    before: float = 0.0
    after: float = -0.8
    bodies: list[int] = field(default_factory=list)
    gaps: dict[int, float] = field(default_factory=dict)
    prefix: list[float] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    finals: list[bool] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    starts: dict[int, float] = field(default_factory=dict)
    own: dict[int, float] = field(default_factory=dict)
    costs: dict[int, float] = field(default_factory=dict)
    ends: dict[int, float] = field(default_factory=dict)
    tails: set[int] = field(default_factory=set)
    closings: list[int] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    words: dict[int, tuple[list[tuple[str, float]], float]] = field(default_factory=dict)
    crowns: dict[int, float] = field(default_factory=dict)
    sources: bool = False
    work: int = 0
    _leads: dict[tuple[int, int, int], str] = field(default_factory=dict)
    _overlaps: dict[tuple[int, int, int], float] = field(default_factory=dict)
    _ends: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page, units: Sequence[Unit]) -> Segmenter:
        """A segmenter with all tables filled."""
        self = cls(page, units)
        self.bodies = [i for i, unit in enumerate(units) if self._is_body(unit)]
        self.heads = [i for i, unit in enumerate(units) if unit.headish]
        self.sources = sum(unit.role == "source" for unit in units) >= 3
        running = Running(page, units)
        cohesions = {k: running.cohesion(p, k) for p, k in pairwise(self.bodies)}
        middle = sorted(cohesions.values())[len(cohesions) // 2] if cohesions else 0.0
        for p, k in pairwise(self.bodies):
            self.gaps[k] = self._gap(p, k, cohesions[k] - middle)
        self.finals = [unit.final for unit in units]
        self.closings = [i for i, unit in enumerate(units) if unit.role in ("source", "closing")]
        for index in range(len(units)):
            self.loose.append(self.loose[-1] if index and (units[index - 1].role or units[index - 1].headish) else index)
        self.starts = {k: self._start(k) for k in self.bodies}
        self.tails = {k for k in self.bodies if TAIL.search(units[k].text, max(0, len(units[k].text) - LONGEST_TAIL))}
        self.ends = {k: (0.0 if self.finals[k] or units[k].role else -2.5) + (ENDS if k in self.tails else 0.0) for k in self.bodies}
        self.own = {h: self._own_score(h) for h in self.heads}
        self.costs = {h: self._unused(h) for h in self.heads}
        self.words = {h: self._shared_words(h, running.shared) for h in self.heads}
        self.crowns = {h: self._crown(h) for h in self.heads}
        total = 0.0
        self.spent = [0.0, *accumulate(self.costs.get(index, 0.0) for index in range(len(units)))]
        self.prefix = [0.0]
        for index in range(len(units)):
            total += self.gaps.get(index, 0.0)
            self.prefix.append(total)
        return self

    @staticmethod
    def _is_body(unit: Unit) -> bool:
        return (not unit.role and not unit.headish) or unit.role in ATTACHED

    # --- the facts about places between units -------------------------------------------------------------------------------

    def _gap(self, p: int, k: int, cohesion: float) -> float:
        """How much speaks for a cut between two neighbouring body units."""
        left, right = self.units[p], self.units[k]
        if right.role in ("signer", "date", "enclosure", "annex"):
            return -4.0
        paragraphs = self.page.kind == "paragraphs"
        score = max(-1.2, min(1.2, -8 * cohesion))
        if DATELINE.search(right.text) or ADDRESS.search(right.text):
            score += 4
        elif right.role == "docno" and not left.role:
            score += 2
        elif LATER_ARTICLE.search(right.text):
            score -= 3
        lead = right.text[:130]
        score += 0.9 * bool(NEWS.search(lead)) + 1.2 * bool(EVENT.search(lead)) + 0.4 * bool(DATED.search(lead)) + 0.5 * bool(TODAY.search(lead))
        if left.role == "annex":
            score -= 4
        elif left.role in ("date", "enclosure") and right.role not in ("enclosure", "date"):
            score += 0.5
        between = self.units[p + 1:k]
        if any(unit.role == "continued" for unit in between):
            score += 1.5
        if any(unit.role in ("source", "closing") or unit.text.startswith("（作者") for unit in between):
            score += 1.0
        if not paragraphs:
            change = abs(left.wrap - right.wrap)
            score += 0.9 if change >= 2 else 0.3 if change >= 1 else -0.4
        if (not left.final and not left.role) or right.continues:
            score -= 4 if paragraphs else 3
        if right.tight:
            score -= 2.5
        return score

    # --- the facts about an article -----------------------------------------------------------------------------------------

    def _start(self, k: int) -> float:
        unit = self.units[k]
        score = 0.0
        if DATELINE.search(unit.text) or ADDRESS.search(unit.text):
            score += 2
        lead = unit.text[:130]
        score += max(0.8 * bool(NEWS.search(lead)), 1.2 * bool(EVENT.search(lead)), 0.4 * bool(TODAY.search(lead)))
        if unit.continues or LATER_ARTICLE.search(unit.text):
            score -= 3
        if unit.tight:
            score -= 3
        return score

    def _end(self, first: int, last: int, body: int) -> float:
        score = self.ends[body]
        begin, end = bisect_left(self.closings, first), bisect_left(self.closings, last)
        if begin == end:
            return score - 4 if self.sources else score
        if body not in self.tails and self.closings[end - 1] > body:
            score += ENDS
        return score - 3.5 * (bisect_left(self.closings, body, begin, end) - begin)

    def _overlap(self, head: int, body: int, last: int) -> float:
        """Share of a headline's bigrams in the lead that begins at a body unit and ends with the article at the latest."""
        key = (head, body, min(self._lead_end(body), last))
        if key not in self._overlaps:
            lead = self._lead(body, key[2], head)
            own, total = self.words[head]
            self._overlaps[key] = sum(weight for pair, weight in own if pair in lead) / total if total else 0.0
        return self._overlaps[key]

    def _shared_words(self, head: int, shared: Set[str]) -> tuple[list[tuple[str, float]], float]:
        """The bigrams of a headline that stand elsewhere too, with their weights, and the weight of all."""
        own = [(pair, self.page.weight(pair)) for pair in bigrams(self.units[head].text)]
        return [row for row in own if row[0] in shared], sum(weight for _, weight in own)

    def _crown(self, h: int) -> float:
        """The most that a headline can bring to its article, wherever that begins and ends."""
        own, total = self.words[h]
        fits = sum(weight for _, weight in own) / total if total else 0.0
        beside = sum(max(0.0, self.costs.get(n, 0.0) - BESIDE) for n in (h - 1, h + 1))
        followed = FOLLOWED.get(self.units[h + 1].role, 0.0) if h + 1 < len(self.units) else 0.0
        return self.own[h] + self.costs[h] + beside + followed + OVERLAP * fits + HABIT

    def _lead(self, body: int, end: int, head: int) -> str:
        """The letters of the lead made of the units from a body unit to an end, the headline left out."""
        key = (body, end, head if body <= head < end else -1)
        if key not in self._leads:
            letters, lines = 0, []
            for index in range(body, end):
                unit = self.units[index]
                if index != head and not unit.role and (not unit.headish or letters):
                    lines.append(unit.text[:max(0, LEAD_LETTERS - letters)])
                    letters += len(unit.text)
            self._leads[key] = "\n".join(lines)
        return self._leads[key]

    def _lead_end(self, body: int) -> int:
        """Index after the unit in which the lead that begins here is full."""
        if body not in self._ends:
            letters, index = 0, body
            while index < len(self.units) and letters < LEAD_LETTERS:
                letters += len(self.units[index].text) if not self.units[index].role else 0
                index += 1
            self._ends[body] = index
        return self._ends[body]

    def _own_score(self, h: int) -> float:
        """How much a unit's own words and setting speak for it as a headline, wherever it stands."""
        unit = self.units[h]
        score = 0.8 * unit.shape - OVERLAP * OVERLAP_ZERO
        if self.page.kind == "spaced":
            score += max(-1.6, min(0.8, unit.soft - 1.2))
        score += 0.5 * (unit.lines > 1) + 0.4 * (1 <= unit.level <= 3) + 2.5 * unit.listed
        score -= 0.25 * ("，" in unit.text) + 1.0 * bool(EXPLAINS.search(unit.text)) + 3.0 * unit.tight
        return score - 2.5 if self._numbered(h) else score

    def _numbered(self, h: int) -> bool:
        return bool(NUMBERED.search(self.units[h].text))

    def _place(self, h: int, first: int, bodies: Sequence[int]) -> float:
        """How usual it is that a headline stands there: before the body, after it, after its lead, in a broken sentence, elsewhere."""
        if h < bodies[0] and self.loose[h] <= first:
            return self.before
        if h > bodies[-1]:
            return self.after
        if h > bodies[0] and (len(bodies) < 2 or h < bodies[1]):
            return -1.3
        return -3.5 if self.finals[bodies[bisect_left(bodies, h) - 1]] else -0.8

    def _unused(self, h: int) -> float:
        """What it costs to leave a headline-like unit inside an article unused."""
        unit = self.units[h]
        if self._numbered(h):
            return 0.1
        if self.page.kind == "spaced" and unit.soft < 1:
            return 0.1 + UNUSED_SOFT * max(0.0, unit.soft)
        if h and not self.finals[h - 1] and not self.units[h - 1].headish and not self.units[h - 1].role:
            return 0.2
        if len(unit.text) <= 6:
            return 0.3
        cost = UNUSED + 0.5 * max(0.0, unit.shape) + (1.0 if unit.lines > 1 and self.page.kind != "paragraphs" else 0.0)
        return cost * (0.5 if self.sources else 1.0)

    def score(self, first: int, last: int) -> tuple[float, int | None]:
        """Score of the units first … last as one article, and its headline."""
        heads = self.heads[bisect_left(self.heads, first):bisect_left(self.heads, last)]
        self.work += 1 + len(heads)
        begin, end = bisect_left(self.bodies, first), bisect_left(self.bodies, last)
        if begin == end:
            return (-7.0 - len(heads), heads[0]) if heads else (-9.0, None)
        lead = self.bodies[begin]
        base = ARTICLE + self.starts[lead] + self._end(first, last, self.bodies[end - 1]) - (self.prefix[last] - self.prefix[lead + 1])
        total = self.spent[last] - self.spent[first]
        bodies = self.bodies[begin:end]
        if all(self.units[i].role for i in bodies):
            return (-7.0 - len(heads), heads[0]) if heads else (-9.0, None)
        best, headline = (NO_HEADLINE if len(self.units) > 1 else 0.0) - total, None
        for h in heads:
            if self.crowns[h] - total <= best:
                continue
            value = self.own[h] + self.costs[h] - total
            if self.page.kind != "blocks":
                value += sum(max(0.0, self.costs[n] - BESIDE) for n in (h - 1, h + 1) if n in self.costs and first <= n < last)
            value += FOLLOWED.get(self.units[h + 1].role, 0.0) if h + 1 < last else 0.0
            if value + OVERLAP + max(self.before, self.after, 0.0) > best:
                value += self._place(h, first, bodies)
                if value + OVERLAP > best:
                    value += OVERLAP * self._overlap(h, bodies[0], last)
                    if value > best:
                        best, headline = value, h
        return base + best, headline

    # --- the program ---------------------------------------------------------------------------------------------------------

    def _skip(self, unit: Unit) -> float:
        if unit.role in SKIP:
            return SKIP[unit.role]
        return SKIP_HEAD if unit.headish else SKIP_BODY

    def _cuts(self) -> list[int]:
        """Where an article may begin: at headline-like units, after them, and where something speaks for a cut."""
        cuts = {0}
        for index, unit in enumerate(self.units):
            before = self.units[index - 1] if index else None
            if unit.headish or unit.role in ("intro", "byline", "docno", "column") or self.gaps.get(index, -1.0) > -0.5 or \
                    (before is not None and (before.headish or before.role in SKIP)):
                cuts.add(index)
        return sorted(cuts)

    def _promise(self, first: int, before: float) -> float:
        """What the best cut up to a unit and the beginning of an article there bring at most, whatever its end."""
        index = bisect_left(self.bodies, first)
        if index == len(self.bodies):
            return -math.inf
        lead = self.bodies[index]
        return before + ARTICLE + self.starts[lead] + self.prefix[lead + 1] + self.spent[first] + SLACK

    def _rest(self, last: int) -> tuple[int, float]:
        """The last body unit before a place, and what the end of an article there brings at most, its cuts not made inside."""
        index = bisect_left(self.bodies, last)
        if not index:
            return -1, 0.0
        body = self.bodies[index - 1]
        return body, self.ends[body] + (ENDS if self.closings else 0.0) - self.prefix[last] - self.spent[last]

    def cut(self) -> list[Piece]:
        """The best cut of the page into articles, in order."""
        size, cuts = len(self.units), self._cuts()
        begins = set(cuts)
        best: list[tuple[float, int, int | None, bool]] = [(0.0, 0, None, False), *[(-math.inf, 0, None, False)] * size]
        promises: list[tuple[float, float, int]] = []  # for each cut behind: what it brings at most, and the best headline up to the next
        for last in range(1, size + 1):
            if last - 1 in begins:
                promises.append((self._promise(last - 1, best[last - 1][0]), -math.inf, last - 1))
            if last - 1 in self.crowns:
                promise, top, first = promises[-1]
                promises[-1] = promise, max(top, self.crowns[last - 1]), first
            skipped = best[last - 1][0] - self._skip(self.units[last - 1])
            best[last] = (skipped, last - 1, None, False)
            if last < size and last not in begins and self.units[last].role not in SKIP:
                continue
            body, rest = self._rest(last)
            crown = 0.0 if size == 1 else NO_HEADLINE
            for promise, top, first in reversed(promises if self.work < MOST_WORK else promises[-NEAR:]):
                crown = max(crown, top)
                if first > body or promise + crown + rest > best[last][0]:
                    value, headline = self.score(first, last)
                    if best[first][0] + value > best[last][0]:
                        best[last] = (best[first][0] + value, first, headline, True)
        pieces, last = [], size
        while last:
            _, first, headline, article = best[last]
            if article:
                pieces.append(Piece(first, last, headline))
            last = first
        return pieces[::-1]


def segment(page: Page, units: Sequence[Unit]) -> list[Piece]:
    """The articles of a page; a second pass knows on which side of its bodies this page sets its headlines."""
    if not units:
        return []
    segmenter = Segmenter.of(page, units)
    pieces = segmenter.cut()
    placed = [piece.headline < next((b for b in segmenter.bodies if piece.first <= b < piece.last), piece.last)
              for piece in pieces if piece.headline is not None]
    if len(placed) > 1:
        share = (sum(placed) + 0.7) / (len(placed) + 1.4)
        segmenter.before = max(-1.5, 0.8 * math.log(2 * share))
        segmenter.after = max(-1.5, 0.8 * math.log(2 * (1 - share)))
        pieces = segmenter.cut()
    return _with_numbers(units, pieces) or [Piece(0, len(units), None)]


def _with_numbers(units: Sequence[Unit], pieces: Sequence[Piece]) -> list[Piece]:
    """The articles, with the document number that stands right over a headline, as GB/T 9704 sets it, and belongs to no other."""
    taken = {index for piece in pieces for index in range(piece.first, piece.last)}
    return [replace(piece, first=piece.first - 1) if piece.first == piece.headline and piece.first
            and units[piece.first - 1].role == "docno" and piece.first - 1 not in taken else piece for piece in pieces]
