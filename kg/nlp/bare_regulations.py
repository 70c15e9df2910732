"""Regulations printed without 《》: behind a verb of issuing, or as the title line of a notice."""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas

HEAD = re.compile(r"实施意见|指导意见|行动方案|实施方案|工作方案|登记办法|管理办法|应急预案|处置预案|布局规划|建设规划|发展规划|行动计划|工作要点|立项指南|工作指引|服务指南|若干措施|工作指南|扶持办法")
VERB = re.compile(r"制定了?|印发了?|出台了?|编印了?|抓好|加强|发布了?|落实|修订了?|公布了?|起草了?|研究制定|实施|签署了?|通过|审议|公开")
STOP = re.compile(r"[，。；：！？\n“”《》（）()]")
WEAK = re.compile(r"^(?:相关|有关|配套|完善|内部|具体|一系列|各|本|该|了|多项|多个|系列|专项|年度|的|个|其|\d|一|新的)|的$")
OWN = re.compile(r"本(?:条例|办法|规定|细则|规则|方案|意见|通知|规划|章程|指南|规范|公告|决定|规程|法(?![院人律治官庭定务]))")
NUMBER_LINE = re.compile(r"^[（(]?([一-龥]{1,8}[〔\[（(【]\d{4}[〕\])）】]\d{1,4}号)[)）]?$", re.M)
TITLE = re.compile(r"^[^，。；：！？\n《》]{6,60}(?:的通知|的意见|的决定|的批复|的指导意见|的实施意见|的若干措施|条例|办法|方案|规定)$", re.M)


def find_bare_regulations(canvas: Canvas) -> None:
    """Find titles that stand without brackets."""
    for hit in TITLE.finditer(canvas.text):
        title = hit.group()
        headline = hit.start() < 120 and ("关于" in title or title.endswith(("条例", "办法")) and not VERB.search(title))
        if headline and canvas.free(hit.start(), hit.end()) and not title.startswith(("第", "一、")):
            canvas.add(hit.start(), hit.end(), "Regulation", title)
    _own_title(canvas)
    for head in HEAD.finditer(canvas.text):
        _behind_verb(canvas, head.start(), head.end())


def _own_title(canvas: Canvas) -> None:
    """In a notice or law, its document number and 本条例, 本办法 mean the regulation that the headline names."""
    end = canvas.text.find("\n") if "\n" in canvas.text else len(canvas.text)
    own = next((span for span in canvas.spans if span.type == "Regulation" and span.end == end and span.start <= 1), None)
    if not own:
        return
    for pattern in (NUMBER_LINE, OWN):
        for hit in pattern.finditer(canvas.text):
            group = pattern.groups
            if canvas.free(hit.start(group), hit.end(group)) and (group or own.name.endswith(hit.group()[1:])):
                canvas.add(hit.start(group), hit.end(group), "Regulation", own.name)


def _behind_verb(canvas: Canvas, start: int, end: int) -> None:
    """Walk left from a head to the verb of issuing, over lists joined by 和 and 、."""
    text, left = canvas.text, start
    while left > 0 and start - left < 48 and not STOP.match(text[left - 1]) and not canvas.mask[left - 1]:
        left -= 1
    verbs = list(VERB.finditer(text, left, start))
    if verbs:
        begin = verbs[-1].end()
    elif text[left:left + 1] in ("、", "和") and any(span.end == left and span.type == "Regulation" for span in canvas.spans):
        begin = left + 1
    else:
        return
    for joint in ("、", "和"):
        at = text.rfind(joint, begin, start)
        if at >= 0 and HEAD.search(text, begin, at + 1) and HEAD.search(text, begin, at + 1).end() == at:  # type: ignore[union-attr]
            begin = at + 1
    name = text[begin:end]
    if 8 <= len(name) <= 44 and not WEAK.search(name[:-4]) and canvas.free(begin, end):
        canvas.add(begin, end, "Regulation", name)


PUBLISHED = re.compile(r"(?:发布|公布)(?:的|了)?((?:全国|20\d\d年)[^，。；《》\n]{6,30}?(?:信息|结果|情况))(?=显示|，|。)")


def find_bare_publications(canvas: Canvas) -> None:
    """发布的全国……公共服务信息显示: a published statement without brackets."""
    for hit in PUBLISHED.finditer(canvas.text):
        if canvas.free(hit.start(1), hit.end(1)):
            canvas.add(hit.start(1), hit.end(1), "Publication", hit.group(1))
