"""Tells who published an article: dateline, source line, 据《…》, the byline's paper."""
from __future__ import annotations

import re
from collections.abc import Sequence

PAPER = re.compile(r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|早报|商报|都市报|消费者报|经济报|青年报|法治报|法制报|教育报|卫生报|健康报|导报|新报|快报)")
DATELINE = re.compile(rf"^(?:据)?(新华社|中新社|中新网|人民网|新华网|央视网|中国网|光明网|{PAPER.pattern}|红网)" r"(?:时刻新闻)?(?:[\u4e00-\u9fff]{0,8}(?:\d{4}年)?\d{1,2}月\d{1,2}日|讯|消息)")
LAST = re.compile(r"(新华社|中新社)[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日电[）)]?$")
LINE = re.compile(r"^[（(]?(?:20\d{2}[-/.年][-/.月日\d: ]{6,16}\|?)?(?:文章|稿件|信息|本文|原文|消息)?来源[：:于]\s*([^）)]{2,40}?)(?:(?:(?:发布|发表|更新)?(?:时间|日期)|作者|编辑|字体|浏览)[：:].*)?[）)]?$")
STAMPED = re.compile(r"^([\u4e00-\u9fff]{2,12}(?:报|网|社|台|客户端|公众号))20\d{2}[-/.年]")
CITED = re.compile(r"据(《[^》]{2,20}》)(?:报道)?[）)]?$")
SITE = re.compile(r"^(?:记者\d{1,2}日从)?据?([\u4e00-\u9fff]{2,16}(?:网站|网|客户端|公众号))(?:消息|报道|\d{1,2}月\d{1,2}日消息)|^([\u4e00-\u9fff]{2,6}新闻)（")
BYLINE = re.compile(r"^[□■●]?\s*([\u4e00-\u9fff]{2,6}?(?:社|报|网|晚报|日报))(?:驻[\u4e00-\u9fff]{1,3})?(?:首席|见习|全媒体)?记者")
INTRO = re.compile(r"^(央视网)消息")


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
        hit = LINE.match(line) or STAMPED.match(line)
        if hit:
            return hit.group(1)
    for text in (*paragraphs[-1:], *small):
        hit = CITED.search(text)
        if hit:
            return hit.group(1)
    for text in (lead, *paragraphs[:1]):
        hit = DATELINE.match(text)
        if hit:
            return hit.group(1)
    for text in (*paragraphs[-1:], *small):
        hit = LAST.search(text)
        if hit:
            return hit.group(1)
    for text in small:
        hit = BYLINE.match(text)
        if hit and not hit.group(1).startswith("本"):
            return hit.group(1)
    hit = SITE.match(lead)
    if hit:
        return hit.group(1) or hit.group(2)
    hit = INTRO.match(intro or "")
    return hit.group(1) if hit else None
