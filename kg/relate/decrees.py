"""Whose decree a regulation is, by the number in brackets behind its title: 《甲办法》（乙部令第3号）.

Place in the line: mentions -> `issues`.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kg.model import Mention, Reading, Statement
from kg.relate.skeleton import mentions_by_type, mentions_of

CONFIDENCE = 0.95
_OPENS = re.compile("》?[（(]")
_NUMBER = re.compile("(?:令|公告|通告)[^，。；（）()]{0,8}第? ?[0-9]+ ?号[^（）()]{0,12}[）)]")


def find_decrees(reading: Reading) -> Iterable[Statement]:
    """One statement for each regulation with the number of a decree of a named body behind it."""
    for index, mentions in mentions_of(reading).items() if {"Regulation", "Agency"} <= mentions_by_type(reading).keys() else ():
        text = reading.article.sentences[index].text
        for title, body in pairwise(mentions):
            if title.type == "Regulation" and body.type == "Agency" and _numbered(text, title, body):
                yield Statement(body.ref, "issues", title.ref, confidence=CONFIDENCE, evidence=reading.evidence(index))


def _numbered(text: str, title: Mention, body: Mention) -> bool:
    return _OPENS.fullmatch(text, title.end, body.start) is not None and _NUMBER.match(text, body.end) is not None
