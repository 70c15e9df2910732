"""Extracts as bytes, and back in little memory.

A build holds the extracts of all its documents. Sentences, a third of them, stay packed until one is asked for; and of what
articles tell alike (names, units, periods, who is cited) each can be held once.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, overload

from kg.model import ArticleFacts, Entity, Evidence, Extract, Figure, Sentence, Statement

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

Row = tuple[bytes, list[int]]
"""The sentences of an article, packed one after the other and compressed, and how many bytes each takes."""


def pack(extract: Extract) -> bytes:
    """An extract as bytes: MessagePack, compressed; its sentences apart."""
    import msgspec
    from lz4.block import compress

    articles = tuple(replace(found, article=replace(found.article, sentences=())) for found in extract.articles)
    records = compress(msgspec.msgpack.encode(replace(extract, articles=articles)))
    return msgspec.msgpack.encode((records, [_row(found.article.sentences) for found in extract.articles]))


def _row(sentences: Sequence[Sentence]) -> Row:
    import msgspec
    from lz4.block import compress

    packed = [msgspec.msgpack.encode(sentence) for sentence in sentences]
    return compress(b"".join(packed)), [len(one) for one in packed]


def unpack(packed: bytes, pool: dict[Any, Any] | None = None) -> Extract:
    """The extract that `pack` has packed; only records of `kg.model` can come out of it, whatever the bytes are.

    ``pool`` holds what the extracts of one build tell alike; without it, records keep parts of their own.

    Raises:
        ValueError: the bytes are no packed extract.
    """
    from lz4.block import LZ4BlockError, decompress

    try:
        records, rows = _rows_decoder().decode(packed)
        extract = _decoder().decode(decompress(records))
    except LZ4BlockError as error:
        raise ValueError(str(error)) from error
    for found, row in zip(extract.articles, rows, strict=True):
        object.__setattr__(found.article, "sentences", PackedSentences(row))
        if pool is not None:
            share(found, pool)
    return extract


def share(found: ArticleFacts, pool: dict[Any, Any]) -> None:
    """Let the records of an article hold what ``pool`` holds in place of equal parts of their own, and each citation once.

    No decimals, for 1.5 and 1.50 are equal and not the same.
    """
    put, same = object.__setattr__, pool.setdefault  # records are frozen; new ones would cost several times as much
    for statement in found.facts.statements:
        put(statement, "subject", same(statement.subject, statement.subject))
        put(statement, "predicate", same(statement.predicate, statement.predicate))
        put(statement, "object", same(statement.object, statement.object))
    for figure in found.facts.figures:
        put(figure, "unit", same(figure.unit, figure.unit))
        put(figure, "measure", same(figure.measure, figure.measure))
        put(figure, "period", same(figure.period, figure.period))
        put(figure, "about", same(figure.about, figure.about))
        put(figure, "stated_by", same(figure.stated_by, figure.stated_by))
    id, cited = found.article.id, dict[int, Evidence]()
    records: Iterable[Entity | Statement | Figure] = chain(found.entities, found.facts.statements, found.facts.figures)
    for record in records:
        put(record, "evidence", tuple([cited.get(place) or cited.setdefault(place, Evidence(id, place)) for _, place in record.evidence]))


class PackedSentences(Sequence[Sentence]):
    """The sentences of one article, as if they were a tuple."""

    __slots__ = ("row",)

    def __init__(self, row: Row) -> None:
        self.row = row

    def __len__(self) -> int:
        return len(self.row[1])

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        packed, sizes = self.row
        number = range(len(sizes))[index]
        start = sum(sizes[:number])
        return _sentence_decoder().decode(_unpacked(packed)[start:start + sizes[number]])

    def __iter__(self) -> Iterator[Sentence]:
        packed, sizes = self.row
        letters = memoryview(_unpacked(packed))
        return (_sentence_decoder().decode(letters[start:end]) for start, end in pairwise(accumulate(sizes, initial=0)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


def _unpacked(packed: bytes) -> bytes:
    from lz4.block import decompress

    letters: bytes = decompress(packed)
    return letters


@cache
def _decoder() -> Decoder[Extract]:
    import msgspec

    return msgspec.msgpack.Decoder(Extract)


@cache
def _rows_decoder() -> Decoder[tuple[bytes, list[Row]]]:
    import msgspec

    return msgspec.msgpack.Decoder(tuple[bytes, list[Row]])


@cache
def _sentence_decoder() -> Decoder[Sentence]:
    import msgspec

    return msgspec.msgpack.Decoder(Sentence)
