"""Events: who hosts the event that an article reports, and who takes part in it.

Place in the line: skeletons -> `administers`, `participatesIn`. Speakers quoted in such an article take part, unless they host.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.model import Mention, Reading, Ref, Statement
from kg.relate.frames import find_frames
from kg.relate.names import find_named_relations, parents
from kg.relate.patterns import alternatives, find_pattern_statements, load_table
from kg.relate.posts import find_posts
from kg.relate.scene import speaking
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding, once, skeletons

BODY, PERSON, PROGRAMME, DATE, PLACE = SLOTS["Body"], CODES["Person"], CODES["Programme"], CODES["Date"], CODES["Place"]
MENTION = SLOTS["Any"]
_HEADS = re.compile(f"([{BODY}])(?:有关|相关)(?:司局)?负责人[^，。]{{0,16}}?(?:介绍|出席|回应)")
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
            if event.text.rstrip("”").endswith(event_names()) and not announced:
                return event, row.index
    return None


def find_event_relations(reading: Reading) -> Iterable[Statement]:
    """Hosts and participants of the article's event."""
    found = find_event(reading)
    if not found:
        return
    rows = skeletons(reading)
    event, told = found
    hosts = list(_hosts(reading, event))
    yield from hosts
    yield from _beside(reading, event)
    raised = parents(reading)
    told_before = (*hosts, *find_named_relations(reading), *find_frames(reading), *find_pattern_statements(reading))
    ran = {s.subject for s in told_before if s.predicate == "administers" and s.object == event.ref}
    ran |= {raised[body] for body in ran if body in raised}
    for statement in (*_speakers(reading, event, told, raised), *_named(reading, rows, event, told)):
        if statement.subject not in ran and raised.get(statement.subject) not in ran:
            yield statement


@cache
def _hosted() -> re.Pattern[str]:
    return re.compile(f"{_table('words')}由([{BODY}、和及与]+)(?:等)?[^，。；{MENTION}]{{0,6}}{_table('hosts')}")


def _hosts(reading: Reading, event: Mention) -> Iterator[Statement]:
    for row in holding(reading, BODY):
        for hit in _hosted().finditer(row.text) if "由" in row.text else ():
            for mention in row.mentions(*hit.span(1)):
                yield Statement(mention.ref, "administers", event.ref, confidence=HOST, evidence=reading.evidence(row.index))


def _beside(reading: Reading, event: Mention) -> Iterator[Statement]:
    """What else is held during the event: 展会期间，还举办了G; 设置主论坛和G、G等分论坛."""
    for row in holding(reading, PROGRAMME):
        for hit in _within().finditer(row.text):
            for part in row.mentions(*hit.span(1 if hit.group(1) else 2)):
                if part.ref != event.ref:
                    yield Statement(part.ref, "partOf", event.ref, confidence=GUEST, evidence=reading.evidence(row.index))


@cache
def _within() -> re.Pattern[str]:
    during = f"(?:{_table('words')}期间|^其间|^期间)，[^。；{MENTION}]{{0,14}}{_table('held')}了?[^，。；{MENTION}]{{0,4}}({PROGRAMME})"
    inside = f"{_table('sets')}(?:了)?[^，。；{MENTION}]{{0,12}}?({PROGRAMME}(?:[、和及与]?{PROGRAMME})*)等?[^，。；{MENTION}]{{0,6}}{_table('parts')}"
    return re.compile(f"{during}|{inside}")


def _speakers(reading: Reading, event: Mention, told: int, raised: dict[Ref, Ref]) -> Iterator[Statement]:
    """The bodies of the people who speak in the article, departments raised to their parents."""
    bodies: dict[Ref, list[Ref]] = {}
    for post in find_posts(reading):
        if isinstance(post.object, Ref):
            bodies.setdefault(post.subject, []).append(raised.get(post.object, post.object))
    above = tuple(load_table("events.toml")["above"])
    venues = tuple(load_table("events.toml")["venues"])
    for row in holding(reading, PERSON + BODY) if event.text.rstrip("”").endswith(venues) else ():
        for hit in speaking().finditer(row.text):
            for body in bodies.get(row.mention(hit.start()).ref, ()):
                if body.name.endswith(above):
                    continue
                yield Statement(body, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(told, row.index))
        for hit in _HEADS.finditer(row.text):
            if row.index <= told + 1:
                body, evidence = row.mention(hit.start(1)).ref, reading.evidence(told, row.index)
                yield Statement(body, "participatesIn", event.ref, confidence=GUEST, evidence=evidence)


@cache
def _attending() -> re.Pattern[str]:
    chain = f"[{BODY}](?:(?:[{PLACE}]|[^，。；{MENTION}]){{0,12}}[{BODY}]){{1,30}}"
    people = (
        "等?(?:的)?(?:有关|相关|主要)?(?:部门|单位|企业|机构)?(?:有关|相关|主要|分管)?"
        "(?:负责人|负责同志|领导|代表|人员)?(?:分别|先后|还|也|在会上|应邀|共同)*"
    )
    others = f"(?:[、和及](?:{PLACE}|[^，。；、和及{MENTION}]{{2,16}})){{0,9}}"  # places, and bodies that no finder knows
    return re.compile(
        f"(?:邀请(?:了)?)({chain})[^，。；{MENTION}]{{0,22}}?(?:参加|出席|参会|与会)"
        f"|({chain})等[^，。；{MENTION}]{{0,8}}{_table('joins')}|({chain}|[{BODY}]){others}{people}{_table('attends')}"
    )


def _named(reading: Reading, rows: Sequence[Skeleton], event: Mention, told: int) -> Iterator[Statement]:
    """Bodies in a list that shows or takes part (甲公司、乙公司等单位展示…), and those who report there (会上，省水利厅汇报了…)."""
    for row in rows[told:told + 14]:
        for hit in _attending().finditer(row.text) if row.codes else ():
            if not hit.group(2) or not re.match(f"[^，。；]{{0,10}}{PROGRAMME}", row.text[hit.end():]):
                for mention in row.mentions(*hit.span(hit.lastindex or 0)):
                    yield Statement(mention.ref, "participatesIn", event.ref, confidence=GUEST, evidence=reading.evidence(told, row.index))
