"""Which times of a sentence can date its quantities, and which of them dates each: times of a reading -> kg.relate.periods.

Years that are compared with, that stand in a title or tell the day of a report date nothing.
"""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.model import Quantity, Time
from kg.nlp.datewords import month_end
from kg.relate.clauses import of_whole_year, since

Period = tuple[date, date]
BASE = re.compile(r"(?:比|较|延续了?|恢复[至到]|高于|低于|快于|超过|超|基于)(?:上)?$")
BASE_AFTER = re.compile(
    r"(?:同期|末?相比|末?[（(][^（）()]{0,40}[）)]相比|[^，。\d]{0,6}(?:相比|持平)|以前|的?基础上"
    r"|版|目标任务|的?目标(?!：)|[一-龥]{0,6}(?:宣传周|论坛|年会))"
)
IS_TIMES = re.compile(r"(?:是|达到?|相当于)(?:20\d\d年|[去上]年)?$")
TIMES_OF = re.compile(r"(?:全年|同期|年?[底末])?(?:总[量额数]|增量)?的(?:近|约)?\d[\d.]*(?:倍|%)")
ISSUED = re.compile(  # its content has other times
    "，?[^，。；《》]{0,40}(?:印发|出台|发布|制定|修订|公布)了?《[^》]{2,60}》[^。；，]{0,20}，(?:明确|规定|提出|要求|确定)")
LEAVES_OUT, EFFECT = re.compile("(?:扣除|剔除|去除)[^。；]{0,60}$"), re.compile("[^。；]{0,60}?(?:影响|因素)")
SHARE_OF = re.compile("(?:占|完成|达到?|相当于)了?(?:全[国省市区县])?$")
INSIDE = re.compile(r"《[^《》]{0,80}》|[（(][^（）()]{0,40}[）)]")
OTHER, INTENDS = re.compile("[；。]"), re.compile("[^，。；]{0,16}(?:计划|将|力争|预计|目标|拟|安排)")
MARKS = re.compile("[，；。]")
BASE_LEVEL, BASE_REACHED = re.compile("[末底]?的(?:约|近|超过?)?"), re.compile("[到至为]")
SURVEY = re.compile("《(?:[一-龥]{0,6})(20\\d\\d)年度?[^《》]{2,30}(?:报告|公报|快报|年报|白皮书|蓝皮书)》(?:[^，。；]{0,6}(?:显示|指出|披露|发布))")
NOWADAYS = re.compile("如今|近年来|这些年|多年来|党的[一-龥]{2,4}以来|目前|眼下|现在|当前|今天")
RECENT, LONG_AGO = 4, 2015  # years; before when an undated text tells of the past
BEGUN = re.compile("[^。；]{1,40}?以来")
BEGUN_THEN = re.compile(r"[^。；\d自从]{1,40}?以来，")
INTENDED = re.compile("(?:预计|预期|计划|力争|争取|有望|拟|将)[于在到至]?$")
DONE = re.compile(
    r"(?!当?[前后起至到电讯])(?:(?![。；：]|\d日|发布|印发|公布|介绍|表示|获悉|通报|召开|显示|报道|[称讯起]|消息|了解|透露|指出|出台|下达|举行|发表|会议|签署|[之以][前后来]|[开闭]幕).){0,80}?"
    r"(?:造成|导致|派出|出动|检查|查处|查获|缴获|抓获|没收|罚款|救出|转移|疏散|购买了|购入|售出|成交|捐赠|上涨|下跌|收涨|收跌|[涨跌]|发送|接待|参加|出席)"
    r"|[0零]时?(?:[-—–~～至]{1,2})24时"  # 8月5日0—24时，新增…
    r"|[^。；《]{0,40}?(?:下达|预拨|拨付)[^。；，《]{0,30}?\d[\d.]*[亿万]元"
    r"|[）)]?(?:(?!发布|结束|期间|假期|以来|累计)[^。；]){0,40}?(?:流动量|客流|车流|客运量|加开)"
)  # what is done on one day and counted then


def is_compared(text: str, time: Time) -> bool:
    """Whether a time is only compared with: 比上月末, 与去年同期相比, 从现在的."""
    before = text[max(0, time.start - 4):time.start]
    if before.endswith("从") and not time.text.endswith("至今"):
        return True
    return time.text.endswith("同期") or BASE.search(before) is not None or BASE_AFTER.match(text, time.end) is not None


def is_base(text: str, time: Time, times: tuple[Time, ...]) -> bool:
    """Whether a time only tells when the level was from which another is reached, whose own time is not told behind it."""
    if not text.endswith(("由", "从"), 0, time.start) or not BASE_LEVEL.match(text, time.end):
        return False
    end = next((mark.start() for mark in MARKS.finditer(text, time.end)), len(text))
    return not any(time.end < other.start < end for other in times) and BASE_REACHED.search(text, time.end, end) is not None


def usable_times(text: str, times: tuple[Time, ...], quantities: tuple[Quantity, ...]) -> tuple[Time, ...]:
    """The times of a sentence that can date its quantities; 比2020年、2021年 compares with both, 到2025年，全年 speaks of the moment.

    Behind another time a clause of its own that tells since when, and counts nothing (自2016年起连续上升), dates none.
    """
    kept: list[Time] = []
    compared: Time | None = None
    inside = [hit.span() for hit in INSIDE.finditer(text)] if "《" in text or "（" in text or "(" in text else []
    for time in times:
        joint = text[compared.end:time.start] if compared else None
        again = joint in ("、", "和", "及", "与") or (joint == "" and time.text == "全年")  # 较2022年|全年|和2023年一季度
        if time.text == "当年" and kept and text.startswith("累计", time.end):
            continue  # 1—6月，保单当年累计3万件
        if again or not _usable(text, time, inside):
            compared = time if again or BASE.search(text[max(0, time.start - 4):time.start]) else compared
        elif (kept and _since_alone(text, time, quantities)) or _of_that_year(text, time, times):
            continue
        elif kept and time.kind == "year" and text.endswith("其中", 0, time.start) and kept[-1].kind == "moment" and kept[-1].text[0] in "到至":
            kept.append(replace(time, first=time.last, kind="moment"))  # 到2035年，…，其中2025年不低于36%
        elif kept and time.kind == "year" and kept[-1].text.startswith("截") and kept[-1].last and time.first and (
                time.first.year == kept[-1].last.year and text[kept[-1].end:time.start] in ("，", "")):
            kept[-1] = replace(kept[-1], first=time.first, kind="span")  # 截至8月底，2025年全国…
        elif time.text == "今年" and kept and kept[-1].text.startswith("截") and _so_far(text, kept[-1], time):
            kept.append(replace(time, last=kept[-1].last, kind="span"))  # 截至8月底，全省今年完成…
        elif not (time.text in ("全年", "当年") and kept and kept[-1].kind == "moment" and kept[-1].text[0] in "到至"):
            kept.append(time)
    return tuple(kept)


def _so_far(text: str, moment: Time, year: Time) -> bool:
    """Whether what a year is told of is counted up to a moment in it, told before in the clauses."""
    same = moment.last and year.first and moment.last.year == year.first.year
    return bool(same) and not OTHER.search(text, moment.end, year.start) and not INTENDS.match(text, year.end)


def _of_that_year(text: str, time: Time, times: tuple[Time, ...]) -> bool:
    """Whether a year only tells which audit or plan is meant, behind the moment that dates all: 截至6月底，2021年度审计指出的…."""
    of_account = time.text.endswith("年度") or text.startswith("度", time.end)
    return of_account and any(other.end <= time.start and other.text.startswith(("截至", "截止")) for other in times)


def _since_alone(text: str, time: Time, quantities: tuple[Quantity, ...]) -> bool:
    """Whether a time says since when, in a clause that counts nothing behind it: 自2016年起连续上升."""
    if not since(text, time):
        return False
    end = next((hit.start() for hit in MARKS.finditer(text, time.end)), len(text))
    return not any(time.end <= quantity.start < end for quantity in quantities)


def _usable(text: str, time: Time, inside: list[tuple[int, int]]) -> bool:
    """Whether a time can date a quantity: no bases of comparison, nothing inside titles and brackets, no days but those of deeds."""
    if time.first is None or (time.kind == "day" and not DONE.match(text, time.end)):
        return False
    if BASE.search(text[max(0, time.start - 4):time.start]) or BASE_AFTER.match(text, time.end):
        return False
    if time.kind in ("day", "month") and ISSUED.match(text, time.end):
        return False
    if of_whole_year(text, time):
        return False
    if LEAVES_OUT.search(text, 0, time.start) and EFFECT.match(text, time.end):
        return False
    if IS_TIMES.search(text, max(0, time.start - 6), time.start) and TIMES_OF.match(text, time.end):
        return False
    return not any(start < time.start < end for start, end in inside)


def around(month: Time, times: tuple[Time, ...]) -> Period | None:
    """The longer stretch, told before a single month in its sentence, in which it lies: 四季度，投资回升，12月份增长7%."""
    within = [time for time in times if time.end <= month.start and time.kind in ("quarter", "half", "year", "span")] if month.kind == "month" else []
    return next((period_of(t) for t in within if t.first and t.last and month.first and month.last and t.first <= month.first <= month.last <= t.last), None)


def period_of(time: Time) -> Period | None:
    return (time.first, time.last) if time.first and time.last else None


def nearest(text: str, quantity: Quantity, times: tuple[Time, ...]) -> Time | None:
    """The time that stands nearest on the left, else one on the right in the same clause."""
    left = [time for time in times if time.end <= quantity.start]
    if left and quantity.unit in ("%", "倍") and text.endswith("的", 0, quantity.start) and SHARE_OF.search(text, 0, left[-1].start):
        left = left[:-1] if not MARKS.search(text, left[-1].end, quantity.start) else left  # 占全年计划的25%
    if left:
        since = next((time for time in left if time.text.endswith("以来") and time.first), None)
        if since and left[-1].kind == "now" and since is not left[-1]:
            return replace(left[-1], first=since.first, kind="span")
        return left[-1]
    right = [time for time in times if time.start >= quantity.end and not re.search("[，；。]", text[quantity.end:time.start])]
    return right[0] if right else None


def unknown_between(text: str, time: Time, quantity: Quantity, times: tuple[Time, ...]) -> bool:
    """Whether a time that cannot be worked out stands between a time and a quantity: 2023年…，并力争明年引进…, but not the same told again (今年一季度)."""
    unknown = [other for other in times if other.first is None and other.kind != "day" and time.end <= other.start and other.end <= quantity.start]
    again = ("今年" if text.startswith("，", time.end) and time.text.startswith("截") else "", f"今年{time.text}")
    return any(not is_compared(text, other) and other.text not in again for other in unknown)


def another_day(day: Time, quantity: Quantity, times: tuple[Time, ...]) -> bool:
    """Whether a later day is told between a day and a quantity."""
    return any(time.kind == "day" and day.end <= time.start < quantity.start for time in times)


def year_before(day: date) -> date:
    """The same day a year before."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def last_month(stretch: Period) -> Period:
    """The month with which a stretch ends."""
    return stretch[1].replace(day=1), month_end(stretch[1].year, stretch[1].month)


def begun(text: str, time: Time, quantity: Quantity) -> bool:
    """Whether a time only tells when began what goes on: 自2022年6月开通快线以来, 2021年成立以来，救助3万人."""
    if time.text.endswith("以来") or "以来" not in text[time.end:quantity.start]:
        return False
    pattern = BEGUN if text[time.start - 1:time.start] in ("自", "从") else BEGUN_THEN
    return pattern.match(text, time.end, quantity.start) is not None


def to_come(text: str, time: Time) -> bool:
    """Whether a time is one that is aimed at: 到2027年, 预计2026年底通车, 计划2027年建成."""
    if time.kind == "moment" and time.text[0] in "到至":
        return True
    return time.kind in ("moment", "year") and INTENDED.search(text, max(0, time.start - 4), time.start) is not None


def only_begins(text: str, time: Time) -> bool:
    """Whether a time is only when something began that goes on, or a meeting was held: 自2020年起，甲区启动某工程。全区共创建857家."""
    return time.kind in ("year", "month") and (time.text.endswith("起") or text.startswith(("起", "以来", "召开的", "举行的"), time.end))


def is_past(text: str, period: Period, today: date | None) -> bool:
    """Whether a sentence goes on to what has been since (如今, 近年来), and the stretch told before lies years back."""
    return NOWADAYS.match(text) is not None and period[1].year < (today.year - RECENT if today else LONG_AGO)


def survey_year(text: str) -> Period | None:
    """The year of the report that a sentence without a time quotes: 《2023年专利调查报告》显示，…."""
    hit = SURVEY.search(text)
    return whole_year(date(int(hit[1]), 1, 1)) if hit else None


def whole_year(day: date) -> Period:
    """The year of a day."""
    return date(day.year, 1, 1), date(day.year, 12, 31)
