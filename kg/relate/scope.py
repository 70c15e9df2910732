"""What a whole article is told of: its region, its theme, the names of its headline, and the places that 我省, 全市 mean.

Place in the line: below kg.relate.topics. Pure functions over a reading.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.model import Mention, Reading, Ref
from kg.relate.skeleton import mentions_by_type, once

NAMED = ("Programme", "Regulation")
NO_TOPIC = (  # meetings that figures are told at, and strategies that what is counted serves
    "发布会", "吹风会", "通气会", "两会", "会议", "座谈会", "推进会", "培训班", "调度会", "部署会", "动员会", "现场会",
    "电视电话会", "启动会", "培训会", "总结会", "表彰会", "协商会", "会晤",
    "战略", "协同发展", "一体化发展", "高质量发展", "经济带发展", "全面振兴",
)
OFTEN = 3
REPORTS = re.compile("(?:协会|联席会|联合会|学会|商会|研究院|研究所|研究中心|智库|大学|学院|日报|晚报|通讯社|电视台|网)$")
BESIDE = re.compile(r"”?(?:沿线|共建)?国家(?!级|标准)|”?因素")  # 共建“一带一路”国家, 扣除X因素
INCLUDED, PART_OF = re.compile("[^；。]{0,24}?在内的"), re.compile("”?的?(?:重要|骨干|主要|关键)?(?:组成部分|一部分)")
LEADS_TO, LEAD = re.compile("(?:(?<=工程)|(?<=线路))从“?$|(?:连接|串联|衔接|对接)起?了?(?:[一-龥“”]{2,8}[和与、及])?“?$"), 14  # letters before what it leads to
REPORT, ASSEMBLY, HEAD_LINES = re.compile("政府工作报告|(?:计划|预算)执行情况"), re.compile("人民代表大会|人民政府"), 6
ECONOMY = re.compile("国民经济|经济社会发展|经济运行|经济形势|统计公报|财政收支|工业运行|主要(?:经济|统计)指标|政府工作报告|预算执行")
REPLY = re.compile("关于(?:原则)?(?:同意)?《?((?:(?!关于)[^《》（）]){2,40}规划(?:（[^（）]{0,20}）)?)》?的批复$")
LAWS = ("法", "条例", "规定", "办法", "细则")
SHORTEST = 6  # letters of a programme's name in a title
PROVINCE = 3  # letters of a province's name, which stands before that of a zone in it
YEAR_FIRST = re.compile(r"^20\d\d年度?")
DOMESTIC = ("省", "市", "自治区", "县", "州")
BEYOND = ("”", "沿", "共", "国", "因")
DIVISIONS = ("省", "市", "区", "县", "州", "盟", "旗")
SPREAD = 0.2  # of an article's sentences: so many name what the whole of it is told of


def region(reading: Reading) -> Ref | None:
    """The place of a region's bulletin: one that most of the article's sentences with places name, three at the least, and few others."""
    return _settings(reading)[0]


def setting(reading: Reading) -> Ref | None:
    """The province, city or county that most of the article's sentences with places name, three at the least, whatever others they name."""
    often = _settings(reading)[1]
    return often if often and often.name.endswith(DIVISIONS) else None


@once
def _settings(reading: Reading) -> tuple[Ref | None, Ref | None]:
    """The place that most of the sentences with places name, where they name few others, and however many others they name."""
    sentences = reading.article.sentences
    named = [m for m in mentions_by_type(reading).get("Place", ()) if sentences[m.sentence].role == "body"]
    count = _sentences(named)
    if not count:
        return None, None
    ref, most = min(count.items(), key=lambda item: (-item[1], item[0]))
    told = _sentences(mentions_by_type(reading).get("Organization", ()))
    if max(told.values(), default=0) > most:
        return None, None  # a company's report
    often = ref if most >= OFTEN and most >= 0.6 * len({m.sentence for m in named}) else None
    return often if most >= 0.6 * sum(count.values()) else None, often


def governed(reading: Reading, title: Ref | None) -> Ref | None:
    """The place whose plan or notice a regulation is, or replies to: the one with which its name begins (甲省碳达峰实施方案)."""
    places = {m.ref for m in mentions_by_type(reading).get("Place", ())} if title else ()
    reply = REPLY.search(title.name) if title else None
    name = reply[1] if reply else YEAR_FIRST.sub("", title.name) if title else ""
    begin = PROVINCE if reply else 0  # 河北|雄安新区总体规划
    return max((ref for ref in places if 0 <= name.find(ref.name) <= begin), key=lambda ref: (len(ref.name), ref), default=None)


def treated(title: str, names: Iterable[tuple[Ref, Iterable[str]]]) -> Ref | None:
    """The programme with the longest name in the title of a document that is no law: 关于开展甲试点的意见.

    Args:
        title: the title of the document.
        names: what may stand there, each with the names that the text gives it.
    """
    inner = [(len(name), ref) for ref, printed in names if ref.type == "Programme" for name in printed if len(name) >= SHORTEST and name in title]
    return max(inner)[1] if inner and not title.endswith(LAWS) else None


def reported(reading: Reading) -> Ref | None:
    """The only place in the title of a report on its economy (甲市国民经济统计公报), else that whose government reports to its assembly
    (政府工作报告), by the assembly that is named in the lines under the title."""
    title = reading.article.headline or ""
    if ECONOMY.search(title):
        sentences = reading.article.sentences
        named = {m.ref for m in mentions_by_type(reading).get("Place", ()) if sentences[m.sentence].role == "headline"}
        if len(named) == 1:
            return named.pop()
    if not REPORT.search(title):
        return None
    places = {m.ref for m in mentions_by_type(reading).get("Place", ())}
    bodies = [m.name for m in mentions_by_type(reading).get("Agency", ()) if m.sentence <= HEAD_LINES and ASSEMBLY.search(m.name)]
    return next((ref for name in bodies for ref in sorted(places, key=lambda ref: -len(ref.name)) if name.startswith(ref.name)), None)


def beside(text: str, mention: Mention) -> bool:
    """Whether what is told is not the thing named but what is beside it: 共建“一带一路”国家; 黑龙江国家粮食安全 is told of the place; or what
    leads there: 甲高速是连接X通道的干道, 连接甲市和乙村; or all with which it is summed up: 包括甲运动会在内的56项赛事, of which it is a part."""
    if LEADS_TO.search(text, max(0, mention.start - LEAD), mention.start):
        return True
    if mention.type in NAMED and (("在内" in text and INCLUDED.match(text, mention.end)) or ("部分" in text and PART_OF.match(text, mention.end))):
        return True
    if text[mention.end:mention.end + 1] not in BEYOND or mention.name.endswith(DOMESTIC):
        return False
    return BESIDE.match(text, mention.end) is not None


@once
def theme(reading: Reading) -> Ref | None:
    """The programme or regulation that most sentences name: three at the least, and a fifth of the article's."""
    sentences = reading.article.sentences
    named = [m for kind in NAMED for m in mentions_by_type(reading).get(kind, ()) if not m.text.endswith(NO_TOPIC)]
    count = _sentences([m for m in named if not beside(sentences[m.sentence].text, m)])
    if not count:
        return None
    ref, most = min(count.items(), key=lambda item: (-item[1], item[0]))
    return ref if most >= max(OFTEN, SPREAD * len(reading.article.sentences)) else None


@once
def hero(reading: Reading) -> Ref | None:
    """The organization that an article is told of: one that a fifth of its sentences name, three at the least, and twice as many as any other."""
    count = _sentences(mentions_by_type(reading).get("Organization", ()))
    if not count:
        return None
    (most, ref), *others = sorted(((many, ref) for ref, many in count.items()), reverse=True)
    alone = all(2 * many <= most for many, _ in others)
    return ref if most >= max(OFTEN, SPREAD * len(reading.article.sentences)) and alone and not REPORTS.search(ref.name) else None


def _sentences(mentions: Sequence[Mention]) -> dict[Ref, int]:
    """How many sentences name each entity; none where there are too few mentions for any to be named often."""
    count: dict[Ref, int] = {}
    for _, ref in {(m.sentence, m.ref) for m in mentions} if len(mentions) >= OFTEN else ():
        count[ref] = count.get(ref, 0) + 1
    return count


def headline(reading: Reading, types: tuple[str, ...]) -> Ref | None:
    """The longest name of some types in the headline."""
    sentences, mentions = reading.article.sentences, mentions_by_type(reading)
    named = sorted((m for kind in types for m in mentions.get(kind, ()) if sentences[m.sentence].role == "headline"), key=lambda m: (m.sentence, m.start))
    heads = [m for m in named if not m.text.endswith(NO_TOPIC)]
    return max(heads, key=lambda m: (len(m.text), -m.start)).ref if heads else None


@once
def home(reading: Reading) -> dict[str, Ref]:
    """The places that 我省, 我市, 我县 mean: of each kind the one that most agencies and mentions begin with."""
    mentions = mentions_by_type(reading)
    places = {m.name for m in mentions.get("Place", ())}
    names = [m.name for kind in ("Place", "Agency") for m in mentions.get(kind, ())] if places else []
    count = [(-sum([name.startswith(place) for name in names]), Ref("Place", place)) for place in places]
    home: dict[str, Ref] = {}
    for _, ref in sorted(count):
        home.setdefault(ref.name[-1:], ref)
    return home
