"""Repairs the layout of a document and cuts it into articles: Document -> Article, Sentence.

lines (letters with their offsets) -> tables (rows in words) -> page (how it is set) -> units (paragraphs, headline blocks) -> segmentation -> articles.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.layout.articles import make_article
from kg.layout.dates import TODAY_DAY, Years, issue_day
from kg.layout.decrees import join_decrees
from kg.layout.lines import cut_lines
from kg.layout.origins import PAPER
from kg.layout.page import Page
from kg.layout.running import join_running
from kg.layout.segmentation import segment
from kg.layout.tables import read_tables
from kg.layout.units import make_units
from kg.model import Article, Document


def split_articles(document: Document) -> tuple[Article, ...]:
    """The articles of a document in the order of the page, each with headline, date and source where they are told."""
    page = Page(read_tables(document.text, cut_lines(document.text)))
    units = join_running(page, make_units(page))
    pieces = segment(page, units)
    first = next((i for i, unit in enumerate(units) if not unit.role and not unit.headish), 0)
    masthead = [unit.text for unit in units[:first]]
    issue = document.metadata.date or issue_day(document.identifier, masthead, document.text[:120])
    years = Years("\n".join([unit.text for unit in units]), len(pieces))
    paper = next((hit[0] for line in masthead if (hit := PAPER.match(line))), None)
    articles = [make_article(document, page, units, piece, number, issue=issue, years=years, paper=paper) for number, piece in enumerate(pieces, 1)]
    whole = join_decrees(tuple(article for article in articles if article.sentences))
    numbered = tuple(article if article.number == number else replace(article, number=number) for number, article in enumerate(whole, 1))
    return share_day(numbered) if any(unit.role == "intro" for unit in units) else numbered


def share_day(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The items of one broadcast are of one day, the one that most of them call today, else that most of them tell (of several the latest): those
    without a date and those with a later one, which only announce something, take it."""
    today = Counter(article.date for article in articles if article.date and _says_today(article))
    days = today or Counter(article.date for article in articles if article.date)
    if not days:
        return articles
    broadcast = max(days, key=lambda day: (days[day], day))
    return tuple(replace(a, date=broadcast if today else min(a.date or broadcast, broadcast)) for a in articles)


def _says_today(article: Article) -> bool:
    """Whether the article calls its day today: 今天（7月23日）."""
    hits = (TODAY_DAY.search(sentence.text) for sentence in article.sentences)
    return any(hit and hit[0].startswith("今") and article.date and hit[3] == str(article.date.day) for hit in hits)
