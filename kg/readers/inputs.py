"""Finds the files that are to be read, in folders and archives, and says what of them will not be."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.archive import SUFFIX, list_members
from kg.readers.formats import READERS
from kg.readers.sidecar import CORRECTIONS, SIDECAR, load_sidecar

KNOWN = frozenset({*READERS, SUFFIX})
EXPECTED = frozenset({SIDECAR, CORRECTIONS, "readme.md", "readme.txt", "readme"})  # beside the inputs, but none


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A file to be read: its identifier (the path below the folder that was given, with ``/``), where it lies, what is known of it.

    ``path`` may lead into a zip archive. ``problem`` tells why it must not be read, or is empty. ``text`` is that of a row of a table,
    which has no file of its own.
    """

    identifier: str
    path: Path
    metadata: Metadata = Metadata()
    problem: str = ""
    text: str | None = None


class _Found(NamedTuple):
    """A file before it has an identifier of its own: ``real`` is its path without symbolic links."""

    identifier: str
    path: Path
    real: str
    problem: str = ""


def find_inputs(inputs: Sequence[Path]) -> list[Input]:
    """The files that the given files, folders and zip archives hold, each once, sorted by identifier.

    A folder or archive gives its files of known suffixes; a file that is named is always taken, so that what is wrong with it is
    said. Two files with the same identifier keep apart by their folder's name.
    """
    found: dict[str, _Found] = {}
    for given in sorted(set(inputs), key=lambda p: (not p.is_dir(), str(p))):
        for row in _files(given):
            found.setdefault(row.real, row)
    sidecars: dict[Path, Mapping[str, Metadata]] = {}
    told: dict[tuple[str, int], list[Path]] = {}
    rows = []
    for row in _distinct(found.values()):
        known, place = Metadata(), (os.path.dirname(row.path), row.identifier.count("/"))
        if place not in told:
            told[place] = _folders(row)
            sidecars |= {folder: load_sidecar(folder / SIDECAR) for folder in told[place] if folder not in sidecars}
            told[place] = [folder for folder in told[place] if sidecars[folder]]
        for folder in told[place]:
            known = sidecars[folder].get(row.path.relative_to(folder).as_posix(), known)
        rows.append(Input(row.identifier, row.path, known, row.problem))
    return sorted(rows, key=lambda row: row.identifier)


def find_corrections(found: Sequence[Input]) -> list[Input]:
    """The files ``corrections.toml`` in the folders of some inputs, sorted by identifier."""
    rows: dict[str, _Found] = {}
    for row in _one_a_folder(found):
        parents = row.identifier.split("/")[:-1]
        for depth, folder in enumerate(_folders(row)):
            path = folder / CORRECTIONS
            if path.is_file():
                real = os.path.realpath(path)
                rows.setdefault(real, _Found("/".join([*parents[:len(parents) - depth], CORRECTIONS]), path, real))
    return sorted(Input(row.identifier, row.path) for row in _distinct(rows.values()))


def note_inputs(inputs: Sequence[Path], found: Sequence[Input]) -> tuple[str, ...]:
    """What lies in the folders and is not read, a line each: files of other kinds, and rows of ``sources.toml`` without a file."""
    notes = []
    taken = {row.path for row in found}
    for given in sorted(set(inputs)):
        inside = sorted(given.rglob("*")) if given.is_dir() else [given]
        notes += _note_others(given, (path for path in inside if given.is_dir() and _is_other(path)))
        for archive in (path for path in inside if path.suffix.lower() == SUFFIX and path.is_file()):
            notes += _note_others(archive, _other_members(archive))
    for folder in sorted({folder for row in _one_a_folder(found) for folder in _folders(row)}):
        for name in load_sidecar(folder / SIDECAR):
            if folder / name not in taken and not (folder / name).is_file():
                notes.append(f"{folder.name or folder}/{SIDECAR}: there is no file {name}")
    return tuple(notes)


def note_same_texts(digests: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Documents with the same text, though their files may differ in encoding or kind, a line each: their facts count for both.

    ``digests`` are pairs of identifier and `Document.text_digest`.
    """
    first: dict[str, str] = {}
    notes = []
    for identifier, digest in digests:
        same = first.setdefault(digest, identifier)
        if same != identifier:
            notes.append(f"{identifier}: has the same text as {same}; leave one out, or each fact has its sentence twice")
    return tuple(notes)


def _one_a_folder(found: Sequence[Input]) -> list[Input]:
    """The first input of each folder and depth: what the others have in `_folders` is the same."""
    return sorted({(row.path.parent, row.identifier.count("/")): row for row in reversed(found)}.values(), key=lambda row: row.identifier)


def _folders(row: _Found | Input) -> list[Path]:
    return [row.path.parent, *list(row.path.parents)[1:1 + row.identifier.count("/")]]


def _is_known(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in KNOWN and not name.startswith(".") and name.lower() not in EXPECTED


def _is_odd(path: Path) -> bool:
    return not _is_known(path.name) and not path.name.startswith(".") and path.name.lower() not in EXPECTED


def _is_other(path: Path) -> bool:
    return _is_odd(path) and not path.is_symlink() and path.is_file()


def _other_members(archive: Path) -> list[Path]:
    try:
        return [Path(name) for name, problem in list_members(archive) if not problem and _is_odd(Path(name))]
    except UnreadableInput:
        return []  # its line stands in ``skipped``


def _note_others(given: Path, paths: Iterable[Path]) -> list[str]:
    """A line that counts files by their endings, if there are any."""
    other = Counter(path.suffix.lower() or "no suffix" for path in paths)
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(other.items(), key=lambda item: (-item[1], item[0])))
    return [f"{given.name or given}: files of other kinds are not read: {kinds}"] if kinds else []


def _files(given: Path) -> Iterator[_Found]:
    if given.name in (SIDECAR, CORRECTIONS):
        return
    root = os.path.realpath(given)
    if not given.is_dir():
        yield from _members(given.name, given, root) if given.suffix.lower() == SUFFIX and given.is_file() else [_Found(given.name, given, root)]
        return
    for identifier, entry in sorted(_entries(given, ""), key=lambda row: row[0].split("/")):
        path, linked = given / identifier, entry.is_symlink()
        real = os.path.realpath(path) if linked else os.path.join(root, identifier)
        if problem := (linked and _link_problem(real, root)) or _name_problem(identifier):
            yield _Found(identifier.encode("utf-8", "backslashreplace").decode(), path, real, problem)
        elif entry.is_file():
            yield from _members(identifier, path, real) if path.suffix.lower() == SUFFIX else [_Found(identifier, path, real)]


def _entries(folder: str | Path, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What has a known suffix in a folder and those below it, by its name from the first one on; links to folders are not followed."""
    try:
        entries = list(os.scandir(folder))
    except PermissionError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path, f"{prefix}{entry.name}/")
        elif _is_known(entry.name):
            yield prefix + entry.name, entry


def _link_problem(target: str, root: str) -> str:
    if os.path.islink(target) or not os.path.exists(target):
        return "is a symbolic link to nothing; remove it"
    return "" if Path(target).is_relative_to(root) else "is a symbolic link out of the folder; name the file itself as an input"


def _name_problem(identifier: str) -> str:
    try:
        identifier.encode("utf-8")
    except UnicodeEncodeError:
        return "has a name that is no text; rename it"
    return ""


def _members(identifier: str, archive: Path, real: str) -> Iterator[_Found]:
    try:
        members = list(list_members(archive))
    except UnreadableInput as error:
        yield _Found(identifier, archive, real, str(error))
        return
    rows = [_Found(f"{identifier}/{name}", archive / name, f"{real}/{name}", problem)
            for name, problem in members if problem or _is_known(name.rpartition("/")[2])]
    yield from rows or [_Found(identifier, archive, real, "holds no file of a known kind; put texts into it, or leave it out")]


def _distinct(rows: Iterable[_Found]) -> list[_Found]:
    """The rows with identifiers of their own: files of one name get the names of their folders in front, as many as it takes."""
    by_name: dict[str, list[_Found]] = {}
    for row in rows:
        by_name.setdefault(row.identifier, []).append(row)
    distinct = []
    for identifier, same in by_name.items():
        if len(same) == 1:
            distinct += same
            continue
        paths = [Path(row.real).as_posix().split("/") for row in same]
        depth = identifier.count("/") + 2
        while len({"/".join(parts[-depth:]) for parts in paths}) < len(paths):
            depth += 1
        distinct += [row._replace(identifier="/".join(parts[-depth:])) for parts, row in zip(paths, same, strict=True)]
    names = {row.identifier for row in distinct}
    return distinct if len(names) == len(distinct) else _distinct(distinct)  # another file had that name
