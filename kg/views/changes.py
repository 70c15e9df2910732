"""What differs between two builds: articles, entities, relations, dates, figures and targets added, gone and changed. Two KnowledgeBases -> rows.

A thing is the same by its name: an entity by class and full name, a relation by its ends, a date by whose and which it is, a figure by its words
and indicator, a target by its words. What else is told of it is compared, sentences too.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from kg.model import Evidence, KnowledgeBase, Ref

KINDS = ("document", "article", "entity", "relation", "date", "figure", "target")
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Something that was added, is gone, or has changed; of what changed, which field, and what only one of the builds has in it."""

    document: str
    change: str
    kind: str
    what: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many of a kind the two builds have, and how many were added, are gone, have changed."""

    kind: str
    before: int
    after: int
    added: int
    gone: int
    changed: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two builds: a row for each thing that was added or is gone, and each field that has changed; and the sums by kind."""

    rows: tuple[ChangeRow, ...]
    counts: tuple[CountRow, ...]


@dataclass(slots=True)
class _Thing:
    """One thing of a build: its document (the first one), its name for readers, and the values of its fields."""

    document: str
    what: str
    values: dict[str, set[str]] = field(default_factory=dict)


def compare(before: KnowledgeBase, after: KnowledgeBase) -> Comparison:
    """What differs between two builds, by document."""
    old, new = _things(before), _things(after)
    rows: list[ChangeRow] = []
    counts = Counter((change, key[0]) for change, things in (("before", old), ("after", new)) for key in things)
    for key in sorted({*old, *new}):
        found = list(_changes(key[0], old.get(key), new.get(key)))
        counts.update({(row.change, row.kind) for row in found})
        rows += found
    sums = (CountRow(kind, *(counts[change, kind] for change in ("before", "after", "added", "gone", "changed"))) for kind in KINDS)
    return Comparison(tuple(sorted(rows, key=lambda row: (row.document, KINDS.index(row.kind)))), tuple(sums))


def _changes(kind: str, old: _Thing | None, new: _Thing | None) -> Iterator[ChangeRow]:
    """The rows of one thing, which at least one of the builds has."""
    if old and new:
        for name in {**old.values, **new.values}:
            was, now = old.values.get(name, set()), new.values.get(name, set())
            if was != now:
                yield ChangeRow(new.document, "changed", kind, new.what, name, _told(was - now), _told(now - was))
    elif thing := old or new:
        yield ChangeRow(thing.document, "gone" if old else "added", kind, thing.what)


def _told(values: Iterable[str]) -> str:
    return "、".join(sorted(values))


def _things(kb: KnowledgeBase) -> dict[tuple[str, ...], _Thing]:
    """Everything that a build tells, by kind and identity; records of one identity give their values together."""
    quotes = {article.id: (article.document, [sentence.text for sentence in article.sentences]) for article in kb.articles}
    found: dict[tuple[str, ...], _Thing] = {}
    for kind, identity, what, values, evidence in chain(_sources(kb), _facts(kb)):
        said = [(quotes[item.article][0], quotes[item.article][1][item.sentence]) for item in evidence]
        thing = found.setdefault((kind, *identity), _Thing(min((document for document, _ in said), default=identity[0]), what))
        for name, value in values.items():
            told = value if isinstance(value, tuple) and not isinstance(value, Ref) else (value,)
            thing.values.setdefault(name, set()).update(_text(one) for one in told if one not in (None, ""))
        if said:
            thing.values.setdefault("evidence", set()).update(quote for _, quote in said)
    return found


def _text(value: object) -> str:
    return value.name if isinstance(value, Ref) else str(value)


Row = tuple[str, tuple[str, ...], str, Values, tuple[Evidence, ...]]


def _sources(kb: KnowledgeBase) -> Iterator[Row]:
    for document in kb.documents:
        yield "document", (document.identifier,), document.identifier, {"sha256": document.sha256}, ()
    for article in kb.articles:
        values = {"headline": article.headline, "date": article.date, "source": article.source, "reprintOf": article.reprint_of}
        yield "article", (article.document, str(article.number)), article.headline or f"#{article.number}", values, ()


def _facts(kb: KnowledgeBase) -> Iterator[Row]:
    for entity in kb.entities:
        yield "entity", entity.ref, " ".join(entity.ref), {"names": entity.aliases, "code": entity.code}, entity.evidence
    for one in kb.statements:
        said = {"confidence": one.confidence}
        if isinstance(one.object, str):
            yield "date", (*one.subject, one.predicate), f"{one.subject.name} {one.predicate}", {"day": one.object, **said}, one.evidence
        else:
            what = f"{one.subject.name} {one.predicate} {one.object.name} {one.title}".strip()
            yield "relation", (*one.subject, one.predicate, *one.object, one.title), what, said, one.evidence
    for figure in kb.figures:
        values: Values = {
            "value": figure.value, "valueMax": figure.value_max, "unit": figure.unit, "qualifier": figure.qualifier, "measure": figure.measure,
            "direction": figure.direction, "period": "/".join(map(str, figure.period or ())), "about": figure.about, "statedBy": figure.stated_by,
        }  # fmt: skip
        yield "figure", (figure.text, figure.indicator), f"{figure.indicator} {figure.text}", values, figure.evidence
    for target in kb.targets:
        values = {"deadline": target.deadline, "targetOf": target.of, "committedBy": target.by, "figure": target.figure and target.figure.text}
        yield "target", (target.statement,), target.statement, values, target.evidence
