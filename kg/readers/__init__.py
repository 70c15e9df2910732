"""Finds inputs and reads them: path -> Document. First station of the line; `kg.readers.formats` holds the table of formats."""
from __future__ import annotations

import hashlib
import os
from dataclasses import fields
from pathlib import Path

from kg.errors import UnreadableInput
from kg.model import Document, Metadata
from kg.readers.archive import member_size, read_member, split_path
from kg.readers.formats import MEGABYTE, NOTES, READERS, reader_of
from kg.readers.inputs import Input, find_corrections, find_inputs, note_inputs, note_same_texts
from kg.readers.sidecar import CORRECTIONS
from kg.readers.text import decode_text

__all__ = [
    "READERS", "Input", "file_size", "find_corrections", "find_inputs", "note_inputs", "note_same_texts", "read_bytes", "read_document", "read_input",
    "split_path",
]


def read_input(source: Input) -> Document:
    """The document of an input.

    Raises:
        UnreadableInput: with the cause and the way out.
    """
    if source.problem:
        raise UnreadableInput(source.problem)
    if source.text is None:
        return read_document(source.path, source.identifier, source.metadata)
    data = source.text.encode("utf-8", "surrogatepass")
    return Document(source.identifier, decode_text(data), hashlib.sha256(data).hexdigest(), "text", source.metadata)


def read_document(path: Path, identifier: str, metadata: Metadata = Metadata()) -> Document:
    """The document at a path, which may lead into a zip archive; its text as it was, and ``metadata`` before what it tells itself.

    Raises:
        UnreadableInput: with the cause and the way out: missing, empty, binary, of an unknown encoding, without Chinese.
    """
    if not path.exists() and not split_path(path):
        raise UnreadableInput("there is no such file or folder")
    reader = NOTES if path.name == CORRECTIONS else reader_of(path.suffix)
    data = read_bytes(path, reader.largest * MEGABYTE)
    text, told = reader.read(data)
    known = {f.name: getattr(metadata, f.name) or getattr(told, f.name) for f in fields(Metadata)}
    return Document(identifier, text, hashlib.sha256(data).hexdigest(), reader.format, Metadata(**known))


def read_bytes(path: Path, largest: int = 256 * MEGABYTE) -> bytes:
    """The bytes of a file, which may lie in a zip archive.

    Raises:
        UnreadableInput: it cannot be read, or is larger than allowed.
    """
    inside = split_path(path)
    try:
        if inside:
            _allow(member_size(*inside), largest)
            data = read_member(*inside, largest)
        elif not path.is_file():
            raise UnreadableInput("is no file that can be read")
        else:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                _allow(size, largest)
                data = file.read(size + 1)  # to ask for the largest would make room for it, file by file
                data += file.read(largest + 1 - size) if len(data) > size else b""
    except OSError as error:
        raise UnreadableInput(f"cannot be read: {error.strerror or error}") from error
    _allow(len(data), largest)
    return data


def _allow(size: int, largest: int) -> None:
    if size > largest:
        raise UnreadableInput(f"is larger than {largest // MEGABYTE:,} MB; split it into its documents")


def file_size(path: Path) -> int:
    """Bytes of a file, which may lie in a zip archive; 0 where there is none."""
    inside = split_path(path)
    try:
        return member_size(*inside) if inside else path.stat().st_size
    except (UnreadableInput, OSError):
        return 0
