"""Issuers that a title begins with: 国务院办公厅关于…的通知 names the regulation and its agency in one breath."""
from __future__ import annotations

import re

from kg.lexicon import OTHER_ISSUERS
from kg.nlp.canvas import Canvas, Span
from kg.nlp.gazetteer import home_of
from kg.nlp.local_organs import at_level, complete, place_before

SEPARATORS = "、 　"
OF_THE_PARTY = "中共"  # 中共甲省委办公厅
OFFICE = re.compile("办公[厅室]|综合司")  # 甲部办公厅 乙局综合司关于…的通知


def find_issuers_in_titles(canvas: Canvas) -> None:
    """Name the agencies before 关于, or before the year, at the beginning of a title."""
    for title in [span for span in canvas.spans if span.type in ("Regulation", "Publication")]:
        found: list[Span] = []
        position = title.start
        while issuer := _issuer_at(canvas, position, title.end):
            found.append(issuer)
            office = OFFICE.match(canvas.text, issuer.end, title.end)
            position = office.end() if office else issuer.end
            while position < title.end and canvas.text[position] in SEPARATORS:
                position += 1
        if found and (others := OTHER_ISSUERS.match(canvas.text, position)):
            position = others.end()
        if found and (canvas.text.startswith(("关于", "印发", "公告20", "通告20"), position) or canvas.text[position:position + 4].isdigit()):
            canvas.spans += found
            for issuer in found:
                _office(canvas, issuer)


def _office(canvas: Canvas, issuer: Span) -> None:
    """The general office of an issuer that the title names, there and wherever it signs."""
    office = OFFICE.match(canvas.text, issuer.end)
    if not office:
        return
    canvas.spans.append(Span(issuer.start, office.end(), "Agency", issuer.name + office[0]))
    for again in re.finditer(re.escape(canvas.text[issuer.start:office.end()]), canvas.text):
        if canvas.free(*again.span()):
            canvas.add(*again.span(), "Agency", issuer.name + office[0])


def _issuer_at(canvas: Canvas, position: int, end: int) -> Span | None:
    """The longest known body that begins at a position and ends before another one."""
    known = [hit for type in ("Agency", "Organization") for hit in canvas.hits.get(type, ()) if hit.start == position and hit.end < end]
    if known:
        longest = max(known, key=lambda hit: hit.end)
        return Span(position, longest.end, longest.entries[0].type, longest.entries[0].name)
    for hit in sorted(canvas.hits.get("Organ", ()), key=lambda hit: (hit.start, -hit.end)):
        if position < hit.start and hit.end < end:
            place = place_before(canvas, hit.start) or at_level(canvas.text, hit.start, home_of(canvas))
            if place and place[0] == position + (len(OF_THE_PARTY) if canvas.text.startswith(OF_THE_PARTY, position) else 0):
                return Span(position, hit.end, *complete(canvas.text[hit.start:hit.end], place[1]))
    return None
