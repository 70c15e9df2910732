"""The names of papers, agencies and sites: those of ``media.tsv`` and ``layout.toml``, and what is called like one. Below `margins`, `origins` and `scraped`."""
from __future__ import annotations

import re
from functools import cache

from kg.layout.terms import terms
from kg.lexicon import rows

PAPERS = r"(?:[日晚晨时早]报|(?<!财)商报|都市报|消费者报|经济报|青年报|法[治制]报|教育报|卫生报|健康报|特区报|[导新快]报)"
SITES = "(?:新闻网|新闻客户端|新闻(?!发布|发言|办|中心|局|联播|出版|通气|稿)|在线|网(?![站络上友民约点格红箱]))"
OWN = r"(?:网|[\u4e00-\u9fff]{0,3}客户端|[\u4e00-\u9fff]{2}(?:新闻|财经))"  # of a paper: 扬子晚报|网, 贵州日报|天眼新闻
REPORTER = r"(?:首席|见习|实习|特约|特派|高级|资深|全媒体?|驻[\u4e00-\u9fff]{1,4}?)*(?:记者|评论员)"
SIGNED = "(?:[一-龥]{2,16}(?:官网|网站|公众号|客户端|[日晚早晨时]报|观察报|新闻网|在线|财经|APP)|新华社|新华网|人民网|中新社|中新网|央视新闻|央视网)"  # in a bracket behind a text: （江海日报）
UNKNOWN = ("本报", "本网", "本刊", "本台")  # which is not told on the page


@cache
def houses() -> str:
    """The forms of the known ones as the source of a regular expression, longest first."""
    forms = {*terms("outlets"), *(form for row in rows("media.tsv") for form in (row["name"], *row["forms"].split("|")) if form)}
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))


@cache
def known_outlet() -> str:
    """A known one with what is its own behind it, as the source of a regular expression: 新华社, 中国青年报客户端, 贵州日报天眼新闻."""
    return rf"(?:{houses()})(?:(?<=报){OWN})?"


@cache
def outlet() -> str:
    """What a name that begins here looks like, as the source of a regular expression: a known one, 三秦都市报-三秦网, 东南网."""
    return rf"(?:{known_outlet()}|[\u4e00-\u9fff]{{2,6}}?{PAPERS}{OWN}?|[\u4e00-\u9fff]{{2,4}}?{SITES})(?:-[\u4e00-\u9fff]{{2,6}}[网报])?"
