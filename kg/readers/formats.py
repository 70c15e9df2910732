"""`READERS`, the table of formats: how the bytes of a file become its text. To add a format, write one function and add a row."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.mail import read_mail
from kg.readers.office import read_word
from kg.readers.pdf import read_pdf
from kg.readers.text import decode_text
from kg.readers.web import read_web

MEGABYTE = 1_000_000


def read_text(data: bytes) -> tuple[str, Metadata]:
    """The text of a plain file, which tells nothing else about itself."""
    return decode_text(data), Metadata()


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one suffix are read.

    ``read`` gives from the bytes the text and what the file tells of itself; larger files than ``largest`` (in MB) are refused.
    ``extra`` is the part of the package that must be installed for it, as ``policy-kg[pdf]``.
    """

    format: str
    read: Callable[[bytes], tuple[str, Metadata]]
    largest: int = 32
    extra: str = ""


READERS: Mapping[str, Reader] = {
    ".txt": Reader("text", read_text),
    ".md": Reader("markdown", read_text),
    ".pdf": Reader("pdf", read_pdf, 256, "pdf"),
    ".docx": Reader("word", read_word, 64, "office"),
    ".html": Reader("html", read_web, 16, "web"),
    ".htm": Reader("html", read_web, 16, "web"),
    ".eml": Reader("mail", read_mail, 64),
}


NOTES = Reader("corrections", read_text)
"""How ``corrections.toml`` is read, in whose notes quotes stand; it is no row, since no folder is searched for its kind."""


def reader_of(suffix: str) -> Reader:
    """The reader for a suffix.

    Raises:
        UnreadableInput: there is none.
    """
    reader = READERS.get(suffix.lower())
    if reader is None:
        raise UnreadableInput(f"unknown kind of file {suffix or '(no suffix)'}; known are {', '.join(READERS)}, .zip: save its text as one of these")
    return reader
