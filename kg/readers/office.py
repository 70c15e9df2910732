"""Reads Word documents (.docx): paragraphs, headings and tables in the order of the document."""
from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.extras import require
from kg.readers.text import check_text

LARGEST = 200_000_000  # bytes that the parts of a document may unpack to


def read_word(data: bytes) -> tuple[str, Metadata]:
    """The text of a Word document, a paragraph a line, headings with ``#``, the cells of a table row side by side.

    Raises:
        UnreadableInput: it is damaged, encrypted, or an older .doc under another name.
    """
    require("docx", "office")
    from docx import Document
    from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

    _check_package(data)
    try:
        document = Document(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in document.styles}
        blocks = [_rows(block) if _name(block) == "tbl" else _paragraph(block, styles) for block in _blocks(document.element.body)]
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, RecursionError, zipfile.BadZipFile, zlib.error, XMLSyntaxError) as error:
        raise UnreadableInput(f"is no Word document that can be read ({error}); save it again as .docx") from error
    return check_text("\n\n".join(filter(None, blocks)) + "\n"), Metadata()


def _check_package(data: bytes) -> None:
    """Refuse what is no .docx, before its parts are unpacked."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableInput("is encrypted, or an older Word document; open it in Word and save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(info.file_size for info in package.infolist())
            if size > LARGEST:
                raise UnreadableInput(f"would unpack to {size:,} bytes; save its text alone")
            if any(b"<!ENTITY" in package.read(info) for info in package.infolist() if info.filename.endswith((".xml", ".rels"))):
                raise UnreadableInput("defines XML entities, as no Word document does; save it again as .docx")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableInput(f"is no Word document ({error}); save it again as .docx") from error


def _name(node: Any) -> str:
    """Local name of an element; empty for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those within content controls and inserted parts."""
    for node in body:
        if _name(node) in ("p", "tbl"):
            yield node
        elif _name(node) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _blocks(node)


def _words(element: Any) -> str:
    """The text of an element as it stands with all changes accepted; paragraphs of a text box as lines, once."""
    twice = {inner for node in element.iter() if _name(node) == "Fallback" for inner in node.iter()}
    parts = []
    for node in element.iter():
        name = _name(node)
        if node in twice:
            continue
        if name == "t":
            parts.append(node.text or "")
        elif name in ("br", "cr") or (name == "p" and node is not element):
            parts.append("\n")
        elif name == "tab" and _name(node.getparent()) == "r":
            parts.append("　")
    return "".join(parts).strip()


def _paragraph(paragraph: Any, styles: Mapping[str, str]) -> str:
    """A paragraph, a heading with ``#`` by its level."""
    text = _words(paragraph)
    name = styles.get(paragraph.style or "", "")
    if text and name == "Title":
        return f"# {' '.join(text.split())}"
    if text and name.startswith("Heading ") and name[8:].isdigit():
        return "#" * min(6, int(name[8:])) + f" {' '.join(text.split())}"
    return text.replace("\n", "\n\n")


def _rows(table: Any) -> str:
    """A table row by row, its cells side by side."""
    rows = [["".join(_words(cell).split()) for cell in row if _name(cell) == "tc"] for row in table if _name(row) == "tr"]
    return "\n\n".join(filter(None, ("　".join(filter(None, row)) for row in rows)))
