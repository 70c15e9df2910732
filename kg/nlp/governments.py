"""Governments of which only the head is told: 甲省|副省长某某, 甲市委副书记、|市长某某.

Such a name takes no letters of the page: it stands before the title, and the place keeps its own.
"""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas, Span
from kg.nlp.gazetteer import full_name
from kg.nlp.local_organs import place_before

TITLE = re.compile(r"(?:常务)?[副代]?(?P<level>[省市县区州盟旗])长\Z|(?<=自治区)(?:常务)?副?主席\Z")
LONGEST_TITLE = 5
COMMITTEE = re.compile("中国共产党(?P<place>.+)委员会")
OFFICES = re.compile("(?:、?副?(?:常委|委员|书记)){1,4}[，、]")  # 甲市委|副书记、|市长


def find_governments(canvas: Canvas) -> None:
    """Find the government before the title of its head, right behind its place or behind the posts in its Party committee."""
    committees = [(span.end, hit["place"]) for span in canvas.spans if span.type == "Agency" and (hit := COMMITTEE.fullmatch(span.name))]
    for person in [span for span in canvas.spans if span.type == "Person"]:
        title = TITLE.search(canvas.text, max(0, person.start - LONGEST_TITLE), person.start)
        if not title:
            continue
        at, level = title.start(), title["level"] or "区"
        found = place_before(canvas, at)
        place = full_name(found[1]) if found else next((name for end, name in committees if OFFICES.fullmatch(canvas.text, end, at)), "")
        if place.endswith(level):
            canvas.spans.append(Span(at, at, "Agency", place + "人民政府"))
