"""Tells who published an article: source line, 据《…》, dateline, the paper of the byline or of the reporter in the lead."""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.layout.outlets import REPORTER, SIGNED, UNKNOWN, known_outlet, outlet

PAPER = re.compile(r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|早报|商报|都市报|消费者报|经济报|青年报|法治报|法制报|教育报|卫生报|健康报|导报|新报|快报)")
DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
LAST = re.compile(r"(新华社|中新社)[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日电[）)]?$")
LINE = re.compile(
    r"(?:来源|转自)(?:[：:于/／]|【|(?=[\u4e00-\u9fff]+\|))\s*[“《]?(?P<name>(?:[^（）()|，；;【】\d]|（[\u4e00-\u9fff]{2,8}）){2,40}?)[”》]?"
    rf"(?=(?:{REPORTER}|通讯员|作者|(?:责任|流程|实习|执行|本期)?(?:编辑|监制|责编|校对|审核|审读|审校)|字体|浏览|版权|(?:[\u4e00-\u9fff]{{2}})?举报|(?:发布|发表|更新)?(?:时间|日期)[：:]|[|，；;【】（(）)\d]|－|原创稿|$))")
STAMPED = re.compile(r"^([\u4e00-\u9fff]{2,12}(?:报|网|社|台|客户端|公众号))20\d{2}[-/.年]")
CITED = re.compile(r"据(《[^》]{2,20}》)(?:报道)?[）)]?$")
PRINTED = re.compile(r"《([\u4e00-\u9fff]{2,10})》[（(]?20\d\d年\d{1,2}月\d{1,2}日[^。]{0,8}版")
BRACKETED = re.compile(rf"^[（(]({SIGNED})[）)]")
ORIGINAL = ("原创稿", "本站", "本网")
SITE = re.compile(r"^(?:记者\d{1,2}日从)?据?([\u4e00-\u9fff]{2,16}(?:网站|官网|网|客户端|公众号))(?:近日|日前|今日|今天)?(?:消息|报道|\d{1,2}月\d{1,2}日消息)|^([\u4e00-\u9fff]{2,6}新闻)（")
INTRO = re.compile(r"^(央视网)消息")
REACH = 40  # letters of the lead


@cache
def _dateline() -> re.Pattern[str]:
    """江海日报讯, 新华社北京3月21日电, 【江海网报道】."""
    return re.compile(rf"[【（(]?(?:据)?({outlet()})(?:时刻新闻|（[\u4e00-\u9fff]{{2,8}}）)?(?:-?[\u4e00-\u9fff]{{0,8}}?{DAY}|(?:APP)?[\u4e00-\u9fff]{{0,4}}?(?:讯|消息|报道|电(?=[（(]))|(?:APP)?获悉)")


@cache
def _byline() -> re.Pattern[str]:
    """江海日报记者张三 where an article begins, and 本报讯（江海日报记者张三）."""
    return re.compile(rf"(?:[□■●▲（(【]|文/|(?:{'|'.join(UNKNOWN)})[^（(。]{{0,16}}[（(])?\s*({outlet()})(?:[、/·-][\u4e00-\u9fff]{{2,8}}?)?{REPORTER}")


@cache
def _reporter() -> re.Pattern[str]:
    """8月5日，江海新闻从市里获悉."""
    return re.compile(rf"(?:^|[，。、）])({known_outlet()}|[\u4e00-\u9fff]{{2,3}}新闻)(?:(?:首席)?记者)?(?:从|获悉|了解到|注意到|采访)")


@cache
def _credited() -> tuple[re.Pattern[str], ...]:
    """Whose reporter a small line names: a known paper anywhere, another one where a line or a bracket begins."""
    behind = rf"(?:[、/·-][\u4e00-\u9fff]{{2,8}}?)?{REPORTER}"
    return re.compile(rf"({known_outlet()}){behind}"), re.compile(rf"(?:^|[（(【：:/])({outlet()}){behind}")


def article_source(lead: str, paragraphs: Sequence[str], small: Sequence[str], intro: str | None) -> str | None:
    """The origin that an article names, or None; 本报 is unknown.

    Args:
        lead: the first body paragraph.
        paragraphs: the body paragraphs.
        small: its small lines (source lines, bylines, signatures).
        intro: the line that stands over the whole file (央视网消息（新闻联播）：), if any.

    >>> article_source("新华社北京3月21日电（记者徐鹏航）国家医保局发布", ["…"], [], None)
    '新华社'
    """
    for line in small:
        hit = LINE.search(line) or STAMPED.match(line) or BRACKETED.match(line)
        if hit and hit.group(1) not in ORIGINAL:
            return hit.group(1).removesuffix("APP")
    for text in (*paragraphs[-1:], *small):
        hit = CITED.search(text) or PRINTED.search(text)
        if hit:
            return hit.group(1)
    for text in (lead, *paragraphs[:1]):
        hit = _dateline().match(text)
        if hit and not hit.group(1).startswith(UNKNOWN):
            return hit.group(1)
    for text in (*paragraphs[-1:], *small):
        hit = LAST.search(text)
        if hit:
            return hit.group(1)
    for line in small:
        hit = next(filter(None, (reporter.search(line) for reporter in _credited())), None)
        if hit and not hit.group(1).startswith(UNKNOWN):
            return hit.group(1)
    hit = _byline().match(lead) or SITE.match(lead) or _reporter().search(lead, 0, REACH)
    if hit:
        return hit.group(1) or hit.group(2)
    hit = INTRO.match(intro or "")
    return hit.group(1) if hit else None
