"""Joins a decree to the regulation that it promulgates: one document, whose headline is the regulation's title.

Last station of `kg.layout` beside `articles`: 国务院令 第746号 “《某条例》已经…通过，现予公布…” and, below the signature, 某条例.
"""
from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Article, Sentence

PROMULGATED = re.compile(r"《((?:[^《》]|《[^《》]*》){4,80})》[^。]*?(?:公布|发布)")


def join_decrees(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles, each decree with the regulation behind it as one."""
    joined: list[Article] = []
    for article in articles:
        before = joined[-1] if joined else None
        if before and _promulgates(before, article):
            joined[-1] = _joined(before, article)
        else:
            joined.append(_titled(article))
    return tuple(joined)


def _titled(article: Article) -> Article:
    """An article, if a decree that holds its regulation, under the title of that: the line of its own that bears the name told."""
    named = _promulgated(article)
    title = next((one for one in article.sentences if named and one.role != "headline" and _title(one.text) == named), None)
    if not title:
        return article
    head, behind = replace(title, role="headline", paragraph=0), article.sentences.index(title)
    under = [replace(one, role="subtitle") if one.role == "headline" else one for one in article.sentences[:behind]]
    return replace(article, headline=title.text, sentences=(head, *under, *article.sentences[behind + 1:]))


def _promulgates(decree: Article, regulation: Article) -> bool:
    """Whether an article is a decree, by its headline or its first words, that puts the next one into force by its title."""
    return regulation.headline is not None and _promulgated(decree) == _title(regulation.headline)


def _promulgated(article: Article) -> str | None:
    """The title of the regulation that an article puts into force, if it is a decree by its headline or its first words."""
    told = "令" in article.headline if article.headline else article.text.startswith("《")
    named = PROMULGATED.search(article.text) if told else None
    return _title(named.group(1)) if named else None


def _title(text: str) -> str:
    """A title without its last brackets and inner marks, which a decree and the regulation may print differently."""
    return re.sub("[《》〈〉<>]", "", text.split("（")[0])


def _joined(decree: Article, regulation: Article) -> Article:
    """One article: the regulation's title, the decree as what stands under it, the regulation."""
    title, *rest = regulation.sentences
    last = decree.sentences[-1].paragraph
    under = [replace(one, role="subtitle") if one.role == "headline" else one for one in decree.sentences]
    below: list[Sentence] = [replace(one, paragraph=one.paragraph + last) for one in rest]
    return replace(regulation, number=decree.number, date=decree.date or regulation.date, source=decree.source or regulation.source,
                   sentences=(title, *under, *below))
