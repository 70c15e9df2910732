"""Reads Word documents (.docx): paragraphs, headings and tables in the order of the document."""
from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.extras import require
from kg.readers.text import check_text

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LARGEST = 200_000_000  # bytes that the parts of a document may unpack to


def read_word(data: bytes) -> tuple[str, Metadata]:
    """The text of a Word document, a paragraph a line, headings with ``#``, the cells of a table row side by side.

    Raises:
        UnreadableInput: it is damaged, encrypted, or an older .doc under another name.
    """
    require("docx", "office")
    from docx import Document
    from docx.table import Table
    from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

    _check_package(data)
    try:
        document = Document(io.BytesIO(data))
        blocks = [_rows(block) if isinstance(block, Table) else _paragraph(block) for block in document.iter_inner_content()]
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


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text.strip().replace("\n", "\n\n")
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    if text and name == "Title":
        return f"# {text}"
    if text and name.startswith("Heading ") and name[8:].isdigit():
        return "#" * min(6, int(name[8:])) + f" {text}"
    return text


def _rows(table: Table) -> str:
    """A table row by row; a cell that spans several columns stands once."""
    rows = []
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        texts = [" ".join("".join(node.text or "" for node in cell.iter() if str(node.tag).endswith("}t")).split()) for cell in cells]
        rows.append("　".join(filter(None, texts)))
    return "\n\n".join(filter(None, rows))
