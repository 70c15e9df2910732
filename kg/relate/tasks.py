"""Which sentences are tasks of a year: the numbered items under a heading that sets them (2026年民生实事, 二、2026年主要指标).

Place in the line: reading -> the last day for each such sentence -> kg.relate.periods, kg.relate.targets.
"""
from __future__ import annotations

import re
from datetime import date

from kg.model import Reading
from kg.relate.skeleton import once

PLANS = re.compile("工作(?:的)?(?:总体)?(?:安排|打算|部署|建议)")  # 二、2024年工作安排: all that a report to an assembly says under it
SETS = re.compile(f"实事|目标|任务|主要指标|工作要点|重点工作|{PLANS.pattern}")
TELLS = re.compile("完成|落实情况|进展|总结|回顾|报告|评估|考核|验收|通报|调整|征集")
ITEM = re.compile(r"(?:\d{1,2}[.．、)）]|[(（]\d{1,2}[)）]|[①-⑳])")
ROW = re.compile(r"(?P<year>20\d\d)年(?P<name>[^\d]+)")
ARTICLE = re.compile("第[一二三四五六七八九十百零0-9]{1,6}条(?:之[一二三四五六七八九十]{1,2})?")  # of a law
TOLD = re.compile("已|了|累计|截至|同比|以来")
NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零0-9]+[章节条]")
PART = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}[.．、]")  # of a section
LEADS = re.compile("(?:[到至]20[0-9]{2}年，?)?[^，。；：《]{0,40}(?:目标|任务|主要指标)[一-龥]{0,3}：(?:[^，。；：]{0,16}。)?$")

SET_IN = re.compile("(?:20[0-9]{2}年|[今明]年|全年)[^，。；：《]{0,24}目标(?:任务)?[是为]?：(?=[^。；：]*[0-9])")  # 明确2025年主要目标：发送旅客43亿人次；…
GOALS_AHEAD = re.compile("(?:将|力争|争取|努力|计划)[^，。；]{0,6}实现[一二三四五六七八九十0-9]+(?:大|个|项)[一-龥]{0,4}目标[。：]$")
COUNTED = re.compile("[一二三四五六七八九十]是")


@once
def goal_items(reading: Reading) -> frozenset[int]:
    """The sentences 一是…。二是… behind one that announces so many goals: 甲局将争取实现三大目标。"""
    found, ahead = set(), False
    for index, sentence in enumerate(reading.article.sentences):
        counted = COUNTED.match(sentence.text) is not None
        ahead = GOALS_AHEAD.search(sentence.text) is not None or (ahead and counted)
        found.update([index] if ahead and counted else [])
    return frozenset(found)


@once
def task_days(reading: Reading) -> dict[int, date]:
    """The last day of the year in which a sentence is to be done, for the numbered items under a heading that sets a year's tasks,
    for the paragraphs behind a line that does (2025年主要目标：), and for the rows of a table that tell what is to come."""
    sentences, days = reading.article.sentences, {}
    led, wide, captioned = None, False, None
    whole = section = _day(reading, [i for i, sentence in enumerate(sentences) if sentence.role in ("headline", "subtitle")])
    item = -1
    for index, sentence in enumerate(sentences):
        if sentence.role == "row":
            if day := _row_day(reading, index, captioned):
                days[index] = day
            continue
        if sentence.role == "subhead":
            captioned = next((time.last for time in reading.times[index] if time.kind == "plan"), None)
        if sentence.role == "subhead" and wide and PART.match(sentence.text):
            continue
        if sentence.role == "subhead":
            section, item, led = _day(reading, [index]) or whole, -1, None
            wide = section is not None and PLANS.search(sentence.text) is not None
        elif sentence.role == "body" and "目标" in sentence.text and (hit := SET_IN.search(sentence.text)):
            due = [time.last for time in reading.times[index] if hit.start() <= time.start and time.end <= hit.end() and time.last]
            if due and (reading.article.date is None or reading.article.date < due[0]):
                days[index] = due[0]
        elif sentence.role == "body" and "：" in sentence.text and LEADS.match(sentence.text):
            led = _day(reading, [i for i in range(index + 1) if sentences[i].paragraph == sentence.paragraph])
        elif (section or led) and sentence.role == "body":
            item = sentence.paragraph if wide or ITEM.match(sentence.text) or (whole and NUMBERED.match(sentence.text)) else item
            led = None if led and NUMBERED.match(sentence.text) else led
            day = led or (section if sentence.paragraph == item else None)
            if day and all(time.last == day for time in reading.times[index]) and not TOLD.search(sentence.text):
                days[index] = day
    return days


@once
def unfolded(reading: Reading) -> dict[int, int]:
    """For each sentence of a paragraph that a dash opens (——产业规模。…) the last sentence of the paragraph that it unfolds."""
    sentences = reading.article.sentences
    found: dict[int, int] = {}
    lead, dashed, paragraph = -1, False, -1
    for index, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph, dashed = sentence.paragraph, sentence.text.startswith("——")
        if sentence.role != "body":
            lead = -1
        elif not dashed:
            lead = index
        elif lead >= 0:
            found[index] = lead
    return found


def _row_day(reading: Reading, index: int, captioned: date | None) -> date | None:
    """By when what a row tells is to be: the year of its column where that is still to come, or comes behind another one in the plan's table;
    the end of the plan in the table's caption for a row without a year."""
    times, today = reading.times[index], reading.article.date
    if not times:
        return captioned
    last, text = times[-1].last, reading.article.sentences[index].text
    before = reading.article.sentences[index - 1]
    one, other = ROW.match(before.text) if before.role == "row" else None, ROW.match(text)
    again = one and other and one["name"] == other["name"] and one["year"] < other["year"]
    return last if last and (last > today if today else again or times[-1].kind == "moment") else None


def _day(reading: Reading, headings: list[int]) -> date | None:
    """The last day of the year whose tasks some headings set, None where they set none or it has gone by when the article tells of it."""
    words = "".join([reading.article.sentences[index].text for index in headings])
    if not SETS.search(words) or TELLS.search(words.replace("要完成", "")):
        return None
    years = [time for index in headings for time in reading.times[index] if time.kind in ("year", "moment") and time.last]
    day = years[0].last if years else None
    return day if day and (reading.article.date is None or reading.article.date < day) else None
