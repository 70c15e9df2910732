"""Commissions and leading groups of a Party committee and their offices: 省委|全面依法治省委员会, 甲市委|乡村振兴领导小组办公室."""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas

OWN = re.compile(
    "(?:(?![的了将由向在与对把为于员]|成立|设立|组建|调整|召开|印发|听取|研究|审议|主持|决定|要求|批准|指导|原则)[一-龥]){2,18}?"
    "(?:领导小组|(?<!常务)(?<!检查)委员会)(?:办公室)?(?![主第会])")
PARTY = re.compile("中国共产党.+委员会")


def find_party_bodies(canvas: Canvas) -> None:
    """Name what stands right behind a Party committee that has been found."""
    for span in [span for span in canvas.spans if span.type == "Agency" and PARTY.fullmatch(span.name)]:
        own = OWN.match(canvas.text, span.end)
        if own and canvas.free(*own.span()):
            canvas.add(span.start, own.end(), "Agency", span.name + own[0])
