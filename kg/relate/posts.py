"""Posts: who holds which post where (国家医保局局长章轲介绍).

Place in the line: skeletons -> `holdsPostAt` statements with their titles. The titles are data: kg/data/patterns/posts.toml.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.model import Reading, Ref, Statement
from kg.nlp.people import ACTS
from kg.nlp.rosters import BRACKETED
from kg.relate.names import parents
from kg.relate.patterns import alternatives, load_table
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding, mentions_by_type, mentions_of, remembered

RELATION = "holdsPostAt"
CONFIDENCE = 0.95
_PEOPLE = re.compile(f"{CODES['Person']}(?:(?:、{CODES['Person']})+(?:和{CODES['Person']})?)?")  # 副主席甲、乙和丙
PERSON = CODES["Person"]
_GOVERNOR = re.compile(f"{CODES['Place']}(?=((?:常务)?副?[省市县区州盟旗]长)({PERSON}))")
_BARE_MAYOR = re.compile(f"(?:^|[，。；])((?:常务)?副?[市县区]长)({PERSON}(?:、{PERSON}){{0,9}})")
_MEMBER = re.compile(f"(?:(?P<role>[一-龥]{{2,6}})：)?(?P<person>{PERSON})\\s.+")
_GOVERNS = re.compile("(?:常务)?副?[省市县区]长$")
_OF_MEMBERS = ("小组", "委员会", "指挥部", "联席会议")
_FORMER = re.compile("(?:(?:^|[，。；、“”：由])[原前]|(?<![连同])时任)\\Z")  # 原|甲市委常委某某
_LAST = re.compile(f"[{SLOTS['Body']}](?![{SLOTS['Body']}])")  # 国家电网|甲市供电公司: it is the latter's
_RANK = "[（(][^（()）]{2,8}[)）](?=" + PERSON + ")"  # 副厅长（正厅长级）|某某
_BODIES = frozenset(SLOTS["Body"])
PARTY, SPEAKS = "中国共产党", "新闻发言人"
COUNCIL, COUNCILLOR = Ref("Agency", "中华人民共和国国务院"), "国务委员"
STANDING = "常务委员会"
LEFT = "原"  # before the title of a post that somebody has left
_NAMING = ("任命", "聘任", "任命：", "聘任：")
_NAMED = re.compile(f"{PERSON}(?:同志)?(?:为|被任命为|(?:{CODES['Date']}|近日|日前)?(?:已经?|再次)?(?:当选|[现出担就接兼转升调改已]?任))")
_BREAK = re.compile("[、兼，]+|(?<=党[组委]成员)(?=[副局主])|(?<=党[组委]书记)(?=[局主部厅])|(?<=党委委员)(?=[副局])")  # 党组成员副主任 are two posts
_ANOTHER = re.compile("^(?:另一位|另一名|新任|现任|已有|该|一位|一名)")
_UNIT = re.compile(".{2,}(?:中心|(?<=[究科])[所院])[副执行常务]*(?:主任|所长|院长|负责人)$")  # a unit of its own, which no finder knows
_ELSEWHERE = re.compile(
    "国家(?:副)?主席|国务委员|(?:全国)?(?:人大代表|政协委员)|(?:中共|中央|国务院|国家|全国|[省市县区州])[\u4e00-\u9fa5]*?[处司局部委院办组会]")


@cache
def title_pattern() -> str:
    """What a title is made of, as a regular expression: words that belong to it and the title itself."""
    table = load_table("posts.toml")
    words = alternatives(table["titles"].split())
    return f"(?:[\u4e00-\u9fa5A-Za-z“”（）]{{0,14}}?{words}|长(?={PERSON}))"


@cache
def _post() -> re.Pattern[str]:
    """Bodies, titles and the person; a person may have several pairs of bodies and titles (工程院院士、友谊医院主任)."""
    body, title = f"[{SLOTS['Body']}]", title_pattern()
    pair = f"{body}(?:、?{body}){{0,3}}(?:的|党委|党组)?{title}(?:[、兼，]{{1,2}}{title}){{0,3}}"
    return re.compile(f"(?:{pair}[、，兼]{{0,2}}){{1,3}}(?:暨|为(?={PERSON}[，。；、])|{_RANK})?{PERSON}")


@cache
def _pair() -> re.Pattern[str]:
    title = title_pattern()
    follows = f"(?=[、，兼暨{CODES['Person']}{SLOTS['Body']}]|为{PERSON}|{_RANK})"
    return re.compile(f"([{SLOTS['Body']}、]{{1,30}})(?:的)?({title}(?:[、兼，]{{1,2}}{title}){{0,3}}){follows}")


def _bare_title() -> str:
    """A title with the words that belong to it: 党组副书记."""
    table = load_table("posts.toml")
    return f"{alternatives(table['modifiers'].split())}*{alternatives(table['titles'].split())}"


@cache
def _core() -> re.Pattern[str]:
    return re.compile(f"{_bare_title()}$")


@cache
def _title_behind() -> re.Pattern[str]:
    """A body, a person of it and the title by which they are called: 甲局余某某局长表示."""
    return re.compile(f"([{SLOTS['Body']}])({PERSON})({_bare_title()})(?=[，。、；]|{ACTS.pattern})")


@cache
def _no_post() -> re.Pattern[str]:
    """What tells no post of the named body: one at a part of it (纪委原书记), two groups of people (委员和专家)."""
    table = load_table("posts.toml")
    modifiers, titles = (alternatives(table[key].split()) for key in ("modifiers", "titles"))
    return re.compile(f".(?<![草高中平太])[原前](?:{modifiers}|党支部|纪委)*{titles}$|{titles}和|^对(?!外)")


def split_title(words: str) -> str:
    """The title without the hospital department that may stand before it.

    >>> split_title("神经外科副主任医师"), split_title("二级巡视员"), split_title("综合司司长")
    ('副主任医师', '二级巡视员', '综合司司长')
    """
    words = _ANOTHER.sub("", words.rpartition("其")[2])
    core = _core().search(words)
    if core and re.search("科$|医学$", words[:core.start()]):
        return core.group()
    return words


@remembered
def find_posts(reading: Reading) -> Iterable[Statement]:
    """One statement for each person, body and title that the text joins."""
    yield from fixed_posts(reading)
    if not holding(reading, PERSON):
        return
    raised = parents(reading)
    yield from _members(reading)
    yield from _bracketed_members(reading)
    before: Skeleton | None = None
    staffed: list[Ref] = []
    for skeleton in holding(reading, PERSON + SLOTS["Body"]):
        if PERSON in skeleton.codes:
            found = list(_told(reading, skeleton, before, raised))
            staffed += [row.object for row in found if isinstance(row.object, Ref)]
            yield from found
            told = {row.subject for row in found}
            yield from (row for row in _bare_leaders(reading, skeleton, staffed) if row.subject not in told)
        if not _BODIES.isdisjoint(skeleton.codes):
            before = skeleton


def _told(reading: Reading, skeleton: Skeleton, before: Skeleton | None, raised: dict[Ref, Ref]) -> Iterable[Statement]:
    """The posts that one sentence tells; ``before`` is the last one that names a body.

    其 points to the body before, in this sentence or the previous one; 公司 to the one before that is a company.
    """
    named = _bodies(before, len(before.text)) if before else []
    held: dict[int, list[Ref]] = {}  # the bodies of the person at each place
    for hit in _post().finditer(skeleton.text):
        if skeleton.text.endswith(("任", "为", "当选"), 0, hit.start()) and skeleton.text[hit.end() - 2] in "，、":
            continue  # 甲任某省委书记，乙不再担任…
        left = _FORMER.search(skeleton.text, 0, hit.start()) is not None
        more = _PEOPLE.match(skeleton.text, hit.end() - 1)
        people = [m.ref for m in skeleton.mentions(hit.end() - 1, more.end() if more else hit.end())]
        for pair in _pair().finditer(skeleton.text, hit.start(), hit.end()):
            bodies = [m.ref for last in _LAST.finditer(pair.group(1)) for m in skeleton.mentions(pair.start(1) + last.start(), pair.start(1) + last.end())]
            bodies += [raised[b] for b in bodies if b.type == "Organization" and b.name.endswith("科") and b in raised and raised[b] not in bodies]
            for person in people:
                yield from posts_of(reading, skeleton, person, bodies, pair.group(2), left=left)
            held[hit.end() - 1] = held[more.end() - 1 if more else hit.end() - 1] = bodies
    for called in _title_behind().finditer(skeleton.text):
        yield from posts_of(reading, skeleton, skeleton.mention(called.start(2)).ref, [skeleton.mention(called.start()).ref], called[3])
    yield from _carried(reading, skeleton, held)
    yield from _governors(reading, skeleton)
    for hit in _own().finditer(skeleton.text) if "其" in skeleton.text else ():
        here = _bodies(skeleton, hit.start())[-1:] or (named[:1] if before and before.index == skeleton.index - 1 else [])
        yield from posts_of(reading, skeleton, skeleton.mention(hit.end() - 1).ref, here, hit.group(1))
    for hit in _common().finditer(skeleton.text):
        near = [*_bodies(skeleton, hit.start())[::-1], *named[::-1]]
        fits = [ref for ref in near if ref.name.endswith(STANDING if hit.group(1) == "常委会" else hit.group(1))]
        more = _PEOPLE.match(skeleton.text, hit.end() - 1)
        for mention in skeleton.mentions(hit.end() - 1, more.end() if more else hit.end()):
            yield from posts_of(reading, skeleton, mention.ref, fits[:1], hit.group(2))
    yield from _appointed(reading, skeleton)
    if COUNCIL in reading.entities and COUNCILLOR in skeleton.text:
        for hit in _councillors().finditer(skeleton.text):
            for mention in skeleton.mentions(*hit.span("people")):
                yield from posts_of(reading, skeleton, mention.ref, [COUNCIL], COUNCILLOR)


@cache
def _councillors() -> re.Pattern[str]:
    """State councillors have their office at the State Council, which their title does not name: 国务委员甲、乙, 国务委员兼某部部长甲."""
    return re.compile(f"(?<![原前]){COUNCILLOR}(?:兼[{SLOTS['Body']}]?{title_pattern()})?(?P<people>{_PEOPLE.pattern})")


def _own_body(reading: Reading) -> list[Ref]:
    """The body of which the headline tells that the members are listed."""
    title = reading.article.headline or ""
    return [m.ref for m in mentions_by_type(reading).get("Agency", ()) if m.name.endswith(_OF_MEMBERS) and m.name in title][:1]


def _members(reading: Reading) -> Iterable[Statement]:
    """What the members of a body, listed one on each line, are in it and elsewhere: 成员：甲　乙部副部长."""
    heads = _own_body(reading)
    role = ""
    for skeleton in holding(reading, PERSON):
        hit = _MEMBER.fullmatch(skeleton.text)
        role = (hit["role"] or role) if hit else ""
        if not hit:
            continue
        person = skeleton.mention(hit.start("person")).ref
        yield from (Statement(person, RELATION, body, role, CONFIDENCE, reading.evidence(skeleton.index)) for body in heads if role)
        for post in _post_of_member().finditer(skeleton.text, hit.end("person")):
            yield from posts_of(reading, skeleton, person, [m.ref for m in skeleton.mentions(*post.span(1))], post.group(2))


def _bracketed_members(reading: Reading) -> Iterable[Statement]:
    """What the members of a body, listed with their posts in brackets, are in it and elsewhere: 成员：甲（乙厅厅长）、丙（丁局副局长）."""
    heads, role, last_line = _own_body(reading), "", -1
    for index, mentions in mentions_of(reading).items():
        text = reading.article.sentences[index].text
        line = BRACKETED.fullmatch(text) if "）" in text else None
        if not line:
            continue
        role, last_line = line["role"] or (role if index == last_line + 1 else ""), index
        for person in (m for m in mentions if m.type == "Person" and text.startswith("（", m.end)):
            yield from (Statement(person.ref, RELATION, body, role, CONFIDENCE, reading.evidence(index)) for body in heads if role)
            close = text.find("）", person.end)
            bodies = [m for m in mentions if m.type in ("Agency", "Organization") and person.end < m.start and m.end <= close]
            last = max(bodies, key=lambda m: (m.end, m.start - m.end), default=None)
            row = Skeleton(index, 0, "body", text, {})
            if last and _title_alone().fullmatch(text, last.end, close):
                yield from posts_of(reading, row, person.ref, [last.ref], text[last.end:close].lstrip("的"))
            elif not last and (governor := _GOVERNS.search(text, person.end, close)):
                level = governor[0][-2] + "人民政府"
                governments = [ref for ref in reading.entities if ref.type == "Agency" and ref.name.endswith(level)]
                yield from posts_of(reading, row, person.ref, governments if len(governments) == 1 else [], governor[0])


@cache
def _title_alone() -> re.Pattern[str]:
    return re.compile(f"的?(?:党组|党委)?{title_pattern()}(?:[、兼]{title_pattern()}){{0,3}}")


@cache
def _post_of_member() -> re.Pattern[str]:
    return re.compile(f"([{SLOTS['Body']}]{{1,3}})(?:党组|党委)?({title_pattern()})(?=[、，]|$)")


def _carried(reading: Reading, skeleton: Skeleton, held: dict[int, list[Ref]]) -> Iterable[Statement]:
    """Leaders and heads of departments listed behind one whose body is named: 某医院院长甲，副院长乙; 某医院妇产科主任甲、外科主任乙."""
    for hit in _listed().finditer(skeleton.text) if held else ():
        bodies = held.get(hit.start())
        if bodies and not _ELSEWHERE.match(hit.group(1)):
            held[hit.end(2) - 1] = bodies
            for mention in skeleton.mentions(*hit.span(2)):
                yield from posts_of(reading, skeleton, mention.ref, bodies, hit.group(1))


def _appointed(reading: Reading, skeleton: Skeleton) -> Iterable[Statement]:
    """Who is named to a post: 任命甲为某局局长、丙为某会主任; 甲、乙任某局副局长, unless a date tells that it was
    once (2015年，甲任…; not 甲同志任…, 甲已升任…)."""
    last = -1
    for hit in _names_to().finditer(skeleton.text) if ("任" in skeleton.text or "当选" in skeleton.text) and _NAMED.search(skeleton.text) else ():
        named = skeleton.text.endswith(_NAMING, 0, hit.start()) or hit.start() == last + 1
        if named if hit["way"] == "为" else hit["comrade"] or "已" in hit["way"] or CODES["Date"] not in skeleton.text[:hit.start()]:
            last = hit.end()
            bodies = [m.ref for m in skeleton.mentions(*hit.span("bodies"))]
            for mention in skeleton.mentions(*hit.span("people")):
                yield from posts_of(reading, skeleton, mention.ref, bodies, hit["titles"])


@cache
def _names_to() -> re.Pattern[str]:
    title = title_pattern()
    return re.compile(
        f"(?P<people>{PERSON}(?:[、和]{PERSON}){{0,9}})(?P<comrade>同志)?"
        f"(?P<way>为|被任命为|(?:{CODES['Date']}|近日|日前)?(?:已经?|再次)?(?:当选为?|[现出担就接兼转升调改已]?任))"
        f"{CODES['Place']}?(?P<bodies>[{SLOTS['Body']}](?:、?[{SLOTS['Body']}]){{0,3}})的?(?P<titles>{title}(?:[、兼]{title}){{0,3}})(?=[，。；、]|（试用期|$)")


def _governors(reading: Reading, skeleton: Skeleton) -> Iterable[Statement]:
    """The governor or mayor of a place leads its government, where that is named in the text: 某省省长甲.

    A mayor told without a place leads the only government of that level.
    """
    for hit in _GOVERNOR.finditer(skeleton.text):
        yield from _governs(reading, skeleton, hit.start(), hit.start(2), hit.group(1))
    for hit in _BARE_MAYOR.finditer(skeleton.text) if "长" + PERSON in skeleton.text else ():
        governments = [ref for ref in reading.entities if ref.type == "Agency" and ref.name.endswith(hit.group(1)[-2] + "人民政府")]
        for mention in skeleton.mentions(*hit.span(2)) if len(governments) == 1 else ():
            yield from posts_of(reading, skeleton, mention.ref, governments, hit.group(1))


def _governs(reading: Reading, skeleton: Skeleton, place: int, person: int, title: str) -> Iterable[Statement]:
    government = Ref("Agency", skeleton.mention(place).name + "人民政府")
    if government in reading.entities:
        yield from posts_of(reading, skeleton, skeleton.mention(person).ref, [government], title)


def _bodies(skeleton: Skeleton, end: int) -> list[Ref]:
    """The bodies that a sentence names before a position."""
    return [m.ref for m in skeleton.mentions(0, end) if m.type in ("Agency", "Organization")]


@cache
def _listed() -> re.Pattern[str]:
    department = "(?:[\u4e00-\u9fa5]{1,8}(?:科|科室|病区|处|部|办公室|部门|学院|系))?"
    leads = (
        "(?:常务|执行)?副?(?:院长|主任|局长|部长|厅长|处长|司长|所长|校长|会长|理事长|秘书长|"
        "主席|书记|总经理|董事长|行长|总裁|检察长|馆长|署长|台长|社长|新闻发言人)")
    return re.compile(f"{PERSON}(?=[，、和]([原前]?{department}(?:党[委组])?{leads})({_PEOPLE.pattern}))")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(f"其({title_pattern()}){CODES['Person']}")


@cache
def _common() -> re.Pattern[str]:
    """A post at a body called by a common noun: 公司董事长某某, of the company named before."""
    kinds = "公司|集团|医院|学校|协会|商会|基金会|研究院|研究所|研究会|学会|银行|大学|学院|中心|企业|常委会|局|厅|分局|总队|支队"
    title = title_pattern()
    return re.compile(f"(?:^|[，。；、：”])(?:该|我|本)?({kinds})(?!长)({title}(?:[、兼]{title}){{0,3}}){CODES['Person']}")


_LED_BY = {
    "局长": ("局",), "厅长": ("厅",), "部长": ("部",), "署长": ("署",), "行长": ("银行", "行"), "院长": ("院",), "校长": ("大学", "学校", "中学", "小学"),
    "主任": ("委员会", "办公室", "中心"), "会长": ("协会", "学会", "商会", "联合会"), "董事长": ("公司", "集团"), "总经理": ("公司", "集团"),
}
_BARE = re.compile(  # 甲局局长某某讲话。党组成员、副局长|某某|主持会议
    f"(?:^|[，。；])((?:党[组委](?:成员|副?书记|委员)[、，])?(?:常务)?副?({'|'.join(_LED_BY)}))({_PEOPLE.pattern})")


_OPENS = re.compile(f"(?:(?:{CODES['Date']}|近日|日前|当天)，?)?[{SLOTS['Body']}]{{1,2}}(?![{SLOTS['Body']}、和与及])")  # 5月18日，|甲局|召开会议


def _bare_leaders(reading: Reading, skeleton: Skeleton, staffed: list[Ref]) -> Iterable[Statement]:
    """Leaders told by their title alone, at the only body of such a title that the paragraph tells of so far, or at that whose others were told before;
    ``staffed`` are these bodies, the last one last."""
    for hit in _BARE.finditer(skeleton.text):
        kinds = _LED_BY[hit[2]]
        body = _only_subject(reading, skeleton, hit.start(), kinds)
        body = body or next((ref for ref in reversed(staffed) if ref.name.endswith(kinds) and not ref.name.endswith(STANDING)), None)
        for mention in skeleton.mentions(*hit.span(3)) if body else ():
            yield from posts_of(reading, skeleton, mention.ref, [body] if body else [], hit[1])


def _only_subject(reading: Reading, skeleton: Skeleton, end: int, kinds: tuple[str, ...]) -> Ref | None:
    """The body of some kinds that opens this sentence or the one before, where none of these kinds but it stands before a position in the paragraph."""
    earlier = (row for row in holding(reading, SLOTS["Body"]) if row.paragraph == skeleton.paragraph and row.index < skeleton.index)
    rows = [*((row, len(row.text)) for row in earlier), (skeleton, end)]
    named = {ref for row, stop in rows for ref in _bodies(row, stop) if ref.name.endswith(kinds)}
    opening = [row.mentions(*opens.span())[-1].ref for row, stop in rows if row.index >= skeleton.index - 1 and (opens := _OPENS.match(row.text, 0, stop))]
    return next((ref for ref in opening if named == {ref} and ref != COUNCIL and not ref.name.endswith(STANDING)), None)


def posts_of(reading: Reading, skeleton: Skeleton, person: Ref, bodies: list[Ref], words: str, *, left: bool = False) -> Iterable[Statement]:
    """The posts that words tell of at bodies; what a person has left has a title with 原 before it (原副局长), all of 原党组成员、副局长."""
    table = load_table("posts.toml")
    former, never, heads = tuple(table["former"]), tuple(table["never"]), tuple(table["heads"])
    evidence = reading.evidence(skeleton.index)
    for place, title in enumerate(filter(None, _BREAK.split(words))):
        elsewhere = place and _ELSEWHERE.match(title)
        now = title.removeprefix("现任").removeprefix("现")
        left = now == title and (left or title.startswith(former))
        title = next((now[len(word):] for word in former if now.startswith(word)), now)
        if not elsewhere and title and not title.startswith(never) and not _no_post().search(title):
            for body in bodies:
                if body.type == "Agency" and _UNIT.match(title):
                    continue
                held = _government(body) if title.endswith(heads) and body.name.startswith(PARTY) else body
                held = parents(reading).get(held, held) if place and title.endswith(SPEAKS) else held  # 甲局办公室主任、新闻发言人 speaks for 甲局
                if held in reading.entities:
                    told = body.name[-1] + title if title == "长" else split_title(title)  # 外交部长
                    yield Statement(person, RELATION, held, LEFT + told if left else told, CONFIDENCE, evidence)


def _government(committee: Ref) -> Ref:
    """The government beside a Party committee, which 县委副书记、县长 heads."""
    return Ref("Agency", committee.name.removeprefix(PARTY).removesuffix("委员会") + "人民政府")


def fixed_posts(reading: Reading) -> Iterable[Statement]:
    """Posts that the text tells by title alone (习近平总书记), where both ends are in the reading."""
    for row in load_table("posts.toml")["fixed"]:
        person, body = Ref("Person", row["person"]), Ref("Agency", row["at"])
        if person in reading.entities and body in reading.entities:
            said = [i for i, s in enumerate(reading.article.sentences) if row["person"] + row["title"] in s.text]
            if said:
                yield Statement(person, RELATION, body, row["title"], CONFIDENCE, reading.evidence(said[0]))
