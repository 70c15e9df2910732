"""The choices of what the sentences before, the headline or the theme lend to a figure that its own sentence ties to nothing.

Place in the line: below kg.relate.choices, which gives all choices their order.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Mention, Ref
from kg.relate.scope import NAMED
from kg.relate.spots import CONGRESS, HOME, ITEMS, OPENING, Spot, nation_wide, on_route, one_of_several, unmarked

if TYPE_CHECKING:
    from kg.relate.topics import Topics

ASPECT = re.compile("(?:[一-龥]、?){2,10}方面，")  # the sentence turns to something else
EVENT = ("季", "节", "会", "月", "周", "日", "赛", "展", "论坛", "活动")
TOLD = re.compile(r"同比|环比|增长|累计|截至|已|完成")
COMPARED = re.compile("同比|环比|占比|占[^，。]{2,12}的")
BACK = re.compile(
    "(?:(?:其中|目前|同时|此外|据[一-龥]{2,4})，?)?(?:该|[本这此][次届份项一]?|全部)?"
    "(?:(?P<then>届时，|提出要|(?:工程|项目|全线)?(?:建成|完工|竣工|投产|投运|投用|通车)(?:投[产用运])?(?:以?后|以来)，)|(?P<kind>[一-龥]{2}))")
KINDS = {
    "工程": ("项目", "铁路", "高铁", "公路", "高速", "大桥", "隧道", "电站", "水库", "枢纽", "运河", "通道"),
    "项目": ("工程", "铁路", "高铁", "公路", "高速", "大桥", "隧道", "电站", "水库", "枢纽", "运河", "通道"),
    "文件": ("意见", "通知", "措施", "举措", "办法", "方案"), "线路": ("班列", "铁路", "高铁"), "班列": ("班列",),
    "政策": ("补贴", "补助"),
}
IN_IT = re.compile("(?:^|[，；条项])(?:该|本|新版)?(目录|清单|名单|措施|举措|方案|计划|规划|办法|条例|规定)(?=[内中里共还已]|提出|明确)")
OWN_ITEMS = re.compile("(?:措施|举措|任务|条款|内容|要求)数?$")
OF_EVENT = re.compile("本届|本次|参[会展赛加与演](?!试点)|嘉宾|代表|观众|展[商客品区]|签约|[开闭]幕|主题|承办|主办|举办|活动|论坛|大会")
SHORT_NAME = 4  # letters of a name of which one word is enough
GUIDES = ("规划", "纲要", "意见", "通知")
REACHES = re.compile("惠及|受益|申领|发放|享受|覆盖|参与|参加|报名|吸引|办理")
STATISTIC = re.compile(  # of a country or a place, never of a programme
    "新增就业|失业率|总诊疗|零售总?额|生产总值|增加值|不良贷款|贷款余额|固定资产投资|进出口总[额值]|社会物流|保有量|播种面积|营业里程|通车总?里程|年报率|价格指数|可支配收入")
FAR = 3  # sentences for which a topic named in passing holds


def recent(topics: Topics, spot: Spot) -> Ref | None:
    """What the sentence before in the paragraph speaks of; not for what the whole country counts."""
    last = topics.recent[-1] if topics.recent else None
    if last is None or _off_topic(topics, spot, last.ref) or CONGRESS.search(last.ref.name):
        return None
    if not _alike(last, spot) and one_of_several(topics.reading.article.sentences[last.sentence].text, last, topics.by_sentence[last.sentence]):
        return None
    if topics.place and HOME.search(spot.text, 0, spot.quantity.start):
        return None
    alike = _alike(last, spot)
    if last.ref != topics.headline and not alike and COMPARED.search(spot.text):
        return None
    if not alike and spot.sentence - last.sentence > FAR and last.ref not in (topics.headline, topics.theme):
        return None
    if alike or (last.name.endswith(EVENT) and (OF_EVENT.search(spot.text) or not _begins_anew(spot))):
        return last.ref
    if ASPECT.match(spot.text) or _begins_anew(spot) or _in_passing(topics, spot, last):
        return None
    return None if last.type == "Regulation" and (TOLD.search(spot.text) or last.name.endswith(GUIDES)) else last.ref


def _alike(last: Mention, spot: Spot) -> bool:
    """Whether a sentence goes on with a topic: it begins with its kind (工程涵盖, 此次行动对, 26条措施中), or with its end (建成后，), or its indicator
    has two words of the name."""
    name = unmarked(last.ref.name)
    if (hit := BACK.match(spot.text)) and (hit["then"] or hit["kind"] == name[-2:] or name.endswith(KINDS.get(hit["kind"], "-"))):
        return True
    if last.type == "Regulation":
        own = spot.quantity.unit in ITEMS and OWN_ITEMS.search(spot.indicator) is not None
        return own or any(hit[1] == name[-2:] for hit in IN_IT.finditer(spot.text))
    at = words = 0
    while at < len(name) - 1:
        found = name[at:at + 2] in spot.indicator
        at, words = at + 1 + found, words + found
    return words > (len(name) > SHORT_NAME)


def _begins_anew(spot: Spot) -> bool:
    """Whether the sentence, or a clause before the number, begins with a body, a person or a place of its own."""
    named = [m for m in spot.mentions if m.type not in NAMED and m.end <= spot.quantity.start and not on_route(spot.text, m)]
    return any(m.start <= OPENING or spot.text[m.start - 1] in "，；" for m in named)


def _in_passing(topics: Topics, spot: Spot, last: Mention) -> bool:
    """Whether a paragraph has named a topic once among others, or not just before, and the article nowhere else."""
    alone = last.sentence == spot.sentence - 1 and all(m.ref == last.ref for m in topics.recent)
    return not alone and last.ref != topics.headline and len({m.sentence for m in topics.by_name[last.name]}) == 1


def of_whole(topics: Topics, spot: Spot) -> Ref | None:
    """The body of which the sentence before told the whole: 甲院办理案件1480件。其中，诉前程序案件 | 1021件."""
    told = topics.told.get(spot.sentence - 1) if spot.text.startswith("其中") else None
    return told if told and told.type in ("Agency", "Organization") else None


def of_headline(topics: Topics, spot: Spot) -> Ref | None:
    """What the headline names, for whom it reaches: 预计惠及家庭2万个; the rest of a page is told of much else."""
    if not REACHES.search(spot.indicator):
        return None
    return None if topics.headline is None or _off_topic(topics, spot, topics.headline) else topics.headline


def of_theme(topics: Topics, spot: Spot) -> Ref | None:
    return None if topics.theme is None or _off_topic(topics, spot, topics.theme) else topics.theme


def _off_topic(topics: Topics, spot: Spot, topic: Ref) -> bool:
    """Whether a topic may not be carried: a whole country is counted, or what programmes do not have (新增就业), or a part (其中) of what the
    sentence before told of nothing that is named."""
    before = spot.sentence - 1
    part = before >= 0 and before not in topics.told and spot.text.startswith("其中") and bool(topics.reading.quantities[before])
    return part or nation_wide(spot, topic) or (topic.type == "Programme" and STATISTIC.search(spot.indicator) is not None)
