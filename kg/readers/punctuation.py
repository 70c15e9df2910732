"""Reads half-width marks between Chinese letters as the full-width ones that they stand for, and quotes them as printed (`kg.readers.printed`).

Web pages and converted files often print 到2025年,建成…; the marks are matched one to one, so that offsets stay as they are.
"""
from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Document

HALF, FULL = ",;:?!", "，；：？！"
WIDE = str.maketrans(HALF, FULL)
MARK = re.compile(rf"(?<=[\u4e00-\u9fff”》）)%％])[{HALF}](?!//)|(?<=\d)[{HALF}](?=[\u4e00-\u9fff“《])")


def widen(document: Document) -> Document:
    """The document with full-width marks behind Chinese letters; itself, where it has no others.

    >>> widen(Document("a.txt", "到2025年,建成10,000座,增长5%;", "")).text
    '到2025年，建成10,000座，增长5%；'
    """
    if not MARK.search(document.text):
        return document
    return replace(document, text=MARK.sub(lambda mark: mark.group().translate(WIDE), document.text))
