"""Decodes plain text and Markdown: UTF-8 with or without byte order mark, UTF-16 with one, GB18030."""
from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableInput

LONGEST_LINE = 100_000
HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")
PRIVATE = re.compile(r"[\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010fffd]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode_text(data: bytes) -> str:
    """The text of a file; private-use characters, which the project uses for itself, become U+FFFD one by one.

    >>> decode_text("国家医保局".encode("gb18030"))
    '国家医保局'

    Raises:
        UnreadableInput: with the cause and the way out.
    """
    if not data.strip():
        raise UnreadableInput("is empty; save the text into it, or leave it out")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _decode(data, ("utf-16",))
    elif b"\x00" in data:
        raise UnreadableInput("is no text (it holds NUL bytes: a binary file, or UTF-16 without its mark); save it as UTF-8 text first")
    else:
        text = _decode(data, ("utf-8-sig", "gb18030"))
    _check(text)
    return PRIVATE.sub("\ufffd", text)


def _decode(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(f"is neither {' nor '.join(e.removesuffix('-sig').upper() for e in encodings)}; save it as UTF-8")


def _check(text: str) -> None:
    """Refuse what is no policy text."""
    if len(CONTROL.findall(text)) > len(text) / 100:
        raise UnreadableInput("is no text (it is full of control characters); save it as UTF-8 text first")
    longest = max(map(len, text.splitlines()), default=0)
    if longest > LONGEST_LINE:
        raise UnreadableInput(f"has a line of {longest:,} characters; break lines at paragraphs (at most {LONGEST_LINE:,})")
    han = len(HAN.findall(text))
    if not han:
        raise UnreadableInput("has no Chinese text; only Chinese is read")
    # A wrong guess at the encoding gives rare characters: real text draws nine tenths of its characters from the common ones.
    if han > 20 and sum(ch in "的是在和中国年月人一有为不大上个民会发工作以对地进行" for ch in text) < han / 200:
        raise UnreadableInput("has no readable Chinese text (its encoding may be another one); save it as UTF-8")
