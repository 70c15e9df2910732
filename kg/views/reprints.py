"""Reprints: articles that carry the text of another one, so that both are one witness and not two.

An article is a reprint where four fifths of its shingles (runs of `SHINGLE` letters, marks and white space aside) stand in an
earlier article as well. Only articles that share whole sentences (`WHOLE` of the text) are compared, and then exactly: no sampling, no chance.
"""
from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from kg.model import Article, Evidence, KnowledgeBase

SHINGLE = 8
SHARE = 0.8
WHOLE = 0.2
SHORTEST_ARTICLE = 80
SHORTEST_SENTENCE = 12
COMMON = 50
"""A sentence of so many articles that are no reprints is a formula, and tells nothing."""
MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class ReprintRow:
    """An article that carries the text of another one, and that other one."""

    headline: str | None
    date: dt.date | None
    source: str | None
    document: str
    original: str | None
    original_date: dt.date | None
    original_source: str | None
    original_document: str


def mark_reprints(kb: KnowledgeBase) -> KnowledgeBase:
    """The knowledge base as built, in which each reprint names its original; it needs the articles' whole texts."""
    found = find_reprints(kb.articles)
    return replace(kb, articles=tuple(replace(article, reprint_of=found.get(article.id)) for article in kb.articles))


def find_reprints(articles: Iterable[Article]) -> dict[str, str]:
    """The id of the original by the id of each reprint; the original is the earlier article, of the same day the longer one.

    Sentences are looked up by hash, and texts read again where they are compared: an archive does not stay in memory for it.
    """
    sizes = [(article, len(body(article)[0])) for article in articles]
    order = sorted(sizes, key=lambda row: (row[0].date or dt.date.max, -row[1], row[0].document, row[0].number))
    originals_with: dict[int, list[int]] = {}
    found: dict[str, str] = {}
    for rank, (article, size) in enumerate(order):
        if size < SHORTEST_ARTICLE:
            continue
        text, sentences = body(article)
        common: Counter[int] = Counter()
        for sentence in sentences:
            holders = originals_with.get(hash(sentence), ())
            common.update(dict.fromkeys(holders if len(holders) < COMMON else (), len(sentence)))
        alike = [original for original, letters in common.items() if letters >= WHOLE * size]
        shingles = {text[i:i + SHINGLE] for i in range(len(text) - SHINGLE + 1)} if alike else set()
        shares = {original: _share(shingles, body(order[original][0])[0]) for original in alike}
        best = max(shares, key=lambda original: (shares[original], -original), default=-1)
        if shares.get(best, 0) >= SHARE:
            found[article.id] = order[best][0].id
            continue
        for sentence in sentences:
            originals_with.setdefault(hash(sentence), []).append(rank)
    return found


def body(article: Article) -> tuple[str, frozenset[str]]:
    """The letters of an article's body, and its sentences that are long enough to be nobody's by chance."""
    letters = [MARKS.sub("", sentence.text) for sentence in article.sentences if sentence.role not in ("headline", "subtitle")]
    return "".join(letters), frozenset(sentence for sentence in letters if len(sentence) >= SHORTEST_SENTENCE)


def _share(shingles: Set[str], other: str) -> float:
    """How much of a text stands in another one, from 0 to 1, by its shingles; 0 as soon as it must be less than `SHARE`."""
    missing, allowed = 0, (1 - SHARE) * len(shingles)
    for shingle in shingles:
        if shingle not in other:
            missing += 1
            if missing > allowed:
                return 0.0
    return 1 - missing / len(shingles)


def list_reprints(kb: KnowledgeBase) -> tuple[ReprintRow, ...]:
    """All reprints of a knowledge base with their originals, in the order of the documents."""
    articles = {article.id: article for article in kb.articles}
    pairs = [(article, articles[article.reprint_of]) for article in kb.articles if article.reprint_of]
    return tuple(ReprintRow(a.headline, a.date, a.source, a.document, o.headline, o.date, o.source, o.document) for a, o in pairs)


def witnesses(articles: dict[str, Article], evidence: Sequence[Evidence]) -> int:
    """How many articles say something independently: a reprint and its original are one, and so are those with the same sentence."""
    originals = {articles[item.article].reprint_of or item.article for item in evidence}
    quotes = {MARKS.sub("", articles[item.article].sentences[item.sentence].text) for item in evidence}
    return min(len(originals), len(quotes))
