"""The line through one document: Document -> Article -> mentions -> entities -> facts -> Extract.

A document depends on no other, so `kg.work` may read many at a time, and keep what each has given.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from kg.layout import split_articles
from kg.link import link
from kg.model import Article, ArticleFacts, Document, Extract, Reading
from kg.relate import relate

if TYPE_CHECKING:
    from spacy.language import Language


def extract(document: Document, nlp: Language) -> Extract:
    """Everything that a document gives: its articles, each with its entities and facts."""
    readings = (read_article(article, nlp) for article in split_articles(document))
    return Extract(document, tuple(ArticleFacts(reading.article, tuple(reading.entities.values()), relate(reading)) for reading in readings))


def read_article(article: Article, nlp: Language) -> Reading:
    """An article with its entities, quantities and times."""
    from kg.nlp.language import annotate

    mentions, quantities, times = annotate(article, nlp)
    linked, entities = link(article, mentions)
    return Reading(article, linked, entities, quantities, times)
