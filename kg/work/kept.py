"""Keeps what each document gave, so that the next build into the folder reads only what has changed.

A row is found by the content of the file, its identifier, what the sidecar says of it, and everything that extraction goes by: rules,
code, ontology and spaCy model. A document that changed finds no row; rows that a finished build did not use go.
"""
from __future__ import annotations

import hashlib
import sqlite3
import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kg.errors import InvalidBuild, UnreadableInput
from kg.model import Extract
from kg.readers import Input, read_bytes
from kg.resources import PACKAGE, ontology_file, rules_version

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

TABLE = "CREATE TABLE IF NOT EXISTS extracts (key TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID"
READING = ("pypdfium2", "python-docx", "trafilatura")  # packages by which files are read
SETTINGS = ("auto_vacuum = FULL", "secure_delete = ON", "journal_mode = WAL", "synchronous = OFF", "mmap_size = 1073741824")


def pack(extract: Extract) -> bytes:
    """An extract as bytes: MessagePack, compressed."""
    import msgspec

    return zlib.compress(msgspec.msgpack.encode(extract), 1)


def unpack(packed: bytes) -> Extract:
    """The extract that `pack` has packed; only records of `kg.model` can come out of it, whatever the bytes are.

    Raises:
        ValueError: the bytes are no packed extract.
    """
    try:
        return _decoder().decode(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError(str(error)) from error


@cache
def _decoder() -> Decoder[Extract]:
    import msgspec

    return msgspec.msgpack.Decoder(Extract)


@cache
def fingerprint(spacy_model: str | None = None) -> str:
    """Tells whether two builds extract by the same rules, code, ontology and spaCy model."""
    digest = hashlib.sha256(rules_version().encode())
    for path in (*sorted(PACKAGE.rglob("*.py")), ontology_file("policy.ttl")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for package in ("spacy", *READING, *([spacy_model] if spacy_model else ())):
        digest.update(f"\0{package} {_version(package)}".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a model may be a folder
        return ""


class Kept:
    """The extracts of a folder's last build; used with ``with``."""

    def __init__(self, path: Path, *, spacy_model: str | None = None, fresh: bool = False) -> None:
        self.path = path
        self.by = fingerprint(spacy_model)
        self.used: set[str] = set()
        self.file_hashes: dict[Path, str] = {}
        if fresh:
            self._remove()
        try:
            self.table = self._open()
        except sqlite3.DatabaseError:  # no database, or a damaged one: everything is read again
            self._remove()
            self.table = self._open()

    def _open(self) -> sqlite3.Connection:
        table = sqlite3.connect(self.path, isolation_level=None)
        for setting in SETTINGS:
            table.execute(f"PRAGMA {setting}")
        table.execute(TABLE)
        return table

    def _remove(self) -> None:
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.table.close()
        if isinstance(error, sqlite3.Error):
            raise InvalidBuild(f"{self.path}: cannot be written ({error}); make room, or choose another --output") from error

    def key(self, source: Input) -> str | None:
        """What an input is found by; None where its file cannot be read, or must not be."""
        digest = self.file_hashes.get(source.path)
        if digest is None:
            try:
                digest = self.file_hashes[source.path] = "" if source.problem else hashlib.sha256(read_bytes(source.path)).hexdigest()
            except UnreadableInput:
                return None
        parts = (self.by, source.identifier, digest, repr(source.metadata))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, source: Input) -> Extract | None:
        """What an unchanged input gave, None if it is new or has changed."""
        key = self.key(source)
        row = self.table.execute("SELECT packed FROM extracts WHERE key = ?", (key,)).fetchone()
        if row is None or key is None:
            return None
        try:
            extract = unpack(row[0])
        except ValueError:
            return None
        self.used.add(key)
        return extract

    def put(self, source: Input, packed: bytes) -> None:
        """Keep what an input gave, unless its file has changed since it was looked for."""
        before = self.file_hashes.pop(source.path, None)
        key = self.key(source)
        if key is not None and before == self.file_hashes[source.path]:
            self.table.execute("INSERT OR REPLACE INTO extracts VALUES (?, ?)", (key, packed))
            self.used.add(key)

    def forget_others(self) -> None:
        """Let go of everything that this build has not used."""
        others = [row for row in self.table.execute("SELECT key FROM extracts") if row[0] not in self.used]
        self.table.executemany("DELETE FROM extracts WHERE key = ?", others)
