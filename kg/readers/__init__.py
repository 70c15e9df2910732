"""Finds inputs and reads them: path -> Document. `READERS` is the table of formats.

First station of the line. A reader is one function from the decoded text or the bytes of a file to its text; to add a format, write
one and add a row.
"""
from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import InvalidResource, UnreadableInput
from kg.model import Document, Metadata
from kg.readers.text import decode_text

SIDECAR = "sources.toml"


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one suffix are read: the name of the format and the function from bytes to text."""

    format: str
    decode: Callable[[bytes], str]


READERS: Mapping[str, Reader] = {
    ".txt": Reader("text", decode_text),
    ".md": Reader("markdown", decode_text),
}


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A file to be read: its identifier (the path below the folder that was given, with ``/``), where it lies, what is known of it."""

    identifier: str
    path: Path
    metadata: Metadata = Metadata()


def find_inputs(inputs: Sequence[Path]) -> list[Input]:
    """The files that the given files and folders hold, each once, sorted by identifier.

    A folder gives its files of known suffixes; a file that is named is always taken, so that what is wrong with it is said.
    Two files with the same identifier keep apart by their folder's name.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for given in sorted(set(inputs), key=lambda p: (not p.is_dir(), str(p))):
        for identifier, path in _files(given):
            found.setdefault(path.resolve(), (identifier, path))
    sidecars: dict[Path, Mapping[str, Metadata]] = {}
    rows = []
    for identifier, path in _distinct(found.values()):
        folders = [path.parent, *list(path.parents)[1:1 + identifier.count("/")]]
        known = Metadata()
        for folder in folders:
            if folder not in sidecars:
                sidecars[folder] = load_sidecar(folder / SIDECAR)
            known = sidecars[folder].get(path.relative_to(folder).as_posix(), known)
        rows.append(Input(identifier, path, known))
    return sorted(rows, key=lambda row: row.identifier)


def _files(given: Path) -> Iterable[tuple[str, Path]]:
    if not given.is_dir():
        return [(given.name, given)]
    paths = (p for p in given.rglob("*") if p.suffix.lower() in READERS and not p.name.startswith(".") and p.name.lower() != "readme.md")
    return [(path.relative_to(given).as_posix(), path) for path in sorted(paths) if path.is_file()]


def _distinct(rows: Iterable[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """The rows with identifiers of their own: files of one name get the name of their folder in front, as often as it takes."""
    by_name: dict[str, list[Path]] = {}
    for identifier, path in rows:
        by_name.setdefault(identifier, []).append(path)
    distinct = []
    for identifier, paths in by_name.items():
        if len(paths) == 1:
            distinct.append((identifier, paths[0]))
            continue
        resolved = [path.resolve().as_posix().split("/") for path in paths]
        depth = identifier.count("/") + 2
        while len({"/".join(parts[-depth:]) for parts in resolved}) < len(resolved):
            depth += 1
        distinct += [("/".join(parts[-depth:]), path) for parts, path in zip(resolved, paths, strict=True)]
    return distinct


def load_sidecar(path: Path) -> Mapping[str, Metadata]:
    """What ``sources.toml`` tells of the files beside it: ``["name.txt"]`` with ``date``, ``source``, ``place``; empty without one.

    Raises:
        InvalidResource: it is no TOML, or has an unknown key or a value of the wrong kind.
    """
    if not path.is_file():
        return {}
    try:
        rows = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidResource(f"{path}: no valid TOML ({error}); write [\"file.txt\"] with date, source, place") from error
    return {name: _metadata(path, name, row) for name, row in rows.items()}


def _metadata(path: Path, name: str, row: object) -> Metadata:
    kinds = {"date": date, "source": str, "place": str}
    if not isinstance(row, dict):
        raise InvalidResource(f"{path}: {name} must be a table with date, source, place")
    for key, value in row.items():
        if key not in kinds or not isinstance(value, kinds[key]):
            raise InvalidResource(f"{path}: {name}.{key}: known are date = 2025-03-22 (without quotes), source = \"…\" and place = \"…\"")
    return Metadata(**row)


def read_document(path: Path, identifier: str, metadata: Metadata = Metadata()) -> Document:
    """The document at a path, its text as it was.

    Raises:
        UnreadableInput: with the cause and the way out: missing, empty, binary, of an unknown encoding, without Chinese.
    """
    if not path.exists():
        raise UnreadableInput("there is no such file or folder")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableInput(f"unknown kind of file {path.suffix or '(no suffix)'}; known are {', '.join(READERS)}: save its text as one of these")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"cannot be read: {error.strerror or error}") from error
    return Document(identifier, reader.decode(data), hashlib.sha256(data).hexdigest(), reader.format, metadata)
