"""Reads saved web pages: the main text by trafilatura, with title, date and source as the page tells them."""
from __future__ import annotations

import re
from datetime import date

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.extras import require
from kg.readers.text import check_text, decode_text

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{1,30})""", re.IGNORECASE)
DEEPEST = 2000  # open tags within one another
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
UNCLOSED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
))
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_web(data: bytes) -> tuple[str, Metadata]:
    """The main text of a page under its title (``#``), and its date and source, where the page tells them.

    Raises:
        UnreadableInput: it holds no main text.
    """
    require("trafilatura", "web")
    return read_page(decode_page(data))


def decode_page(data: bytes) -> str:
    """The page in the encoding that it names, else in the one that gives Chinese."""
    named = CHARSET.search(data[:4096])
    name = named.group(1).decode("ascii").lower() if named else ""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and name:
        try:
            return data.decode({"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode_text(data)


def read_page(page: str) -> tuple[str, Metadata]:
    """The same as `read_web` for a page that is decoded."""
    from trafilatura import bare_extraction, extract
    from trafilatura.settings import Document as Page

    _check_depth(page)
    text = (extract(page, output_format="markdown", favor_recall=True, include_comments=False, include_formatting=True) or "").strip()
    if not text:
        raise UnreadableInput("has no main text (a frame, a list of links, or a page that a script fills in); save the text itself")
    told = bare_extraction(page, only_with_metadata=False, with_metadata=True, date_extraction_params=DATES)
    if not isinstance(told, Page):
        return check_text(text + "\n"), Metadata()
    title = " ".join((told.title or "").split())
    if title and title not in text[:2 * len(title) + 40].replace("#", ""):
        text = f"# {title}\n\n{text}"
    return check_text(text + "\n"), Metadata(_day(told.date), told.sitename or None)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _check_depth(page: str) -> None:
    """Refuse pages whose tags stand in one another beyond reason: parsers recurse over them."""
    depth = deepest = 0
    for hit in TAG.finditer(page):
        if hit.group(2).lower() not in UNCLOSED:
            depth = max(0, depth - 1) if hit.group(1) else depth + 1
            deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise UnreadableInput(f"nests its tags {deepest:,} deep; save its text alone")
