"""Reads traditional characters: everything is matched in simplified ones, letter by letter, and quoted as printed (`kg.readers.printed`).

The table is one to one, so that offsets stay as they are. It is used where a document is written in traditional characters as a whole;
single ones in simplified text (乾, 於) stay.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.model import Document
from kg.resources import data_file

SAMPLE = 20_000  # letters by which the script of a document is told
SHARE = 0.05  # of them are traditional, at least


@cache
def table() -> Mapping[int, str]:
    """The simplified character for each traditional one, for ``str.translate``."""
    lines = [line for line in data_file("traditional.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
    return {ord(traditional): simplified for traditional, simplified in (line.split("\t") for line in lines[1:])}


@cache
def _traditional() -> frozenset[str]:
    return frozenset(map(chr, table()))


def simplify(document: Document) -> Document:
    """The document in simplified characters, each at the place of the traditional one; itself, where it is simplified already.

    >>> simplify(Document("a.txt", "國家醫保局發布通知", "")).text
    '国家医保局发布通知'
    """
    sample = document.text[:SAMPLE]
    if sum(map(_traditional().__contains__, sample)) < max(1, SHARE * len(sample)):
        return document
    return replace(document, text=document.text.translate(table()))
