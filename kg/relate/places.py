"""Places: where programmes and regulations apply, by lists of places and by local reports.

Place in the line: skeletons -> `appliesIn`. What a sentence tells in one breath (G在L举行) stands in the pattern files.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from kg.model import Mention, Reading, Ref, Statement
from kg.relate.frames import find_frames
from kg.relate.patterns import alternatives, load_table
from kg.relate.scene import article_agency
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding, mentions_by_type, skeletons

LISTED, ACTING, LOCAL = 0.85, 0.7, 0.6
FUND = "资金"
PLACE, PROGRAMME, REGULATION = CODES["Place"], CODES["Programme"], CODES["Regulation"]
_DEEDS = "(?:组织)?实施|完成|开展|打造|推进|建设|启动|推出|建立|搭建|推行|构建|举办|上线|开通|依托|以|用好|完善|做好|推动|落实|优化|发放|设立|打好|打赢"
_ACTS = re.compile(f"(?:^|[，；。]|{CODES['Date']}){PLACE}(?![、和的及与至到{SLOTS['Any']}])|；(?!{_DEEDS}|将|为)|。")
_GAP = (
    f"了?(?:“[^”；。{PLACE}{SLOTS['Body']}]{{2,80}}”等)?[^，；。{PLACE}{SLOTS['Body']}]{{0,14}}?"
    f"({PROGRAMME}(?:”?[、和及]“?{PROGRAMME})*)(?!精神|成果|峰会|倡议|规划|为契机)")
_DEED = re.compile(f"(?:{_DEEDS}|(?<=[，续断步])深化){_GAP}")
_MEANS = re.compile(f"[^，；。{SLOTS['Any']}]{{0,16}}?(?:通过|运用|利用|借助|发挥){_GAP}")
# who does it is not the place itself, or it is done in another one
_NOT_THERE = re.compile(f"(?:群众|市民|居民|网[友民]|人士|游客|旅客)[^，。；]{{0,14}}$|(?<![志自])愿(?!望)|双方|在{PLACE}，?[^，；。]{{0,14}}$")
_SET_IN = re.compile(  # 在甲省乙市，总投资3亿元的|G建设正加紧推进
    f"(?:^|[，。；])(?:而|同样)?在{PLACE}?({PLACE})，(?!来自)[^，。；{SLOTS['Any']}]{{0,14}}?({PROGRAMME})(?!精神|成果|峰会|倡议|规划|主席国|框架)")
_WORLD = "一带一路"
_GRADE = re.compile("第[一二三四五六]档$")  # of places that pay alike
_RUN = re.compile("(?:启动|实施|开展|组织|推进)[^，；。]{0,4}$")
_SHARE = re.compile(f"元(?:重点|用于|专项)?支持((?:{PLACE}[、和及]?)+)")
_WIDE = re.compile(
    f"全([省市县区州疆])(?![国级场面]|首[批个]|率先|唯一|第[一二三])(?:(?:(?!全[省市县区州])[^；。{SLOTS['Any']}]){{0,50}}?(?:开展|启动|实施|推进|推行|部署|推广)了?(?:[^，；。{SLOTS['Any']}]{{0,6}}|[^，；。{SLOTS['Any']}]{{7,24}}的))?({PROGRAMME})(?!产业|机构|企业|业务)")
_WIDE_RULES = re.compile(  # 《R》提出，到2027年，全省…
    f"({REGULATION})[^；。等{REGULATION}{PLACE}]{{0,12}}?(?:提出|明确|要求|规定|部署)[^；。{SLOTS['Any']}]{{0,24}}?全([省市县区州疆])(?![国级场面])")
_PILOTED = re.compile(
    f"((?:{PLACE}[、和及]?){{1,30}})(?:等[^，。；{SLOTS['Any']}]{{0,8}}|[0-9两三四五六七八九十]{{1,3}}个?[省市县区州地]{{1,2}})?(?:成功|被|均|也|已|双双){{0,3}}"
    f"(?:作为|列为|确定为|列入|纳入|入选|入围|获批|成为|[为是](?=首批|第[一二三]批|试点))(?:了|为)?[^，。；{SLOTS['Any']}]{{0,8}}试点(?:地区|城市|省份|[省市县区]|名单|范围)?(?=[，。；、]|$)"
    f"|(?:本次|此次|首批|该|[0-9]{{1,4}}个)试点(?:城市|地区|省份|范围)?(?:包括了?|涵盖了?|分别为|分别是|为|是)((?:{PLACE}[、和及]?){{1,30}})")
_RULED = re.compile("[省市县区州]")
_SECTION = re.compile(f"(?:^|[，、。；和]|其中){PLACE}(?:境内)?段(?=[^，。；]{{0,12}}(?:为|是|长|通车|开[工通建]|建成|贯通|启用|投[运用])|[、和，])")
_LINES = ("铁路", "高铁", "公路", "高速", "线", "通道", "运河", "管道", "工程")
_HEAD = re.compile(f"^({PLACE})[：:]|^({PLACE})[\u4e00-\u9fa5]{{0,4}}[：:]")


@cache
def _lists() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = load_table("places.toml")
    chain = f"({PLACE}(?:[、和及]{PLACE}){{2,}})"
    to = re.compile(f"{alternatives(table['to'])}[^，；。]{{0,12}}?{chain}")
    counted = "等?(?:共)?[0-9一二三四五六七八九十]+个[省市城地区]"
    goal = f"(?:{counted}|[^；。]{{0,20}}?{alternatives(table['with'])})"
    origin = re.compile(f"{alternatives(table['from'])}[^，；。]{{0,6}}?{chain}{goal}")
    several = f"({PLACE}(?:[、，和及]{PLACE}){{2,40}})等?(?:首批|第[一二三四五六]批)?共?[0-9一二三四五六七八九十]+个[一-龥]{{0,4}}?[省市县区]"
    chosen = re.compile(f"{alternatives(table['chosen'])}了?[^，；。]{{0,6}}?{several}")
    return to, origin, chosen


def find_places(reading: Reading) -> Iterable[Statement]:
    """Where the reading's programmes and regulations apply."""
    rows = skeletons(reading)
    for row in holding(reading, PLACE):
        if row.role == "body" and PROGRAMME in row.codes:
            yield from _listed(reading, row) if row.codes.count(PLACE) > 2 else ()
            yield from _acting(reading, row)
            yield from _set_in(reading, row)
    yield from _by_sections(reading, rows)
    yield from _shared_out(reading, rows)
    yield from _local(reading, rows)
    yield from _wide(reading, rows)
    yield from _piloted(reading, rows) if holding(reading, PLACE) and holding(reading, PROGRAMME) else ()


def _listed(reading: Reading, row: Skeleton) -> Iterator[Statement]:
    """选择北京、上海、广州等11个城市试点G; G将前往武汉、长沙、南昌."""
    to, origin, chosen = _lists()
    for hit in to.finditer(row.text):
        at = row.text.rfind(PROGRAMME, 0, hit.start())
        before = [row.mention(at)] if at >= 0 else []
        if before and not row.text.endswith(("通过", "依托", "利用", "在", "借助", "根据", "按照"), 0, at):
            yield from _each(reading, row, before[-1], hit.span(1))
    for hit in chosen.finditer(row.text):
        programmes = [at for at in row.items if row.text[at] == PROGRAMME and at < hit.start()]
        if programmes and not _GRADE.search(row.text, 0, hit.start()):
            run = next((at for at in programmes if _RUN.search(row.text, 0, at)), programmes[-1])
            yield from _each(reading, row, row.mention(run), hit.span(1))
    for hit in origin.finditer(row.text):
        after = [m for m in row.mentions(hit.end(1), len(row.text)) if m.type == "Programme"]
        if after:
            yield from _each(reading, row, max(after, key=lambda m: (m.end - m.start, -m.start)), hit.span(1))


def _each(reading: Reading, row: Skeleton, programme: Mention, chain: tuple[int, int]) -> Iterator[Statement]:
    for place in row.mentions(*chain):
        yield Statement(programme.ref, "appliesIn", place.ref, confidence=LISTED, evidence=reading.evidence(row.index))


def _acting(reading: Reading, row: Skeleton) -> Iterator[Statement]:
    """山西围绕托育保障，开展G: what a place does that opens a clause applies there, up to the next such place or the end of the sentence."""
    marks = [*_ACTS.finditer(row.text)]
    for mark, after in zip_longest(marks, marks[1:]):
        if mark.group().endswith(PLACE):
            stop = after.start() if after else len(row.text)
            means = _MEANS.match(row.text, mark.end(), stop)
            for deed in (*_DEED.finditer(row.text, mark.end(), stop), *([means] if means else ())):
                if not _NOT_THERE.search(row.text, mark.end(), deed.start(1)):
                    place = row.mention(mark.end() - 1)
                    for thing in row.mentions(*deed.span(1)):
                        yield Statement(thing.ref, "appliesIn", place.ref, confidence=ACTING, evidence=reading.evidence(row.index))


def _set_in(reading: Reading, row: Skeleton) -> Iterator[Statement]:
    """在甲省乙市，G正加紧推进: what is told of a place that a sentence is set in applies there, the narrowest of the places."""
    for hit in _SET_IN.finditer(row.text) if "在" in row.text else ():
        place, programme = row.mention(hit.start(1)), row.mention(hit.start(2))
        if _WORLD not in programme.name:
            yield Statement(programme.ref, "appliesIn", place.ref, confidence=ACTING, evidence=reading.evidence(row.index))


def _shared_out(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """预拨3亿元G。其中，9000万元支持福建、广东: the shares of the fund that the sentence before ends with."""
    for before, row in pairwise(rows) if holding(reading, PLACE) else ():
        if row.text.startswith("其中") and "支持" in row.text and PROGRAMME in before.text:
            fund = before.mention(before.text.rfind(PROGRAMME))
            for hit in _SHARE.finditer(row.text) if fund.text.endswith(FUND) else ():
                yield from _each(reading, row, fund, hit.span(1))


def _by_sections(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """G铁路全长700公里。其中，甲省段…: a line runs through the places whose sections are told behind it, or in the next sentence."""
    line: tuple[Ref, int] | None = None
    for row in rows if holding(reading, PLACE) and holding(reading, PROGRAMME) else ():
        programmes = [at for at in row.items if row.text[at] == PROGRAMME] if PROGRAMME in row.codes else []
        lines = [(at, ref) for at in programmes if (ref := row.mention(at).ref).name.endswith(_LINES)]
        for hit in _SECTION.finditer(row.text) if PLACE in row.codes and "段" in row.text else ():
            told = next(((ref, row.index) for at, ref in reversed(lines) if at < hit.start()), line)
            if told and row.index - told[1] <= 1:
                place = row.mention(row.text.index(PLACE, hit.start()))
                yield Statement(told[0], "appliesIn", place.ref, confidence=LISTED, evidence=reading.evidence(*sorted({told[1], row.index})))
        line = (lines[0][1], row.index) if lines else line


def _piloted(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """开展G试点，甲市列入首批试点; 把甲、乙两市作为试点地区: the pilot told before them in the sentence, or in the one before."""
    pilot: tuple[Ref, int] | None = None
    for row in rows:
        for hit in _PILOTED.finditer(row.text) if PLACE in row.codes and "试点" in row.text else ():
            pilot = _pilot(row, hit.start()) or pilot
            if pilot and row.index - pilot[1] <= 1:
                for place in row.mentions(*hit.span(hit.lastindex or 0)):
                    evidence = reading.evidence(*sorted({pilot[1], row.index}))
                    yield Statement(pilot[0], "appliesIn", place.ref, confidence=LISTED, evidence=evidence)
        pilot = _pilot(row, len(row.text)) or pilot


def _pilot(row: Skeleton, end: int) -> tuple[Ref, int] | None:
    """The last programme of a sentence that is tried out (G试点), with the sentence."""
    told = [m for at in row.items if at < end and row.text[at] == PROGRAMME for m in (row.mention(at),)
            if m.text.endswith("试点") or row.text.startswith("试点", at + 1)] if PROGRAMME in row.codes else []
    return (told[-1].ref, row.index) if told else None


def _wide(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """全省市场监管部门开展G, 《R》提出，到2027年，全省…: what is done or ruled all over a place applies in the one of that kind that was named last."""
    named = mentions_by_type(reading).get("Place", ())
    if not (named and holding(reading, PROGRAMME + REGULATION)):
        return
    last: dict[str, Ref] = {}
    for row in rows:
        told = [(hit, hit.group(1), hit.start(2)) for hit in _WIDE.finditer(row.text)] if PROGRAMME in row.codes else []
        told += [(hit, hit.group(2), hit.start(1)) for hit in _WIDE_RULES.finditer(row.text)] if REGULATION in row.codes else []
        start = 0
        for hit, kind, at in sorted(told, key=lambda found: found[0].start()) if "全" in row.text and row.role == "body" else ():
            _remember(last, row.mentions(start, hit.start()))
            start = hit.start()
            bodies = [m.name for m in row.mentions(0, start) if m.type in ("Agency", "Organization") and _RULED.search(m.name)]
            place = next((m.ref for m in named if m.name.endswith(kind) and bodies and bodies[-1].startswith(m.name)), None) or last.get(kind)
            place = place or next((m.ref for m in named if m.sentence == row.index and m.text == "全" + kind), None)
            if place and all(place.name in body for body in bodies[-1:]):
                yield Statement(row.mention(at).ref, "appliesIn", place, confidence=LOCAL, evidence=reading.evidence(row.index))
        _remember(last, row.mentions(start, len(row.text)) if PLACE in row.codes else ())


def _remember(last: dict[str, Ref], mentions: Iterable[Mention]) -> None:
    """Keep the place named last of each kind, by the word for it (省, 市 …)."""
    for mention in mentions:
        if mention.type == "Place":
            last["疆" if mention.name.startswith("新疆维吾尔") else mention.name[-1]] = mention.ref


def _local(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """In a report from one place (安徽：…) what its agency runs applies there."""
    head = next((row for row in rows if row.role == "headline"), None)
    hit = _HEAD.match(head.text) if head else None
    if not head or not hit:
        return
    place = head.mention(hit.start(1) if hit.group(1) else hit.start(2)).ref
    agency = article_agency(reading)
    for statement in find_frames(reading):
        if statement.predicate == "administers" and statement.subject in agency and not isinstance(statement.object, str):
            evidence = tuple(sorted({*reading.evidence(head.index), *statement.evidence}))
            yield Statement(statement.object, "appliesIn", place, confidence=LOCAL, evidence=evidence)
