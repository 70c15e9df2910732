"""Reads PDFs with a text layer: letters with their boxes -> runs -> columns in reading order -> headings and paragraphs."""
from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from math import hypot
from typing import Any

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.columns import Run, order_page, write_paragraphs
from kg.readers.extras import require
from kg.readers.text import check_text

MOST_LETTERS = 5_000_000
DESCENT = 0.15  # share of the type below its base line


def read_pdf(data: bytes) -> tuple[str, Metadata]:
    """The text of a PDF, a paragraph a line, headings (of larger type) with ``#`` before them.

    Raises:
        UnreadableInput: it is encrypted, damaged, or a scan without a text layer.
    """
    require("pypdfium2", "pdf")
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [_page_runs(page) for page in document]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput("is encrypted; save it without a password") from error
        raise UnreadableInput(f"is no PDF that can be read ({error}); get it again, or print it to a new PDF") from error
    if not any(pages):
        raise UnreadableInput("is a scan without a text layer; add one by OCR, as with: ocrmypdf -l chi_sim in.pdf out.pdf")
    return check_text(write_paragraphs([order_page(runs) for runs in pages])), Metadata()


def _page_runs(page: Any) -> list[Run]:
    """The runs of a page: letters side by side on one line, in the order of the file."""
    runs: list[Run] = []
    spaced = False
    for letter, (left, bottom, right, top) in _letters(page):
        if letter.isspace():
            spaced = True
            continue
        size = top - bottom
        last = runs[-1] if runs else None
        if last and last.text[-1] == letter and abs(last.right - right) < 0.1 * size and abs(last.bottom - bottom) < 0.1 * size:
            continue  # bold type made by printing twice
        if last and last.joins(left, bottom, size):
            gap = " " if spaced and last.text[-1].isascii() and letter.isascii() else ""
            runs[-1] = Run(last.text + gap + letter, last.left, min(last.bottom, bottom), max(right, last.right), max(last.top, top))
        else:
            runs.append(Run(letter, left, bottom, right, top))
        spaced = False
    return runs


def _letters(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The letters of a page with their boxes (left, bottom, right, top) in points; the height is that of the type, not of the letter."""
    from pypdfium2 import raw

    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_LETTERS:
        raise UnreadableInput(f"has a page of {count:,} letters; split it")
    box, turned, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), c_double(), c_double()
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if not code or code > 0x10FFFF or 0xD800 <= code < 0xE000 or not raw.FPDFText_GetLooseCharBox(text.raw, index, byref(box)):
            continue
        raw.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y))
        raw.FPDFText_GetMatrix(text.raw, index, byref(turned))
        size = raw.FPDFText_GetFontSize(text.raw, index) * hypot(turned.b, turned.d) or box.top - box.bottom
        right = max(box.right, x.value + size) if code >= 0x2E80 else box.right
        yield chr(code), (min(x.value, box.left), y.value - DESCENT * size, right, y.value + (1 - DESCENT) * size)
    text.close()
    page.close()
