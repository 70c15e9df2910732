"""Finds entities as the search box of the page does: by any name, by a part of it, by full pinyin and by initials."""
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from kg.errors import PolicyKGError
from kg.exporters.page.spelling import spell
from kg.model import Entity, KnowledgeBase, Ref

LATIN = re.compile(r"[a-z0-9\s'’-]+")


class UnknownEntity(PolicyKGError):
    """A name that no entity of the build bears."""


def folded(text: str) -> str:
    """Text with letters and marks of any width and case as one: 甲（２）A and 甲(2)a."""
    return unicodedata.normalize("NFKC", text).lower()


def rank(name: str, spelling: str, text: str) -> int | None:
    """How well a name answers to a text, 0 best; None where it does not.

    >>> [rank("国家医保局", "guo jia yi bao ju", text) for text in ("国家医保局", "医保局", "gjybj", "yibao", "卫健委")]
    [0, 2, 1, 5, None]
    """
    name, text = folded(name), folded(text.strip())
    if text in name:
        return 0 if text == name else 1 if name.startswith(text) else 2
    if not LATIN.fullmatch(text):
        return None
    typed = re.sub(r"[\s'’-]", "", text)
    full, initials = spelling.replace(" ", ""), "".join(part if part[0].isdigit() else part[:1] for part in spelling.split())
    if typed in (full, initials):
        return 1
    if typed and (initials.startswith(typed) or full.startswith(typed)):
        return 3
    if len(typed) > 1 and typed in initials:
        return 4
    return 5 if len(typed) > 2 and typed in full else None


class Finder:
    """Searches the names of one knowledge base; their pinyin is worked out when it is first needed."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.entities = kb.entities
        self.degrees = Counter(end for one in kb.statements for end in (one.subject, one.object))

    @cached_property
    def spellings(self) -> dict[Ref, list[str]]:
        return {entity.ref: spell(names(entity)) for entity in self.entities}

    def find(self, text: str, limit: int) -> list[Entity]:
        """Entities that answer to a text, the best and most connected first."""
        if not text.strip():
            return []
        found = [(best, entity) for entity in self.entities if (best := min(self.ranks(entity, text), default=None)) is not None]
        found.sort(key=lambda pair: (pair[0], -self.degrees[pair[1].ref], len(pair[1].name), pair[1].ref))
        return [entity for _, entity in found[:limit]]

    def ranks(self, entity: Entity, text: str) -> Iterator[int]:
        spellings = self.spellings[entity.ref] if folded(text).isascii() else [""] * (1 + len(entity.aliases))
        for name, spelling in zip(names(entity), spellings, strict=True):
            if (found := rank(name, spelling, text)) is not None:
                yield found

    def bearer(self, name: str) -> Entity:
        """The one entity that bears a name.

        Raises:
            UnknownEntity: None bears it, or several do; the message offers names.
        """
        called = folded(name)
        bearers = [one for one in self.entities if folded(one.name) == called] or [one for one in self.entities if called in map(folded, one.aliases)]
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            raise UnknownEntity(f"{name}: several entities bear this name; give one of {'、'.join(str(tuple(one.ref)) for one in bearers)} as Ref")
        near = "、".join(entity.name for entity in self.find(name, 5))
        raise UnknownEntity(f"{name}: no entity of the build bears this name" + (f"; did you mean {near}?" if near else "; look for a part of it with find"))


def names(entity: Entity) -> tuple[str, ...]:
    """Full name and other names."""
    return (entity.name, *entity.aliases)
