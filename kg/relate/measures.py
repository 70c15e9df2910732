"""The measure of each number of a sentence: a level, a share, a change, a growth on the year before, a yearly average.

Place in the line: beside kg.relate.periods, above kg.relate.changes, below kg.relate.figures. Pure functions over slots and names.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from kg.relate.changes import COMPARED, FRACTION, GROWTHS, SET, Named
from kg.relate.clauses import Slot
from kg.relate.timing import Period

YEARLY = re.compile(r"同比(?!\d)|[比较][上去]年(?!年?[末底]|[一二三四]季度|\d)|[去上]年同期")
BASE = re.compile(r"^[与同跟和比较相][^，]{2,24}(?:相比|比)$")  # 与疫情前的2019年同期相比，…下降15%
OPENED = re.compile("(?:其中，)?[与同跟和比较][去上]年同期(?:相比|比)?，")  # 与去年同期相比，…; …: of all that the sentence compares
YEAR_END = re.compile("(?<![上去])年末")
ANNUAL = re.compile("(?<!多)年(?:均|平均)")
BY_YEAR = re.compile("(?<!多)年均(?!浓度|气温|降[水雨]|径流|工资|薪|值|水平)")
PARTS = ("比例", "比重", "占比")
RATES = re.compile(r"利率|LPR|通胀|失业率|价格|税率|费率|折扣|征收率|(?:充足|利润|毛利|收益)率$|指数$")
VIEW = re.compile("从(环比|[两三四五]年平均)看，")
GAINS = ("增收", "增产", "减产", "增效")
GROWTH_AIM = re.compile("增[长速幅]率?(?:预期|年度|全年|总体|主要|发展|的){0,4}目标$")  # GDP增长目标设定为5.5%以上
SPARED = ("节省", "节约", "缩减")
GROWING = ("%", "倍")
SAME_BELOW = re.compile(r"[比较]20\d\d年(?:同期)?[（(，]下同")
MORE = frozenset("高低快慢多少比")
THAN = re.compile("(?:同比)?(?:比|较|[高低快慢多少]于|高出|超[出过])(?P<what>.{1,20})")
OF_TIME = re.compile(
    r"^(?:[上去前]年|20\d\d年)|(?:年|季度|月|[周日天]|(?<!预)期|[前后初中末底时]|以往|历史[一-龥]{2,4}|上半年)(?:的?(?:平均)?(?:水平|增速|增幅|涨幅|均?值))?(?:相比)?$")
OF_YEAR = re.compile(r"[比较](20\d\d)年(?:同期|全年|[上下]半年|[一二三四]季度|\d{1,2}月份?)?(?:相比)?$")
EFFECTS = frozenset(("提升", "提高", "降低", "缩短", "减少", "压缩", "扩大"))  # what a measure does (产能提高了50%), and no statistics


@dataclass(slots=True)
class Measures:
    """Tells the measures of an article sentence by sentence, and remembers whether its amounts are compared with the year before.

    ``yearly``: the article compares its growth with the year before.
    """

    yearly: bool
    amounts: str = "change"

    def forget(self) -> None:
        """A new paragraph compares its amounts anew."""
        self.amounts = "change"

    def choose(self, places: tuple[Slot, ...], named: list[Named], periods: list[Period | None]) -> list[str]:
        """The measure of each quantity of a sentence; a bare growth takes the comparison of the growth before it."""
        found: list[str] = []
        told, last = "", "yearOnYear" if self.yearly else "change"
        for slot, name, period in zip(places, named, periods, strict=True):
            unit, measure = slot.quantity.unit, "level"
            view = VIEW.search(slot.cut.text, 0, slot.quantity.start) if "比看" in slot.cut.text or "均看" in slot.cut.text else None
            last = last if view is None else "change" if view[1] == "环比" else "annualAverage"
            if _by_year(slot, name):
                measure = "annualAverage"
            elif name.verb and _against_another(name):
                measure = "level"
            elif name.verb:
                base = None if name.compare else BASE.search(slot.before) or OPENED.match(slot.cut.text)
                if COMPARED.search(name.compare) or THAN.match(name.compare) or base:
                    measure = "yearOnYear" if _on_year(base[0] if base else name.compare, slot, period) else "change"
                    told = last = measure if unit in GROWING else last
                    self.amounts = self.amounts if unit in GROWING else measure
                elif unit not in GROWING:
                    measure = self.amounts if len(found) and named[len(found) - 1].base == name.base else "change"
                elif found and not name.compare and named[len(found) - 1].verb and named[len(found) - 1].base == name.base:
                    measure = found[-1] if found[-1] == "yearOnYear" else last  # 比上年减少751万亩，下降1.7%
                else:
                    measure = "change" if name.verb in SET else (told or "change") if name.verb in EFFECTS and not name.compare else last
            elif slot.quantity.text == "零增长" or slot.left.endswith(("新增", "减少")) or name.name.endswith(GAINS):
                measure = "change"
            elif unit in GROWING and (name.name.endswith(GROWTHS) or GROWTH_AIM.search(name.name)):
                measure = last
            elif not unit and FRACTION.search(slot.quantity.text):
                measure = "change" if slot.left.endswith(SPARED) else "share"
            elif unit == "%" or name.share or (not unit and slot.quantity.value < 1 and name.name.endswith(PARTS)):
                measure = last if name.name.endswith(GROWTHS) else "level" if RATES.search(name.name) else "share"
            found.append(measure)
        return found


def compares_yearly(text: str) -> bool:
    """Whether a text tells its growth on the year before: by 同比, or 比上年 with its first number and no more.

    >>> compares_yearly("进出口比上年增长5%。其中，出口增长7%。"), compares_yearly("效率提高30%。")
    (True, False)
    """
    return "同比" in text or YEARLY.search(text) is not None or SAME_BELOW.search(text) is not None


def _by_year(slot: Slot, name: Named) -> bool:
    """Whether a number is the average of several years: 年均增长5%, 年均增产100万吨; neither 多年平均 nor a mean within the year (年均气温)."""
    near = max(0, len(slot.left) - 12)
    if "年均" in slot.quantity.text or name.name.endswith("年均人数"):
        return True
    return (ANNUAL if name.verb or slot.quantity.unit == "%" else BY_YEAR).search(slot.left, near) is not None


def _against_another(name: Named) -> bool:
    """Whether a number tells by how much one thing is more than another: 甲省增速高于全国, 制造业比采矿业快; not than at another time."""
    than = THAN.match(name.compare) if name.verb in MORE else None
    return than is not None and not OF_TIME.search(than["what"])


def _on_year(compare: str, slot: Slot, period: Period | None) -> bool:
    """Whether a growth is on the year before: 同比, 比上年, 比2023年 of a number of 2024, 比上年末 of one at the end of a year."""
    if YEARLY.search(compare):
        return True
    if "上年末" in compare:
        return YEAR_END.search(slot.cut.text, 0, slot.quantity.start) is not None
    then = OF_YEAR.search(compare)
    return then is not None and period is not None and period[0].year == period[1].year == int(then[1]) + 1
