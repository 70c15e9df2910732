"""Names of documents: what stands in 《》, statutes and binding lists known by name, standards by their number.

Regulations and publications are told apart by the head that ends their title (办法, 通知, 白皮书 …).
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon import words
from kg.nlp.canvas import Canvas, Span

DRAFT = re.compile(
    r"[（(](?:征求意见稿|试行|草案|修订稿|修订|暂行|示范文本|修正案|公开征求意见稿|送审稿|\d{4}年?[^（）()]{0,12}|[一二三四五六七八九十]{1,3}|[一二三四五六七八九〇零○年—]{4,14}|"
    r"暂定名|负面清单|[白蓝绿]皮书|[^（）()]{0,12}(?:草案|[稿版本]))[)）]$"
)
EDITION = re.compile(r"(?<=[一-龥）])(?:(?:19|20)\d\d(?:[—–-](?:19|20)?\d\d)?年?度?版?|\d\.\d版?)$")
NUMBER = re.compile(r"[（(]([一-龥]{1,8}[〔\[（(【]\d{4}[〕\])）】]\d{1,4}号|20\d\d年第\d{1,4}号)[)）]")
STANDARD = re.compile(
    r"(?:GB|GB/T|GBZ|DB\d{2}/T|DB|YY/T|WS/T|HJ|JT/T|NY/T|LY/T|SB/T|T/[A-Z]+) ?\d{1,6}(?:\.\d{1,3})?[—–-]\d{4}"
)
NUMBERED = re.compile(r"(?P<kind>(?:[A-Z]{1,4}|DB\d{2})(?:/[A-Z]+)?) ?(?P<number>\d[\d.]*)[—–-](?P<year>\d{4})")
YEARS_DASHED = re.compile(r"(?<=(?:19|20)\d\d)(?<!\d{5})[-–－~～](?=(?:19|20)\d\d(?!\d))|(?<=(?:19|20)\d\d年)[-–－~～](?=(?:19|20)\d\d年)")
ISSUED_BY_BOTH = re.compile("(?<=^中共中央)[ 　]?(?=国务院)|(?<=^中共中央办公厅)[ 　]?(?=国务院办公厅)")
STANDARD_BEHIND = re.compile(rf"[（(]({STANDARD.pattern})")
REPLACED = re.compile(r"(?:代替|替代|取代)了?(?P<old>(?P<edition>(?:19|20)\d\d年?版)(?:标准|国标)?+)(?!《)")  # 代替2018年版标准
STANDARD_AHEAD = re.compile("(?:国家|行业|地方|团体)[一-龥]{0,6}标准$")  # 国家标准《水中多种有机物的测定》; 《家用灶具》 is told by a product
STANDARD_NUMBERED = re.compile(rf"(?:强制性|推荐性)?(?:国家|行业|地方)标准，?(?:标准)?编号[为：]?({STANDARD.pattern})")
STANDARD_BEFORE = re.compile(rf"({STANDARD.pattern})》?$")
KIND = re.compile(  # 《生物降解塑料购物袋》国家标准, 《中国的远洋渔业发展》白皮书: what kind of text it is stands behind a title
    r"(?P<standard>(?:等\d+项)?(?:强制性|推荐性)?(?:国家|行业|地方|团体)标准)|[白蓝绿]皮书|(?:智库|研究|调研|指数|年度|评估)?报告(?![会厅人员者])")
SHORTEST_REPORT = 6  # letters: 《自然》报告 is told by a journal
DATA = re.compile("(?:数据|统计|核算|普查)(?:结果|情况)?的公告$")  # what a statistical office makes known
SHORT = re.compile(  # （国发〔2021〕36号，以下简称《规划》）
    r"(?:[（(][^（）()]{2,24}[)）])?[（(](?:[^（）()]{2,24}[，；])?(?P<told>(?:以下|下)(?:简称|统称|称)|简称|统称)[:：为]?"
    r"[“《‘]*(?P<short>[^（）()《》“”‘’，。]{1,16})[”》’]*[)）]")
ISSUED = re.compile(
    r"(?:印发|出台|制定|发布|公布|通过|修订|修改|颁布|实施|签署|下发|起草|审议|落实|贯彻|根据|依据|依照|按照|施行)(?:了|并实施|实施|的)?$"
)
OF_YEARS = re.compile(r"[（(]20\d\d年?[—－–-]20\d\d年?[)）]$")  # 印发《健康中国行动（2019—2030年）》
SENT_OUT = re.compile("(?:印发|公布|发布|关于)[<〈《](?P<marked>[^<〈《》〉>]{4,})[>〉》](?P<rest>[一-龥]{0,8}?)的?通知$")  # 甲部关于印发〈乙办法〉的通知
BRACKETS = re.compile("[《》\n]")
REPEALED = re.compile(
    r"(?:[（(][^（）()\n]{1,40}[)）])?(?:[、和及]?《[^《》\n]{2,60}》(?:[（(][^（）()\n]{1,40}[)）])?){0,8}"
    "(?:(?:同时|即行|予以)废止|(?:相应|同时)停止执行)")
REPEALS = re.compile("废止|停止执行")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[〕\])）】])")
PART_OF_WORD = ("院", "法院", "定代表", "定代理", "人", "治", "学", "官", "庭", "务", "律", "规", "委", "和法律委")


@cache
def _heads(kind: str) -> tuple[str, ...]:
    return tuple(sorted(words(kind)))
LOCAL_RULES, DIVISIONS = ("条例", "办法", "规定", "细则"), "省市区县州"
CARRIES_OUT = re.compile("(?:的)?实施(?:办法|条例|细则)")


def plain(title: str) -> str:
    """A title without its trailing brackets and edition: （试行）, （征求意见稿）, （2023年版）, 2024.

    >>> plain("大型网络平台个人信息保护规定（征求意见稿）"), plain("某行业发展报告2024")
    ('大型网络平台个人信息保护规定', '某行业发展报告')
    """
    while (shorter := EDITION.sub("", DRAFT.sub("", title))) != title:
        title = shorter
    return title


def settled(title: str) -> str:
    """A title or the number of a standard in the form that official texts print, so that it is one whoever prints it.

    >>> settled("某规划纲要（2022-2035年）"), settled("关于印发<某计划>的通知"), settled("中共中央国务院关于某事的意见"), settled("GB31654-2021")
    ('某规划纲要（2022—2035年）', '关于印发〈某计划〉的通知', '中共中央、国务院关于某事的意见', 'GB 31654—2021')
    """
    if standard := NUMBERED.fullmatch(title):
        return f"{standard['kind']} {standard['number']}—{standard['year']}"
    return ISSUED_BY_BOTH.sub("、", YEARS_DASHED.sub("—", title.replace("<", "〈").replace(">", "〉")))


def kind_of(title: str) -> str | None:
    """``Regulation``, ``Publication`` or nothing, by the head of a title.

    >>> kind_of("人脸识别技术应用安全管理办法"), kind_of("2025中国家电消费趋势白皮书"), kind_of("红楼梦")
    ('Regulation', 'Publication', None)
    """
    core = plain(title)
    if title.endswith(("皮书）", "皮书)")):
        return "Publication"
    if core.endswith("建议") and "规划" not in core:
        return None
    if core.endswith(_heads("publication_head")) or DATA.search(core):
        return "Publication"
    if core.endswith(_heads("regulation_head")) or "国家标准" in core:
        return "Regulation"
    return None


def bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Outermost 《…》 on one line: positions of the opening mark and behind the closing one.

    >>> list(bracketed("印发《关于贯彻〈意见〉的《通知》》"))
    [(2, 17)]
    """
    start = text.find("《")
    while start >= 0:
        depth, end = 0, start + 1
        for mark in BRACKETS.finditer(text, start):
            depth += {"《": 1, "》": -1}.get(mark.group(), -depth)
            end = mark.end()
            if not depth:
                break
        if text[end - 1] == "》" and not depth and end - start > 2:
            yield start, end
        start = text.find("《", end)


def find_titles(canvas: Canvas) -> None:
    """Find titles in 《》, then statutes and binding lists by name, then standards printed alone."""
    for start, end in bracketed(canvas.text):
        if canvas.free(start, end):
            _title(canvas, start, end)
    headline = canvas.text.find("\n")
    for hit in canvas.longest("Regulation"):
        if hit.end == headline and any(place.start == 0 for place in canvas.ends.get(hit.start, ())):
            canvas.add(0, headline, "Regulation", canvas.text[:headline])  # 天津市|养老机构管理办法
        elif local := _local(canvas, hit.start, hit.end):
            canvas.add(*local, "Regulation", canvas.text[slice(*local)])
        elif not canvas.text.startswith(PART_OF_WORD, hit.end):
            canvas.add(hit.start, hit.end, "Regulation", hit.entries[0].name)
    for standard in STANDARD.finditer(canvas.text):
        if canvas.free(standard.start(), standard.end()):
            canvas.add(standard.start(), standard.end(), "Regulation", standard.group())
    for told in REPLACED.finditer(canvas.text):
        new = [span for span in canvas.spans if span.end < told.start() and STANDARD.fullmatch(canvas.text, span.start, span.end)]
        if new and canvas.free(*told.span("old")):
            canvas.add(*told.span("old"), "Regulation", f"{new[-1].name}（{told['edition']}）")


def _local(canvas: Canvas, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a place's own rules that are called like the nation's (甲市|优化营商环境条例), or carry out its law (甲省|残疾人保障法|实施办法)."""
    carried = CARRIES_OUT.match(canvas.text, end)
    if not carried and not canvas.text.endswith(LOCAL_RULES, start, end):
        return None
    places = [place.start for place in canvas.ends.get(start, ()) if place.entries[0].type == "Division" and canvas.text[start - 1] in DIVISIONS]
    return (min(places), carried.end() if carried else end) if places and canvas.free(min(places), end) else None


def _title(canvas: Canvas, start: int, end: int) -> None:
    """One title in brackets, with the standard's or the document's number behind it."""
    title = canvas.text[start + 1:end - 1].strip()
    kind = kind_of(title)
    if kind is None and (told := KIND.match(canvas.text, end)) and (told["standard"] or len(title) > SHORTEST_REPORT):
        kind = "Regulation" if told["standard"] else "Publication"
    ahead = len(title) > SHORTEST_REPORT and STANDARD_AHEAD.search(canvas.text, max(0, start - 14), start)
    if kind is None and (ahead or STANDARD_BEHIND.match(canvas.text, end)):
        kind = "Regulation"
    if kind is None and ISSUED.search(canvas.text[max(0, start - 6):start]) and (SHORT.match(canvas.text, end) or OF_YEARS.search(title)):
        kind = "Regulation"
    if kind is None:
        canvas.cover(start, end)
        return
    known = next((hit for hit in canvas.hits.get("Regulation", ()) if (hit.start, hit.end) == (start + 1, end - 1)), None)
    name = (known.entries[0].name if known else title) + _former(canvas.text, start, end)
    canvas.add(start + 1, end - 1, kind, name)
    if inner := SENT_OUT.search(canvas.text, start + 1, end - 1):
        _sent_out(canvas, inner)
    canvas.cover(start, end)
    for number in _numbers(canvas.text, start, end):
        canvas.add(number[0], number[1], kind, name)


def sent_out_name(inner: re.Match[str]) -> str:
    """The name of the regulation that a hit of `SENT_OUT` tells of."""
    return inner["marked"] + inner["rest"]


def _sent_out(canvas: Canvas, inner: re.Match[str]) -> None:
    """The regulation that the notice of this title sends out."""
    name = sent_out_name(inner)
    if kind_of(name):
        canvas.spans.append(Span(inner.start("marked"), inner.end("rest" if inner["rest"] else "marked"), "Regulation", name))


def _former(text: str, start: int, end: int) -> str:
    """The year or number in brackets that tells a repealed regulation or standard from its successor of the same title.

    >>> _former("《乙办法》已公布。2016年公布的《乙办法》同时废止。", 17, 22)
    '（2016年）'
    """
    standard = STANDARD_BEHIND.match(text, end)
    others = re.findall(rf"《{re.escape(text[start + 1:end - 1])}》[（(]({STANDARD.pattern})", text) if standard else ()
    if standard and standard[1] < max(others):
        return f"（{standard[1]}）"
    again = text.count(text[start + 1:end - 1]) > 1 if REPEALS.search(text, end, end + 400) else False
    if not again or not (repealed := REPEALED.match(text, end)):
        return ""
    clause = max(text.rfind(mark, 0, start) for mark in "，。；\n") + 1
    year = YEAR.search(text, clause, start) or YEAR.search(text, end, repealed.end())
    return f"（{year[1]}年）" if year else ""


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the numbers of a document stand, before and behind its title."""
    before = STANDARD_BEFORE.search(text, max(0, start - 24), start)
    if before:
        yield before.span(1)
    if behind := STANDARD_BEHIND.match(text, end) or STANDARD_NUMBERED.match(text, end):
        yield behind.span(1)
    if number := NUMBER.match(text, end):
        yield number.span(1)
