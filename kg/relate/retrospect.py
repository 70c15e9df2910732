"""Which times of a sentence are its own, and whether it tells what is over: “十三五”期间, 近年来, 过去五年. Reading -> kg.relate.aims."""
from __future__ import annotations

import re

from kg.model import Reading, Time
from kg.relate.tasks import unfolded

BASE_BEFORE = re.compile(r"(?:比|较|与|同|恢复至|自|从|截至|相比|《[^》]*)$")
BACK = re.compile(
    r"近年来|近几年|过去的?[一二三四五六七八九十几\d]{1,3}年|近[一二三四五六七八九十两\d]{1,2}年来?|[一二三四五六七八九十\d]{1,3}年来|(?<![年日，])当前，|目前，|与20\d\d年相比")
FORWARD = re.compile("力争|确保|未来|今后|下一步")
FARTHEST = 6  # sentences that are looked back over for a time


def times_before(reading: Reading, index: int) -> list[Time]:
    """The times of the nearest sentence before in the paragraph, or in the one that it unfolds, that has any of its own."""
    sentences = reading.article.sentences
    lead = unfolded(reading).get(index)
    for last, paragraph in ((index - 1, sentences[index].paragraph), (lead, sentences[lead].paragraph if lead is not None else -1)):
        for before in range(last, max(-1, last - FARTHEST), -1) if last is not None else ():
            if sentences[before].paragraph != paragraph:
                break
            if times := own_times(reading, before):
                return times
    return []


def own_times(reading: Reading, index: int) -> list[Time]:
    """The times of a sentence but those that it only compares with (与2017年相比)."""
    text = reading.article.sentences[index].text
    return [time for time in reading.times[index] if not (text.startswith("相比", time.end) or BASE_BEFORE.search(text[max(0, time.start - 8):time.start]))]


def tells_back(reading: Reading, index: int, end: int) -> bool:
    """Whether a clause that ends at a position tells what has been reached: behind a time gone by (“十三五”期间) or words that look back (近年来), and behind
    none that look ahead; one without a time goes on with the sentence before it in the paragraph that has one."""
    text, today = reading.article.sentences[index].text, reading.article.date
    times = [time for time in own_times(reading, index) if time.end <= end]
    back = [hit.end() for hit in BACK.finditer(text, 0, end)]
    back += [time.end for time in times if today and time.last and time.last < today]
    ahead = [hit.end() for hit in FORWARD.finditer(text, 0, end)]
    ahead += [time.end for time in times if today and time.last and time.last > today]
    if back or ahead:
        return max(back, default=-1) > max(ahead, default=-1)
    before = [] if own_times(reading, index) else times_before(reading, index)
    if any(time.last and today and time.last < today for time in before):  # “十三五”时期，…。覆盖率达到70%
        return True
    sentences = reading.article.sentences
    return index > 0 and sentences[index - 1].paragraph == sentences[index].paragraph and BACK.search(sentences[index - 1].text) is not None
