"""Cleans the lines of a document and keeps where each letter stood. First station of `kg.layout`.

White space inside Chinese text is an artefact of setting and goes, also in lines spaced out letter by letter; between two Latin
words one space stays, and the one between the name and the post of a member of a body (成员：丁某某　国务院副秘书长). Letters keep
their offsets in the document's text one by one, so nothing is ever searched for again.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from kg.layout.scraped import HEADED, restore_lines

HEADING = re.compile(rf"(?:(#{{1,6}})\s+|{HEADED})\s*(?=\S)")
BOLD = re.compile(r"\*\*(?!\s)(?:[^*]|\*(?!\*))+(?<!\s)\*\*$")
MARKS = re.compile(r"(?<=[\u4e00-\u9fff”）)])\[\d{1,2}\]|&(?:nbsp|emsp|ensp|amp|lt|gt|quot|#160|#12288);|\*\*|^\s*[-*+]\s+(?=\S)(?!\d{1,3}\s*-\s*$)|^>\s*"
                   r"|!?\[(?=[^\[\]]{1,80}\]\(https?://)|\]\(https?://[^)\s]{0,400}\)")
LATIN_GAP = re.compile(r"(?<![A-Za-z0-9.’'&-])[0-9.’'&-]*+[A-Za-z][A-Za-z0-9.’'&-]*+ ++[A-Za-z]")
LATIN_NEXT = re.compile(r" [A-Za-z]")
RUN = re.compile(r"\S+")
GAP = r"[ \t\u3000]{0,4}"
ROSTER = re.compile(  # a member on a line of its own, behind what the members are called on the first one
    rf"[ \t\u3000]{{0,24}}(?:(?:副?{GAP}组{GAP}长|成{GAP}员|副?{GAP}主{GAP}任(?:{GAP}委{GAP}员)?|委{GAP}员|副?{GAP}总{GAP}指{GAP}挥|副?{GAP}召{GAP}集{GAP}人|秘{GAP}书{GAP}长){GAP}[：:])?"
    rf"{GAP}(?:[一-龥]{GAP}[一-龥]{{1,2}}|[一-龥]{{2,4}}|[一-龥]{{1,5}}[·•][一-龥]{{1,6}})(?P<gap>[ \t\u3000]{{1,12}})"
    r"[一-龥、（）]{1,38}(?:长|主任|书记|主席|总理|委员|司令员|总监|院士|负责人|负责同志)\s*$")
MARKING, ITEM = re.compile(r"[#&*\[\]>]"), "-+"  # what stands in each mark, or before an item of a list
BEHIND_STOP = re.compile(r"[。；！？][（(](?:[^（）()]|[（(][^（）()]{0,12}[）)]){2,160}[）)]\Z")  # …。（省财政厅牵头）
CREDITED = re.compile(r"摄(?:[（(][^）)]{0,12}[）)])$")
STOPS, CLOSERS = frozenset("。！？…⋯"), "”’』」）)》"


@dataclass(slots=True)
class Letters:
    """Cleaned text and the stretches of the document, as ranges of offsets, in which its letters stood one by one.

    >>> Letters("总支出为34元", (range(0, 3), range(4, 8)))[2:5]
    Letters(text='出为3', runs=(range(2, 3), range(4, 6)))
    """

    text: str = ""
    runs: tuple[range, ...] = ()

    def __getitem__(self, part: slice) -> Letters:
        start, stop, _ = part.indices(len(self.text))
        begins = accumulate(map(len, self.runs), initial=0)
        runs = [run[max(0, start - begin):stop - begin] for begin, run in zip(begins, self.runs, strict=False) if begin < stop]
        return Letters(self.text[part], tuple(filter(len, runs)))

    @classmethod
    def joined(cls, parts: Iterable[Letters | Line]) -> Letters:
        """All parts put together, with a space between two Latin words."""
        texts: list[str] = []
        runs: list[range] = []
        last = ""
        for part in parts:
            if last and part.text and _latin(last) and _latin(part.text[0]):
                texts.append(" ")
                runs.append(range(runs[-1].stop, runs[-1].stop + 1))
            if part.text:
                texts.append(part.text)
                runs += part.runs
                last = part.text[-1]
        return cls("".join(texts), tuple(runs))


@dataclass(slots=True)
class Line:
    """A printed line: its letters, its width (a Han letter 1, a half-width one 0.5), blank lines before it, its Markdown level.

    ``level`` is 1 to 6 for a heading, 7 for a line that is bold as a whole, else 0; ``role`` what it is in a table or a page's foot, if it is of one;
    ``item``: an item of a list of news begins with it.
    """

    text: str
    runs: tuple[range, ...]
    width: float
    gap: int
    level: int = 0
    role: str = ""
    item: bool = False

    @property
    def final(self) -> bool:
        return ends_sentence(self.text)


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or its like, closing marks and a bracket behind it aside, or with the name of a photographer.

    >>> ends_sentence("他说：“可以。”"), ends_sentence("新华社记者李明摄（资料图）"), ends_sentence("推进会召开"), ends_sentence("要办好。（县林业局负责）")
    (True, True, False, True)
    """
    last = text[-1:]
    if last not in CLOSERS:
        return last in STOPS
    if text.rstrip(CLOSERS)[-1:] in STOPS:
        return True
    return last in "）)" and (CREDITED.search(text, max(0, len(text) - 15)) or BEHIND_STOP.search(text, max(0, len(text) - 180))) is not None


def width_of(text: str) -> float:
    """Display width in Han letters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def clean(raw: str, start: int) -> Letters:
    """The letters of a stretch of raw text that begins at an offset, without white space and Markdown marks.

    >>> clean("总 支 出 分 别 为 34 元", 0).text, clean("据 Open Data 网", 0).text
    ('总支出分别为34元', '据Open Data网')
    """
    return _letters(raw, MARKS.sub(_blank, raw), start)


def _member(raw: str, start: int, post: int) -> Letters:
    """The letters of a member's line, with the one space that stays before the post."""
    gap = Letters(raw[post - 1], (range(start + post - 1, start + post),))
    return Letters.joined((_letters(raw[:post], raw[:post], start), gap, _letters(raw[post:], raw[post:], start + post)))


def _letters(raw: str, kept: str, start: int) -> Letters:
    """The letters of a stretch of raw text, of which only what is no white space is kept, and the spaces between Latin words."""
    runs = [hit.span() for hit in RUN.finditer(kept)]
    if LATIN_NEXT.search(raw):
        runs = sorted([*runs, *_latin_gaps(raw)])
    return Letters("".join([raw[first:last] for first, last in runs]), tuple([range(start + first, start + last) for first, last in runs]))


def _blank(mark: re.Match[str]) -> str:
    return " " * len(mark.group())


def _latin_gaps(raw: str) -> list[tuple[int, int]]:
    """The places of the spaces that stay: the last one between two Latin words."""
    gaps = []
    gap = LATIN_GAP.search(raw)
    while gap:
        gaps.append((gap.end() - 2, gap.end() - 1))
        gap = LATIN_GAP.search(raw, gap.end() - 1)
    return gaps


NOTHING = Letters()


def cut_lines(text: str) -> list[Line]:
    """The lines of a document that are not blank."""
    lines: list[Line] = []
    gap = start = 0
    for raw, role in restore_lines(text):
        words = raw.split()
        letters, level = NOTHING, 0
        if words and (MARKING.search(raw) or words[0][0] in ITEM or words[0].startswith(HEADED)):
            letters, level = _marked(raw, start)
        elif len(words) == 1:
            first = start + raw.index(words[0])
            letters = Letters(words[0], (range(first, first + len(words[0])),))
        elif words:
            member = ROSTER.match(raw)
            letters = _member(raw, start, member.end("gap")) if member else _letters(raw, raw, start)
        if letters.text:
            lines.append(Line(letters.text, letters.runs, width_of(letters.text), gap if lines else 1, level, role))
            gap = 0
        else:
            gap += 1
        start += len(raw)
    return _join_vertical(lines) if "﹃" in text else lines


def _marked(raw: str, start: int) -> tuple[Letters, int]:
    """The letters of a line that may hold Markdown marks, and its level."""
    letters, level = clean(raw, start), 0
    heading = HEADING.match(raw.lstrip(" \u3000"))
    stripped = raw.strip()
    if heading:
        mark = heading.group(1) or HEADED
        level = len(mark) if mark != HEADED else 1
        letters = letters[len(mark):]
    elif BOLD.fullmatch(stripped) and stripped.count("**") == 2:
        level = 7
    return letters, level


def _join_vertical(lines: list[Line]) -> list[Line]:
    """Quotation marks set as lines of their own (﹃ / 网红 / ﹄ / 变长红) belong to one line."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and "﹃" in last.text and ("﹄" not in last.text or last.text.endswith("﹄")) and len(last.text) < 40:
            letters = Letters.joined([last, line])
            joined[-1] = Line(letters.text, letters.runs, last.width + line.width, last.gap, last.level)
        else:
            joined.append(line)
    return joined
