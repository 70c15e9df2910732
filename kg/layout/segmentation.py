"""Cuts a page's units into articles with their headlines, by one dynamic program. Between `facts` and `articles`.

A page is cut so that the sum of the scores of its articles is greatest. An article's score adds what speaks for its beginning and its
end, what speaks against a cut inside, how well its best headline fits its lead, and the headline-like units that it leaves unused. The
strongest single fact is that a headline shares its pairs of letters with the lead of its own article and hardly any with another's.

So a score is what the beginning brings, whatever the end, what the end brings, whatever the beginning, and the headline. Headlines are weighed
only where an article with the best that there could be would beat the cut that is known, and most only once for each beginning.
"""
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.layout.cohesion import MOST_UNLIKE, shared_weights, unlikeness
from kg.layout.facts import HEADLONG, Facts, Places
from kg.layout.page import Page
from kg.layout.units import NOTICES, Unit

NO_HEADLINE = -3.0
EMPTY, EMPTY_HEADS, EMPTY_HEAD = -9.0, -HEADLONG, -1.0
BEFORE, AFTER, AFTER_LEAD = 0.0, -0.8, -1.3
SOURCELESS = -4.0
HABIT, LEAST_HABIT = 0.8, -1.5
SLACK = 1e-9  # so much better is better; of two that are alike the shorter article stands
MOST_WORDS = 5.0  # more than the same headline can bring to one article than to another, both of which it stands behind
MOST_WORK, NEAR = 300_000, 10  # articles and headlines weighed, the rest in their measure (a page takes some thousand); then only near beginnings are kept
FEW = 4
TOPS = ("source", "furniture")
REACH, FIRST = attrgetter("reach"), attrgetter("first")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as a run of units ``first`` … ``last`` (exclusive), with the index of its headline unit or None."""

    first: int
    last: int
    headline: int | None


@dataclass(slots=True)
class Opening:
    """A place where an article may begin: its first body unit, the end of its lead, what the best cut up to here and this beginning bring.

    ``headline`` is the best one of the first ``weighed`` of the page, with a value ``best`` that no later end of the article changes; ``reach``
    is what cut, beginning and headline bring at most, whatever the end.
    """

    first: int
    lead: int
    full: int
    value: float
    weighed: int
    reach: float
    best: float = NO_HEADLINE
    headline: int | None = None


class Program:
    """One run over a page that sets its headlines ``before`` and ``after`` their bodies so readily."""

    def __init__(self, facts: Facts, places: Places, *, before: float = BEFORE, after: float = AFTER) -> None:
        self.facts, self.places, self.before, self.after = facts, places, before, after
        self.behind = {h: max(after, facts.inside[h], AFTER_LEAD) for h in facts.heads}  # how usual a headline is behind the lead at most
        self.best = [0.0] * (facts.size + 1)
        self.articles: list[Piece | None] = [None] * (facts.size + 1)  # the last one of the best cut up to there; None: its last unit is left out
        self.openings: list[Opening] = []  # that a paragraph stands behind, the most hopeful ones first
        self.bare: list[Opening] = []  # since the last paragraph
        self.work = 0

    def cut(self) -> list[Piece]:
        """The best cut of the page into articles, in order."""
        facts, places, best = self.facts, self.places, self.best
        for unit in range(facts.size):
            last = unit + 1
            if places.begins[unit]:
                value = best[unit] + places.opens[unit]
                lead = facts.leads[unit]
                self.bare.append(Opening(unit, lead, facts.headlines.lead_end(lead), value, facts.headed[unit], value + NO_HEADLINE))
            if self.work > MOST_WORK:
                self._forget()
            if unit in self.behind:
                self._expect(unit)
            elif facts.texts[last] == unit:
                self.openings, self.bare = [*self._alive(), *self.bare], []
            best[last] = best[unit] - facts.skips[unit]
            if places.ends[last]:
                if facts.headlong[last]:
                    self._end_empty(last)
                if self.openings:
                    self._end(last)
        pieces, last = [], facts.size
        while last:
            piece = self.articles[last]
            last = piece.first if piece else last - 1
            if piece:
                pieces.append(piece)
        return pieces[::-1]

    def _expect(self, h: int) -> None:
        """A headline-like unit may be the headline of each article that began before: behind its first paragraph, or over it."""
        most = self.facts.headlines.most[h]
        before, behind = most + self.before, most + self.behind[h]
        self.work += len(self.openings) + len(self.bare) >> 5
        for opening in (*self.openings, *self.bare):
            reach = opening.value + (behind if opening.lead < h else before)
            if reach > opening.reach:
                opening.reach = reach

    def _alive(self) -> list[Opening]:
        """The openings but those that, whatever follows, bring less than the most hopeful one: by more than the words of a headline may make."""
        if len(self.openings) < FEW:
            return self.openings
        first = self.openings[0]
        margin = -SOURCELESS if self.facts.sources else 0.0
        value, reach = first.value - MOST_WORDS - margin, first.value + first.best - margin
        return [opening for opening in self.openings if opening.value > value or opening.reach > reach]

    def _forget(self) -> None:
        """Of all beginnings only the nearest are looked at from now on."""
        self.bare = self.bare[-NEAR:]
        self.openings = sorted(self.openings, key=FIRST)[len(self.bare) - NEAR:] if len(self.bare) < NEAR else []

    def _end_empty(self, last: int) -> None:
        """Articles without a paragraph may end at a place: better than to leave out very many headlines in a row."""
        facts = self.facts
        self.work += len(self.bare) >> 3
        for opening in reversed(self.bare):
            heads = facts.headed[last] - facts.headed[opening.first]
            value = self.best[opening.first] + (EMPTY_HEADS + EMPTY_HEAD * heads if heads else EMPTY)
            if value > self.best[last] + SLACK:
                self.best[last] = value
                self.articles[last] = Piece(opening.first, last, facts.heads[facts.headed[opening.first]] if heads else None)

    def _end(self, last: int) -> None:
        """Articles may end at a place: keeps the one with which the cut up to there is best; of those that are alike, the shortest."""
        facts, best, found = self.facts, self.best[last] + SLACK, -1
        end, heads = self.places.closes[last], facts.headed[last]
        self.openings.sort(key=REACH, reverse=True)
        self.work += len(self.openings) >> 7
        for opening in self.openings:
            if opening.reach + end <= best - SLACK:
                break
            self.work += 1
            score, headline = (opening.best, opening.headline) if opening.weighed == heads else self._headline(opening, last, heads)
            value = opening.value + score + end
            if facts.sources and facts.closed[opening.first] == facts.closed[last]:
                value += SOURCELESS
            if value > best + SLACK or (value > best - SLACK and opening.first > found):
                best, found = value, opening.first
                self.articles[last] = Piece(found, last, headline)
        if found >= 0:
            self.best[last] = best

    def _headline(self, opening: Opening, last: int, heads: int) -> tuple[float, int | None]:
        """The value of the best headline of an article, and its unit; the opening keeps what holds for all later ends too."""
        body = self.facts.bodies[self.facts.bodied[last] - 1]
        behind = self.facts.headed[body]
        if last >= opening.full and behind > opening.weighed:
            opening.best, opening.headline = self._best(opening, behind, last, body)
            opening.weighed = behind
        if heads == opening.weighed:
            opening.reach = opening.value + opening.best
            return opening.best, opening.headline
        self.work += heads - opening.weighed
        opening.reach = opening.value + max([opening.best] + [self._most(h, opening) for h in self.facts.heads[opening.weighed:heads]])
        return self._best(opening, heads, last, body)

    def _most(self, h: int, opening: Opening) -> float:
        """What a headline brings at most to an article that begins there, whatever its end."""
        table = self.facts.headlines
        return table.room[h] + table.fit(h, opening.lead, opening.full) + (self.before if h < opening.lead else self.behind[h])

    def _best(self, opening: Opening, heads: int, last: int, body: int) -> tuple[float, int | None]:
        """The best headline of an opening, or one of the following up to some number if it is better in an article with that last body unit."""
        best, headline, table = opening.best, opening.headline, self.facts.headlines
        for h in self.facts.heads[opening.weighed:heads]:
            place = self._place(h, opening.lead, body)
            if table.most[h] + place > best:
                value = table.own[h] + place + table.fit(h, opening.lead, min(opening.full, last))
                if h > opening.first:
                    value += table.over[h]
                if h + 1 < last:
                    value += table.under[h]
                if value > best:
                    best, headline = value, h
        return best, headline

    def _place(self, h: int, lead: int, body: int) -> float:
        """How usual it is that a headline stands there: before the body, after it, after its lead, in a broken sentence, elsewhere."""
        if h < lead:
            return self.before
        if h > body:
            return self.after
        return AFTER_LEAD if self.facts.bodied[h] == self.facts.bodied[lead] + 1 else self.facts.inside[h]


def segment(page: Page, units: Sequence[Unit]) -> list[Piece]:
    """The articles of a page."""
    if len(units) == 1:
        return [Piece(0, 1, None)]
    facts = Facts(page, units)
    titles = facts.titles()
    pieces: list[Piece] = []
    if titles is not None and (not titles or (len(titles) == 1 and not facts.bodied[titles[0]])):
        # the only title heads the only article, however well it fits: no other article can have it
        pieces = _one_article(facts, titles or [None])
    if not pieces:
        weights = shared_weights(page, units)
        facts.headlines.weigh(page, weights.keys())
        if titles:
            pieces = _one_article(facts, titles)
        pieces = pieces or _articles(facts, facts.places(unlikeness(page, units, facts.bodies, weights)))
    return _with_tops(units, pieces) or [Piece(0, len(units), _title_of_lines(units))]


def _title_of_lines(units: Sequence[Unit]) -> int | None:
    """The title of a notice that has lines and no paragraph under it: its first line, which a document number or a signature goes with."""
    if not units:
        return None
    title = units[0]
    signed = any(unit.role == "docno" for unit in units[1:2]) or units[-1].role == "date"
    return 0 if signed and title.headish and "关于" in title.text and title.text.endswith(NOTICES) else None


def _one_article(facts: Facts, titles: Sequence[int | None]) -> list[Piece]:
    """The article of a page, with one of some titles, that is its only one even if all paragraphs are utterly unlike; else nothing."""
    pieces = Program(facts, facts.places(dict.fromkeys(facts.bodies, MOST_UNLIKE))).cut()
    whole = len(pieces) == 1 and pieces[0].headline in titles and pieces[0].first <= facts.bodies[0] and facts.bodies[-1] < pieces[0].last
    return pieces if whole else []


def _articles(facts: Facts, places: Places) -> list[Piece]:
    """The articles of a page; a second pass knows on which side of its bodies this page sets its headlines."""
    pieces = Program(facts, places).cut()
    placed = [facts.bodied[piece.headline] == facts.bodied[piece.first] for piece in pieces if piece.headline is not None]
    if len(placed) < 2:
        return pieces
    share = (sum(placed) + 0.7) / (len(placed) + 1.4)
    before, after = (max(LEAST_HABIT, HABIT * math.log(2 * part)) for part in (share, 1 - share))
    return Program(facts, places, before=before, after=after).cut()


def _with_tops(units: Sequence[Unit], pieces: Sequence[Piece]) -> list[Piece]:
    """The articles, with the document number that stands right over a headline, as GB/T 9704 sets it, and belongs to no other, and the first one
    with the source that a page of the web tells at its top."""
    taken = {index for piece in pieces for index in range(piece.first, piece.last)}
    found = [replace(piece, first=piece.first - 1) if piece.first == piece.headline and piece.first
             and units[piece.first - 1].role == "docno" and piece.first - 1 not in taken else piece for piece in pieces]
    if found and all(unit.role in TOPS for unit in units[:found[0].first]):
        found[0] = replace(found[0], first=0)
    return found
