"""Writes a corpus of any size for measurements: sentences of given pages recombined, with other names, places, numbers and dates.

    python benchmarks/corpus.py FOLDER 10000 [seeds ...]

Seeded: the same arguments give the same files. The files are for measuring only; what they say is not true of anything.
"""
from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.extraction import read_article
from kg.layout import split_articles
from kg.lexicon import find_forms, rows
from kg.model import Reading
from kg.readers import find_inputs, read_document

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华慧建文辉玲红玉萍清志海燕春秀国立峰琳宁波云飞鹏雪梅瑞东晓晨思佳宇航博雅欣"
KINDS = ("数字", "智慧", "县域", "城乡", "新型", "绿色", "区域", "基层", "青年", "社区", "乡村", "跨境", "公益", "普惠", "示范", "联合")
NUMBER = re.compile(r"(?P<year>(?:19|20)\d\d)(?=年)|(?P<month>\d{1,2})(?=月)|(?P<day>\d{1,2})(?=日)|(?P<number>\d+)")
LETTERS = 700
FILES_A_FOLDER = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as plain text, and the stretches in it that may be called otherwise: start, end, class."""

    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What documents are made of: headlines, and runs of sentences that belong together."""

    headlines: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]


def load_stock(folders: list[Path]) -> Stock:
    """The headlines and paragraphs of the given pages."""
    headlines, paragraphs = [], []
    for source in find_inputs(folders):
        for article in split_articles(read_document(source.path, source.identifier, source.metadata)):
            reading = read_article(article)
            runs: dict[int, list[Piece]] = {}
            for index, sentence in enumerate(article.sentences):
                piece = Piece(sentence.text, tuple(names_in(reading, index)))
                if sentence.role == "headline":
                    headlines.append(piece)
                elif sentence.role == "body":
                    runs.setdefault(sentence.paragraph, []).append(piece)
            paragraphs += [tuple(run) for run in runs.values()]
    return Stock(tuple(headlines), tuple(paragraphs))


def names_in(reading: Reading, index: int) -> Iterator[tuple[int, int, str]]:
    """Names of a sentence that do not overlap: people, programmes, organizations as found, places by their forms."""
    end = 0
    found = [(m.start, m.end, m.type) for m in reading.mentions if m.sentence == index and m.type in ("Person", "Programme", "Organization") and m.text]
    text = reading.article.sentences[index].text
    found += [(start, stop, "Place") for start, stop, entries in find_forms(text) if entries[0].type == "Division" and stop - start > 1]
    for start, stop, kind in sorted(found, key=lambda row: (row[0], row[2] != "Place", -row[1])):
        if start >= end:
            yield start, stop, kind
            end = stop


@cache
def places(ending: str) -> tuple[str, ...]:
    """Names of places that end so; short names for no ending."""
    table = rows("places.tsv")
    return tuple(row["name"] for row in table if row["name"].endswith(ending)) if ending else tuple(row["short"] for row in table if len(row["short"]) == 2)


def write_document(stock: Stock, chance: random.Random) -> str:
    """One document of about `LETTERS` letters: a headline, a line with date and source, paragraphs."""
    called: dict[str, str] = {}
    day = (chance.randint(2019, 2026), chance.randint(1, 12), chance.randint(1, 28))

    def name(text: str, kind: str) -> str:
        if kind == "Person":
            return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=max(1, len(text) - 1))) if len(text) < 4 else text
        if kind == "Place":
            return chance.choice(places(text[-1] if text[-1] in "省市县区" else ""))
        return chance.choice(KINDS) + text if chance.random() < 0.4 else text

    def number(hit: re.Match[str]) -> str:
        match hit.lastgroup:
            case "year":
                return str(day[0] + chance.randint(-2, 2))
            case "month":
                return str(chance.randint(1, 12))
            case "day":
                return str(chance.randint(1, 28))
        return str(chance.randint(10 ** (len(hit.group()) - 1), 10 ** len(hit.group()) - 1))

    def say(piece: Piece) -> str:
        parts, end = [], 0
        for start, stop, kind in piece.names:
            words = piece.text[start:stop]
            if words not in called:
                called[words] = name(words, kind)
            parts += [NUMBER.sub(number, piece.text[end:start]), called[words]]
            end = stop
        return "".join(parts) + NUMBER.sub(number, piece.text[end:])

    lines, letters = [say(chance.choice(stock.headlines)), f"{day[0]}年{day[1]}月{day[2]}日 来源：新华社"], 0
    while letters < LETTERS:
        lines.append("".join(map(say, chance.choice(stock.paragraphs))))
        letters += len(lines[-1])
    return "\n\n".join(lines) + "\n"


def write_corpus(folder: Path, count: int, pages: list[Path], *, seed: int = 1) -> None:
    """Write so many documents; the first ones of a larger corpus are those of a smaller one."""
    stock = load_stock(pages)
    for number in range(count):
        path = folder / f"{number // FILES_A_FOLDER:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_document(stock, random.Random(f"{seed}/{number}")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), [Path(name) for name in sys.argv[3:]] or [Path("seeds")])
