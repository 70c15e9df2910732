"""Clause frames: who issues, drafts, runs or joins what, with subjects that later clauses inherit.

Place in the line: skeletons -> statements. A clause has its own subject (a chain of bodies that opens it), or, when it opens with
its verb, the subject of an earlier clause, sentence or the article. Verbs and word lists are data: kg/data/patterns/frames.toml.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.model import Mention, Reading, Ref, Statement
from kg.relate.names import parents, title_issuers
from kg.relate.patterns import alternatives, load_table
from kg.relate.posts import find_posts
from kg.relate.skeleton import CODES, SLOTS, Skeleton, chain_after, remembered, skeletons

BODY, WORK, PLACE, PERSON, DATE = SLOTS["Body"], SLOTS["Work"], CODES["Place"], CODES["Person"], CODES["Date"]
REACH = 22
OWN, SENTENCE, PARAGRAPH, ARTICLE = 0.9, 0.8, 0.75, 0.6
MENTION = SLOTS["Any"]
_ANY = re.compile(f"[{MENTION}]")
_LOCAL = re.compile("^[\ue006\u4e00-\u9fa5]{1,12}[：:]")
_FIRST = re.compile(f"[{BODY}{PLACE}]")
_KINDS = {"Agency": ("部门", "机关", "单位", "机构"), "Organization": ("企业", "单位", "机构")}


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies that a clause inherits, how sure that is, where they were named, and whether as a speaker's body."""

    bodies: tuple[Ref, ...] = ()
    confidence: float = ARTICLE
    sentence: int = 0
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What one clause does to the subjects: its own one, the one for the rest of the sentence, and for later sentences."""

    own: tuple[int, int] | None
    current: Subject
    base: Subject | None
    spoken: bool = False
    joined: bool = False


@dataclass(slots=True)
class Scene:
    """What holds for the whole article: its agency, for whom its people speak, and what sort of article it is."""

    agency: Subject
    employers: dict[Ref, list[Ref]]
    presser: bool
    local: bool
    last: Subject = Subject()

    @property
    def lenient(self) -> bool:
        return self.local or self.presser


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
    nouns = alternatives(load_table("frames.toml")["words"]["nouns"])
    return re.compile(f"(?!{nouns}){alternatives(word for word, _ in table)}"), table


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(alternatives(load_table("frames.toml")["words"][name]))


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before a verb that opens its clause: adverbs, dates, partners that are no entities."""
    table = load_table("frames.toml")
    words = alternatives(table["words"]["starts"])
    partner = f"(?:联合|会同|与|同)[^{MENTION}]{{0,14}}(?:部门|单位|企业|机构)"
    where = f"(?:在|面向|于)[^，；{MENTION}]{{1,8}}?(?:社区|省份|城市|地区|范围|范围内|全国|各地|全省|全市|全区|网点|学校|医院|[省市县区])"
    return re.compile(f"(?:{words}|{DATE}|[0-9]+[.、]|[“”]|{partner}|{where})*(?:为[^{MENTION}]{{0,10}}人)?$")


@cache
def speaking() -> re.Pattern[str]:
    """A person followed by a verb of saying."""
    return re.compile(f"{PERSON}[^，；。]{{0,6}}?{_words('say').pattern}")


@remembered
def find_frames(reading: Reading) -> Iterable[Statement]:
    """What clauses tell of bodies and their regulations, publications and programmes."""
    rows = skeletons(reading)
    scene = _scene(reading, rows)
    issuers = title_issuers(reading)
    paragraph, base = -1, scene.agency
    for skeleton in rows:
        if skeleton.role not in ("body", "caption") or skeleton.paragraph != paragraph:
            paragraph, base = skeleton.paragraph, scene.agency
        else:
            base = replace(base, confidence=min(base.confidence, PARAGRAPH))
        current = base
        for begin, end in skeleton.clauses():
            turn = _clause_subject(skeleton, begin, end, current, scene)
            base, current = turn.base or base, turn.current
            scene.last = current if current.bodies else scene.last
            if scene.presser and turn.spoken and turn.current.bodies:
                scene.agency = replace(turn.current, confidence=ARTICLE)
            for statement in _clause_frames(reading, skeleton, begin, end, turn, scene.lenient):
                if statement.predicate != "issues" or statement.subject in issuers.get(statement.object, [statement.subject]):
                    yield statement


def _clause_subject(skeleton: Skeleton, begin: int, end: int, current: Subject, scene: Scene) -> Turn:
    """Who acts in the clause and in those after it."""
    text = skeleton.text[begin:end]
    speaker = speaking().search(text)
    if speaker:
        bodies = scene.employers.get(skeleton.mention(begin + speaker.start()).ref, ())
        subject = Subject(tuple(bodies), SENTENCE, skeleton.index, spoken=True)
        return Turn(None, subject, subject if bodies and scene.presser else scene.agency, spoken=True)
    partner = re.search(f"(?:与|和|联合|会同|同)(?=[{BODY}])", text)
    if partner and current.bodies and re.match(f"(?:{_words('starts').pattern}|加强|开展)*$", text[:partner.start()]):
        at = begin + partner.end()
        stop = chain_after(skeleton.text, at, BODY)
        if re.match("等?(?:[^，]{0,6}(?:部门|单位|企业|机构))?(?:的)?(?:沟通|交流|进行了|签)", skeleton.text[stop:end]):
            return Turn(None, Subject((), SENTENCE, skeleton.index), None)
        bodies = tuple(m.ref for m in skeleton.mentions(at, stop))
        return Turn((at, stop), replace(current, bodies=(*current.bodies, *bodies)), None, joined=True)
    back = _back().match(text)
    if back and scene.last.bodies and (back.group(1) in _KINDS.get(scene.last.bodies[0].type, ()) or scene.last.bodies[0].name.endswith(back.group(1))):
        subject = replace(scene.last, confidence=SENTENCE)
        return Turn(None, subject, subject)
    own = find_subject(skeleton, begin, end)
    if own:
        subject = Subject(actors(skeleton, *own), SENTENCE, skeleton.index)
        if skeleton.text[max(begin, own[0] - 1):own[0]] == "由":
            return Turn(own, current, None)
        return Turn(own, subject, None if subject.bodies[0].type == "Place" else subject)
    spoken = current.spoken and re.match("全国|我国|各地|国家", text)
    if (not spoken and _other_subject().match(text)) or text[:1] == PERSON or _words("modal").search(text):
        return Turn(None, Subject((), SENTENCE, skeleton.index), scene.agency)
    return Turn(None, current, None)


@cache
def _back() -> re.Pattern[str]:
    """A clause whose subject points back to the body named last: 近年来该基金会举办…."""
    return re.compile(f"(?:{_words('starts').pattern}|{DATE})*?该(协会|基金会|学会|联合会|中心|公司|集团|局|厅|部|委|署|院|校|行|办公室|部门|机关|单位|企业|机构)(?!负责|有关)")


@cache
def _other_subject() -> re.Pattern[str]:
    """A clause whose subject is no entity: a word of the list, or a short phrase that ends in a kind of actor (人社部门)."""
    words = load_table("frames.toml")["words"]
    verbs = alternatives([*words["starts"], *words["oblique"]])
    return re.compile(f"{alternatives(words['others'])}|(?!{verbs})[\u4e00-\u9fa5{PLACE}]{{1,7}}{alternatives(words['actors'])}")


def find_subject(skeleton: Skeleton, begin: int, end: int) -> tuple[int, int] | None:
    """The span of the chain of bodies that is the subject of the clause, if it has one."""
    for first in _FIRST.finditer(skeleton.text, begin, end):
        start = first.start()
        stop = chain_after(skeleton.text, start, BODY + PLACE)
        before, after = skeleton.text[begin:start], skeleton.text[stop:end]
        if len(before) > 16 or _ANY.search(before.replace(PLACE, "")) or re.match(f"[^{PERSON}]{{0,12}}{PERSON}", after):
            return None
        if _words("others_of").match(after):
            return None
        if not _ends_oblique(before) and not after.startswith("的"):
            return start, stop
        if first.group() != PLACE:
            return None
    return None


def actors(skeleton: Skeleton, begin: int, end: int) -> tuple[Ref, ...]:
    """The bodies and places of a chain, without a place that only stands before a body (四川省卫健委)."""
    kinds = set(BODY)
    return tuple(
        m.ref for at in range(begin, end) if isinstance(m := skeleton.items.get(at), Mention)
        and not (m.type == "Place" and skeleton.text[at + 1:at + 2] in kinds and at + 1 < end)
    )


def _ends_oblique(before: str) -> bool:
    words = tuple(load_table("frames.toml")["words"]["oblique"])
    return before.endswith(words) and not before.endswith(("目的", "同", "由", "联合", "会同")) and not before.endswith("此外")


def _clause_frames(
    reading: Reading, skeleton: Skeleton, begin: int, end: int, turn: Turn, lenient: bool,
) -> Iterator[Statement]:
    verbs, table = _verbs()
    start = turn.own[1] if turn.own else begin
    done: set[int] = set()
    for hit in verbs.finditer(skeleton.text, start, end):
        found = _find_object(skeleton, hit.end(), end)
        if not found or found[0] in done:
            continue
        objects = skeleton.mentions(*found)
        verb = table.get((hit.group(), objects[0].type))
        if verb and verb.relation == "issues" and skeleton.text.startswith("的", found[1]):
            continue
        if not verb or (verb.relation in ("administers", "participatesIn") and not _complete(skeleton, *found)):
            continue
        subject = _subject_of(skeleton, begin, hit, verb, turn, lenient)
        if not subject.bodies:
            continue
        done.add(found[0])
        evidence = reading.evidence(skeleton.index, subject.sentence)
        for body in subject.bodies:
            for thing in objects:
                row = table.get((hit.group(), thing.type))
                if row and body.type == "Place":
                    yield Statement(thing.ref, "appliesIn", body, confidence=subject.confidence, evidence=evidence)
                elif row:
                    yield Statement(body, row.relation, thing.ref, confidence=subject.confidence, evidence=evidence)


def _find_object(skeleton: Skeleton, begin: int, end: int) -> tuple[int, int] | None:
    """The span of the chain of works that a verb ending at ``begin`` governs."""
    hit = re.compile(f"[^{WORK}\ue000\ue001\ue002]{{0,{REACH}}}?(?=[{WORK}])").match(skeleton.text, begin, end)
    if not hit:
        return None
    if _words("gap").search(hit.group()):
        return None
    return hit.end(), chain_after(skeleton.text, hit.end(), WORK)


def _complete(skeleton: Skeleton, begin: int, end: int) -> bool:
    """Whether the object is the thing itself, neither the background of the clause nor a word about another thing."""
    rest = skeleton.text[end:]
    if _words("after").match(rest):
        return False
    return not rest or bool(re.match(f"[{MENTION}{DATE}0-9]", rest) or _words("tail").match(rest))


def _subject_of(skeleton: Skeleton, begin: int, hit: re.Match[str], verb: Verb, turn: Turn, lenient: bool) -> Subject:
    nothing = Subject()
    own = turn.own
    if own:
        between = skeleton.text[own[1]:hit.start()]
        if len(between) > 25 or _ANY.search(between.replace(PLACE, "")) or _words("unreal").search(between):
            return nothing
        if turn.joined:
            return turn.current
        return Subject(actors(skeleton, *own), OWN, skeleton.index)
    if (verb.kind != "strong" and not (verb.kind == "weak" and (lenient or turn.current.confidence == SENTENCE and not turn.current.spoken))) or skeleton.text.startswith("的", hit.end()):
        return nothing
    before = skeleton.text[begin:hit.start()]
    if turn.current.spoken:
        before = re.sub("^(?:全国|我国|各地)", "", before)
    if len(before) > 18 or not _opening().fullmatch(re.sub("^国家", "", before)):
        return nothing
    return turn.current


def _employers(reading: Reading, raised: dict[Ref, Ref]) -> dict[Ref, list[Ref]]:
    """The bodies for which each person speaks: those of the posts, departments raised to their parents."""
    result: dict[Ref, list[Ref]] = {}
    for post in find_posts(reading):
        if isinstance(post.object, Ref):
            body = raised.get(post.object, post.object)
            if body not in result.setdefault(post.subject, []):
                result[post.subject].append(body)
    return result


def article_agency(reading: Reading) -> tuple[Ref, ...]:
    """The agency whose doings the article tells, as far as its lead names one."""
    return _article_subject(skeletons(reading)).bodies


def _scene(reading: Reading, rows: Sequence[Skeleton]) -> Scene:
    headline = next((row.text for row in rows if row.role == "headline"), "")
    lead = "".join([s.text for s in reading.article.sentences if s.role == "body"][:8])[:300]
    presser = bool(re.search("发布会|吹风会", lead))
    return Scene(_article_subject(rows), _employers(reading, parents(reading)), presser, bool(_LOCAL.match(headline)))


def _article_subject(rows: Sequence[Skeleton]) -> Subject:
    """The agency whose doings the article tells: the one the reporter heard from, or the subject of the lead."""
    for skeleton in [row for row in rows if row.role == "body"][:4]:
        if skeleton.text.endswith("："):
            continue
        heard = re.search(f"从([{BODY}]).{{0,8}}?(?:获悉|了解到)", skeleton.text)
        if heard:
            return Subject((skeleton.mention(heard.start(1)).ref,), ARTICLE, skeleton.index)
        for begin, end in skeleton.clauses():
            own = find_subject(skeleton, begin, end)
            if own and skeleton.text[own[0]] != PLACE:
                if _words("mute").search(skeleton.text, own[1], end):
                    return Subject()
                return Subject(actors(skeleton, *own), ARTICLE, skeleton.index)
    return Subject()
