"""The tables of programme names (kg/data/lexicons), loaded once and scanned in one Aho-Corasick pass.

Stands before `kg.nlp.programme_lexicon` and `kg.nlp.programme_grammar`, which read positions only. A scan disregards quotation
marks: 12356热线 in the table finds “12356”热线 on the page.
"""
from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick_rs

QUOTES = "“”‘’「」『』\""
WIDE = str.maketrans("（）－–：", "()——:")


class Row(NamedTuple):
    """One programme of the lexicon: its official name, other forms, kind, and whether it needs evidence besides its name."""

    name: str
    forms: tuple[str, ...]
    kind: str
    told: bool


class Form(NamedTuple):
    """One printed form of a row.

    ``quoted`` (“X” in the table) only counts in quotation marks, ``tied`` (?X) only beside another form of the row in the article,
    ``free`` (=X, and all forms of two characters) only where no noun stands directly before it.
    """

    row: Row
    quoted: bool
    tied: bool
    free: bool


class Hit(NamedTuple):
    """A stretch of the text, in the text's own offsets, and the table's entry that it matched."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, keyed by words without quotation marks."""

    forms: dict[str, Form]
    heads: dict[str, str]
    cuts: dict[str, str]
    scores: dict[str, float]
    keys: tuple[str, ...]
    automaton: ahocorasick_rs.AhoCorasick


@dataclass(frozen=True, slots=True)
class Scan:
    """All hits in one text by table, in reading order, overlaps included."""

    forms: tuple[Hit, ...]
    heads: tuple[Hit, ...]
    cuts: tuple[Hit, ...]


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of a TSV of kg/data/lexicons as dictionaries."""
    text = files("kg").joinpath("data", "lexicons", name).read_text("utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def bare(text: str) -> str:
    """The text without quotation marks and with half-width brackets and one kind of dash.

    >>> bare("“12356”热线（试行）")
    '12356热线(试行)'
    """
    return "".join(c for c in text if c not in QUOTES).translate(WIDE)


@cache
def programme_rows() -> tuple[Row, ...]:
    """The rows of the lexicon, in the order of the file."""
    return tuple(
        Row(row["name"], tuple(f for f in row["forms"].split("|") if f), row["kind"], row["evidence"] == "told")
        for row in read_table("programmes.tsv")
    )


@cache
def rows_by_name() -> dict[str, Row]:
    """The rows of the lexicon by their official names."""
    return {row.name: row for row in programme_rows()}


def read_forms() -> dict[str, Form]:
    """Every form of the lexicon by its bare words; a form that is quoted whole must be quoted on the page too."""
    found: dict[str, Form] = {}
    for row in programme_rows():
        for printed in (row.name, *row.forms):
            form = printed.lstrip("?=")
            whole = form.startswith("“") and form.endswith("”") and form.count("“") == 1
            known = found.get(bare(form))
            if known is None or (known.quoted and known.row == row):
                found[bare(form)] = Form(row, whole, printed.startswith("?"), printed.startswith("=") or len(bare(form)) < 3)
    return found


@cache
def tables() -> Tables:
    """All tables of programme names."""
    forms = read_forms()
    heads = {row["head"]: row["class"] for row in read_table("programme_heads.tsv")}
    cuts = {row["word"]: row["class"] for row in read_table("cut_words.tsv")}
    scores = {row["feature"]: float(row["score"]) for row in read_table("programme_scores.tsv")}
    keys = tuple(sorted({*forms, *heads, *cuts}))
    return Tables(forms, heads, cuts, scores, keys, ahocorasick_rs.AhoCorasick(keys))


def scan(text: str) -> Scan:
    """All forms, heads and cut words in a text, found in one pass."""
    known = tables()
    places = [i for i, c in enumerate(text) if c not in QUOTES]
    plain = "".join(c for c in text if c not in QUOTES).translate(WIDE)
    forms: list[Hit] = []
    heads: list[Hit] = []
    cuts: list[Hit] = []
    for index, start, end in known.automaton.find_matches_as_indexes(plain, overlapping=True):
        hit = Hit(places[start], places[end - 1] + 1, known.keys[index])
        if hit.key in known.forms:
            forms.append(hit)
        if hit.key in known.heads:
            heads.append(hit)
        if hit.key in known.cuts:
            cuts.append(hit)
    return Scan(tuple(forms), tuple(heads), tuple(cuts))
