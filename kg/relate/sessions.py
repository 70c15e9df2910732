"""What sessions of people's congresses pass: the congress issues it, on the day on which it is passed.

Place in the line: skeletons -> `issues`, `issuedOn`. The full name of a session tells whose session it is.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.model import Mention, Reading, Ref, Statement, Time
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding, mentions_by_type

CONFIDENCE = 0.9
DATE, REGULATION, PROGRAMME, MENTION = CODES["Date"], CODES["Regulation"], CODES["Programme"], SLOTS["Any"]
REACH = 6  # sentences after its session's name in which 会议 is that session
_TERM = re.compile("第[一二三四五六七八九十百]{1,4}届")
_SESSION = re.compile("第[一二三四五六七八九十百]{1,5}次(?:全体)?会议$")
_PASSES = re.compile(
    f"(?P<session>{PROGRAMME}|(?:^|[，。；])(?:会议|(?=表决)))[^，。；{MENTION}]{{0,4}}?通过了?(?:[新经]?(?:修订|修改|修正)后?的)?"
    f"(?P<titles>{REGULATION}(?:[、和及]?{REGULATION}){{0,30}})")
_IS_PASSED = re.compile(f"(?P<titles>{REGULATION})已?经?由(?P<session>{PROGRAMME})于?(?P<date>{DATE})?(?:审议|表决|修订|修改)*通过")


def congress(session: str) -> str:
    """The congress or standing committee whose session a full name tells, empty for any other meeting.

    >>> congress("甲市第五届人民代表大会常务委员会第二次会议"), congress("甲市全民健身工作会议")
    ('甲市人民代表大会常务委员会', '')
    """
    held = _SESSION.search(session)
    body = _TERM.sub("", session[:held.start()], count=1).removeprefix("中华人民共和国") if held else ""
    return body if body.endswith(("人民代表大会", "人民代表大会常务委员会")) else ""


def find_passed(reading: Reading) -> Iterable[Statement]:
    """Who issues the laws and ordinances that a session passes, and when."""
    sessions = {m.name: congress(m.name) for m in mentions_by_type(reading).get("Programme", ()) if "人民代表大会" in m.name}
    bodies = {name: Ref("Agency", body) for name, body in sessions.items() if body and Ref("Agency", body) in reading.entities}
    told: tuple[Ref, int, str | None] | None = None  # the congress of the session named last, where, and its day
    for row in holding(reading, PROGRAMME + REGULATION) if bodies else ():
        for at, item in row.items.items():
            if isinstance(item, Mention) and item.type == "Programme" and item.name in bodies:
                told = bodies[item.name], row.index, _day(row, at)
        if told and REGULATION in row.codes and "通过" in row.text and row.index - told[1] <= REACH:
            yield from _passed(reading, row, *told)


def _passed(reading: Reading, row: Skeleton, body: Ref, said: int, day: str | None) -> Iterator[Statement]:
    evidence = reading.evidence(said, row.index)
    for hit in (*_PASSES.finditer(row.text), *_IS_PASSED.finditer(row.text)):
        session = row.items.get(hit.start("session"))
        if isinstance(session, Mention) and congress(session.name) != body.name:
            continue
        dated = hit.groupdict().get("date")
        day = _day(row, hit.end("date")) if dated else day
        for title in (m.ref for m in row.mentions(*hit.span("titles")) if "草案" not in m.name):
            yield Statement(body, "issues", title, confidence=CONFIDENCE, evidence=evidence)
            if day:
                yield Statement(title, "issuedOn", day, confidence=CONFIDENCE, evidence=evidence)


def _day(row: Skeleton, end: int) -> str | None:
    """The last day told before a position, or right behind it (某会议25日举行)."""
    at = row.text.rfind(DATE, 0, end)
    at = end + 1 if at < 0 and row.text.startswith(DATE, end + 1) else at
    item = row.items.get(at)
    return item.value if isinstance(item, Time) and item.kind == "day" else None
