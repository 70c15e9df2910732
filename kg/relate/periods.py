"""Chooses the stretch of time that a quantity speaks of: times of a reading -> periods -> figures.

The nearest time on the left in the clause wins, then the nearest before it in the sentence, then one on its right in the clause;
a sentence without a time takes up the period of the one before.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Quantity, Sentence, Time
from kg.relate.aims import FORESEEN, is_year_to_come
from kg.relate.clauses import groups, times_of_list
from kg.relate.tasks import PART
from kg.relate.timing import (
    BASE_LEVEL,
    Period,
    another_day,
    around,
    begun,
    is_base,
    is_compared,
    is_past,
    last_month,
    nearest,
    only_begins,
    period_of,
    survey_year,
    to_come,
    unknown_between,
    usable_times,
    whole_year,
    year_before,
)

THEN = re.compile(r"(?:比|较(?!为|[大小高低多少强长快好新])|[高低快慢]于)[^，、；的]{1,14}的$")
OPENER = re.compile(
    r"^(?:其中|其次|同时|此外|另外|与此同时|分[一-龥]{1,4}看|从[一-龥]{1,12}(?<!角度)看|按[一-龥]{1,8}[分看]|[一-龥]{1,4}方面|"
    r"具体来看)"
)
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、")
LED_IN = re.compile(r"[一-龥]{2,6}(?:显示|指出|表示|介绍|称|获悉|了解到|认为)[，：]")
LASTS = re.compile("的|起(?!，)|开始")  # 自6月起实施紧缩政策，将利率从8.5%上调至50%, but not: 今年起，限额由200元提高至350元
FROM = re.compile(r"[从由](?:[一-龥]{0,3}的)?(?:不低于|约|近)?$")
REACH = re.compile(r"(?:到|至)[^，；、]{0,8}$")
AIMS = re.compile(r"[达降增升提][到至高]|以上|以下|不低于|不超过|实现|新增|新建|建成|力争|稳定在|增加|增长|减少")  # 到2025年，…。普及率达到90%
REACHED = re.compile(r"(?:达到?|超过?|突破|[提增][高升加长]?[到至]|降低?[至到]|控制在|稳定在|保持在)了?(?:约|近)?$")  # “十五五”时期，比重达到30%: at its end
REACH_THEN = re.compile("[到至]20\\d\\d年")
RELEASED = re.compile("[发公]布了?《(?:[一-龥]{0,10})(20\\d\\d)年[^《》]{2,30}(?:公报|快报|年报)》[，。]")  # 2025年3月，甲局发布《2024年…公报》，全省…
GRANTS, GRANTED = re.compile("给予[^，。；]{0,8}$"), re.compile("、|(?:的|以?内)?(?:一次性)?(?:资金)?(?:奖励|补助|补贴|资助)")  # what a rule gives at any time
STANDARD = re.compile(  # 补贴标准由1000元提高到3000元, 创业贷款最高额度为50万元
    "(?<!财政)(?:补贴|补助|奖励|资助|救助|最高|贷款)[一-龥]{0,4}(?:标准|额度|限额|保额)[^，。；\\d]{0,8}?(?:\\d[\\d.]*万?元)?(?:为|是|由|从|提高[到至]|[到至]|分别为|、|和)*$")
FOR_GRANTS = re.compile("(?:以[上下内])?的[^，。；]{0,24}(?:给予|按照?|实行|减按)")  # 对总投资5000万元以上的项目给予…
AIM_OF_PLAN = re.compile("的?(?:预期|既定|规划)?目标")  # 接近《…规划》提出的到2025年达到12件的目标
RULE = re.compile(r"每年[^，；。]{0,24}$")
EACH = re.compile("每[人户]每年")
SUMMED_UP = re.compile("累计|年均")
SUM_NEAR = 12  # letters before a number
LASTING = re.compile(  # what a thing is like whenever it is told: 大桥全长3118米
    "(?:全长|总长度?|最快(?:仅?需)?|长度|海拔|时速|航程|续航里程|水深|总库容|单机容量|首期规模|(?:基金|设立|组建)总规模|设计[^，。；]{2,8}(?:能力|面积|速度|流量)|投产后全?年[^，。；]{2,8})"
    "(?:将|可|约|近|为|是|达到?|在|超过?|上网)*$")
OUTLAY = re.compile("(?:总投资额?|概算)(?:将|可|约|近|为|是|达到?|超过?)*$")  # of one work; not of those counted or begun in a stretch
MANY = re.compile("\\d[个项座条]|[一二三四五六七八九十批]个?项目|签约|[共累总]计|全国|全[省市区]|共|集中开工|[上下]半年|季度|月")
SO_FAR = re.compile("目前|当前|截至|累计|[今昨]天|[近日]日，|日前|已(?!纳入|列入)|共(?:办理|受理|查处|发放|完成)")  # behind a plan: no aim any more
DONE_SO_FAR = re.compile("(?![^。；]{0,40}(?:计划|将|有望|力争|预计|目标|拟|年度))，?[^，。；\\d]{0,30}(?:已|累计|突破)")  # 班列今年累计发送货物9万标箱
FLOWS = re.compile("同比|增长|下降|进出口|投资|零售额|元")
STOCKS = re.compile(
    "余额|总[量数]|(?:总|净)资产|总负债|(?:资产|负债)总额|不良(?:贷款)?率|[备足]覆盖率|充足率|账户数|月活|累计|拥有|保有|存量|有效(?:发明|专利|注册|商标|量)|装机|共有|库存|[^新]登记(?!金额)|在建|床位|存款|用户|达到?[\\d.]+万?[家户]")
NEW = re.compile("新[设增建登开签]|支出|收入|投资|产[量值]|发电量|进出口|零售|发放|安排")
STRIVES = ("力争", "确保", "力争在", "力争到")
SETS = re.compile("(?<![需重主首摘])要(?![求素点])[^。；]*$")
STRIVING = re.compile("(?:力争|确保|争取)[^。；]*$")
EARNED = re.compile("产量|总产|收入|销售|投资|票房|吞吐量|进出口|零售额|发电量|新增")  # summed up in a year, and not reached at its end
AIMED = re.compile("，?(?:实现|力争|确保)")
AIMED_AT = re.compile("(?:力争|争取|计划|拟)(?!任务|目标|的)[^，。；的]*$")
AHEAD = re.compile("未来，|^[^，。；\\d]{2,14}以来，|(?:建成|投产|达产|通车|投用|投运|完工)后")
STATISTIC = re.compile("同比|[增长下降上涨]{2}了?\\d[\\d.]*%|完成(?:年度|全年)[一-龥]{0,4}目标")
TELLS = re.compile("经济运行|(?:统计|运行|收支|主要)[一-龥]{0,4}(?:数据|情况|指标)|同比(?:实际)?[增长下降上涨]{2}\\d|增长\\d")  # of a stretch gone by
OF_MONTH = re.compile("其中|[分从按][一-龥]{1,12}[看分]|.{0,60}(?:环比|上月)")
THAT_MONTH = re.compile("[，；]当月(?![底初日末])[^；。]*$")  # 1—7月，收入210亿元；当月收入28亿元
THAT_STRETCH = re.compile("(?:^|[，。；])(?:该|这个|这一|本报告)(?:财?季度?|财年|期)(?!限)|(?:^|[，。；])当季|(?:^|[，。；在])报告期内")
LAST_YEAR = re.compile(  # 上年同期为|18亿元, 去年同期净利润约|14亿元
    "(?<![是为当到])[上去]年同期(?:为|是|的)(?:约|近|超过?)?$|(?:^|[，。；（])[上去]年同期(?!相比|持平)[^，。；\\d增降涨跌高低多少快慢比]{1,12}$")
ORDERS = re.compile("(?:通知|意见|要点|安排|方案|任务)$")  # 关于做好2022年某工作的通知
HALF_YEAR = timedelta(190)
LEAD = 3  # paragraphs in which a report tells of which stretch it is
TO_COME = re.compile("预[计测期]|有望|力争|将(?!近)|目标是|计划")
LOOKS_BACK, BULLETIN = re.compile("回顾|总结|完成情况|进展情况|主要成效|工作情况"), re.compile("公报$|决算|数据")
MEASURED = re.compile("平均[^，。；\\d]{2,14}$|(?:压[缩减]|缩[短减])[到至为]$")  # 审查周期压减至16个月, 平均处理时长8.6天
TERMS = ("年", "个月", "天", "日", "个工作日", "工作日", "周", "个星期")


@dataclass(slots=True)
class Periods:
    """The periods of an article's quantities, sentence by sentence, with the last one kept for those that print none."""

    last: Period | None = None
    stretch: Period | None = None
    kind: str = ""
    due: bool = False
    paragraph: int = -1
    whole: Period | None = None
    theme: Period | None = None
    given: Period | None = None
    moment: Period | None = None
    section: Period | None = None
    today: date | None = None
    planned: Period | None = None

    def forget(self) -> None:
        """Begin anew, for what has nothing to do with the sentence before."""
        self.last, self.stretch, self.kind, self.due = None, None, "", False

    def open_section(self, heading: str, times: tuple[Time, ...], *, whole: bool = False) -> None:
        """Take up the year gone by of which all that stands under a heading is told: 一、2023年工作回顾; the headings of its parts leave it.

        ``whole``: it is the headline of the article (2023年某省统计公报), whose year the other headings leave.
        """
        if whole and len(times) == 1 and times[0].kind == "year" and ORDERS.search(heading):
            self.planned = period_of(times[0])
        if not PART.match(heading):
            year = times[0] if len(times) == 1 and times[0].kind == "year" and (BULLETIN if whole else LOOKS_BACK).search(heading) else None
            told = period_of(year) if year else None
            self.whole = told if whole else self.whole
            self.section = told or self.whole
            self.theme = self.theme or (_theme(heading, times, self.today) if whole else None)

    def choose(self, sentence: Sentence, quantities: tuple[Quantity, ...], times: tuple[Time, ...], due: date | None = None) -> list[Period | None]:
        """The period of each quantity of a sentence, None where the text gives none; ``due``: the last day for what the sentence sets as a task."""
        text = sentence.text
        usable = usable_times(text, times, quantities)
        bases = tuple([time for time in usable if is_base(text, time, usable)]) if "由" in text or "从" in text else ()
        usable = tuple([time for time in usable if time not in bases]) if bases else usable
        if "如下：" in text and (led := [time for time in usable if time.kind == "year" and time.end <= text.find("如下：")]):
            self.section = period_of(led[-1])  # 2023年全国粮食产量如下：一、…
        inherited = (due, due) if due else self._inherited(sentence)
        if inherited and text.startswith("当月"):
            inherited = last_month(inherited)
        if not self.theme and sentence.paragraph <= LEAD:
            self.theme = _theme(text, usable, self.today)
        aims = not self.due or (AIMS.search(text) is not None and SO_FAR.search(text) is None)
        yearly, paired = "每年" in text, "从" in text or "由" in text
        found: list[Period | None] = []
        lists = groups(text, quantities)
        ends: tuple[Period, Period] | None = None
        from_then: Period | None = None
        released = RELEASED.search(text) if "报》" in text else None
        surveyed = survey_year(text) if "《" in text and not usable else None
        for index, (quantity, (start, end)) in enumerate(zip(quantities, lists, strict=True)):
            each = times_of_list(text, usable, quantities[start].start, end - start + 1)
            time = each[index - start] if each else nearest(text, quantity, usable) if usable else None
            time = None if time and time.kind == "day" and another_day(time, quantity, times) else time
            if time and time.kind == "moment" and _aim_between(text, time, quantity, quantities):
                time = nearest(text, quantity, tuple([other for other in usable if other is not time]))
            if released and quantity.start >= released.end() and (time is None or time.end <= released.start()):
                found.append(whole_year(date(int(released[1]), 1, 1)))
                continue
            if time and unknown_between(text, time, quantity, times):
                found.append(None)
                continue
            carried = inherited if inherited and aims and not _apart(text, quantity, times, inherited) else None
            period = period_of(time) if time else None if carried and self._aimed_at(text, quantity, carried) else carried
            if quantity.unit != "倍" and LAST_YEAR.search(text[max(0, quantity.start - 18):quantity.start]) and (now := found[-1] if found else carried):
                found.append((year_before(now[0]), year_before(now[1])))  # 利润20亿元，上年同期为18亿元
                continue
            if base := next((one for one in bases if BASE_LEVEL.fullmatch(text, one.end, quantity.start)), None):
                from_then = period_of(base)  # 由2022年的51.05%提高到51.72%
                found.append(from_then)
                continue
            if from_then and index + 1 < len(quantities) and _pair(text, quantity, quantities[index + 1]):
                found.append(from_then)  # 铁路由2020年的10万公里增加到12万公里，公路由3万公里增加到4万公里
                continue
            if time and period and begun(text, time, quantity):
                period = (period[0], self.today) if self.today and self.today >= period[0] else None
                self.last = period
            if time and period and self.today and time.text == "今年" and DONE_SO_FAR.match(text, time.end) and period[0] <= self.today < period[1]:
                period = period[0], next((day.last for day in times if day.kind == "day" and day.end <= time.start and day.last), self.today)
            at_end = _to_reach(text, time, quantity, self.today) if time and time.kind == "year" else (time or self).kind == "plan" and _at_end(text, quantity)
            if period and (at_end or (time and sentence.role == "row" and is_year_to_come(time, self.today))):
                period = period[1], period[1]  # a column of what a plan aims at
            if time and paired and (near := _ends(text, quantities, index, time)):
                period = near[0]
            rule = yearly and RULE.search(text[max(0, quantity.start - 28):quantity.start])
            if index and (pair := _dated_pair(text, quantities, index, usable, self.today)):
                ends = pair
                period = pair[1]
            elif ends and index and _pair(text, quantities[index - 1], quantity):
                found[-1], period = ends
            elif ends and period == ends[1] and SUMMED_UP.search(text, max(0, quantity.start - SUM_NEAR), quantity.start):
                period = ends[0][0], ends[1][1]  # 由2020年的10740元增至2023年的16396元，年均增长15.1%
            period = surveyed if surveyed and not time else period
            if time and period and time.kind == "span" and THAT_MONTH.search(text, time.end, quantity.start):
                period = last_month(period)
            goes_on = text.startswith("其中") or (carried is not None and carried == self.planned)
            told = _in_sentence(text, time, quantity) if time else self.kind == "year" and goes_on
            if (not time and _granted(text, quantity)) or _timeless(text, quantity, dated=time is not None or self.due) or (rule and not told):
                period = None
            found.append(_then(text, times, quantity) if text.endswith("的", 0, quantity.start) and THEN.search(text, 0, quantity.start) else period)
            if time and period and quantity.unit not in TERMS and time.kind != "day" and not self._in_passing(text, time, period, quantity):
                whole = around(time, usable) or (period_of(time) if at_end and time.kind in ("year", "plan") else None)
                self.last, self.kind, self.due = whole or period, time.kind, to_come(text, time)
                self.stretch = period if period[0] < period[1] and not time.text.endswith("以来") else self.stretch
        self._leave(sentence, quantities, times, usable, inherited, found)
        return found

    def _leave(
        self, sentence: Sentence, quantities: tuple[Quantity, ...], times: tuple[Time, ...], usable: tuple[Time, ...],
        inherited: Period | None, found: list[Period | None],
    ) -> None:
        """Keep what the next sentence may take up; a time that nothing tells (今年上半年) ends what is carried."""
        text = sentence.text
        self.moment = next((period_of(time) for time in reversed(usable) if time.kind == "moment"), self.moment)
        self.given = None if any(time.first for time in times) else next((period for period in found if period), None)
        if quantities and (usable or inherited):
            self.paragraph = sentence.paragraph
            if usable and not any(found):
                self.last = None
        elif not quantities and usable and usable[-1].kind != "day" and not only_begins(text, usable[-1]):
            planned = self.planned is not None and period_of(usable[-1]) == self.planned  # 为…，2022年继续提高标准。
            passing = usable[-1].start > 2 and not planned and not LED_IN.fullmatch(text, 0, usable[-1].start)
            self.last, self.paragraph, self.kind = period_of(usable[-1]), sentence.paragraph, "passing" if passing else usable[-1].kind
            lasting = self.last and self.last[0] < self.last[1] and not usable[-1].text.endswith("以来")
            self.stretch = self.last if lasting else self.stretch
            self.due = to_come(text, usable[-1])
        if times and times[-1].first is None and _unknown(text, times[-1:], inherited):
            self.last = self.stretch = None

    def _in_passing(self, text: str, time: Time, period: Period, quantity: Quantity) -> bool:
        """Whether a time dates its own numbers alone: 12月当月, 1—5月 in a report on half a year, a day that a plan set as its aim."""
        if time.kind == "moment":
            return AIM_OF_PLAN.match(text, quantity.end) is not None
        whole = self.stretch
        return text.startswith("当月", time.end) or bool(whole and time.kind == "span" and period[0] == whole[0] < period[1] < whole[1])

    def _aimed_at(self, text: str, quantity: Quantity, inherited: Period) -> bool:
        """Whether a quantity is aimed at, so that a stretch gone by does not date it: 1月新增215万千瓦。力争并网2500万千瓦."""
        over = self.kind != "plan" and not self.due and (inherited[1] <= self.today if self.today else True)
        return over and AIMED_AT.search(text, 0, quantity.start) is not None

    def _inherited(self, sentence: Sentence) -> Period | None:
        """The period that a sentence without a time takes up: that of the one before, else what the report tells of."""
        carried = self._carried(sentence)
        if carried is None and self.theme and STATISTIC.search(sentence.text) and not (TO_COME.search(sentence.text) or SO_FAR.search(sentence.text)):
            self.last = self.stretch = self.theme
            self.kind, self.due, self.paragraph = "span", False, sentence.paragraph
            return self.theme
        return carried

    def _within_theme(self, month: Period) -> bool:
        """Whether a month lies in the quarters or the year that a report tells of, and dates its own sentence alone."""
        return self.theme is not None and self.theme[1].month % 3 == 0 and self.theme[0] < month[0] and month[1] <= self.theme[1]

    def _carried(self, sentence: Sentence) -> Period | None:
        text = sentence.text
        if self.last and is_past(text, self.last, self.today):
            self.last = self.stretch = None
        if self.last is None or NUMBERED.match(text):
            return self.section
        if self.kind == "month" and self._within_theme(self.last) and "同比" in text and not OF_MONTH.match(text):
            return None
        if self.last[0] < self.last[1] < self.last[0] + HALF_YEAR and THAT_STRETCH.search(text):
            self.kind, self.paragraph = "span", sentence.paragraph  # 发布了第二季度财报。报告显示，该季度营收…
        undated = self.kind in ("now", "passing")
        if (undated or sentence.paragraph != self.paragraph) and not OPENER.match(text):
            return self.section
        if text.startswith("其中"):
            return self.last if undated else self.given or self.last
        return self.last if undated else self._fitting(text, self.last)

    def _fitting(self, text: str, carried: Period) -> Period:
        """What a sentence takes up of a stretch and its last day: what is summed up the one, what there is the other."""
        if self.moment and self.moment[0] == carried[1] > carried[0] and STOCKS.search(text) and not NEW.search(text):
            return self.moment
        if self.stretch and self.stretch[1] == carried[0] == carried[1] and FLOWS.search(text) and not STOCKS.search(text):
            return self.stretch
        return carried


def _aim_between(text: str, time: Time, quantity: Quantity, quantities: tuple[Quantity, ...]) -> bool:
    """Whether a moment only dates the aim of a plan that stands before a quantity: 拥有11.8件，接近到2025年达到12件的目标；注册商标8万件."""
    return any(time.end <= other.start < other.end <= quantity.start and AIM_OF_PLAN.match(text, other.end) for other in quantities)


def _theme(text: str, times: tuple[Time, ...], today: date | None) -> Period | None:
    """The stretch gone by of which a report tells from its headline or lead on: 2023年上半年全省经济运行情况."""
    if not TELLS.search(text):
        return None
    first = next((time for time in times if time.kind in ("year", "half", "quarter", "span")), None)
    told = period_of(first) if first else None
    return None if told and today and (told[0] > today or (told[1] > today and TO_COME.search(text))) else told


def _timeless(text: str, quantity: Quantity, *, dated: bool) -> bool:
    """Whether a quantity is a term, if not one measured at a time, or tells what a thing is like whenever it is told: its length, height or speed."""
    if quantity.unit in TERMS:
        return not dated or MEASURED.search(text, max(0, quantity.start - 16), quantity.start) is None
    if LASTING.search(text, max(0, quantity.start - 12), quantity.start):
        return True
    return OUTLAY.search(text, max(0, quantity.start - 12), quantity.start) is not None and not MANY.search(text, 0, quantity.start)


def _granted(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is what a rule gives to whom it is for: 给予最高1500万元奖励."""
    behind = GRANTED.match(text, quantity.end)
    if FOR_GRANTS.match(text, quantity.end) or STANDARD.search(text, max(0, quantity.start - 24), quantity.start):
        return True
    if quantity.text.startswith("最高") and "元" in quantity.unit:
        return True
    return behind is not None and (behind[0] != "、" or GRANTS.search(text, 0, quantity.start) is not None)


def _apart(text: str, quantity: Quantity, times: tuple[Time, ...], inherited: Period) -> bool:
    """Whether a quantity has another time than the sentence before: one still to come (未来, 建成后), or one that cannot be worked out (今年前5月).

    今年 and 二季度 may be the year and the quarter of the sentence before.
    """
    before = tuple([time for time in times if time.end <= quantity.start])
    return _unknown(text, before, inherited) or AHEAD.search(text, 0, quantity.start) is not None


def _unknown(text: str, times: tuple[Time, ...], inherited: Period | None) -> bool:
    """Whether a time cannot be worked out and may be another than that of the sentence before."""
    unknown = [time for time in times if time.first is None and time.kind != "day" and not is_compared(text, time)]
    year = inherited is not None and inherited == whole_year(inherited[0])
    quarter = inherited is not None and 89 <= (inherited[1] - inherited[0]).days <= 91
    again = [time for time in unknown if (year and time.text == "今年") or (quarter and time.kind == "quarter")]
    return len(again) < len(unknown)


def _in_sentence(text: str, time: Time, quantity: Quantity) -> bool:
    """Whether a year is printed in the clause of a quantity, or before that of what each one pays: 2024年缴费标准提高，达到每人每年380元."""
    marks = "[。；]" if time.kind == "span" or EACH.search(text, max(0, quantity.start - 6), quantity.end) else "[，。；]"
    return time.kind in ("year", "span") and time.end <= quantity.start and not re.search(marks, text[time.end:quantity.start])


def _ends(text: str, quantities: tuple[Quantity, ...], index: int, time: Time) -> tuple[Period | None] | None:
    """For 从x增长到y: the ends of the stretch; under a single period x is the state before it, which has none."""
    if index + 1 < len(quantities) and _pair(text, quantities[index], quantities[index + 1]) and time.end < quantities[index].start:
        if time.kind == "span" and time.first:
            return (whole_year(time.first),)
        return None if LASTS.match(text, time.end) else (None,)
    if index and _pair(text, quantities[index - 1], quantities[index]) and time.kind == "span" and time.end <= quantities[index - 1].start:
        whole = time.first and time.first.day == time.first.month == 1
        return (whole_year(time.last),) if whole and time.last else None
    return None


def _dated_pair(
    text: str, quantities: tuple[Quantity, ...], index: int, times: tuple[Time, ...], today: date | None,
) -> tuple[Period, Period] | None:
    """The stretches of a pair that tells both: 由2012年的343.7万人增加到2021年的443.2万人; later ones of the sentence (…从11万人增至43万人) share them.

    A level of a year still to come is that of its last day.
    """
    first, second = quantities[index - 1], quantities[index]
    if first.unit != second.unit or not REACH_THEN.search(text, first.end, second.start):
        return None
    before = next((time for time in times if first.end <= time.start and text[time.end:second.start] in ("", "的")), None)
    base = next((time for time in reversed(times) if time.end <= first.start and text[time.end:first.start] == "的"), None)
    first_level, level = (period_of(time) if time else None for time in (base, before))
    if not (first_level and level):
        return None
    return first_level, (level[1], level[1]) if before and is_year_to_come(before, today) else level


def _pair(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are the x and y of 从x增长到y."""
    gap = text[first.end:second.start]
    if first.unit != second.unit or REACH.search(gap) is None or "，" in gap or "；" in gap:
        return False
    return FROM.search(text[max(0, first.start - 8):first.start]) is not None


def _then(text: str, times: tuple[Time, ...], quantity: Quantity) -> Period | None:
    """When the compared level was: 2021年 of 高于2021年的130项."""
    time = next((time for time in reversed(times) if time.end < quantity.start), None)
    return period_of(time) if time and text[time.end:quantity.start] in ("的", "末的") else None


def _at_end(text: str, quantity: Quantity) -> bool:
    """Whether a level is reached at the end of a stretch, and not summed up in it."""
    reached = quantity.text.startswith("突破") or REACHED.search(text, max(0, quantity.start - 6), quantity.start) is not None
    return reached and SUMMED_UP.search(text, max(0, quantity.start - 20), quantity.start) is None


def _to_reach(text: str, time: Time, quantity: Quantity, today: date | None) -> bool:
    """Whether a level is to be reached in a year: 力争2025年充电桩不少于5万个, 2023年实现覆盖率不低于70%, and one to come that is not foreseen."""
    reached = REACHED.search(text, time.end, quantity.start) is not None
    if reached and is_year_to_come(time, today) and not FORESEEN.search(text):
        return True
    if not EARNED.search(text, max(0, quantity.start - 12), quantity.start):
        going_on = today is not None and time.last is not None and time.last > today
        if reached and going_on and SETS.search(text, time.end, quantity.start):
            return True
        if quantity.text.startswith(("突破", "超")) and STRIVING.search(text, 0, quantity.start):
            return True
    return quantity.qualifier == "不低于" and time.end < quantity.start and (text.endswith(STRIVES, 0, time.start) or AIMED.match(text, time.end) is not None)
