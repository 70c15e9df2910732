"""The choices of the place that a figure is a fact about, each a function of the article and the quantity's spot.

Place in the line: below kg.relate.choices, which gives all choices their order.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Ref
from kg.nlp.quantities import units
from kg.relate.aims import PLAN
from kg.relate.scope import headline, home
from kg.relate.skeleton import mentions_by_type
from kg.relate.spots import HOME, OPENING, Spot, acts, dated_by, means_home, summed

if TYPE_CHECKING:
    from kg.relate.topics import Topics

OPENS_WITH = 8  # letters before a place with which a sentence opens
SEVERAL = re.compile("全国|我国|中国|全球|各地|各省|\\d个?省")
THERE = re.compile("当地(?!时间|媒体)|这里")
LIES = ("位于", "地处", "坐落", "定位", "属于", "隶属")
MEANWHILE = re.compile("(?:同时|目前|同期|而)?")
VIA = re.compile("^(?:经由?|从|由)")
FACING = ("对", "与", "同", "自")
GOES_ON = re.compile(r"其中|同时|此外|另外")
STILL = re.compile("截[至止]|目前|今年|如今|预计")
OF_PLACE = re.compile("增加值|零售额|进出口|生产总值|固定资产投资|可支配收入|旅游收入|失业率|新增就业|一般公共预算|消费价格|用电量")
ZONE = re.compile("(?:^|[，；])(?:[^，；]{2,12}，)?[在该]?(?P<kind>园区|开发区|新区|高新区|综保区|示范区|试验区|合作区)(?!域|的|建设)")
ZONES: dict[str, str | tuple[str, ...]] = {
    "园区": ("园区", "产业园", "开发区", "高新区", "保税区", "示范区", "合作区", "港区"), "综保区": "保税区", "高新区": ("高新区", "产业开发区"),
}
VIEWED = re.compile("(?:从[一-龥]{2,8}看|分[一-龥]{1,6}看|按[一-龥]{2,8}[分看]|[一-龥]{2,4}方面)，")
TRADES = re.compile("(?:^|[^比相面针应绝])(?:对|与|自|向)[^，；。比]{1,40}?(?:进出口|出口|进口|贸易)")
OPENERS = ("", *"，；：。”")
BUILDS = re.compile("(?:计划|将|已|累计|共|再)*(?:新建|建设|建成|组建|实施|打造|改造|创建|培育|推进|布局|落地|开工|完成|新增|修复|治理)")
CARRIES_OUT = re.compile(
    "(?:今年|去年|还|也|已|将|计划|累计|共|先后|全面|持续|积极|大力|纵深|加快|深入|正|力争|预计){0,4}"
    "(?:推进|推动|实施|培育|打造|建设|新建|建成|改造|聚焦|坚持|开展|完成|布局|启动|出台|深化|提出|落地)")
OPENS = re.compile("(?:其中，?|位于[^，]{2,8}的)?")


def listed_place(topics: Topics, spot: Spot) -> Ref | None:
    """The only one of several places that stands in the indicator: 对拉美、非洲进出口分别增长9.3%、8.4%."""
    places = [m for m in spot.mentions if m.type == "Place" and m.text]
    named = {m.ref for m in places if m.text in spot.indicator} if len(places) > 1 else ()
    return next(iter(named)) if len(named) == 1 and spot.indicator.startswith(FACING) else None


def gateway(topics: Topics, spot: Spot) -> Ref | None:
    """The port that what is counted passes, whatever it is part of: 经乙口岸进出境车辆, 丙口岸通行中欧班列."""
    words = VIA.sub("", spot.indicator) if "口岸" in spot.text[:spot.quantity.start] else ""
    lead = "".join([m.text for m in spot.mentions if m.type == "Place" and words.startswith(m.text)])
    ports = {m.ref for m in spot.mentions if m.type == "Place" and m.text and m.text.endswith("口岸") and words.startswith((m.text, lead + m.text))}
    return ports.pop() if len(ports) == 1 else None


def elsewhere(topics: Topics, spot: Spot) -> Ref | None:
    """The place with which the sentence opens, where the article is another's bulletin and does not come back to it (甲市风光，全省…)."""
    opening = opening_place(topics, spot) if topics.region and not _at_region(topics, spot) else None
    return opening if opening != topics.region else None


def _at_region(topics: Topics, spot: Spot) -> bool:
    """Whether 全省, 全市 before the number mean the region of the bulletin."""
    return any(m.ref == topics.region and means_home(m.text) and m.end <= spot.quantity.start for m in spot.mentions)


def there(topics: Topics, spot: Spot) -> Ref | None:
    """The place that 当地 and 这里 mean: the one with which the sentence before opens, else the only one named so far in the paragraph."""
    if topics.place is None or not THERE.search(spot.text, 0, spot.quantity.start):
        return None
    sentences = topics.reading.article.sentences
    named = [m for m in mentions_by_type(topics.reading).get("Place", ())
             if m.sentence <= spot.sentence and sentences[m.sentence].paragraph == sentences[spot.sentence].paragraph]
    opening = [m.ref for m in named if m.sentence == spot.sentence - 1 and m.start <= OPENING]
    return opening[-1] if opening else topics.place if {m.ref for m in named} == {topics.place} else None


def that_zone(topics: Topics, spot: Spot) -> Ref | None:
    """The zone that a clause means by its kind alone (园区现有企业2300家): the last one of the kind in this sentence and the three before."""
    hits = [*ZONE.finditer(spot.text, 0, spot.quantity.start)]
    if not hits or any(m.start >= hits[-1].start() for m in spot.places):
        return None
    kind, at = hits[-1]["kind"], (spot.sentence, hits[-1].start("kind"))
    zones = [m for m in mentions_by_type(topics.reading).get("Place", ()) if spot.sentence - 3 <= m.sentence and (m.sentence, m.start) < at]
    return next((m.ref for m in reversed(zones) if m.name.endswith(ZONES.get(kind, kind))), None)


def at_home(topics: Topics, spot: Spot) -> Ref | None:
    """The place that 我省, 全市 mean before the number: one of the kind that the sentence names, else the one of the article."""
    linked = [m.ref for m in spot.mentions if m.type == "Place" and m.end <= spot.quantity.start and means_home(m.text)]
    if linked:
        return linked[-1]
    kind = ""
    for hit in HOME.finditer(spot.text, 0, spot.quantity.start):
        kind = hit["kind"]
    return next((m.ref for m in reversed(spot.places) if m.name.endswith(kind)), home(topics.reading).get(kind)) if kind else None


def whole_home(topics: Topics, spot: Spot) -> Ref | None:
    """The place that 全省 at the beginning of the figure's own clause means, whatever is told before it: 甲市地铁设站9个，同时全省建站3万个."""
    clause = 1 + max(spot.text.rfind(mark, 0, spot.quantity.start) for mark in "，；：。")
    home = [m for m in spot.mentions if m.type == "Place" and means_home(m.text) and clause <= m.start < spot.quantity.start]
    if not home or not MEANWHILE.fullmatch(spot.text, clause, home[0].start) or any(m.type == "Programme" for m in spot.left):
        return None
    return next((m.ref for m in reversed(spot.places) if m.name.endswith(home[0].text[1])), home[0].ref)


def of_part(topics: Topics, spot: Spot) -> Ref | None:
    """The place with which a part of the sentence opens: 上城区，实现消费581亿元；西湖区，实现…"""
    begin = 1 + max(spot.text.rfind(mark, 0, spot.quantity.start) for mark in "；：。")
    opening = [m for m in spot.places if m.start >= begin and spot.text[m.end:m.end + 1] == "，" and OPENS.fullmatch(spot.text, begin, m.start)]
    return opening[-1].ref if opening else None


def of_region(topics: Topics, spot: Spot) -> Ref | None:
    """The region of a bulletin or a plan; under the headline of another regulation that one, but for what a sentence counts in the whole
    region (全市新增就业)."""
    if topics.region and topics.headline and topics.headline.type == "Regulation" and not PLAN.search(topics.headline.name):
        return at_home(topics, spot) or topics.headline
    return topics.region


def trading_place(topics: Topics, spot: Spot) -> Ref | None:
    """The article's place, else the one that the sentence says so of, for its trade with others: 甲市对乙国、丙国分别进出口36亿元、20亿元."""
    if not TRADES.search(spot.text, 0, spot.quantity.start):
        return None
    return topics.setting or next((m.ref for m in spot.places if spot.text.startswith("对", m.end)), None)


def building_place(topics: Topics, spot: Spot) -> Ref | None:
    """The place that carries out so many of something, whatever that is part of: 甲省将推进乙试验区建设，…，建设人才团队100个; 甲市改造老旧小区90个,
    but for what 全市 has of a programme that is told of already."""
    told = topics.told.get(spot.sentence)
    kinds = ("count", "size", "person") if told and told.type == "Place" else ("count", "size")  # 改造小区9个，惠及8万户
    named = next((m for m in spot.places if m.text and spot.indicator.startswith(m.text)), None)
    deed = BUILDS.match(spot.indicator, len(named.text) if named else 0)
    if units().get(spot.quantity.unit, "size") not in kinds or not deed:
        return None
    clause = 1 + max(spot.text.rfind(mark, 0, spot.quantity.start) for mark in "，；：。")
    opening = [m for m in spot.places if spot.text[m.start - 1:m.start] in OPENERS and m.start >= spot.text.rfind("；", 0, spot.quantity.start)]
    doers = [named] if named else [m for m in opening if CARRIES_OUT.match(spot.text, m.end)
             or (m.start <= OPENING and m.end < clause and not any(m.end <= other.start for other in spot.mentions if other.start < clause))]
    if not doers:
        old, place = {topics.headline, topics.theme, *[m.ref for m in topics.recent]}, at_home(topics, spot)
        only = all(m.ref == place for m in spot.places) and deed[0] in spot.text[:spot.quantity.start]
        return place if only and old.isdisjoint([m.ref for m in spot.mentions]) else None
    others = [m for m in spot.mentions if doers[-1].end <= m.start < spot.quantity.start and m.type in ("Agency", "Organization")]
    return None if others else doers[-1].ref


def viewed_place(topics: Topics, spot: Spot) -> Ref | None:
    """For a sentence that looks at the same from another side (从贸易方式看，…): the place that the figures of the one before are about, unless
    it names a part of it, or the whole region."""
    view = VIEWED.match(spot.text)
    told = topics.told.get(spot.sentence - 1) if view and not any(m.start < view.end() for m in spot.places) else None
    if told is None or told.type != "Place" or any(m.name.startswith(told.name) for m in spot.places):
        return None
    back = told != topics.region and (_at_region(topics, spot) or any(m.ref == topics.region for m in spot.places))
    return None if back else told


def near_place(topics: Topics, spot: Spot) -> Ref | None:
    return next((m.ref for m in reversed(spot.near) if m.type == "Place"), None)


def opening_place(topics: Topics, spot: Spot) -> Ref | None:
    """The place with which what stands behind the last ； opens, else the sentence, or what follows its time (X倡议提出十年来，甲省…)."""
    begin = 1 + spot.text.rfind("；", 0, spot.quantity.start)
    opening = [m for m in spot.places if begin <= m.start <= begin + OPENS_WITH] or [m for m in spot.places if m.start <= OPENS_WITH]
    opening = [m for m in opening if "是" not in spot.text[max(0, m.start - OPENS_WITH):m.start]]  # 该通道是推进|甲市一体化的工程
    found = opening or [m for named in spot.mentions for m in dated_by(spot, named) if m in spot.places]
    lies = next((m for m in found if spot.text.startswith(LIES, m.end)), None)  # 乙区位于甲市北部
    return lies.ref if lies else found[-1].ref if found else None


def acting_place(topics: Topics, spot: Spot) -> Ref | None:
    """The place that acts in the sentence (河南将坚持…), else in the one before, where this one names nothing."""
    here = [m.ref for m in spot.places if acts(spot.text, m)]
    elsewhere = any(m.end <= spot.quantity.start for m in spot.mentions) or SEVERAL.search(spot.text, 0, spot.quantity.start)
    return here[-1] if here else None if elsewhere else topics.acting


def seated(topics: Topics, spot: Spot) -> Ref | None:
    """The place of the headline, else the last one before it in the sentence."""
    places = [m.ref for m in spot.places]
    seat = headline(topics.reading, ("Place",)) if places else None
    return seat if seat in places else places[-1] if places else None


def last_place(topics: Topics, spot: Spot) -> Ref | None:
    """For a sentence that goes on: the place that the figures of the sentence before are about, else the only one that it names."""
    if not GOES_ON.match(spot.text):
        return None
    told = topics.told.get(spot.sentence - 1)
    before = topics.reading.article.sentences[spot.sentence - 1].text
    named = {m.ref for m in topics.by_sentence.get(spot.sentence - 1, ()) if m.type == "Place" and not summed(before, m)}
    return told if told and told.type == "Place" else next(iter(named)) if len(named) == 1 else None


def same_place(topics: Topics, spot: Spot) -> Ref | None:
    """The place that the figures of the sentence before in the paragraph are about, for one that names nothing and tells of today, or of what
    places have: 目前，300亩农田完成复绿; 民营企业进出口增长5%."""
    told = topics.told.get(spot.sentence - 1)
    if told is None or told.type != "Place" or spot.mentions or not (STILL.match(spot.text) or OF_PLACE.search(spot.indicator)):
        return None
    sentences = topics.reading.article.sentences
    paragraph = sentences[spot.sentence - 1].paragraph
    return told if paragraph == sentences[spot.sentence].paragraph and not SEVERAL.search(spot.text) else None
