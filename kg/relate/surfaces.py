"""The names of a reading's entities, indexed so that names which others begin with, end in or hold are found without comparing all.

Place in the line: the entities of a reading -> indexes -> kg.relate.names.
"""
from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from kg.model import Entity, Reading, Ref
from kg.relate.skeleton import mentions_by_type, once

_MARKS = re.compile(r"[“”《》\"‘’「」（）()\s]")
_FULL = ("省", "市", "县", "区", "州", "盟", "旗")


def unmarked(name: str) -> str:
    """The name without marks and spaces.

    >>> unmarked("“一带一路”倡议")
    '一带一路倡议'
    """
    return name if name.isalnum() else _MARKS.sub("", name)


def as_told(title: str) -> str:
    """A title without what it has alone, but not in that of the notice that sends it out.

    >>> as_told("关于加快产业发展的若干措施") == as_told("加快产业发展若干措施")
    True
    """
    return unmarked(title).removeprefix("关于").replace("的", "")


def surfaces(entity: Entity, least: int) -> list[str]:
    """The names of an entity that are long enough to be looked for in others, without marks, the longest first."""
    if not entity.aliases:
        name = unmarked(entity.name)
        return [name] if len(name) >= least else []
    names = {name if name.isalnum() else _MARKS.sub("", name) for name in (entity.name, *entity.aliases)}
    return longest_first([name for name in names if len(name) >= least])


def longest_first(names: list[str]) -> list[str]:
    """The names by length, and those of one length by their letters."""
    return sorted(sorted(names), key=len, reverse=True) if len(names) > 1 else names


class Index:
    """Names and whose they are, found by their first two characters; of equal names that of the first reference counts.

    >>> index = Index([("医保局", Ref("Agency", "国家医疗保障局")), ("医保", Ref("Programme", "医疗保险"))])
    >>> index.prefix("医保局办公室")[0], index.suffix("国家医保局", least=2)[0], index.inside("关于医保局的规定")
    ('医保局', '医保局', {'医保局': 2, '医保': 2})
    """

    def __init__(self, names: Iterable[tuple[str, Ref]]) -> None:
        """Index the names."""
        self.refs: dict[str, Ref] = {}
        self._heads: dict[str, list[str]] = {}
        for name, ref in names:
            if name not in self.refs or ref < self.refs[name]:
                self.refs[name] = ref
        for name in longest_first(list(self.refs)):
            self._heads.setdefault(name[:2], []).append(name)
        self._tails = {name[-2:] for name in self.refs}

    def prefix(self, name: str, own: Ref | None = None, barred: Collection[str] = ()) -> tuple[str, Ref] | None:
        """The longest name of another entity with which the name begins, and whose it is."""
        for known in self._heads.get(name[:2], ()):
            if len(known) < len(name) and name.startswith(known) and self.refs[known] != own and known not in barred:
                return known, self.refs[known]
        return None

    def suffix(self, name: str, barred: Collection[str] = (), *, least: int, but: re.Pattern[str] | None = None) -> tuple[str, Ref] | None:
        """The longest name in which the name ends, and whose it is, unless what stands before it is all of ``but``."""
        for begin in range(1, len(name) - least + 1) if name[-2:] in self._tails else ():
            known = name[begin:]
            if known in self.refs and known not in barred and not (but and but.fullmatch(name[:begin])):
                return known, self.refs[known]
        return None

    def inside(self, title: str) -> dict[str, int]:
        """The names that a title holds and where each stands first, the longest names first."""
        found: dict[str, int] = {}
        for at in range(len(title) - 1):
            for known in self._heads.get(title[at:at + 2], ()):
                if title.startswith(known, at):
                    found.setdefault(known, at)
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))


class Named(NamedTuple):
    """An entity with its names without marks, the longest first."""

    ref: Ref
    entity: Entity
    surfaces: list[str]

    def of(self, least: int) -> list[str]:
        """The names that have at least so many characters, the longest first."""
        return [name for name in self.surfaces if len(name) >= least]


class Names:
    """The entities of a reading by class with their surfaces, and indexes of its bodies, programmes and places, each made when asked for."""

    def __init__(self, reading: Reading) -> None:
        """Sort the entities by class."""
        self._reading = reading
        self._named: dict[str, list[Named]] = {}
        self._entities: dict[str, list[tuple[Ref, Entity]]] = {}
        for ref, entity in reading.entities.items():
            self._entities.setdefault(ref.type, []).append((ref, entity))

    def of(self, *types: str) -> list[Named]:
        """The entities of the given classes."""
        return [named for kind in types if kind in self._entities for named in self._of(kind)]

    def _of(self, kind: str) -> list[Named]:
        if kind not in self._named:
            self._named[kind] = [Named(ref, entity, surfaces(entity, 1)) for ref, entity in self._entities[kind]]
        return self._named[kind]

    def count(self, *types: str) -> int:
        """How many entities of the given classes there are."""
        return sum([len(self._entities[kind]) for kind in types if kind in self._entities])

    @cached_property
    def bodies(self) -> Index:
        """The names of agencies and organizations."""
        return Index(_indexed(self.of("Agency", "Organization"), 3))

    @cached_property
    def programmes(self) -> Index:
        """The names of programmes."""
        return Index(_indexed(self.of("Programme"), 3))

    @cached_property
    def works(self) -> Index:
        """What the names of works begin with, of which others may be part: 南水北调|工程."""
        return Index([(name.removesuffix("工程"), ref) for ref, _, names in self.of("Programme") for name in names if len(name) >= 6 and name.endswith("工程")])

    @cached_property
    def places(self) -> Index:
        """The full names of places, and those that the article prints (海南 may be several)."""
        return Index(_place_names(self._reading, [entity for _, entity in self._entities.get("Place", ())]))


def _indexed(rows: list[Named], least: int) -> Iterable[tuple[str, Ref]]:
    return [(name, ref) for ref, _, names in rows for name in names if len(name) >= least]


@once
def names_of(reading: Reading) -> Names:
    """The names of the reading's entities."""
    return Names(reading)


def _place_names(reading: Reading, places: list[Entity]) -> Iterable[tuple[str, Ref]]:
    if not places:
        return
    printed = {(mention.name, mention.text) for mention in mentions_by_type(reading).get("Place", ())}
    for place in places:
        ref = place.ref
        for name in {place.name, *[a for a in place.aliases if a.endswith(_FULL) or (place.name, a) in printed]}:
            bare = unmarked(name)
            if len(bare) >= 2:
                yield bare, ref
