"""Short titles that go back to a longer one: （以下简称《办法》）, 《办法》, and 办法 alone before its verb."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon import any_of, words
from kg.nlp.canvas import Canvas, Span
from kg.nlp.titles import SHORT, plain

DOCUMENTS = ("Regulation", "Publication")
FOLLOWING = (
    "明确|要求|指出|提出|强调|规定|称|自|将于|将自|施行|显示|从|共|分|围绕|还|对|内容|数据|发布|征求|中|实施|出台|坚持|印发|聚焦|部署|突出|细化|鼓励"
)


GROUNDS = tuple(ground + "《" for ground in ("根据", "依据", "依照", "按照", "遵照"))
BEFORE = ("根据", "按照", "依据", "介绍", "出台", "该", *"，。、；：\n")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('short_title')})(?=(?:还|也|同时|同样|特别|进一步)?(?:{FOLLOWING})|，)")


def _bare_titles(text: str) -> Iterator[re.Match[str]]:
    """Heads alone, behind what may stand before them and before what a document does."""
    hit = _bare().search(text)
    while hit:
        bounded = text.endswith(BEFORE, 0, hit.start())
        if bounded:
            yield hit
        hit = _bare().search(text, hit.end() if bounded else hit.start() + 1)


def find_short_titles(canvas: Canvas) -> None:
    """Give every short title the full name of the document that it goes back to; drop the ones that go back to none."""
    titles = sorted((span for span in canvas.spans if span.type in DOCUMENTS), key=lambda span: span.start)
    for span in titles:
        bound = SHORT.match(canvas.text, span.end + canvas.text.startswith("》", span.end))
        if bound:
            canvas.cover(bound.start("told"), bound.end())
            _bind(canvas, bound["short"], span)
    sent = {span.name for span in titles for notice in titles if notice.start < span.start and span.end <= notice.end}  # out by its headline
    canvas.spans = [full for span in canvas.spans if (full := span if span.name in sent or _cited(canvas, span) else _expand(span, titles))]
    for hit in _bare_titles(canvas.text) if titles else ():
        if canvas.free(hit.start(), hit.end()):
            _go_back(canvas, hit.start(), hit.end())


def _bind(canvas: Canvas, short: str, full: Span) -> None:
    """Make every later 《short》, and a long enough short, mean the full title."""
    for index, span in enumerate(canvas.spans):
        if span.start > full.end and canvas.text[span.start:span.end] == short:
            canvas.spans[index] = span._replace(type=full.type, name=full.name)
    at, first = canvas.text.find(short, full.end), True
    while at >= 0:
        quoted = canvas.text[at - 1:at] == "《" or len(short) > 3
        taken = any(span.start <= at < span.end for span in canvas.spans)
        if not taken and (first or (quoted and canvas.free(at, at + len(short)))):
            canvas.add(at, at + len(short), full.type, full.name)
        first = False
        at = canvas.text.find(short, at + len(short))


def _cited(canvas: Canvas, span: Span) -> bool:
    """Whether a statute known by its name is what a text rests on, or another body's: 依据《某条例》, 甲部《某办法》, beside 《乙省某条例》."""
    known = any((hit.start, hit.end) == (span.start, span.end) for hit in canvas.hits.get("Regulation", ()))
    return known and (canvas.text.endswith(GROUNDS, 0, span.start) or any(hit.end == span.start - 1 for hit in canvas.hits.get("Agency", ())))


def _expand(span: Span, titles: list[Span]) -> Span | None:
    """A short title as the last longer one before it that ends so, else that of a notice of it (…若干举措的通知); nothing for 《办法》 that goes
    back to none."""
    if span.type not in DOCUMENTS or len(span.name) > 8:
        return span
    before = [title for title in titles if title.start < span.start and title.type == span.type and len(title.name) > len(span.name)]
    longer = [title for title in before if plain(title.name).endswith(span.name)]
    longer = longer or [title for title in before if title.name.endswith(span.name + "的通知")]
    if longer:
        full = _expand(longer[-1], titles) or longer[-1]  # 《行动计划》 of 《战略与行动计划》 of 《甲省…战略与行动计划》
        return span._replace(name=full.name)
    return None if span.name in words("short_title") and len(span.name) < 4 else span


def _go_back(canvas: Canvas, start: int, end: int) -> None:
    """A head alone (办法明确，…) stands for the last title before it that ends with it."""
    head = canvas.text[start:end]
    before = [span for span in canvas.spans if span.start < start and span.type in DOCUMENTS
              and (plain(span.name).endswith(head) or span.name.endswith((f"（{head}）", f"({head})")))]
    if before:
        last = max(before, key=lambda span: span.start)
        canvas.add(start, end, last.type, last.name)
