"""Bare heads in indicators: what says only how something is measured (增速, 总支出, 其中出口) takes what it is told of from what was named before.

Place in the line: beside kg.relate.lists, below kg.relate.indicators, whose memory they ask.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.nlp.quantities import units
from kg.relate.changes import GROWTH, GROWTHS, Named, change_of
from kg.relate.clauses import Slot
from kg.relate.counts import people_without
from kg.relate.parts import crop_metric, goes_on_as, of_output, of_power, of_whole, part_of, sector_metric, under_colon
from kg.relate.subjects import METRIC, bare_measure, lasting, overlapped, subject_of, whole_of
from kg.relate.wording import FARM_WORK, HEAD, PEOPLE, strip, trim, without_head

if TYPE_CHECKING:
    from kg.relate.indicators import Namer

CORE = re.compile(r"^其?(?:平均|日均|人均|户均|次均|年均|累计|总)")
EXTREMES = ("最高", "最低", "最大", "最多", "最长", "最少", "最短")
EACH = re.compile(r"^(?:每[次人户台亩吨家年]|单[次个台位])[一-龥]{2,4}$")
BARE_ACT = re.compile(r"^(?:共|累计)?(?:减少|减轻|带动|拉动|节约|节省|惠及)")
OF_POWER = re.compile("[电核风光水]")
RATE_ONLY = re.compile(rf"(?:同比|环比|实际|名义)?(?:{GROWTH.pattern})|比重|占比")
EXTREME = re.compile("(?:最[高低大多长少短])?(?:人次|人数|数)?$")
ALL_TRADE = re.compile("(?:我国|中国|全国)?(?:外贸|对外贸易|货物)?$")
BOTH_WAYS = re.compile("进出口(?:总[额值]|[额值])?$")
GROUP = re.compile("(?:[硕博]士|研究|本科|本专科|专科|高职|高中|中职|大专|大学|新|留学)生|中央|地方|城镇居民|农村居民|个人|单位|企业|居民|职工")
GROUPED = re.compile(f"(?:{GROUP.pattern})(?=.{{2}})")
SOME_PLACES = re.compile("(?:全国)?(?:(?:所有|各)(?:市县|地方|地区|城市|省份)|(?P<some>有条件的(?:地方|地区|城市|省份|市县|企业)))")
RUNNING = re.compile("(?:主营业务|主营|经营|营业)$")  # 营业总收入10亿元，净利润 | 2亿元
TRADE = ("进口", "出口", "进出口")
WHOLE_REGION = re.compile("全[国省市县区州]")
WORK = re.compile(f"[一-龥]{{0,8}}?(?:{'|'.join(FARM_WORK)})")
INCLUDING = ("涉及", "覆盖", "包括", "涵盖")
DONE_TO_CASES = re.compile("(?<=案件|问题|任务|线索|隐患)[一-龥]{2}$")  # 案件审结|结案率
FISCAL = re.compile("预算|财政|生产总值|零售总?额|固定资产|工业增加值")
BARE_HEAD = re.compile(
    r"^其?(?:总(?:收入|支出|额|量|库容|规模|面积|投资|产值)|(?:平均|日均|人均|户均|次均|年均)[一-龥]{2,5}|(?:累计|资产|"
    r"当年|当期)?(?:结余|总计|结存)|(?:累计|当年)(?:收入|支出)|累计[一-龥]{1,3}量|(?:实现)?(?:营业收入|利润总额|净利润|"
    r"销售收入|营收|利税)"
    rf"|(?:同比|环比|实际|名义)?(?:{GROWTH.pattern})|比重|占比|规模|总量|总额|数量|强度|(?:收获|完成|发行|建设|工程|整改)?进度)$"
)


def joined(namer: Namer, subject: str, slot: Slot, named: list[Named]) -> str:
    """A bare head (增速, 总支出) takes the subject named before; a part of 其中 is put into its whole."""
    if item := under_colon(subject, slot) or goes_on_as(subject, slot, namer.slots, named):
        return item
    if not slot.part and not slot.right and (product := of_output(subject, slot.quantity.unit, namer.previous)):
        return product
    subject = of_power(subject, slot.quantity.unit, [*namer.previous, *named])
    if subject[:1] in ("每", "单") and EACH.match(subject) and 0 < len(before := slot.before) <= 24:
        return trim(strip(before)) + subject
    if slot.before.endswith("中") and not HEAD.search(subject) and (metric := METRIC.search(whole_of(slot.before))):
        return whole_of(slot.before)[:metric.start()] + subject + metric[0]  # 单位商品零售额中，家用电器类 | 增长10.8%
    if part := of_whole(subject, slot, [*namer.previous, *named]):
        return part
    if group := GROUP.fullmatch(subject):  # 研究生国家奖学金名额由…增加到9万名，其中硕士生由…增加到7万名
        other = next((n for n in reversed(named or namer.previous) if n.unit == slot.quantity.unit and GROUPED.match(n.base)), None)
        return GROUPED.sub(group[0], other.base, count=1) if other else subject
    if named and named[-1].unit == slot.quantity.unit and (places := SOME_PLACES.fullmatch(subject)):
        return (places["some"] or "") + namer.base(named)  # 办理时间压缩至10日，有条件的地区 | 压缩至5日
    if subject in TRADE and (trade := next((n.base for n in reversed((*namer.previous, *named)) if BOTH_WAYS.search(n.base)), "")):
        return ALL_TRADE.sub("", BOTH_WAYS.split(trade)[0]) + subject  # 我国货物进出口总额…，其中|出口
    if subject in TRADE and any(FISCAL.search(told.base) for told in (*namer.previous, *named)):
        return subject
    if subject in EXTREMES and (most := next((n.base for n in reversed((*namer.previous, *named)) if n.unit == slot.quantity.unit), "")):
        return EXTREME.sub("", most) + subject  # 费用最低1215元，最高|4677元
    if BARE_HEAD.match(subject):
        base = namer.base(named)
        base = lasting(slot.before) or base if RATE_ONLY.fullmatch(subject) else base  # 居民用电量保持较快增长，同比增速达到
        if base and RATE_ONLY.fullmatch(subject):
            return base if base.endswith(subject) else base + subject
        core = CORE.sub("", subject)
        if core in namer.base(named)[-len(core) - 2:]:  # with 人次 behind
            return subject
        beside = slot.part and named and namer.slots[len(named) - 1].clause == slot.clause  # 其中甲市项目35个、总投资247亿元
        told = named[-1:] if beside else named or ([] if slot.before else namer.previous)
        work = subject.endswith("进度")
        sown = [n for n in told if n.unit != "%"] if work else []
        first = (sown[-1:] or told)[0].base.replace("已收", "收获") if told else ""
        if work and not named and (done := WORK.search(slot.before)):
            first = done[0]  # 全国秋粮收获进入高峰期，进度过六成
        stem = "" if BARE_HEAD.match(first) or bare_measure(first) else without_head(subject_of(first))
        subject = subject.removeprefix("实现")
        stem = "" if subject.startswith(("人均", "户均")) and not PEOPLE.search(stem) else RUNNING.sub("", stem)
        return stem + subject if stem and not subject.startswith(stem) else subject
    money, bare = units().get(slot.quantity.unit) == "money", bare_measure(subject) and not WHOLE_REGION.match(slot.left)
    if not (money or bare or slot.part):
        return crop_metric(subject, named[-1], slot.quantity.unit) or subject if named else subject
    segment = [n for n, near in zip(named, namer.slots, strict=False)
               if not near.part and near.segment == slot.segment and not near.left.startswith(INCLUDING)] if named else named
    if bare:
        told = segment or named or (namer.previous if slot.part else [])
        if subject.endswith("电量") and not segment and told and not OF_POWER.search(told[-1].base):
            return subject  # 其中新能源汽车75万辆；发电量 | 8462亿千瓦时
        thing = next((n.base for n in reversed(told) if not (
            n.verb or n.base.endswith((*GROWTHS, "生产总值")) or bare_measure(n.base) or people_without(n, subject))), "")
        stem = subject_of(thing).removesuffix("新增")
        stem = DONE_TO_CASES.sub("", stem) if subject.endswith("率") else stem
        return overlapped(stem, subject) if len(stem) >= 2 and not stem.endswith(subject) else subject
    if money and segment and segment[0].unit == "人次" and BARE_ACT.match(subject):
        return without_head(segment[0].base) + subject
    if slot.part and (whole := segment or [n for n in namer.previous if not n.share]):
        alike = [n for n in whole if n.unit == slot.quantity.unit]
        grown = [n for n in alike if n.verb] if change_of(slot.left) else []
        return part_of(subject, slot, (grown or alike or whole)[-1])
    if money and (parts := [n for n, near in zip(named, namer.slots, strict=False) if near.part and n.unit == slot.quantity.unit]):
        return sector_metric(subject, parts[-1]) or subject  # 其中太阳能发电投资1349亿元；核电359亿元
    return subject
