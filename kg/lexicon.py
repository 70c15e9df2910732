"""What is publicly known by name: the tables of kg/data/lexicons and one automaton over all their forms.

It stands below readers, nlp and link; nothing is read before it is first asked for. A row names one thing: ``name`` is the full
official name, ``forms`` (joined by ``|``) are its other printed forms, ``source`` says where the row comes from.
"""
from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InvalidResource

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Entry(NamedTuple):
    """One printed form of a known thing: ``type`` is the ontology's class, or ``Organ``, ``Division``, ``Title``, ``Media``,
    ``Suffix`` (of organisations), ``Body`` (of working bodies), ``Head`` (of titles without brackets)."""

    form: str
    name: str
    type: str
    kind: str


class Division(NamedTuple):
    """A province, prefecture or county with its GB/T 2260 code."""

    code: str
    name: str
    short: str


class Organ(NamedTuple):
    """How a form of a local organ is completed: ``province`` and ``below`` are the full forms, ``kind`` says whose organ it is."""

    province: str
    below: str
    kind: str


NAMED = (
    ("agencies_central.tsv", "Agency"),
    ("agencies_paraphrases.tsv", "Agency"),
    ("agencies_international.tsv", "Agency"),
    ("organizations.tsv", "Organization"),
    ("places_regions.tsv", "Place"),
    ("regulations.tsv", "Regulation"),
    ("people.tsv", "Person"),
    ("media.tsv", "Media"),
)
WORDS = {
    "title": "Title", "foreigntitle": "Title", "organization_suffix": "Suffix", "working_body": "Body", "bare_title": "Head",
}
OTHER_ISSUERS = re.compile(r"等[\d一二三四五六七八九十]{0,3}个?(?:部门|部委|单位)(?:办公厅(?:（室）)?)?")  # in titles: 甲部|等13部门办公厅（室）|关于…
SHORT_ENDINGS = {"委员会": ("委",), "办公室": ("办",)}


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """All rows of a lexicon table as dictionaries; a row without source or with too many cells is an error."""
    text = (files("kg") / "data" / "lexicons" / table).read_text("utf-8")
    found = []
    for number, row in enumerate(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE), 2):
        if not row.get("source") or None in row:
            raise InvalidResource(f"{table}, line {number}: every row needs all its cells and a source")
        found.append(row)
    return tuple(found)


def _named() -> Iterator[Entry]:
    for table, kind in NAMED:
        for row in rows(table):
            group = re.sub("(?<=集团)(?:股份|控股)?有限(?:责任)?公司$", "", row["name"])
            for form in dict.fromkeys([row["name"], group, *filter(None, row["forms"].split("|"))]):
                yield Entry(form, row["name"], kind, row["kind"])


def _printed(core: str, ending: str) -> list[str]:
    return [core + form for form in (ending, *SHORT_ENDINGS.get(ending, ()))]


def _spell(row: dict[str, str]) -> Iterator[tuple[str, Organ]]:
    """Each printed form of one row of the local organs, with its full form at province level and below."""
    province, below = row["province"].split("|"), row["below"].split("|")
    cores = [row["core"], *filter(None, row["shorts"].split("|"))]
    if row["kind"] not in ("bureau", "central"):
        for core in cores:
            yield core, Organ(row["core"], row["core"], row["kind"])
        return
    for core in cores:
        for ending in dict.fromkeys(province + below):
            full = Organ(row["core"] + ending, row["core"] + ending, row["kind"])
            for form in _printed(core, ending):
                yield form, full
        yield core + "部门", Organ(row["core"] + province[0], row["core"] + below[0], row["kind"])


@cache
def organs() -> dict[str, Organ]:
    """Printed forms of local organs: 医保局, 卫健委, 财政厅 … with their full forms; the earlier row wins."""
    found: dict[str, Organ] = {}
    for row in rows("agencies_local.tsv"):
        for form, organ in _spell(row):
            if len(form) > 1 or form == "委":
                found.setdefault(form, organ)
    return found


@cache
def divisions() -> dict[str, Division]:
    """Provinces, prefectures and counties by code."""
    return {row["code"]: Division(row["code"], row["name"], row["short"]) for row in rows("places.tsv")}


def clipped(division: Division) -> str:
    """The usual clipped name of an autonomous prefecture or county: 凉山州, 喜德县."""
    for ending, clip in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")):
        if division.name.endswith(ending) and division.short and not division.short.endswith(clip):
            return division.short + clip
    return ""


@cache
def words(kind: str) -> frozenset[str]:
    """A word list of words.tsv: surnames, titles, verbs of speech …"""
    return frozenset(word for row in rows("words.tsv") if row["kind"] == kind for word in row["words"].split())


@cache
def any_of(kind: str) -> str:
    """The alternatives of a word list as the source of a regular expression, longest first."""
    return "|".join(map(re.escape, sorted(words(kind), key=lambda word: (-len(word), word))))


@cache
def usual_forms() -> dict[tuple[str, str], tuple[str, ...]]:
    """The usual other names of each known thing by class and full name, without the paraphrases of statutes."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for table, kind in NAMED:
        if table not in ("agencies_paraphrases.tsv", "media.tsv", "people.tsv"):
            for row in rows(table):
                found[kind, row["name"]] = tuple(filter(None, row["forms"].split("|")))
    return found


@cache
def _official() -> dict[tuple[str, str], str]:
    return {(entry.type, entry.form): entry.name for entry in _named()}


def known_name(type: str, form: str) -> str | None:
    """The full name of a known thing of a class by one of its printed forms.

    >>> known_name("Agency", "国家医保局")
    '国家医疗保障局'
    """
    return _official().get((type, form))


def _entries() -> Iterator[Entry]:
    yield from _named()
    for form in organs():
        yield Entry(form, form, "Organ", "")
    for division in divisions().values():
        for form in filter(None, (division.name, division.short, clipped(division))):
            yield Entry(form, division.code, "Division", "")
    for kind, type in WORDS.items():
        for word in sorted(words(kind)):
            yield Entry(word, word, type, kind)


@cache
def automaton() -> tuple[AhoCorasick, tuple[tuple[Entry, ...], ...]]:
    """The automaton over all forms, and for each of its patterns the entries that the form may stand for."""
    from ahocorasick_rs import AhoCorasick, Implementation

    meanings: dict[str, list[Entry]] = {}
    for entry in _entries():
        if len(entry.form) > 1 or entry.type == "Organ":
            meanings.setdefault(entry.form, []).append(entry)
    machine = AhoCorasick(list(meanings), implementation=Implementation.ContiguousNFA)
    return machine, tuple(tuple(entries) for entries in meanings.values())


@cache
def _by_type() -> tuple[tuple[tuple[str, tuple[Entry, ...]], ...], ...]:
    """For each pattern of the automaton what it may stand for, type by type."""
    return tuple(tuple((type, tuple(entry for entry in entries if entry.type == type)) for type in dict.fromkeys(entry.type for entry in entries))
                 for entries in automaton()[1])


def find_typed(text: str) -> list[tuple[int, int, tuple[tuple[str, tuple[Entry, ...]], ...]]]:
    """The same as `find_forms`, with what each form may stand for sorted by type."""
    meanings = _by_type()
    return [(start, end, meanings[pattern]) for pattern, start, end in automaton()[0].find_matches_as_indexes(text, overlapping=True)]


def find_forms(text: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Every occurrence of every known form, overlapping ones too: start, end and what it may stand for.

    >>> [text for start, end, _ in find_forms("河南省财政厅") for text in ["河南省财政厅"[start:end]]]
    ['河南', '河南省', '财政厅']
    """
    machine, meanings = automaton()
    return [(start, end, meanings[pattern]) for pattern, start, end in machine.find_matches_as_indexes(text, overlapping=True)]
