"""From the pieces of a page to articles: headline words, sentences over breaks, roles. Last station of `kg.layout`."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from kg.layout.dates import Years, article_day
from kg.layout.lines import Letters, width_of
from kg.layout.origins import article_source
from kg.layout.page import Page
from kg.layout.roles import ADDRESS, NUMBERED
from kg.layout.segmentation import Piece
from kg.layout.units import Unit
from kg.model import Article, Document, Sentence

COLUMN = re.compile(r"【[^】]{2,40}】(?=.{6})")
DASHED = re.compile("[—–-]{2}(?=[一-龥“《])")  # a subtitle: ——甲县医共体建设调查
SENTENCE = re.compile(  # a bullet in running text opens one; who is charged with what went before is one: （甲部负责）
    r"（(?=[^（）]{0,300}(?:负责|参与|配合|参加|牵头))[^（）]{2,300}）(?![。！？])|[●◆■▲]?(?:[^。！？（●◆■▲]++|（[^（）]{0,120}）|（)++[。！？]*[”’』」）)]*|[。！？]+[”’』」）)]*|[●◆■▲]")
LONGEST = 1200  # letters of a sentence
DROPPED = frozenset({"columns", "source", "byline", "furniture", "column", "intro", "contents", "repeat", "continued", "closing"})


def make_article(document: Document, page: Page, units: Sequence[Unit], piece: Piece, number: int, *, issue: date | None, years: Years,
                 paper: str | None, stamped: bool = False) -> Article:
    """The article of one piece of the page; ``issue`` is the day of the page, ``years`` what all of it tells of its year, ``paper`` the name of
    the newspaper, which is at home where its stories are; ``stamped``: the page is one of the web with its day."""
    own = units[piece.first:piece.last]
    sentences: list[Sentence] = []
    headline = None
    if piece.headline is not None:
        main, rest = headline_words(units[piece.headline])
        headline = main.text
        sentences += [Sentence(part.text, _fragments(document.text, part.text, part.runs), 0, role) for part, role in ((main, "headline"), (rest, "subtitle")) if part.text]
    paragraphs = list(_paragraphs(page, units, piece))
    for index, (role, letters) in enumerate(paragraphs, 1):
        sentences += _sentences(document.text, letters, index, role)
    bodies = [letters.text for role, letters in paragraphs if role == "body"]
    lead = next((b for b in bodies if len(b) > 15), bodies[0] if bodies else "")
    day = article_day("".join(bodies[:3])[:400] if len(lead) < 130 else lead, [unit.text for unit in own], [unit.text for unit in own if unit.role == "date"],
                      issue=issue, years=Years("\n".join([sentence.text for sentence in sentences])), page=years, stamped=stamped)
    small = [unit.text for unit in own if unit.role in ("source", "byline", "date", "credit")]
    intro = next((unit.text for unit in units[:4] if unit.role == "intro"), None)
    source = article_source(lead, bodies, small, intro) or document.metadata.source
    return Article(document.identifier, number, headline, day, source, tuple(sentences), document.metadata.place or paper)


def headline_words(unit: Unit) -> tuple[Letters, Letters]:
    """The main lines of a headline unit, and its subtitle: of three lines a, b, c with a short b before a long c, c is one."""
    column = COLUMN.match(unit.text)
    if column:
        return unit.letters[column.end():], unit.letters[:column.end()]
    for number, part in enumerate(unit.parts[1:], 1):
        if DASHED.match(part):
            cut = sum(map(len, unit.parts[:number]))
            return unit.letters[:cut], unit.letters[cut:]
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
            if open_text is not None and not (role == "subhead" and _is_clause_end(open_text)):
                aside.append((role, unit.letters))
                continue
            if open_text is not None:
                yield "body", open_text
                open_text = None
            yield role, unit.letters
            continue
        if open_text is not None and not unit.role and not (open_text.text[-1] in "：:" and NUMBERED.match(unit.text)):
            unit_letters = Letters.joined([open_text, unit.letters])
            open_text = None
        else:
            if open_text is not None:
                yield "body", open_text
                open_text = None
            unit_letters = unit.letters
        if unit.role or unit.final or ADDRESS.match(unit.text):
            yield "row" if unit.role == "row" else "body", unit_letters
            yield from aside
            aside = []
        else:
            open_text = unit_letters
    if open_text is not None:
        yield "body", open_text
    yield from aside


def _is_clause_end(letters: Letters) -> bool:
    """Whether an unfinished text may end here for good (a list item, a salutation)."""
    return letters.text.endswith(("：", "；", ":", ";"))


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
    text, runs = letters.text, letters.runs
    if len(runs) == 1:
        first = runs[0].start
        return [Sentence(text[start:end], ((first + start, first + end),), paragraph, role) for start, end in cut_sentences(text)]
    begins = list(accumulate(map(len, runs), initial=0))
    sentences = []
    for start, end in cut_sentences(text):
        part = text[start:end]
        if not part.isspace():
            number = bisect_right(begins, start) - 1
            own = list(runs[number:bisect_left(begins, end)])
            own[-1] = own[-1][:end - begins[number + len(own) - 1]]
            own[0] = own[0][start - begins[number]:]
            sentences.append(Sentence(part, _fragments(raw, part, own), paragraph, role))
    return sentences


def _fragments(raw: str, text: str, runs: Sequence[range]) -> tuple[tuple[int, int], ...]:
    """The slices of the document that a text of such runs was put together from; a space between Latin words is a run of its own and in none."""
    if " " in text:
        begins = accumulate(map(len, runs), initial=0)
        runs = [run for begin, run in zip(begins, runs, strict=False) if text[begin] != " "]
    fragments = []
    start, stop = runs[0].start, runs[0].stop
    for run in runs[1:]:
        if run.start < stop or (run.start > stop and not raw[stop:run.start].isspace()):
            fragments.append((start, stop))
            start = run.start
        stop = run.stop
    return (*fragments, (start, stop))
