"""Zip archives as folders: ``archive.zip/inner/a.txt`` is a path like any other, though nothing is ever unpacked to disk."""
from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kg.errors import UnreadableInput

SUFFIX = ".zip"
MOST_MEMBERS = 100_000
LARGEST = 2_000_000_000  # bytes that all members of an archive may unpack to
UTF8_NAME, ENCRYPTED = 0x800, 0x1


def split_path(path: Path) -> tuple[Path, str] | None:
    """The archive and the name within it that a path means; None where it leads to no archive."""
    if SUFFIX not in str(path).lower():
        return None
    for above in path.parents:
        if above.suffix.lower() == SUFFIX and above.is_file():
            return above, path.relative_to(above).as_posix()
    return None


def list_members(archive: Path) -> Iterator[tuple[str, str]]:
    """Name of each file in an archive, and why it is not read (or ``""``), sorted by name.

    Raises:
        UnreadableInput: it is no zip archive, or one that would flood the machine.
    """
    members = _opened(archive).members
    total = sum(info.file_size for infos in members.values() for info in infos)
    if sum(map(len, members.values())) > MOST_MEMBERS or total > LARGEST:
        raise UnreadableInput(f"would unpack to {len(members):,} files of {total:,} bytes; unpack by hand what is wanted")
    for name, infos in sorted(members.items()):
        yield name, _problem(name, infos)


def read_member(archive: Path, name: str, largest: int) -> bytes:
    """The bytes of one file in an archive, at most so many.

    Raises:
        UnreadableInput: there is no such file, or it is encrypted, damaged, or larger than allowed.
    """
    opened = _opened(archive)
    infos = opened.members.get(name)
    if not infos:
        raise UnreadableInput("there is no such file in the archive")
    if problem := _problem(name, infos):
        raise UnreadableInput(problem)
    try:
        with opened.file.open(infos[0]) as member:
            return member.read(largest + 1)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableInput(f"is damaged in the archive ({error}); get the archive again") from error


def member_size(archive: Path, name: str) -> int:
    """Bytes that a file in an archive claims to have; 0 if there is none."""
    return sum(info.file_size for info in _opened(archive).members.get(name, ()))


class _Archive(NamedTuple):
    file: zipfile.ZipFile
    members: Mapping[str, list[zipfile.ZipInfo]]


def _opened(archive: Path) -> _Archive:
    try:
        status = archive.stat()
        return _open(archive, status.st_mtime_ns, status.st_size)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableInput(f"is no zip archive that can be read ({error}); get it again or unpack it by hand") from error


@lru_cache(maxsize=2)
def _open(archive: Path, changed: int, size: int) -> _Archive:
    """The archive and its table of contents, kept open as long as its files are read one after the other."""
    file = zipfile.ZipFile(archive)
    members: dict[str, list[zipfile.ZipInfo]] = {}
    for info in file.infolist():
        if not info.is_dir():
            members.setdefault(_name(info), []).append(info)
    return _Archive(file, members)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member; names without the UTF-8 flag are read as UTF-8 or GB18030, as Chinese systems write them."""
    if info.flag_bits & UTF8_NAME or info.filename.isascii():
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _problem(name: str, infos: list[zipfile.ZipInfo]) -> str:
    """Why a member is not read, or ``""``."""
    info = infos[0]
    if len(infos) > 1:
        return "its name stands twice in the archive; give each file its own"
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or "\\" in name or ":" in name or not name.isprintable() or PurePosixPath(name).as_posix() != name:
        return "its name leads out of the archive or is none; rename it"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a symbolic link; put the file itself into the archive"
    if info.flag_bits & ENCRYPTED:
        return "is encrypted; unpack it with its password first"
    if name.lower().endswith(SUFFIX):
        return "is an archive in an archive; unpack it first"
    return ""
