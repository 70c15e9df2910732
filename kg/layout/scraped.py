"""Gives a page of the web that was saved as one line its lines back: 2023-08-05 08:17，正文：原标题：…, the text, its credits. Before `lines`.

The headline ends where a wide gap does, before its own repetition, or where the words of a lead begin: a dateline, a byline, a day, a stamp,
the first words of the headline once more; else behind an exclamation or a question.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.layout.margins import cut_margins
from kg.layout.outlets import REPORTER, UNKNOWN, houses
from kg.lexicon import find_forms

TOLD, HEADED = "正文：", "原标题："
STAMP = re.compile(rf"(?:(?:[^，。]{{0,100}}，)?{TOLD})?\s*")
MARKED = re.compile(rf"{HEADED}\s*")
GAP = re.compile(r"\s{4,}")
SHORTEST, LONGEST = 7, 70  # letters of a headline
TWICE = re.compile(rf"(\S.{{{SHORTEST - 1},{LONGEST}}}?)\s*(?=(?:{HEADED})?\1)")
SUBJECT = re.compile(r"[\u4e00-\u9fff]{3}(?=[：、，])|[\u4e00-\u9fff]{4}|\w{5}")
DAY = r"\d{1,2} ?月 ?\d{1,2} ?日"
KIND = "(?:[日晚晨时早商]报|都市报|青年报|特区报|新闻|消息|在线|财经|经纬)(?:网|频道|客户端)?"  # of outlets
OUTLET = rf"(?:[\u4e00-\u9fff]{{2}}网?(?:{KIND})?|[A-Za-z]{{2,12}}|本[报网刊])"
DATELINE = rf"[-－]?[\u4e00-\u9fff]{{0,8}} ?(?:{DAY}(?:电|讯|消息|报道)|(?:APP)?讯[ （(：:，近]|APP获悉|消息[：:，]|{REPORTER})"
TIME = rf"(?:(?:美国|美东)?(?:当地)?时间|20\d\d年)?{DAY}(?=[，、至—-]|上午|下午|晚|，?记者|在|从|起，)|(?:近日|日前|近期|今天|昨天|今日|昨日)(?=[，（(]?)"
OPENING = re.compile(
    rf"[□●■◆]|来源[：:]|[文图] ?/|本文转自|20\d\d-\d\d-\d\d|【[\u4e00-\u9fffA-Z]{{2,10}}(?:讯|新闻|消息|报道)】"
    rf"|【?{OUTLET}(?:{DAY})?(?:讯(?:[ （(：:近据】]|记者)|(?<=日)(?:电|消息|报道))|[\u4e00-\u9fff]{{2}}{KIND}{REPORTER}[ 　]"
    rf"|记者(?:{DAY}|\d{{1,2}}日?从|[ 　从])|通讯员[ ：:]|(?P<time>{TIME})|(?:今年以来|近年来|连日来|目前|眼下|当下)，"
    r"|今年(?:上半年|\d{1,2}月)|20\d\d年(?:，|以来|上半年|\d{1,2}月)|[本上]?周[一二三四五六日]，|习近平总书记(?:指出|强调|在)"
    r"|为(?:了|进一步|深入|全面|切实|贯彻|落实|推动|推进|加强|规范|做好|提高|提升|帮助|保障|维护|促进|扎实|更好|有效|充分|积极|持续|应对)"
    r"|(?<![数证依根占收票])(?:据|根据)(?:了|《|[^，。；：《]{2,14}(?:消息|报道|介绍|统计|通报|发布的))|“(?=[^“”，。]{8,40}[，。？！…][^“”]{0,200}(?:”|$))")
TELLS = re.compile(r"(?:晚间|下午|上午)?(?:联合)?(?:发布|公布|印发|出台|下发|宣布|通报|披露|召开|举行|表示)")  # behind a time that its subject stands before
OPEN = re.compile(r"[自从到至于在截，、：；—“《（和与及的因被]$")  # what does not end a headline
CALL = re.compile(r"[！？!?…]+(?:\s?[^，。！？!?“]{4,25}！)?")
LONGEST_SUBJECT = 16
ACTORS = ("Place", "Agency", "Organization")


def restore_lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text with their ends, those of a page that was saved as one line cut apart, and what role the cut tells; together they
    are the text.

    >>> [line for line, _ in restore_lines("2023-08-05 08:17，正文：原标题：某省启动夏季行动近日，某省启动行动。")]
    ['2023-08-05 08:17，正文：', '原标题：某省启动夏季行动', '近日，某省启动行动。']
    """
    told = TOLD in text or HEADED in text
    for line in text.splitlines(keepends=True):
        *first, rest = _cut(line) if told and (TOLD in line or HEADED in line) else [line]
        yield from ((part, "") for part in first)
        yield from cut_margins(rest)


def _cut(line: str) -> list[str]:
    """The parts of a line that holds a stamp or a headline before its text; the line as it is where it holds neither."""
    stamp = STAMP.match(line)
    cuts = [0, stamp.end() if stamp else 0]
    marked = MARKED.match(line, cuts[-1])
    if marked:
        cuts += [marked.end() + length for length in _headline(line[marked.end():marked.end() + 3 * LONGEST])]
    return [line[start:end] for start, end in pairwise([*cuts, len(line)]) if start < end] or [line]


def _headline(text: str) -> list[int]:
    """Where in a text its first line, the headline, ends, and the line behind it that repeats it or tells its source; none found: none."""
    gap = GAP.search(text, SHORTEST)
    if gap and gap.start() <= LONGEST:
        source = GAP.search(text, gap.end()) if text.startswith("来源", gap.end()) else None
        return [hit.end() for hit in (gap, source) if hit]
    twice = TWICE.match(text)
    if twice:
        return [twice.end(), text.index(twice[1], twice.end()) + len(twice[1])]
    end = min(filter(None, (_opening(text), _dateline(text), _again(text))), default=0) or _call(text)
    return [end] if end and "。" not in text[:end] else []


def _opening(text: str) -> int:
    """Where the words of a lead begin; 0 for nowhere."""
    for hit in OPENING.finditer(text, SHORTEST, LONGEST + 20):
        start = hit.start()
        if start <= LONGEST and not OPEN.search(text, max(0, start - 1), start):
            return _subject(text, start) if hit["time"] and TELLS.match(text, hit.end()) else start
    return 0


def _subject(text: str, end: int) -> int:
    """Where the one who acts at a time begins: at the first words of the headline once more, or at a known place or organ; else at the time."""
    first = max(SHORTEST, end - LONGEST_SUBJECT)
    again = text.find(text[:3], first, end)
    return again if again > 0 else min(_known(text, first, end), default=end)


def _known(text: str, first: int, end: int) -> list[int]:
    """Where known places and organs begin in a part of a text."""
    found = [(first + start, text[first + start:first + stop], entries[0]) for start, stop, entries in find_forms(text[first:end]) if stop - start > 1]
    return [start for start, form, entry in found if entry.type in ACTORS or (entry.type == "Division" and (entry.name.endswith("0000") or form[-1] in "市区县州"))]


@cache
def _houses() -> re.Pattern[str]:
    """A known paper, agency or site where it tells that it reports."""
    return re.compile(f"(?:{'|'.join(UNKNOWN)}|{houses()}){DATELINE}")


def _dateline(text: str) -> int:
    """Where the dateline of a known paper, agency or site stands; 0 for nowhere."""
    hit = _houses().search(text, SHORTEST, LONGEST + 20)
    return hit.start() if hit and hit.start() <= LONGEST else 0


def _again(text: str) -> int:
    """Where the first words of the headline, its subject, stand once more, with the place before them: there the lead begins; 0 for nowhere."""
    subject = SUBJECT.match(text)
    place = text.find(subject[0], SHORTEST, LONGEST) if subject else -1
    if place < 0 or OPEN.search(text, place - 1, place):
        return 0
    return max(place - 2, SHORTEST) if _known(text, max(place - 2, SHORTEST), place) else place


def _call(text: str) -> int:
    """Where a headline ends that calls out or asks, with a second call behind it; 0 for nowhere."""
    hit = CALL.search(text, SHORTEST, LONGEST)
    return hit.end() if hit else 0
