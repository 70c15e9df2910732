"""What all views over time ask of their sources: when and in which words something was said, and how alike two wordings are."""
from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from kg.model import Evidence, KnowledgeBase
from kg.resources import data_file

NUMBER = re.compile(r"\d+(?:\.\d+)?")
LETTERS = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]|\d+(?:\.\d+)?")


class Sources:
    """Days and words of the sentences of a knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.articles = {article.id: article for article in kb.articles}

    def day(self, evidence: Evidence) -> date | None:
        """The day of the article in which a sentence stands."""
        return self.articles[evidence.article].date

    def text(self, evidence: Evidence) -> str:
        """The words of a sentence."""
        return self.articles[evidence.article].sentences[evidence.sentence].text

    def days(self, evidence: Iterable[Evidence]) -> list[date]:
        """The days of the dated ones among some sentences, in order."""
        return sorted(day for item in evidence if (day := self.day(item)))


def newest_day(kb: KnowledgeBase) -> date:
    """The day of the newest dated article: the day at which a view looks if none is given; the first of days where none is dated."""
    return max((article.date for article in kb.articles if article.date), default=date.min)


@cache
def wording(name: str) -> re.Pattern[str]:
    """A list of ``kg/data/histories.toml`` as one expression.

    >>> bool(wording("met").search("全省已实现行政村光纤网络全覆盖")), bool(wording("met").search("力争年底前实现全覆盖"))
    (True, False)
    """
    return re.compile("|".join(tomllib.loads(data_file("histories.toml").read_text("utf-8"))[name]["words"]))


def core(text: str) -> str:
    """What is left of a target's words without day, numbers, marks and what only announces it.

    >>> core("力争2027年年底前实现全国医保影像云数据“一张网”")
    '医保影像云数据一张网'
    """
    return LETTERS.sub("", wording("filler").sub("", text))


def numbers(text: str) -> list[str]:
    """The numbers of a target's words that tell no day.

    >>> numbers("到2025年，普及率达到95%、产值超过1.5万亿元")
    ['1.5', '95']
    """
    return sorted(NUMBER.findall(wording("filler").sub("，", text)))


def bigrams(text: str) -> Counter[str]:
    return Counter(text[place:place + 2] for place in range(len(text) - 1))


def alike(first: str, second: str) -> float:
    """How alike two wordings are, from 0 to 1: F1 of their bigrams."""
    if first == second:
        return 1.0
    a, b = bigrams(first), bigrams(second)
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def held(part: str, whole: str) -> float:
    """How much of a wording another one holds, from 0 to 1: the share of its bigrams."""
    a = bigrams(part)
    return (a & bigrams(whole)).total() / (a.total() or 1)
