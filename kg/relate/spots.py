"""Where a quantity stands and what the mentions around it are there for: an item of a list, an end of a way, a venue, or a topic.

Place in the line: below kg.relate.choices. Pure functions over a sentence.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from kg.model import Mention, Quantity, Ref
from kg.relate.scope import NAMED

MARKS = re.compile(r"[“”‘’\"《》（）() ]")
HOME = re.compile(r"(?:全|我|本|该)(?P<kind>[省市县区州旗])(?!级|场|民|域|委|长)")
ACTING = ("将", "着眼", "依托", "立足", "进一步", "不断", "积极", "加快", "大力", "坚持", "提出", "计划", "聚焦", "锚定", "明确", "着力", "推进",
          "实施", "持续")
NATION = re.compile(r"全国(?!各地)|(?<!来自)全国各地|我国|全球|世界(?!级)")
MOTTO = re.compile("“[^“”]*”")  # 以“联通世界”为主题
HALF = 0.5  # of the pairs of letters of a name
FIRST = re.compile("首批|第[一二三四五六]批")
JOINTS = frozenset("、和与及")
LISTING = ("、", "和", "及")
ENUMERATED = re.compile("、(?:[一-龥]{2,6}[和与及])?$")
SUMMED = re.compile(r"(?:[、和与及](?:(?![和与及])[一-龥]){1,6}){0,12}(?:等地|(?:等|在内的)?[两二三四五六七八九十\d]+个?(?:[省市县区州国地]|城市|国家))")
EACH = re.compile("[^，；。]{0,40}分别")  # 甲省、乙省两省出口分别增长5%、6%
SUM_BEFORE = re.compile("[省市区][）)]?(?:和|以?及|与)$")
COUNTED_LIST = re.compile("[》”]?(?:[、和][^，。；、等]{2,14}){0,8}等[两三四五六七八九十\\d]+(?:[个家大名座部所款]|多[个家])")  # 甲行、乙行等六大银行贷款余额
OF_KIND = re.compile("(?:》?[、和]?《[^《》]{2,40}){0,8}》?等[^，。；《]{2,24}")
LISTED = re.compile("[》”]?(?:[、和][^，。；、和等]{2,14}){1,8}等?")
ITEM_UNITS = ("个", "项", "家", "种", "类")
BORROWED = re.compile("(?:青年|少年|全国)?(?:[新旧]?纪录|记录|冠军|锦标赛|杯|考察队|科考队)")  # 亚洲纪录, 南极考察队
LEFT_OUT = re.compile("(?:不[包含]?[含括]|[剔扣]?除)了?[^，。；（）外]{0,4}$")  # 不包含甲集团包裹业务, 除乙区外
LEARNT = re.compile("(?:总结|推广|借鉴|学习|复制)了?(?:[一-龥]{2,4}[、和]){0,3}$")  # 总结推广甲省等地经验
WITH = re.compile("与([一-龥]{2,8}?(?:[、和][一-龥]{2,8}?)*)([两三四五])国")  # 甲省与A、B、C三国企业
LIST = re.compile(r"[^，；。]{0,60}等")
ROUTE = re.compile(
    "(?:从|到|至|向(?<![面导倾方]向)|往|来自|(?:直达|通达|抵达|飞往|开往|运往|销往|远销|途经|往来|来往|往返)(?:于|[一-龥]{2,4}(?![一-龥]))?)"
    "(?:[一-龥]{2,6}(?:[、和与]|或者?))*$|(?:直达|通达|往来|往返)[一-龥]{2,4}$|(?<!—)—[一-龥]{0,4}$")
DOES = re.compile("(?:将|近年来|今年|去年|已|连续|共|累计|先后|全面|组建|出台|围绕|发现|推出|建成|实施|聚焦|打造|新增|开展|印发|制定|培育)")
LISTED_ENDS = re.compile("[、和][一-龥]{2,4}至(?=[一-龥]{2})")  # 甲市、乙市至丙市的行程
FROM_A_PART = re.compile("[一-龥]{1,4}(?:站|[一二三四五六]环|机场|口岸|[东西南北])至(?=[一-龥]{2})")  # 北京|西六环至蔚县
FED = re.compile("(?:[一-龥、]{0,12}?)(?:地区|等地|居民|市场)?(?:输送|提供|供[水电气热]|送电|贡献)")  # 每年可为甲省输送电量
CONGRESS = re.compile(r"代表大会|全会|中央[一-龥]{0,6}会议|日$")
FOR_YEARS = re.compile(
    r"[”》]?(?:倡议|战略)?(?:提出|实施|启动|开展|成立|运行|建设|设立|推行|落地)(?:[一二三四五六七八九十\d]{1,3}(?:周年|年多?|个多?月))?(?:以来|来|间)，")
ITEMS = ("项", "条", "款")
OWNERS = ("Place", "Agency", "Organization")
ITEM_ENDS = ("", *"、，；。和及")
IN_VENUE = re.compile("”?(?:开幕式|启动仪式|新闻发布会)?上")
IN_NAME = re.compile("）[一-龥]{2}")
VENUE = frozenset("在从")
BETWEEN = re.compile("[》”]?[、和及与]?[《“]?")  # two items of a list
OPENING = 10  # letters in which a sentence names whom it speaks of


class Spot(NamedTuple):
    """A quantity in its sentence with the mentions around it: ``before`` are those before it that can be what it is told of."""

    sentence: int
    text: str
    quantity: Quantity
    indicator: str
    ruled: bool
    mentions: list[Mention]
    before: list[Mention]

    @property
    def near(self) -> list[Mention]:
        """All mentions before it in the clause."""
        if not self.before:
            return self.before
        edge = max([self.text.rfind(mark, 0, self.quantity.start) for mark in "，；：。"])
        return [m for m in self.before if m.end > edge]

    @property
    def left(self) -> list[Mention]:
        """The programmes and regulations before it."""
        return [m for m in self.before if m.type in NAMED] if self.before else self.before

    @property
    def places(self) -> list[Mention]:
        """The places before it."""
        return [m for m in self.before if m.type == "Place"] if self.before else self.before


def acts(text: str, place: Mention) -> bool:
    """Whether a place opens a clause as the one that does something."""
    return text[max(0, place.start - 1):place.start] in ("", *"，；：。”") and text.startswith(ACTING, place.end)


def means_home(text: str) -> bool:
    """Whether a mention is one of the article's own place: 全市, 我省."""
    return len(text) == 2 and HOME.fullmatch(text) is not None


def unmarked(name: str) -> str:
    """The name without marks and spaces."""
    return name if name.isalnum() else MARKS.sub("", name)


def pairs_of(words: str) -> set[str]:
    return set(map(add, words, words[1:]))


def summed(text: str, mention: Mention) -> bool:
    """Whether the mention only ends the sum of all of its kind: 31个省（区、市）和|新疆生产建设兵团."""
    return SUM_BEFORE.search(text, max(0, mention.start - 6), mention.start) is not None


def listed(text: str, mention: Mention, quantity: Quantity) -> bool:
    """Whether the mention is an item of a list that is counted: A、B和C等5个, A、B、C3个, A、B两省."""
    if mention.end == quantity.start or (text[mention.end] in "首第" and FIRST.fullmatch(text, mention.end, quantity.start)):
        return text[mention.start - 1:mention.start] in ("、", "和")
    partners = WITH.match(text, mention.end) if mention.type == "Place" and text[mention.end] == "与" else None
    if partners and len(re.split("[、和]", partners[1])) == "两三四五".index(partners[2]) + 2:
        return False
    if mention.type == "Place" and (text[mention.end] in JOINTS or ENUMERATED.search(text, 0, mention.start)) and SUMMED.match(text, mention.end):
        return not EACH.match(text, mention.end, quantity.start)
    if mention.type == "Place" and text[mention.start - 1:mention.start] in ("", "，", "；", "。", "：") and DOES.match(text, mention.end):
        return False  # 甲省将围绕X、Y等15条产业链
    if summed(text, mention):
        return True  # 31个省（区、市）和新疆生产建设兵团
    if mention.type != "Place" and quantity.unit in ITEM_UNITS and LISTED.fullmatch(text, mention.end, quantity.start):
        return True  # 甲补助、乙扶持3个项目
    if mention.type == "Regulation" and OF_KIND.fullmatch(text, mention.end, quantity.start):
        return True  # 《甲条例》《乙条例》等地方性法规22部、规章6部
    in_list = text[mention.start - 1:mention.start] == "、" or text[mention.end] in "、等》”"
    if in_list and COUNTED_LIST.match(text, mention.end, quantity.start):
        return True
    return text[quantity.start - 1] in "等的" and LIST.fullmatch(text, mention.end, quantity.start) is not None


def of_several(indicator: str, mentions: Sequence[Mention]) -> bool:
    """Whether an indicator begins with a list of places or bodies, of which none is told of alone: 甲省、乙省和丙省等地快递业务量."""
    names = [m.text for m in mentions if m.type in OWNERS and m.text]
    rest = next((indicator[len(name):] for name in names if indicator.startswith(name) and indicator[len(name):len(name) + 1] in LISTING), "")
    return bool(rest) and any(rest.startswith(name, 1) for name in names)


def of_another(spot: Spot, place: Ref) -> bool:
    """Whether what is told of each of a list is not of this place: A、B和乙地区分别增长 [5%]、6%、7%."""
    listed = [m for m in spot.places if m.ref == place and spot.text[m.start - 1:m.start] in ("、", "和")]
    return bool(listed) and "分别" in spot.text[listed[0].end:spot.quantity.start] and not any(m.text in spot.indicator for m in listed)


def alone(text: str, quantity: Quantity, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Mention | None:
    """The body or place whose name is all that an item tells besides its number: 甲局12亿元、乙局3亿元; not the last of A、B、C3个."""
    name = next((m for m in mentions if m.end == quantity.start and m.text and m.type in OWNERS), None)
    if name is None or text[quantity.end:quantity.end + 1] not in ITEM_ENDS:
        return None
    mark = text[max(0, name.start - 1):name.start]
    follows = mark in JOINTS and any(other.end == name.start - 1 for other in quantities)
    return name if follows or mark in ("", "：", "，", "；") else None


def on_route(text: str, mention: Mention) -> bool:
    """Whether a place is an end of a way, or where something goes to or comes from: 从甲市到乙市, 向甲市放流, 来自甲国、乙国, 甲市—乙市, 为甲市供水."""
    if mention.type != "Place":
        return False
    if text.startswith(("到", "至"), mention.end) or (text[mention.end:mention.end + 1] == "—" and text[mention.end + 1:mention.end + 2] != "—"):
        return True
    if LISTED_ENDS.match(text, mention.end) or FROM_A_PART.match(text, mention.end):
        return True
    if text[mention.start - 1:mention.start] == "为" and FED.match(text, mention.end):
        return True
    return ROUTE.search(text, max(0, mention.start - 24), mention.start) is not None


def opens_name(text: str, place: Mention, mentions: list[Mention]) -> bool:
    """Whether a place is the first word of the programme printed after it: 甲市供暖试点工程 as a name of its own."""
    return any(m.type in NAMED and text[place.end:m.start] in ("", "“") and place.end <= m.start and m.name.startswith(place.text) for m in mentions)


def opens_programme(text: str, place: Mention, mentions: list[Mention]) -> bool:
    """Whether a place only tells whose the programme printed directly behind it is: 甲市|长期护理保险."""
    return place.type == "Place" and any(m.type == "Programme" and place.end <= m.start and text[place.end:m.start] in ("", "“") for m in mentions)


def one_of_several(text: str, named: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a name is an item of a list of names, of which none is spoken of alone: 完成A、B等重点工程，…; 出台《A》《B》等法规2部."""
    others = [m for m in mentions if m.ref != named.ref and m.type in NAMED]
    return any(BETWEEN.fullmatch(text, *span) for m in others for span in ((m.end, named.start), (named.end, m.start)) if span[0] <= span[1])


def opens_part(text: str, whole: Mention, mentions: list[Mention]) -> bool:
    """Whether a programme is only the whole whose part is printed right behind it: 西煤东运大通道|大秦铁路."""
    return whole.type == "Programme" and any(
        m.type == "Programme" and m.ref != whole.ref and whole.end <= m.start and text[whole.end:m.start] in ("", "“", "”") for m in mentions)


def in_title(text: str, mention: Mention) -> bool:
    """Whether a name is a word of the title of something else: 消息《嫦娥六号完成采样》."""
    opened = text.rfind("《", 0, mention.start)
    closed = text.find("》", mention.end) if opened >= 0 else -1
    return closed > mention.end and "》" not in text[opened:mention.end]


def is_topic(text: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether a mention names what its sentence may speak of: neither an end of a way, nor 全市, nor the first word
    of another name or the whole before its part, nor whose record is broken or whose example is followed."""
    if LEFT_OUT.search(text, max(0, mention.start - 8), mention.start):
        return False
    if mention.type != "Place":
        return mention.text != "" and not opens_part(text, mention, mentions) and not (mention.type == "Programme" and in_title(text, mention))
    if text.startswith("段", mention.end) and text[mention.start - 1:mention.start] in ("", *"，；中"):
        return False  # 甲高铁…，其中乙省段全长365公里
    if text[mention.start - 1:mention.start] == "（" and IN_NAME.match(text, mention.end):
        return False  # 甲公司（广东）一体化基地
    if BORROWED.match(text, mention.end) or LEARNT.search(text, max(0, mention.start - 12), mention.start):
        return False
    return mention.text != "" and not on_route(text, mention) and not means_home(mention.text) and not opens_name(text, mention, mentions)


def is_venue(text: str, mention: Mention) -> bool:
    """Whether an event is only where something was said, or since when: 在某某大会上, 从某某展会上获悉, 某次代表大会以来."""
    if mention.type != "Programme":
        return False
    if IN_VENUE.match(text, mention.end):
        return not VENUE.isdisjoint(text[max(0, mention.start - 8):mention.start])
    return text.startswith("以来", mention.end) and CONGRESS.search(mention.name) is not None


def nation_wide(spot: Spot, topic: Ref) -> bool:
    """Whether a whole country is counted, and in other words than the topic's."""
    before = spot.text[:spot.quantity.start]
    if NATION.search(MOTTO.sub("", before) if "”" in before else before) is None:
        return False
    name = unmarked(topic.name)
    own = pairs_of(name)
    if len(own & pairs_of(spot.indicator)) >= HALF * len(own):
        return False
    return topic.type == "Regulation" or not _in_words(name, spot.indicator)


def _in_words(name: str, indicator: str) -> bool:
    """Whether an indicator has the last four letters of a name, or any four that follow each other but for 全国."""
    rest = name.replace("全国", "")
    return name[-4:] in indicator or any(rest[at:at + 4] in indicator for at in range(len(rest) - 3))


def dates_only(spot: Spot, named: Mention) -> bool:
    """Whether a name only tells the time of what a place or body does: X倡议提出十年来，|甲省建成…."""
    return any(m.type in OWNERS for m in dated_by(spot, named))


def dated_by(spot: Spot, named: Mention) -> list[Mention]:
    """What stands directly behind a name that tells a time: 甲省 in X倡议提出十年来，甲省建成…."""
    hit = FOR_YEARS.match(spot.text, named.end) if named.type in NAMED else None
    return [m for m in spot.mentions if hit and m.start == hit.end()]
