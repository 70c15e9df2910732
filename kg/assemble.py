"""Merges what all articles gave into one knowledge base: same content, one record with all its evidence.

Stands between the extractors and the writers; checks each statement against the ontology and counts what is refused.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TypeVar

from kg.model import Article, ArticleFacts, Document, Entity, Evidence, Extract, Figure, KnowledgeBase, Ref, Skipped, Statement, Target
from kg.ontology import allowed

Record = TypeVar("Record", Statement, Figure, Target)


def assemble(outcomes: Iterable[Extract | Skipped]) -> KnowledgeBase:
    """The knowledge base of all documents, sorted; it does not depend on their order. What was skipped is told, too."""
    documents: list[Document] = []
    skipped: list[Skipped] = []
    articles: list[Article] = []
    entities: dict[Ref, list[Entity]] = defaultdict(list)
    statements: list[Statement] = []
    figures: list[Figure] = []
    targets: list[Target] = []
    refused: Counter[str] = Counter()
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
            continue
        documents.append(outcome.document)
        for found in outcome.articles:
            articles.append(found.article)
            for entity in found.entities:
                entities[entity.ref].append(entity)
            sound, problems = check(found)
            statements += sound
            refused.update(problems)
            figures += found.facts.figures
            targets += found.facts.targets
    return KnowledgeBase(
        documents=tuple(sorted(documents, key=lambda d: d.identifier)),
        articles=tuple(sorted(articles, key=lambda a: (a.document, a.number))),
        entities=tuple(merge_entities(entities[ref]) for ref in sorted(entities)),
        statements=tuple(merge(statements)),
        figures=tuple(merge(figures)),
        targets=tuple(merge(targets)),
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
        refused=tuple(sorted(refused.items())),
    )


def check(found: ArticleFacts) -> tuple[list[Statement], list[str]]:
    """The statements of an article that can stand, and why others cannot."""
    known = {entity.ref for entity in found.entities}
    problems = [find_problem(statement, known) for statement in found.facts.statements]
    sound = [statement for statement, problem in zip(found.facts.statements, problems, strict=True) if not problem]
    return sound, [problem for problem in problems if problem]


def find_problem(statement: Statement, known: Set[Ref]) -> str | None:
    """Why a statement cannot stand, or None."""
    thing = statement.object
    kind = "Literal" if isinstance(thing, str) else thing.type
    if not allowed(statement.predicate, statement.subject.type, kind):
        return f"{statement.predicate}: {statement.subject.type} to {kind} is outside of its domain and range"
    if statement.subject not in known or (kind != "Literal" and thing not in known):
        return f"{statement.predicate}: an end is no entity of the article"
    if statement.subject == thing:
        return f"{statement.predicate}: both ends are the same"
    return None


def merge_entities(same: list[Entity]) -> Entity:
    """One entity with all names and all evidence; one that is told once keeps its names in the order of the text."""
    if len(same) == 1:
        return same[0]
    return replace(
        same[0],
        aliases=tuple(sorted({alias for entity in same for alias in entity.aliases})),
        code=next((entity.code for entity in same if entity.code), None),
        evidence=_union(same),
        curated=_notes(same),
    )


def _identity(record: Statement | Figure | Target) -> object:
    """What makes a record the same as another: who states a figure or sets a target is told of it, and does not make it another one."""
    match record:
        case Figure():
            return record.text, record.indicator, record.period, record.about
        case Target():
            return record.statement, record.deadline, record.of
    return record


def merge(records: Iterable[Record]) -> list[Record]:
    """Records of one identity become one with all their evidence, sorted by what they say; of statements the best confidence stays.

    One stretch of the order after the other, those that begin alike: the words to sort all by would fill more memory than the records.
    """
    alike: dict[object, list[Record]] = defaultdict(list)
    for record in records:
        alike[_beginning(record)].append(record)
    return [one for beginning in sorted(alike, key=repr) for one in _merge_alike(alike[beginning])]


def _beginning(record: Record) -> object:
    """The first part of a record, with which its `repr` and its identity begin."""
    match record:
        case Statement():
            return record.subject
        case Figure():
            return record.text
    return record.statement


def _merge_alike(records: list[Record]) -> Iterator[Record]:
    groups: dict[object, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda r: (repr(r), r.evidence)):
        groups[_identity(record)].append(record)
    return (_merged(same) if len(same) > 1 else same[0] for same in groups.values())


def _merged(same: list[Record]) -> Record:
    """The first of some records of one identity, with what the others add to it."""
    first, evidence = same[0], _union(same)
    match first:
        case Statement():
            claims = [record for record in same if isinstance(record, Statement)]
            return replace(first, evidence=evidence, confidence=max(claim.confidence for claim in claims), curated=_notes(claims))
        case Figure():
            stated = (record.stated_by for record in same if isinstance(record, Figure) and record.stated_by)
            return replace(first, evidence=evidence, stated_by=next(stated, None))
    return replace(first, evidence=evidence)


def _union(records: Iterable[Entity | Record]) -> tuple[Evidence, ...]:
    return tuple(sorted({evidence for record in records for evidence in record.evidence}))


def _notes(records: Iterable[Entity | Statement]) -> tuple[Evidence, ...]:
    return tuple(sorted({note for record in records for note in record.curated}))
