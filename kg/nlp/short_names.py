"""Short names that a text gives to bodies for what follows: 海东绿源科技有限公司（以下简称“海东绿源”）, and the offices of such bodies."""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas, Span
from kg.nlp.titles import SHORT

SHORTEST = 3
OFFICE, GROUPS = "办公室", ("小组", "委员会", "联席会议", "指挥部")  # 领导小组|办公室
COMMON = ("公司", "集团", "医院", "学校", "银行", "法院", "检察院", "中心", "基金会", "协会", "委员会")


NATION = "中国"
NATIONAL = re.compile(f"{NATION}(?P<short>[一-龥]{{1,4}}(?:协|促会|红会))")


def find_short_names(canvas: Canvas) -> None:
    """The body wherever its short name stands behind the brackets: one of the letters of the full name, and no common noun."""
    for span in [span for span in canvas.spans if span.type == "Organization" and canvas.text.startswith(NATION, span.start)]:
        if known := NATIONAL.fullmatch(canvas.text, span.start, span.end):  # 中国足协, then 足协
            _again(canvas, known["short"], span, span.end)
    _called(canvas, ("Agency", "Organization"))


def find_short_places(canvas: Canvas) -> None:
    """The place wherever its short name stands behind the brackets: 中国（甲省）自由贸易试验区（以下简称自贸试验区）."""
    _called(canvas, ("Place",))


def _called(canvas: Canvas, types: tuple[str, ...]) -> None:
    for span in [span for span in canvas.spans if span.type in types] if "称" in canvas.text else ():
        given = SHORT.match(canvas.text, span.end)
        short = given["short"] if given else ""
        if not given or len(short) < SHORTEST or short in COMMON or not set(short) <= set(span.name):
            continue
        _again(canvas, short, span, given.start())


def _again(canvas: Canvas, short: str, span: Span, at: int) -> None:
    """The body of a span, or its office, wherever a short name of it stands behind a position."""
    while (at := canvas.text.find(short, at + 1)) >= 0:
        end = at + len(short)
        office = OFFICE if canvas.text.startswith(OFFICE, end) and span.name.endswith(GROUPS) else ""
        parts = [other for other in canvas.spans if at <= other.start and other.end <= end and other.type == span.type]
        if parts and span.type != "Place" and all(other.name != span.name for other in parts):
            canvas.spans = [other for other in canvas.spans if other not in parts]  # 甲部|研究中心 is the one whose short name this is
            canvas.spans.append(Span(at, end + len(office), span.type, span.name + office))
        elif canvas.free(at, end + len(office)):
            canvas.add(at, end + len(office), span.type, span.name + office)
