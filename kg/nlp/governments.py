"""Governments of which only the head is told: 甲省|副省长某某, 甲市委副书记、|市长某某, 甲市委书记某某、|市长某某,
甲市|副市长、市公安局局长某某, 出任甲省|副省长.

Such a name takes no letters of the page: it stands before the title, and the place keeps its own.
"""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas, Span
from kg.nlp.gazetteer import full_name
from kg.nlp.local_organs import place_before

TITLE = re.compile(r"(?:常务)?[副代]?(?P<level>[省市县区州盟旗])长\Z|(?<=自治区)(?:常务)?副?主席\Z")
LONGEST_TITLE = 5
OFFICE = re.compile("(?:常务)?副?(?P<level>[省市县区州])长(?=[，。；、的]|$)", re.M)
NAMED = re.compile(r"(?:[出担曾现已]?任|当选|为)\Z")  # 出任|甲省
ONE_OF = re.compile(r"、[^，。；\n]{2,24}")  # 甲市副市长、|市公安局局长|某某
COMMITTEE = re.compile("中国共产党(?P<place>.+)委员会")
OFFICES = re.compile("(?:、?副?(?:常委|委员|书记)){1,4}(?:[，、]|(?P<who>[一-龥·]{2,12})[，、和])")  # 甲市委|副书记、|市长; 甲省委|书记某某、|省长


def find_governments(canvas: Canvas) -> None:
    """Find the government before the title of its head, right behind its place or behind the posts in its Party committee."""
    committees = [(span.end, hit["place"]) for span in canvas.spans if span.type == "Agency" and (hit := COMMITTEE.fullmatch(span.name))]
    people = {span.start for span in canvas.spans if span.type == "Person"}
    names = {(span.start, span.end) for span in canvas.spans if span.type == "Person"}
    for start in sorted(people):
        title = TITLE.search(canvas.text, max(0, start - LONGEST_TITLE), start)
        if not title:
            continue
        at, level = title.start(), title["level"] or "区"
        found = place_before(canvas, at)
        offices = ((OFFICES.fullmatch(canvas.text, end, at), name) for end, name in committees if not found)
        place = full_name(found[1]) if found else next((name for hit, name in offices if hit and (not hit["who"] or hit.span("who") in names)), "")
        _head_of(canvas, at, place, level)
    for title in OFFICE.finditer(canvas.text) if people else ():
        found = place_before(canvas, title.start())
        if found and (NAMED.search(canvas.text, 0, found[0]) or any(ONE_OF.fullmatch(canvas.text, title.end(), start) for start in people)):
            _head_of(canvas, title.start(), full_name(found[1]), title["level"])


def _head_of(canvas: Canvas, at: int, place: str, level: str) -> None:
    if place.endswith(level):
        canvas.spans.append(Span(at, at, "Agency", place + ("行政公署" if level == "盟" else "人民政府")))
