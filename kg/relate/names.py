"""Relations that names alone tell: 国家医保局大数据中心 is part of 国家医保局, 《…生育保险办法》 concerns 生育保险.

Place in the line: the entities of a reading -> `partOf`, `concerns`, `appliesIn`. The evidence is where the longer name is printed.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from kg.lexicon import OTHER_ISSUERS
from kg.model import Entity, Reading, Ref, Statement
from kg.nlp.bare_titles import NUMBERED_NOTICE
from kg.nlp.organizations import INSIDE
from kg.nlp.titles import SENT_OUT, sent_out_name
from kg.relate.patterns import load_table
from kg.relate.skeleton import mentions_of, once, remembered
from kg.relate.surfaces import Names, names_of, unmarked

CONFIDENCE = 0.95
_PARTY = "中国共产党中央委员会"
_LOCAL = re.compile("[省市县区州盟旗]")
_AMENDS, _INNER = re.compile("关于(?:修改|修订|废止)[《〈<].+[》〉>](?:等[^《》]{0,12})?的(?:决定|通知|公告)"), re.compile("[《〈<]([^《》〈〉<>]+)[》〉>]")
_CARRIES_OUT = re.compile("(.{2,}(?:法|条例|规定|办法|规划|纲要|意见))(?:的)?实施(?:办法|细则|条例|规定|意见|方案)(?:[（(][^（）()]{1,8}[）)])?")
_CARRIED = re.compile(
    "关于(?:做好|认真|深入|进一步)*(?:学习|宣传|贯彻|落实|实施|执行){0,3}[《〈<]([^《》〈〉<>]+)[》〉>]"
    "(?:的?(?:学习|宣传|贯彻|落实|实施|执行|有关|工作))*(?:的|有关)*(?:通知|意见)")
_OF_PARTIES = re.compile("《?([一-龥]{2,16}(?:公约|议定书|协定))》?第[一二三四五六七八九十0-9]{1,4}[次届]缔约")
_OWN_RULES = re.compile("(?:章程|[一-龥]{0,8}(?:规则|办法|细则|程序规定)|20\\d\\d年工作要点)(?:[（(][^（）()]{1,8}[)）])?")  # 甲委员会|仲裁规则
_PASSED_ON = re.compile(r"关于|转发|批转|印发|(?:公告|通告)(?=20)|(?=20\d\d年第)")


@remembered
def find_named_relations(reading: Reading) -> Iterable[Statement]:
    """What the names of the reading's entities tell of each other."""
    claims = list(_claims(reading))
    printed = _printed(reading) if claims else {}
    for subject, relation, thing in claims:
        opens = relation == "issues" or (relation == "administers" and not subject.name.endswith(_table()["task_forces"]))
        longer, shorter = (thing, subject) if opens else (subject, thing)
        said = printed.get(longer, printed.get(shorter) if relation == "partOf" else None)
        if said is not None:
            yield Statement(subject, relation, thing, confidence=CONFIDENCE, evidence=reading.evidence(said))
    yield from _sessions(reading)


@once
def parents(reading: Reading) -> dict[Ref, Ref]:
    """The parent of each inner department whose name tells it."""
    return dict(_departments(names_of(reading)))


@once
def title_issuers(reading: Reading) -> dict[Ref, list[Ref]]:
    """The bodies that open a regulation's title (中共中央 国务院关于…的意见), by regulation; what a notice sends out has those of the notice."""
    found: dict[Ref, list[Ref]] = {}
    for body, title in _opening_bodies(names_of(reading)):
        found.setdefault(title, []).append(body)
    for title, bodies in list(found.items()):
        sent_out = SENT_OUT.search(title.name)
        inner = Ref("Regulation", sent_out_name(sent_out)) if sent_out else title
        if inner != title and inner in reading.entities:
            found.setdefault(inner, bodies)
    return found


def _printed(reading: Reading) -> dict[tuple[str, str], int]:
    """The sentence in which each entity is printed first, by class and name; headlines only when nothing else prints it."""
    first: dict[tuple[str, str], int] = {}
    heads: dict[tuple[str, str], int] = {}
    for index, mentions in mentions_of(reading).items():
        told = heads if reading.article.sentences[index].role in ("headline", "subtitle") else first
        for mention in mentions:
            told.setdefault((mention.type, mention.name), index)
    return heads | first


def _claims(reading: Reading) -> Iterator[tuple[Ref, str, Ref]]:
    names = names_of(reading)
    for subject, parent in parents(reading).items():
        yield subject, "partOf", parent
    for part, whole in _parts(names):
        yield part, "partOf", whole
    for title, programme in _held(names):
        yield title, "concerns", programme
    for thing, place in _placed(names):
        yield thing, "appliesIn", place
    for title, bodies in title_issuers(reading).items():
        yield from ((body, "issues", title) for body in bodies)
    for title, amended in _amended(names):
        yield title, "replaces", amended
    for title, ground in _carried_out(names):
        yield title, "basedOn", ground
    for meeting, ground in _of_parties(names):
        yield meeting, "basedOn", ground
    for body, programme in _task_forces(names):
        yield body, "administers", programme
    for body, programme in _named_after(names):
        yield body, "administers", programme


@cache
def _table() -> dict[str, Any]:
    """The tables of the names file, lists of ends and beginnings as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in load_table("names.toml").items()}


def _titles(names: Names) -> dict[str, Ref]:
    """The regulations by their names of four letters and more."""
    return {name: title.ref for title in names.of("Regulation") for name in title.of(4)}


def _amended(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """The regulations that the title of a decision or notice tells it to amend or repeal: 甲部关于修改《乙办法》的决定."""
    regulations = _titles(names) if names.count("Regulation") > 1 else {}
    for ref in dict.fromkeys(regulations.values()):
        told = _AMENDS.search(ref.name)
        for name in _INNER.findall(told.group()) if told else ():
            amended = regulations.get(unmarked(name))
            if amended and amended != ref:
                yield ref, amended


def _carried_out(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """The regulation that a title tells it to carry out: 甲条例|实施细则, 关于做好《甲条例》贯彻实施工作的通知."""
    regulations = _titles(names) if names.count("Regulation") > 1 else {}
    for ref in dict.fromkeys(regulations.values()):
        told = _CARRIES_OUT.fullmatch(unmarked(ref.name)) or _CARRIED.search(ref.name)
        ground = regulations.get(unmarked(told.group(1))) if told else None
        if ground and ground != ref:
            yield ref, ground


def _of_parties(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """The convention whose parties a programme brings together by its name: 《甲公约》第十五次缔约方大会."""
    regulations = _titles(names) if names.count("Programme", "Regulation") > 1 else {}
    for programme in names.of("Programme") if regulations else ():
        told = _OF_PARTIES.match(programme.ref.name)
        if told and (ground := regulations.get(told.group(1))):
            yield programme.ref, ground


def _task_forces(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """Bodies that are named after the programme that they run: 全国经济普查领导小组."""
    for agency in names.of("Agency") if names.count("Programme") else ():
        for name in agency.of(6):
            hit = names.programmes.prefix(name)
            if hit and name.removeprefix(hit[0]).startswith(_table()["task_forces"]):
                yield agency.ref, hit[1]
                break


def _named_after(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """Bodies whose name opens a programme's, behind its year or number: 甲局2024年新闻发布会, 2026年甲台春节晚会."""
    for programme in names.of("Programme") if names.count("Agency", "Organization") else ():
        for name in programme.of(5)[:3] if not programme.ref.name.endswith(_table()["not_the_namesakes"]) else ():
            numbered = _numbered().match(name)
            hit = names.bodies.prefix(name[numbered.end():] if numbered else name)
            if hit:
                yield hit[1], programme.ref
                break


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(load_table("names.toml")["numbered"])


def _sessions(reading: Reading) -> Iterator[Statement]:
    """The body that holds a session: it is named within the session's words or right before them (省政协十三届二次会议, 区委|十三届六次全会)."""
    told: set[tuple[Ref, Ref]] = set()
    for index, mentions in mentions_of(reading).items():
        session = body = None
        for mention in mentions:
            if mention.type == "Agency":
                body = mention
                held = session is not None and mention.end <= session.end
            elif mention.type == "Programme" and _session().search(mention.name):
                session = mention
                held = body is not None and body.end == mention.start
            else:
                continue
            if held and session and body and (body.ref, session.ref) not in told:
                told.add((body.ref, session.ref))
                yield Statement(body.ref, "administers", session.ref, confidence=CONFIDENCE, evidence=reading.evidence(index))


@cache
def _session() -> re.Pattern[str]:
    return re.compile(load_table("names.toml")["session"])


def _opening_bodies(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """Bodies at the start of titles that go on with 关于 (国务院办公厅关于…的通知), with what they pass on (国务院批转某部关于…的通知), or with the
    number of an announcement (甲总局公告2024年第5号), and at the start of their own rules (甲委员会仲裁规则)."""
    for regulation in (*names.of("Regulation"), *names.of("Publication")) if names.count("Agency", "Organization") else ():
        if not _PASSED_ON.search(regulation.ref.name) and not NUMBERED_NOTICE.search(regulation.ref.name):
            hit = names.bodies.prefix(regulation.ref.name)
            if hit and _OWN_RULES.fullmatch(regulation.ref.name, len(hit[0])):
                yield hit[1], regulation.ref
            continue
        head = unmarked(OTHER_ISSUERS.sub("", _PASSED_ON.split(regulation.ref.name, maxsplit=1)[0]))
        found = []
        while head and (hit := names.bodies.prefix(head + "\0")):
            found.append(hit[1])
            head = head[len(hit[0]):].lstrip("、和 　")
        if not head:
            yield from ((body, regulation.ref) for body in dict.fromkeys(found))


def _departments(names: Names) -> Iterator[tuple[Ref, Ref]]:
    for body in names.of("Agency", "Organization") if names.count("Agency", "Organization") > 1 else ():
        for name in body.of(5):
            hit = names.bodies.prefix(name, body.ref)
            rest = name[len(hit[0]):] if hit else ""
            own = hit and (hit[1].name != _PARTY or rest.endswith("办公厅"))  # what else the Party's centre sets up is led by it, no part of it
            barred = _table()["department_not"] + (() if hit and _LOCAL.search(hit[1].name) else _table()["departments_of_state_not"])
            ends = rest.endswith(_table()["branches"]) or (rest.endswith(_table()["department_ends"]) and not rest.endswith(barred))
            if hit and own and ends and not rest.startswith(INSIDE.get(hit[0], "-")):
                yield body.ref, hit[1]
                break


def _parts(names: Names) -> Iterator[tuple[Ref, Ref]]:
    fields = _table()["fields"]
    for ref, entity, own in names.of("Programme") if names.count("Programme") > 1 else ():
        for name in (name for name in own if len(name) >= 5):
            work = names.works.prefix(name, ref) if name.endswith("工程") else None  # 南水北调东线工程 of 南水北调工程
            hit = names.programmes.prefix(name, ref, [*own, *fields]) or work or names.programmes.suffix(name, own, least=6, but=_edition())
            if hit and len(hit[0]) > 3 and name.removeprefix(hit[0]) not in _table()["same"] and not _ends_in_quotes(entity):
                yield ref, hit[1]
                break


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(load_table("names.toml")["edition"])


def _ends_in_quotes(entity: Entity) -> bool:
    """Whether a name ends in a quoted name of its own: 社会保障卡“一卡通” is no part of 社会保障卡."""
    return any(name.endswith(("”", "’", '"')) for name in (entity.name, *entity.aliases))


def _held(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """Titles that hold a programme's name, unless only within a longer programme's name."""
    for ref, _, titles in names.of("Regulation", "Publication") if names.count("Programme") else ():
        if ref.name.endswith(_table()["lists"]):
            continue
        taken: set[int] = set()
        for name, at in names.programmes.inside(titles[0]).items():
            if not taken.intersection(range(at, at + len(name))):
                taken.update(range(at, at + len(name)))
                yield ref, names.programmes.refs[name]


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_table()["title_starts"]) + ")*")


def _placed(names: Names) -> Iterator[tuple[Ref, Ref]]:
    """Titles and programmes whose name opens with a place, or with a stretch between two (重庆至宜宾段), also behind another's name."""
    for thing in names.of("Regulation", "Programme") if names.count("Place") else ():
        if _session().search(thing.ref.name):
            continue
        for name in thing.of(4)[:3]:
            found = _title_places(names, name) if thing.ref.type == "Regulation" else _stretch(names, name)
            whole = names.programmes.prefix(name, thing.ref, thing.surfaces) if not found and thing.ref.type == "Programme" else None
            if found := found or (_stretch(names, name[len(whole[0]):]) if whole else []):
                yield from ((thing.ref, place) for place in found)
                break


def _title_places(names: Names, title: str) -> list[Ref]:
    """The place that opens a regulation's title, or what it is about: 甲省关于…的意见, 国务院关于支持甲区…的批复."""
    about = title.find("关于")
    rests = (title[_opened(title, at):] for at in ((0, about) if about > 0 else (0,)))
    return next((found for rest in rests if (found := _stretch(names, rest))), [])


def _opened(title: str, at: int) -> int:
    """Where the words end that may stand before a place in a title."""
    start = _opening().match(title, at)
    return start.end() if start else at


def _stretch(names: Names, rest: str) -> list[Ref]:
    """The place that opens the words, and the one behind it where they tell a stretch: 重庆至宜宾段."""
    hit = names.places.prefix(rest, barred=_table()["whole"])
    if not hit or rest[len(hit[0]):].startswith(_table()["not_place"]) or names.bodies.prefix(rest):
        return []
    behind = rest[len(hit[0]):]
    end = names.places.prefix(behind[1:], barred=_table()["whole"]) if behind.startswith(("至", "到", "—", "-", "－", "–", "经")) else None
    if not end:
        return [hit[1]]
    return [hit[1], *(_stretch(names, behind[1:]) if behind.startswith("经") else [end[1]])]
