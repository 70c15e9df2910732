"""Extracts as bytes, and back in little memory.

A build holds the extracts of all its documents. Texts and sentences, more than half of them, stay packed until one is asked for; and of
what articles tell alike (names, units, periods, who is cited) each can be held once.
"""
from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate, chain, pairwise
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from kg.folder import unwritable
from kg.model import ArticleFacts, Document, Entity, Evidence, Extract, Figure, Sentence, Statement

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

Row = tuple[bytes, list[int]]
"""The sentences of an article, packed one after the other and compressed, and how many bytes each takes."""
Text = tuple[bytes, int, str]
"""The text of a document, compressed, the number of its characters, and its digest."""


def pack(extract: Extract) -> bytes:
    """An extract as bytes: MessagePack, compressed; its text and sentences apart."""
    import msgspec
    from lz4.block import compress

    document = extract.document
    text = (compress(document.text.encode()), document.characters, document.text_digest)
    articles = tuple(replace(found, article=replace(found.article, sentences=())) for found in extract.articles)
    records = compress(msgspec.msgpack.encode(Extract(document.without_text(), articles)))
    return msgspec.msgpack.encode((records, text, [_row(found.article.sentences) for found in extract.articles]))


def _row(sentences: Sequence[Sentence]) -> Row:
    import msgspec
    from lz4.block import compress

    packed = [msgspec.msgpack.encode(sentence) for sentence in sentences]
    return compress(b"".join(packed)), [len(one) for one in packed]


class Thrift:
    """Where the extracts of many documents are held in less memory: what their records tell alike, and a file of texts and sentences.

    The file is in ``folder``, has no name, and goes with the last extract.
    """

    def __init__(self, folder: Path) -> None:
        self.pool: dict[Any, Any] = {}
        self.folder = folder
        self.file = TemporaryFile(dir=folder)  # noqa: SIM115 (it closes by itself)
        self.end = 0

    def put(self, packed: bytes) -> Shelved:
        """Put a packed text or packed sentences into the file."""
        try:
            self.file.seek(self.end)
            self.file.write(packed)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        start, self.end = self.end, self.end + len(packed)
        return Shelved(self, start, len(packed))


class Shelved(NamedTuple):
    """A packed text or packed sentences in the file of a `Thrift`."""

    thrift: Thrift
    start: int
    size: int

    def read(self) -> bytes:
        self.thrift.file.seek(self.start)
        return self.thrift.file.read(self.size)


def unpack(packed: bytes, thrift: Thrift | None = None) -> Extract:
    """The extract that `pack` has packed; only records of `kg.model` can come out of it, whatever the bytes are.

    With ``thrift``, it holds less by itself.

    Raises:
        ValueError: the bytes are no packed extract.
    """
    from lz4.block import LZ4BlockError, decompress

    try:
        records, (text, characters, digest), rows = _rows_decoder().decode(packed)
        plain = _decoder().decode(decompress(records))
    except LZ4BlockError as error:
        raise ValueError(str(error)) from error
    extract = Extract(PackedDocument(plain.document, thrift.put(text) if thrift else text, characters, digest), plain.articles)
    for found, (sentences, sizes) in zip(extract.articles, rows, strict=True):
        shelved = PackedSentences(thrift.put(sentences) if thrift else sentences, array("I", sizes))
        object.__setattr__(found.article, "sentences", shelved)
        if thrift:
            share(found, thrift.pool)
    return extract


def _unpacked(packed: bytes | Shelved) -> bytes:
    from lz4.block import decompress

    letters: bytes = decompress(packed.read() if isinstance(packed, Shelved) else packed)
    return letters


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


class PackedDocument(Document):
    """A document that has its text packed."""

    __slots__ = ("_characters", "_digest", "_packed")
    _packed: bytes | Shelved
    _characters: int
    _digest: str

    def __init__(self, plain: Document, packed: bytes | Shelved, characters: int, digest: str) -> None:
        put = object.__setattr__  # the record is frozen
        put(self, "identifier", plain.identifier)
        put(self, "sha256", plain.sha256)
        put(self, "format", plain.format)
        put(self, "metadata", plain.metadata)
        put(self, "_packed", packed)
        put(self, "_characters", characters)
        put(self, "_digest", digest)

    @property
    def text(self) -> str:
        return _unpacked(self._packed).decode()

    @property
    def characters(self) -> int:
        return self._characters

    @property
    def text_digest(self) -> str:
        return self._digest

    def plain(self) -> Document:
        """The same with its text."""
        return Document(self.identifier, self.text, self.sha256, self.format, self.metadata)

    def __eq__(self, other: object) -> bool:
        return self.plain() == (other.plain() if isinstance(other, PackedDocument) else other)

    def __hash__(self) -> int:
        return hash(self.plain())

    def __repr__(self) -> str:
        return repr(self.plain())


class PackedSentences(Sequence[Sentence]):
    """The sentences of one article, as if they were a tuple."""

    __slots__ = ("packed", "sizes")

    def __init__(self, packed: bytes | Shelved, sizes: array[int]) -> None:
        self.packed, self.sizes = packed, sizes

    def unpacked(self) -> bytes:
        """The sentences, each still packed."""
        return _unpacked(self.packed)

    def __len__(self) -> int:
        return len(self.sizes)

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        number = range(len(self))[index]
        start = sum(self.sizes[:number])
        return _sentence_decoder().decode(self.unpacked()[start:start + self.sizes[number]])

    def __iter__(self) -> Iterator[Sentence]:
        letters = memoryview(self.unpacked())
        return (_sentence_decoder().decode(letters[start:end]) for start, end in pairwise(accumulate(self.sizes, initial=0)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


@cache
def _decoder() -> Decoder[Extract]:
    import msgspec

    return msgspec.msgpack.Decoder(Extract)


@cache
def _rows_decoder() -> Decoder[tuple[bytes, Text, list[Row]]]:
    import msgspec

    return msgspec.msgpack.Decoder(tuple[bytes, Text, list[Row]])


@cache
def _sentence_decoder() -> Decoder[Sentence]:
    import msgspec

    return msgspec.msgpack.Decoder(Sentence)
