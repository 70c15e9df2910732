"""Reads the time expressions of an article and works out their days: after layout, before figures, targets and dates.

Calendar words (kg.nlp.datewords) are read in context: neighbours joined by 至 are one stretch, 截至 and 到 make a moment, and a
missing year is the article's, else the last one printed before.
"""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.model import Article, Time
from kg.nlp.datewords import (
    Stretch,
    atoms,
    back_stretch,
    calendar_stretch,
    day_stretch,
    month_end,
    months_of,
    plan_stretch,
    word_stretch,
    year_of,
)

TITLE = re.compile(r"《[^《》]{0,80}》|〔[^〔〕]{0,8}〕")
UP_TO = re.compile(r"截[至止]到?(20\d\d)年(\d{1,2})月")
REPORTED = re.compile(r"(?<![比较与同和的自从])(20\d\d)年(?P<part>上半年|第?[一二三]季度|前[二三两]个?季度|1月?[-—至到]\d月)")  # by a report of its time
YEAR = re.compile(r"20\d\d(?=年)")
LEAD = 3  # sentences
AND = ("、", "和", "与", "及")
JOIN = re.compile(r"(?:日|起|开始)?(?:[-—–~～]{1,2}|至|到)")
UNTIL = re.compile(r"(?:截至|截止)(?:到|至)?$")
BY = re.compile(r"(?<![达得提想感受直升降加少高低展及乃甚以复])[到至]$")
WITHIN = re.compile("内(?!蒙古|最|首|第|新高|涨|跌|增|降)(?![^，。；]{0,12}(?:累计|已|了))[^，。；]{0,24}达到?(?:约|近)?\\d")  # 年内比例达到60%
TODAY = ("今晚（", "昨晚（", "今天（", "今天(", "今日（", "今日(", "昨天（", "昨天(")
WEEKDAY = re.compile("（(?:星期|周)[一二三四五六日天]）")  # 8月3日（星期四）
BASE = re.compile("[末底]?的")  # 由2022年的9%提高到10%
COMPARED = re.compile(r"(?:比|较|与|同|和|超|恢复[至到])$")
ENDED = re.compile("(?!以?前)[^。；]{2,60}?(?:[比较]上年|同比|增长了?\\d)")  # 年末全市常住人口320万人，比上年末增加2万人
TO_COME = re.compile("力争|争取|目标|计划|规划|预[计期测算]|将(?!近)|确保|有望|拟|[到至]年末|[^需重主首只]要|左右|以上|不低于")
EARLY = 5  # months of a year in which a text still tells of the year before as if it were this one


def find_times(article: Article, dates: list[list[re.Match[str]]] | None = None) -> tuple[tuple[Time, ...], ...]:
    """The time expressions of every sentence, in order, with years from the article's date or the years printed before.

    The calendar expressions of each sentence (`find_dates`) are looked for where none are given.
    """
    year, found = None, []
    told_before: tuple[Time, ...] = ()
    told = None if article.date else _month_told(article)
    for sentence, expressions in zip(article.sentences, dates or find_dates(article), strict=True):
        times, printed = _read(sentence.text, expressions, article.date, year, told) if expressions else ((), year)
        year = year if len(times) == 1 and times[0].text == sentence.text else printed  # the day of a signature is not what 全年 means
        times = _that_day(times, told_before) if "当" in sentence.text else times
        told_before = times if any(_is_day(time) for time in times) else told_before
        found.append(times)
    return tuple(found)


def _that_day(times: tuple[Time, ...], before: tuple[Time, ...]) -> tuple[Time, ...]:
    """The times of a sentence with 当天 as the day told last, in it or ``before`` it; the article's where none is told."""
    days, found = [time for time in before if _is_day(time)], []
    for time in times:
        if time.text in ("当天", "当日") and days:
            time = replace(time, first=days[-1].first, last=days[-1].last, value=days[-1].value)
        days += [time] if _is_day(time) else []
        found.append(time)
    return tuple(found)


def _is_day(time: Time) -> bool:
    return time.kind == "day" and time.value is not None


def _month_told(article: Article) -> date | None:
    """The first day of the last month up to which an article without a day counts (截至2024年6月底), or a day of the year of whose part its lead
    tells (公布2023年上半年业绩), or its text where nothing is said of 今年, or of the same part of it and of no later year: that is its year. In January
    that may be the year before, so that December tells nothing."""
    hits = [hit for sentence in article.sentences for hit in UP_TO.finditer(sentence.text)]
    months = [date(int(hit[1]), int(hit[2]), 1) for hit in hits if 1 <= int(hit[2]) < 12]
    text = "\n".join(sentence.text for sentence in article.sentences)
    now = "今年" in text or "去年" in text
    lead = sum(len(sentence.text) + 1 for sentence in article.sentences[:LEAD])
    last = max(YEAR.findall(text), default="")
    reported = [hit for hit in REPORTED.finditer(text) if not now or hit.start() < lead or (hit[1] == last and f"今年{hit['part']}" in text)]
    return max(months + [date(int(hit[1]), 6, 1) for hit in reported], default=None)


def find_dates(article: Article) -> list[list[re.Match[str]]]:
    """The calendar expressions of every sentence."""
    return [atoms(sentence.text) for sentence in article.sentences]


def find_times_in(text: str, anchor: date | None) -> tuple[Time, ...]:
    """The time expressions of one sentence, relative words worked out from the anchor day.

    >>> [(t.text, t.kind, str(t.last)) for t in find_times_in("截至2024年9月底，比上年增长；今年1-7月", date(2025, 8, 1))]
    [('截至2024年9月底', 'moment', '2024-09-30'), ('上年', 'year', '2024-12-31'), ('今年1-7月', 'span', '2025-07-31')]
    """
    return _read(text, atoms(text), anchor, None)[0]


def _read(
    text: str, dates: list[re.Match[str]], anchor: date | None, printed: int | None, told: date | None = None,
) -> tuple[tuple[Time, ...], int | None]:
    """Times of one sentence with its calendar expressions, and the last year printed up to its end, or meant by 今年; ``told``: a day of the article's year."""
    if ("《" in text or "〔" in text) and (untitled := TITLE.sub(lambda m: " " * len(m.group()), text)) != text:
        text, dates = untitled, atoms(untitled)
    times: list[Time] = []
    local: int | None = None  # the year last told in this sentence
    for atom in dates:
        if local and anchor and local > anchor.year and "；" in text[times[-1].end:atom.start()]:
            local = None  # 计划2026年底建成；上半年完成…
        stretch, year = _resolve(atom, anchor, local, printed, told)
        if atom["since"] and times and times[-1].kind == "moment" and text[times[-1].end:atom.start()] == "，":
            stretch = back_stretch(atom, times[-1].last)  # 截至2022年，十年来…
        before = text[max(0, atom.start() - 6):atom.start()]
        base = before.endswith(("由", "从")) and BASE.match(text, atom.end())
        if year and not atom["iso"] and not base and not COMPARED.search(before) and not text.startswith(("同期", "相比"), atom.end()):
            local = year
            if (atom["year"] and not BY.search(before)) or atom["relative"] == "今年":
                printed = year
        weekday = WEEKDAY.match(text, atom.end()) if text.startswith("（", atom.end()) else None
        end = weekday.end() if weekday else atom.end()
        time = Time(atom.start(), end, text[atom.start():end], *stretch)
        if times and (joined := _join(text, times[-1], time, anchor)):
            times[-1] = joined
        elif times and times[-1].text[0] in "到至" and time.kind == "year" and text[times[-1].end:time.start] in AND:
            times.append(Time(time.start, time.end, time.text, "moment", time.last, time.last, time.value))  # 到2022年和2030年
        else:
            times.append(_in_context(text, time, anchor))
    return tuple(times), printed


def _resolve(
    atom: re.Match[str], anchor: date | None, local: int | None, printed: int | None, told: date | None,
) -> tuple[Stretch, int | None]:
    """Days of an atom and the year that it tells itself."""
    if atom["iso"] or atom["of"]:
        return day_stretch(atom, anchor), int(atom["iso"]) if atom["iso"] else None
    if atom["word"]:
        return word_stretch(atom["word"], anchor), None
    if atom["plan"]:
        return plan_stretch(atom, anchor), None
    if atom["back"] or atom["since"]:
        return back_stretch(atom, anchor), None
    if atom["bare"]:
        return _bare_day(int(atom["bare"]), anchor, told=bool(atom["told"])), None
    if anchor and atom.string.startswith("前", atom.end()) and printed and printed < anchor.year:
        printed = None  # 力争年底|前: no day of a year that is told of before
    if atom.string.endswith(TODAY, 0, atom.start()) and (anchor or str(printed) not in atom.string):
        local = printed = None  # 预计2027年建成。今天（|4月15日|）: the article's own day
    if anchor and not local and printed in (None, anchor.year) and _over(atom, anchor):
        printed = anchor.year - 1
    year = year_of(atom, anchor or told, local or printed)
    if year or atom["relative"]:
        return calendar_stretch(atom, year), year
    return calendar_stretch(atom, local or _likely_year(atom, anchor or told) or printed), None


def _over(atom: re.Match[str], anchor: date) -> bool:
    """Whether 年末 or 全年 tells in the first months of a year what has been reached in the one before: 年末全市常住人口320万人，比上年末增加2万人."""
    bare = (atom["relative"] == "年" and atom["edge"] == "末") or (atom["relative"] == "全年" and atom.group() == "全年")
    return bare and anchor.month <= EARLY and not TO_COME.search(atom.string) and ENDED.match(atom.string, atom.end()) is not None


def _likely_year(atom: re.Match[str], anchor: date | None) -> int | None:
    """The article's year; the year before for 12月 and for 1—11月 in a text of January, but not for 12月底前."""
    if anchor is None:
        return None
    if atom.string.startswith("前", atom.end()):
        return anchor.year
    first, last = months_of(atom) or (1, 1)
    return anchor.year - (first - anchor.month >= 9 or (first == 1 and last - anchor.month >= 6))


def _bare_day(day: int, anchor: date | None, *, told: bool) -> Stretch:
    """25日 in the month of the article, or in the one before when that day would lie well ahead, or ahead at all of what is ``told`` of it (25日发布)."""
    if anchor is None:
        return Stretch("day", None, None)
    index = anchor.year * 12 + anchor.month - 1 - (day > anchor.day + (1 if told else 20))
    year, month = index // 12, index % 12 + 1
    if day > month_end(year, month).day:
        return Stretch("day", None, None)
    found = date(year, month, day)
    return Stretch("day", found, found, found.isoformat())


def _in_context(text: str, time: Time, anchor: date | None) -> Time:
    """The time with the words around it: 截至… and 到… are moments, …以来 goes on to the article's day."""
    before = text[max(0, time.start - 4):time.start]
    hit = UNTIL.search(before)
    if hit is None and time.kind in ("year", "month", "day", "quarter", "half", "moment") and not text.startswith("的", time.end):
        hit = BY.search(before)
    if hit:
        start = time.start - len(hit.group())
        return Time(start, time.end, text[start:time.end], "moment", time.last, time.last, time.value)
    if text.startswith("内", time.end) and time.kind == "year" and (time.text[0].isdigit() or WITHIN.match(text, time.end)):
        return Time(time.start, time.end + 1, time.text + "内", "moment", time.last, time.last, time.value)
    if text.startswith("以来", time.end) and (time.kind in ("year", "month", "day", "quarter", "half") or time.text.endswith("初")):
        return Time(time.start, time.end + 2, time.text + "以来", "span", time.first, anchor if time.first and anchor and time.first <= anchor else None)
    return time


def _join(text: str, left: Time, right: Time, anchor: date | None) -> Time | None:
    """One stretch from two times that 至 joins, as 2018年至2024年, 2024年8月至今, 自7月1日暑运启动至22日."""
    gap = text[left.end:right.start]
    if right.text in ("至今", "迄今") and gap in ("", "以来", "起"):
        last = anchor
    elif left.kind not in ("now", "moment") and right.kind != "now" and not left.text.endswith(("夜", "夜间")) and JOIN.fullmatch(gap):
        last = right.last
    elif gap[-1:] in ("至", "到") and len(gap) <= 12 and text[left.start - 1:left.start] in ("自", "从") and not re.search("[，。；]", gap):
        if right.kind != "day":
            return None
        last = _same_month(left, right) if re.fullmatch(r"\d+日", right.text) else right.last
    else:
        return None
    known = left.first is not None and last is not None and left.first <= last
    return Time(left.start, right.end, text[left.start:right.end], "span", left.first if known else None, last if known else None)


def _same_month(left: Time, right: Time) -> date | None:
    """The day of a bare 22日 in the month of the time before it."""
    if left.last is None:
        return None
    day = int(right.text.rstrip("日"))
    return left.last.replace(day=day) if day <= month_end(left.last.year, left.last.month).day else None
