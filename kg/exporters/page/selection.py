"""A part of a knowledge base: the neighbourhood of one entity or article, some classes, a stretch of dates.

The page of a part is small enough to be sent by mail.
"""
from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from kg.errors import PolicyKGError
from kg.model import Entity, Evidence, KnowledgeBase, Ref


class UnknownFocus(PolicyKGError):
    """A name that no entity and no article of the build bears."""


def narrow(
    kb: KnowledgeBase, *, focus: str | None = None, depth: int = 1, types: Collection[str] = (), first: date | None = None,
    last: date | None = None,
) -> KnowledgeBase:  # fmt: skip
    """The part of a knowledge base that is asked for, with everything that the kept entities need to be understood."""
    if first or last:
        kb = within(kb, first, last)
    if types:
        kb = keep(kb, {entity.ref for entity in kb.entities if entity.type in types})
    if not focus:
        return kb
    if any(focus in _names(entity) for entity in kb.entities):
        return keep(kb, neighbourhood(kb, focus, depth))
    if articles := {article.id for article in kb.articles if focus in (article.id, article.headline)}:
        return told(kb, articles)
    near = sorted({name for entity in kb.entities for name in _names(entity) if focus in name}, key=lambda name: (len(name), name))
    hint = f"; did you mean {'、'.join(near[:5])}?" if near else ""
    raise UnknownFocus(f"{focus}: no entity and no article of the build bears this name{hint}")


def keep(kb: KnowledgeBase, refs: Collection[Ref]) -> KnowledgeBase:
    """The knowledge base of these entities: facts between them, figures and targets that belong to one of them."""
    statements = [one for one in kb.statements if one.subject in refs and (isinstance(one.object, str) or one.object in refs)]
    figures = [one for one in kb.figures if one.about in refs or (one.about is None and one.stated_by in refs)]
    targets = [one for one in kb.targets if one.of in refs or (one.of is None and one.by in refs)]
    entities = tuple(entity for entity in kb.entities if entity.ref in refs)
    return _with_sources(replace(kb, entities=entities, statements=tuple(statements), figures=tuple(figures), targets=tuple(targets)))


def within(kb: KnowledgeBase, first: date | None, last: date | None) -> KnowledgeBase:
    """What is told by the articles of a stretch of days; an article without date is left out."""
    return told(kb, {article.id for article in kb.articles if article.date and (first or date.min) <= article.date <= (last or date.max)})


def told(kb: KnowledgeBase, articles: Collection[str]) -> KnowledgeBase:
    """What these articles tell, with their own sentences only."""

    def inside(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(one for one in evidence if one.article in articles)

    parts = {
        name: tuple(replace(one, evidence=inside(one.evidence)) for one in getattr(kb, name) if inside(one.evidence))
        for name in ("entities", "statements", "figures", "targets")
    }
    return _with_sources(replace(kb, **parts))


def neighbourhood(kb: KnowledgeBase, focus: str, depth: int) -> set[Ref]:
    """The entities up to ``depth`` steps from those that bear a name."""
    reached = {entity.ref for entity in kb.entities if focus in _names(entity)}
    for _ in range(depth):
        pairs = [(one.subject, one.object) for one in kb.statements if isinstance(one.object, Ref)]
        reached |= {end for pair in pairs if reached.intersection(pair) for end in pair}
    return reached


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _with_sources(kb: KnowledgeBase) -> KnowledgeBase:
    """The knowledge base with only those articles and documents that it still cites."""
    cited = {one.article for part in (kb.entities, kb.statements, kb.figures, kb.targets) for item in part for one in item.evidence}
    articles = tuple(article for article in kb.articles if article.id in cited)
    documents = {article.document for article in articles}
    return replace(kb, articles=articles, documents=tuple(document for document in kb.documents if document.identifier in documents))
