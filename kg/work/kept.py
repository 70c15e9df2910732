"""Keeps what each document gave, so that the next build into the folder reads only what has changed.

A document is unchanged where its row, found by its identifier, goes by the same terms (rules, code, ontology, spaCy model, what the
sidecar says of it) and its file has the same content. As in git, a file is not opened to see that: where its size, times and inode are
those of the row, so is its content. A file that was changed less than `RACY` before it was looked at could change again without another
time, so its status is not kept, and the next build hashes it; so it does wherever a status differs. Rows that a finished build did not
use go.
"""
from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from kg.errors import InvalidBuild, UnreadableInput
from kg.model import Extract, Metadata
from kg.readers import Input, read_bytes, split_path
from kg.resources import PACKAGE, ontology_file, rules_version
from kg.work.packed import Thrift, unpack

TABLE = "CREATE TABLE IF NOT EXISTS extracts (identifier TEXT PRIMARY KEY, terms TEXT, content TEXT, status TEXT, packed BLOB)"
ROWS = "SELECT identifier, terms, content, status, packed FROM extracts"
READING = ("pypdfium2", "python-docx", "trafilatura")  # packages by which files are read
SETTINGS = ("page_size = 16384", "auto_vacuum = FULL", "secure_delete = ON", "journal_mode = WAL", "synchronous = OFF")
GATHERED = 0.5
"""Seconds of reading that a kill may cost."""
RACY = 2_000_000_000
"""Nanoseconds within which some file systems tell no two times apart."""


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
        self.began = time.time_ns()
        self.gathered = 0.0
        self.used: set[str] = set()
        self.statuses: dict[str, str | None] = {}
        if fresh:
            self._remove()
        try:
            self.table = self._open()
        except sqlite3.DatabaseError:  # no database, a damaged one, or one of other columns: everything is read again
            self._remove()
            self.table = self._open()

    def _open(self) -> sqlite3.Connection:
        table = sqlite3.connect(self.path, isolation_level=None)
        for setting in SETTINGS:
            table.execute(f"PRAGMA {setting}")
        table.execute(TABLE)
        table.execute(f"{ROWS} LIMIT 0")
        return table

    def _remove(self) -> None:
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self.commit()
        except sqlite3.Error as full:
            error = error or full
        self.table.close()
        if isinstance(error, sqlite3.Error):
            raise InvalidBuild(f"{self.path}: cannot be written ({error}); make room, or choose another --output") from error

    def begin(self) -> None:
        """Gather rows for one commit, which takes longer than a row."""
        if not self.table.in_transaction:
            self.table.execute("BEGIN")
            self.gathered = time.monotonic()

    def commit(self) -> None:
        """Put what has been gathered beyond the reach of a kill."""
        if self.table.in_transaction:
            self.table.execute("COMMIT")

    def terms(self, metadata: Metadata) -> str:
        """What an extract goes by besides the content of its file."""
        return hashlib.sha256(f"{self.by}\0{metadata!r}".encode("utf-8", "surrogatepass")).hexdigest()

    def status(self, path: Path) -> str | None:
        """What shows that a file has not changed; None where nothing does: it is not there, or has changed just now."""
        inside = split_path(path)
        try:
            found = os.stat(inside[0] if inside else path)
        except OSError:
            return None
        if max(found.st_mtime_ns, found.st_ctime_ns) >= self.began - RACY:
            return None
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"

    def unchanged(self, inputs: Iterable[Input], thrift: Thrift | None = None) -> Iterator[tuple[Input, Extract]]:
        """Each of the inputs (of identifiers of their own) that has not changed, with what it gave, in any order."""
        readable = {source.identifier: source for source in inputs if not source.problem}
        self.statuses = {identifier: self.status(source.path) for identifier, source in readable.items()}
        touched = []
        for identifier, terms, content, status, packed in self.table.execute(ROWS):
            source = readable.get(identifier)
            if source is None or terms != self.terms(source.metadata):
                continue
            if status is None or status != self.statuses[identifier]:
                if content != content_hash(source.path):
                    continue
                touched.append((self.statuses[identifier], identifier))
            try:
                extract = unpack(packed, thrift)
            except ValueError:
                continue
            self.used.add(identifier)
            yield source, extract
        if touched:
            self.begin()
        self.table.executemany("UPDATE extracts SET status = ? WHERE identifier = ?", touched)

    def put(self, source: Input, extract: Extract, packed: bytes) -> None:
        """Keep what an input gave, by the content that was read, and the status that its file had before."""
        row = (source.identifier, self.terms(source.metadata), extract.document.sha256, self.statuses[source.identifier], packed)
        self.begin()
        self.table.execute("INSERT OR REPLACE INTO extracts VALUES (?, ?, ?, ?, ?)", row)
        self.used.add(source.identifier)
        if time.monotonic() - self.gathered > GATHERED:
            self.commit()

    def forget_others(self) -> None:
        """Let go of everything that this build has not used."""
        others = [row for row in self.table.execute("SELECT identifier FROM extracts") if row[0] not in self.used]
        self.begin()
        self.table.executemany("DELETE FROM extracts WHERE identifier = ?", others)


def content_hash(path: Path) -> str | None:
    """SHA-256 of a file's content, as `Document` has it; None where it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except UnreadableInput:
        return None
