"""Takes datelines, bylines and sources out of the text, so that the city of the dateline and the paper never become entities."""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas

HOUSES = "新华社|新华网|中新网|中新社|人民网|央视网|央广网|光明网|本报|本网|总台|记者|中国经济网|经济日报|央视新闻|法治网|海外网|环球网|国际在线"
START = r"(?:^|(?<=正文：)|(?<=-\d\d))"  # of a page: the label or the day stands before it on many
# What says who published or wrote a text: patterns whose hits stay in one line, and before each what its hits hold, one of these.
SOURCES = tuple((hint.split("|"), re.compile(hint, re.M), pattern) for hint, pattern in (
    (HOUSES, re.compile(
        rf"{START}(?:据)?(?:{HOUSES})[^，。：、（(从在\n]{{0,24}}?(?:\d{{1,2}}日)?(?:(?<![广播])电|讯|消息|报道)"
        r"(?=[（( 　：:，]|[^\n])(?:[（(][^（）()\n]{0,60}[)）])?",
        re.M,
    )),
    ("讯[ 　：（(]|电[ 　：（(]|日讯|日电", re.compile(
        rf"{START}[^，。：、（(《\n]{{2,12}}(?:报|网|社|新闻|客户端|频道|时刻)[^，。：、（(《\n]{{0,12}}?(?:[讯电](?=[ 　：（(])|日[讯电])", re.M,
    )),
    ("记者", re.compile(rf"{START}[一-龥]{{2,8}}(?:报|网|新闻|频道)(?:客户端|全媒体)?记者[ 　]?[一-龥]{{2,4}}(?=[ 　]|\d{{1,2}}月)", re.M)),
    ("报道", re.compile(rf"{START}[^，。：；（(《\n]{{0,14}}(?:记者|通讯员)[^，。：；（(《\n]{{2,24}}?报道(?=[^，。：；的了])", re.M)),
    ("记者|通讯员|编辑|作者|摄影|来源|新华社|原载|责编", re.compile(
        r"[（(][^（）()\n]{0,16}(?:记者|通讯员|编辑|作者|摄影|来源|新华社|原载|责编)[^（）()\n]{0,60}[)）]",
    )),
    ("网站", re.compile(r"^[（(][^（）()\n，。]{2,16}网站[ 　]?[一-龥]{2,4}[)）]", re.M)),
    ("记者|通讯员|作者", re.compile(r"^[□■◎●○▲△]?[^，。：\n]{0,14}(?:记者|通讯员|作者)[ 　：:]?[^，。：；！？\n]{0,24}$", re.M)),
    ("记者|通讯员", re.compile(
        r"(?:本报|本网|本刊|新华社|中新社|央视|总台|央广网|新京报|实习)(?:见习|实习|驻[^，。\n]{1,6}|特派|全媒体)?(?:记者|通讯员)"
        r"(?: ?[一-龥·]{2,4}(?=[ 、，\n]|$)[、 ]?){0,6}"
    )),
    ("新华社", re.compile(r"新华社(?:记者)?发?[^，。：；\n]{0,14}[作摄](?=\n|$|[。（ ])")),
    ("摄", re.compile(r"[^，。：；\n]{0,12}(?:摄影报道|摄)$", re.M)),
    ("来源[:：／/ ]|编辑[:：／/ ]|责编[:：／/ ]|作者[:：／/ ]|供稿[:：／/ ]|撰文[:：／/ ]|摄影[:：／/ ]|统筹[:：／/ ]|策划[:：／/ ]|主播[:：／/ ]|"
     "编审[:：／/ ]|校对[:：／/ ]|监制[:：／/ ]|文[/／]|图[/／]", re.compile(
        r"^(?:[（(]?(?:来源|责任编辑|编辑|责编|作者|供稿|撰文|摄影|统筹|策划|主播|编审|校对|监制|文[/／]|图[/／]))"
        r"[:：／/ ][^\n]{0,80}", re.M,
    )),
    ("主办$|编印$|主编$|主管$|信息$|简报$|专报$|内刊$", re.compile(
        r"^[^，。；！？\n]{2,30}(?:主办|编印|主编|主管)$|"
        r"^(?![^\n]*[发公]布)[^，。；！？\n]{4,26}(?:信息|简报|专报|内刊)$", re.M,
    )),
    ("据《|来源", re.compile(r"(?:据(?<![依根数]据)|来源[:：]?)《[^》\n]{2,14}》(?=$|[（。\n])", re.M)),
    ("报道", re.compile(r"据(?:《[^》\n]{2,14}》|[^，。\n]{2,8}社)(?:网站)?(?:\d+日)?报道")),
    ("日电|日讯|日消息[（(]", re.compile(r"(?<=[报网社端刊])[一-龥]{2,8}\d{1,2}月\d{1,2}日(?:[电讯]|消息(?=[（(]))")),
    ("发自", re.compile(r"发自[ 　]?[一-龥]{2,6}?(?=[ 　\n]|\d{1,2}月|近日|日前)")),
    ("新闻网|日报网|晚报网|日报记者|日报讯|日报社记者|日报社讯|晚报记者|晚报讯|日电|日讯", re.compile(
        r"(?:(?![与和及由据从向在会同])[一-龥]){2,4}(?:新闻网|日报网|晚报网|日报(?:社)?(?=记者|讯)|晚报(?=记者|讯))|"
        r"(?:新华社|中新网|中新社|本报|人民网)[一-龥]{1,8}\d{1,2}月\d{1,2}日(?:电|讯)"
    )),
))
# All these by their first letters, for one word may begin within another.
HINTS = re.compile("|".join(sorted({f"{word[0]}(?={word[1:]})" for words, _, _ in SOURCES for word in words})), re.M)
FIRST_LETTERS = tuple(frozenset(word[0] for word in words) for words, _, _ in SOURCES)
PAPER = re.compile(
    r"《\s*[^》\n]{0,8}(?:日报|晚报|早报|晨报|时报|都市报|青年报|商报|快报|周刊|周报|新闻联播|新闻|导报|邮报|观察报|求是)\s*》"
)
ADDRESSEES = re.compile(r"^各(?![^\n]{0,160}[要应须将把])[^。；：\n]{3,160}[：:]$", re.M)  # 各省、自治区、直辖市财政厅（局）：
STATISTICAL = re.compile(r"《[^》\n]{0,40}(?:统计|事业发展)[^》\n]{0,40}快报》")
REPORTING = ("记者", "报道", "消息")


def mask_sources(canvas: Canvas) -> None:
    """Mask everything that only says who published or wrote the text."""
    present = frozenset(HINTS.findall(canvas.text))
    for letters, (_, hint, pattern) in zip(FIRST_LETTERS, SOURCES, strict=True):
        for hit in () if letters.isdisjoint(present) else canvas.find_lines(pattern, hint):
            canvas.cover(hit.start(), hit.end())
    for hit in ADDRESSEES.finditer(canvas.text) if "\n各" in canvas.text else ():
        canvas.cover(hit.start(), hit.end())
    for hit in PAPER.finditer(canvas.text) if "《" in canvas.text else ():
        if not STATISTICAL.match(hit.group()):
            canvas.cover(hit.start(), hit.end())
    houses = [(hit.start, hit.end) for hit in canvas.hits.get("Organization", ())]
    for known in canvas.hits.get("Media", ()):
        inside = any(start <= known.start and known.end <= end for start, end in houses)
        if not inside or canvas.text.startswith(REPORTING, known.end):
            canvas.cover(known.start, known.end)
