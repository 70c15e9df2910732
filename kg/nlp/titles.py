"""Names of documents: what stands in 《》, statutes known by name, short titles that go back to a longer one, standards.

Regulations and publications are told apart by the head that ends their title (办法, 通知, 白皮书 …).
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from kg.nlp.canvas import Canvas

REGULATION_HEADS = tuple(
    "法 条例 规定 办法 细则 意见 通知 决定 方案 规划 计划 纲要 指南 规范 标准 公约 目录 清单 措施 要点 要求 指引 规程 预案 准则 章程 制度 规则 决议 公告 通告 "
    "批复 宪章 条约 议定书 协定 协议 协议书 示范文本 导则 大纲 提纲 建议 解释 宪法 法典 法案 规约 名录 任务书 路线图 框架 "
    "法令 备忘录 合同 政令 守则 若干措施 批示 指示 承诺书 白名单 安排 十条 要则".split()
)
PUBLICATION_HEADS = tuple("报告 白皮书 蓝皮书 绿皮书 皮书 快报 公报 声明 宣言 倡议 倡议书 年鉴 手册 读本 指数 报告书 年报 案例 案例集 汇编 简报 月报 词典 志 教材 文集 选集 课本 丛书 论文 全书 辞典 全集 选编 地图集 文选 著作选读 论述摘编 指数报告 名册 要览 图谱".split())
DRAFT = re.compile(r"[（(](?:征求意见稿|试行|草案|修订稿|修订|暂行|示范文本|修正案草案|草案征求意见稿|公开征求意见稿|送审稿|\d{4}年?[^（）()]{0,8}|[^（）()]{0,12}[稿版本])[)）]$")
NUMBER = re.compile(r"[（(]?([一-龥]{1,8}[〔\[（(【]\d{4}[〕\])）】]\d{1,4}号)[)）]?")
STANDARD = re.compile(r"(?:GB|GB/T|GBZ|DB\d{2}/T|DB|YY/T|WS/T|HJ|JT/T|NY/T|LY/T|SB/T|T/[A-Z]+) ?\d{1,6}(?:\.\d{1,3})?[—–-]\d{4}")
STANDARD_BEFORE = re.compile(rf"({STANDARD.pattern})》?$")
SHORT = re.compile(r"[（(]以下(?:简称|统称)[:：为]?[“《‘]*([^（）()《》“”‘’，。]{1,16})[”》’]*[)）]")
ISSUED = re.compile(r"(?:印发|出台|制定|发布|公布|通过|修订|修改|颁布|实施|签署|下发|起草|审议|落实|贯彻|根据|依据|依照|按照|施行)(?:了|并实施|实施|的)?$")
SERIES = re.compile(r"^(?:新闻|焦点|今日|每日|经济|中国之声|朝闻|共同关注|东方)")


def kind_of(title: str) -> str | None:
    """``Regulation``, ``Publication`` or nothing, by the head of a title.

    >>> kind_of("人脸识别技术应用安全管理办法"), kind_of("2025中国家电消费趋势白皮书"), kind_of("红楼梦")
    ('Regulation', 'Publication', None)
    """
    core = title
    while (shorter := DRAFT.sub("", core)) != core:
        core = shorter
    if core.endswith("建议") and "规划" not in core:
        return None
    if core.endswith(PUBLICATION_HEADS):
        return "Publication"
    if core.endswith(REGULATION_HEADS) or "国家标准" in core or "条例》" in core:
        return "Regulation"
    return None


def bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Outermost 《…》 on one line: positions of the opening mark and behind the closing one."""
    depth = start = 0
    for position, char in enumerate(text):
        if char == "《":
            start = position if not depth else start
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if not depth and position - start > 1:
                yield start, position + 1
        elif char == "\n":
            depth = 0


def find_titles(canvas: Canvas) -> None:
    """Find titles in 《》, then statutes and binding lists by name, then short titles, then standards printed alone."""
    text = canvas.text
    for start, end in _brackets(text):
        if canvas.free(start, end):
            _title(canvas, start, end)
    for hit in canvas.longest("Regulation"):
        if not _is_part(text, hit.start, hit.end):
            canvas.add(hit.start, hit.end, "Regulation", hit.entries[0].name)
    for standard in STANDARD.finditer(text):
        if canvas.free(standard.start(), standard.end()):
            canvas.add(standard.start(), standard.end(), "Regulation", standard.group())
    _short_titles(canvas)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    position = text.find("《")
    return bracketed(text) if position >= 0 else iter(())


def _is_part(text: str, start: int, end: int) -> bool:
    """A statute's short name inside other words: 民法 in 人民法院, 公司法 in 公司法人."""
    return text[end:end + 1] in ("院", "人", "治", "学", "官", "庭", "务", "律", "规", "委") or text[end:end + 3] == "委员会"


def _title(canvas: Canvas, start: int, end: int) -> None:
    title = canvas.text[start + 1:end - 1].strip()
    kind = kind_of(title)
    if kind is None:
        if ISSUED.search(canvas.text[max(0, start - 6):start]) and SHORT.match(canvas.text, end):
            kind = "Regulation"
        else:
            canvas.cover(start, end)
            return
    known = next((hit for hit in canvas.hits.get("Regulation", ()) if (hit.start, hit.end) == (start + 1, end - 1)), None)
    name = known.entries[0].name if known else title
    canvas.add(start + 1, end - 1, kind, name)
    canvas.cover(start, end)
    before = STANDARD_BEFORE.search(canvas.text, max(0, start - 24), start)
    if before and kind == "Regulation":
        canvas.add(before.start(1), before.end(1), kind, name)
    standard = STANDARD.match(canvas.text, end + 1) if canvas.text[end:end + 1] in ("（", "(") else None
    if standard:
        canvas.add(standard.start(), standard.end(), kind, name)
    number = NUMBER.match(canvas.text, end)
    if number and number.group()[0] in "（(":
        canvas.add(number.start(1), number.end(1), kind, name)


def _short_titles(canvas: Canvas) -> None:
    """Give 《办法》, and a bare 办法 before its verb, the full name of the last title before it that ends so."""
    titles = sorted((span for span in canvas.spans if span.type in ("Regulation", "Publication")), key=lambda span: span.start)
    for span in titles:
        bound = SHORT.match(canvas.text, span.end + (canvas.text[span.end:span.end + 1] == "》"))
        if bound:
            canvas.cover(bound.start(), bound.end())
            _rebind(canvas, bound.group(1), span.end, span.type, span.name)
    for index, span in enumerate(canvas.spans):
        if span.type not in ("Regulation", "Publication"):
            continue
        if len(span.name) <= 8:
            longer = [other for other in titles if other.start < span.start and len(other.name) > len(span.name)
                      and DRAFT.sub("", other.name).endswith(span.name) and other.type == span.type]
            if longer:
                canvas.spans[index] = span._replace(name=longer[-1].name)
            elif span.name in HEADS and len(span.name) < 4:
                canvas.spans[index] = span._replace(type="")
    canvas.spans = [span for span in canvas.spans if span.type]
    _bare_heads(canvas)


def _rebind(canvas: Canvas, short: str, position: int, type: str, name: str) -> None:
    """Make every later 《short》 or short of the article mean the full title."""
    for index, span in enumerate(canvas.spans):
        if span.start > position and canvas.text[span.start:span.end] == short:
            canvas.spans[index] = span._replace(type=type, name=name)
    at = canvas.text.find(short, position)
    first = True
    while at >= 0:
        quoted = canvas.text[at - 1:at] == "《" or (len(short) > 3)
        if first or (quoted and (canvas.free(at, at + len(short)))):
            if not any(span.start <= at < span.end for span in canvas.spans):
                canvas.add(at, at + len(short), type, name)
        first = False
        at = canvas.text.find(short, at + len(short))


FOLLOWING = "明确|要求|指出|提出|强调|规定|称|自|将于|将自|施行|显示|从|共|分|围绕|还|对|内容|数据|发布|征求|中|实施|出台|坚持|印发|聚焦|部署|突出|细化|鼓励"
HEADS = ("征求意见稿", "实施方案", "行动方案", "工作指南", "行动计划", "实施意见", "指导意见", "统计快报", "统计公报", "办法", "规定", "条例", "意见", "通知", "方案",
         "白皮书", "蓝皮书", "快报", "公报", "报告", "指南", "规划", "细则", "措施", "决定", "草案", "规程", "公约", "标准")
BARE = re.compile(rf"(?:(?<=根据)|(?<=按照)|(?<=依据)|(?<=绍)|(?<=台)|(?<=该)|(?<=[，。、；：\n]))(?:{'|'.join(HEADS)})"
                  rf"(?=(?:还|也|同时|同样|特别|进一步)?(?:{FOLLOWING})|，|内容)")


def _bare_heads(canvas: Canvas) -> None:
    """办法明确，… : a head alone that goes back to the last title which ends with it."""
    for hit in BARE.finditer(canvas.text):
        head = hit.group()
        if not canvas.free(hit.start(), hit.end()):
            continue
        before = [span for span in canvas.spans if span.start < hit.start() and span.type in ("Regulation", "Publication")
                  and (DRAFT.sub("", span.name).endswith(head) or span.name.endswith((f"（{head}）", f"({head})")))]
        if before:
            last = max(before, key=lambda span: span.start)
            canvas.add(hit.start(), hit.end(), last.type, last.name)
