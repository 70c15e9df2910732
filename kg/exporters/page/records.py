"""A knowledge base as the records that the page reads: lists and dictionaries that JSON can hold, numbers for references.

Nodes and edges (the facts between two entities) travel through pyvis; all that hangs on them is here, in the same order.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from kg.exporters.page.layout import Edge, lay_out
from kg.exporters.page.spelling import spell
from kg.model import Article, Evidence, Figure, KnowledgeBase, Ref, Statement, Target

CROWD = 12
"""A sentence that names more entities than this ties none of them together in the layout."""


@dataclass(slots=True)
class Citations:
    """Numbers the sentences that are cited, in the order of their first citation."""

    articles: Mapping[str, tuple[int, Article]]
    numbers: dict[Evidence, int] = field(default_factory=dict)

    def cite(self, evidence: Iterable[Evidence]) -> list[int]:
        """Numbers of the cited sentences; a citation of an article or sentence that the build does not hold is left out."""
        return [self.numbers.setdefault(one, len(self.numbers)) for one in evidence if one in self.numbers or self.holds(one)]

    def holds(self, one: Evidence) -> bool:
        """Whether the build holds a sentence."""
        _, article = self.articles.get(one.article, (0, None))
        return article is not None and 0 <= one.sentence < len(article.sentences)

    def rows(self) -> Iterator[list[Any]]:
        """The number of its article and the text of each sentence that is cited by then."""
        for one in self.numbers:
            number, article = self.articles[one.article]
            yield [number, article.sentences[one.sentence].text]


def page_records(kb: KnowledgeBase, kept: Mapping[Ref, tuple[int, int]] | None = None) -> dict[str, Iterable[Any]]:
    """Everything that the page shows: nodes, edges, dates, figures, targets, documents, articles, cited sentences.

    Each row is made when it is asked for; those of the sentences come last, for they are what the rows before have cited.
    """
    number = _numbers(kb)
    citations = Citations({article.id: (index, article) for index, article in enumerate(kb.articles)})
    points, groups = placed(kb, kept or {})
    nodes = (
        _bare({
            "type": entity.type, "name": entity.name, "alias": list(entity.aliases), "spell": spell((entity.name, *entity.aliases)),
            "code": entity.code, "said": citations.cite(entity.evidence), "x": x, "y": y, "group": group,
        })
        for entity, (x, y), group in zip(kb.entities, points, groups, strict=True)
    )  # fmt: skip
    edges = (
        [number[one.subject], one.predicate, number[one.object], one.title, round(one.confidence, 2), citations.cite(one.evidence)]
        for one in _relations(kb, number)
        if isinstance(one.object, Ref)
    )
    dates = (
        [number[one.subject], one.predicate, one.object, one.title, round(one.confidence, 2), citations.cite(one.evidence)]
        for one in kb.statements
        if isinstance(one.object, str) and one.subject in number
    )
    return {
        "nodes": nodes,
        "edges": edges,
        "dates": dates,
        "figures": (_figure(figure, number, citations) for figure in kb.figures),
        "targets": (_target(target, number, citations) for target in kb.targets),
        "documents": (document.identifier for document in kb.documents),
        "articles": (_article(article) for article in kb.articles),
        "sentences": citations.rows(),
    }


def placed(kb: KnowledgeBase, kept: Mapping[Ref, tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Coordinates and communities of the entities, in their order."""
    number = _numbers(kb)
    places = {number[ref]: point for ref, point in kept.items() if ref in number}
    return lay_out(len(number), _ties(kb, _relations(kb, number), number), places)


def _numbers(kb: KnowledgeBase) -> dict[Ref, int]:
    return {entity.ref: index for index, entity in enumerate(kb.entities)}


def _relations(kb: KnowledgeBase, number: Mapping[Ref, int]) -> list[Statement]:
    """The statements between two entities that the knowledge base holds."""
    return [one for one in kb.statements if isinstance(one.object, Ref) and one.subject in number and one.object in number]


def _bare(record: dict[str, Any]) -> dict[str, Any]:
    """The record without what is empty."""
    return {key: value for key, value in record.items() if value is not None and value != "" and value != []}


def _ties(kb: KnowledgeBase, relations: Iterable[Statement], number: Mapping[Ref, int]) -> list[Edge]:
    """Edges of the layout: the relations, and more weakly what stands in one sentence, so that nothing known floats alone."""
    ties = [(number[one.subject], number[one.object], 1.0) for one in relations if isinstance(one.object, Ref)]
    told = [(one.about, one.stated_by) for one in kb.figures if one.about and one.stated_by]
    ties += [(number[about], number[by], 0.3) for about, by in told if about in number and by in number]
    together: dict[Evidence, list[int]] = {}
    for entity in kb.entities:
        for one in entity.evidence:
            together.setdefault(one, []).append(number[entity.ref])
    for members in together.values():
        if len(members) <= CROWD:
            ties += [(a, b, 0.5 / len(members)) for a, b in combinations(sorted(set(members)), 2)]
    return ties


def _article(article: Article) -> dict[str, Any]:
    return _bare({
        "id": article.id, "document": article.document, "headline": article.headline,
        "date": article.date.isoformat() if article.date else None, "source": article.source,
    })  # fmt: skip


def _figure(figure: Figure, number: Mapping[Ref, int], citations: Citations) -> dict[str, Any]:
    start, end = figure.period or (None, None)
    return _bare({
        "text": figure.text, "value": _plain(figure.value), "max": _plain(figure.value_max), "unit": figure.unit,
        "indicator": figure.indicator, "measure": figure.measure, "qualifier": figure.qualifier, "direction": figure.direction,
        "start": start.isoformat() if start else None, "end": end.isoformat() if end else None,
        "about": number.get(figure.about) if figure.about else None,
        "by": number.get(figure.stated_by) if figure.stated_by else None, "said": citations.cite(figure.evidence),
    })  # fmt: skip


def _target(target: Target, number: Mapping[Ref, int], citations: Citations) -> dict[str, Any]:
    return _bare({
        "statement": target.statement, "deadline": target.deadline.isoformat() if target.deadline else None,
        "of": number.get(target.of) if target.of else None, "by": number.get(target.by) if target.by else None,
        "figure": target.figure.text if target.figure else None, "said": citations.cite(target.evidence),
    })  # fmt: skip


def _plain(value: Any) -> str | None:
    """A decimal in plain digits, without exponent and trailing zeros."""
    if value is None:
        return None
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
