"""The line through one document: Document -> Article -> mentions -> entities -> facts -> Extract.

A document depends on no other, so `kg.work` may read many at a time, and keep what each has given.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from kg.layout import split_articles
from kg.link import link
from kg.model import Article, ArticleFacts, Document, Extract, Reading
from kg.nlp.annotation import annotate
from kg.readers.printed import as_printed
from kg.readers.punctuation import settle_marks
from kg.readers.traditional import simplify
from kg.relate import relate

if TYPE_CHECKING:
    from spacy.language import Language


def extract(document: Document, nlp: Language | None = None) -> Extract:
    """Everything that a document gives: its articles, each with its entities and facts.

    Traditional characters are matched as simplified ones, marks, digits and letters in one form (`kg.readers.punctuation`), and all quoted as printed.
    """
    plain = settle_marks(simplify(document))
    found = []
    for article in split_articles(plain):
        reading = read_article(article, nlp)
        facts = relate(reading)
        if plain is not document:
            reading, facts = as_printed(reading, facts, document)
        found.append(ArticleFacts(reading.article, tuple(reading.entities.values()), facts))
    return Extract(document, tuple(found))


def read_article(article: Article, nlp: Language | None = None) -> Reading:
    """An article with its entities, quantities and times."""
    mentions, quantities, times = annotate(article, nlp)
    linked, entities = link(article, mentions)
    return Reading(article, linked, entities, quantities, times)
