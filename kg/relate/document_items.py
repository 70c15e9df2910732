"""What the numbered items of an official document tell: whom their brackets charge with what, what they order, where it applies.

Place in the line: skeletons -> `administers`, `participatesIn`, `concerns`, `partOf`, `appliesIn`, `startedOn`; below kg.relate.documents.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Reading, Ref, Statement, Time
from kg.relate.skeleton import CODES, SLOTS, Skeleton, mentions_of

BODY, REGULATION, PROGRAMME, PLACE, DATE = SLOTS["Body"], CODES["Regulation"], CODES["Programme"], CODES["Place"], CODES["Date"]
CHARGED, HEADING = 0.8, 10  # how sure that is; letters of an item in which its programme stands
_MEASURE = re.compile(
    f"(?:^|：)[一二三四五六七八九十]+、[^，。；{PROGRAMME}{BODY}{REGULATION}]{{1,8}}{PROGRAMME}"
)
_NUMBER = re.compile("[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]")
_ORDERED = re.compile(
    f"(?:实施|发放|启动)[^，。；{PROGRAMME}{BODY}{REGULATION}]{{0,6}}{PROGRAMME}"
)
_CHARGED = re.compile(
    f"[（(](?=[^（）()]*(?:牵头|责任|负责|主办))[^（）()]*[{BODY}][^（）()]*[)）]。?$"
    f"|^[（(][{BODY}](?:[、，和及]?(?:[{BODY}]|[一-龥]{{2,12}}[局委办厅会府]|各[一-龥]{{2,8}}))*[)）]。?$")  # a sentence of its own: （市甲局、乙局）
_CHARGED_LINE = re.compile(f"(?:牵头|责任|负责|主办)(?:单位|部门|处室)[：:][^。]{{0,40}}[{BODY}][^。]*。?$")  # 责任单位：甲局、乙局
_RUN_BY = re.compile(  # 甲部、乙部会同丙部等有关部门负责组织实施。
    f"由?(?P<run>[{BODY}、和]+)(?:等(?:有关|相关)?(?:部门|单位)?)?(?:会同[^，。；]{{1,30}}?|按照?(?:各自)?职责(?:分工)?|分别|共同|具体)*"
    f"(?:(?:负责(?:组织|具体|牵头)*|牵头(?:组织)?|组织)(?:实施|推进|落实|开展)|牵头(?:负责)?|负责)"
    f"(?:，(?P<aid>[{BODY}、和]+)(?:等[^，。；]{{0,8}})?(?P<how>配合|参与|按照?(?:各自)?职责(?:分工)?负责))?。?$")
_BRACKET_ENDS = ("）", ")", "）。", ")。")
_AIDS = re.compile("[，；。][^，；。]*(?P<how>配合|协助|参与)[^，；。]*")
_SET_UP = re.compile(  # 实施G, G上线运行
    f"(?:(?={PROGRAMME}(?:上线|建成|投入|主体功能))|(?:开展|建立|构建|建成|搭建|组建|实施|实行|推行|启动|完善|推进|推广|设立|办好|组织|深化|扩大|给予|发放|提高|举办|建设)[^，。；{PROGRAMME}{BODY}{REGULATION}]{{0,4}})"
    f"({PROGRAMME}(?:[、和及]{PROGRAMME})*)")
HEADED = re.compile(  # （二）实施G。
    f"(?:{_NUMBER.pattern})(?:组织|深入|全面|大力)?(?:实施|开展|推进|启动)?{PROGRAMME}。?")
_MEASURES = re.compile("措施|举措|政策(?:的通知)?$")  # in the title of what concerns each programme that its items name
ACTIONS = ("行动", "工程", "计划")
TRIALS = ("试点", "试验", "改革", *ACTIONS)
_RANGE = re.compile(  # （二）试点范围。
    f"(?:{_NUMBER.pattern})(?:试点|实施|改革|推广|重点|适用|行动|区域|地区|城市|的)+范围(?:[和与、及][^，。]{{2,6}})?[。：]?")
_WHERE = re.compile(f"{PLACE}(?=包括)|(?<!包括)(?<![、和及]){PLACE}(?:[、和及]{PLACE}){{2,}}")  # 甲地区|包括乙省、丙省
_CHOSEN = re.compile(  # 第二批试点城市为甲市、乙市; 首批确定甲市、乙县等9个地区为实验区
    f"(?:试点|试验|实验)(?:城市|地区|区域|区|县|省份|省|市)(?:名单)?(?:为|包括|是|：)({PLACE}(?:[、和及]{PLACE}){{0,40}})"
    f"|(?:确定|选择|选取|选定)({PLACE}(?:[、和及]{PLACE}){{0,40}})(?:等[^，。；]{{0,16}})?(?:为|作为|列为)[^，。；]{{0,12}}(?:试点|试验|实验)")
_SINCE = re.compile(f"自({DATE})起")


def find_items(reading: Reading, head: Skeleton, title: Ref, body: Sequence[Skeleton], parts: Sequence[Skeleton]) -> Iterator[Statement]:
    """What the items of a document with a title tell; ``body`` are its sentences, ``parts`` these and its headings."""
    yield from _measures(reading, title, body)
    yield from _headed(reading, head, title, parts)
    yield from _charged(reading, parts)
    yield from _ranges(reading, head, title, parts)


def _measures(reading: Reading, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """What a document orders under its numbers (二、实施G政策) is what it concerns."""
    numbered, told = -1, set()
    for row in rows:
        if _NUMBER.match(row.text):
            numbered = row.paragraph
        if row.paragraph == numbered and _MEASURES.search(title.name):
            for mention in row.mentions(0, len(row.text)):
                if mention.type == "Programme" and mention.ref not in told and not row.text.endswith("：") and not mention.name.endswith("会议"):
                    told.add(mention.ref)
                    yield Statement(title, "concerns", mention.ref, confidence=0.6, evidence=reading.evidence(row.index))
        measures = _MEASURE.finditer(row.text) if PROGRAMME in row.text else ()
        orders = _ORDERED.finditer(row.text) if PROGRAMME in row.text and row.paragraph == numbered else ()
        for hit in (*measures, *orders):
            programme = row.mention(hit.end() - 1).ref
            yield Statement(title, "concerns", programme, confidence=0.6, evidence=reading.evidence(row.index))


def _headed(reading: Reading, head: Skeleton, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """The programmes that numbered headings are named after: parts of the one that the headline carries out (关于实施甲行动的意见), else
    what the document concerns, and part of the one that their section is named after (三、实施甲工程)."""
    named = [m.ref for m in mentions_of(reading).get(head.index, ()) if m.type == "Programme" and m.name.endswith(ACTIONS)]
    printed = reading.article.sentences[head.index].text
    told = [ref for ref in reading.entities if ref.type == "Programme" and ref.name.endswith(ACTIONS) and ref.name in printed]
    whole = next(iter(named or told), None)
    section: Ref | None = None
    for row in rows:
        programme = row.mention(row.text.index(PROGRAMME)).ref if PROGRAMME in row.text and HEADED.fullmatch(row.text) else None
        if programme and programme.name.endswith(ACTIONS) and programme != whole:
            evidence = reading.evidence(row.index)
            yield (Statement(programme, "partOf", whole, confidence=CHARGED, evidence=evidence) if whole
                   else Statement(title, "concerns", programme, confidence=CHARGED, evidence=evidence))
            if section and row.role != "subhead":
                yield Statement(programme, "partOf", section, confidence=CHARGED, evidence=evidence)
        section = programme if row.role == "subhead" else section


def _charged(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """Whom the bracket behind a numbered item or a part of it, or a line under it (责任单位：甲局), puts in charge of it: 3.实施G。…。（省教育厅牵头，
    省财政厅配合）; who helps takes part in it.

    Of the item's one programme, where it opens with that, else of those that are set up since the bracket before, else of the one that its section
    is named after.
    """
    item: Skeleton | None = None
    paragraph = -1
    charged: list[tuple[Ref, int]] = []
    section: list[tuple[Ref, int]] = []
    for row in rows:
        if row.role == "subhead":
            named = PROGRAMME in row.text and HEADED.fullmatch(row.text)
            section = [(row.mention(row.text.index(PROGRAMME)).ref, row.index)] if named else []
        if number := _NUMBER.match(row.text):
            item, charged = row, []
            if row.codes.count(PROGRAMME) == 1 and PROGRAMME in row.text[number.end():number.end() + HEADING]:
                charged = [(row.mention(row.text.index(PROGRAMME)).ref, row.index)]
        opened = bool(item and charged and charged[0][1] == item.index)
        mine = item is not None and (row.paragraph == item.paragraph or item.role == "subhead")
        if mine and not opened and row.paragraph != paragraph:
            paragraph, charged = row.paragraph, []
        if mine and not opened:
            charged += [(thing.ref, row.index) for hit in _SET_UP.finditer(row.text) for thing in row.mentions(*hit.span(1))]
        hit = _CHARGED.search(row.text) if mine and row.text.endswith(_BRACKET_ENDS) else None
        hit = hit or (_CHARGED_LINE.match(row.text) if item else None)
        aids = list(_AIDS.finditer(row.text, hit.start(), hit.end())) if hit else []
        led = row.text.find("牵头", hit.start()) if hit and "按职责" in hit[0] else -1  # 甲部牵头，乙部等按职责分工负责
        run_by = _RUN_BY.match(row.text) if item and opened and row.paragraph == item.paragraph else None
        for group in ("run", "aid") if run_by else ():
            does = "participatesIn" if group == "aid" else "administers"
            for mention in row.mentions(*run_by.span(group)) if run_by and (group == "run" or run_by["how"] in ("配合", "参与")) else ():
                for programme, index in charged:
                    yield Statement(mention.ref, does, programme, confidence=CHARGED, evidence=reading.evidence(index, row.index))
        for at in range(*hit.span()) if hit else ():
            helps = next((aid["how"] for aid in aids if aid.start() <= at < aid.end()), "")
            if row.text[at] in BODY and helps in ("", "参与", "配合") and not -1 < led < at:
                for programme, index in charged or (section if not helps else []):
                    evidence = reading.evidence(*sorted({row.index, index}))
                    yield Statement(row.mention(at).ref, "participatesIn" if helps else "administers", programme, confidence=CHARGED, evidence=evidence)
        if hit and not opened and row.text[0] in "（(":
            charged = []


def _ranges(reading: Reading, head: Skeleton, title: Ref, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """Where, and since when, what the headline tells to be tried or done applies, else the regulation itself, by the item on its range: （二）试点范围。
    自甲日起，在乙省、丙省、丁省开展…; and where what it tells to be tried is, by the places that any sentence chooses for it: 试点城市为甲市、乙市."""
    printed = reading.article.sentences[head.index].text
    tried = [ref for ref in reading.entities if ref.type == "Programme" and ref.name.endswith(TRIALS) and ref.name in printed]
    whole, item = max(tried, key=lambda ref: (len(ref.name), ref.name), default=title), -1
    for row in rows:
        if _NUMBER.match(row.text):
            item = row.paragraph if _RANGE.fullmatch(row.text) else -1
        for hit in _CHOSEN.finditer(row.text) if whole.type == "Programme" and PLACE in row.codes else ():
            for place in row.mentions(*hit.span(hit.lastindex or 0)):
                yield Statement(whole, "appliesIn", place.ref, confidence=CHARGED, evidence=reading.evidence(head.index, row.index))
        if not 0 <= row.paragraph - item <= 1 or item < 0:
            continue
        for hit in _WHERE.finditer(row.text):
            for place in row.mentions(*hit.span()):
                yield Statement(whole, "appliesIn", place.ref, confidence=CHARGED, evidence=reading.evidence(head.index, row.index))
        since = _SINCE.search(row.text) if whole.type == "Programme" else None
        day = row.items.get(since.start(1)) if since else None
        if isinstance(day, Time) and day.kind == "day" and day.value:
            yield Statement(whole, "startedOn", day.value, confidence=CHARGED, evidence=reading.evidence(row.index))
