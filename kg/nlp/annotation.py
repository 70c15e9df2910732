"""Annotates an article: names, programmes, quantities and times. First station of `kg.extraction` behind the layout.

The records come straight from the finders. spaCy is imported only where a trained pipeline adds its names (`kg build --spacy-model`), or
where somebody asks `kg.nlp.language` for the same finders as components of a pipeline, to work with the Doc.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Article, Mention, Quantity, Time
from kg.nlp.names import find_names
from kg.nlp.programmes import find_programmes, without_part_words
from kg.nlp.quantities import find_quantities
from kg.nlp.times import find_dates, find_times

if TYPE_CHECKING:
    from spacy.language import Language

Found = tuple[tuple[Mention, ...], tuple[tuple[Quantity, ...], ...], tuple[tuple[Time, ...], ...]]
"""Mentions, and for each sentence its quantities and times."""


def trained_pipeline(model: str | None) -> Language | None:
    """The spaCy pipeline of our finders and a trained one, where one is named; None for the finders alone.

    Raises:
        InvalidResource: the named pipeline is not installed.
    """
    if model is None:
        return None
    from kg.nlp.language import load_language

    return load_language(model)


def annotate(article: Article, nlp: Language | None = None) -> Found:
    """Everything found in an article, with the names of a trained pipeline where one is given.

    >>> from kg.model import Sentence
    >>> mentions, quantities, times = annotate(Article("a", 1, None, None, None, (Sentence("2024年财政部安排3亿元。", ((0, 14),), 1),)))
    >>> mentions[0].name, quantities[0][0].unit, times[0][0].text
    ('中华人民共和国财政部', '元', '2024年')
    """
    if nlp is not None:
        from kg.nlp.language import annotate_as_doc

        return annotate_as_doc(article, nlp)
    names, dates = find_names(article), find_dates(article)
    quantities = tuple(find_quantities(sentence.text, found) for sentence, found in zip(article.sentences, dates, strict=True))
    return with_programmes(article, names), quantities, find_times(article, dates)


def with_programmes(article: Article, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names with those of programmes among them, in reading order."""
    programmes = find_programmes(article, names)
    return tuple(sorted((*without_part_words(names, programmes), *programmes), key=place_of))


def place_of(mention: Mention) -> tuple[int, int, int, str]:
    """Where a mention stands, the longer one first."""
    return mention.sentence, mention.start, -mention.end, mention.type
