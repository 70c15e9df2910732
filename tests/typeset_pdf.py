"""Sets articles as a newspaper page of columns in a PDF, as a printer would; the truth is the input."""
from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A3
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT, BODY, HEAD, LEADING, GUTTER, MARGIN = "STSong-Light", 10, 24, 14, 18, 50
NO_LINE_BEGINS_WITH = "，。；：、！？”》）%"


def new_canvas(**options: object) -> tuple[io.BytesIO, Canvas]:
    """An empty PDF of one page size, with a font that every reader of PDFs has."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    return buffer, Canvas(buffer, pagesize=A3, invariant=1, **options)


def break_lines(paragraph: str, count: int) -> list[str]:
    """A paragraph as lines of at most so many letters, the first one indented by two."""
    lines, rest = [], "　　" + paragraph
    while rest:
        cut = count
        while cut < len(rest) and (rest[cut] in NO_LINE_BEGINS_WITH or (rest[cut].isascii() and rest[cut - 1].isascii())):
            cut -= 1
        lines.append(rest[:cut])
        rest = rest[cut:]
    return lines


def set_story(canvas: Canvas, head: str, paragraphs: Sequence[str], left: float, top: float, columns: int, width: float) -> float:
    """Set one article under its headline over so many columns; returns where it ends."""
    canvas.setFont(FONT, HEAD)
    canvas.drawString(left, top - HEAD, head)
    canvas.setFont(FONT, BODY)
    lines = [line for paragraph in paragraphs for line in break_lines(paragraph, int(width // BODY))]
    per_column = -(-len(lines) // columns)
    start = top - HEAD - 2 * LEADING
    for index, line in enumerate(lines):
        column, row = divmod(index, per_column)
        canvas.drawString(left + column * (width + GUTTER) + BODY * (len(line) - len(line.lstrip("　"))), start - row * LEADING, line.lstrip("　"))
    return start - per_column * LEADING


def set_newspaper(stories: Sequence[tuple[str, Sequence[str]]], columns: int) -> bytes:
    """A page on which each article runs over all columns under its own headline."""
    buffer, canvas = new_canvas()
    width = (A3[0] - 2 * MARGIN - (columns - 1) * GUTTER) / columns
    top = A3[1] - MARGIN
    for head, paragraphs in stories:
        top = set_story(canvas, head, paragraphs, MARGIN, top, columns, width) - LEADING
    canvas.save()
    return buffer.getvalue()


def set_side_by_side(stories: Sequence[tuple[str, Sequence[str]]], each: int) -> bytes:
    """A page on which the articles stand beside one another, each with its headline over so many columns."""
    buffer, canvas = new_canvas()
    count = each * len(stories)
    width = (A3[0] - 2 * MARGIN - (count - 1) * GUTTER) / count
    for index, (head, paragraphs) in enumerate(stories):
        set_story(canvas, head, paragraphs, MARGIN + index * each * (width + GUTTER), A3[1] - MARGIN, each, width)
    canvas.save()
    return buffer.getvalue()
