"""The tables of programme names (kg/data/lexicons), loaded once and scanned in one Aho-Corasick pass.

Stands before `kg.nlp.programme_lexicon` and `kg.nlp.programme_grammar`, which read positions only. A scan disregards quotation
marks: 12356热线 in the table finds “12356”热线 on the page.
"""
from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import NamedTuple

import ahocorasick_rs

QUOTES = "“”‘’「」『』\""
QUOTE = re.compile(f"[{QUOTES}]")
MARKED = re.compile(f"[{QUOTES}（）－–：]")
BARE = (*((quote, "") for quote in QUOTES), *zip("（）－–：", "()——:", strict=True))


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


Word = tuple[int, int, str]
"""Start, end and text of a cut word: a plain tuple, for there are thousands."""

ROLES = ("form", "head", "cut", "cover")
MIXES = (*((role,) for role in ROLES), *(mix for size in (2, 3) for mix in combinations(ROLES, size)))
ROLE = {"whole": "cover", "vague": "cover"}


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, keyed by words without quotation marks; ``roles`` says for each key of the automaton what it may be (as one of ``MIXES``).

    Cut words of one character (``single``) are not in the automaton: they are read from the text where it is read closely.
    """

    forms: dict[str, Form]
    heads: dict[str, str]
    cuts: dict[str, str]
    scores: dict[str, float]
    keys: tuple[str, ...]
    roles: tuple[int, ...]
    single: re.Pattern[str]
    longest_cut: int
    automaton: ahocorasick_rs.AhoCorasick


@dataclass(frozen=True, slots=True)
class Scan:
    """All hits in one text, overlaps included.

    Cut words are told apart by what they do: ``cuts`` part names, ``covers`` (of the classes whole and vague) only forbid others to
    stand on them. ``plain`` is the text without quotation marks and ``places`` where its characters stand.
    """

    plain: str
    places: list[int]
    forms: list[Hit]
    heads: list[Word]
    cuts: list[Word]
    covers: list[Word]

    def word_ends_at(self, end: int, classes: frozenset[str]) -> bool:
        """True where a cut word of one of the classes ends, whether or not it lies in a longer word."""
        at, cuts = bisect_left(self.places, end), tables().cuts
        if not at or self.places[at - 1] + 1 != end:
            return False
        return any(cuts.get(self.plain[at - size:at]) in classes for size in range(1, min(at, tables().longest_cut) + 1))


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of a TSV of kg/data/lexicons as dictionaries."""
    text = files("kg").joinpath("data", "lexicons", name).read_text("utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def bare(text: str) -> str:
    """The text without quotation marks and with half-width brackets and one kind of dash.

    >>> bare("“12356”热线（试行）")
    '12356热线(试行)'
    """
    if MARKED.search(text):
        for mark, plain in BARE:
            text = text.replace(mark, plain)
    return text


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
    single = {word for word, kind in cuts.items() if is_single(word, kind)}
    keys = tuple(sorted({*forms, *heads, *cuts} - (single - {*forms, *heads})))
    roles = tuple(MIXES.index(tuple(_roles(key, forms, heads, cuts))) for key in keys)
    pattern = re.compile(f"[{''.join(sorted(single))}]")
    return Tables(forms, heads, cuts, scores, keys, roles, pattern, max(map(len, cuts)), _automaton(keys))


def is_single(word: str, kind: str) -> bool:
    """True for cut words of one character that part names; verbs are looked for like longer words."""
    return len(word) == 1 and kind not in ROLE and kind != "verb"


def _automaton(keys: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(keys, implementation=ahocorasick_rs.Implementation.ContiguousNFA)


def _roles(key: str, forms: dict[str, Form], heads: dict[str, str], cuts: dict[str, str]) -> Iterator[str]:
    if key in forms:
        yield "form"
    if key in heads:
        yield "head"
    if key in cuts and not is_single(key, cuts[key]):
        yield ROLE.get(cuts[key], "cut")


def without_quotes(text: str) -> tuple[str, list[int]]:
    """The text without quotation marks as `bare` has it, and where in the text its characters stand.

    >>> without_quotes("拨打“12345”热线")[1]
    [0, 1, 3, 4, 5, 6, 7, 9, 10]
    """
    places: list[int] = []
    begin = 0
    for quote in QUOTE.finditer(text):
        places += range(begin, quote.start())
        begin = quote.end()
    places += range(begin, len(text))
    return bare(text), places


def scan(text: str) -> Scan:
    """All forms, heads and cut words in a text, found in one pass."""
    known = tables()
    keys, roles = known.keys, known.roles
    plain, places = without_quotes(text)
    found: tuple[list[Word], ...] = tuple([] for _ in ROLES)
    add, simple = [words.append for words in found], len(ROLES)
    for index, start, end in known.automaton.find_matches_as_indexes(plain, overlapping=True):
        role, word = roles[index], (places[start], places[end - 1] + 1, keys[index])
        if role < simple:
            add[role](word)
        else:
            for name in MIXES[role]:
                add[ROLES.index(name)](word)
    forms, heads, cuts, covers = found
    return Scan(plain, places, list(map(Hit._make, forms)), heads, cuts, covers)
