"""Short names that a text gives to bodies for what follows: 海东绿源科技有限公司（以下简称“海东绿源”）."""
from __future__ import annotations

from kg.nlp.canvas import Canvas
from kg.nlp.titles import SHORT

SHORTEST = 3
COMMON = ("公司", "集团", "医院", "学校", "银行", "法院", "检察院", "中心", "基金会", "协会", "委员会")


def find_short_names(canvas: Canvas) -> None:
    """The body wherever its short name stands behind the brackets: one of the letters of the full name, and no common noun."""
    if "称" not in canvas.text:
        return
    for span in [span for span in canvas.spans if span.type in ("Agency", "Organization")]:
        given = SHORT.match(canvas.text, span.end)
        short = given["short"] if given else ""
        if not given or len(short) < SHORTEST or short in COMMON or not set(short) <= set(span.name):
            continue
        at = given.start()
        while (at := canvas.text.find(short, at + 1)) >= 0:
            if canvas.free(at, at + len(short)):
                canvas.add(at, at + len(short), span.type, span.name)
