"""Whose decree a regulation is, by the number in brackets behind its title (《甲办法》（乙部令第3号）), who made what the text goes on to call
by its kind (该标准由甲部组织修订，由乙局批准发布), who sent up for approval what a reply approves, and what the regulation before it repeals.

Place in the line: mentions, skeletons -> `issues`, `drafts`, `issuedOn`, `replaces`.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.model import Mention, Reading, Ref, Statement, Time
from kg.relate.skeleton import CODES, JOINT, SLOTS, Skeleton, mentions_by_type, mentions_of, skeletons

CONFIDENCE = 0.95
NEAR = 2  # sentences from a new regulation to the one that tells what it repeals
KINDS = {"标准": ("标准", "规范", "规程", "要求", "通则"), "国标": ("标准", "规范", "规程", "要求", "通则")}
_BODY, _DATE, _REGULATION = f"[{SLOTS['Body']}]", CODES["Date"], CODES["Regulation"]
_BODIES = f"({_BODY}(?:{JOINT}{_BODY}){{0,12}})"
_MADE = re.compile(
    f"(?:^|[，。；])[该新](?P<kind>标准|国标|办法|条例|规定|细则|规划|方案|指南)由(?:{_BODY}提出并归口，由)?{_BODIES}(?:等[^，。；]{{0,8}})?(?:负责|牵头|联合|共同)?(?:组织(?:修订|制定|起草|编制)|起草|编制)")
_PUBLISHED = re.compile(
    f"[，；]于?(?P<before>{_DATE})?由{_BODIES}(?:于(?P<day>{_DATE}))?(?:联合)?(?:批准)?(?:发布|公布|印发)|[，；]于(?P<alone>{_DATE})(?:批准)?(?:发布|公布|印发)")
_REPLACES = re.compile(f"[，；](?:全面|将)?(?:代替|替代|取代)了?[^，。；]{{0,4}}?({_REGULATION})")
_DRAFTED = re.compile("（[^（）]*(?:稿|草案)）$")
_OPENS = re.compile("》?[（(]")
_NUMBER = re.compile("(?:令|公告|通告)[^，。；（）()]{0,8}第? ?[0-9]+ ?号[^（）()]{0,12}[）)]")
_ADDRESSED = re.compile(f"{_BODIES}：")
PUT_IN_FORCE = re.compile(f"现(?:予以?)?(?:批准)?(?:公布|发布)|批准{_REGULATION}[^。，；]{{0,12}}标准")
_SENT_UP = re.compile(f"[^《。；]{{0,24}}关于(?:报请|提请|请求)(?:审批|批准|审定|审议)({_REGULATION})的请示收悉")

ANOTHER_OF_IT = re.compile(  # 《R》政策解读, 《R》实施细则: another document about the regulation, no part of its name
    "(?:政策|文件|官方|权威|图文|一图|文字|配套|修订|修改|起草|编制|试点|任务|重点|主要|典型|宣传|普法|贯彻|落实|实施|执行|培训|辅导|百|热点|常见|问题|指导|相关|有关|操作|补充|"
    "第[一二三四五六]批|的){0,4}"
    "(?:(?:实施|执行|落实|贯彻)(?:条例|办法|规定|规则|(?:情况|成效|效果|评估)的?(?:报告|通报)?)|解读|读本|图解|读懂|问答|答复|答记者问|案例|细则|分工|手册|折页|海报|释义|说明|名单|修订稿|"
    "培训班|宣传片|(?:分工|实施|落实|推进|调整|工作){1,2}方案|实施意见|(?<=操作)(?:指南|规程)|(?<=补充)规定|(?<=配套)(?:文件|办法|政策|措施)|"
    "(?:(?:强制性|推荐性)?国家标准)?(?:第[0-9]号)?修改单)")

_NEW = re.compile(f"{_REGULATION}[^{_REGULATION}]*(?:施行|实施|执行|生效|印发|公布|发布|出台)|(?:印发|公布|发布|出台|通过)[^，。；]{{0,12}}{_REGULATION}")
_REPEALED = re.compile(
    f"(?:同时，|届时，?)?(?:原|[^，。；{_REGULATION}]{{1,40}}(?:公布|发布|印发|制定|出台|施行|实施)的)?({_REGULATION}(?:[、和及与]{_REGULATION}){{0,9}})"
    "[^，。；已]{0,8}?(?:废止|停止执行|不再执行|作废)")


def find_repealed(reading: Reading) -> Iterator[Statement]:
    """What the one regulation of the last sentence that names any repeals: 甲部公布《新办法》，自D起施行。D公布的《旧办法》同时废止。"""
    new, titles = None, set[Ref]()
    for row in skeletons(reading) if len(mentions_by_type(reading).get("Regulation", ())) > 1 else ():
        named = {m.ref for m in row.mentions(0, len(row.text)) if m.type == "Regulation"}
        hit = _REPEALED.match(row.text) if new and named and row.index <= new.index + NEAR else None
        if new and hit:
            for title in titles:
                for repealed in (m.ref for m in row.mentions(*hit.span(1)) if m.ref != title):
                    yield Statement(title, "replaces", repealed, confidence=CONFIDENCE, evidence=reading.evidence(new.index, row.index))
        elif named and not named <= titles:
            new = row if row.codes.count(_REGULATION) == 1 and _NEW.search(row.text) else None
            titles = named if new else set()


def find_decrees(reading: Reading) -> Iterable[Statement]:
    """One statement for each regulation with the number of a decree of a named body behind it."""
    for index, mentions in mentions_of(reading).items() if {"Regulation", "Agency"} <= mentions_by_type(reading).keys() else ():
        text = reading.article.sentences[index].text
        for title, body in pairwise(mentions):
            if title.type == "Regulation" and body.type == "Agency" and _numbered(text, title, body):
                yield Statement(body.ref, "issues", title.ref, confidence=CONFIDENCE, evidence=reading.evidence(index))


def _numbered(text: str, title: Mention, body: Mention) -> bool:
    return _OPENS.fullmatch(text, title.end, body.start) is not None and _NUMBER.match(text, body.end) is not None


def find_sent_up(reading: Reading) -> Iterator[Statement]:
    """Who drafted what a reply approves, those to whom it is addressed: 甲省人民政府、乙部：你们关于报请审批《R》的请示收悉."""
    for address, row in pairwise(skeletons(reading)) if "Regulation" in mentions_by_type(reading) else ():
        sent = _SENT_UP.match(row.text) if "请示" in row.text and _ADDRESSED.fullmatch(address.text) else None
        for plan in row.mentions(*sent.span(1)) if sent else ():
            for body in address.mentions(0, len(address.text)):
                yield Statement(body.ref, "drafts", plan.ref, confidence=CONFIDENCE, evidence=reading.evidence(address.index, row.index))


def find_made(reading: Reading) -> Iterator[Statement]:
    """Who drafted, and who issued when, the regulation told last that is of a kind, and what it replaces."""
    if not {"Regulation", "Agency"} <= mentions_by_type(reading).keys():
        return
    last: list[Ref] = []
    for row in skeletons(reading):
        for hit in _MADE.finditer(row.text):
            kinds = KINDS.get(hit["kind"], (hit["kind"],))
            here = [*last, *(m.ref for m in row.mentions(0, hit.start()) if m.type == "Regulation")]
            title = next((ref for ref in reversed(here) if _DRAFTED.sub("", ref.name).rstrip("》）)").endswith(kinds)), None)
            if title:
                yield from _told(reading, row, hit, title)
        last += [m.ref for m in row.mentions(0, len(row.text)) if m.type == "Regulation"]


def _told(reading: Reading, row: Skeleton, hit: re.Match[str], title: Ref) -> Iterator[Statement]:
    evidence = reading.evidence(row.index)
    for body in row.mentions(*hit.span(2)):
        yield Statement(body.ref, "drafts", title, confidence=CONFIDENCE, evidence=evidence)
    if replaced := _REPLACES.search(row.text, hit.end()):
        yield Statement(title, "replaces", row.mention(replaced.start(1)).ref, confidence=CONFIDENCE, evidence=evidence)
    published = _PUBLISHED.search(row.text, hit.end())
    for body in row.mentions(*published.span(2)) if published and published[2] else ():
        yield Statement(body.ref, "issues", title, confidence=CONFIDENCE, evidence=evidence)
    at = max(map(published.start, ("before", "day", "alone"))) if published else -1
    day = row.items[at] if at >= 0 else None
    if isinstance(day, Time) and day.value:
        yield Statement(title, "issuedOn", day.value, confidence=CONFIDENCE, evidence=evidence)
