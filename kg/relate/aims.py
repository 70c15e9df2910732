"""Judges clauses for the target extractor: whether one announces an aim, by which day, and whether it says what.

The words are in ``kg/data/targets.toml``.
"""
from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.model import Reading, Time
from kg.nlp.datewords import numeral
from kg.nlp.times import AND
from kg.relate.retrospect import BASE_BEFORE, own_times, tells_back, times_before
from kg.relate.scene import is_document
from kg.relate.skeleton import mentions_of
from kg.relate.tasks import goal_items, task_days, unfolded
from kg.resources import data_file

DUE_AFTER = re.compile(r"^(?:年)?(?:底|末)?(?:之)?(?:前|内|底前|末前|年底前)")
SINCE_ISSUED = re.compile(r"(?:批复|印发|发布|公布|下发)(?:之日起|后)(?P<number>\d{1,2})(?P<unit>个月|[日天])内")  # of the document's own day
OPEN_ENDED = re.compile(
    r"^(?:前[\d一二三四五六七八九十两几]+个?(?:月|季|周|天|年)|起|开始|以来|同期|的(?!目|[^，。；]{0,8}目标[是为])|期间[^，将力]{0,4}(?:完成了|实现了))")
LEVEL_OF, OF_NUMBER = re.compile("[由从][^，。；]{1,40}[到至]$"), re.compile("的\\d")  # 由2020年的4亿户增加到2025年的8亿户
PLAN_MARKS = frozenset("“\"")  # around the number of a five-year plan
UNDATED_DUE = re.compile(r"^(?:到|至)(?:20\d{2}年|“|本世纪)")
BY_YEAR = re.compile(r"(?:^|提出|明确|力争|确保|要求)到20\d\d年(?:底|末|年底)?(?!前后)")
AHEAD = re.compile("未来|将(?!近)")
FORESEEN = re.compile("预[计测期估]|可能|估计|假设|若(?!干)")
SET_WITHIN = 60  # letters behind a year in which a plan says by how much something shall change
FARTHEST_PLAN = 6  # sentences that a plan's span is looked ahead to
LEADS_TO = ("到", "力争", "面向", "展望", "锚定", "瞄准", "将于", "计划于", "拟于", "拟定", "宣布")
INTENDED = re.compile("(?:预计|计划|力争|有望|争取|拟|规划)[于在到至]?$")  # 预计2026年底建成
INTENDED_THEN = re.compile("，?[^，。；]{0,16}?(?:力争|有望|计划|将(?:超|达|突破|新增|新建|建设|建成|改造|打造|培育|开工|完成|实现|增|提高))")
GROWS = re.compile("(?:增长|增加|减少|下降|降低|提高)\\d")
INHERITS = re.compile(r"(?:全面|基本|初步)(?:建成|形成|建立|实现|完成)|全覆盖|^(?:形成|建成)|取得(?:明显|显著|决定性|重大)[一-龥]{0,4}(?:进展|成效)$"
                      r"|实现[^，。；]{2,40}(?:应用|覆盖|运行|化)$|全面[一-龥]{2,4}化$|(?:压缩|缩短|压减)[至到]\d")
BY_THEN = re.compile(r"(?:到|至)(?:今年|明年|20\d\d|“|本世纪|\d+月)|[年月](?:底|末)|“[^”]{3}”末|[年月日底末]之?前|年内|完成|建成|竣工|投入|达到|全面|纳入|具备")
ALL_ITS_YEARS = re.compile(  # of a plan: 三年培训10万人
    "(?P<years>[2-5二两三四五])年(?:内|共|累计|总计)?(?:开展|培训|完成|建成|建设|新[建增]|改造|培育|打造|治理|引进|实施|支持|选派|招募)")
DURATIONS = ("年", "个月", "天", "日", "周", "余年", "多年")
REACHED = re.compile(r"完成|已|了|以来|始终|于20\d\d年|累计|(?:建成|建立|达|设立)\d")
PLAN = re.compile(r"(?:通知|意见|规划|方案|计划|纲要|决定|批复)(?:（[^（）]*）)?》?$")
SETS_OUT = re.compile(r"》[^，。；《》]{0,12}(?:提出|要求|明确|强调|指出|表示|部署|确定)")
LEVEL = re.compile(
    r"率达(?=\d)|稳定在|保持在|控制在|维持在|达到|不低于|不少于|不高于|不超过|恢复[到至](?!了)|提高[到至](?!了)|提升[到至](?!了)|增加[到至](?!了)|扩大[到至](?!了)"
    r"|(?:下降|降低|提高|增长|减少|压减|压缩)\d[\d.]*(?:%|个百分点)(?:以上|左右)|再(?:下降|降低|提高|压缩)(?=\d)"
    r"|压缩[到至](?!了)|缩短[到至](?!了)|守住[^，。；]{0,4}(?=\d)|上升[到至](?!了)|下降[到至](?!了)|压减[到至](?!了)|降[到至](?!了)|增[到至](?!了)|升[到至](?!了)"
)
PARAMETER = re.compile(r"(?<!高)标准|补[助贴]|奖[励补]|返还|费率|利率|税率|罚款|期限|申请|条件|的，?$|每[人户家次]|最[高多低]|按"
                       r"|单个|资助|贴息|原则上不超过|可提高[到至]|以上的|以内的|(?:使用|建筑|套型)面积|年增幅|可以?由|押金|租金|首付|承担|分担|公告(?:时间|期)|公示期")
CAP = re.compile("不(?:超过|高于|低于|少于)[^，。；]{0,4}?[\\d.]+[万亿]*元")  # 中部地区不超过10亿元: what a rule grants
GROSS = re.compile("安排|投入|发放|筹集|产值|收入|投资|规模|总[额量]|营收|经费|增加值|销售|交易额|成交额|贷款|进出口")

MADE = re.compile(r"，?(?:[一-龥]{0,6}?[再还将])?(?:新增|新建|新开工|建成|培训|改造|培育|招募|完成)[^，。；]{0,12}?\d")
FLOOR = re.compile("不低于|不少于")
SET_VERB = re.compile(r"实现|新开工|开工|开展|完成|建成|达到|不低于|不少于|新增|培训|改造|治理|力争|确保|控制在|扩大到|推开|(?:基本|初步|全面)(?:形成|建立)")
MOVES = re.compile(r"(?:下降|降低|提高|增长|增加|减少|形成[^，。；]{0,6}?约?)\d")
SO_MANY = re.compile(  # 打造20个以上工业互联网平台, 三年内新建3.4万个5G基站: so many of what a plan wants made
    r"(?:^|(?<=[，；：。]))(?:要|并|再|还|力争|加快|努力|积极|着力|重点|分批|全面|[一二两三四五]年内?)*"
    r"(?:(?:新建|改建|扩建|建设|建成|打造|培育|创建|推出|突破|组建|引进|新增|改造|布局|认定|培养|培训|治理|修复|设立|选派|举办|开展|淘汰|整合|优化)[、和]?)+"
    r"(?!了)[^，。；、“]{0,14}?\d"
)
THIRDS = {"上旬": 10, "中旬": 20}
SET_END = re.compile("实现[^，。；]{2,20}(?:全?覆盖|全面[一-龥]{2,4}化)|(?:全面|全部|基本)(?:建成|完成|实现)")
GOALS = ("以实现", "以达到", "以完成", "”的")  # 以实现5%的目标, “到2025年…”的目标
GOAL_HEADING = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?:主要|总体|发展|工作|建设|行动|具体|阶段)?目标(?:任务)?[。：]?")
COVERED = re.compile("实现[^，。；]{2,40}全覆盖$")
UNTOLD_DUE = re.compile(  # a day whose year a text without a date does not tell
    r"(?:(?<![\d年])\d{1,2}月(?:\d{1,2}日|底|末)|(?:今年|明年)?年底|(?:今年|明年)?[上下]半年|年内)(?:之)?前(?=[^，。；]{0,8}(?:完成|实现|建成|达到|启动|推出|出台|印发|制定|全部|全面|基本|至少|提供))")
TASK, DUE = 14, re.compile("[年月]底?前")  # 2018年底前查明污染的面积、分布: letters of what a plan wants done by a day
WILL = re.compile("将(?!近)(?:还|会)?(?=[一-龥]{2})(?![^，；。]{0,24}(?:列[入为]|纳入|作为|视为|分为|整合|用于|[由从]\\d))")
STRONG = re.compile("全覆盖|全面(?:覆盖|建成|完成|实现|建立|推开|实施|取消|消除|达标|完工|贯通)|“一张网”|建成|纳入|完成(?![^，。；]{0,40}任务)")


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled lists of ``targets.toml``; ``opens`` are the cues and what expects."""

    opens: re.Pattern[str]
    cues: re.Pattern[str]
    expects: re.Pattern[str]
    dated: re.Pattern[str]
    announces: re.Pattern[str]
    end_states: re.Pattern[str]
    past: re.Pattern[str]
    continues: re.Pattern[str]
    leads: re.Pattern[str]
    speech: re.Pattern[str]
    never: re.Pattern[str]
    supposed: re.Pattern[str]


@cache
def load_words() -> Words:
    """The words that announce targets, compiled."""
    rows = tomllib.loads(data_file("targets.toml").read_text("utf-8"))
    some = {key: "|".join(value) for key, value in rows.items() if key != "speech"}
    some["opens"] = f"{some['cues']}|{some['expects']}"
    some |= {"continues": f"^(?:{some['continues']})", "leads": f"^(?:{some['leads']})[，：]?", "speech": rows["speech"]}
    return Words(**{key: re.compile(pattern) for key, pattern in some.items()})


class Clause(NamedTuple):
    """A stretch of a sentence between marks."""

    start: int
    end: int
    text: str


def may_aim(reading: Reading, index: int) -> bool:
    """Whether a sentence holds any of what a target is made of: the cheap test before its clauses are judged."""
    text, times = reading.article.sentences[index].text, reading.times[index]
    return (
        ("目标" in text and any([words in text for words in GOALS])) or "全覆盖" in text
        or (bool(times) and any([_is_ahead(reading, time) and _is_due(reading, index, time, text) for time in times]))
        or load_words().opens.search(text) is not None
        or SINCE_ISSUED.search(text) is not None
        or (reading.article.date is None and bool(times) and UNTOLD_DUE.search(text) is not None)
        or (index > 0 and not own_times(reading, index) and (plan_deadline(reading, index) or inherited_deadline(reading, index)) is not None)
        or (bool(reading.quantities[index])
            and ("将" in text or index in goal_items(reading) or index in task_days(reading)
                 or (sets_out(reading, index) and any(sets.search(text) for sets in (LEVEL, SO_MANY, ALL_ITS_YEARS)))))
    )


def find_deadline(reading: Reading, index: int, clause: Clause) -> date | None:
    """The last day of the latest stretch in a clause that is still to come, of several joined (到2022年和2030年) the first; or None."""
    if (since := SINCE_ISSUED.search(clause.text)) and reading.article.date and is_document(reading):
        return _later(reading.article.date, int(since["number"]), months=since["unit"] == "个月")
    if (whole := ALL_ITS_YEARS.match(clause.text)) and (last := _last_of(reading, numeral(whole["years"]))):
        return last
    if not reading.times[index]:
        return None
    text = reading.article.sentences[index].text
    joined = [right for left, right in pairwise(reading.times[index]) if right.kind == "moment" and text[left.end:right.start] in AND]
    names = mentions_of(reading).get(index, ())
    around = text[clause.start:clause.end + 20]
    told = [time for time in reading.times[index] if clause.start <= time.start and time.end <= clause.end and not text.endswith("每年", 0, time.start)
            and time not in joined and not any(m.start <= time.start and time.end <= m.end for m in names)]
    due = [_day(time.last, text[time.end:time.end + 2]) for time in told
           if time.last and _is_ahead(reading, time) and _is_due(reading, index, time, around)]
    return max(due, default=None)


def _last_of(reading: Reading, years: int) -> date | None:
    """The last day of a plan for so many years, by its headline: 甲方案（2024—2026年）."""
    spans = [time for sentence, times in zip(reading.article.sentences, reading.times, strict=True) if sentence.role == "headline" for time in times]
    return next((time.last for time in spans if time.first and time.last and _is_ahead(reading, time) and time.last.year - time.first.year + 1 == years), None)


def _later(day: date, number: int, *, months: bool) -> date:
    """A day so many days or months later; the last of a month that is too short."""
    if not months:
        return day + timedelta(days=number)
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def inherited_deadline(reading: Reading, index: int) -> date | None:
    """The day that the sentence before in the paragraph sets (到2025年，…。), for one that tells no time of its own and goes on with levels
    to reach, also over others that do."""
    if not sets_out(reading, index) or own_times(reading, index):
        return None
    times = times_before(reading, index)
    due = [time for time in times if UNDATED_DUE.search(time.text) and time.last]
    day = due[-1].last if due else None
    return day if day and (reading.article.date is None or day > reading.article.date) else None


def plan_deadline(reading: Reading, index: int) -> date | None:
    """The last day of the plan that the sentences before in the paragraph look ahead to (“十五五”时期，甲省将…), for one that tells no time."""
    sentences = reading.article.sentences
    if reading.times[index] or not reading.quantities[index]:
        return None
    ahead = False
    for before in range(index - 1, -1, -1):
        if sentences[before].paragraph != sentences[index].paragraph or index - before > FARTHEST_PLAN:
            return None
        ahead = ahead or AHEAD.search(sentences[before].text) is not None
        if reading.times[before]:
            plan = reading.times[before][-1]
            return plan.last if ahead and plan.kind == "plan" and plan.text.startswith("“") and plan.last and _is_ahead(reading, plan) else None
    return None


def sets_task(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause of a year's task says how much is to be done (新建公园5个)."""
    return index in task_days(reading) and has_quantity(reading, index, clause) and not PARAMETER.search(clause.text)


def sets_goal(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause of one of the goals announced before (将实现三大目标。一是…) says how much is to be reached."""
    return index in goal_items(reading) and has_quantity(reading, index, clause) and not load_words().past.search(clause.text)


def sets_number(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause of a plan's own text says how many are to be made (打造20个平台), with no time that has gone by."""
    if not SO_MANY.match(clause.text) or not has_quantity(reading, index, clause) or not is_document(reading):
        return False
    words = load_words()
    if words.past.search(clause.text) or words.never.search(clause.text) or PARAMETER.search(clause.text):
        return False
    return PLAN.search(reading.article.headline or "") is not None and not tells_back(reading, index, clause.end)


def sets_out(reading: Reading, index: int) -> bool:
    """Whether a sentence tells what a plan or notice wants: it stands in one, or names one that 提出, 要求, 明确."""
    return PLAN.search(reading.article.headline or "") is not None or SETS_OUT.search(reading.article.sentences[index].text) is not None


def sets_level(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause of a plan or notice says what level is to be reached or kept (覆盖率稳定在70%)."""
    words = load_words()
    if not has_quantity(reading, index, clause) or not LEVEL.search(clause.text) or (CAP.search(clause.text) and not GROSS.search(clause.text)):
        return False
    if words.past.search(clause.text) or words.never.search(clause.text) or PARAMETER.search(clause.text):
        return False
    text = reading.article.sentences[index].text
    today = reading.article.date
    if not sets_out(reading, index) or any(
            time.end <= clause.end and _told(text, time) and not (today and time.last and time.last > today) for time in reading.times[index]):
        return False
    if today and any(time.kind == "year" and time.text[:1].isdigit() and clause.start <= time.start <= clause.start + 2 and time.last and time.last < today
                     for time in reading.times[index]):
        return False  # 2020年人均收入达到17131元
    return not tells_back(reading, index, clause.end)


def _told(text: str, time: Time) -> bool:
    """Whether a time is one whose levels are told, not set: 截至2025年底, 2025年; not 2025年起."""
    return time.text.startswith("截") or (time.kind == "year" and time.text[:1].isdigit() and text.startswith(("，", "全"), time.end))


def _day(last: date, after: str) -> date:
    """The day of a month's third that is named behind it (9月中旬), else the last day itself."""
    return last.replace(day=THIRDS.get(after, last.day))


def _is_ahead(reading: Reading, time: Time) -> bool:
    """Whether a time is still to come, as far as the article's day tells."""
    return time.last is not None and (reading.article.date is None or time.last > reading.article.date)


def _is_due(reading: Reading, index: int, time: Time, around: str) -> bool:
    """Whether a time is one by which something shall be done: still to come, and neither a start nor what is compared with."""
    text = reading.article.sentences[index].text
    before, after = text[max(0, time.start - 8):time.start], text[time.end:time.end + 8]
    told = time.kind == "now" or time.text.startswith("截") or (time.kind == "day" and after.startswith("期间"))
    if OF_NUMBER.match(after) and sets_out(reading, index) and LEVEL_OF.search(text, max(0, time.start - 44), time.start):
        return True
    if told or OPEN_ENDED.search(after) or BASE_BEFORE.search(before):
        return False
    if time.kind in ("year", "plan", "span") and sets_out(reading, index) and (
            SET_VERB.search(around) or any(wording.search(text, time.end, time.end + SET_WITHIN) for wording in (MOVES, LEVEL))):
        return True
    if reading.article.date is None:
        if any(_opens_past(text, told) for told in reading.times[index] if told.end <= time.start):
            return False  # 自2014年开通，到2022年增至8.7亿美元
        spoken = time.text.endswith(("期间", "时期", "末")) or after.startswith("，")
        if spoken and not PLAN_MARKS.isdisjoint(time.text) and _announces(text[time.end:time.end + 30]):  # “十五五”，…将累计降低17%
            return True
        if "20" in time.text and (INTENDED.search(before) or INTENDED_THEN.match(text, time.end)) and not MOVES.search(around):
            return True
        return bool(UNDATED_DUE.search(time.text) or DUE_AFTER.search(after) or before.endswith(LEADS_TO))
    announced = time.kind in ("moment", "day", "month") or before.endswith(("到", "至", "在")) or bool(DUE_AFTER.search(after))
    return announced or _announces(around) or _is_set_for(time, reading.article.date, text, around)


def _is_set_for(time: Time, today: date, text: str, around: str) -> bool:
    """Whether a level or an end is set for a year to come (2025年，产能达到…, 2026年实现全城覆盖), and not only foreseen."""
    if is_year_to_come(time, today):
        sets = bool(LEVEL.search(around) or SET_END.search(around)) or _is_made_in(time, today, text)
    else:
        sets = time.text == "今年" and FLOOR.search(around) is not None
    return sets and FORESEEN.search(text) is None


def _is_made_in(time: Time, today: date | None, text: str) -> bool:
    """Whether so many are made in a year to come: 2027年再新增学位5万个."""
    return is_year_to_come(time, today) and MADE.match(text, time.end) is not None


def is_year_to_come(time: Time, today: date | None) -> bool:
    """Whether a time is a named year that has not begun: 2027年, but not 两年内."""
    return time.kind == "year" and time.text.startswith("20") and time.first is not None and today is not None and time.first > today


def _opens_past(text: str, time: Time) -> bool:
    """Whether a time is the first end of a stretch (自2014年…), and not when something begins (自2026年起)."""
    return text[:time.start].endswith(("自", "从")) and not OPEN_ENDED.search(text[time.end:time.end + 8])


@lru_cache(maxsize=8)
def _announces(around: str) -> bool:
    """Whether the words around a clause announce an aim; asked for each time in the clause."""
    return load_words().announces.search(around) is not None


def says_what(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause holds a quantity or an end state."""
    return has_quantity(reading, index, clause) or bool(load_words().end_states.search(clause.text))


def has_quantity(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause holds a quantity that is no mere duration."""
    quantities = reading.quantities[index]
    return bool(quantities) and any(clause.start <= q.start and q.end <= clause.end and q.unit not in DURATIONS for q in quantities)


def reaches(clause: Clause) -> bool:
    """Whether a clause says what is to be reached or kept, by itself."""
    return any(wording.search(clause.text) for wording in (LEVEL, INHERITS, GROWS))


def is_goal(reading: Reading, index: int) -> bool:
    """Whether a sentence stands in a paragraph headed 发展目标 or 主要目标, in which all that is said by a day is aimed at, or in one that
    unfolds what is to be reached by a day (到2025年：——…)."""
    sentences = reading.article.sentences
    if index in unfolded(reading) and inherited_deadline(reading, index):
        return True
    first = index
    while first and sentences[first - 1].paragraph == sentences[index].paragraph:
        first -= 1
    return first < index and GOAL_HEADING.fullmatch(sentences[first].text) is not None


def is_target(reading: Reading, index: int, clause: Clause, own: date | None, *, goes_on: bool, near: bool) -> bool:
    """Whether a clause announces an aim and says what it is; ``goes_on`` if one with a deadline stands before it."""
    words, text = load_words(), reading.article.sentences[index].text
    cue = find_cue(reading, index, clause) or (UNTOLD_DUE.search(clause.text) if reading.article.date is None and not own else None)
    expected = words.expects.search(clause.text) and BY_THEN.search(clause.text)
    covered = COVERED.match(clause.text)
    if not (own or cue or expected or goes_on or covered):
        return False
    goal = goes_on and is_goal(reading, index)
    if (words.never.search(clause.text) and not goal) or (words.past.search(clause.text) and not (cue and own)):
        return False
    if own:
        aims = cue or any(wording.search(clause.text) for wording in (words.expects, words.dated, BY_THEN, SET_END, FLOOR, SINCE_ISSUED))
        aims = aims or any(clause.start <= time.start < clause.end and _is_made_in(time, reading.article.date, text) for time in reading.times[index])
        aims = aims or bool((SET_VERB.search(clause.text) or MOVES.search(clause.text)) and sets_out(reading, index))
        by_year = (cue or reading.article.date is not None) and BY_YEAR.search(clause.text)
        due = len(clause.text) >= TASK and DUE.search(clause.text) and sets_out(reading, index)
        return bool(aims) and bool(by_year or due or says_what(reading, index, clause))
    if cue:
        after = Clause(clause.start + cue.start(), clause.end, clause.text[cue.start():])
        strong = STRONG.search(after.text)
        return has_quantity(reading, index, after) or bool(strong and words.end_states.search(after.text))
    if expected:
        return says_what(reading, index, clause)
    if goes_on:
        if goal and index in unfolded(reading) and not has_quantity(reading, index, clause):
            return STRONG.search(clause.text) is not None  # ——建设智慧医保。…水平显著提升
        if goal and (says_what(reading, index, clause) or clause.text.endswith("突破")):
            return True
        return (has_quantity(reading, index, clause) and (near or reaches(clause))) or bool(INHERITS.search(clause.text))
    return bool(covered) and not REACHED.search(text[:clause.start]) and "了" not in text[clause.end:]


def will_act(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause says what a place or body, or all in a time named, will do (甲省将继续支持…), not what it does with something (将试点列入…)."""
    doers = {m.end for m in mentions_of(reading).get(index, ()) if m.type in ("Place", "Agency", "Organization")}
    doers |= {time.end for time in reading.times[index]} | {clause.start}
    return any(clause.start + hit.start() in doers for hit in WILL.finditer(clause.text))


def find_cue(reading: Reading, index: int, clause: Clause) -> re.Match[str] | None:
    """The first word of a clause that announces, and is no part of a name or a title (西部计划, 《…规划建设…》)."""
    names = mentions_of(reading).get(index, ())
    for hit in load_words().cues.finditer(clause.text):
        at = clause.start + hit.start()
        titled = clause.text.rfind("《", 0, hit.start()) > clause.text.rfind("》", 0, hit.start())
        if not titled and not any(m.start <= at < m.end for m in names):
            return hit
    return None
