"""Merges what all articles gave into one knowledge base: same content, one record with all its evidence.

Stands between the extractors and the writers; checks each statement against the ontology and counts what is refused.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kg.model import Article, Document, Entity, Evidence, Facts, Figure, KnowledgeBase, Reading, Ref, Skipped, Statement, Target
from kg.ontology import allowed

Record = TypeVar("Record", Statement, Figure, Target)


def assemble(documents: Iterable[Document], readings: Iterable[tuple[Reading, Facts]], skipped: Iterable[Skipped] = ()) -> KnowledgeBase:
    """The knowledge base of all readings, sorted; it does not depend on their order."""
    articles: list[Article] = []
    entities: dict[Ref, Entity] = {}
    statements: list[Statement] = []
    figures: list[Figure] = []
    targets: list[Target] = []
    refused: Counter[str] = Counter()
    for reading, facts in readings:
        articles.append(reading.article)
        for entity in reading.entities.values():
            entities[entity.ref] = _merge_entities(entities[entity.ref], entity) if entity.ref in entities else entity
        for statement in facts.statements:
            problem = _problem(statement, reading)
            if problem:
                refused[problem] += 1
            else:
                statements.append(statement)
        figures += facts.figures
        targets += facts.targets
    return KnowledgeBase(
        documents=tuple(sorted(documents, key=lambda d: d.identifier)),
        articles=tuple(sorted(articles, key=lambda a: (a.document, a.number))),
        entities=tuple(entities[ref] for ref in sorted(entities)),
        statements=tuple(_merge(statements)),
        figures=tuple(_merge(figures)),
        targets=tuple(_merge(targets)),
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
        refused=tuple(sorted(refused.items())),
    )


def _problem(statement: Statement, reading: Reading) -> str | None:
    """Why a statement cannot stand, or None."""
    thing = statement.object
    kind = "Literal" if isinstance(thing, str) else thing.type
    if not allowed(statement.predicate, statement.subject.type, kind):
        return f"{statement.predicate}: {statement.subject.type} to {kind} is outside of its domain and range"
    if statement.subject not in reading.entities or (kind != "Literal" and thing not in reading.entities):
        return f"{statement.predicate}: an end is no entity of the article"
    if statement.subject == thing:
        return f"{statement.predicate}: both ends are the same"
    return None


def _merge_entities(first: Entity, second: Entity) -> Entity:
    return replace(
        first,
        aliases=tuple(sorted({*first.aliases, *second.aliases})),
        code=first.code or second.code,
        evidence=_union(first.evidence, second.evidence),
    )


def _identity(record: Statement | Figure | Target) -> object:
    """What makes a record the same as another: who states a figure or sets a target is told of it, and does not make it another one."""
    match record:
        case Figure():
            return record.text, record.indicator, record.period, record.about
        case Target():
            return record.statement, record.deadline, record.of
    return record


def _merge(records: list[Record]) -> list[Record]:
    """Records of one identity become one with all their evidence; of statements the best confidence stays."""
    found: dict[object, Record] = {}
    for record in sorted(records, key=lambda r: (repr(r), r.evidence)):
        key = _identity(record)
        before = found.get(key)
        if before is None:
            found[key] = record
        elif isinstance(before, Statement) and isinstance(record, Statement):
            best = max(before.confidence, record.confidence)
            found[key] = replace(before, evidence=_union(before.evidence, record.evidence), confidence=best)
        elif isinstance(before, Figure) and isinstance(record, Figure):
            found[key] = replace(before, evidence=_union(before.evidence, record.evidence), stated_by=before.stated_by or record.stated_by)
        else:
            found[key] = replace(before, evidence=_union(before.evidence, record.evidence))
    return list(found.values())


def _union(first: tuple[Evidence, ...], second: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted({*first, *second}))
