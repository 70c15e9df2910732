"""People: a title right before the name, a known leader, a name in foreign letters with its dot, or name and verb of speech twice."""
from __future__ import annotations

import re
from collections import Counter

from kg.lexicon import words
from kg.nlp.canvas import Canvas

HAN = re.compile(r"[一-龥]")
DOTTED = re.compile(r"[一-龥]{1,6}(?:[-－·•・][一-龥]{1,8})*[·•・][一-龥]{1,8}(?:[-－·•・][一-龥]{1,8})*")
AFTER_FOREIGN = re.compile(r"(?:说|表示|称|指出|强调|认为|告诉|宣布|[0-9０-９，。、；（]|在|当|与|和|会|就|对|将|还|也|的|是|一行|发表|举行|致|因|同|呼|介|访|签|出|通|先|女|阁|等|$|\n|”|已|于|曾|抵)")
QUOTED_VERBS = ("表示", "认为", "指出", "介绍", "说", "坦言", "告诉记者")
WEAK_TITLE_CONTEXT = re.compile(r"[一-龥]$")
MORE = re.compile(r"[、和与及]")
HONORIFIC = re.compile(r"(?:总书记|同志|先生|女士|主席|总理|院士|教授|总统|首相)")
NO_GIVEN = frozenset("，。、；：！？\n“”‘’《》〈〉—…·（）() 　0123456789０１２３４５６７８９%％")


def find_people(canvas: Canvas) -> None:
    """Find people; each name counts once it has a title or a known bearer, or is told speaking twice."""
    for hit in canvas.longest("Person"):
        if not _longer_name(canvas.text, hit.start, hit.end):
            canvas.add(hit.start, hit.end, "Person", hit.entries[0].name)
    _dotted(canvas)
    named: Counter[str] = Counter()
    titles = sorted(canvas.hits.get("Title", ()), key=lambda hit: (hit.end, hit.start))
    done = -1
    for title in titles:
        if title.end == done:
            continue
        done = title.end
        kinds = {entry.kind for entry in title.entries}
        abroad = any(hit.entries[0].kind in ("country", "capital") for hit in canvas.ends.get(title.start, ()) if hit.entries[0].type == "Place")
        if abroad and "foreigntitle" in kinds and _foreign_name(canvas, title.end, least=3):
            continue
        _after_title(canvas, title.end, kinds, canvas.text[title.start:title.end], named)
    _repeated(canvas, named)


def _longer_name(text: str, start: int, end: int) -> bool:
    """李强 in 李强调 or 李强胜: a known two-character name inside a longer word."""
    return text[start:end] in ("李强", "李希", "王毅", "汪洋", "韩正", "莫迪", "蔡奇") and (
        text[end:end + 2] in ("调研",) and False or text[end:end + 1] in ("调", "胜", "勇", "国", "军", "民", "华", "在一", "恩") and text[end:end + 2] not in ("调研", "国务") or text[start - 1:start] in ("吉", "特"))


def _dotted(canvas: Canvas) -> None:
    """Names with the dot of foreign names; letters outside the transliteration set are cut from both ends."""
    letters = words("translit")
    for hit in DOTTED.finditer(canvas.text):
        start, end = hit.start(), hit.end()
        first = canvas.text.index(hit.group()[re.search("[-－·•・]", hit.group()).start()], start)  # type: ignore[union-attr]
        last = max(canvas.text.rfind(dot, start, end) for dot in "-－·•・")
        begin = first
        while begin > start and canvas.text[begin - 1] in letters:
            begin -= 1
        stop = last + 1
        while stop < end and canvas.text[stop] in letters:
            stop += 1
        for title in canvas.hits.get("Title", ()):
            if begin < title.end < first:
                begin = title.end
        while stop - last > 2 and canvas.text[stop - 1] in "在与于和强因日":
            stop -= 1
        if first - begin >= 1 and stop - last >= 2 and canvas.free(begin, stop):
            canvas.add(begin, stop, "Person", canvas.text[begin:stop].replace("•", "·").replace("・", "·"))


def _after_title(canvas: Canvas, position: int, kinds: set[str], title: str, named: Counter[str]) -> None:
    """The Chinese name, or the names listed, behind a title; else the foreign one behind a foreign title."""
    if canvas.text[position:position + 1] == "兼" or not canvas.free(position, position + 2):
        return
    length = chinese_name(canvas.text, position, weak=title in words("weaktitle"))
    if length and canvas.free(position, position + length):
        name = canvas.text[position:position + length]
        named[name] += 1
        canvas.add(position, position + length, "Person", name)
        after = position + length
        while MORE.match(canvas.text, after):
            more = chinese_name(canvas.text, after + 1, weak=True)
            if not more or not canvas.free(after + 1, after + 1 + more) or canvas.text[after + 1 + more:after + 2 + more] not in ("、", "和", "等", "，", "表", "出", "参", "分"):
                break
            canvas.add(after + 1, after + 1 + more, "Person", canvas.text[after + 1:after + 1 + more])
            after += 1 + more
    elif "foreigntitle" in kinds:
        _foreign_name(canvas, position, least=2)


def chinese_name(text: str, position: int, *, weak: bool) -> int:
    """How many characters of a Chinese name stand at the position, 0 if none.

    >>> chinese_name("赵秀竹介绍，", 0, weak=False), chinese_name("李滔说，", 0, weak=False), chinese_name("强调，要", 0, weak=False)
    (3, 2, 0)
    """
    if text[position:position + 2] in words("surname2"):
        family, lengths = 2, (4, 3)
    elif text[position:position + 1] in words("surname"):
        family, lengths = 1, (3, 2)
    else:
        return 0
    if text[position:position + 2] in words("notname"):
        return 0
    risky = text[position] in words("notsurname")
    for length in lengths:
        given = text[position + family:position + length]
        if len(given) < length - family or any(char in NO_GIVEN for char in given) or not all(map(HAN.match, given)):
            continue
        if length - family == 2 and given[1] in words("namestop"):
            continue
        if length - family == 1 and (risky or given in words("namestop") and given not in "明强军"):
            continue
        if _edge(text, position + length, strict=weak or risky):
            return length
    return 0


def _edge(text: str, position: int, *, strict: bool) -> bool:
    """Whether a name can end here: punctuation, digits, a verb of speech, an adverb."""
    after = text[position:position + 1]
    if not after or after in "，。、；：！？\n”’》）)（(— 　" or after.isdigit():
        return True
    speech = words("speech")
    return any(text[position:position + size] in speech for size in ((4, 3, 2) if strict else (4, 3, 2, 1)) if size <= len(text) - position) or (
        strict and after in "说称在则还也与和")


def _foreign_name(canvas: Canvas, position: int, *, least: int) -> bool:
    """Take the transliterated name behind a title, up to the word that follows it; whether there was one."""
    letters, end = words("translit"), position
    while end < len(canvas.text) and canvas.text[end] in letters and end - position < 8:
        end += 1
    while end - position >= least and not AFTER_FOREIGN.match(canvas.text, end):
        end -= 1
    while end - position > 2 and canvas.text[end - 1] in "在与于和强因日明":
        end -= 1
    if end - position < least or not canvas.free(position, end) or canvas.text[position:position + 2] in words("notname"):
        return False
    canvas.add(position, end, "Person", canvas.text[position:end])
    return True


SPEAKING = re.compile(r"(?<=[，。；：！？\n”、])([一-龥]{2,3})(?=(?:表示|认为|指出|介绍|坦言|告诉记者|说)[，：。道])")


def _repeated(canvas: Canvas, named: Counter[str]) -> None:
    """Further mentions of the people found by title, and names told speaking at least twice."""
    names = {canvas.text[span.start:span.end]: span.name for span in canvas.spans if span.type == "Person"}
    speaking = Counter(hit.group(1) for hit in SPEAKING.finditer(canvas.text) if chinese_name(canvas.text, hit.start(1), weak=True) == len(hit.group(1)))
    for name, count in speaking.items():
        if count > 1:
            names.setdefault(name, name)
    for name, full in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        at = canvas.text.find(name)
        while at >= 0:
            if canvas.free(at, at + len(name)):
                canvas.add(at, at + len(name), "Person", full)
            at = canvas.text.find(name, at + len(name))
