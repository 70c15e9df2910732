"""The skeleton of a sentence, on which all relation rules work: each mention is one private-use character for its class.

Place in the line: `Reading` -> skeletons -> extractors. The words of a name are out of the way, so a verb inside a title cannot
fire, and a rule about an agency is a regular expression about one character.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from operator import attrgetter
from typing import TypeVar

from kg.model import Mention, Reading, Time

CODES = {
    "Agency": "\ue000", "Organization": "\ue001", "Person": "\ue002", "Regulation": "\ue003",
    "Publication": "\ue004", "Programme": "\ue005", "Place": "\ue006", "Date": "\ue007",
}
SLOTS = {
    **CODES, "Body": "\ue000\ue001", "Document": "\ue003\ue004", "Work": "\ue003\ue004\ue005", "Any": "\ue000-\ue006",
}
JOINT = (
    "(?:、|和|与|及|以及|会同|暨|(?:活动)?(?:启动|启动仪式|开幕式)暨|并会同|》《|等(?:部门|单位|企业|机构|地)?(?:和|与|、|及|以及)"
    "|(?:近日|日前|\ue007)?(?:，)?联合(?!印发|发布|出台|开展|举办|主办|制定|下发|公布))"
)
CLAUSE = re.compile(r"[^，；：。！？…—]+")
_ASCII = re.compile("(?<![0-9A-Za-z])[,;:]|[,;:](?![0-9A-Za-z])")
_BELOW = re.compile("[（(](?:人民币，?)?下同[)）]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WIDE = {",": "，", ";": "；", ":": "："}
_BRACKET = re.compile(  # but not one that tells who is in charge: 某试点（甲局牵头，乙局参与）
    r"[（(](?![^（()）]{2,60}(?:牵头|负责|配合|参与)[)），、]|(?:牵头|责任|主办)(?:单位|部门))[^（()）]{0,60}[)）]")
_DATELINE = re.compile(
    r"^(?:据)?(?:新华社|中新社|中新网|中新财经|本报|人民网|央视网|光明网|央广网|中国经济网|[\u4e00-\u9fa5]{2,4}(?:晚报|日报|时报|新闻(?!办|发布)|早报))"
    r"[^，。；：（(]{0,16}?(?:电|讯|消息|报道)?(?:[（(][^（()）]{0,30}[)）])?(?:[^，。；：]{0,8}(?:电|讯|报道))?(?:[：:]|(?<=[电讯道）)]))"
)
_TOPIC = re.compile(
    "“(?:(?<=[就以绕]“)[^“”]{2,60}”(?=为主题|为题|举行|召开|专题|作|进行|答|回答|介绍|有关|相关|的相关|的有关)"
    "|[^“”]{6,60}”(?=(?:的)?(?:有关|相关)情况))"
)
_SEATS = ("首都", "首府", "省会")
_QUOTES = {"《": "》", "“": "”", "〈": "〉", "「": "」", "‘": "’", "【": "】"}
_CLOSES = frozenset((*_QUOTES.values(), "（", "("))

T = TypeVar("T")
Item = Mention | Time


@dataclass(slots=True)
class Skeleton:
    """A sentence with mentions and dates folded into single characters; ``items`` tells what stands at a position, ``codes`` are these characters."""

    index: int
    paragraph: int
    role: str
    text: str
    items: dict[int, Item]
    codes: str = ""

    def mention(self, position: int) -> Mention:
        """The mention folded at a position of the skeleton."""
        item = self.items[position]
        assert isinstance(item, Mention)
        return item

    def mentions(self, begin: int, end: int) -> list[Mention]:
        """The mentions folded between two positions, in reading order."""
        return [item for at, item in self.items.items() if begin <= at < end and isinstance(item, Mention)]

    def clauses(self) -> list[tuple[int, int]]:
        """The bounds of the clauses: the stretches between ，；：。 and their like.

        >>> Skeleton(0, 0, "body", "开会，发文。", {}).clauses()
        [(0, 2), (3, 5)]
        """
        return [hit.span() for hit in CLAUSE.finditer(self.text)]


def fold(text: str, items: list[Item]) -> tuple[str, dict[int, Item], str]:
    """The skeleton's text, what stands at its positions, and the characters there.

    The dateline (新华社北京3月21日电) is left out. Marks of title and quotation that hold nothing but the mention go with it,
    and so does a bracket right behind it that does not tell who is in charge.

    >>> fold("发布《意见》（试行）。", [Mention(0, 3, 5, "Regulation", "意见", "意见")])[0]
    '发布\\ue003。'
    """
    if "“" in text and _TOPIC.search(text):
        text = _TOPIC.sub(lambda hit: " " * len(hit.group()), text)
        items = [item for item in items if not text[item.start:item.end].isspace() or item.start == item.end]
    plain = text.isprintable() and not ("," in text or ";" in text or ":" in text or "下同" in text)  # characters of private use do not print
    dateline = _DATELINE.match(text)
    position = dateline.end() if dateline else 0
    if not items:
        return text[position:] if plain else _widen(text[position:]), {}, ""
    parts: list[str] = []
    found: dict[int, Item] = {}
    length = 0
    for item in sorted(items, key=_place) if len(items) > 1 else items:
        if item.start < position:
            continue
        gap = text[position:item.start] if plain else _widen(text[position:item.start])
        if gap in _SEATS and parts[-1:] == [CODES["Place"]]:
            gap = ""  # 肯尼亚首都|内罗毕 is told like 广东广州
        position = item.end
        if text[position:position + 1] in _CLOSES:
            if gap and _QUOTES.get(gap[-1]) == text[position]:
                gap, position = gap[:-1], position + 1
            if text.startswith(("（", "("), position) and (bracket := _BRACKET.match(text, position)):
                if isinstance(item, Time):
                    item = next((i for i in items if isinstance(i, Time) and position < i.start and i.end <= bracket.end()), item)
                position = bracket.end()
        parts += gap, CODES[item.type if isinstance(item, Mention) else "Date"]
        length += len(gap)
        found[length] = item
        length += 1
    parts.append(text[position:] if plain else _widen(text[position:]))
    return "".join(parts), found, "".join(parts[1::2])


def _place(item: Item) -> tuple[int, int]:
    return item.start, -item.end


def _widen(text: str) -> str:
    """The text with full-width commas, semicolons and colons outside numbers, without private-use characters of its own and （人民币，下同）."""
    return _ASCII.sub(lambda hit: _WIDE[hit.group()], _PRIVATE.sub("□", _BELOW.sub("", text)))


def once(make: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The function, which remembers what it made of the last reading, since several extractors build on each other."""
    last: Reading | None = None
    made: T

    @wraps(make)
    def maker(reading: Reading) -> T:
        nonlocal last, made
        if last is not reading:
            made, last = make(reading), reading
        return made

    return maker


def remembered(find: Callable[[Reading], Iterable[T]]) -> Callable[[Reading], tuple[T, ...]]:
    """The finder, which remembers all that it found in the last reading."""
    return once(wraps(find)(lambda reading: tuple(find(reading))))


@once
def mentions_of(reading: Reading) -> dict[int, list[Mention]]:
    """The mentions of each sentence that has some, in reading order."""
    found: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


@once
def mentions_by_type(reading: Reading) -> dict[str, list[Mention]]:
    """The mentions of each class that has some, in reading order."""
    found: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        found.setdefault(mention.type, []).append(mention)
    return found


@remembered
def skeletons(reading: Reading) -> Iterator[Skeleton]:
    """One skeleton for each sentence of the reading, in order."""
    mentions = mentions_of(reading)
    for index, sentence in enumerate(reading.article.sentences):
        items: list[Item] = []
        for mention in mentions.get(index, ()):
            if mention.type in CODES and not (mention.type == "Place" and mention.text.startswith("全")):  # 全省 is told of no place in particular
                items.append(mention)
        if index < len(reading.times) and reading.times[index]:
            times = reading.times[index]
            items += [t for t in times if not any([m.start < t.end and t.start < m.end for m in items])] if items else times
        yield Skeleton(index, sentence.paragraph, sentence.role, *fold(sentence.text, items))


@once
def _by_code(reading: Reading) -> dict[str, list[Skeleton]]:
    """The skeletons that hold each code."""
    found: dict[str, list[Skeleton]] = {}
    for row in skeletons(reading):
        for code in set(row.codes) if row.codes else ():
            found.setdefault(code, []).append(row)
    return found


def holding(reading: Reading, codes: str) -> list[Skeleton]:
    """The skeletons that hold one of some codes, in order."""
    table = _by_code(reading)
    if len(codes) == 1:
        return table.get(codes, [])
    held = [rows for code in codes if (rows := table.get(code))]
    if len(held) < 2:
        return held[0] if held else []
    return sorted({row.index: row for rows in held for row in rows}.values(), key=attrgetter("index"))


def chain_after(text: str, begin: int, codes: str) -> int:
    """Where the chain of joined mentions that begins at ``begin`` ends."""
    end = begin
    while end < len(text) and text[end] in codes:
        end += 1
        joint = _JOINT.match(text, end) if text[end:end + 1] in _JOINTS else None
        if joint and (joint.end() == len(text) or text[joint.end()] not in codes):
            return end
        end = joint.end() if joint else end
    return end


_JOINT = re.compile(JOINT)
_JOINTS = frozenset("、和与及以会暨活启开并》等近日，联\ue007")  # what joints begin with
