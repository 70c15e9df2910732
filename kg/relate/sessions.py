"""What meetings pass: the body that holds the meeting issues it; a congress also on the day on which it is passed.

Place in the line: skeletons -> `issues`, `issuedOn`, `administers`. The full name of a session tells whose session it is, other meetings stand
right behind the name of their body (甲委员会召开第二次会议).
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Mention, Reading, Ref, Statement, Time
from kg.relate.decrees import PUT_IN_FORCE
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding, mentions_by_type, skeletons

CONFIDENCE = 0.9
DATE, REGULATION, PROGRAMME, PLACE = CODES["Date"], CODES["Regulation"], CODES["Programme"], CODES["Place"]
BODY, MENTION = SLOTS["Body"], SLOTS["Any"]
REACH = 12  # sentences after a session's name, or after the last one that opens with 会议, in which 会议 is that session
_NUMBER = "[一二三四五六七八九十百]{1,5}"
_TERM = re.compile(f"第{_NUMBER}届")
_SESSION = re.compile(f"第{_NUMBER}次(?:全体|主席|委员长|主任)?会议$")
_ASSEMBLY = re.compile(f"第{_NUMBER}[届次](?:全国)?(?:会员)?代表大会$|第{_NUMBER}届中央委员会第{_NUMBER}次全体会议$")
_EXECUTIVE = re.compile(f"(?:第(?:{_NUMBER}|[0-9]{{1,3}})次)?常务会议$")
_MEETS = re.compile(f"([{BODY}])(?:[^，。；{MENTION}]{{0,10}}(?:在{PLACE})?(?:召开|举行))?[^，。；{MENTION}在于的等]{{0,8}}会议(?!室|中心|精神)")
_PASSES = re.compile(
    f"(?P<session>{PROGRAMME}|(?:^|[，。；])(?:会议|大会|(?=表决|审议|讨论)))[^，。；{MENTION}]{{0,7}}?通过了?(?:[新经]?(?:修订|修改|修正)后?的)?"
    f"(?P<titles>{REGULATION}(?:[、和及]?(?:修订后的)?{REGULATION}){{0,30}})")
_IS_PASSED = re.compile(
    f"(?P<titles>{REGULATION})[^，。；{MENTION}{DATE}]{{0,3}}(?:由[{BODY}、和与及会同]{{1,16}}[^，。；{MENTION}]{{0,8}}起草，)?(?:于?(?P<day>{DATE}))?，?已?经?由?(?P<session>{PROGRAMME})于?(?P<date>{DATE})?(?:审议|表决|修订|修改)*通过")
_CONGRESSES = ("人民代表大会", "人民代表大会常务委员会")
_CENTRAL = "中国共产党中央委员会"  # whose sessions others study
_ITS_WORD = ("精神", "部署", "要求")
_PASSING = ("人民代表大会", "委员会")  # what holds numbered sessions that pass something


def congress(session: str) -> str:
    """The congress, committee, government or association whose session a full name tells, empty for any other meeting.

    >>> congress("甲市第五届人民代表大会常务委员会第二次会议"), congress("甲市全民健身工作会议")
    ('甲市人民代表大会常务委员会', '')
    >>> congress("中国人民政治协商会议第二届甲市委员会第九次主席会议")
    '中国人民政治协商会议甲市委员会'
    >>> congress("中国民主同盟第十三次全国代表大会")
    '中国民主同盟'
    >>> congress("国务院常务会议"), congress("甲市人民政府第34次常务会议")
    ('中华人民共和国国务院', '甲市人民政府')
    """
    if held := _EXECUTIVE.search(session):
        return {"国务院": "中华人民共和国国务院"}.get(session[:held.start()], session[:held.start()])
    if held := _ASSEMBLY.search(session):
        return session[:held.start()]
    held = _SESSION.search(session)
    body = _TERM.sub("", session[:held.start()], count=1).removeprefix("中华人民共和国") if held else ""
    if body.startswith("中国人民政治协商会议"):
        return body.removesuffix("常务委员会")
    return body if body.endswith(_PASSING) else ""


def find_passed(reading: Reading) -> Iterable[Statement]:
    """Who holds the sessions, who issues what they and other meetings pass, and when the laws and ordinances among it are issued."""
    sessions = {m: congress(m.name) for m in mentions_by_type(reading).get("Programme", ()) if m.name.endswith(("会议", "代表大会"))}
    bodies = {m.name: ref for m, body in sessions.items() for ref in (Ref("Agency", body), Ref("Organization", body))
              if body and body != _CENTRAL and ref in reading.entities}
    for mention in sessions:  # 党的二十届三中全会 is seldom told as a meeting
        if mention.name in bodies and not mention.name.startswith("中国共产党"):
            yield Statement(bodies[mention.name], "administers", mention.ref, confidence=CONFIDENCE, evidence=reading.evidence(mention.sentence))
    told: tuple[Ref, int, str | None] | None = None  # the body of the meeting told last, where, and the session's day
    near = 0  # the last sentence that is of this meeting
    for row in skeletons(reading) if holding(reading, REGULATION) else ():
        for hit in _MEETS.finditer(row.text) if "会议" in row.text else ():
            told = row.mention(hit.start(1)).ref, row.index, None
        for at, item in row.items.items() if PROGRAMME in row.codes else ():
            if isinstance(item, Mention) and item.type == "Programme" and item.name in bodies and not row.text.startswith(_ITS_WORD, at + 1):
                told = bodies[item.name], row.index, _day(row, at)
        if told:
            near = row.index if told[1] == row.index or (row.text.startswith("会议") and row.index - near <= REACH) else near
            if REGULATION in row.codes and "通过" in row.text and row.index - near <= REACH:
                yield from _passed(reading, row, bodies, *told)


def _passed(reading: Reading, row: Skeleton, bodies: Mapping[str, Ref], meeting: Ref, said: int, day: str | None) -> Iterator[Statement]:
    evidence = reading.evidence(said, row.index)
    for hit in (*_PASSES.finditer(row.text), *_IS_PASSED.finditer(row.text)):
        session = row.items.get(hit.start("session"))
        body = bodies.get(session.name) if isinstance(session, Mention) else meeting
        if body is None:
            continue
        dated = next((name for name in ("date", "day") if hit.groupdict().get(name)), None)
        passed = _day(row, hit.end(dated)) if dated else day
        laws = body.name.endswith(_CONGRESSES)
        for title in (m.ref for m in row.mentions(*hit.span("titles")) if not (laws and "草案" in m.name)):
            yield Statement(body, "issues", title, confidence=CONFIDENCE, evidence=evidence)
            if passed and laws and not PUT_IN_FORCE.search(row.text, hit.end()):  # by a decree, of the day under it
                yield Statement(title, "issuedOn", passed, confidence=CONFIDENCE, evidence=evidence)


def _day(row: Skeleton, end: int) -> str | None:
    """The last day told before a position, or right behind it (某会议25日举行)."""
    at = row.text.rfind(DATE, 0, end)
    at = end + 1 if at < 0 and row.text.startswith(DATE, end + 1) else at
    item = row.items.get(at)
    return item.value if isinstance(item, Time) and item.kind == "day" else None
