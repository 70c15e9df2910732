"""Regulations at a day: draft, issued, in force, amended, replaced, or only named, with lead and joint issuers, basis and dates. KnowledgeBase -> rows."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.model import Evidence, KnowledgeBase, Ref, Statement
from kg.views.sources import Sources, newest_day, wording

STATES = ("named", "draft", "issued", "in force", "amended", "repealed", "replaced")
DRAFT = re.compile("[（(](?:公开)?(?:草案)?(?:征求意见稿|草案|送审稿|讨论稿)[)）]$")
AMENDING = re.compile("关于修[改订正]((?:[《〈][^》〉]+[》〉][、和及]?)+)")
SHORTEST_TITLE = 3
WITHOUT = {"repealed": {"replaced"}, "amended": {"amended"}}
"""What goes unsaid where it is told which other regulation does it."""
DATED = {"issuedOn": "issued", "effectiveFrom": "in force"}


@dataclass(frozen=True, slots=True)
class Event:
    """What a regulation became, and when: ``when`` is an ISO date as precise as the text, ``reported`` if it is only the day of the report."""

    state: str
    when: str
    reported: bool = False
    other: Ref | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{'by ' if self.reported and self.when else ''}{self.when or '?'} {self.state}"


@dataclass(frozen=True, slots=True)
class RegulationRow:
    """A regulation as it stands at a day: its state, who issued it (the first named leads), when it was issued and has effect
    as far as the text tells the day, on which basis, what replaces it, and its life so far."""

    state: str
    regulation: Ref
    lead: Ref | None
    joint: tuple[Ref, ...]
    issued: str
    effective: str
    based_on: tuple[Ref, ...]
    replaced_by: tuple[Ref, ...]
    life: tuple[Event, ...]
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


def regulations_at(kb: KnowledgeBase, as_of: date | None = None) -> tuple[RegulationRow, ...]:
    """All regulations named by a day (of the newest article if none is given), each in its state of that day; a draft and what came of it are one.

    An event counts from its day, of whatever document it is known; one whose day is not told counts from the day of the first report,
    and always where no report has a day. A month or a year counts from its first day.
    """
    day, lives = as_of or newest_day(kb), Lives(kb)
    rows = (lives.row(ref, day) for ref in sorted(lives.named))
    return tuple(sorted((row for row in rows if row), key=lambda row: (-STATES.index(row.state), row.regulation)))


def final_titles(kb: KnowledgeBase) -> dict[Ref, Ref]:
    """Drafts whose title without （征求意见稿） is that of a regulation of the same knowledge base, and this regulation."""
    known = {entity.ref for entity in kb.entities if entity.type == "Regulation"}
    plain = {ref: Ref(ref.type, DRAFT.sub("", ref.name)) for ref in known}
    return {ref: final for ref, final in sorted(plain.items()) if final != ref and final in known}


def amends(sources: Sources, statement: Statement) -> bool:
    """Whether a regulation only amends the one that it is said to replace, which then stays in force."""
    texts = " ".join((statement.subject.name, *map(sources.text, statement.evidence)))
    return bool(wording("amended").search(texts)) and not wording("ended").search(texts)


class Lives:
    """Reads the lives of the regulations of one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.sources, self.finals = Sources(kb), final_titles(kb)
        self.names = {entity.ref: (entity.name, *entity.aliases) for entity in kb.entities}
        self.named: dict[Ref, list[Evidence]] = defaultdict(list)
        self.titles: dict[Ref, set[str]] = defaultdict(set)
        for entity in kb.entities:
            if entity.type == "Regulation":
                self.named[self.final(entity.ref)] += entity.evidence
                self.titles[self.final(entity.ref)] |= {name for name in (entity.name, *entity.aliases) if len(name) >= SHORTEST_TITLE}
        self.amending = {title: ref for ref in self.titles for titles in AMENDING.findall(ref.name) for title in re.findall("[《〈]([^》〉]+)", titles)}
        self.facts: dict[Ref, list[Statement]] = defaultdict(list)
        self.dates: dict[Ref, dict[str, str]] = defaultdict(dict)
        for statement in kb.statements:
            for thing in (statement.subject, statement.object):
                if isinstance(thing, Ref) and thing.type == "Regulation":
                    self.facts[self.final(thing)].append(statement)
            if isinstance(statement.object, str):
                self.dates[statement.subject].setdefault(statement.predicate, statement.object)

    def final(self, ref: Ref) -> Ref:
        """The regulation that came of a draft, the regulation itself else."""
        return self.finals.get(ref, ref)

    def of(self, ref: Ref, predicate: str) -> list[Statement]:
        """What stands in a relation to a regulation, as ``issues``."""
        return [s for s in self.facts[ref] if s.predicate == predicate and isinstance(s.object, Ref) and self.final(s.object) == ref]

    def row(self, ref: Ref, day: date) -> RegulationRow | None:
        """A regulation as it stands at a day, None if nothing names it by then."""
        life = tuple(event for event in self.life(ref) if not event.when or first_day(event.when) <= day)
        if not life and not any(found is None or found <= day for found in map(self.sources.day, self.named[ref])):
            return None
        reached = {event.state for event in life} | {"named"}
        by = self.issuers(ref, "issues" if reached - {"named", "draft"} else "drafts")
        bases = tuple(s.object for s in self.facts[ref] if s.predicate == "basedOn" and self.final(s.subject) == ref and isinstance(s.object, Ref))
        said = tuple(dict.fromkeys(item for event in life for item in event.evidence)) or tuple(self.named[ref][:1])
        others = tuple(dict.fromkeys(event.other for event in life if event.other))
        issued, effective = (next((event.when for event in life if event.state == state and not event.reported), "") for state in DATED.values())
        return RegulationRow(max(reached, key=STATES.index), ref, by[0] if by else None, by[1:], issued, effective, bases, others, life, said)

    def issuers(self, ref: Ref, predicate: str) -> tuple[Ref, ...]:
        """Who issued (or drafts) a regulation, in the order in which the oldest sentences name them: the first one leads."""
        found: dict[Ref, tuple[date, str, int, int]] = {}
        for statement in self.of(ref, predicate):
            for item in statement.evidence:
                text = self.sources.text(item)
                places = [place for name in self.names[statement.subject] if (place := text.find(name)) >= 0]
                key = (self.sources.day(item) or date.max, item.article, min(places, default=len(text)), item.sentence)
                found[statement.subject] = min(key, found.get(statement.subject, key))
        return tuple(sorted(found, key=lambda one: (found[one], one)))

    def life(self, ref: Ref) -> list[Event]:
        """The events of a regulation in order; of several reports of one event those that tell its day go first, then the oldest."""
        best: dict[tuple[str, Ref | None], Event] = {}
        for event in sorted(self.events(ref), key=lambda e: (e.reported, e.when or "9", e.evidence)):
            best.setdefault((event.state, event.other), event)
        told = {event.state for event in best.values() if event.other or event.state != "amended"}
        return sorted((e for e in best.values() if e.other or not told & WITHOUT.get(e.state, set())), key=lambda e: (STATES.index(e.state), e.when))

    def events(self, ref: Ref) -> Iterator[Event]:
        """What the statements tell of a regulation's life."""
        for statement in self.facts[ref]:
            if isinstance(statement.object, str) and statement.predicate in DATED:
                yield Event("draft" if DRAFT.search(statement.subject.name) else DATED[statement.predicate], statement.object, evidence=statement.evidence)
        for predicate, state in (("drafts", "draft"), ("issues", "issued")):
            for statement in self.of(ref, predicate):
                yield Event(state, self.reported(statement.evidence), reported=True, evidence=statement.evidence)
        for statement in self.of(ref, "replaces"):
            state = "amended" if amends(self.sources, statement) else "replaced"
            yield self.by_other(state, statement.subject, statement.evidence)
        for other in sorted({self.amending[title] for title in self.titles[ref] if title in self.amending}):
            yield self.by_other("amended", other, tuple(self.named[other][:1]))
        yield from self.told(ref)

    def by_other(self, state: str, other: Ref, evidence: tuple[Evidence, ...]) -> Event:
        """What another regulation does to one: from the day on which that is in force, or issued, else from the report."""
        when = self.dates[other].get("effectiveFrom") or self.dates[other].get("issuedOn")
        return Event(state, when or self.reported(evidence), when is None, other, evidence)

    def told(self, ref: Ref) -> Iterator[Event]:
        """What the words around the title tell, in sentences and in other titles: 修订后的《…》, 关于修改〈…〉的决定, 废止《…》; a draft by its own title."""
        for item in self.named[ref]:
            text, when = self.sources.text(item), self.reported([item])
            printed = [name for name in self.titles[ref] if name in text]
            if any(map(DRAFT.search, printed)):
                yield Event("draft", when, True, evidence=(item,))
            for place, end in {(hit.start(), hit.end()) for name in printed for hit in re.finditer(re.escape(name), text)}:
                if wording("revised").search(text, max(0, place - 60), place):
                    days = [fact for fact in self.facts[ref] if fact.predicate == "effectiveFrom" and item.article in {e.article for e in fact.evidence}]
                    yield Event("amended", str(days[0].object) if days else when, not days, evidence=(item,))
                if wording("repealed").search(text[:place][-60:]) or wording("repealed").search(text[end:end + 30]):
                    yield Event("repealed", when, True, evidence=(item,))

    def reported(self, evidence: Iterable[Evidence]) -> str:
        """The day of the oldest dated report."""
        return str(next(iter(self.sources.days(evidence)), ""))


def first_day(when: str) -> date:
    """The first day of an ISO date that may be a month or a year.

    >>> first_day("2025-06"), first_day("2025")
    (datetime.date(2025, 6, 1), datetime.date(2025, 1, 1))
    """
    return date.fromisoformat(when + "-01-01"[len(when) - 10:] if len(when) < 10 else when)
