"""People: a title right before the name, a known leader, a name in foreign letters with its dot, or name and verb of speech twice."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.lexicon import any_of, words
from kg.nlp.canvas import Canvas, Hit
from kg.nlp.chinese_names import HAN, PUNCTUATION, SOFT, SPOKEN, UNNAMED, chinese_name, edge, family, given_name
from kg.nlp.rosters import ADDRESSED, BRACKETED, BRACKETED_MEMBER, LABELLED, LIFE, MEMBER, RESUME

DOTS = re.compile("[-－·•・]")
DOT = re.compile("[·•・]")
DOTTED = re.compile(r"[一-龥]{1,9}(?:[-－·•・][一-龥]{1,8}){0,4}[·•・][一-龥]{1,8}(?:[-－·•・][一-龥]{1,8}){0,4}")
AFTER_FOREIGN = re.compile(
    r"(?:说|表示|称|指|强调|认为|告诉|宣布|[0-9，。、；（]|在|当|与|和|会|就|对|将|还|也|的|是|互致|邀请?|预|时[，表]|近日|上?月|去年|逝世|重申|欢迎|亲王|计划|协助|发文|上任|衷心|一行|发表|举行|致|因|同|呼|介|访|签|出|通|"
    r"先|女|阁|等|$|\n|”|已|于|曾|抵|谴|警|敦|否|证|透|补|解|承|率|主持|参|夫妇|夫人|辞|批|要|回|反|赞|向|此|今|昨|日前|以及|及|或|被|为|从|共|随|再|下令|方|任|留任|连任|担|试图|抨)"
)
APPOINTED = re.compile(r"(?:任命|免去|选举|决定任免|增补|撤销|追授)([一-龥]{2,4}?(?:[、和][一-龥]{2,4}?){0,9})(?=为|的|同志|第[一二三四五六七八九十]|政协第)")
IN_OFFICE = re.compile(
    "同志(?!先进事迹)|(?:今年|近日|日前)?(?:(?:已经?|再次)?当选为?|(?:已经?)?[已现出转升调改接就兼担]?(?<![历曾时连前责主委信胜原放])任(?!务|何|意))|"
    "(?<=[一-龥])为")
OFFICES = ("长", "主任", "书记")
ACTS = re.compile("表示|介绍|指出|强调|透露|认为|坦言|告诉|说|宣布|带队|一行|率|主持|出席|在会上|致[辞词]|要求|讲话|发言|参加")  # 甲局余某某|局长|表示
LONGEST_APPOINTMENT = 300  # letters from 任命 to the last of those named
NAMED_HEAD = re.compile("为([一-龥]{2,3})(?=[，。；、])")
SPEAKING = re.compile(r"(?:(?:对|向)?记者)?(?:表示|认为|指出|介绍|坦言|透露|告诉记者|说)[，：。道]|告诉记者")
TOGETHER = re.compile(
    r"等(?:同志|[0-9一二三四五六七八九十两百]{1,4}(?:名|位|人(?!次|份)))"
    "|(?<=[一-龥])[0-9一二三四五六七八九十两]{1,2}[名位](?=航天员|同志|选手|运动员|专家|学者|院士|代表|委员|干部|劳模)")
ITEM = re.compile(r"[^、和与]+")
LISTED = re.compile("[一-龥]{2,3}(?=、)")
LIST_OF_NAMES = re.compile("([一-龥]{2,3})、([一-龥]{2,3})、([一-龥]{2,3})(?=[、也分出参等和，])")
NEXT = re.compile("(?:（[^（）\n]{1,14}）)?[、和与及]")
CLAUSE_ENDS = "，。；：！？\n"
TOOK = re.compile(r"(?:[时曾现历]任|担任)[^，。；：、\n]{2,30}\Z")  # 时任甲局|副局长|的某某
LONGEST_POST = 34
RANK = re.compile("[（(](?:[正副]?[部省厅局司处县科]长?级|主持(?:日常|全面)?工作)[）)]")  # 副厅长（正厅长级）|某某
FEWEST, SHORTEST_DOTTED = 3, 4  # names that make a list of people, letters of 红山·良渚
BEFORE_SPEAKER = frozenset("，。；：！？\n”、")
TOLD = re.compile("([一-龥]{2,3})(?=告诉记者|对记者|介绍说，)|(?!长)([一-龥]{3})(?<!时)(?=(?:表示|介绍|说|指出|认为)[，：。])")
OTHER_WORDS = frozenset("日今昨当也还对同随就均都将已曾再并又更则却便特明进在上会后前此其该们等向的了是有个场")
LIST_EDGE = ("、", "和", "等", "，", "表", "出", "参", "分", "也", "围绕")
JOINTS = frozenset("和与及对向同为兼等")
NOT_NAME = (  # behind a foreign name, of whose letters they begin with one
    "夫妇", "夫人", "大学", "成为", "来到", "通过", "安全", "通电话", "通话", "大将", "大使", "大臣", "日前")
PARTICLES = "在与于和强因日明则"
NEVER_LAST = frozenset("颁登邀市县区每话独着结党试勉家长")  # 张鹏|党内, 陈冬|登上
BODY = re.compile("[一-龥]*")
LONGEST_BODY = 12
OF_A_NAME = re.compile(  # behind a person's name, of whom it does not tell
    "(?:同志)?先进事迹报告会|理论(?!家)|思想(?!家)|(?:国际|洲际)机场|(?:纪念)?(?:大学|大桥|基金会|图书馆|级航母|号航母)|"
    "(?:新时代中国特色社会主义|生态文明|法治|强军|经济|外交|文化|新闻)思想")
LONGEST_FOREIGN = 10  # letters and hyphens
NUMBERED = re.compile("[一二三四五六七八九十]{1,2}世(?!界|纪)")  # 阿卜杜拉二世
LONGER = ("调", "胜", "勇", "国", "军", "民", "华", "恩")


def find_people(canvas: Canvas) -> None:
    """Find people; a name counts once it has a title or a known bearer, or is told speaking twice."""
    members = list(MEMBER.finditer(canvas.text))
    for member in members if len(members) > 1 else ():
        canvas.add(*member.span("name"), "Person", member["name"])
    _bracketed(canvas)
    for hit in canvas.longest("Person"):
        if not _longer_name(canvas.text, hit):
            canvas.add(hit.start, hit.end, "Person", hit.entries[0].name)
    _dotted(canvas)
    done = -1
    for title in sorted(canvas.hits.get("Title", ()), key=lambda hit: (hit.end, hit.start)):
        if title.end != done:
            done = title.end
            called = canvas.text[title.start:title.end]
            if called in words("aftername") or (called.endswith(OFFICES) and ACTS.match(canvas.text, title.end)):
                _before_title(canvas, title.start)
            _after_title(canvas, title)
    for found in APPOINTED.finditer(canvas.text):
        for name in ITEM.finditer(canvas.text, *found.span(1)):
            if canvas.free(*name.span()) and chinese_name(name[0], 0, weak=False) == len(name[0]):
                canvas.add(*name.span(), "Person", name[0])
    _in_office(canvas)
    _together(canvas)
    _in_letters(canvas)
    _repeated(canvas)


def _bracketed(canvas: Canvas) -> None:
    """The members of a body on lines of their own with their posts in brackets, of which one tells what they are in it: 组长：丁某某（副省长）."""
    lines = [*BRACKETED.finditer(canvas.text)] if "）" in canvas.text and "：" in canvas.text else []
    if not any(line["role"] for line in lines):
        return
    titles = {hit.end for hit in canvas.hits.get("Title", ())}
    begins = {line.end("role") + 1 if line["role"] else line.start(): line.end() for line in lines}
    for member in (one for span in begins.items() for one in BRACKETED_MEMBER.finditer(canvas.text, *span)):
        named = member["name"][0] in words("surname") or member["name"][:2] in words("surname2")
        if named and member.end("post") in titles and canvas.free(*member.span("name")):
            canvas.add(*member.span("name"), "Person", member["name"])


def _longer_name(text: str, hit: Hit) -> bool:
    """A known name inside other words: 李强 in 李强调, a family name behind another given name, what is named after a person (邓小平理论)."""
    if OF_A_NAME.match(text, hit.end) or DOTS.match(text, hit.start - 1 if hit.start else len(text)):
        return True
    if hit.end - hit.start > 2:
        return False
    return text.startswith(LONGER, hit.end) and not text.startswith(("调研", "国务"), hit.end)


def _dotted(canvas: Canvas) -> None:
    """Names with the dot of foreign names; what is no letter of a transliteration is cut from both ends."""
    letters, text = words("translit"), canvas.text
    titled = {hit.end for hit in canvas.hits.get("Title", ())}
    for hit in canvas.find_lines(DOTTED, DOT) if any(dot in text for dot in "·•・") else ():
        dots = [dot.start() for dot in DOTS.finditer(text, hit.start(), hit.end())]
        begin, stop = dots[0], dots[-1] + 1
        behind = max((end for end in titled if hit.start() <= end < dots[0] and text[end] not in JOINTS and canvas.free(end, dots[0])), default=0)
        common = {at for part in _parts().finditer(text, hit.start(), hit.end()) for at in range(*part.span())}
        while begin > hit.start() and (text[begin - 1] in letters or begin - 1 in common) and begin not in titled and not _behind_place(canvas, begin, dots[0]):
            begin -= 1
        begin = behind or begin  # 副厅长|艾山江·艾合买提
        while stop < hit.end() and (text[stop] in letters or stop in common or (
                behind and _odd_letter(text, stop) and not text.startswith(NOT_NAME, stop - 1))):
            stop += 1
        while stop - dots[-1] > 2 and (text[stop - 1] in PARTICLES or text.startswith(NOT_NAME, stop - 1)):
            stop -= 1
        if begin < dots[0] and stop - dots[-1] >= 2 and stop - begin >= SHORTEST_DOTTED and canvas.free(begin, stop) and not OF_A_NAME.match(text, stop):
            canvas.add(begin, stop, "Person", text[begin:stop].replace("•", "·").replace("・", "·"))


def _odd_letter(text: str, position: int) -> bool:
    """Whether a letter that few transliterations use stands here: one behind which the name goes on, or ends."""
    after = text[position + 1:position + 2]
    goes_on = after in words("translit") or AFTER_FOREIGN.match(text, position + 1)
    return bool(goes_on and HAN.match(text, position) and not AFTER_FOREIGN.match(text, position))


@cache
def _parts() -> re.Pattern[str]:
    """Parts of names that hold other letters than most (亚历山大, 艾合买提)."""
    return re.compile(any_of("namepart"))


def _behind_place(canvas: Canvas, begin: int, dot: int) -> bool:
    """Whether a known place ends where letters of a name have begun (甲城|安娜·…)."""
    return begin < dot and any(hit.entries[0].type == "Place" and hit.end - hit.start > 2 for hit in canvas.ends.get(begin, ()))


def _before_title(canvas: Canvas, end: int, *, risky: bool = False) -> None:
    """张建中教授认为, 王明、李红同志: names between a boundary and a title that may follow them; ``risky`` takes surnames that are common words, too."""
    text, names = canvas.text, True
    while names:
        names = False
        for begin in (end - 3, end - 2):
            bounded = begin == 0 or (begin > 0 and (text[begin - 1] in PUNCTUATION or text[begin - 1] == "“" or canvas.mask[begin - 1]))
            if not bounded or not canvas.free(begin, end) or not family(text, begin):
                continue
            given, common = text[begin + 1:end], text[begin] in words("notsurname")
            if (risky or not common) and given_name(given, len(given), risky=common, soft=given[1:] in SOFT):
                canvas.add(begin, end, "Person", text[begin:end])
                names, end, risky = text.endswith("、", 0, begin), begin - 1, False
                break


def _in_office(canvas: Canvas) -> None:
    """甲同志任某省委书记, 乙转任某市市长; 任命甲为某会主任、|乙为某会副主任; 某局局长为|甲。"""
    text = canvas.text
    titled = {title.start for title in canvas.hits.get("Title", ())}
    for hit in IN_OFFICE.finditer(text):
        end = hit.end()
        if hit[0] == "为":
            if "任命" in text[max(0, end - LONGEST_APPOINTMENT):end].rpartition("\n")[2].rpartition("。")[2]:
                _before_title(canvas, hit.start(), risky=True)
        elif hit[0] == "同志" or canvas.mask[end] or end in canvas.starts or end in titled:
            _before_title(canvas, hit.start(), risky=text.startswith(("同志任", "同志不再"), hit.start()))
    for title in canvas.hits.get("Title", ()):
        head = NAMED_HEAD.match(text, title.end)
        if head and canvas.free(*head.span(1)) and chinese_name(text, head.start(1), weak=True) == len(head[1]):
            canvas.add(*head.span(1), "Person", head[1])


def _together(canvas: Canvas) -> None:
    """王秋、冯珂和吕华坤等9名同志: the names of a list that is told to be of people."""
    text = canvas.text
    for hit in TOGETHER.finditer(text):
        first = 1 + max(text.rfind(mark, 0, hit.start()) for mark in CLAUSE_ENDS)
        names = [item for item in ITEM.finditer(text, first, hit.start()) if chinese_name(item[0], 0, weak=False) == len(item[0])]
        for name in names if len(names) >= FEWEST else ():
            if canvas.free(name.start(), name.end()):
                canvas.add(name.start(), name.end(), "Person", name[0])


def _in_letters(canvas: Canvas) -> None:
    """Whom a reply addresses (王某某委员：), who signs a decree (部长：李某某), each on a line of its own, and whose life is told (张某某，男，)."""
    text = canvas.text
    for pattern, signs in ((RESUME, LIFE), (ADDRESSED, ("员：", "表：", "席：", "长：", "等：")), (LABELLED, ("长：", "任：", "席："))):
        for hit in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            start, end = hit.span(hit.lastindex or 0)
            if canvas.free(start, end) and family(text, start) and end - start <= (4 if text[start:start + 2] in words("surname2") else 3):
                canvas.add(start, end, "Person", text[start:end])
                if text.endswith("、", 0, start):
                    _before_title(canvas, start - 1)


def _after_title(canvas: Canvas, title: Hit) -> None:
    """The Chinese name, or the names listed, behind a title; the foreign one behind a foreign title."""
    text, position = canvas.text, title.end
    if more := RANK.match(text, position):
        position = more.end()
    of_a_life = text.startswith("的", position) and TOOK.search(text, max(0, title.start - LONGEST_POST), title.start)
    position += bool(of_a_life)
    if any(hit.end > position and hit.end - hit.start > 2 for hit in canvas.starts.get(position - 1, ())):
        return
    if end := _known_at(canvas, position):
        _listed(canvas, end)
        return
    longer = text.startswith("长", position) and any(other.end == position + 1 for other in canvas.hits["Title"])  # 秘书|长
    if canvas.mask[position - 1] or longer or text[position:position + 1] == "兼" or not canvas.free(position, position + 2):
        return
    foreign = any(entry.kind == "foreigntitle" for entry in title.entries)
    if _abroad(canvas, title.start, near=not foreign) and _foreign_name(canvas, position, least=3):
        return
    weak = text[title.start:title.end] in words("weaktitle") or more is not None or bool(of_a_life)
    length = chinese_name(text, position, weak=weak) or _heard_again(text, position) or _told(text, position) or _first_of_list(text, position)
    length = length or _of_parts(text, position)
    if not length and not weak and (not foreign or text.endswith("教授", 0, position)) and not _abroad(canvas, title.start, near=False):
        length = _before_a_verb(text, position)
    if not length or not canvas.free(position, position + length):
        if foreign:
            _foreign_name(canvas, position, least=2)
        return
    canvas.add(position, position + length, "Person", text[position:position + length])
    _listed(canvas, position + length)


def _listed(canvas: Canvas, after: int) -> None:
    """The names listed behind one that ends at a position."""
    text = canvas.text
    while link := NEXT.match(text, after):
        start = link.end()
        if end := _known_at(canvas, start):
            after = end
            continue
        item = LISTED.match(text, start)
        more = chinese_name(text, start, weak=True) or (len(item[0]) if item and family(text, start) else 0)
        end = start + more
        if not more or not canvas.free(start, end) or not text.startswith(LIST_EDGE, end):
            break
        canvas.add(start, end, "Person", text[start:end])
        after = end


def _known_at(canvas: Canvas, position: int) -> int:
    """Where the name of a person found before ends that begins at a position, 0 for none."""
    if canvas.mask[position:position + 1] != b"\1":
        return 0
    return next((span.end for span in canvas.spans if span.start == position and span.type == "Person"), 0)


def _heard_again(text: str, position: int) -> int:
    """Length of a name of two characters with a surname that is a common word, told speaking elsewhere, too (负责人关鹏介绍…关鹏表示)."""
    name = text[position:position + 2]
    if text[position:position + 1] not in words("notsurname") or not family(text, position) or not HAN.fullmatch(name):
        return 0
    return 2 if len(re.findall(f"{name}(?:表示|介绍|指出|说|解释|强调|认为|透露|坦言)", text)) > 1 else 0


def _told(text: str, position: int) -> int:
    """Length of a name without a known surname that tells the reporter something (副总经理泽永告诉记者), or of three characters that speak."""
    hit = TOLD.match(text, position)
    return len(hit[0]) if hit and OTHER_WORDS.isdisjoint(hit[0]) and hit[0] not in words("notname") and hit[0][1:] not in UNNAMED else 0


def _before_a_verb(text: str, position: int) -> int:
    """Length of a name of three characters with a common surname, whatever follows it (校长李学志|颁发证书)."""
    name = text[position:position + 3]
    fits = name[0:1] in words("commonsurname") and family(text, position) and HAN.fullmatch(text, position, position + 4)
    return 3 if fits and given_name(name[1:], 2, risky=False, soft=False) and not {*name[2]} & (SPOKEN | NEVER_LAST) else 0


def _of_parts(text: str, position: int) -> int:
    """Length of a name of three letters and more that is made of known parts alone, as of Tibetans and Mongols (罗布次仁, 其木格)."""
    end = position
    while part := _parts().match(text, end):
        end = part.end()
    return end - position if end - position > 2 and edge(text, end, strict=False) else 0


def _first_of_list(text: str, position: int) -> int:
    """Length of a name of uncertain letters that opens a list of names (委员卢进、林孝发、周源)."""
    names = LIST_OF_NAMES.match(text, position)
    return len(names[1]) if names and all(family(text, names.start(item)) for item in (1, 2, 3)) else 0


def _abroad(canvas: Canvas, position: int, *, near: bool) -> bool:
    """Whether a title belongs to a country told right before it, or, for the titles of foreign offices, before the words of its body (甲国国防|大臣)."""
    last = position if near else position - LONGEST_BODY
    return any(hit.entries[0].kind in ("country", "capital") and BODY.fullmatch(canvas.text, end, position)
               for end in range(position, last - 1, -1) for hit in canvas.ends.get(end, ()) if hit.entries[0].type == "Place")


def _foreign_name(canvas: Canvas, position: int, *, least: int) -> bool:
    """Take the transliterated name behind a title, up to the word that follows it; whether there was one."""
    letters, text, end = words("translit"), canvas.text, position
    while end < len(text) and end - position < LONGEST_FOREIGN:
        part = _parts().match(text, end)
        if not part and text[end] not in letters and (end == position or text[end] not in "-－"):
            break
        end = part.end() if part else end + 1
    numbered = NUMBERED.match(text, end)
    while not numbered and end - position >= least and not AFTER_FOREIGN.match(text, end):
        end -= 1
    end = numbered.end() if numbered else end
    while end - position > 2 and (text[end - 1] in PARTICLES or text.startswith(NOT_NAME, end - 1)):
        end -= 1
    if end - position < least or not canvas.free(position, end) or text[position] == "来" or text[position:position + 2] in words("notname"):
        return False
    canvas.add(position, end, "Person", text[position:end])
    return True


def _repeated(canvas: Canvas) -> None:
    """Further mentions of the people found so far, and names told speaking at least twice."""
    text = canvas.text
    names = {text[span.start:span.end]: span.name for span in canvas.spans if span.type == "Person"}
    speaking = Counter(_speakers(canvas))
    for name, count in speaking.items():
        if count > 1:
            names.setdefault(name, name)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        at = text.find(name)
        while at >= 0:
            if canvas.free(at, at + len(name)) and not OF_A_NAME.match(text, at + len(name)):
                canvas.add(at, at + len(name), "Person", names[name])
            at = text.find(name, at + len(name))


def _speakers(canvas: Canvas) -> Iterator[str]:
    """Names between a mark or another name and a verb of speech: 李明说, 执法大队李明介绍."""
    text = canvas.text
    for verb in SPEAKING.finditer(text):
        for begin in (verb.start() - 3, verb.start() - 2):
            bounded = begin > 0 and (text[begin - 1] in BEFORE_SPEAKER or canvas.mask[begin - 1]) and HAN.fullmatch(text, begin, verb.start())
            if bounded and chinese_name(text, begin, weak=True) == verb.start() - begin:
                yield text[begin:verb.start()]
