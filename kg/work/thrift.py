"""Holds many extracts in little memory: equal parts of records once, sentences in a file.

Of what a document gives, most is told again elsewhere (names, units, days, who cites which sentence) or hardly ever asked for
(its sentences). Together that is two thirds of what a build holds.
"""
from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import accumulate, chain, pairwise
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, cast, overload

from kg.folder import unwritable
from kg.model import ArticleFacts, Entity, Evidence, Extract, Figure, Sentence, Skipped, Statement

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

OWN = ("evidence", "curated", "confidence", "value", "value_max")
"""Fields that are not compared, and decimals, which are equal where they are not the same (1.5, 1.50)."""
REPEATED: dict[type, tuple[str, ...]] = {kind: tuple(field.name for field in fields(kind) if field.name not in OWN) for kind in (Entity, Statement, Figure)}
Pool = defaultdict[type, dict[Any, Any]]
"""Parts of records by their type, for a name and its class are equal to two other names."""


def thrifty(outcomes: Iterable[Extract | Skipped], folder: Path) -> Iterator[Extract | Skipped]:
    """The same extracts, equal to what they were; their sentences lie in a nameless file in ``folder`` as long as one of them is held."""
    shelf, pool = Shelf(folder), Pool(dict)
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            yield outcome
            continue
        for found in outcome.articles:
            share(found, pool)
        articles = (replace(found, article=replace(found.article, sentences=shelf.put(found.article.sentences))) for found in outcome.articles)
        yield replace(outcome, articles=tuple(articles))


def share(found: ArticleFacts, pool: Pool) -> None:
    """Let the records of an article hold what ``pool`` holds already in place of equal parts of their own."""
    id, cited = found.article.id, dict[Evidence, Evidence]()
    records: Iterable[Entity | Statement | Figure] = chain(found.entities, found.facts.statements, found.facts.figures)
    for record in records:
        for name in REPEATED[type(record)]:
            value = getattr(record, name)
            _put(record, name, pool[type(value)].setdefault(value, value))
        _put(record, "evidence", tuple([cited.get(item) or cited.setdefault(item, Evidence(id, item.sentence)) for item in record.evidence]))


_put = object.__setattr__
"""Records are frozen; to put an equal part into one changes nothing that can be seen, and a new one costs four times as much."""


class Shelf:
    """A file of sentences."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, TemporaryFile(dir=folder)  # noqa: SIM115 (it closes with the last of its sentences)
        self.end = 0

    def put(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Put the sentences of an article into the file; what comes back reads them from there."""
        import msgspec

        packed = [msgspec.msgpack.encode(sentence) for sentence in sentences]
        places = array("Q", accumulate(map(len, packed), initial=self.end))
        try:
            self.file.seek(self.end)
            self.file.write(b"".join(packed))
        except OSError as error:
            raise unwritable(self.folder, error) from error
        self.end = places[-1]
        return cast("tuple[Sentence, ...]", Shelved(self, places))

    def read(self, start: int, end: int) -> bytes:
        """What stands between two places."""
        self.file.seek(start)
        return self.file.read(end - start)


class Shelved(Sequence[Sentence]):
    """The sentences of one article on a shelf, as if they were a tuple; ``places`` are where each begins, and where the last one ends."""

    __slots__ = ("places", "shelf")

    def __init__(self, shelf: Shelf, places: array[int]) -> None:
        self.shelf, self.places = shelf, places

    def __len__(self) -> int:
        return len(self.places) - 1

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        number = range(len(self))[index]
        return _decoder().decode(self.shelf.read(self.places[number], self.places[number + 1]))

    def __iter__(self) -> Iterator[Sentence]:
        first = self.places[0]
        packed = memoryview(self.shelf.read(first, self.places[-1]))
        return (_decoder().decode(packed[start - first:end - first]) for start, end in pairwise(self.places))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@cache
def _decoder() -> Decoder[Sentence]:
    import msgspec

    return msgspec.msgpack.Decoder(Sentence)
