"""Dates: when programmes started, documents were issued and regulations took effect.

Place in the line: skeletons, in which a date is one character -> `startedOn`, `issuedOn`, `effectiveFrom`. Objects are ISO dates as
precise as the text. Verbs and word lists are data: kg/data/patterns/dates.toml.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from kg.model import Mention, Reading, Ref, Statement, Time
from kg.relate.decrees import ANOTHER_OF_IT
from kg.relate.documents import CITED
from kg.relate.events import find_event, is_event
from kg.relate.patterns import alternatives, alternatives_unless, load_table, told_with_year
from kg.relate.skeleton import CODES, SLOTS, Skeleton, chain_after, holding, skeletons

CONFIDENCE, EVENT = 0.9, 0.7
DATE, REGULATION, PROGRAMME = CODES["Date"], CODES["Regulation"], CODES["Programme"]
WORK, MENTION = SLOTS["Work"], SLOTS["Any"]
REACH, BEFORE = 34, 8
_DATED = frozenset(WORK)  # what is dated
RELATIONS = {"Programme": "startedOn", "Regulation": "issuedOn", "Publication": "issuedOn"}
_LISTED = re.compile(f"{REGULATION}(?:[、和及与]?{REGULATION}){{0,30}}$")
_RESTS = re.compile("(?:落实好?|贯彻|根据|依据|依照|按照|执行|遵守|学习|围绕|对照)了?(?:国务院|国家)?《?$")  # D发布，落实《R》
_OTHERS = re.compile("修正|修订|草案|修改|[^，。；]{0,3}[0-9]+周年")
_ABOUT = re.compile(
    "，(?:对|就|围绕|关于)[^，]*$|在(?:深入|组织|集中)?(?:开展|实施|推进)$|^是|为$|(?:表示|透露|介绍|披露|宣称|指出|说)，|(?:代替|替代|取代)了?$")
_ENFORCED = re.compile(
    f"({DATE})起?，[^，。；{MENTION}]{{0,14}}?(?:[{SLOTS['Body']}、和]{{1,9}}[^，。；{MENTION}]{{0,8}}(?:制定|印发|发布|公布|出台|修订|起草)的[^，。；{MENTION}]{{0,6}})?"
    f"{REGULATION}(?:》?[（(]{REGULATION}[）)])?(?:等[^，。；{MENTION}]{{0,16}})?(?:强制性)?(?:国家标准)?(?=(?:正式|全面)?(?:施行|实施|执行|生效)[，。；])|"
    f"[从自]?({DATE})起[^，。；{MENTION}]{{0,8}}?(?:施行|实施|执行)(?:了|的|新修[订改]的|修订后的|新的){{0,2}}{REGULATION}|"
    f"(?:印发|发布|公布|出台|下发)[^，。；{MENTION}]{{0,12}}{REGULATION}，[从自]({DATE})起，|"  # 印发《R》，自D起，对…
    f"({DATE})[^，。；{MENTION}]{{0,8}}?{REGULATION}(?:正式|全面|开始)*(?:施行|实施|执行|生效)(?:以来|后，)"  # 自D《…》施行以来
)
_BESIDE = re.compile(  # behind the regulation that is in force: 代替《Y》, 进一步细化《Y》要求, 是《Y》的配套规章, 与《Y》相衔接
    f"(?:代替|替代|取代|废止|细化|完善|补充|衔接|对接|配合|呼应|明确|优化)了?[^，。；{MENTION}]{{0,6}}({REGULATION}(?:[、和及与]?{REGULATION}){{0,9}})|"
    f"(?:是|系|作为)[^，。；{MENTION}]{{0,6}}({REGULATION})(?:的|配套|实施)|[与同和]({REGULATION})(?:等[^，。；{MENTION}]{{0,6}})?(?:相|保持|做好|有效){{0,2}}(?:衔接|配套|一致)")
_ABOUT_IT = re.compile(f"关于(?:修改|修订|废止)({REGULATION})(?:等[^，。；{MENTION}]{{0,12}})?的(?:决定|通知|公告)|({REGULATION}){ANOTHER_OF_IT.pattern}")
_IN_FORCE = re.compile(f"(?:[自于从]|(?={DATE}(?:[0-9]+时)?(?:起|正式|开始)))({DATE})(?:[0-9]+时)?起?(?:正式|全面|开始)?(?:施行|实施|执行|生效)(?!的)")
_THIS_POLICY = re.compile(r"(?:^|[，。；])(?:该|这一|此项|上述)(?:项)?(?:政策|新规|文件|标准)(?:将|也|已)?[自于从]?$|(?:^|[，。；])标准(?:将|已)?[自于从]?$")
_REVISED = re.compile("^版|修订后|修改后|修订版|新修订|新版|将(?:[自于从]|$)")
_FORCE = re.compile("起?(?:正式|全面)?(?:施行|实施|执行|生效)")
_SHOWN = re.compile(f"发布了?[^，。；{MENTION}]{{0,6}}[{WORK}、和与及]+|[{WORK}][^，。；]{{0,8}}?(?:发布|亮相)")
_LAUNCHED_THERE = re.compile(  # 开幕式上，甲台宣布启动“G”; G同时启动
    f"(?:启动|上线|开通)了?[^，。；{MENTION}]{{0,6}}“?({PROGRAMME})|({PROGRAMME})”?(?:也|同时|同步|同期|同日|现场)(?:正式)?(?:启动|上线|开幕|开通)")
_KIND = re.compile("(?:强制性|推荐性)?(?:国家|行业|地方|团体)标准《?$")
DAYS = re.compile("[至到—-][^至到—-]*[日号]$")
_ENDED = re.compile(f"[，。；、！”）在于等并以时{DATE}{MENTION}]|活动|工作(?!方案|会议|要点|指南|规则|协议)|建设|项目|启动|仪式")
_WITH = "(?:系列|主场)?(?:活动|开幕式|启动仪式)?暨"  # F活动暨|G
_APART = re.compile(f"[{WORK}](?!(?:[（(][^（）()]{{1,8}}[）)])?(?:[》《、和与及“{WORK}]|$))")
_HELD = re.compile(  # D，甲市召开大会，发布《R》; D，某常务会议审议通过《R》
    f"(?:召开|举行|举办)了?{PROGRAMME}，|{PROGRAMME}(?=(?:审议|表决|讨论|研究)?(?:并)?(?:原则)?(?:通过|批准))")
_LASTING = re.compile("(?:了)?为期[^，。；]{1,6}的$")  # 于D至D开展为期一个月的G
_LAUNCHED = re.compile(f"(?:(?:启动|发起)(?:实施|了)?|率先(?:开展|实施|推行|启动|探索|试行)了?)“?{CODES['Place']}?$")  # 2023年，甲省启动实施G: no day is told
_BEGUN = re.compile(f"(?:由?[{SLOTS['Body']}])?(?:正式|全面|率先)?(?:启动|发起|推出|开通|上线|设立|创办)(?:实施)?的“?$")  # 2015年启动的|G
_GOES_ON = re.compile("”?(?:$|[，。；]|[已将共在至]|累计|惠及|目前|覆盖)")  # 2015年启动的G|已惠及10万人, not G|二期
_MONTHS_OF = re.compile(  # 3月至12月，甲局在全国开展|G|。
    f"，[^，。；0-9{DATE}{WORK}]{{1,24}}(?:开展|启动|实施|部署|举办)[^，。；0-9{MENTION}]{{0,4}}{PROGRAMME}[^0-9{DATE}]*$")
_TIMED = re.compile(f"({PROGRAMME})[，。0-9 ]{{0,3}}(?:活动|举办|开展)时间[：:]?({DATE})")
_RUNS = "(?:启动|实施|开展|推行|开办|开设|设立|开通|上线|试点|推出|开行|执行)"
# D，在甲地举行的G开幕式上; D，甲在G上表示; 从D举行的G上获悉
_HELD_OF = "(?:举行|召开|举办|开幕|启动|开赛)的"
_THERE = re.compile(f"在(?:[{SLOTS['Body']}]|[^，。；]{{0,16}}{_HELD_OF})?$|^(?:上午|下午|晚|，)?[^，。；]{{0,10}}{_HELD_OF}$")
_HELD_THEN = re.compile(f"{DATE}(?:上午|下午|晚)?{_HELD_OF}")
_SAID = re.compile("(?:开幕式|启动仪式|[^，。；]{0,3})上(?:[，了]|表示|介绍|说|指出|强调|宣布|透露|通报|发布|发表|作|致辞|提|获悉)")
_SINCE_WORDS = re.compile("自|从|于|以来|起|时|之初")
_OWN_YEAR = re.compile(f"{DATE}“?")  # D，甲省2023年“G”启动: the year is that of G
ONE_DAY = "常务会议"
_DELIBERATES = re.compile("(?:专题)?(?:审议|研究|听取|讨论|部署)")
_PLANNED = ("将于", "定于", "拟于")
_INTENDED = re.compile("(?:计划|拟|争取|力争|预计|有望|准备|打算)将?(?:[于在]|到)?$")  # 拟于2025年发布《R》
_PLAN = re.compile("十[一二三四五]五")  # “十三五”以来，通过开展G tells not since when G runs
_SINCE = tuple(map(re.compile, (
    f"(?P<date>{DATE})(?:以来|起)?，?(?P<programme>{PROGRAMME})(?=第)",
    f"(?P<date>{DATE})(?:正式|全线)?(?:开通|开行|开工|投运|投产|通车|上线|启用|启动|成立|运行)(?:运营|运行|投运)?以来，?(?P<programme>{PROGRAMME})",
    f"(?P<date>{DATE})(?:以来|起|开始)?，?[^，。；{REGULATION}]{{0,22}}?{_RUNS}了?(?:为期[^，。；]{{1,4}})?的?"
    f"(?P<programme>{PROGRAMME}(?:、{PROGRAMME}){{0,9}})(?:[，。；）等]|活动|工作|项目|建设|创建|以来|$)",
    f"(?P<date>{DATE})起?[^，。；]{{0,2}}(?P<programme>{PROGRAMME})(?:建立|启动|实施|设立|开通|部署|开展)(?:时|以来|之初)",
    f"(?P<date>{DATE})起?，[^，。；]{{0,16}}?(?P<programme>{PROGRAMME})(?:[^，。；{MENTION}]{{0,10}})(?:开通|启动|实施|上线|运行)",
    f"(?P<programme>{PROGRAMME})(?:活动)?[将已]?[从自](?P<date>{DATE})(?:开始|起)?(?=[，。；至到]|$|正式|全面|首次|启动|实施|施行|开展|运行|投[用运产入]|开[通园馆]|通车|上线|建成|成立)",
)))


@cache
def _verbs(relation: str) -> re.Pattern[str]:
    return re.compile(alternatives_unless(("发布会", "发布厅", "通过率"), load_table("dates.toml")["verbs"][relation]))


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(alternatives(load_table("dates.toml")["words"][name]))


@cache
def _words_before() -> tuple[str, ...]:
    return tuple(load_table("dates.toml")["words"]["before"])


def find_dates(reading: Reading) -> Iterable[Statement]:
    """The dates of the reading's programmes, regulations and publications; a month or year gives way to a day in it that is told as well."""
    told = list(_every_date(reading))
    closer = {(row.subject, row.predicate, str(row.object)[:size]) for row in told for size in (4, 7) if len(str(row.object)) > size}
    return [row for row in told if (row.subject, row.predicate, row.object) not in closer]


def _every_date(reading: Reading) -> Iterator[Statement]:
    dated = [row for row in holding(reading, DATE) if row.role not in ("headline", "subtitle")]
    if not dated:
        return
    rows = [row for row in skeletons(reading) if row.role not in ("headline", "subtitle")]
    started: dict[Ref, str] = {}
    for row in (row for row in dated if len(row.codes) > 1 and not _DATED.isdisjoint(row.codes)):
        before, _, behind = row.codes.partition(DATE)
        told = _dated(reading, row) if not _DATED.isdisjoint(behind) else ()
        told_behind = _dated_behind(reading, row) if DATE in behind or not _DATED.isdisjoint(before) else ()
        for statement in (*told, *told_behind, *_since(reading, row)):
            if statement.predicate == "startedOn":
                started.setdefault(statement.subject, str(statement.object))
            yield statement
    if holding(reading, REGULATION):
        yield from _effect(reading, rows)
    yield from _at_event(reading, rows, started)


def free_date(row: Skeleton, at: int, *, undated: bool) -> Time | None:
    """The date at a position, unless it is one end of a stretch or belongs to the report (截至…, …电)."""
    item = row.items.get(at)
    if not isinstance(item, Time) or not item.value or item.kind not in ("day", "month", "year"):
        return None
    before = row.text[max(0, at - 3):at]
    if not told_with_year(item, undated=undated):
        return None
    if (before.endswith(_words_before()) and not _HELD_THEN.match(row.text, at)) or _words("behind").match(row.text, at + 1):
        return None
    return item


def _dated(reading: Reading, row: Skeleton) -> Iterator[Statement]:
    """A name with the nearest date before it and a verb beside it: D，G在L启动; D，A印发R."""
    grounds = {at for hit in CITED.finditer(row.text) for at in range(*hit.span(1))} if REGULATION in row.codes else set()
    for at, item in row.items.items():
        if not isinstance(item, Mention) or item.type not in RELATIONS:
            continue
        begin = row.text.rfind(DATE, max(0, at - REACH), at)
        own = row.items[begin] if item.type == "Programme" and begin >= 0 and _OWN_YEAR.fullmatch(row.text, begin, at) else None
        if isinstance(own, Time) and own.kind == "year":
            begin = row.text.rfind(DATE, max(0, at - REACH), begin)
        if begin < 0 or _behind().match(row.text, at):
            continue
        date = free_date(row, begin, undated=reading.article.date is None)
        date = date or (_opening(row, begin, reading.article.date) if item.type == "Programme" else None)
        between = _LASTING.sub("", row.text[begin + 1:at])
        if not date or "。" in between or "；" in between or _words("vague").search(between) or _ABOUT.search(between) or _foreign(row, begin, at):
            continue
        relation = RELATIONS[item.type]
        if item.type == "Programme" and date.kind != "year" and _is_said_there(row, item, between, at):
            yield Statement(item.ref, relation, str(date.value), confidence=CONFIDENCE, evidence=reading.evidence(row.index))
            continue
        if item.type == "Programme" and _BEGUN.fullmatch(between) and _GOES_ON.match(row.text, at + 1):
            yield Statement(item.ref, relation, str(date.value), confidence=CONFIDENCE, evidence=reading.evidence(row.index))
            continue
        leading = _verbs(relation).search(_KIND.sub("", between)[-BEFORE:])
        planned = row.text.endswith(_PLANNED, 0, begin) and is_event(item) and not between.startswith("，")
        told = planned or _happens(relation).match(row.text, at + 1) or (item.name.endswith(ONE_DAY) and _DELIBERATES.match(row.text, at + 1))
        if leading and relation == "startedOn" and between.endswith("的") and len(between) > BEFORE and not told:
            continue  # a relative clause tells what it is, not when it began
        if relation == "issuedOn" and (_RESTS.search(between) or _OTHERS.match(row.text, at + 1) or _FORCE.match(row.text, begin + 1)):
            continue
        if relation == "issuedOn" and ANOTHER_OF_IT.match(row.text, at + 1):
            continue
        if leading and (row.text.startswith("的", at + 1) or (relation == "startedOn" and not planned and not _whole(row, at))):
            continue
        if relation == "issuedOn" and (_INTENDED.search(row.text, max(0, begin - 6), begin) or date.text.endswith("起") or row.text[begin + 1] == "起"):
            continue  # D起，由甲局制定的《R》正式施行
        near = leading or (at not in grounds and told)
        if near and not (relation == "startedOn" and date.kind == "year" and not _LAUNCHED.search(between)):
            yield Statement(item.ref, relation, str(date.value), confidence=CONFIDENCE, evidence=reading.evidence(row.index))


def _is_said_there(row: Skeleton, event: Mention, between: str, at: int) -> bool:
    """Whether something is said at an event on the date before it: D，甲在G上表示; 在D举行的G上."""
    said = "上" in row.text[at + 1:at + 7] and between.count("，") < 2 and _SAID.match(row.text, at + 1) and _THERE.search(between)
    return bool(said) and is_event(event)


def _opening(row: Skeleton, at: int, today: date | None) -> Time | None:
    """The first day of a stretch of days (9月17日至21日), or the first month of one for which something is set (定于8月至10月) or, where it
    is not over, in which somebody carries it out (8月至10月，甲局开展G); else None."""
    item = row.items[at]
    if not isinstance(item, Time) or item.kind != "span" or not item.first:
        return None
    if DAYS.search(item.text):
        return replace(item, kind="day", value=item.first.isoformat())
    within = _MONTHS_OF.match(row.text, at + 1)
    going_on = within is not None and ("将" in within[0] or (today is not None and item.last is not None and item.last > today))
    planned = item.text.endswith("月") and (row.text.endswith(("定于", "将于"), 0, at) or going_on)
    return replace(item, kind="month", value=item.first.isoformat()[:7]) if planned else None


def _whole(row: Skeleton, at: int) -> bool:
    """Whether the name is followed by an end, not by a noun that it only describes (设立G协议)."""
    end = chain_after(row.text, at, WORK)
    return end >= len(row.text) or _ENDED.match(row.text, end) is not None


@cache
def _happens(relation: str) -> re.Pattern[str]:
    """What may stand between a name and the verb that tells what happened to it."""
    place = f"在[^，。；{WORK}]{{1,16}}?"
    end = "(?=$|[^\u4e00-\u9fa50-9]|在|于|以来|运营|投入|并|仪式|后|时|暨|了[，。]" + ("|建设|试点|实施|试运行)" if relation == "startedOn" else ")")
    beside = f"(?:{_WITH}{PROGRAMME}”?|暨(?![^，。；]{{0,24}}发布会)[^，。；{MENTION}{DATE}]{{2,24}}?)?"
    return re.compile(f"”?{beside}(?:{_words('adverbs').pattern}|{DATE}|{place}){{0,5}}?{_verbs(relation).pattern}{end}")


def _foreign(row: Skeleton, begin: int, at: int) -> bool:
    """Whether another work stands between the date and the name without being joined to it."""
    between = row.text[begin + 1:at]
    return _APART.search(between if row.text[at] == PROGRAMME else _HELD.sub("", between)) is not None


def _dated_behind(reading: Reading, row: Skeleton) -> Iterator[Statement]:
    """A date behind the name: G将于D(至D)在L举行; G，D在L举行; G，活动时间：D."""
    for hit in _TIMED.finditer(row.text) if "时间" in row.text else ():
        date = row.items[hit.start(2)]
        if isinstance(date, Time) and date.value:
            yield Statement(row.mention(hit.start(1)).ref, "startedOn", date.value, confidence=CONFIDENCE, evidence=reading.evidence(row.index))
    for hit in _behind().finditer(row.text):
        told = row.items[hit.start(2)]
        day = told if isinstance(told, Time) and told.value else _opening(row, hit.start(2), reading.article.date)
        for item in row.mentions(*hit.span(1)) if day else ():
            relation = RELATIONS[item.type]
            if day and _verbs(relation).fullmatch(hit.group(3)) and hit.group(3) not in ("施行", "实施"):
                yield Statement(item.ref, relation, str(day.value), confidence=CONFIDENCE, evidence=reading.evidence(row.index))


@cache
def _behind() -> re.Pattern[str]:
    verbs = f"{_verbs('startedOn').pattern}|{_verbs('issuedOn').pattern}"
    place = "(?:上午|下午|晚上?)?(?:[0-9]{1,2}(?:[时点:：][0-9]{0,2}分?))?(?:分别)?(?:在[^，。；]{1,12}?)?(?:正式|联合|对外)?"
    opening = f"(?:(?:系列)?活动|(?:活动)?(?:启动|开幕|开工|首发)?仪式|开幕式|{_WITH}{PROGRAMME}”?|暨[^，。；{MENTION}{DATE}]{{2,20}})?"
    works = f"[{WORK}](?:[、和与及][{WORK}]){{0,9}}"
    comma = f"(?<![^，。；：的“][{WORK}])(?<![^，。；：的“][{WORK}]”)，(?={DATE}在[^，。；]{{1,12}}?(?:{verbs})(?:[，。；]|$))"
    said = f"(?:(?:将|已|也|定|计划|拟|当地时间){{0,2}}[于自]?|{comma})"
    return re.compile(f"({works})”?{opening}{said}({DATE})(?:至{DATE})?(?:起|开始)?{place}({verbs})")


def _since(reading: Reading, row: Skeleton) -> Iterator[Statement]:
    """A year or month since which a programme runs: 自2021年以来，G第六次…; 自D起实施G; 2003年G建立时."""
    if PROGRAMME not in row.codes:
        return
    if not _SINCE_WORDS.search(row.text) and not any(_SINCE_WORDS.search(item.text) for item in row.items.values() if isinstance(item, Time)):
        return
    for pattern in _SINCE:
        for hit in pattern.finditer(row.text):
            date = row.items[hit.start("date")]
            value = _since_value(row, hit.start("date"), date) if isinstance(date, Time) and not _PLAN.search(date.text) else None
            for programme in row.mentions(*hit.span("programme")):
                if value:
                    yield Statement(programme.ref, "startedOn", value, confidence=CONFIDENCE, evidence=reading.evidence(row.index))


def _since_value(row: Skeleton, at: int, date: Time) -> str | None:
    """The beginning that 自D起 and D以来 tell, as precise as the words; None for any other date."""
    opens = row.text.startswith("自", at - 1) if at else date.text.startswith("自")
    before, begun = row.text[at - 1:at], row.text.startswith(("开始", "起", "开展", "启动", "实施"), at + 1)
    opens = opens or (before == "从" and (date.kind == "span" or begun)) or (before == "于" and date.kind == "span" and begun)
    behind = f"以来|起|“?{PROGRAMME}.{{0,3}}(?:建立|启动|实施|设立|开通|部署|开展)(?:时|以来|之初)"
    since = re.search("(?:以来|起)$", date.text) or re.match(behind, row.text[at + 1:at + 12])
    if not (opens or since) or not date.first or date.text.startswith("截至") or re.search("近|目前", date.text):
        return None
    if re.search("今年|去年", date.text) and "月" not in date.text:
        return None
    precision = 10 if re.search("[日号]", date.text) else 7 if "月" in date.text else 4
    return date.first.isoformat()[:precision]


def _effect(reading: Reading, rows: Sequence[Skeleton]) -> Iterator[Statement]:
    """The day from which a regulation is in force: 办法将于D起施行, of the regulation told last."""
    last: list[Ref] = []
    cited: set[Ref] = set()
    for row in (row for row in rows if row.codes):
        named = _not_meant(row) if REGULATION in row.codes else []
        grounds = {m.ref for m in named}
        for hit in _IN_FORCE.finditer(row.text) if DATE in row.codes else ():
            date = row.items[hit.start(1)]
            here = [m.ref for m in row.mentions(0, hit.start(1)) if m.type == "Regulation" and m not in named]
            anaphor = _anaphor().search(row.text[:hit.start(1)])
            kin = [ref for ref in last if anaphor and anaphor.group(1) in ref.name[-8:].rpartition("的")[2]  # not 关于印发某办法的|通知
                   and not (anaphor[0].startswith("本") and ref in cited)]
            if len(set(last)) == 1 and _THIS_POLICY.search(row.text[:hit.start(1)]):
                kin = last
            end = row.text.rfind(REGULATION, 0, hit.start(1)) + 1
            chain = _LISTED.search(row.text, max(0, end - 60), end)
            listed = [m.ref for m in row.mentions(*chain.span()) if m.ref not in grounds] if chain else []
            for title in (listed or here[-1:]) if here else kin[-1:]:
                if isinstance(date, Time) and date.value:
                    value = _in_its_year(reading, row, hit.start(1), date.value)
                    yield Statement(title, "effectiveFrom", value, confidence=CONFIDENCE, evidence=reading.evidence(row.index))
        for hit in _ENFORCED.finditer(row.text) if DATE in row.codes and REGULATION in row.codes else ():
            date = row.items[hit.start(hit.lastindex or 1)]
            if isinstance(date, Time) and date.value and date.kind != "year":
                title = next(m.ref for m in row.mentions(*hit.span()) if m.type == "Regulation")
                yield Statement(title, "effectiveFrom", date.value, confidence=CONFIDENCE, evidence=reading.evidence(row.index))
        if REGULATION in row.codes:
            last += [m.ref for m in row.mentions(0, len(row.text)) if m.type == "Regulation"]
            cited |= grounds


def _in_its_year(reading: Reading, row: Skeleton, at: int, value: str) -> str:
    """The day of effect, whose year, if not printed, is not that of an earlier issue (2010年印发的《R》经修订后，自7月1日起; 2023年12月公布，3月1日起)."""
    day, begin = row.items[at], row.text.rfind(DATE, 0, at)
    issued, between = row.items.get(begin), row.text[begin + 1:at]
    if not isinstance(issued, Time) or not issued.value or "年" in day.text or not _issued_then().search(between):
        return value
    if _REVISED.search(between) and reading.article.date and value[:4] == issued.value[:4]:
        return f"{reading.article.date.year}{value[4:]}"
    past = between.endswith(("已", "已自", "已于", "已从")) or "以来" in row.text[at:at + 6]
    later = len(issued.value) > 4 and value[:len(issued.value)] < issued.value and value[:4] == issued.value[:4]
    return f"{int(value[:4]) + 1}{value[4:]}" if later and not past else value


@cache
def _issued_then() -> re.Pattern[str]:
    """What ties an earlier date to the regulation as that of its issue or edition: D公布, D，甲部印发《R》, D版."""
    verbs = _verbs("issuedOn").pattern
    return re.compile(f"^版|^[^，。；{MENTION}]{{0,6}}?{verbs}(?:[的，]|$)|{verbs}[^，。；{MENTION}]{{0,8}}{REGULATION}")


def _not_meant(row: Skeleton) -> list[Mention]:
    """The regulations of a sentence of which it does not tell that they come into force: those cited, replaced, or only the topic of another document."""
    first = row.text.index(REGULATION) + 1
    hits = (*CITED.finditer(row.text), *_ABOUT_IT.finditer(row.text), *_BESIDE.finditer(row.text, first))
    return [m for hit in hits for m in row.mentions(*hit.span(hit.lastindex or 1))]


@cache
def _anaphor() -> re.Pattern[str]:
    return re.compile(f"(?:^|[，。；该本《])(?:新|新版|修订后的)?({_words('anaphors').pattern})")


def _at_event(reading: Reading, rows: Sequence[Skeleton], started: dict[Ref, str]) -> Iterator[Statement]:
    """What is issued or launched at the article's event bears the event's date: 活动现场还发布了《…》, 会上启动G."""
    found = find_event(reading) if started else None
    if not found or found[0].ref not in started:
        return
    event, told = found
    scene = -2
    for row in rows:
        if row.index < told:
            continue
        if _words("there").search(row.text):
            scene = row.index
        for hit in _LAUNCHED_THERE.finditer(row.text) if row.index in (scene, told, told + 1) and DATE not in row.codes else ():
            launched = row.mention(hit.start(hit.lastindex or 1))
            if launched.ref not in started and (row.index == scene or hit.lastindex == 2):
                yield Statement(launched.ref, "startedOn", started[event.ref], confidence=EVENT, evidence=reading.evidence(told, row.index))
        if row.index > scene + 1:
            continue
        for hit in _SHOWN.finditer(row.text):
            if DATE in row.text[:hit.start()] and row.index != told:
                continue
            for mention in row.mentions(*hit.span()):
                if mention.type in ("Regulation", "Publication"):
                    evidence = reading.evidence(told, row.index)
                    yield Statement(mention.ref, "issuedOn", started[event.ref], confidence=EVENT, evidence=evidence)
