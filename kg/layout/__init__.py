"""Repairs the layout of a document and cuts it into articles: Document -> Article, Sentence.

lines (letters with their offsets) -> tables (rows in words) -> smalls (bylines, menus) -> items -> page (how it is set) -> units (paragraphs, headline blocks) -> segmentation -> articles.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.layout.articles import make_article
from kg.layout.dates import TODAY_DAY, Years, issue_day, opening_day
from kg.layout.decrees import join_decrees
from kg.layout.foot import mark_foot
from kg.layout.items import mark_items
from kg.layout.lines import Line, cut_lines
from kg.layout.notices import put_right
from kg.layout.origins import PAPER
from kg.layout.page import Page
from kg.layout.running import join_running
from kg.layout.scraped import TOLD
from kg.layout.segmentation import segment
from kg.layout.smalls import mark_smalls
from kg.layout.tables import read_tables
from kg.layout.units import make_units
from kg.model import Article, Document

STAMPED = re.compile(rf"(?:[^，。]{{0,100}}，)?{TOLD}")
LONGEST_STAMP = 120  # letters


def split_articles(document: Document) -> tuple[Article, ...]:
    """The articles of a document in the order of the page, each with headline, date and source where they are told; of a file with several
    pages of the web, each behind its stamp (2023-08-05 08:17，正文：), those of each."""
    lines = put_right(document.text, mark_items(mark_smalls(read_tables(document.text, cut_lines(document.text)))))
    stamps = [i for i, line in enumerate(lines) if i and line.text.endswith(TOLD) and STAMPED.fullmatch(line.text)]
    articles: list[Article] = []
    for first, last in pairwise([0, *stamps, len(lines)]):
        articles += _page_articles(document, lines[first:last], alone=not stamps)
    return tuple(article if article.number == number else replace(article, number=number) for number, article in enumerate(articles, 1))


def _page_articles(document: Document, lines: Sequence[Line], *, alone: bool) -> tuple[Article, ...]:
    """The articles of a page; where it is not ``alone`` in its file, its own stamp tells its day before what is known of the file."""
    page = Page(mark_foot(lines))
    units = join_running(page, make_units(page))
    pieces = segment(page, units)
    first = next((i for i, unit in enumerate(units) if not unit.role and not unit.headish), 0)
    masthead = [unit.text for unit in units[:first]]
    begin = 0 if alone else lines[0].runs[0].start
    head = document.text[begin:begin + LONGEST_STAMP]
    stamp = opening_day(head)
    issue = (None if alone else stamp) or document.metadata.date or issue_day(document.identifier, masthead, head)
    years = Years("\n".join([unit.text for unit in units]), len(pieces))
    paper = next((hit[0] for line in masthead if (hit := PAPER.match(line))), None)
    articles = [make_article(document, page, units, piece, number, issue=issue, years=years, paper=paper, stamped=stamp is not None and stamp == issue)
                for number, piece in enumerate(pieces, 1)]
    whole = join_decrees(tuple(article for article in articles if article.sentences))
    return share_day(whole) if any(unit.role == "intro" for unit in units) else whole


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
    return any(hit and hit[0].startswith("今") and article.date and int(hit[3]) == article.date.day for hit in hits)
