"""Indicators apart from their values: which figures measure the same thing, in whatever words.

Two figures are of one indicator where the normal form of their wording, what it belongs to, its region and the dimension of its
unit agree. Precision goes before recall: a word that is left over keeps two wordings apart (职工医保参保人数, 居民医保参保人数).
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kg.lexicon import rows
from kg.model import Figure, KnowledgeBase, Ref
from kg.views.wording import LOCAL, NARROWER, NATION, dimension, plain, tells, usual

COUNTRY = Ref("Place", "中华人民共和国")
BODIES = ("Agency", "Organization")
SHORTEST = {"Place": 2}
OTHERS_SHORTEST = 3
AREA = re.compile(r"^(?:地区|全[省市县区])(?=.)")


class Key(NamedTuple):
    """What makes an indicator this one and no other.

    ``about`` is what it belongs to, if that is no place; ``region`` is None for the whole country and where the text names none;
    ``base`` is the base unit of its dimension; ``apart`` is the document of a wording that only there has its meaning (全省就业人数, 公司利润).
    """

    core: str
    about: Ref | None
    region: Ref | None
    base: str
    apart: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The key as text, to sort and to mint by."""
        return (self.core, *(self.about or ("", "")), *(self.region or ("", "")), self.base, self.apart)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is measured: ``name`` tells it in full names, ``unit`` is the one printed most, ``wordings`` are all printed ones."""

    key: Key
    name: str
    unit: str
    wordings: tuple[str, ...]
    figures: tuple[Figure, ...]

    @property
    def label(self) -> str:
        """The name, with what it belongs to and its region where the name does not tell them."""
        scope = [ref.name for ref in (self.key.about, self.key.region) if ref and ref.name not in self.name]
        return self.name + "".join(f"（{name}）" for name in scope)

    def value(self, figure: Figure) -> Decimal:
        """The value of one of its figures in the indicator's unit, negative where it tells of a decrease."""
        printed, wanted = (dimension(unit, figure.indicator)[1] for unit in (figure.unit, self.unit))
        fell = figure.direction == "decrease" and figure.measure not in ("level", "share")
        text = format(figure.value * printed / wanted * (-1 if fell else 1), "f")
        return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


class Namer:
    """Reads wordings with the names that the knowledge base knows."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.forms: dict[str, set[Ref]] = {}
        for entity in kb.entities:
            if entity.type != "Person":
                kept = set(NARROWER.findall(entity.name))
                for form in (entity.name, *entity.aliases):
                    if kept >= set(NARROWER.findall(form)):  # 农村低保 is less than 最低生活保障
                        self.forms.setdefault(form, set()).add(entity.ref)
        self.longest = max(map(len, self.forms), default=0)
        self.places = {form: ref for form, refs in self.forms.items() for ref in refs if ref.type == "Place" and len(refs) == 1}
        self.seats: dict[Ref, Ref | None] = {}
        self.posts: dict[Ref, set[Ref]] = {}
        for statement in kb.statements:
            if statement.predicate == "holdsPostAt" and isinstance(statement.object, Ref):
                self.posts.setdefault(statement.subject, set()).add(statement.object)
        self.media = {row["name"] for row in rows("media.tsv")}

    def leading(self, text: str, about: Ref | None) -> tuple[str, Ref] | None:
        """The longest name at the start of a wording, if it means one thing; a short one only where the figure is about that."""
        for end in range(min(self.longest, len(text) - 1), 1, -1):
            refs = self.forms.get(text[:end], set())
            if about in refs:
                return text[:end], about
            if len(refs) == 1:
                ref = next(iter(refs))
                if end >= SHORTEST.get(ref.type, OTHERS_SHORTEST):
                    return text[:end], ref
        return None

    def key(self, figure: Figure) -> tuple[Key, bool]:
        """What a figure measures, and whether its wording names what it belongs to."""
        core, apart = plain(figure.indicator), ""
        region = figure.about if figure.about and figure.about.type == "Place" else None
        about, named = None if region else figure.about, False
        if figure.stated_by and not region and not (about and about.type in BODIES):
            region = self.seat(figure.stated_by)
        if (hit := NATION.match(core)) and hit.end() < len(core):
            core, region = core[hit.end():], COUNTRY
        elif hit := LOCAL.match(core):
            core = core[hit.end():]
            apart = "" if region else _document(figure)
        for _ in range(2):
            found = self.leading(core, figure.about)
            if found and found[1].type == "Place" and not named:
                core, region = AREA.sub("", core[len(found[0]):]), found[1]
            elif found and found[1].type != "Place" and not named:
                core, about, named = core[len(found[0]):], found[1], True
        core, kind = usual(self.bare(core, figure))
        if kind and not named:
            about = self.industry(figure.stated_by) if about is None or kind == "territory" else about
        if not (kind or named or tells(core, bool(about or region))):
            apart = _document(figure)
        return Key(core, about, None if region == COUNTRY else region, dimension(figure.unit, figure.indicator)[0], apart), named

    def bare(self, core: str, figure: Figure) -> str:
        """The normal form once more; a sum at a moment is the same with 累计 and without."""
        moment = figure.period is not None and figure.period[0] == figure.period[1]
        return plain(core.removeprefix("累计") if moment and len(core) > 3 else core)

    def seat(self, speaker: Ref) -> Ref | None:
        """The place for which a local body or its officer speaks: 自贡市 of 四川省自贡市医疗保障局; None for central bodies."""
        if speaker not in self.seats:
            bodies = self.posts.get(speaker, set()) if speaker.type == "Person" else {speaker}
            seats = {self.head(body.name) for body in bodies if body.type == "Agency"} - {None}
            self.seats[speaker] = seats.pop() if len(seats) == 1 else None
        return self.seats[speaker]

    def head(self, name: str) -> Ref | None:
        """The narrowest place at the head of a body's name."""
        place = None
        while end := next((end for end in range(len(name), 1, -1) if name[:end] in self.places), 0):
            place, name = self.places[name[:end]], name[end:]
        return place

    def industry(self, speaker: Ref | None) -> Ref | None:
        """The body that gives a total of its own members, as associations and groups do; media only pass on what others say."""
        return speaker if speaker and speaker.type == "Organization" and speaker.name not in self.media else None


def find_indicators(kb: KnowledgeBase) -> tuple[Indicator, ...]:
    """Every indicator of a knowledge base with its figures, those of targets too, sorted."""
    namer, named = Namer(kb), set[Key]()
    keys: dict[object, Key] = {}
    groups: dict[Key, list[Figure]] = {}
    for figure in dict.fromkeys((*kb.figures, *(target.figure for target in kb.targets if target.figure))):
        key, told = namer.key(figure)
        key = keys.setdefault((figure.text, figure.indicator, figure.period, figure.about), key)  # one node of the graph, one indicator
        groups.setdefault(key, []).append(figure)
        named |= {key} if told else set()
    return tuple(_indicator(key, groups[key], key in named) for key in sorted(groups, key=lambda key: key.parts))


def _document(figure: Figure) -> str:
    """The first document that states a figure; none for a figure that nothing supports."""
    return figure.evidence[0].article.rpartition("#")[0] if figure.evidence else ""


def _indicator(key: Key, figures: Iterable[Figure], named: bool) -> Indicator:
    ordered = tuple(sorted(figures, key=lambda f: (f.period[1].isoformat() if f.period else "", f.indicator, f.text, f.evidence)))
    units = Counter(figure.unit for figure in ordered)
    unit = min(units, key=lambda unit: (not unit, -units[unit], unit))
    wordings = tuple(sorted({figure.indicator for figure in ordered}))
    name = key.about.name + key.core if named and key.about else key.core
    return Indicator(key, name, unit, wordings, ordered)
