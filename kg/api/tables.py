"""A knowledge base as tables of typed columns: what data frames, CSV and Parquet have in common.

A table is one function that yields rows, and one row of `TABLES` that names their columns.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from kg.identifiers import Minter
from kg.model import Article, Evidence, KnowledgeBase, Ref
from kg.views.indicators import find_indicators

Kind = Literal["text", "category", "names", "count", "number", "day"]
"""What a column holds: text, text of few different values, several texts, a whole number, a binary float, a day."""
Cell = str | int | float | date | tuple[str, ...] | None
Row = tuple[Cell, ...]

CITED: dict[str, Kind] = {
    "evidence": "count", "sentence": "text", "headline": "text", "source": "category", "document": "category", "date": "day",
}  # fmt: skip
"""How many sentences support a row; then the first of these, and the article in which it stands."""


class Citation(NamedTuple):
    """A sentence that supports something, and the article in which it stands.

    >>> print(Citation("办法将于2025年6月1日起施行。", "两部门发文", "新华社", "a.txt", date(2025, 3, 21)))
    “办法将于2025年6月1日起施行。”（两部门发文，新华社，a.txt，2025-03-21）
    """

    sentence: str
    headline: str | None
    source: str | None
    document: str
    date: date | None

    def __str__(self) -> str:
        return f"“{self.sentence}”（{'，'.join(str(part) for part in self[1:] if part)}）"


@dataclass(frozen=True, slots=True)
class Source:
    """What tables are made from; ``texts`` are whole articles by their IRI, where the knowledge base holds cited sentences alone."""

    kb: KnowledgeBase
    minter: Minter = field(default_factory=Minter)
    texts: Mapping[str, str] = field(default_factory=dict)
    articles: dict[str, Article] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "articles", {article.id: article for article in self.kb.articles})

    def cited(self, evidence: Sequence[Evidence | Citation]) -> Row:
        """The cells of `CITED`."""
        return (len(evidence), *self.told(evidence[0])) if evidence else (0, None, None, None, None, None)

    def told(self, evidence: Evidence | Citation) -> Citation:
        """The sentence that evidence points to."""
        if isinstance(evidence, Citation):
            return evidence
        article = self.articles[evidence.article]
        return Citation(article.sentences[evidence.sentence].text, article.headline, article.source, article.document, article.date)

    def named(self, ref: Ref | None) -> tuple[str | None, str | None]:
        """IRI and name of an entity."""
        return (self.minter.entity(ref), ref.name) if ref else (None, None)


@dataclass(frozen=True, slots=True)
class Table:
    """Names and kinds of the columns, and the function that gives the rows, with cells in the same order."""

    columns: Mapping[str, Kind]
    rows: Callable[[Source], Iterator[Row]]


def plain(value: Decimal | None) -> str | None:
    """A decimal in plain digits, without exponent and trailing zeros.

    >>> plain(Decimal("1.326E+9")), plain(Decimal("0.10"))
    ('1326000000', '0.1')
    """
    if value is None:
        return None
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def first_day(text: str) -> date:
    """The first day of a date as precise as the text.

    >>> first_day("2025-06").isoformat()
    '2025-06-01'
    """
    return date.fromisoformat(text + "0000-01-01"[len(text):])


def entities(source: Source) -> Iterator[Row]:
    for entity in source.kb.entities:
        yield source.minter.entity(entity.ref), entity.type, entity.name, entity.aliases, entity.code, *source.cited(entity.evidence)


def statements(source: Source) -> Iterator[Row]:
    for one in source.kb.statements:
        if isinstance(one.object, str):
            target: Row = (None, one.object, None, first_day(one.object))
        else:
            target = (*source.named(one.object), one.object.type, None)
        yield (source.minter.statement(one), *source.named(one.subject), one.subject.type, one.predicate, *target,
               one.title or None, one.confidence, *source.cited(one.evidence))  # fmt: skip


def figures(source: Source) -> Iterator[Row]:
    gathered = {figure: indicator for indicator in find_indicators(source.kb) for figure in indicator.figures}
    for one in source.kb.figures:
        concept = gathered[one]
        largest = None if one.value_max is None else float(one.value_max)
        yield (source.minter.figure(one), one.indicator, source.minter.indicator(concept.key.parts), concept.label,
               float(one.value), plain(one.value), largest, one.unit, one.text, one.qualifier, one.measure, one.direction,
               *(one.period or (None, None)), *source.named(one.about), *source.named(one.stated_by),
               *source.cited(one.evidence))  # fmt: skip


def targets(source: Source) -> Iterator[Row]:
    for one in source.kb.targets:
        figure = (source.minter.figure(one.figure), one.figure.text) if one.figure else (None, None)
        yield (source.minter.target(one), one.statement, one.deadline, *source.named(one.of), *source.named(one.by), *figure,
               *source.cited(one.evidence))  # fmt: skip


def articles(source: Source) -> Iterator[Row]:
    for article in source.kb.articles:
        iri = source.minter.article(article)
        original = source.minter.article(source.articles[article.reprint_of]) if article.reprint_of else None
        yield iri, article.document, article.headline, article.source, article.date, original, source.texts.get(iri, article.text)


def evidence(source: Source) -> Iterator[Row]:
    """One row for each sentence that supports something; ``id`` is the IRI of what it supports."""
    mint, kb = source.minter, source.kb
    found: Iterable[tuple[str, tuple[Evidence, ...]]] = (
        *((mint.entity(one.ref), one.evidence) for one in kb.entities), *((mint.statement(one), one.evidence) for one in kb.statements),
        *((mint.figure(one), one.evidence) for one in kb.figures), *((mint.target(one), one.evidence) for one in kb.targets),
    )  # fmt: skip
    for iri, places in found:
        for place in places:
            yield iri, mint.article(source.articles[place.article]), *source.told(place)


def of_view(rows: Iterable[Any], source: Source) -> Table:
    """What a view of `kg.views` gives, as a table: entities by their names; then, for a field ``evidence``, the cells of `CITED`."""
    found = [view_row(row, source) for row in rows]
    columns = {name: kind_of(row[name] for row in found) for name in (found[0] if found else ())}
    return Table(columns, lambda _: (tuple(row.values()) for row in found))


def view_row(row: Any, source: Source) -> dict[str, Cell]:
    """Cells of one row by column; those of the view go before those of `CITED` with the same name."""
    cells = {one.name: as_cell(getattr(row, one.name)) for one in fields(row) if one.name not in ("evidence", "record")}
    told = zip(CITED, source.cited(row.evidence), strict=True) if hasattr(row, "evidence") else ()
    return cells | {name: cell for name, cell in told if name not in cells}


def as_cell(value: Any) -> Cell:
    """A value of a view's row: the name of an entity, a decimal as binary float, each part of a tuple as text."""
    if isinstance(value, Ref):
        return value.name
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return tuple(one.name if isinstance(one, Ref) else str(one) for one in value)
    return value if value is None or isinstance(value, (str, int, float, date)) else str(value)


def kind_of(cells: Iterable[Cell]) -> Kind:
    """What a column of these cells holds; text where they differ.

    >>> kind_of([None, date(2025, 6, 1)]), kind_of([1, 2]), kind_of([1, None]), kind_of([])
    ('day', 'count', 'number', 'text')
    """
    types = {type(cell) for cell in cells}
    kinds: list[tuple[set[type], Kind]] = [({int}, "count"), ({int, float, type(None)}, "number"), ({date, type(None)}, "day"), ({tuple}, "names")]
    return next((kind for allowed, kind in kinds if types - {type(None)} and types <= allowed), "text")


TABLES: dict[str, Table] = {
    "entities": Table({"id": "text", "type": "category", "name": "text", "aliases": "names", "code": "text", **CITED}, entities),
    "statements": Table({
        "id": "text", "subject_id": "text", "subject": "text", "subject_type": "category", "relation": "category", "object_id": "text",
        "object": "text", "object_type": "category", "day": "day", "title": "text", "confidence": "number", **CITED}, statements),
    "figures": Table({
        "id": "text", "indicator": "text", "of_indicator_id": "text", "of_indicator": "text", "value": "number",
        "exact": "text", "value_max": "number", "unit": "category", "text": "text", "qualifier": "category", "measure": "category",
        "direction": "category", "start": "day", "end": "day", "about_id": "text", "about": "text", "stated_by_id": "text", "stated_by": "text",
        **CITED}, figures),
    "targets": Table({
        "id": "text", "statement": "text", "deadline": "day", "target_of_id": "text", "target_of": "text", "committed_by_id": "text",
        "committed_by": "text", "figure_id": "text", "figure": "text", **CITED}, targets),
    "articles": Table({
        "id": "text", "document": "category", "headline": "text", "source": "category", "date": "day", "reprint_of_id": "text",
        "text": "text"}, articles),
    "evidence": Table({
        "id": "text", "article_id": "text", **{name: kind for name, kind in CITED.items() if name != "evidence"}}, evidence),
}  # fmt: skip
