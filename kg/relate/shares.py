"""Shares in indicators: what part of which whole (占…的比重, 在…中的比重, 占比).

Place in the line: beside kg.relate.lists, below kg.relate.indicators, whose memory they ask.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.relate.changes import FRACTION, POINTS, Named
from kg.relate.clauses import Slot
from kg.relate.deeds import share_of
from kg.relate.lists import SHARE
from kg.relate.provisions import based
from kg.relate.subjects import goes_on, leader_of, subject_of, whole_of
from kg.relate.wording import HEAD, share_tail, split_items, strip, trim

if TYPE_CHECKING:
    from kg.relate.indicators import Namer

AMONG = re.compile(  # 服务业在用电负荷中的比重超过
    "^(?P<subject>[^，]*?)在(?P<of>[^，在]{2,14}?)中的?(?:比重|占比|比例|份额)[已也均约]{0,2}(?:分别)?(?:近|为|是|达到?|超过?|提[高升][到至]|升至|[增降]至|上升[到至])*")
CONTRIBUTES = re.compile("(?P<what>对[^，]{2,24}的?贡献率)(?:分别)?(?:约?[为达占]到?|超过?|近|高达)*")  # 第三产业增加值…，对经济增长的贡献率为
PULLS = re.compile("(?:合计|共同|共)?(?:[拉带]动|上拉)[^，]{2,24}?(?:增长|上涨|增速)(?:约|近|超过?)?")  # 第二产业增加值…，拉动GDP增长
ADDED = re.compile("增加值$|对[^，]{2,24}的?贡献率$|(?:[拉带]动|上拉)[^，]{2,24}(?:增长|上涨|增速)$")
WITH_PART = re.compile("以(?:不到|不足|仅?占|约占|近)*(?P<whole>全[国省市区球]|世界)(?:的|不到|总)?$")
PART_NOUN = re.compile("的(?P<noun>(?:国土|土地|市场|耕地|水域)?(?:面积|人口|份额|土地|耕地|淡水|水资源))")
WHOLES = re.compile("(全[国省市县区])[、和](全[国省市县区])(.+)")  # 占全国、全省进出口总值的比重分别为3.2%和27%


LEVEL_IS = re.compile("(?P<level>[^，为]{2,20}?(?:水平|标准|比例|额度|费率|限额|价格|金额|幅度))(?:为|按照?)[^，]{4,30}的")  # 调整水平为月人均养老金的
BACK = re.compile("恢复[到至]了?(?P<then>[^，恢]{2,20})的(?:约|近|超过?)?$")
DONE = re.compile(r"^(?:(?:已)?完成(?:了)?(?:全年|年度|年)?[一-龥]{0,4}(?:目标|任务|计划|预算)|为(?:年初|调整|全年|年度)?预算(?:的|$))")
SPREAD = re.compile(  # 大科学装置超八成分布在…
    "(?:可|主要|将|都|均|已经?|全部)*(?:(?:分布在|来自于?|位于|集中[在于]|用于|流向|投向|销往|出口到?|源于|惠及)[^，。；、]{2,16}"
    "|(?P<plain>使用|采用|依靠|完成|实现|纳入|属于|[是为])了?[^，。；、]{2,16})")
LEADS_IN = ("以", "按", "占", "实现", "至", "从", "由", "超过", "达到")


def of_land(left: str, right: str) -> str:
    """What somebody has of the whole with which it does more: 以不到全省 [1%] 的面积 → 面积占全省比重; empty for other words.

    >>> of_land("甲市以不到全省", "的面积"), of_land("乙公司以占全国", "的市场份额位居首位"), of_land("甲市占全省", "的面积")
    ('面积占全省比重', '市场份额占全国比重', '')
    """
    whole, noun = WITH_PART.search(left), PART_NOUN.match(right)
    return f"{noun['noun']}占{whole['whole']}比重" if whole and noun else ""


def share(namer: Namer, slot: Slot, named: list[Named]) -> Named | None:
    """A share with the whole that it is of: 服务业增加值占全省生产总值的比重, 占比; None for what is no share."""
    if slot.quantity.unit not in ("%", "", "‰"):
        return None
    fraction = slot.quantity.unit == "%" or FRACTION.search(slot.quantity.text)
    if fraction and slot.right.startswith("的") and (told := of_land(slot.left, slot.right) or share_of(slot.left, slot.right)):
        return Named(told, told, slot.quantity.unit, share=True)
    if slot.quantity.unit == "%" and (part := based(slot)):
        return Named(*part, slot.quantity.unit, share=True)
    if slot.quantity.unit == "%" and (level := LEVEL_IS.fullmatch(slot.left)):
        return Named(name := trim(strip(level["level"])), name, "%", share=True)
    if named and slot.bracketed and slot.cut.text.endswith("（占", 0, slot.quantity.start):
        return Named(re.sub("(?<!人)数$", "", named[-1].base) + "占比", named[-1].base, slot.quantity.unit, share=True)  # 住户贷款82万亿元（占32.4%）
    if among := AMONG.fullmatch(slot.left) if "中" in slot.left else None:
        beside = strip(slot.before) if len(slot.before) <= 24 else leader_of(slot.before)
        subject = trim(strip(among["subject"])) or beside or namer.base(named).removesuffix("数")
        name = f"{subject}占{among['of']}比重"
        return Named(name, name, slot.quantity.unit, share=True) if subject else None
    before = slot.before if "中" in slot.cut.text else ""
    whole = whole_of(before)
    if whole and "占比" in before and not strip(slot.left) and (base := namer.base(named)):
        return Named(f"{base}占{whole}比重", base, slot.quantity.unit, share=True)
    hit = SHARE.match(slot.left.removeprefix("其中")) if "占" in slot.left else None
    if not hit or not (hit["of"] or hit["head"] or hit["subject"] == "" or slot.left.endswith("占")):
        return None
    if hit["of"].startswith("比") or not (hit["of"] or hit["head"]):
        again = namer.base(named) if hit["of"] else ""  # 占比23%，下半年占比上升至27%
        subject = _item(trim(strip(hit["subject"])), slot) or _each(slot, named) or leader_of(slot.before)
        subject = subject or (again if again.endswith(("占比", "比重")) else namer.thing(named))
        name = f"{subject}占{whole}比重" if whole else subject if subject.endswith(("占比", "比重")) else f"{subject}占比"
        return Named(name, name, slot.quantity.unit, share=True)
    subject = _item(strip(hit["subject"]), slot) or _each(slot, named) or goes_on(slot.before) or leader_of(slot.before)
    subject = subject or namer.thing(named[:len(named) - slot.place])
    if slot.size == 2 and (wholes := WHOLES.fullmatch(hit["of"])):
        name = f"{subject}占{wholes[slot.place + 1]}{wholes[3]}{hit['head'] or '比重'}"
        return Named(name, name, slot.quantity.unit, share=True)
    name = f"{subject}占{re.sub('^(?:到了?|了)', '', hit['of'])}{hit['head'] or '比重'}".replace("的比重", "比重")
    return Named(name, name, slot.quantity.unit, share=True)


def _item(subject: str, slot: Slot) -> str:
    """The item of the same place in the list of which shares are told: 机电产品、农产品分别占出口总值的59%和2%."""
    items = split_items(subject, slot.size) if slot.size > 1 and subject else []
    return share_tail(items)[slot.place] if items and all(items) else subject


def come_back(namer: Namer, slot: Slot, named: list[Named]) -> Named | None:
    """How far something has come back to what it was: 旅游收入120亿元，恢复到2019年同期的108%."""
    hit = BACK.search(slot.left) if slot.quantity.unit == "%" and "恢复" in slot.left else None
    subject = (trim(strip(slot.left[:hit.start()].removesuffix("基本"))) or namer.thing(named)) if hit else ""
    name = f"{subject}恢复至{hit['then']}比例" if hit and subject else ""
    return Named(name, subject, "%", share=True) if name else None


def _each(slot: Slot, named: list[Named]) -> str:
    """The measure told before in the sentence of which a share in a list is: 营业额2777亿元，合同额3301亿元，分别占总额的56.7%和50.3%."""
    earlier = [n for n in named[:len(named) - slot.place] if not n.share]
    told = [n.base for n in earlier if not n.verb]
    told = told if len(told) >= slot.size else list(dict.fromkeys(n.base for n in earlier))  # 甲、乙出口分别增长9%、8%，占全国比重分别为…
    return told[slot.place - slot.size] if slot.size > 1 and "分别" in slot.left and len(told) >= slot.size else ""


def contributed(namer: Namer, slot: Slot, named: list[Named]) -> Named | None:
    """What the thing named last adds to the growth of its whole: 第二产业增加值增长6%，拉动GDP增长2个百分点, 对经济增长的贡献率为54%."""
    unit, words = slot.quantity.unit, strip(slot.left)
    adds = CONTRIBUTES.fullmatch(words) if unit == "%" and words.startswith("对") else None
    pulls = PULLS.fullmatch(words) if unit == POINTS else None
    if not (adds or pulls):
        return None
    thing = _adding(namer, slot, named)
    name = thing + (adds["what"] if adds else words)
    return Named(name, name, unit, "" if adds else "增长", share=bool(adds)) if thing else None


def _adding(namer: Namer, slot: Slot, named: list[Named]) -> str:
    """What adds to a growth: all of the list before (甲业、乙业分别增长6%、7%，合计拉动…), the part of a share, else what was named last."""
    size = namer.slots[len(named) - 1].size if named else 1
    before = named[:len(named) - slot.place][-slot.size:]
    if slot.size > 1 and len(before) == slot.size:
        return ADDED.sub("", before[slot.place].base)
    if size > 1:
        *most, last = [ADDED.sub("", told.base) for told in named[-size:]]
        return "、".join(most) + "和" + last
    part = named[-1].base.partition("占")[0] if named and named[-1].share else ""
    told = part or (goes_on(slot.before) if slot.before and not named else namer.thing(named))
    return ADDED.sub("", told).removeprefix("合计")


def spread_over(slot: Slot, left: str, named: list[Named]) -> Named | None:
    """How much of something is, uses or goes to what stands behind the number: 大科学装置超八成分布在…, 场馆90%使用绿电."""
    where = SPREAD.match(slot.right)
    if not where or (where["plain"] and (slot.quantity.unit == "" or HEAD.search(left) or left.startswith(LEADS_IN))):
        return None
    thing = trim(left.removesuffix("的")) or next((subject_of(told.base) for told in reversed(named) if not told.share), "")
    name = f"{thing}{where[0]}的比例"
    return Named(name, name, slot.quantity.unit, share=True) if thing else None


def fulfilled(namer: Namer, slot: Slot, left: str, named: list[Named]) -> Named | None:
    """How much of a plan or budget is fulfilled: 完成全年目标的, 为预算的."""
    if slot.quantity.unit != "%" or not DONE.match(left) or not (base := namer.base(named)):
        return None
    what = "" if base.endswith("预算") else "预算" if left.endswith(("预算", "预算的")) else "目标任务"
    return Named(f"{base}{what}完成比例", base, "%", share=True)
