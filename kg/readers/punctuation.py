"""Reads half-width marks between Chinese letters as the full-width ones that they stand for, and full-width commas within a number (7，990亿元) as
half-width ones, and quotes both as printed (`kg.readers.printed`).

Web pages and converted files often print 到2025年,建成…; the marks are matched one to one, so that offsets stay as they are.
"""
from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Document

HALF, FULL = ",;:?!", "，；：？！"
WIDE = str.maketrans(HALF, FULL)
MARK = re.compile(rf"(?<=[\u4e00-\u9fff”》）)%％])[{HALF}](?!//)|(?<=\d)[{HALF}](?=[\u4e00-\u9fff“《])")

THOUSANDS = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:，\d{3})+(?!\d)")


def settle_marks(document: Document) -> Document:
    """The document with full-width marks behind Chinese letters and half-width ones within numbers; itself, where it has no others.

    >>> settle_marks(Document("a.txt", "到2025年,建成10，000座,增长5%;", "")).text
    '到2025年，建成10,000座，增长5%；'
    """
    text = MARK.sub(lambda mark: mark.group().translate(WIDE), document.text)
    text = THOUSANDS.sub(lambda number: number.group().replace("，", ","), text)
    return document if text == document.text else replace(document, text=text)
