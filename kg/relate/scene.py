"""Who acts: the subjects of clauses, their own or inherited from the sentence, the paragraph, a speaker or the article.

Place in the line: skeletons -> `Turn` for each clause -> clause frames. Word lists are data: kg/data/patterns/frames.toml.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from kg.model import Mention, Reading, Ref
from kg.relate.actors import ACTORS, ANY_MENTION, BODY, DATE, MENTION, PERSON, PLACE, actors, ends_oblique, find_subject, words
from kg.relate.authorities import told_by_field
from kg.relate.names import parents
from kg.relate.patterns import alternatives, alternatives_unless, load_table
from kg.relate.posts import find_posts
from kg.relate.skeleton import CODES, JOINT, Skeleton, chain_after, holding, mentions_of, skeletons

AGENCY, ORGANIZATION = CODES["Agency"], CODES["Organization"]
LONGEST = 40  # letters that may stand before the first of the codes in what is wanted
OWN, SENTENCE, PARAGRAPH, ARTICLE = 0.9, 0.8, 0.75, 0.6
_LOCAL = re.compile(f"^[{PLACE}\u4e00-\u9fa5]{{1,12}}[：:]")
_NEWS = re.compile(  # the body with which news begins behind a headline without a stop: …新举措|甲局等部门近日…, …征求意见|甲部起草的《…》
    f"(?<=[\u4e00-\u9fa5{MENTION}”》）0-9])[{BODY}](?:{JOINT}[{BODY}]){{0,20}}(?:等[^，；{MENTION}]{{0,8}})?"
    f"(?:(?:近日|日前|自?{DATE})(?![，的])|(?=(?:起草|修订|修订发布|制定|印发|发布)的{CODES['Regulation']}))")
_LISTED = re.compile(f"(?:[{BODY}](?:、|会同|和|与|及|联合)[\u4e00-\u9fa5]{{2,8}}|、|会同|和|与|及|联合)$")  # what stands before a later body of a chain
ANOTHER = re.compile("[今昨][天日晚][（(]")  # another piece of news of a broadcast, where nobody acts on: …今天（5月27日）开工
_HEARD = re.compile(f"从([{BODY}]).{{0,8}}?(?:获悉|了解到)")
_PARTNER = re.compile(f"(?:与|和|联合|会同|同)(?=[{BODY}])")
_MEETING = re.compile("等?(?:[^，]{0,6}(?:部门|单位|企业|机构))?(?:的)?(?:沟通|交流|进行了|签)")
_POINTER = re.compile(
    "[该我](协会|基金会|学会|联合会|中心|公司|集团|局|厅|部|委|署|院|校|行|办公室|部门|机关|单位|企业|机构)(?!负责|有关)"
)
# what goes on within an event is not done by whom an earlier sentence tells of: 展会期间，还举办了…
_MEANWHILE = re.compile(f"[^，；{BODY}]{{0,10}}期间(?:$|[^，；内]{{0,4}}(?:将|还|举))|其间|届时|本届[^，；{BODY}]{{1,8}}?(?:还|将|设|共|$)")
_THERE = re.compile(f"[^，；{MENTION}]{{0,4}}在({PLACE}{{1,3}})[^，；{MENTION}]{{0,8}}")
_RULED = ("省", "市", "县", "区", "州", "盟", "旗")
_CONVENES = "新闻办公室"  # it only calls the press together to which others speak
_HELPS = re.compile(f"(?:等[^，；{MENTION}]{{0,8}})?(?:积极|共同|协同)?(?:配合|参与|协助|协同|支持)")  # 由甲局牵头，乙局配合，实施G
_URGES = re.compile(  # who is urged acts in the clauses behind: 鼓励金融机构做好服务，用好再贷款
    "(?:提出|明确|要求|强调|还|同时|积极|大力|将|并)*(?:鼓励|督促|敦促|号召|倡导)[^，]{0,8}?(?:机构|企业|部门|地方|单位|银行|各地|学校|医院|力量|主体|公司|平台)")
_TELLERS = (PERSON, CODES["Regulation"], CODES["Publication"])
_KINDS = {"Agency": ("部门", "机关", "单位", "机构"), "Organization": ("企业", "单位", "机构")}


class Subject(NamedTuple):
    """The bodies that a clause inherits, how sure that is, where they were named, and whether as a speaker's body; the last ones may only join."""

    bodies: tuple[Ref, ...] = ()
    confidence: float = ARTICLE
    sentence: int = 0
    spoken: bool = False
    planned: bool = False
    joined: int = 0  # how many of the bodies only join: 甲局会同|乙局、丙局


_NOBODY = Subject((), SENTENCE)


class Turn(NamedTuple):
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


@cache
def to_come() -> re.Pattern[str]:
    """A word for what is to come; none in 虚拟, 拟定, 将士."""
    table = load_table("frames.toml")["words"]
    return re.compile(f"(?<![虚模]){alternatives_unless(table['not_planned'], table['planned'])}")


@cache
def speaking() -> re.Pattern[str]:
    """A person followed by a verb of saying."""
    return re.compile(f"{PERSON}[^，；。]{{0,6}}?{words('say').pattern}")


def _places(row: Skeleton, wanted: re.Pattern[str], codes: str) -> list[int]:
    """Where what is wanted begins, no further than it may before the first of the codes; it ends with one of them."""
    held = [at for at in row.items if row.text[at] in codes]
    return [hit.start() for hit in wanted.finditer(row.text, max(0, held[0] - LONGEST), held[-1] + 1)]


def find_turns(reading: Reading, wanted: re.Pattern[str], codes: str) -> Iterator[tuple[Skeleton, int, int, Turn, bool]]:
    """Each clause in which somebody acts and that holds what is wanted, with its turn, and whether the article lets weak verbs inherit.

    What is wanted ends with one of the codes, not far from where it begins, and holds no mark that ends a clause.
    """
    if not holding(reading, ACTORS):
        return
    hits = {row.index: places for row in holding(reading, codes) if (places := _places(row, wanted, codes))}
    if not hits:
        return
    rows = skeletons(reading)
    last = {rows[index].paragraph: index for index in hits}
    scene = _scene(reading, rows)
    setting, planning = words("setting").match, to_come().search
    paragraph, base, carried = -1, scene.agency, _carried(rows, scene, last)
    news = [sentence for sentence, told in enumerate(reading.article.sentences) if ANOTHER.search(told.text)][1:]
    for skeleton in rows:
        if skeleton.index > carried and skeleton.index > last.get(skeleton.paragraph, -1):
            continue
        if skeleton.text[0] == "（" and skeleton.text[-1] == "）":
            continue  # （甲部负责）: who is charged with what went before, not who acts in what follows
        if skeleton.role not in ("body", "caption") or skeleton.paragraph != paragraph:
            paragraph, base = skeleton.paragraph, scene.agency
        elif skeleton.index in news:
            base = Subject()
        elif base.confidence > PARAGRAPH:
            base = base._replace(confidence=PARAGRAPH)
        names = _names(skeleton)
        if base is scene.agency and not base.bodies and not names:
            continue  # nobody acts, before it or in it
        current, plain, plan = base, True, planning(skeleton.text)
        places = hits.get(skeleton.index, [])
        done = places[-1] if skeleton.index > carried and skeleton.index == last[skeleton.paragraph] else len(skeleton.text)
        for begin, end in _clauses(skeleton):
            if begin > done:
                break
            told = told_by_field(reading, skeleton, begin, end)  # 全市检察机关|开展…
            turn = (Turn(told[:2], Subject(told[2], SENTENCE, skeleton.index), None, joined=True) if told
                    else _turn(skeleton, begin, end, current, base, scene, names=names))
            if turn:
                base, current = turn.base if turn.base and (plain or turn.spoken) else base, turn.current
            plain = plain and bool((turn and turn.own) or setting(skeleton.text, begin, end))
            planned = plan and plan.end() <= end and current.bodies
            if current.bodies:
                scene.last = current
            if planned and not base.planned:
                base = base._replace(planned=True)
            if turn and turn.spoken and scene.presser and current.bodies:
                scene.agency = current._replace(confidence=ARTICLE)
            if places and turn and (turn.own or turn.current.bodies) and any(begin <= place < end for place in places):
                yield (skeleton, begin, end, turn._replace(current=current._replace(planned=True)) if planned else turn,
                       scene.presser or scene.local)


def _clauses(skeleton: Skeleton) -> Iterator[tuple[int, int]]:
    """The bounds of the clauses, also between a headline and the news behind it (甲局推出新举措|甲局近日印发《…》)."""
    for begin, end in skeleton.clauses():
        for hit in _NEWS.finditer(skeleton.text, begin + 1, end):
            before = skeleton.text[begin:hit.start()]
            if not ends_oblique(before) and not _LISTED.search(before):
                yield begin, hit.start()
                begin = hit.start()
        yield begin, end


def _names(skeleton: Skeleton) -> bool:
    """Whether a sentence names or points to somebody."""
    return bool(skeleton.codes.strip(DATE)) or _may_point(skeleton.text)


def _may_point(text: str) -> bool:
    """Whether words may point back to somebody: 该局, 我校."""
    return "该" in text or "我" in text


def _carried(rows: Sequence[Skeleton], scene: Scene, last: dict[int, int]) -> int:
    """The last sentence that needs the subjects of all before it, not only of its paragraph's up to the last that holds what is wanted.

    It points back to any body (该局), or a speaker's body carries on to it.
    """
    if scene.presser:
        return max(last.values())
    for row in reversed(rows):
        if _may_point(row.text) and _POINTER.search(row.text):
            return row.index
    return -1


def _turn(skeleton: Skeleton, begin: int, end: int, current: Subject, base: Subject, scene: Scene, *, names: bool) -> Turn | None:
    """Who acts in the clause and in those after it; None for a clause without names that leaves things as they are; ``names``: the sentence has some."""
    text = skeleton.text[begin:end]
    inherits = bool(current.bodies) or base is not scene.agency
    if current.bodies and (_URGES.match(text) or (current.sentence != skeleton.index and _MEANWHILE.match(text))):
        return Turn(None, _NOBODY, None)
    if names and (_may_point(text) or ANY_MENTION.search(text)):
        return _named_turn(skeleton, begin, end, text, current, scene, inherits=inherits)
    if inherits and _hides(text, current):
        return Turn(None, _NOBODY, scene.agency)
    return None


def _named_turn(skeleton: Skeleton, begin: int, end: int, text: str, current: Subject, scene: Scene, *, inherits: bool) -> Turn:
    """Who acts in a clause that names or points to somebody; ``inherits``: somebody acts before it whom it may hide."""
    if PERSON in text and (speaker := speaking().search(text)):
        bodies = tuple(scene.employers.get(skeleton.mention(begin + speaker.start()).ref, ()))
        subject = Subject(bodies, SENTENCE, skeleton.index, spoken=True)
        return Turn(None, subject, subject if bodies and scene.presser else scene.agency, spoken=True)
    if current.bodies and (partner := _PARTNER.search(text)) and _before_partner().fullmatch(text[:partner.start()]):
        return _joined(skeleton, begin + partner.end(), end, current)
    if _may_point(text) and (back := _back().match(text)) and _points_to(back.group(1), scene.last):
        subject = scene.last._replace(confidence=SENTENCE)
        partner = _PARTNER.search(text, back.end())
        if partner and _before_partner().fullmatch(text[back.end():partner.start()]):
            return _joined(skeleton, begin + partner.end(), end, subject)
        return Turn(None, subject, subject)
    if (AGENCY in text or ORGANIZATION in text or PLACE in text) and (own := find_subject(skeleton, begin, end)):
        bodies, partner = actors(skeleton, *own), _PARTNER.search(skeleton.text, *own)
        subject = Subject(bodies, SENTENCE, skeleton.index, joined=len(actors(skeleton, partner.end(), own[1])) if partner else 0)
        if skeleton.text[max(begin, own[0] - 1):own[0]] == "由":
            return Turn(own, subject if skeleton.text[own[1]:end] == "牵头" else current, None)
        if _HELPS.fullmatch(skeleton.text, own[1], end):
            return Turn(own, current, None)
        return Turn(own, subject, subject if _carries(subject, current) and not skeleton.text.startswith("其中") else None)
    if inherits and (text.startswith(_TELLERS) or _hides(text, current)):
        return Turn(None, _NOBODY, scene.agency)
    if PLACE in text and (not current.bodies or current.bodies[0].type == "Place") and (there := _THERE.fullmatch(text)):
        return Turn(None, Subject((skeleton.mention(begin + there.end(1) - 1).ref,), SENTENCE, skeleton.index), None)
    return Turn(None, current, None)


def _carries(subject: Subject, before: Subject) -> bool:
    """Whether a subject holds for later sentences: any body, but a place only when it governs and no body acted before."""
    first = subject.bodies[0]
    if first.name.endswith(_CONVENES):
        return False
    ruled = first.name.endswith(_RULED) and not first.name.endswith(("地区", "片区", "景区", "园区"))
    return first.type != "Place" or (ruled and not any(body.type != "Place" for body in before.bodies))


def _hides(text: str, current: Subject) -> bool:
    """Whether the clause has a subject that is no entity, or only asks for something: what it tells is not the subject's doing."""
    spoken = current.spoken and text.lstrip("“").startswith(("全国", "我国", "各地", "国家", "我们"))
    return bool((not spoken and _other_subject().match(text.lstrip("“"))) or words("modal").search(text))


def _joined(skeleton: Skeleton, at: int, end: int, current: Subject) -> Turn:
    """A partner joins the inherited subject (联合市邮政管理局，开展…), but who was only met ends it (和妇联进行了沟通)."""
    stop = chain_after(skeleton.text, at, BODY)
    if _MEETING.match(skeleton.text[stop:end]):
        return Turn(None, _NOBODY, None)
    partners = tuple(m.ref for m in skeleton.mentions(at, stop))
    led = current.bodies[:len(current.bodies) - current.joined]
    return Turn((at, stop), current._replace(bodies=(*led, *partners), joined=len(partners)), None, joined=True)


@cache
def _before_partner() -> re.Pattern[str]:
    return re.compile(f"(?:{words('starts').pattern}|加强|开展)*")


@cache
def _back() -> re.Pattern[str]:
    """A clause whose subject points back to the body named last: 近年来该基金会举办…."""
    return re.compile(f"(?:{words('starts').pattern}|{DATE})*?{_POINTER.pattern}")


def _points_to(kind: str, last: Subject) -> bool:
    return bool(last.bodies) and (kind in _KINDS.get(last.bodies[0].type, ()) or last.bodies[0].name.endswith(kind))


@cache
def _other_subject() -> re.Pattern[str]:
    """A clause whose subject is no entity: a word of the list, or a short phrase that ends in a kind of actor (人社部门)."""
    table = load_table("frames.toml")["words"]
    verbs = alternatives([*table["starts"], *table["oblique"], *table["doings"]])
    return re.compile(f"{alternatives(table['others'])}|(?!{verbs})[\u4e00-\u9fa5{PLACE}]{{1,7}}{alternatives(table['actors'])}")


def _employers(reading: Reading, raised: dict[Ref, Ref]) -> dict[Ref, list[Ref]]:
    """The bodies for which each person speaks: those of the posts, departments raised to their parents."""
    result: dict[Ref, list[Ref]] = {}
    for post in find_posts(reading):
        if isinstance(post.object, Ref):
            body = raised.get(post.object, post.object)
            if words("observers").search(body.name):
                continue
            if body not in result.setdefault(post.subject, []):
                result[post.subject].append(body)
    return result


def article_agency(reading: Reading) -> tuple[Ref, ...]:
    """The agency whose doings the article tells, as far as its lead names one."""
    return _article_subject(skeletons(reading)).bodies


def _scene(reading: Reading, rows: Sequence[Skeleton]) -> Scene:
    headline = next((row.text for row in rows if row.role == "headline"), "")
    lead = "".join(islice((s.text for s in reading.article.sentences if s.role == "body"), 8))[:300]
    presser = "发布会" in lead or "吹风会" in lead
    agency = Subject() if is_document(reading) else _article_subject(rows)
    return Scene(agency, _employers(reading, parents(reading)), presser, bool(_LOCAL.match(headline)), agency)


def is_document(reading: Reading) -> bool:
    """Whether the article is itself a regulation, which orders others to act: its headline is the regulation's title."""
    mentions = mentions_of(reading)
    return any(
        m.type == "Regulation" and is_title(m, sentence.text)
        for index, sentence in enumerate(reading.article.sentences) if sentence.role == "headline" for m in mentions.get(index, ())
    )


def is_title(mention: Mention, line: str) -> bool:
    """Whether a line is hardly more than a name, or the number of an announcement and in brackets what it is about."""
    return mention.end - mention.start >= 0.6 * len(line) or (mention.start == 0 and line.startswith("（", mention.end) and line.endswith("）"))


def _article_subject(rows: Sequence[Skeleton]) -> Subject:
    """The agency whose doings the article tells: the one the reporter heard from, or the subject of the lead."""
    for skeleton in islice((row for row in rows if row.role == "body"), 4):
        if skeleton.text.endswith("："):
            continue
        heard = _HEARD.search(skeleton.text)
        if heard and words("observers").search(skeleton.mention(heard.start(1)).name):
            return Subject()
        if heard:
            return Subject((skeleton.mention(heard.start(1)).ref,), ARTICLE, skeleton.index)
        for begin, end in skeleton.clauses():
            own = find_subject(skeleton, begin, end)
            if own and skeleton.text[own[0]] != PLACE:
                if words("mute").search(skeleton.text, own[1], end) or words("leaders").search(skeleton.mention(own[0]).name):
                    return Subject()
                return Subject(actors(skeleton, *own), ARTICLE, skeleton.index)
    return Subject()
