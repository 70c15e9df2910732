"""Meetings and press conferences by what they are about: 召开|全县春耕备耕工作推进会, 甲部|2023年二季度新闻发布会.

Stands beside `kg.nlp.programme_lists` and reads the same page.
"""
from __future__ import annotations

import re

from kg.nlp.programme_lexicon import KNOWN, Found, edition_start
from kg.nlp.programme_lists import LISTED, SHORTEST, named
from kg.nlp.programme_page import Page

MEETINGS = (
    "座谈会|研讨会|宣贯会|指导会|宣讲会|务虚会|招待会|报告会|推进会议?|工作会议|视频会|"
    "电视电话会议?|培训会|部署会|调度会|动员会|现场会|启动会|视频会议|总结会|表彰会|交流会")
ANY_MEETING = re.compile(MEETINGS)
WIDE_MEETING = re.compile(
    r"(?:(?:召开|举行|举办|参加|出席|贯彻|落实)(?:了|的)?|(?<=[，。；）)\n])|(?<=\d日)|^)(?P<name>(?:全[国省市县区州]|20\d\d年(?:度)?|(?![在由向从对])[一-龥]{2,3}[省市县区州])"
    rf"(?!召开|举行|举办)[^，。；：、“”《》（）的了在将召\n]{{4,30}}?(?:{MEETINGS}))(?!议)"
    r"(?=[，。；、\n]|精神|上[，获介了表]|(?<!召开.)[^，。；、\n]{0,12}(?:召开|举行))", re.M)
HELD_MEETING = re.compile(
    r"(?:召开|举行|举办|开展|出席|参加)(?:了|的)?(?P<name>(?![^，。；\n]{0,16}首次|包括|涵盖)(?!\d+[多余]?[场次个]|[一二两三四五六七八九十多]{1,3}[场次个]|紧急|专题|专门|系列|本次|部分|[在由向从与])(?:[^，。；：、“”《》（）的了\n]|“[^“”\n]{2,10}”){6,30}?"
    r"(?<![业家者工人众员部士表商列题])(?:座谈会|研讨会|推进会|部署会|动员会|现场会|调度会|宣贯会|指导会|宣讲会|务虚会|恳谈会|会商会|招待会|报告会|吹风会|圆桌会议|联席会议|工作会议|电视电话会议?|视频会议?))(?!议|制度|机制|室|精神|上?作)(?=[，。；、\n上时并]|强调|[^，。；\n]{0,3}(?:开幕|举行))")
OPENING = re.compile(  # 8月9日，|甲省公共领域车辆全面电动化专项工作会议|在青禾召开: all that stands before the verb
    r"(?:(?<=[。；\n])|^|(?<=\d日，)|(?<=[近今]日，)|(?<=今天，)|(?<=日前，))(?:首[个场次])?"
    r"(?P<name>(?![由据随围每各其该此本这那他她我一两三四五六七八九十]|首[个场次批]|同时|此外|目前|\d+[个场项])(?:[^，。；：、“”《》&的了将在由从自就为于是每召举出暨\n\s-]|“[^“”\n]{1,24}”){4,36}?"
    r"(?:(?<=[”年流传题面乡])活动|工作会议|推进会|座谈会|研讨会|交流会|推介会|对接会|大会|论坛|峰会|博览会|交易会|大赛|嘉年华|展演季?|消费季|培训班|沙龙|演练)”?)"
    r"(?=(?:\d{1,2}月)?\d{1,2}日|[今昨]天|近日|日前|同时|正式|在[^，。；的、]{2,20}?(?:启动|召开|举行|举办|开幕|闭幕|落幕)"
    r"|(?:启动|召开|举行|举办|开幕|闭幕|落幕|收官)(?!期间|前|后))", re.M)
NO_OPENING = re.compile("公布|开展|出席|致电|祝贺|主席|总理|开幕|闭幕|启动|发布|公司|记者|呼吁|谴责|赞赏|推进(?!会)|^推动|^感谢|^[一-龥]{2,4}(?:称|说)")
PRESS = re.compile(  # what a press conference tells of: 举行|促进民营经济发展壮大新闻发布会, 从|上半年甲省经济运行情况新闻发布会|获悉
    r"(?:(?:召开|举行|举办|出席|参加)(?:了|的)?|(?<=[从在]))(?:首场|第[一二三四五六七八九十]{1,2}场)?"
    r"(?P<name>(?![今昨当][天日晚]|上午|下午|记者|该|本|此|在|从|由|这|中外)(?![^，。；\n]{0,16}(?:有关|相关|负责人|参加|建立|实施))"
    r"(?:[^，。；：“”《》【】（）()\n的了召举就]|“[^“”\n]{2,30}”){4,40}?(?<!行动)(?<!活动)(?<!计划)(?<!工程)(?<!整治)(?<!和)"
    r"(?:(?:新闻|专题|情况|数据|成果|例行)发布会|吹风会|通气会))(?!厅|室)")
ANY_PRESS = re.compile(
    r"(?:\d{1,2}日|多场|一场|系列|专题|例行|主题|政策|新闻|媒体|情况|数据|成果|线上|网上|首场|政府|[省市县区]|国务院|国新办|新闻办(?:公室)?)*"
    r"(?:发布会|吹风会|通气会)")
THEMED = re.compile(  # 就|“…”|举行|发布会; 召开|新闻发布会，会议主题是|“…”
    "就(?P<before>“[^“”\n]{6,40}”)(?:有关情况)?(?:举行|召开)了?(?P<held>(?:专题)?(?:新闻)?(?:发布会|吹风会))"
    "|(?P<kind>新闻发布会|吹风会)，(?:会议|发布会)?(?:的)?主题[是为](?P<behind>“[^“”\n]{6,40}”)")
JOINED_MEETING = re.compile(  # 召开|水环境质量提升暨汛期水质管控会议: of what comes first none is a meeting of its own
    r"(?:(?:召开|举行|举办|开展)(?:了|的)?|(?<=[。；\n])|(?<=\d日，))"
    r"(?P<name>(?![在由从据要]|办好|记者|庆祝|纪念|[^，。；\n]{2,10}开展|[^，。；\n]{2,24}记者从)(?:[^，。；：《》“”\n了将在召举出]|“[^“”\n]{2,24}”){3,40}?(?<![会节展周月日赛季坛])(?<!活动)(?<!仪式)(?<!嘉年华”)"
    r"暨(?:[^，。；：《》“”\n了的在召举]|“[^“”\n]{2,24}”){2,40}?(?<!学)(?<!新闻发布)(?:会议|会|仪式|成果展))(?![议场员])(?=[，。；、\n上]|[^，。；\n]{0,12}(?:召开|举行|举办))")
ON_A_TITLE = re.compile(  # 召开|《甲办法》（以下简称《办法》）合规指导会
    r"(?:召开|举行|举办)(?:了|的)?(?P<title>《[^《》\n]{4,60}》(?:（[^（）\n]{2,24}）)?|“[^“”\n]{4,30}”（[^（）\n]{2,24}）)"
    r"(?P<kind>(?:政策|情况|专题|合规)?(?:新闻发布会|解读会|指导会|发布会|宣贯会|签约仪式|吹风会|推进会|宣讲会))")

SHORT = re.compile("（[^（）]+）$")


def find_wide_meetings(page: Page) -> list[Found]:
    """Working meetings of a country, province, city or year, and such as are held on a matter of their own: 召开全县春耕备耕工作推进会,
    2024年海州市…调度会在青禾举行, 召开海州湾生态保护座谈会; not those that only tell who sat there."""
    patterns = (WIDE_MEETING, HELD_MEETING) if ANY_MEETING.search(page.text) else ()
    return [name for pattern in patterns for name in named(page, pattern, LISTED, "会")]


def find_openings(page: Page) -> list[Found]:
    """Events with which a sentence opens and that are held, from its beginning on: 8月9日，|甲省车辆全面电动化专项工作会议|在青禾召开."""
    known = {name.end: name.start for name in page.known}
    found = [name for name in named(page, OPENING, LISTED + 1, "") if not NO_OPENING.search(name.name)]
    return [name for name in found if edition_start(page.text, known.get(name.end, name.start)) != name.start or name.end not in known]


def find_press_conferences(page: Page) -> list[Found]:
    """Press conferences by what they tell of, behind the body that holds them (甲部|2023年二季度新闻发布会), or by their theme."""
    if not any(kind in page.text for kind in ("发布会", "吹风会", "通气会")):
        return []
    found, ends = [], {known.end for known in page.known}
    for hit in PRESS.finditer(page.text):
        start, end = hit.span("name")
        while (mask := page.masked.find(1, start, end)) == start:
            start = next((at for at in range(mask, end) if not page.masked[at]), end)
        name = page.text[start:end]
        if mask < 0 and end not in ends and len(name) >= SHORTEST and not ANY_PRESS.fullmatch(name):
            found.append(Found(start, end, name, LISTED + 1))
    for hit in THEMED.finditer(page.text):
        kind = "held" if hit["held"] else "kind"
        found.append(Found(*hit.span(kind), (hit["before"] or hit["behind"]) + hit[kind], KNOWN))
    return found


def find_joined_meetings(page: Page) -> list[Found]:
    """Meetings held for two things at once (召开|水环境质量提升暨汛期水质管控会议), and those on a document or a quoted theme."""
    found = named(page, JOINED_MEETING, LISTED + 1, "暨")
    return found + [Found(hit.start("title"), hit.end(), SHORT.sub("", hit["title"]) + hit["kind"], KNOWN) for hit in ON_A_TITLE.finditer(page.text)]
