"""Prints what a view gives: rows of frozen dataclasses as a table, CSV, JSON or Markdown, with their sentences on demand.

Any row will do whose fields are text, numbers, days, entities, or tuples of these; a field ``evidence`` holds its sentences and is no column.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import click

from kg.model import Evidence, KnowledgeBase, Ref

if TYPE_CHECKING:
    from kg.ask import Quote
    from kg.query import Answers

QUOTE = ("date", "headline", "document", "sentence")
NONE: Quote = ("", "", "", "")


def print_rows(kb: KnowledgeBase, kind: type, rows: Sequence[Any], form: str, evidence: bool) -> None:
    """Print rows of one dataclass; ``evidence`` adds their sentences."""
    from kg.query import Answers

    names = [field.name for field in fields(kind) if field.name != "evidence"]
    cells = [tuple(cell(getattr(row, name)) for name in names) for row in rows]
    quotes = [[quote(kb, item) for item in row.evidence] for row in rows] if evidence else None
    print_answers(Answers(tuple(names), tuple(cells)), form, quotes)


def print_answers(answers: Answers, form: str, quotes: Sequence[Sequence[Quote]] | None = None) -> None:
    """Print answers; the sentences of each row, where given, stand below it in a table, else each makes a line of its own."""
    from kg.query import Answers, render

    if quotes is None:
        click.echo(render(answers, form))
    elif form == "table":
        click.echo(quoted_table(answers, quotes))
    else:
        lines = (row + said for row, found in zip(answers.rows, quotes, strict=True) for said in found or [NONE])
        click.echo(render(Answers((*answers.columns, *QUOTE), tuple(lines)), form))


def quoted_table(answers: Answers, quotes: Sequence[Sequence[Quote]]) -> str:
    """The table with the sentences of each row below it: day, headline, document, words."""
    from kg.query import render

    head, rule, *lines, count = render(answers).split("\n")
    below = [[f"    {' '.join(part for part in said if part)}" for said in found] for found in quotes]
    return "\n".join([head, rule, *(text for line, said in zip(lines, below, strict=True) for text in (line, *said)), count])


def quote(kb: KnowledgeBase, evidence: Evidence) -> Quote:
    """The day, the headline, the document and the words of a sentence."""
    article = next(article for article in kb.articles if article.id == evidence.article)
    return cell(article.date), cell(article.headline), article.document, article.sentences[evidence.sentence].text


def cell(value: object) -> str:
    """A value as one reads it: an entity by its name, a tuple joined by 、.

    >>> cell((Ref("Agency", "国家医疗保障局"), "财政部")), cell(None)
    ('国家医疗保障局、财政部', '')
    """
    if isinstance(value, Ref):
        return value.name
    if isinstance(value, tuple):
        return "、".join(map(cell, value))
    return "" if value is None else str(value)
