"""Events: who hosts the event that an article reports, and who takes part in it.

Place in the line: skeletons -> `administers`, `participatesIn`. Speakers quoted in such an article take part, unless they host.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.model import Mention, Reading, Ref, Statement
from kg.relate.actors import ANY_MENTION
from kg.relate.frames import find_frames
from kg.relate.names import find_named_relations, parents
from kg.relate.patterns import alternatives, find_pattern_statements, load_table
from kg.relate.posts import find_posts
from kg.relate.scene import speaking
from kg.relate.skeleton import CODES, JOINT, SLOTS, Skeleton, holding, once, skeletons

BODY, PERSON, PROGRAMME, DATE, PLACE = SLOTS["Body"], CODES["Person"], CODES["Programme"], CODES["Date"], CODES["Place"]
MENTION = SLOTS["Any"]
_HEADS = re.compile(f"(?<![{BODY}][、和及])([{BODY}](?:[、和及][{BODY}])*)(?:有关|相关)?(?:司局)?负责人[^，。]{{0,16}}?(?:介绍|出席|回应)")
_HOSTING = ("主办", "承办", "协办", "举办", "主管", "发起", "组织", "承担", "承建", "执行", "牵头")
_ROLE = re.compile(
    f"((?:[^，。；：{PERSON}{PROGRAMME}]|(?<=[{BODY}])，(?=[{BODY}{PLACE}])){{1,90}}?)((?:主办|承办|协办|举办|指导|支持)(?!权|方|单位)|(?:主管|发起|组织|承担|承建|执行|牵头)(?=[，。；、的]|$))")
_ROLES = re.compile(f"(?:由|(?<=活动|大会|论坛|会议|大赛|赛事|比赛|展会|峰会)是)(?:{_ROLE.pattern}[，、]?由?){{1,5}}(?<![，、由])")
_ONE_OF = re.compile(f"是{PROGRAMME}[^，。；]{{0,6}}之一，$")
_BEHIND = re.compile(f"的(?:[^，。；{MENTION}]|{PLACE}){{0,16}}{PROGRAMME}")
_MEANT = re.compile("(?:^|[，。：])(?:据[了悉][^，]{0,3}，)?(?:本[次届]|此次|这次|该|此届)?([\u4e00-\u9fa5]{2,4})(?:，|[^。；]{0,60}，)?$")
_ATTEND = re.compile(  # 甲局局长某某、乙校校长某某|出席会议并讲话
    "(?:出席|参加|列席|到会)(?:了|并|，|。|(?:[本该此][次届])?(?:活动|会议|仪式|大会|论坛|座谈会|峰会|启动仪式|开幕|闭幕))")
_OTHER_HEADS = re.compile(f"[，、][{BODY}](?:有关|相关|主要)?(?:负责人|负责同志|领导|代表)等?")  # who are there as well: 某某，|乙委负责人等|出席
_OTHERWISE = re.compile("[。；]|致贺|表示|宣布|指出|强调|主持|介绍|说，")  # up to which the people named before do something else
_TELLS = "(?:表示|介绍|说|指出|透露|通报|强调|作了?|宣布|致辞|发布|称|坦言)"
_THERE = f"(?:在|(?:^|[。；]){DATE}的)(?:[{BODY}](?:{DATE}|今天|日前)?(?:举行|召开|举办)的)?[^，。；{MENTION}]{{0,16}}{PROGRAMME}[^，。；{MENTION}]{{0,8}}上"
_AT = re.compile(
    f"{PERSON}(?:{DATE})?(?:今天|日前)?{_THERE}[^，。；{MENTION}]{{0,6}}{_TELLS}"
    f"|{_THERE}，(?:(?P<heads>[{BODY}](?:、[{BODY}])*)(?:等[^，。；{MENTION}]{{0,6}})?(?:(?:有关|相关)?(?:司局)?负责人|(?=介绍|通报))|[^。；{PERSON}]{{0,40}}{PERSON}[^。；]{{0,30}}?){_TELLS}")
_EDUCATED = re.compile(f"(?:全党|深入)?(?:(?P<campaign>{PROGRAMME})|学习教育|主题教育)(?:开展|启动|实施|部署)?以来，")
_LEARNS = re.compile(f"(?P<doers>[{BODY}{PLACE}](?:[、和与][{BODY}{PLACE}])*)(?:等地)?(?!的|印发|发布|提出|表示|负责人)[\u4e00-\u9fa5]")
_VENUES = re.compile(f"({PLACE}(?:{JOINT}{PLACE}){{0,30}})(?:等[^，。；{MENTION}]{{0,8}})?(?:分别|同时|还|也)?设[立置有]?了?(?:主|分)会场")
LEAD = 220  # characters of the body
HOST, GUEST = 0.9, 0.7


@cache
def _table(name: str) -> str:
    return alternatives(load_table("events.toml")[name])


@cache
def _held() -> tuple[re.Pattern[str], re.Pattern[str]]:
    held = _table("held")
    after = re.compile(f"{PROGRAMME}(?!精神)(?:[^，；：。{MENTION}]|{PLACE}|在[{BODY}]){{0,12}}{held}")
    before = re.compile(f"{held}(?:了)?[^，；：。{MENTION}]{{0,6}}{PROGRAMME}")
    return after, before


@cache
def event_names() -> tuple[str, ...]:
    """What the names of events end with."""
    return tuple(load_table("events.toml")["names"])


def is_event(programme: Mention) -> bool:
    """Whether a programme is held: its name ends like that of a meeting, fair or match."""
    return programme.text.rstrip("”").endswith(event_names())


@once
def find_event(reading: Reading) -> tuple[Mention, int] | None:
    """The event that the article reports, and the sentence that tells it."""
    if not holding(reading, PROGRAMME):
        return None
    after, before = _held()
    seen = 0
    for row in (row for row in skeletons(reading) if row.role == "body"):
        if seen > LEAD:
            break
        seen += len(row.text)
        for hit in (*after.finditer(row.text), *before.finditer(row.text)) if PROGRAMME in row.codes else ():
            event = row.mention(row.text.index(PROGRAMME, hit.start()))
            announced = re.search("将|即将|拟", row.text[max(0, hit.start() - 4):hit.end()])
            if is_event(event) and not announced:
                return event, row.index
    return None


def find_event_relations(reading: Reading) -> Iterable[Statement]:
    """Hosts and participants of the article's event, and who speaks at others."""
    found = find_event(reading)
    hosts = list(_hosts(reading, found[0] if found else None))
    yield from hosts
    yield from _learners(reading)
    yield from _venues(reading, found)
    bodies = _spoken_for(reading) if holding(reading, PERSON) and holding(reading, PROGRAMME) else {}
    guests = list(_at_others(reading, bodies))
    if found:
        yield from _beside(reading, found[0])
        guests += [*_speakers(reading, *found, bodies), *_named(reading, skeletons(reading), *found)]
    if guests:
        raised = parents(reading)
        said = (*hosts, *find_named_relations(reading), *find_frames(reading), *find_pattern_statements(reading))
        ran = {(body, s.object) for s in said if s.predicate == "administers" for body in (s.subject, raised.get(s.subject, s.subject))}
        yield from (s for s in guests if ran.isdisjoint([(s.subject, s.object), (raised.get(s.subject, s.subject), s.object)]))


def _learners(reading: Reading) -> Iterator[Statement]:
    """Who takes part in the education of the Party that a report is of, and where it goes on: G开展以来，…。甲集团…。乙省…; each opens a sentence."""
    body = [row for row in skeletons(reading) if row.role == "body"]
    begun = _EDUCATED.match(body[0].text) if body and PROGRAMME in body[0].codes else None
    campaign = body[0].mention(begun.start("campaign")) if begun and begun["campaign"] else None
    if campaign is None or not campaign.text.endswith("教育"):
        return
    for row in body:
        lead = _EDUCATED.match(row.text)
        opens = _LEARNS.match(row.text, lead.end() if lead else 0)
        for doer in row.mentions(*opens.span("doers")) if opens else ():
            predicate = "appliesIn" if doer.type == "Place" else "participatesIn"
            ends = (campaign.ref, doer.ref) if doer.type == "Place" else (doer.ref, campaign.ref)
            yield Statement(ends[0], predicate, ends[1], confidence=GUEST, evidence=reading.evidence(*sorted({body[0].index, row.index})))


def _spoken_for(reading: Reading) -> dict[Ref, list[Ref]]:
    """The bodies that each person of a post stands for at an event, departments raised to their parents; not those of the leaders."""
    raised, table = parents(reading), load_table("events.toml")
    above, beside = tuple(table["above"]), tuple(table["beside"])
    bodies: dict[Ref, list[Ref]] = {}
    for post in find_posts(reading):
        if isinstance(post.object, Ref) and not post.title.endswith(beside) and not (body := raised.get(post.object, post.object)).name.endswith(above):
            bodies.setdefault(post.subject, []).append(body)
    return bodies


def _at_others(reading: Reading, bodies: dict[Ref, list[Ref]]) -> Iterator[Statement]:
    """Who speaks at an event that its sentence names: 甲局局长某某在G上表示; 在G上，甲局局长某某介绍; 在乙办举行的G上，甲局有关负责人表示;
    在G上，甲局、乙部等部门介绍."""
    for row in holding(reading, PROGRAMME):
        for hit in _AT.finditer(row.text) if row.codes.strip(PROGRAMME) else ():
            event = row.mention(row.text.index(PROGRAMME, hit.start()))
            people = [m.ref for m in row.mentions(*hit.span()) if m.type == "Person"]
            heads = [m.ref for m in row.mentions(*hit.span("heads"))] if hit["heads"] else []
            for body in (*heads, *(body for person in people for body in bodies.get(person, ()))) if is_event(event) else ():
                yield Statement(body, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(row.index))


def _hosts(reading: Reading, event: Mention | None) -> Iterator[Statement]:
    """Who hosts what, by the roles told of it: 本届论坛由甲局、乙校主办，丙公司承办; 由甲局指导、乙校主办的G."""
    before: list[Mention] = []
    for row in holding(reading, BODY + PROGRAMME):
        for hit in _ROLES.finditer(row.text) if "由" in row.text or "是" in row.text else ():
            if hosted := _hosted(row, hit, event, before):
                roles = [role for role in _ROLE.finditer(row.text, hit.start() + 1, hit.end()) if role.group(2) in _HOSTING]
                for body in (m.ref for role in roles for m in row.mentions(*role.span(1)) if m.type in ("Agency", "Organization")):
                    yield Statement(body, "administers", hosted.ref, confidence=HOST, evidence=reading.evidence(row.index))
        before += (m for m in row.mentions(0, len(row.text)) if m.type == "Programme")


def _hosted(row: Skeleton, roles: re.Match[str], event: Mention | None, before: Sequence[Mention]) -> Mention | None:
    """What the roles are told of: a programme right behind them, one before them in the sentence, or the one that 本届论坛, 活动 mean."""
    if row.text.startswith("的", roles.end()):
        behind = _BEHIND.match(row.text, roles.end())
        if behind or row.text[roles.start()] == "由":
            return row.mention(behind.end() - 1) if behind else None
    here = [m for m in row.mentions(0, roles.start()) if m.type == "Programme"]
    if len(here) > 1 and _ONE_OF.search(row.text, 0, roles.start()):
        here.pop()  # “甲”活动是某月系列活动之一，由…
    if here:
        return here[-1] if is_event(here[-1]) else None
    noun = _MEANT.search(row.text, 0, roles.start())
    if not noun:
        return None
    for kind in (noun.group(1)[:size] for size in range(len(noun.group(1)), 1, -1)):  # 活动|以“…”为主题，由
        told = (m for m in (*([event] if event else ()), *reversed(before)) if m.text.rstrip("”").endswith(kind))
        if hosted := next(told, event if kind in load_table("events.toml")["words"] else None):
            return hosted
    return None


def _beside(reading: Reading, event: Mention) -> Iterator[Statement]:
    """What else is held during the event: 展会期间，还举办了G; 设置主论坛和G、G等分论坛."""
    for row in holding(reading, PROGRAMME) if not event.text.endswith(tuple(load_table("events.toml")["alone"])) else ():
        for hit in _within().finditer(row.text):
            for part in row.mentions(*hit.span(1 if hit.group(1) else 2)):
                if part.ref != event.ref:
                    yield Statement(part.ref, "partOf", event.ref, confidence=GUEST, evidence=reading.evidence(row.index))


def _venues(reading: Reading, found: tuple[Mention, int] | None) -> Iterator[Statement]:
    """Where the event named before in the sentence, else the article's, has its venues: 活动在甲市设主会场，乙市、丙市设分会场."""
    for row in holding(reading, PLACE) if holding(reading, PROGRAMME) else ():
        for hit in _VENUES.finditer(row.text) if "会场" in row.text else ():
            here = [(m, row.index) for m in row.mentions(0, hit.start()) if m.type == "Programme" and is_event(m)][-1:]
            for event, told in here or ([found] if found and found[1] <= row.index else []):
                for place in row.mentions(*hit.span(1)):
                    yield Statement(event.ref, "appliesIn", place.ref, confidence=GUEST, evidence=reading.evidence(*sorted({told, row.index})))


@cache
def _within() -> re.Pattern[str]:
    during = (
        f"(?:(?:{_table('words')}|[一-龥][周节月])期间，?|(?:^|[，。；])(?:其间|期间)，?|本[届次][\u4e00-\u9fa5]{{2,8}}?(?:还|将|同期|同时))"
        f"[^。；{MENTION}]{{0,24}}?{_table('held')}了?[^，。；{MENTION}]{{0,4}}({PROGRAMME}(?:[、和及]+(?:[^，。；{MENTION}]{{2,20}}[、和及]+)*{PROGRAMME})*)")
    inside = f"{_table('sets')}(?!的)(?:了)?[^，。；{MENTION}]{{0,12}}?({PROGRAMME}(?:[、和及与]?{PROGRAMME})*)等?[^，。；{MENTION}]{{0,6}}{_table('parts')}"
    return re.compile(f"{during}|{inside}")


def _speakers(reading: Reading, event: Mention, told: int, bodies: dict[Ref, list[Ref]]) -> Iterator[Statement]:
    """The bodies of the people who are there or speak in the article."""
    for row in holding(reading, PERSON):
        for person in _attendants(row) if row.index >= told else ():
            for body in bodies.get(person.ref, ()):
                yield Statement(body, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(told, row.index))
    venues, closed = (tuple(load_table("events.toml")[key]) for key in ("venues", "closed"))
    for row in holding(reading, PERSON + BODY) if event.text.rstrip("”").endswith(venues) and not event.text.endswith(closed) else ():
        for hit in speaking().finditer(row.text):
            for body in bodies.get(row.mention(hit.start()).ref, ()):
                yield Statement(body, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(told, row.index))
        for hit in _HEADS.finditer(row.text):
            if row.index <= told + 1:
                for head in row.mentions(*hit.span(1)):
                    yield Statement(head.ref, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(told, row.index))


def _attendants(row: Skeleton) -> Iterator[Mention]:
    """The people of a sentence who are told to be there: 甲局局长某某、乙校校长某某出席会议."""
    for hit in _ATTEND.finditer(row.text):
        begin = max((other.end() for other in _OTHERWISE.finditer(row.text, 0, hit.start())), default=0)
        people = [m for m in row.mentions(begin, hit.start()) if m.type == "Person"]
        if people and not ANY_MENTION.search(_OTHER_HEADS.sub("", row.text[row.text.rindex(PERSON, begin, hit.start()) + 1:hit.start()])):
            yield from people


@cache
def _attending() -> re.Pattern[str]:
    chain = f"[{BODY}](?:(?:[{PLACE}]|[^，。；{MENTION}]){{0,12}}[{BODY}]){{1,30}}"
    people = (
        "等?(?:[0-9两三四五六七八九十]+[个家])?(?:的)?(?:有关|相关|主要)?(?:部门|单位|企业|机构)?(?:有关|相关|主要|分管)?"
        "(?:(?:负责人|负责同志|领导|代表|人员)等?)?(?:分别|先后|还|也|在会上|应邀|共同)*"
    )
    answers = (
        f"，?就[^，；。{MENTION}]{{0,14}}(?:作答|回答|回应|答复)|，?就[^；。{MENTION}]{{0,60}}?(?:进行|作|做)了?[^，。；{MENTION}]{{0,4}}发言"
        f"|回答了?[^，；。{MENTION}]{{0,8}}(?:提问|询问|问题)")
    others = f"(?:[、和及](?:{PLACE}?[^，。；、和及{MENTION}]{{2,16}}|{PLACE})){{0,9}}"  # places, and bodies that no finder knows
    return re.compile(
        f"(?:邀请(?:了)?)({chain})[^，。；{MENTION}]{{0,22}}?(?:参加|出席|参会|与会)"
        f"|代表([{BODY}])(?:在会上)?(?:作[^，。；{MENTION}]{{0,4}})?发言"
        f"|({chain})等[^，。；{MENTION}]{{0,8}}{_table('joins')}|({chain}|[{BODY}]){others}{people}(?:{_table('attends')}|{answers})"
    )


def _named(reading: Reading, rows: Sequence[Skeleton], event: Mention, told: int) -> Iterator[Statement]:
    """Bodies in a list that shows or takes part (甲公司、乙公司等单位展示…), and those who report there (会上，省水利厅汇报了…)."""
    for row in rows[told:told + 24]:
        for hit in _attending().finditer(row.text) if row.codes else ():
            if not hit.group(3) or not re.match(f"[^，。；]{{0,10}}{PROGRAMME}", row.text[hit.end():]):
                there = row.mentions(*hit.span(hit.lastindex or 0))
                begins = {mention.start for mention in there if mention.type != "Place"}  # 西安|比亚迪
                for mention in (one for one in there if one.type != "Place" or one.end not in begins):
                    yield Statement(mention.ref, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(told, row.index))
