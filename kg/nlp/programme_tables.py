"""The tables of programme names (kg/data/lexicons), loaded once; a text is scanned for them in one Aho-Corasick pass.

Stands before `kg.nlp.programme_lexicon` and `kg.nlp.programme_grammar`, which read positions only. A scan disregards quotation
marks: 12356热线 in the table finds “12356”热线 on the page. The words that part names are looked for in the lines that may name one.
"""
from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick_rs

QUOTES = "“”‘’「」『』\""
QUOTE = re.compile(f"[{QUOTES}]")
MARKED = re.compile(f"[{QUOTES}（）－–：・•-]")
BARE = (*((quote, "") for quote in QUOTES), *zip("（）－–-：・•", "()———:··", strict=True))


class Row(NamedTuple):
    """One programme of the lexicon: its official name, other forms, kind, and whether it needs evidence besides its name."""

    name: str
    forms: tuple[str, ...]
    kind: str
    told: bool


class Form(NamedTuple):
    """One printed form of a row.

    ``quoted`` (“X” in the table) only counts in quotation marks, ``tied`` (?X) only beside another form of the row in the article,
    ``free`` (=X, and all forms of two characters) only where no noun stands directly before it. ``simple``: it counts wherever it stands
    but on other names, neither any of these nor with a digit or letter at its edge.
    """

    row: Row
    quoted: bool
    tied: bool
    free: bool
    simple: bool


class Hit(NamedTuple):
    """A stretch of the text, in the text's own offsets, and the table's entry that it matched."""

    start: int
    end: int
    key: str


Word = tuple[int, int, str]
"""Start, end and text of a cut word: a plain tuple, for there are thousands."""
Head = tuple[int, int, int]
"""Index (among `Tables.names`), start and end of a head."""

COVERS = ("whole", "vague")
VERBAL = ("verb", "deed")  # a deed is as often a noun inside a name, and before one as good as a verb
FORM, HEAD, ENDING, VERB = 1, 2, 4, 8


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, keyed by words without quotation marks, and two automata: of ``names`` (forms, heads and verbs; ``roles`` says which of
    them each is, and which heads end a name) and of the cut ``words`` (``covering`` says which only forbid others to stand on them).

    Cut words of one character (``single``) are not in the automaton: they are read from the text where it is read closely.
    """

    forms: dict[str, Form]
    heads: dict[str, str]
    cuts: dict[str, str]
    scores: dict[str, float]
    names: tuple[str, ...]
    roles: tuple[int, ...]
    words: tuple[str, ...]
    covering: tuple[bool, ...]
    single: re.Pattern[str]
    longest_cut: int
    find_names: ahocorasick_rs.AhoCorasick
    find_words: ahocorasick_rs.AhoCorasick


@dataclass(frozen=True, slots=True)
class Scan:
    """All hits in one text, overlaps included, in the order of their ends; of verbs only the ends.

    ``plain`` is the text without quotation marks and ``places`` where its characters stand. A head is its index among the names, start, end.
    """

    plain: str
    places: Sequence[int]
    forms: list[Hit]
    heads: list[Head]
    verbs: list[int]

    def word_ends_at(self, end: int, classes: frozenset[str]) -> bool:
        """True where a cut word of one of the classes ends, whether or not it lies in a longer word."""
        at, cuts = bisect_left(self.places, end), tables().cuts
        if not at or self.places[at - 1] + 1 != end:
            return False
        return any(cuts.get(self.plain[begin:at]) in classes for begin in range(max(0, at - tables().longest_cut), at))


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of a TSV of kg/data/lexicons as dictionaries."""
    text = files("kg").joinpath("data", "lexicons", name).read_text("utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def bare(text: str) -> str:
    """The text without quotation marks and with half-width brackets, one kind of dash and one of dot.

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
                key, tied = bare(form), printed.startswith("?")
                free = printed.startswith("=") or len(key) < 3
                found[key] = Form(row, whole, tied, free, simple=not (whole or tied or free or key[0].isascii() or key[-1].isascii()))
    return found


@cache
def tables() -> Tables:
    """All tables of programme names."""
    forms = read_forms()
    heads = {row["head"]: row["class"] for row in read_table("programme_heads.tsv")}
    cuts = {row["word"]: row["class"] for row in read_table("cut_words.tsv")}
    scores = {row["feature"]: float(row["score"]) for row in read_table("programme_scores.tsv")}
    single = {word for word, kind in cuts.items() if is_single(word, kind)}
    names = tuple(sorted({*forms, *heads, *(word for word, kind in cuts.items() if kind in VERBAL)}))
    roles = tuple(
        FORM * (name in forms) + HEAD * (name in heads) + ENDING * (heads.get(name, "none") != "none") + VERB * (cuts.get(name) in VERBAL)
        for name in names)
    words = tuple(sorted(cuts.keys() - single))
    pattern = re.compile(f"[{''.join(sorted(single))}]")
    covering = tuple(cuts[word] in COVERS for word in words)
    return Tables(forms, heads, cuts, scores, names, roles, words, covering, pattern, max(map(len, cuts)), _automaton(names), _automaton(words))


def is_single(word: str, kind: str) -> bool:
    """True for cut words of one character that part names; verbs are looked for like longer words."""
    return len(word) == 1 and kind not in COVERS and kind != "verb"


def _automaton(keys: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(keys, implementation=ahocorasick_rs.Implementation.ContiguousNFA)


def without_quotes(text: str) -> tuple[str, Sequence[int]]:
    """The text without quotation marks as `bare` has it, and where in the text its characters stand.

    >>> without_quotes("拨打“12345”热线")[1]
    [0, 1, 3, 4, 5, 6, 7, 9, 10]
    """
    pieces = QUOTE.split(text)
    if len(pieces) == 1:
        return bare(text), range(len(text))
    places: list[int] = []
    begin = 0
    for piece in pieces:
        places += range(begin, begin + len(piece))
        begin += len(piece) + 1
    return bare("".join(pieces)), places


def find_all(automaton: ahocorasick_rs.AhoCorasick, plain: str, places: Sequence[int]) -> list[Head]:
    """All hits of an automaton in a text without quotation marks, with the places where they stand."""
    hits = automaton.find_matches_as_indexes(plain, overlapping=True)
    return hits if isinstance(places, range) else [(index, places[start], places[end - 1] + 1) for index, start, end in hits]


def scan(text: str) -> Scan:
    """All forms, heads and verbs in a text, found in one pass."""
    known = tables()
    names, roles = known.names, known.roles
    plain, places = without_quotes(text)
    hits = find_all(known.find_names, plain, places)
    return Scan(
        plain, places,
        forms=[Hit(start, end, names[index]) for index, start, end in hits if roles[index] & FORM],
        heads=[hit for hit in hits if roles[hit[0]] & HEAD],
        verbs=[end for index, _, end in hits if roles[index] & VERB],
    )


def scan_words(text: str, clauses: list[tuple[int, int]]) -> list[Head]:
    """The cut words in some clauses of a text: index (among `Tables.words`), start and end."""
    places: list[int] = []
    for start, end in clauses:
        places += range(start, end + 1)
    plain, kept = without_quotes("\n".join([text[start:end] for start, end in clauses]))
    return find_all(tables().find_words, plain, places if isinstance(kept, range) else [places[at] for at in kept])
