"""Clause frames: who issues, drafts, runs or joins what, with subjects that later clauses inherit.

Place in the line: skeletons and their turns (kg.relate.scene) -> statements. A clause tells something when one of the verbs of
kg/data/patterns/frames.toml stands between its subject and a regulation, publication or programme.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import OTHER_ISSUERS
from kg.model import Mention, Reading, Ref, Statement
from kg.relate.actors import ANY_MENTION, BODY, DATE, MENTION, PERSON, PLACE, actors, words
from kg.relate.decrees import ANOTHER_OF_IT
from kg.relate.names import title_issuers
from kg.relate.patterns import alternatives_unless, load_table
from kg.relate.scene import OWN, SENTENCE, Subject, Turn, find_turns, is_document, to_come
from kg.relate.skeleton import JOINT, SLOTS, Skeleton, chain_after, remembered

WORK = SLOTS["Work"]
REACH = 22  # characters between a verb and its object
_OBJECT = re.compile(f"[^{WORK}{BODY}{PERSON}]{{0,{REACH}}}?(?=[{WORK}])")
_NEXT = re.compile(f"[{MENTION}{DATE}0-9]")
# a list that is counted in between: 《…》等国家标准2个、《…》等行业标准5个
_COUNTED = re.compile(f"等[^，；。{SLOTS['Any']}]{{0,12}}[、和及](?=[{WORK}])")
_FRAMED = re.compile(
    f"(?:围绕|结合|根据|依据|按照|依照|依托|聚焦|贯彻落实|在|面向|借助|赴|到|前往|走进|深入|来到|进)"
    f"[^，；{MENTION}]{{0,6}}[{MENTION}][^，；{MENTION}]{{0,6}}，?")
# 依据修订后的《R》, 按照乙部发布的《R》, 解读近日发布的《R》: what is only cited, in front of its verb
_CITES = re.compile(
    "(?:依据|依照|根据|按照|遵照|参照|对照|执行|贯彻|落实|遵守|学习|宣传|宣贯|宣讲|解读|围绕|结合)"
    f"(?:了|好|国家|新|近日|日前|最新|最近|此前|正式|联合|{DATE}|[{BODY}、和等]){{0,8}}$")
_DONE_BEFORE = re.compile("后?的")
# partners behind adverbs: 甲局近日会同人民银行、乙会印发
_WITH = re.compile(
    f"(?<!对)(?:携手|会同|联合|与|同)(?:[\u4e00-\u9fa5]{{2,8}}[、和与及]){{0,3}}"
    f"((?:[{BODY}][\u4e00-\u9fa5]{{0,6}}{JOINT}){{0,20}}[{BODY}])(?:等[^，；{MENTION}]{{0,8}})?")
_BEING = re.compile("正在|抓紧|加快|着手")  # 正在抓紧研究制定《…》
_TO_COME = re.compile(f"(?:将|拟|计划|即将|推动|抓紧|尽快|力争|争取|预计|有望)(?:[于在]?[^，；：。的{MENTION}]{{0,6}})?$")  # 将于近期出台《…》
_SOUGHT = re.compile("征求(?:公众|社会)?意见|推动印发|加快印发")  # 修订了《…》，已完成公开征求意见
_EXAMINED = ("审查通过", "审核通过")
_SHOWS, _DRAFT_OF_IT = ("发布", "公布", "对外发布", "印发"), re.compile("(?:修订|修正)?(?:草案|(?:公开)?征求意见稿|送审稿)")  # 公布《R》修订草案
_DRAFT_BEHIND = re.compile("》[（(][^（）()]{0,8}(?:草案|征求意见稿|送审稿)[)）]")
_MAKES = ("制定", "制订", "编制", "修订", "编写")
_ENDED = re.compile("(?:暂停|停止|叫停|终止|取消|推迟|暂缓)了?$")  # 暂停|实施G
_BY_OTHERS = re.compile(f"(?<![在于对向为]){PLACE}$")  # 评估甲市|开展的G
_DURING = re.compile("(?:活动|工作|行动)?(?:以来|期间|之后|后，|过程中)")
_SINCE = re.compile("自[^，；。]{0,12}$")
_OUTSIDERS = re.compile("(?:联合|会同|协同|携手|与|同).{2,60}(?:部门|单位|企业|机构|(?=联合|共同))")  # partners that no finder knows
_OF_IT = re.compile(  # 建立G工作|机制, 制定G实施|方案: not G itself
    "机制|专班|小组|办公室|方案|意见|办法|规划|中心|站|人员|经费|经验|成果|成效|情况|台账|清单|体系|部门|机构|队伍|领导")
_DONE = ("，", "；", "。", "取得", "、", "（", "(")  # behind which none of these is of the thing: 推进G，成效明显
_LOOKED_INTO = re.compile("(?:等|的)?[^，；。]{0,8}?(?:专项|监督)?(?:审计|检查|督查|巡察|督导|抽查|调研|核查)(?=[，。；]|$)")  # 开展G等专项审计
_NOTICE = re.compile("的(?:通知|公告|函)")
_SENT_BY = re.compile("的(?:通知|征求意见稿|(?:重磅|重要)?文件)(?=[，。；]|$)")  # 印发《甲意见》的通知
_OPENS, _SERVED = ("开通", "开办", "上线"), ("业务", "服务")
_PLACED = {("issues", "Regulation"), ("administers", "Programme")}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the table for one class of object."""

    relation: str
    kind: str




@cache
def _verbs() -> tuple[re.Pattern[str], dict[tuple[str, str], Verb]]:
    table: dict[tuple[str, str], Verb] = {}
    for row in load_table("frames.toml")["verb"]:
        for word in row["words"]:
            for kind in row["objects"]:
                table.setdefault((word, kind), Verb(row["relation"], row["kind"]))
    nouns = load_table("frames.toml")["words"]["nouns"]
    return re.compile(alternatives_unless(nouns, (word for word, _ in table))), table


@cache
def _telling() -> re.Pattern[str]:
    """A verb of the table with a work behind it: only clauses that hold one can tell something."""
    return re.compile(f"{_verbs()[0].pattern}[^{WORK}{BODY}{PERSON}，；：。！？…—]{{0,{REACH}}}[{WORK}]")


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before a verb that opens its clause: adverbs, dates, partners that are no entities."""
    partner = f"(?:联合|会同|与|同)[^{MENTION}]{{0,14}}(?:部门|单位|企业|机构)"
    where = f"(?:在|面向|向|于|[对为](?={PLACE}))(?:[^，；{MENTION}]|{PLACE}){{1,16}}?"
    again = "连续第?[0-9一二三四五六七八九十]+[年届次]"
    return re.compile(f"(?:{words('starts').pattern}|[从自]?{DATE}(?:起|开始)?|[0-9]+[.、]|{again}|[“”]|{partner}|{where})*(?:为[^{MENTION}]{{0,10}}人)?$")


@remembered
def find_frames(reading: Reading) -> Iterable[Statement]:
    """What clauses tell of bodies and their regulations, publications and programmes."""
    issuers = title_issuers(reading)
    for skeleton, begin, end, turn, lenient in find_turns(reading, _telling(), WORK):
        for statement in _clause_frames(reading, skeleton, begin, end, turn, lenient):
            title = statement.object if statement.predicate == "issues" and not isinstance(statement.object, str) else None
            known = issuers.get(title, []) if title and not OTHER_ISSUERS.search(title.name) else []
            if not known or statement.subject in known or "转发" in skeleton.text[begin:end]:
                yield statement


def _clause_frames(
    reading: Reading, skeleton: Skeleton, begin: int, end: int, turn: Turn, lenient: bool,
) -> Iterator[Statement]:
    verbs, table = _verbs()
    ordered = is_document(reading)  # 修订《…》 is what a document orders
    start = turn.own[1] if turn.own else begin
    work = max(skeleton.text.rfind(code, start, end) for code in WORK)
    done: set[int] = set()
    for hit in verbs.finditer(skeleton.text, start, work) if work >= 0 else ():
        found = _find_object(skeleton, hit.end(), end)
        if not found or found[0] in done:
            continue
        objects = skeleton.mentions(*found)
        verb = table.get((hit.group(), objects[0].type))
        if verb and verb.relation == "issues" and ((ordered and not turn.own) or skeleton.text.startswith(_EXAMINED, hit.start() - 2)):
            continue
        draft = bool(verb and verb.relation == "issues" and (
            (hit.group() in _SHOWS and _DRAFT_OF_IT.match(skeleton.text, found[1])) or _called_draft(reading, skeleton, objects[-1])))
        verb = Verb("drafts", verb.kind) if verb and draft else verb
        if not verb or not _complete(skeleton, verb, hit.end(), *found, own=turn.own is not None):
            continue
        drafting = draft or skeleton.text.startswith("的征求意见稿", found[1]) or (hit.group() in _MAKES and bool(
            turn.current.planned or _BEING.search(skeleton.text, start, hit.start()) or _SOUGHT.search(skeleton.text, found[1])))
        drafting = drafting or (objects[0].type == "Regulation" and hit.end() == found[0] and bool(_TO_COME.search(skeleton.text[start:hit.start()])))
        verb = Verb("drafts", verb.kind) if drafting and verb.relation == "issues" else verb
        subject = _subject_of(skeleton, begin, hit, verb, turn, lenient or _is_drive(hit[0], objects))
        if not subject.bodies or (subject.bodies[0].type == "Place" and not turn.own and verb.kind != "strong"):
            continue
        done.add(found[0])
        evidence = reading.evidence(skeleton.index, subject.sentence)
        apart = len(subject.bodies) == len(objects) > 1 and "分别" in skeleton.text[start:hit.start()]  # 甲部、乙部分别发布《A》《B》
        for at, body in enumerate(subject.bodies):
            for thing in ([objects[at]] if apart else objects):
                row = table.get((hit.group(), thing.type))
                if row and body.type == "Place" and (row.relation, thing.type) in _PLACED:
                    yield Statement(thing.ref, "appliesIn", body, confidence=subject.confidence, evidence=evidence)
                elif row and body.type != "Place":
                    relation = "drafts" if drafting and row.relation == "issues" else row.relation
                    if hit.group() in _OPENS and _sells(body, thing, skeleton.text[found[1]:found[1] + 2]):
                        relation = "participatesIn"
                    yield Statement(body, relation, thing.ref, confidence=subject.confidence, evidence=evidence)


def _called_draft(reading: Reading, skeleton: Skeleton, work: Mention) -> bool:
    """Whether the bracket behind a title, which the skeleton leaves out, calls it a draft: 《R》（修订草案公开征求意见稿）."""
    return _DRAFT_BEHIND.match(reading.article.sentences[skeleton.index].text, work.end) is not None


def _is_drive(verb: str, objects: Iterable[Mention]) -> bool:
    """Whether a weak verb tells of campaigns, which a body carries out itself: 抓好G行动."""
    table = load_table("frames.toml")["words"]
    return verb in table["drive_verbs"] and all(thing.type == "Programme" and thing.name.rstrip("”").endswith(tuple(table["drives"])) for thing in objects)


def _sells(body: Ref, thing: Mention, behind: str) -> bool:
    """Whether a bank only brings a scheme to its clients: 甲银行开通G业务."""
    return thing.type == "Programme" and body.type == "Organization" and "银行" in body.name and (behind in _SERVED or thing.text.endswith(_SERVED))


def _find_object(skeleton: Skeleton, begin: int, end: int) -> tuple[int, int] | None:
    """The span of the chain of works that a verb ending at ``begin`` governs."""
    hit = _OBJECT.match(skeleton.text, begin, end)
    if not hit or (words("gap").search(hit.group()) and not (hit.group().endswith("的") and skeleton.mention(hit.end()).text.startswith("“"))):
        return None  # 开展关爱服务司机的“八送”行动 is no other thing's
    stop = chain_after(skeleton.text, hit.end(), WORK)
    while more := _COUNTED.match(skeleton.text, stop, end):
        stop = chain_after(skeleton.text, more.end(), WORK)
    return hit.end(), stop


def _complete(skeleton: Skeleton, verb: Verb, done: int, begin: int, end: int, *, own: bool) -> bool:
    """Whether the object is the thing itself, neither the background of the clause nor a word about another thing."""
    rest = skeleton.text[end:]
    if verb.relation in ("issues", "drafts"):
        drafted = verb.relation == "drafts" and _DRAFT_OF_IT.match(rest)  # 起草《…》草案文本
        another = rest.startswith(("的", "修正", "修订草案", "草案", "执法检查", "会议")) or ANOTHER_OF_IT.match(rest)
        other = another and not drafted and not _SENT_BY.match(rest)
        return not other or bool(_NOTICE.match(rest) and re.search("关于.{2,4}$", skeleton.text[:done]))
    if skeleton.text.startswith("的", done) and verb.relation == "administers":
        return verb.kind == "strong" or begin == done + 1  # 共青团中央组织的G吸引了…
    if own and _DURING.match(rest) and (verb.kind == "strong" or _SINCE.search(skeleton.text[:done])):
        return True  # 自甲部开展G以来, 甲院自建立G以来
    if words("after").match(rest) or _LOOKED_INTO.match(rest):
        return False
    tail = words("tail").match(rest)
    return not rest or bool(_NEXT.match(rest) or (tail and (tail[0] in _DONE or not _OF_IT.match(rest, tail.end()))))


def _subject_of(skeleton: Skeleton, begin: int, hit: re.Match[str], verb: Verb, turn: Turn, lenient: bool) -> Subject:
    """Who does what the verb tells: the clause's own subject, or the inherited one where the clause opens with the verb."""
    nothing = Subject()
    if turn.own:
        partners = _WITH.search(skeleton.text, turn.own[1], hit.start())
        told = _WITH.sub("", skeleton.text[turn.own[1]:hit.start()], count=1)
        if verb.relation == "issues" and _DONE_BEFORE.match(skeleton.text, hit.end()) and _CITES.search(told):
            return nothing
        between = _FRAMED.sub("", told) if ANY_MENTION.search(told) else told
        if len(between) > 25 or ANY_MENTION.search(between.replace(PLACE, "")) or words("unreal").search(between) or _ENDED.search(between):
            return nothing
        if skeleton.text.startswith("的", hit.end()) and _BY_OTHERS.search(between) and len(between) > 1:
            return nothing
        if verb.relation == "issues" and to_come().search(between):
            return nothing
        joined = actors(skeleton, *partners.span(1)) if partners else ()
        return turn.current if turn.joined else Subject((*actors(skeleton, *turn.own), *joined), OWN, skeleton.index)
    near = turn.current.confidence == SENTENCE and not turn.current.spoken
    if not (verb.kind == "strong" or (verb.kind == "weak" and (lenient or near))) or skeleton.text.startswith("的", hit.end()):
        return nothing
    if verb.relation == "issues" and turn.current.planned:
        return nothing
    before = skeleton.text[begin:hit.start()]
    if turn.current.bodies and turn.current.bodies[0].type == "Place":
        before = before.removeprefix("当地")
    if turn.current.spoken:
        before = before.lstrip("“")
        before = before[2:] if before.startswith(("全国", "我国", "各地", "我们")) else before
    before = _OUTSIDERS.sub("", before) if len(before) < 80 and not ANY_MENTION.search(before) else before
    if len(before) > 18 or not _opening().fullmatch(before.removeprefix("国家")):
        return nothing
    if PLACE in before and turn.current.bodies and turn.current.bodies[0].type == "Place":
        return nothing  # 甲省…，在乙县开展G: the nearer place is the one
    return turn.current
