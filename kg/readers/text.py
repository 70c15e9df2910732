"""Decodes plain text and Markdown: UTF-8, UTF-16, GB18030 or Big5, whichever gives readable Chinese."""
from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableInput

LONGEST_LINE = 100_000
HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")
PRIVATE = re.compile(r"[\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010fffd]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
COMMON = frozenset("的是在和中国年月人一有为不大上个民会发工作以对地进行國為個會發對進與")
SAMPLE = 20_000  # letters by which encodings are compared


def decode_text(data: bytes) -> str:
    """The text of a file; private-use characters, which the project uses for itself, become U+FFFD one by one.

    >>> decode_text("国家医保局".encode("gb18030")), decode_text("國家的政策，是為人民服務的".encode("big5"))
    ('国家医保局', '國家的政策，是為人民服務的')

    Raises:
        UnreadableInput: with the cause and the way out.
    """
    if not data.strip():
        raise UnreadableInput("is empty; save the text into it, or leave it out")
    return check_text(_decode(data))


def _decode(data: bytes) -> str:
    """The text in the first encoding that fits; between GB18030 and Big5 the one that gives more everyday characters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tried: tuple[str, ...] = ("utf-16",)
        found = _fitting(data, tried)
    elif b"\x00" in data:
        tried = ("utf-16-le", "utf-16-be")
        found = {encoding: text for encoding, text in _fitting(data, tried).items() if everyday(text) > 0.02}
        if not found:
            raise UnreadableInput("is no text (it holds NUL bytes); save it as UTF-8 text first")
    else:
        tried = ("utf-8-sig", "gb18030", "big5hkscs")
        found = _fitting(data, tried[:1]) or _fitting(data, tried[1:])
    if not found:
        names = ", ".join(encoding.removesuffix("-sig").upper() for encoding in tried)
        raise UnreadableInput(f"is no whole text in {names}; save it as UTF-8")
    texts = list(found.values())
    return max(texts, key=everyday) if len(texts) > 1 else texts[0]


def _fitting(data: bytes, encodings: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for encoding in encodings:
        try:
            found[encoding] = data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return found


def everyday(text: str) -> float:
    """The share of everyday characters among the Chinese ones: some tenth in real text, next to none in a wrongly decoded one."""
    han = HAN.findall(text[:SAMPLE])
    return sum(letter in COMMON for letter in han) / len(han) if han else 0.0


def check_text(text: str) -> str:
    """The text with private-use characters replaced, if it is Chinese text that can be read.

    Raises:
        UnreadableInput: it is binary, has endless lines, or has no readable Chinese.
    """
    if len(CONTROL.findall(text)) > len(text) / 100:
        raise UnreadableInput("is no text (it is full of control characters); save it as UTF-8 text first")
    longest = max(map(len, text.splitlines()), default=0)
    if longest > LONGEST_LINE:
        raise UnreadableInput(f"has a line of {longest:,} characters; break lines at paragraphs (at most {LONGEST_LINE:,})")
    han = len(HAN.findall(text))
    if not han:
        raise UnreadableInput("has no Chinese text; only Chinese is read")
    # A wrong guess at the encoding gives rare characters: of real texts of 100 letters some four in ten thousand have none of the common ones.
    if han > 100 and sum(map(text.count, COMMON)) < han / 200:
        raise UnreadableInput("has no readable Chinese text (its encoding may be another one); save it as UTF-8")
    return PRIVATE.sub("\ufffd", text)
