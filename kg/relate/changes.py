"""Words of change in indicators: growth and fall with what they are compared with, and the y of 从x增长到y.

Place in the line: beside kg.relate.wording, below kg.relate.indicators. Pure functions over words and slots.
"""
from __future__ import annotations

import re
from typing import NamedTuple

from kg.nlp.quantities import units
from kg.relate.clauses import Slot
from kg.relate.wording import letters, split_noun, strip

UP = (
    r"净增加?|增长|增加|提高|提升|上升|上涨|上调|上浮|回升|加快|扩大|多增|少减|增|涨|快|高|攀升"
    r"|跃升|飙升|猛增|激增|微增|微涨|扩增|收涨|走高|推高|拉高|拉长|延长|新增|偏多|偏高"
)
DOWN = (
    r"净减少?|降价|下降|减少|降低|回落|放缓|收窄|少增|多减|缩短|下跌|微跌|收跌|暴跌|大跌|锐减"
    r"|骤降|微降|走低|下滑|下调|下浮|缩小|缩减|跌|减|低|慢|压减|压缩|偏少|偏低|(?<=[比略])降"
)
SET = ("上调", "下调", "上浮", "下浮")  # what someone sets, and no growth
ADVERB = (
    r"(?:分别|依次|均(?!值)(?<![户亩人]均)(?<![值量额率数入]月均)(?<![值量额率数入][日周]均)|也|又|再|还|都|已|则|却|共|累计|合计|进一步|大幅|实际|名义|可比(?=[同环增下上减回])|平均|年均|双双|预计|同步|按(?:可比|不变|当年|现行)?价格?(?:计算|计)|按(?:可比|不变|当年|现行)?价格|可比价格|"
    r"(?:扣除|剔除)[^，、]{2,12}因素(?:影响)?后?|将|大(?=[涨跌增降])|约|仍|由此|因此|虽然|较快|继续|持续|仅|略[有微]?|小幅|明显|显著|稳步|快速|逐步|缓慢|普遍|更是|(?<=.)实现|呈现?|出现|有所)"
)
OTHER_WORDS = "(?!重|例|赛|如|武|利时|特币|亚迪(?!同比|$))"  # that begin with 比
COMPARISON = (
    r"(?:同比(?:20\d\d年(?:同期)?)?|环比|[两三四五]年(?:平均|年均)|(?:按)?(?:同|可比)口径|"
    rf"(?:(?<!占)比{OTHER_WORDS}"
    r"|较|相比|(?<!参)与)(?:[^，、比较与]|(?<=参)与){1,18}?(?:相比较?|同期(?:相比|比较)?|比较)?|(?:快|高|低|慢|多|少)于[^，、于]{1,12}?)"
)
SO_MUCH = "了?(?:(?:均|都|也|普遍)[在为]?|在(?<=增长在)|在(?<=下降在))?(?:高?达到?)?(?:约|近|超过?)?$"
CHANGE = re.compile(rf"(?P<compare>(?:{ADVERB}|{COMPARISON}){{0,5}})(?<!最)(?P<verb>{UP}|{DOWN}){SO_MUCH}")
RISES, FALLS = (
    frozenset(re.sub("[(][^)]*[)]", "", words).replace("增加?", "增|净增加").replace("减少?", "减|净减少").split("|")) for words in (UP, DOWN))
OF_GROWTH = re.compile(  # 订单量保持 | 20%以上 | 的高速增长, 的较高增速
    "的?(?P<how>同比|环比)?(?:年均|高速|快速|较快|较高|中高速|高|正|稳定|平稳)*(?:增长|(?<=[快高定稳])增速)(?![一-龥]{0,2}(?:目标|空间|贡献|潜力|预期|率|点|极|速度|动力|需求|规模))")
YIELDED = re.compile(f"(?P<compare>{COMPARISON})?(?:实现)?(?P<how>[增减])产")  # 粮食产量69541万吨，增产1.3%
HOLDS = re.compile("(?:能够|可以?|已经?|仍|继续|连续|均){0,4}(?:实现|维持|保持|取得|获得|迎来)了?(?P<yearly>年均)?(?:约|近|超过?)?$")
HELPERS = re.compile(ADVERB)
COMPARED = re.compile(r"同比|环比|比|较")
CHANGED = re.compile(rf"(?:{UP}|{DOWN}){SO_MUCH}")
CHANGES = letters(CHANGED)
ONLY_COMPARED = re.compile(
    rf"^{ADVERB}{{0,3}}(?P<compare>(?:同比|环比)[多少]?|(?:比{OTHER_WORDS}|较(?!大))[^，、比较]{{1,14}}|"
    r"(?:快于|高于|低于|慢于|高出|超出|超过(?=[^，、]{0,12}增[速幅]$))[^，、]{1,14})$")
POINTS = "个百分点"
FRACTION = re.compile(r"分之|\d/\d")
GROWTHS = ("增速", "增幅", "降幅", "升幅", "涨幅", "跌幅")  # what names by how much something grows or falls
GROWTH = re.compile("|".join(GROWTHS))
GROWS = ("增长", "下降")
AGAINST_TIME = ("同比", "环比")
GROWTH_LAST = re.compile(rf"(?<=..)(?:同比|环比|年均|平均)?(?:{GROWTH.pattern})$")
FASTER = re.compile(r"增[速幅](?:[高低快慢]于|高出|超[出过])[^，（(]{2,16}$")
THAN_WHOLE = re.compile(r"(?:增速|增幅)?(?:略|均|都|远远?|大幅|明显)?(?:[高低快慢][于出]|跑[赢输]了?)(?P<whole>全[国省市区县])(?:平均)?(?:水平|增速)?$")
BASED_ON = re.compile("以[^，]{1,10}为[^，的]{1,8}的(?=[一-龥]{2})")
GROWING = re.compile("[一-龥A-Z]{2,8}增[速幅]")
REACHED = re.compile(
    rf"^(?:的?基础上)?(?:快速|逐步|大幅|进一步|稳步|一路|最高|最多|统一|全部|分别|将)*(?:{UP}|{DOWN}|升|降|上调|调整|恢复|发展|变)?(?:到|至|为|了)?(?:(?:目前|现在|如今|现)的?)?"
    rf"(?:每(?:人次?|户|亩|吨|台|辆|套|件)(?:每[年月])?)?(?:约|近|超过?)?$"
)


EACH_COMPARED = re.compile("(?:分别)?(?P<than>[比较])(?P<whom>[^比较]+?)(?:分别)?")
FROM_THEN = re.compile("(?<=[一-龥]{2})[从由][^，从由]{0,12}(?:年代?[初中末前]?|时期?|[初之]前|初期)的$")  # 数量从上世纪80年代初的
FROM_LAST = re.compile(  # 价格环比|由上月|上涨0.2%转为下降0.1%
    f"(?<=[同环]比)由(?:[上去]年(?:同期)?|上个?月|上季度|此前)?的?(?:(?:{UP}|{DOWN})[转变]为)?(?={UP}|{DOWN})")
FROM_BEFORE = re.compile(  # 车程将|从目前的约2小时|缩短至
    rf"(?<=..)(?:将|已|可)?[从由][^，从由]{{1,12}}?(?=(?:大幅|逐步|进一步)?(?:{UP}|{DOWN})[到至为]$)")


class Named(NamedTuple):
    """An indicator: ``base`` is the thing without the change told of it; ``verb`` and ``compare`` are the words of a change; ``ruled``: a rule sets it."""

    name: str
    base: str
    unit: str
    verb: str = ""
    compare: str = ""
    share: bool = False
    ruled: bool = False


def as_it_is(slot: Slot) -> Slot:
    """The number with the words on its left but for what was before it: 车程将从目前的约2小时缩短至 → 车程缩短至, 数量从上世纪80年代初的 → 数量; and those
    on its right but for what is made the base of it: 60家|以光学为基础的|企业; a rate of a crop (增产1.3%) as one of growth."""
    if slot.right.startswith("以") and (like := BASED_ON.match(slot.right)):
        slot = slot._replace(right=slot.right[like.end():])
    if slot.left.endswith("的") and (then := FROM_THEN.search(slot.left)):
        return slot._replace(left=slot.left[:then.start()])
    if "比由" in slot.left:
        return slot._replace(left=FROM_LAST.sub("", slot.left, count=1))
    if slot.quantity.unit == "%" and "产" in slot.left and (crop := YIELDED.fullmatch(slot.left)):
        return slot._replace(left=(crop["compare"] or "") + ("增长" if crop["how"] == "增" else "下降"))
    before = FROM_BEFORE.search(slot.left) if slot.left.endswith(("到", "至", "为")) else None
    return slot._replace(left=slot.left[:before.start()] + slot.left[before.end():]) if before else slot


def change_of(left: str) -> re.Match[str] | None:
    """The words of a change at the end of a left side (同比增长); its last letters tell cheaply whether there is one."""
    return CHANGE.search(left) if left[-1:] in CHANGES and CHANGED.search(left, max(0, len(left) - 10)) else None


def compared_each(compare: str, size: int, place: int) -> str:
    """What one of several numbers is compared with, where each has its own: 分别较全年和一季度 | 提高3.6、0.2个百分点.

    >>> compared_each("分别较全年和一季度", 2, 1), compared_each("比上年", 2, 0)
    ('较一季度', '比上年')
    """
    hit = EACH_COMPARED.fullmatch(compare)
    items = re.split("[、和与]", hit["whom"]) if hit else []
    return hit["than"] + items[place] if hit and len(items) == size else compare


def change_name(base: str, verb: str, compare: str, unit: str) -> Named:
    """The name of a change: 贷款余额 + 同比 + 增长 (%) → 贷款余额同比增速."""
    words = HELPERS.sub("", compare).removesuffix("大") if compare else ""
    if unit not in ("", "个", POINTS) and (unit != "%" or verb in GROWS or compare.startswith(AGAINST_TIME)):
        base = GROWTH_LAST.sub("", base)  # 降幅比上月收窄0.2个百分点；环比 | 上涨0.1%
    base = base.replace("的比重", "比重")
    yearly = "年均" if "年均" in compare else ""
    down = verb in FALLS
    if not verb:
        noun = ""
    elif verb in SET and unit == "%":
        noun = verb
    elif unit in ("%", "‰", "倍"):
        noun = ("" if base.endswith(GROWTHS) else "降价幅度" if verb == "降价" else "下降" if down else "增速") or verb
    elif units().get(unit) == "money":
        noun = verb + "额"
    else:
        noun = verb
    return Named(f"{base}{yearly}{words}{noun}", base, unit, verb or "比", compare)


def reached(slot: Slot, earlier: Slot) -> bool:
    """Whether the number is the y of 从x增长到y."""
    words = slot.left.rstrip("的")
    alike = slot.quantity.unit == earlier.quantity.unit or {units().get(q.unit) for q in (slot.quantity, earlier.quantity)} == {"time"}
    if not alike or not ("到" in words or "至" in words or "为" in words):
        return False
    if earlier.left.endswith(("从", "由")) and (noun := split_noun(earlier.right)[0]):
        words = words.removeprefix(re.sub(rf"(?:{UP}|{DOWN}|扩展|推广|调整|发展|变)?[到至为].*", "", noun))
    return REACHED.match(words) is not None


def growth_held(left: str, right: str) -> tuple[str, str] | None:
    """What keeps up a growth, and what it is compared with; None for other words.

    >>> growth_held("订单量保持年均", "的高速增长"), growth_held("实现", "的增长目标")
    (('订单量', '年均'), None)
    """
    growth = OF_GROWTH.match(right)
    holds = HOLDS.search(left) if growth else None
    return (left[:holds.start()], holds["yearly"] or growth["how"] or "") if growth and holds else None


def exceeded(slot: Slot, named: list[Named]) -> Named | None:
    """The numbers of 增长5.2%，增速高于全国（3.8%）1.4个百分点: the whole's growth, and by how much the part's is higher."""
    left, unit = slot.left, slot.quantity.unit
    hit = THAN_WHOLE.search(left) if "全" in left else None
    if hit is None:
        faster = named and named[-1].verb and unit == POINTS and FASTER.match(left)
        return Named(name := named[-1].base.removesuffix("增速") + left, name, unit) if faster else None
    whole = hit["whole"]
    rates = [told for told in named if told.unit == "%" and not told.base.startswith(whole)]
    if unit == "%" and (grown := next((told for told in reversed(rates) if told.verb), None)):
        return grown._replace(name=whole + grown.name, base=whole + grown.base)
    if rates:
        return Named((rates[-1].base if hit[0].startswith("增") else growing(rates[-1])) + hit[0], rates[-1].base, unit)
    if unit == "%" and (hit[0].startswith(("增速", "增幅")) or hit[0].endswith("增速")):
        rate = GROWING.search(slot.cut.text, 0, slot.quantity.start - len(left))  # 从GDP增速看，…，甲省增速跑赢全国水平（5.5%）
        name = whole + (strip(rate[0]) if rate else strip(left[:hit.start()]) + "增速")
        return Named(name, name, unit)  # 甲省GDP增速慢于全国水平（5.5%）
    return None


def growing(told: Named, verb: str = "") -> str:
    """What a number in points is told of: the growth of what has grown, else the rate itself.

    >>> growing(Named("出口同比增速", "出口", "%", "增长")), growing(Named("失业率", "失业率", "%"))
    ('出口增速', '失业率')
    """
    if told.base.endswith(GROWTHS):
        return told.base
    again = GROWTH.match(told.name, len(told.base)) if told.unit == POINTS else None  # 比一季度快1个百分点，比全国快2个百分点
    rate = again[0] if again else "" if told.unit != "%" or not told.verb else "降幅" if told.verb in FALLS and verb in ("收窄", "扩大") else "增速"
    return told.base + rate


def in_points(told: Named, verb: str, compare: str, unit: str) -> Named:
    """By how much the growth of something is higher, in points: 出口 + 比上月 + 加快 → 出口增速比上月加快."""
    return change_name(growing(told, verb), verb, compare, unit)._replace(base=told.base)


def compared_level(slot: Slot, named: list[Named]) -> Named | None:
    """The same at another time or as expected before: 营业收入77亿美元，较去年同期的33亿美元有所增长, 民营企业5000万户，较2012年底（1085万户）增长3.6倍."""
    if not named or not (slot.bracketed or slot.left.endswith("的")) or slot.right[:1] in ("水", "基", "均"):
        return None
    return named[-1] if named[-1].unit == slot.quantity.unit else Named(named[-1].base, named[-1].base, slot.quantity.unit)
