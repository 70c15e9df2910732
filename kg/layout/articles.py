"""From the pieces of a page to articles: headline words, sentences over breaks, roles. Last station of `kg.layout`."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from operator import sub

from kg.layout.dates import Years, article_day
from kg.layout.lines import Letters, width_of
from kg.layout.origins import article_source
from kg.layout.page import Page
from kg.layout.roles import NUMBERED
from kg.layout.segmentation import Piece
from kg.layout.units import Unit
from kg.model import Article, Document, Sentence

COLUMN = re.compile(r"【[^】]{2,40}】(?=.{6})")
SENTENCE = re.compile(r"(?:[^。！？（]++|（[^（）]{0,120}）|（)++[。！？]*[”’』」）)]*|[。！？]+[”’』」）)]*")
LONGEST = 1200  # letters of a sentence
DROPPED = frozenset({"source", "byline", "furniture", "column", "intro", "contents", "repeat", "continued", "closing"})


def make_article(document: Document, page: Page, units: Sequence[Unit], piece: Piece, number: int, *, issue: date | None, years: Years) -> Article:
    """The article of one piece of the page; ``issue`` is the day of the page, ``years`` what all of it tells of its year."""
    own = units[piece.first:piece.last]
    sentences: list[Sentence] = []
    headline = None
    if piece.headline is not None:
        main, rest = headline_words(units[piece.headline])
        headline = main.text
        sentences += [_whole(document.text, part, 0, role) for part, role in ((main, "headline"), (rest, "subtitle")) if part.text]
    paragraphs = list(_paragraphs(page, units, piece))
    for index, (role, letters) in enumerate(paragraphs, 1):
        sentences += _sentences(document.text, letters, index, role)
    bodies = [letters.text for role, letters in paragraphs if role == "body"]
    lead = next((b for b in bodies if len(b) > 15), bodies[0] if bodies else "")
    day = article_day("".join(bodies[:3])[:400] if len(lead) < 130 else lead, [unit.text for unit in own], [unit.text for unit in own if unit.role == "date"],
                      issue=issue, years=Years("\n".join([sentence.text for sentence in sentences])), page=years)
    small = [unit.text for unit in own if unit.role in ("source", "byline", "date", "credit")]
    intro = next((unit.text for unit in units[:4] if unit.role == "intro"), None)
    source = article_source(lead, bodies, small, intro) or document.metadata.source
    return Article(document.identifier, number, headline, day, source, tuple(sentences), document.metadata.place)


def headline_words(unit: Unit) -> tuple[Letters, Letters]:
    """The main lines of a headline unit, and its subtitle: of three lines a, b, c with a short b before a long c, c is one."""
    column = COLUMN.match(unit.text)
    if column:
        return unit.letters[column.end():], unit.letters[:column.end()]
    if unit.lines == 3:
        a, b, c = unit.parts
        if width_of(b) <= width_of(a) / 2 and width_of(c) >= 1.5 * width_of(b) and not re.search("[！？!?]", a):
            cut = len(unit.text) - len(c)
            return unit.letters[:cut], unit.letters[cut:]
    return unit.letters, Letters()


def _paragraphs(page: Page, units: Sequence[Unit], piece: Piece) -> Iterator[tuple[str, Letters]]:
    """The paragraphs of an article with their roles: an unfinished one takes what continues it, over headline, byline and caption."""
    open_text: Letters | None = None
    aside: list[tuple[str, Letters]] = []
    for index in range(piece.first, piece.last):
        unit = units[index]
        if index == piece.headline or unit.role in DROPPED:
            continue
        role = _role(page, units, piece, index, open_text)
        if role in ("subtitle", "subhead", "caption"):
            if open_text is not None and not (role == "subhead" and NUMBERED.search(unit.text) is None and _is_clause_end(open_text)):
                aside.append((role, unit.letters))
                continue
            if open_text is not None:
                yield "body", open_text
                open_text = None
            yield role, unit.letters
            continue
        if open_text is not None and not unit.role:
            unit_letters = open_text + unit.letters
            open_text = None
        else:
            if open_text is not None:
                yield "body", open_text
                open_text = None
            unit_letters = unit.letters
        if unit.role or unit.final:
            yield "body", unit_letters
            yield from aside
            aside = []
        else:
            open_text = unit_letters
    if open_text is not None:
        yield "body", open_text
    yield from aside


def _is_clause_end(letters: Letters) -> bool:
    """Whether an unfinished text may end here for good (a list item, a salutation)."""
    return letters.text.endswith(("：", "；"))


def _role(page: Page, units: Sequence[Unit], piece: Piece, index: int, open_text: Letters | None) -> str:
    unit = units[index]
    if unit.role == "credit":
        return "caption"
    if unit.role == "annex":
        return "subhead"
    if not unit.headish:
        return "body"
    if piece.headline is not None and abs(index - piece.headline) <= 2 and all(units[i].headish for i in range(min(index, piece.headline), max(index, piece.headline))):
        return "subtitle"
    if open_text is not None and page.kind != "paragraphs" and not unit.level:
        following = next((u for u in units[index + 1:piece.last] if not u.role), None)
        if unit.full or (following is not None and following.continues) or unit.shape <= -0.9 or (page.kind == "spaced" and unit.soft < 1.0):
            return "body"
    if page.kind == "spaced" and unit.soft < 0.6 and unit.full:
        return "body"
    return "subhead"


def cut_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end, each with its closing quotation marks.

    >>> list(cut_sentences("可以。”他说。好")), list(cut_sentences("介绍（见图。图略）了。好"))
    ([(0, 4), (4, 7), (7, 8)], [(0, 11), (11, 12)])
    """
    for hit in SENTENCE.finditer(text):
        start, end = hit.span()
        while end - start > LONGEST:  # no sentence that anybody wrote: a table, or something hostile
            cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "；，、 ") + 1 or start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def _sentences(raw: str, letters: Letters, paragraph: int, role: str) -> list[Sentence]:
    """The sentences of a paragraph, each with the slices of the document that it was put together from."""
    text, at = letters.text, letters.at
    if " " in text:
        parts = [letters[start:end] for start, end in cut_sentences(text)]
        return [_whole(raw, part, paragraph, role) for part in parts if not part.text.isspace()]
    breaks = _breaks(raw, at)
    if not breaks:
        return [Sentence(text[start:end], ((at[start], at[end - 1] + 1),), paragraph, role) for start, end in cut_sentences(text)]
    sentences = []
    for start, end in cut_sentences(text):
        edges = [start, *[place for place in breaks if start < place < end], end]
        sentences.append(Sentence(text[start:end], tuple([(at[a], at[b - 1] + 1) for a, b in pairwise(edges)]), paragraph, role))
    return sentences


def _whole(raw: str, letters: Letters, paragraph: int, role: str) -> Sentence:
    """Letters as one sentence."""
    at = letters.at
    if " " in letters.text:
        at = [place for letter, place in zip(letters.text, at, strict=True) if letter != " "]
    edges = [0, *_breaks(raw, at), len(at)]
    return Sentence(letters.text, tuple([(at[a], at[b - 1] + 1) for a, b in pairwise(edges)]), paragraph, role)


def _breaks(raw: str, at: Sequence[int]) -> list[int]:
    """Where letters do not go on in the document with the next one, white space aside."""
    if at[-1] - at[0] == len(at) - 1:
        return []
    apart = [index for index, step in enumerate(map(sub, at[1:], at), 1) if step != 1]
    return [index for index in apart if at[index] < at[index - 1] or raw[at[index - 1] + 1:at[index]].strip()]
