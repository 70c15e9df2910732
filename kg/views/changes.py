"""What differs between two builds: articles, entities, relations, dates, figures and targets added, gone and changed. Two KnowledgeBases -> rows.

A thing is the same by its name: an entity by class and full name, a relation by its ends, a date by whose and which it is, a figure by its words
and indicator, a target by its words. What else is told of it is compared, sentences too.
"""
from __future__ import annotations

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


@dataclass(slots=True)
class _Thing:
    """One thing of a build: its document (the first one), its name for readers, and the values of its fields."""

    document: str
    what: str
    values: dict[str, set[str]] = field(default_factory=dict)


def find_changes(before: KnowledgeBase, after: KnowledgeBase) -> tuple[ChangeRow, ...]:
    """All changes, by document; a row for each thing that was added or is gone, and for each field that has changed."""
    old, new = _things(before), _things(after)
    rows = []
    for key in sorted({*old, *new}):
        kind = key[0]
        if key not in old or key not in new:
            thing = old.get(key) or new[key]
            rows.append(ChangeRow(thing.document, "added" if key in new else "gone", kind, thing.what))
            continue
        for name, values in new[key].values.items():
            was = old[key].values[name]
            if was != values:
                rows.append(ChangeRow(new[key].document, "changed", kind, new[key].what, name, _told(was - values), _told(values - was)))
    return tuple(sorted(rows, key=lambda row: (row.document, KINDS.index(row.kind))))


def count_changes(before: KnowledgeBase, after: KnowledgeBase, rows: Iterable[ChangeRow]) -> tuple[CountRow, ...]:
    """The sums of some changes, a row a kind."""
    seen = {(row.change, row.kind, row.what, row.document) for row in rows}
    counts = [[sum(key[0] == kind for key in _things(kb)) for kind in KINDS] for kb in (before, after)]
    return tuple(
        CountRow(kind, old, new, *(sum(one[:2] == (change, kind) for one in seen) for change in ("added", "gone", "changed")))
        for kind, old, new in zip(KINDS, *counts, strict=True)
    )


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
