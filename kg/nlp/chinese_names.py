"""Chinese names of people: a family name of one letter or two, a given name, and what may follow it."""
from __future__ import annotations

import re

from kg.lexicon import words

HAN = re.compile(r"[一-龥]+")
PUNCTUATION = frozenset("，。、；：！？\n”’》）)（(— 　")
UNNAMED = frozenset(("女士", "先生", "大妈", "大爷", "大姐", "大哥", "大叔", "阿姨", "师傅", "奶奶", "爷爷"))
SOFT = frozenset("正强先能可应中明和")
SPOKEN = frozenset("进发来成会")  # 徐文进|致辞
AFTER_ONE = ("行", "起", "致", "道", "同", "家", "直", "些", "个", "名", "位", "边", "面", "再", "年")  # 李明一行 and 刘结一为
LINKED = frozenset("强明和中")
LINK = re.compile("到|(?<!中)将(?!军|领)|就(?!业(?!务))|对(?!外)|从(?!业)|被|赴|已|以(?!色列|方)|因(?!公)")  # 王志强|将出席, but 王志和|以色列外长
NEXT_WORD = re.compile("正在|兼任|列席|因(?:涉嫌|违纪|违法|严重)")  # 李闯|正在组织
OF_WORDS = frozenset("业员工代主前任日由表进发通公举宣同道至")  # 马继业, 张工, 王进
DONE = re.compile("出席|列席|会见|会谈|主持|表示|介绍|参加|参会|讲话|发言|致辞|指出|强调|认为|透露|宣布|陪同|带队|说[，：]")


def family(text: str, position: int) -> bool:
    """Whether a family name stands here that begins no other word."""
    return text[position] in words("surname") and text[position:position + 2] not in words("notname")


def chinese_name(text: str, position: int, *, weak: bool) -> int:
    """How many characters of a Chinese name stand at the position, 0 if none; ``weak`` asks for a clear right edge.

    >>> chinese_name("赵秀竹介绍，", 0, weak=False), chinese_name("李滔说，", 0, weak=False), chinese_name("强调，要", 0, weak=False)
    (3, 2, 0)
    """
    if text[position:position + 2] in words("surname2"):
        first, lengths = 2, (4, 3)
    elif text[position:position + 1] in words("surname"):
        first, lengths = 1, (3, 2)
    else:
        return 0
    if text[position:position + 2] in words("notname"):
        return 0
    risky = text[position] in words("notsurname")
    for length in lengths:
        given, end = text[position + first:position + length], position + length
        soft = length - first == 2 and (
            given[1:] in SOFT or (given[1:] in SPOKEN and _speaks(text, end)) or (given[1:] == "一" and not text.startswith(AFTER_ONE, end)))
        if NEXT_WORD.match(text, end - 1):
            continue
        linked = not weak and soft and given[1:] in LINKED and LINK.match(text, end)
        if given_name(given, length - first, risky=risky, soft=soft) and (linked or edge(text, end, strict=weak or risky or soft)):
            return length
        if not weak and _common_word(text, end, given, risky=risky):
            return length
    return 0


def _common_word(text: str, end: int, given: str, *, risky: bool) -> bool:
    """Whether a given name that ends in a letter of common words (马继业, 张工), or has a family name that is one (应勇), stands before what a leader does."""
    if len(given) == 2:
        return given[1] in OF_WORDS and bool(HAN.match(given)) and given not in words("speech") and (end == len(text) or bool(DONE.match(text, end)))
    if len(given) != 1 or not HAN.match(given) or not DONE.match(text, end) or text[end - 2:end] in words("speech"):
        return False
    return given not in words("namestop") if risky else given in OF_WORDS


def given_name(given: str, length: int, *, risky: bool, soft: bool) -> bool:
    """Whether the characters can be a given name of that length."""
    if len(given) < length or not HAN.fullmatch(given) or given in UNNAMED:
        return False
    stops = words("namestop")
    if length == 2:
        return soft or given[1] not in stops
    return not risky and (given not in stops or given in "明强军正")


def edge(text: str, position: int, *, strict: bool) -> bool:
    """Whether a name can end here: punctuation, digits, a verb of speech, an adverb."""
    after = text[position:position + 1]
    if not after or after in PUNCTUATION or after.isdigit():
        return True
    if _speaks(text, position) or text[position:position + 2] in words("aftername"):
        return True
    return (not strict and after in words("speech")) or (strict and after in "说称在则还也亦与和等为作")


def _speaks(text: str, position: int) -> bool:
    """Whether a verb of speech of two letters and more stands here."""
    return any(text[position:position + size] in words("speech") for size in (4, 3, 2))
