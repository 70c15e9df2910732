"""Numbered events from their ordinal on, whatever stands between it and the head: 第二届中国·甲州草原文化节, 第四次甲乙高层对话.

Stands beside `kg.nlp.programme_lists` and reads the same page.
"""
from __future__ import annotations

import re

from kg.nlp.programme_lexicon import KNOWN, Found
from kg.nlp.programme_page import Page

ORDINAL = r"第[一二三四五六七八九十百\d]{1,4}届|首届"
GAMES = "(?:亚|残|亚残|奥|冬奥|残奥|冬残奥|亚冬|大|世|全|冬|青奥|亚青|农|民)运会|残特奥会|学青会"
HEADS = "|".join((
    "(?:大|年|展览|博览|交易|洽谈|推介|对话|研讨|交流|对接|运动|音乐|展示|展销|招聘|双选|庙|灯|诗|歌)会(?!议)", "论坛|峰会|讲坛|沙龙", GAMES,
    "(?<!代表)(?<!全体)(?<!员会)会议(?!员)|对话(?!会)", "嘉年华|超级杯|盛典|庆典|大典(?!型)|颁奖典礼|颁奖礼",
    "竞赛|(?<![参决半预初复竞比])赛(?![事区季道程段场车会制艇])", "(?<![春季时情环礼调音])节(?![目点约能日水假庆])",
    "(?:书|画|影|艺术|特|巡|文创|成就|作品|航|车)展|展[演播映]季?", "(?:创新|活动|文化|科技|艺术|时装|电影|设计|体验|宣传|开放|双创)周",
    "(?:服务|宣传|文化|读书|活动|消费)[月季]", "(?<!获)奖(?![项品金章励牌学得者状杯补惩]|颁奖|表彰)", "(?<=”)[一-龥]{0,6}活动",
))
NOT_INSIDE = rf"{ORDINAL}|举[行办]|召开|开幕|闭幕|参加|出席|吸引|启动|以来|期间|人大|政协|代表大会|代表会议|委员会|选举|毕业生|揭晓|\d+[个项场名]"
WORDS = r"(?:“[^“”，。；\n]{2,24}”|[^，。；：、“”《》（）【】的了在将于\s]|（[一-龥]{2,4}）)"
NOT_BEHIND = r"暨|总?决赛|委员|主席|议(?!论)|组委|筹委|展[览品商区位馆]|堂|之|[A-Za-z]|\d(?!\d?[日月])"
EDITION = re.compile(
    rf"(?P<lead>(?:(?<![一-龥])(?![年全本我该各在由从向对])[一-龥]{{2,3}}[省市县区州旗])?(?<![年\d《])(?:{ORDINAL}|20\d\d中国·))"
    rf"(?:(?:(?!{NOT_INSIDE}){WORDS}){{1,26}}?(?:{HEADS})(?!{NOT_BEHIND})|(?:{GAMES})|“[^“”，。；\n]{{2,24}}?(?:{HEADS})”)")
TALKS = re.compile(  # between governments: 第四次甲乙环境与气候高层对话, 第28次东盟与中日韩（10+3）领导人会议
    rf"(?P<lead>第[一二三四五六七八九十百\d]{{1,4}}[次轮])(?!定期|会|全体|部长)(?:(?!{NOT_INSIDE}|第[一二三四五六七八九十]|[会]?同)(?:{WORDS}|（[0-9+]{{2,6}}）)){{2,20}}?"
    "(?:高[层级]别?(?:[一-龥]{0,4})对话会?|(?<!会谈)对话(?![会的])|磋商(?!中|的)|领导人会议|领导人会晤|年度会晤)")
ANY = re.compile(f"(?:{ORDINAL})(?:高级别|部长级|首脑|战略|国际|全国|年度|工作|合作|常务|例行)*(?:会议|对话)")


def find_editions(page: Page) -> list[Found]:
    """Numbered events from their ordinal on: 第二届|中国·甲州草原文化节; also those that have the name of a body or a place in theirs.

    What the lexicon knows with its ordinal stays as it is; before 甲县农民丰收节 it is another one. The division before it is part of
    its name: 海州市第三届读书节.
    """
    found, local = [], {end: start for start, end in page.places.items() if page.text[end - 1] in "省市县区州旗"}
    hits = [*EDITION.finditer(page.text)] if "届" in page.text or "中国·" in page.text else []
    for hit in (*hits, *(TALKS.finditer(page.text) if "次" in page.text or "轮" in page.text else ())):
        start, end = hit.span()
        within = [known for known in page.known if known.start < end and known.end > start]
        gap = hit.re is EDITION  # 第三届|进博会 is known by its ordinal, 第四次|甲乙高层对话 is one of a series
        other = all(known.start >= hit.end("lead") + gap and known.end >= end - 1 for known in within)
        if other and not page.masked[start] and not page.masked[end - 1] and not ANY.fullmatch(hit[0]):
            begin = local.get(start, start)
            found.append(Found(begin, end, page.text[begin:end], KNOWN - 1))
    return found
