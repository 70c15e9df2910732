"""What was not understood: numbers, dates, 《》 and organ-like strings of the articles that no fact uses. KnowledgeBase, texts -> rows.

They are found by wide patterns that know nothing of the rules, so that they show what these miss. A string is used where it stands in a
sentence that supports something which has it: a name of an entity, the words of a figure or target, the day of one; or the article's own day.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Article, Entity, Evidence, Figure, KnowledgeBase, Statement, Target
from kg.readers.sidecar import CORRECTIONS

AROUND = 12
"""Letters shown on both sides of a string."""
LONGEST = 14
"""Letters before the ending of an organ among which its name is looked for."""
TITLE = re.compile(r"《([^《》\n]{2,80})》")
SPAN = r"(?:\d{1,2}[-—–~至])?"
DATE = re.compile(
    rf"(?<![\d.])(?=\d)(?:(?P<year>(?:19|20)\d\d)年(?!来|间|多))?(?:{SPAN}(?P<month>1[0-2]|0?[1-9])月)?(?:{SPAN}(?P<day>[12]\d|3[01]|0?[1-9])[日号])?(?<=[年月日号])"
)
NUMBER = re.compile(
    r"(?<![\dA-Za-z第〔（(.\-:：号])\d[\d,]*(?:\.\d+)?(?![\dA-Za-z.．、:：〕）)\-]|[条款章节期号届时]|$)"
    r"[百千万亿多余]*(?:[%％‰]|个百分点|个?小时|个月|年[来间]|[\u4e00-\u9fff])?"
    r"|(?<![一二三四五六七八九两十百千])[一二三四五六七八九两十百千]{1,8}(?:成(?=[以左，。、的])|倍|万(?=[人元亩户名件家])|亿(?=[人元])|分之[一二三四五六七八九十百]+)"
)
ENDINGS = (
    ("局", "格布结大当全开终政出时变", "面势部长域限促"),
    ("部", "全内外东西中南北干肺腹头面底顶一局大总", "门分署队级下长委位落件族制"),
    ("委", "", "员托任派屈婉会"),
    ("厅", "客餐大舞展", "长级"),
    ("署", "部签", "名长"),
    ("院", "住出入转进在医次庭大", "长内外校落士区线端子系所址科"),
    ("办", "举承主经协开公民创督申筹兴催包就能何哪近次", "理法公事学案成结好到展实园卡税会证医"),
    ("委员会|协会|学会|研究会|联合会|基金会|商会|总会|促进会|管委会|组委会", "", "议长员"),
    ("中心", "为绕", "城思任环"),
)
"""Endings of organs, letters that do not stand before one (格局, 结局), and letters that do not follow it (局面, 局长)."""
ORGAN = re.compile("|".join(f"(?<![{before} ])(?:{ending})(?![{after} ])" for ending, before, after in ENDINGS))
CUT = re.compile(
    "[^\u4e00-\u9fff]|[的向把被让了是在以将请到获过各该]|(?<!自)由|(?<!数)据|从(?!业)|对(?!外)|(?<!高)等|(?<!行)为|经(?![济营贸信开])|(?<!供)给|(?<!费)者|个(?!人)"
    "|会同|联合(?!会)|依托|发挥|加快|建成|升级|参与|成立|设立|召开|举行|近年来"
)
"""What ends before the name of an organ begins."""
KINDS = ("title", "date", "number", "organ")


@dataclass(frozen=True, slots=True)
class GapRow:
    """A string that no fact uses, how often it stands so in a document, and the words around it where it does so first."""

    document: str
    kind: str
    text: str
    times: int
    around: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many strings of a kind a document has, and how many of them facts use."""

    document: str
    kind: str
    found: int
    used: int
    share: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A string of a text, where it stands, and whether something uses it."""

    kind: str
    start: int
    end: int
    used: bool


def find_gaps(kb: KnowledgeBase, texts: Mapping[str, str] | None = None) -> tuple[GapRow, ...]:
    """The strings that nothing uses, by document and kind, the most frequent first.

    ``texts`` are the whole texts of the articles by id, where the knowledge base holds cited sentences alone.
    """
    times: Counter[tuple[str, str, str]] = Counter()
    around: dict[tuple[str, str, str], str] = {}
    for article, text, pieces in _read(kb, texts):
        for piece in pieces:
            if not piece.used:
                key = article.document, piece.kind, text[piece.start:piece.end]
                times[key] += 1
                around.setdefault(key, text[max(0, piece.start - AROUND):piece.end + AROUND].replace("\n", " "))
    order = sorted(times, key=lambda key: (key[0], KINDS.index(key[1]), -times[key]))  # else as in the text
    return tuple(GapRow(*key, times[key], around[key]) for key in order)


def find_coverage(kb: KnowledgeBase, texts: Mapping[str, str] | None = None) -> tuple[CoverageRow, ...]:
    """How much of each document is used, by kind; the last rows, without a document, are of all."""
    found: Counter[tuple[str, str]] = Counter()
    used: Counter[tuple[str, str]] = Counter()
    for article, _, pieces in _read(kb, texts):
        for piece in pieces:
            for document in (article.document, ""):
                found[document, piece.kind] += 1
                used[document, piece.kind] += piece.used
    order = sorted(found, key=lambda key: (not key[0], key[0], KINDS.index(key[1])))
    return tuple(CoverageRow(*key, found[key], used[key], f"{used[key] / found[key]:.0%}") for key in order)


def _read(kb: KnowledgeBase, texts: Mapping[str, str] | None) -> Iterator[tuple[Article, str, list[Piece]]]:
    """Each article with its text and what was looked for in it."""
    words, days = _used(kb)
    for article in kb.articles:
        if article.document.rpartition("/")[2] == CORRECTIONS:
            continue
        text = article.text if texts is None else texts.get(article.id, "")
        letters, told = bytearray(len(text)), [(0, len(text), {article.date.isoformat()})] if article.date else []
        _mark(letters, article.source or "", text)
        for index, sentence in enumerate(article.sentences):
            item = Evidence(article.id, index)
            for start in _places(sentence.text, text) if item in words else ():
                told.append((start, start + len(sentence.text), days[item]))
                for form in words[item]:
                    _mark(letters, form, sentence.text, start)
        yield article, text, sorted(_pieces(text, letters, told), key=lambda piece: piece.start)


def _used(kb: KnowledgeBase) -> tuple[dict[Evidence, set[str]], dict[Evidence, set[str]]]:
    """The words and the days (in ISO form) that records use, by the sentences that support these."""
    words: dict[Evidence, set[str]] = defaultdict(set)
    days: dict[Evidence, set[str]] = defaultdict(set)
    for records in (kb.entities, kb.statements, kb.figures, kb.targets):
        for record in records:
            for item in record.evidence:
                words[item] |= _words(record)
                days[item] |= _days(record)
    return words, days


def _words(record: Entity | Statement | Figure | Target) -> set[str]:
    match record:
        case Entity():
            return {record.name, *record.aliases}
        case Figure():
            return {record.text}
        case Target():
            return {record.statement}
    return {record.title}


def _days(record: Entity | Statement | Figure | Target) -> set[str]:
    match record:
        case Statement():
            return {record.object} if isinstance(record.object, str) else set()
        case Figure():
            return {day.isoformat() for day in record.period or ()}
        case Target():
            return {record.deadline.isoformat()} if record.deadline else set()
    return set()


def _places(part: str, text: str) -> Iterator[int]:
    """Where a part stands in a text, each time."""
    place = text.find(part) if part else -1
    while place >= 0:
        yield place
        place = text.find(part, place + len(part))


def _mark(letters: bytearray, words: str, text: str, start: int = 0) -> None:
    """Mark the letters of some words in a text, which starts at ``start``, as used."""
    for place in _places(words, text):
        letters[start + place:start + place + len(words)] = b"\1" * len(words)


def _pieces(text: str, letters: bytearray, told: Iterable[tuple[int, int, set[str]]]) -> Iterator[Piece]:
    """The strings of each kind in a text of which some letters are used, and of which some stretches tell days."""
    for hit in TITLE.finditer(text):
        yield Piece("title", *hit.span(), all(letters[hit.start(1):hit.end(1)]))
    dates = bytearray(len(text))
    for hit in DATE.finditer(text):
        dates[hit.start():hit.end()] = b"\1" * len(hit.group())
        stretches = (days for start, end, days in told if start <= hit.start() < end)
        yield Piece("date", *hit.span(), all(letters[hit.start():hit.end()]) or any(_fits(hit, day) for days in stretches for day in days))
    for hit in NUMBER.finditer(text):
        if not dates[hit.start()]:
            yield Piece("number", *hit.span(), bool(letters[hit.start()]))
    last = 0
    for hit in ORGAN.finditer(text):
        start = max(last, hit.start() - LONGEST)
        name = CUT.split(text[start:hit.start()])[-1].lstrip("和与及")
        if len(name) > 1:
            yield Piece("organ", hit.start() - len(name), hit.end(), bool(letters[hit.end() - 1]))
        last = hit.end()


def _fits(hit: re.Match[str], day: str) -> bool:
    """Whether a printed date may be this day, as far as both say.

    >>> [_fits(DATE.search(text), "2025-06-01") for text in ("2025年", "6月1日", "2025年6月", "2024年6月1日")]
    [True, True, True, False]
    """
    return all(int(one) == int(other) for one, other in zip(hit.groups(), day.split("-"), strict=False) if one)
