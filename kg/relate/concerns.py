"""Topics: what a report counts, and what the regulation that is being told is about or refers to.

Place in the line: skeletons -> `concerns`, `basedOn`, with low confidence, since the text only implies them.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Mention, Reading, Ref, Statement
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding, mentions_by_type, skeletons

TOPIC, SHOWN = 0.5, 0.7
PUBLICATION, REGULATION, PROGRAMME = CODES["Publication"], CODES["Regulation"], CODES["Programme"]
MENTION = SLOTS["Any"]
_SHOWS = re.compile(f"{PUBLICATION}(?:的)?(?:数据|统计)?显示|(?:根据|据){PUBLICATION}")
_TELLS = re.compile(f"{REGULATION}(?:还|也|中|同时)?(?:明确|要求|规定|提出|指出)")
_ISSUED = re.compile(
    f"(?:印发|出台|发布|制定)(?:了|实施|的)?[^，。；]{{0,4}}{REGULATION}(?:[、和及与]?{REGULATION})*"
    f"|{REGULATION}(?:提出|明确|围绕|要求|对|就)"
)
_GROUNDS = re.compile("(?:根据|依据|依照|按照|贯彻落实|落实)(?=[^。；]{0,40}" + REGULATION + ")")
_GROUND = re.compile("(?:根据|依据|依照|按照|贯彻落实|落实)[^，。；]*")
_MADE = re.compile(f"(?:制定|修订|形成|构建|编制|起草|印发|出台)(?:了|并印发|印发|完善|出台|实施|以){{0,3}}({REGULATION}(?:[、和及与]?{REGULATION}){{0,30}})")
_ORDERS = "(?:提出|明确|要求|规定|指出|强调|部署|鼓励|表示)"
_DOES = "(?:决定|启动|开展|推进|支持|推动|规范|加强|优化|完善|深化|健全|实施|通过(?:延续)?(?:实施|开展|推进|优化)|组织开展|做好)"
_DIRECTS = re.compile(
    f"(?<!按照|根据|依照|落实){REGULATION}(?:还|也|中|同时|进一步)*{_ORDERS}"
    f"|(?:印发|发布|出台|公布|制定)(?:了|的)?{REGULATION}，(?:[^。；{MENTION}]{{0,40}}?，)?(?:进一步)?(?:{_ORDERS}|{_DOES})|^(?:根据|按照){REGULATION}(?:要求|部署)?，"
)
_RESTS = re.compile(
    f"(?:(?<![实彻据照]){REGULATION}|(?:^|[，；])(?:该)?(细则|办法|规定|条例|方案|通知|意见|指南))[^。；{REGULATION}]{{0,50}}?(?:依据|根据|依照)"
    f"({REGULATION}(?:[、和及与]?{REGULATION})*)等?(?:(?:有关|相关)?(?:法律|法规|规定|文件|要求)|编制|制定|起草)"
)
_GOES_ON = re.compile(  # what a sentence opens with that still tells what the regulation orders
    "(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]）|同时，|此外，|要|进一步|全面|持续|深入|积极|大力|扎实|有序|稳步|加快|继续){0,3}"
    "(?:落实|完善|健全|推进|鼓励|支持|加强|建立|实施|开展|深化|推动|优化|做好|加快|扩大|强化|探索|提高|规范|统筹|提升|促进|引导|加大|构建|组织|设立|推行)(?!了)"
)
_CONDITION = re.compile("缴纳|缴费|为[^，]{2,16}参加|不能|不得")  # words before a programme that only tell who is meant
_MEETINGS = ("大会", "全会", "会议", "博览会", "论坛")
_MEETS = re.compile(f"(?:符合|遵守|执行|满足)({REGULATION}(?:[、和及与]{REGULATION})*)的?(?:要求|规定|标准)")


def find_topics(reading: Reading) -> Iterable[Statement]:
    """What publications and regulations are about, by the way the article tells of them."""
    if holding(reading, PUBLICATION):
        yield from _shown(reading, [row for row in skeletons(reading) if row.role == "body"])
    if rows := [row for row in holding(reading, REGULATION) if row.role == "body"]:
        yield from _main_topic(reading, rows)
        yield from _directed(reading, rows)
        yield from _standards(reading, rows)
        yield from _grounds(reading, rows)
        yield from _rests(reading, rows)


def _shown(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """A bulletin concerns the programmes whose figures it shows: those after 《…》显示 in the sentence."""
    source: tuple[Ref, int] | None = None
    for row in rows:
        hit = _SHOWS.search(row.text) if PUBLICATION in row.codes else None
        begin = hit.end() if hit else 0
        if hit:
            source = row.mention(row.text.index(PUBLICATION, hit.start())).ref, row.index
        elif not row.text.startswith(("同时", "其中", "此外")):
            source = None
        if source:
            for mention in row.mentions(begin, len(row.text)):
                if mention.type == "Programme":
                    yield Statement(source[0], "concerns", mention.ref, confidence=SHOWN, evidence=reading.evidence(source[1], row.index))


def _main_topic(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """A regulation told in one sentence with the programme that the whole article is about concerns it."""
    counts = Counter(m.name for m in mentions_by_type(reading).get("Programme", ()))
    if not counts:
        return
    name, times = max(sorted(counts.items()), key=lambda pair: pair[1])
    topic = Ref("Programme", name)
    if times < 3 or times < 0.4 * sum(counts.values()):
        return
    for row in rows:
        if not any(m.ref == topic for m in row.mentions(0, len(row.text))):
            continue
        for hit in _ISSUED.finditer(row.text):
            for mention in row.mentions(*hit.span()):
                if mention.type == "Regulation" and not mention.name.endswith(("目录", "清单")):
                    yield Statement(mention.ref, "concerns", topic, confidence=TOPIC, evidence=reading.evidence(row.index))


def _directed(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """A regulation concerns the programmes of which it tells what is to be done: 《通知》提出，落实G. 完善G."""
    told: tuple[Ref, int] | None = None
    for row in (row for row in skeletons(reading) if row.role == "body" and row.index >= rows[0].index):
        hits = [*_DIRECTS.finditer(row.text)] if REGULATION in row.codes else []
        stops = [*(hit.start() for hit in hits[1:]), len(row.text)]
        for hit, stop in zip(hits, stops, strict=False) if PROGRAMME in row.codes else ():
            title = row.mention(row.text.rindex(REGULATION, hit.start(), hit.end())).ref
            yield from _concerned(reading, row, title, (hit.end(), stop), row.index)
        if hits:
            told = row.mention(row.text.rindex(REGULATION, hits[-1].start(), hits[-1].end())).ref, row.index
        elif told and (begins := _GOES_ON.match(row.text)):
            if PROGRAMME in row.codes:
                yield from _concerned(reading, row, told[0], (begins.end(), len(row.text)), told[1])
        else:
            told = None


def _concerned(reading: Reading, row: Skeleton, title: Ref, span: tuple[int, int], told: int) -> Iterator[Statement]:
    """The programmes in a stretch of a sentence that the title, told in that or an earlier sentence, gives orders about."""
    for mention in row.mentions(*span):
        if mention.type == "Programme" and not mention.name.endswith(_MEETINGS) and _ordered(row, mention):
            yield Statement(title, "concerns", mention.ref, confidence=TOPIC, evidence=reading.evidence(told, row.index))


def _ordered(row: Skeleton, programme: Mention) -> bool:
    at = next(at for at, item in row.items.items() if item is programme)
    return _CONDITION.search(row.text, row.text.rfind("，", 0, at) + 1, at) is None


def _grounds(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """The regulations that open a sentence are the grounds of those that it tells to be made: 依据《甲》、A《乙》和《丙》，修订了《丁》;
    grounds may be told in several clauses (根据《甲》等，依据《乙》，制定《丙》)."""
    for row in rows:
        opening = _GROUNDS.search(row.text) if row.codes.count(REGULATION) > 1 else None
        made = _MADE.search(row.text, row.text.find("，", opening.end()) + 1) if opening and "，" in row.text[opening.end():] else None
        if not opening or not made or "。" in row.text[opening.end():made.start()] or "；" in row.text[opening.end():made.start()]:
            continue
        clauses = [hit.span() for hit in _GROUND.finditer(row.text, opening.start(), made.start())]
        grounds = [m.ref for begin, end in clauses for m in row.mentions(begin, end) if m.type == "Regulation"]
        for mention in row.mentions(*made.span(1)):
            for ground in grounds:
                if ground != mention.ref:
                    yield Statement(mention.ref, "basedOn", ground, confidence=SHOWN, evidence=reading.evidence(row.index))


def _rests(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """A regulation that is told to rest on others by its name or its kind: 细则依据《甲》《乙》等法律法规，…."""
    named = [m.ref for m in mentions_by_type(reading).get("Regulation", ())]
    for row in rows:
        for hit in _RESTS.finditer(row.text):
            kinds = [ref for ref in named if hit.group(1) and ref.name.split("（")[0].endswith(hit.group(1))]
            titles = [row.mention(hit.start()).ref] if hit.group(1) is None else kinds[:1]
            for ground in row.mentions(*hit.span(2)) if titles else ():
                if ground.ref != titles[0]:
                    yield Statement(titles[0], "basedOn", ground.ref, confidence=SHOWN, evidence=reading.evidence(row.index))


def _standards(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """A regulation that is being told rests on the standards that its rules must meet."""
    told: tuple[Ref, int] | None = None
    for row in rows:
        for hit in _TELLS.finditer(row.text):
            told = row.mention(hit.start()).ref, row.index
        for hit in _MEETS.finditer(row.text):
            for mention in row.mentions(*hit.span(1)):
                if told and mention.ref != told[0]:
                    yield Statement(told[0], "basedOn", mention.ref, confidence=SHOWN, evidence=reading.evidence(told[1], row.index))
