"""Lists of numbers in indicators: each number takes the item of its place (养老、失业保险参保人数分别为…), and the grades of a standard.

Place in the line: beside kg.relate.counts, below kg.relate.indicators, whose memory they ask.
"""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.relate.changes import CHANGE, DOWN, GROWTH, GROWTHS, ONLY_COMPARED, POINTS, UP, Named, change_name, change_of, in_points
from kg.relate.clauses import Slot
from kg.relate.heads import BARE_HEAD, joined
from kg.relate.parts import sector_metric
from kg.relate.subjects import METRIC, METRICS
from kg.relate.wording import HEAD, share_tail, split_items, strip, with_unit

if TYPE_CHECKING:
    from kg.relate.indicators import Namer

ABOVE = re.compile(r"(?:^|分别)(?P<above>[高低快慢多少]于)(?P<others>[^，]{2,40})$")
AGAINST = re.compile(r"的?(?:平均水平|目标)")
COUNTED = re.compile(
    r"(?:^|[，；：]|其中，?)(?P<items>[^，；：。]{4,80}?)(?P<count>[0-9]{1,2}|[两三四五六七八九十])个(?:[一-龥]{2,8}?)"
    rf"(?P<what>{METRICS})?(?:同比|比上年同期|较上年同期|分别|均|实现|较快|快速|增长|下降|，|增速|涨幅|降幅|为|达){{1,9}}$"
)
EACH_OF = re.compile(  # 比上月和上年同期分别加快, 同比、环比分别增长
    rf"(?:(?P<word>[比较])(?=[^同环])|(?=同比|环比))(?P<one>[^，。比较]{{1,14}}|[同环]比)[、和与及](?P<two>[^，。比较]{{1,14}}|[同环]比)"
    rf"分别(?P<verb>{UP}|{DOWN})了?$"
    rf"|分别(?P<than>[比较])(?P<first>[^，。比较]{{1,14}})[、和与及](?P<second>[^，。比较]{{1,14}}?)(?P<so>{UP}|{DOWN})了?$")
OF_EACH = re.compile(  # 分别恢复到2019年同期的, 分别完成年度计划的
    "(?:分别|均)?(?:约|已|均)?(?:恢复[到至](?P<then>[^，]{2,16}?)|完成(?P<plan>[^，]{0,8}?(?:目标|任务|计划|预算)))的(?:约|近)?$")
EACH_HIGHER = re.compile("(?:增[速幅])?分别")
EACH = re.compile("分别(?:完成|实现|达成)?")
RATE_HEAD = re.compile(rf"(?:年均|同比|环比)?(?:增长率|{GROWTH.pattern})")
TAIL = "(?:期限|标准|限额|费率|起付线|面积|人数|比例|比重|占比|金额|价格|收入|[率额量价])$"
REGION_OF = re.compile("(?<=地区).+")  # 东部地区快递业务量比重…，业务收入比重
MEASURE = re.compile(f"[一-龥]{{0,6}}{TAIL}")
HAN = "两三四五六七八九十"
GROWN = re.compile("等[^，、等]{0,14}(?:增长|上升|下降|提升|回升|向好|态势)$")
STANDS_OUT = re.compile(  # 甲业、乙业增幅较大，同比分别增长8%、17%
    "(?:增[幅速长势]|[涨降跌]幅|表现|下降)[都均也]?[较更最]?[大快高]$|(?:增[长势]|表现|下降)[都均也较更最]?为?(?:明显|突出|良好|强劲|迅[速猛]|显著)$"
    "|[都均也]?(?:保持|实现|呈现?)?了?(?:较快|快速|两位数)增长$")
SHARE = re.compile(
    r"^(?P<subject>.*?)(?:只|仅|约|已|均){0,4}占(?!有[率量]|率|比[较最更]?[大高重]的)(?P<of>[^占]*?)的?(?P<head>比重|比例|份额|总量|比率|之比|(?<=[入额量])比)?(?:(?<=比重|比例|份额)的)?"
    r"(?:分别|均|都|仅|只|约|将|也|首次|已经?|长期|一直|始终|预计){0,4}"
    r"(?:为|达到?了?|超过?了?|近|约|是|[从由](?:[上去]年(?:同期)?|同期|上个?月|上季度|此前|原来|目前)?的?|(?:稳定|保持|维持)在|[提上][高升][到至]|增[至到]|增加[到至]|下?降[到至低]*){0,4}$"
)
RANK = re.compile("^其次是?|^分别是|(?<=[一-龥]{2})(?:仍|依次|分别){0,3}(?:为|是|成为|位列|位居)(?:我国|全[国省市]|[前第主])[^、和与及]{0,24}$")

PARTNERS = re.compile(
    "(?P<ahead>(?:(?<=看，)|(?<=[。；]))[^，。；为是]{3,40})(?:为|是)[^，。；]{0,14}贸易伙伴，|贸易伙伴(?:分别|依次)?(?:为|是)(?P<behind>[^，。；]{3,40})，")
TRADE_WITH = re.compile("(?:^|对其|与其)(?:分别)?(?P<way>进出口|出口|进口)(?:总?[额值])?(?:分别)?(?:为|达到?)?$")

def listed(namer: Namer, slot: Slot, named: list[Named]) -> Named | None:
    """One of a list of numbers: the item of the same place in a list of items; none where the list tells one thing at several times."""
    left = slot.left
    if slot.times:
        return None
    above = ABOVE.search(left)
    others = re.split("[、和与及]", above["others"]) if above else []
    others = others if len(others) == slot.size or not above else split_items(above["others"], slot.size)
    if above and len(others) == slot.size:
        base, compare = namer.base(named[:len(named) - slot.place]), above["above"] + others[slot.place]
        return change_name(base, "", compare, slot.quantity.unit)
    if told := _of_counted(namer, slot, named) or _with_each(slot) or _against_each(namer, slot, named) or _each_higher(slot, named):
        return told
    if slot.quantity.unit == "%" and (whole := _whole_of_each(slot, named)):
        return whole
    hit = change_of(left)
    core = strip(left[:hit.start()] if hit else left)
    core = EACH.sub("", core) if "分别" in core else core
    against = AGAINST.match(slot.right)
    if against:
        bases = [n.base for n in named[:len(named) - slot.place] if not AGAINST.search(n.base)][-slot.size:]
        if len(bases) == slot.size:
            name = ("全国" if left.endswith("全国") else "") + bases[slot.place] + against.group().lstrip("的")
            return Named(name, name, slot.quantity.unit)
    verb, compare = (hit["verb"], hit["compare"]) if hit else ("", "")
    if not core:
        return _each_of_kind(namer, slot, hit)
    share = SHARE.match(left) if slot.quantity.unit == "%" and "占" in left else None
    if core == left.rstrip("分别达到为占是") and (told := _told(core, named, slot)):
        return told
    items = split_items(core, slot.size)
    if (len(items) != slot.size and BARE_HEAD.match(core)) or (len(core) <= 4 and HEAD.search(core)):
        items = [item + core for item in split_items(RANK.sub("", slot.before), slot.size)]
    before = [told.base for told in named[:len(named) - slot.place]][-slot.size:]
    if len(items) != slot.size and RATE_HEAD.fullmatch(core) and len(before) == slot.size:
        items = [base + core for base in before]  # 人员7560万人次、车辆895万辆次，年均增长率分别达55.6%和43.3%
    if len(items) != slot.size and len(before) == slot.size and MEASURE.fullmatch(core):
        items = [REGION_OF.sub("", stem) + core for stem in stems_of(before)]  # 第三期、第四期期限分别为3年和5年，票面年利率为2.38%和2.5%
    if len(items) != slot.size:
        stretch = re.sub(r"^其中", "", slot.stretch)
        items = [strip(x) for x in re.split("[，：]", stretch[:len(stretch) - len(left)] + core)]
        items = items[-slot.size:] if len(items) >= slot.size else []
        printed = [quantity.text for quantity in slot.cut.quantities[:slot.first]]
        items = [] if any(number in item for item in items for number in printed) else items
    if len(items) != slot.size or share or not all(items):
        return None
    base = share_tail(items)[slot.place]
    earlier = named[:len(named) - slot.place] or (namer.previous if base.endswith("类") else [])
    if hit and earlier and earlier[-1].verb:
        base = sector_metric(base, earlier[-1]) or base  # 旅游服务销售收入增长24.9%，住宿、餐饮分别增长8.6%和7.1%
    if hit:
        return change_name(joined(namer, base, slot, named), verb, compare, slot.quantity.unit)
    name = with_unit(joined(namer, base, slot, named), slot.quantity.unit)
    return Named(name, name, slot.quantity.unit)


def _whole_of_each(slot: Slot, named: list[Named]) -> Named | None:
    """For 接待游客4亿人次，旅游收入5000亿元，分别恢复到2019年同期的108%和104%: how far what was named at the same place has come back or is done."""
    hit = OF_EACH.search(slot.cut.text[slot.cut.cuts[slot.clause][0]:slot.cut.quantities[slot.first].start])
    told = [n for n in named[:len(named) - slot.place] if n.unit != "%" and not n.verb][-slot.size:]
    if not hit or len(told) != slot.size:
        return None
    base = told[slot.place].base
    name = f"{base}{hit['plan']}完成比例" if hit["plan"] else f"{base}恢复至{hit['then']}比例"
    return Named(name, base, slot.quantity.unit, share=True)


def _with_each(slot: Slot) -> Named | None:
    """The trade with each partner of a list: 甲国、乙盟为全市前两大贸易伙伴，对其分别进出口12亿元、9亿元."""
    trade = TRADE_WITH.search(slot.left) if "口" in slot.left else None
    partners = PARTNERS.search(slot.cut.text, 0, slot.cut.quantities[slot.first].start) if trade else None
    items = split_items(partners["ahead"] or partners["behind"], slot.size) if partners else []
    if not trade or len(items) != slot.size:
        return None
    name = f"对{items[slot.place]}{trade['way']}"
    return Named(name, name, slot.quantity.unit)


def _against_each(namer: Namer, slot: Slot, named: list[Named]) -> Named | None:
    """For 增速比上月和上年同期分别加快0.3个和1.2个百分点: the change against the one of the same place."""
    before = slot.cut.text[slot.cut.cuts[slot.clause][0]:slot.cut.quantities[slot.first].start]
    hit = EACH_OF.search(before) if slot.size == 2 and "分别" in before else None
    if not hit:
        return None
    subject = strip(before[:hit.start()])
    earlier = named[:len(named) - slot.place]
    when = hit["two" if slot.place else "one"] or hit["second" if slot.place else "first"]
    verb, compare = hit["verb"] or hit["so"], (hit["word"] or hit["than"] or "") + when
    if earlier and subject in ("", *GROWTHS) and slot.cut.quantities[slot.last].unit == POINTS:
        return in_points(earlier[-1], verb, compare, slot.quantity.unit)
    base = joined(namer, subject, slot, named) if subject else namer.base(earlier)
    return change_name(base, verb, compare, slot.quantity.unit) if base else None


def _each_of_kind(namer: Namer, slot: Slot, change: re.Match[str] | None) -> Named | None:
    """For 甲类、乙类等商品销售较快增长，同比分别增长8%、17%: the item of the same place in the clause before."""
    before = slot.before if change and "分别" in slot.left else ""
    grown = GROWN.search(before)
    items = split_items(before[:grown.start()], slot.size) if grown else _measured(namer, before, slot.size)
    return change_name(items[slot.place], change["verb"], change["compare"], slot.quantity.unit) if change and len(items) == slot.size else None


def _measured(namer: Namer, before: str, size: int) -> list[str]:
    """The items of 甲业、乙业增幅较大, or of 甲业、乙业投资, each with what the last or else the figures before tell to be measured, if any."""
    stands = STANDS_OUT.search(before)
    items = split_items(before[:stands.start()] if stands else before, size) if stands or HEAD.search(before) else []
    if len(items) != size or not stands or METRIC.search(items[-1]):
        return share_tail(items) if len(items) == size else []
    metric = next((found[0] for told in reversed(namer.previous) if (found := METRIC.search(told.base))), "")
    return [item + metric for item in items] if metric else []


def _each_higher(slot: Slot, named: list[Named]) -> Named | None:
    """For 分别高于平均增速1.6、10.7个百分点: by how much what was named at the same place before is higher."""
    lead = EACH_HIGHER.match(slot.left)
    words = slot.left[lead.end():] if lead else ""
    hit = ONLY_COMPARED.match(words)
    grown = CHANGE.fullmatch(words) if hit else None
    before = named[:len(named) - slot.place][-slot.size:]
    if not hit or len(before) != slot.size:
        return None
    verb, compare, told = grown["verb"] if grown else "", (grown or hit)["compare"], before[slot.place]
    if slot.cut.quantities[slot.last].unit == POINTS:
        return in_points(told, verb, compare, slot.quantity.unit)
    return change_name(told.base, verb, compare, slot.quantity.unit)


def stems_of(names: list[str]) -> list[str]:
    """Several names without the measure that all of them end with; none where they end differently.

    >>> stems_of(["第三期期限", "第四期期限"]), stems_of(["产量", "面积"])
    (['第三期', '第四期'], [])
    """
    tails = {hit.group() for name in names if (hit := re.search(TAIL, name))}
    stems = [re.sub(TAIL, "", name) for name in names]
    return stems if len(tails) == 1 and len({*stems, ""}) > len(names) else []


def _of_counted(namer: Namer, slot: Slot, named: list[Named]) -> Named | None:
    """For 景区游览、娱乐服务2个行业分别增长84.9%、82.1%: the item of the same place with what is measured of it, here or before."""
    hit = COUNTED.search(slot.stretch)
    count = hit["count"] if hit else ""
    if not hit or (int(count) if count.isdigit() else HAN.find(count) + 2) != slot.size:
        return None
    items = split_items(hit["items"], slot.size)
    what = hit["what"] or next((metric[0] for told in reversed((*namer.previous, *named)) if (metric := METRIC.search(told.base))), "")
    if len(items) != slot.size or not what:
        return None
    base, change = items[slot.place] + what, change_of(slot.left)
    if change:
        return change_name(base, change["verb"], change["compare"], slot.quantity.unit)
    growth = GROWTH.search(slot.left)
    name = base + growth[0] if growth else base
    return Named(name, base, slot.quantity.unit)


def _told(core: str, named: list[Named], slot: Slot) -> Named | None:
    """For 30万工人、10万学徒就业率分别达90%、85%: the noun of the same place with the head behind the last noun."""
    nouns = [n.base if n.unit else n.base.removesuffix("数") for n in named[:len(named) - slot.place]][-slot.size:]
    if len(nouns) < slot.size or not core.startswith(nouns[-1]) or len(core) == len(nouns[-1]):
        return None
    name = nouns[slot.place] + core[len(nouns[-1]):]
    return Named(name, name, slot.quantity.unit)
