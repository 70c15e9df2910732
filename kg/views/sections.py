"""Where a sentence stands in a law or a notice: 第二章 第八条 第二款, or 二、（三）. Article -> places of its sentences."""
from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Article

NUMERAL = "[一二三四五六七八九十百零〇\\d]{1,6}"
LEVELS = (
    re.compile(f"第{NUMERAL}编"), re.compile(f"第{NUMERAL}章"), re.compile(f"第{NUMERAL}节"), re.compile(f"第{NUMERAL}条(?:之{NUMERAL})?(?![第款、，规])"),
)
"""编, 章, 节, 条 of laws (立法技术规范); one of the same or a higher level ends those below it."""
HEADINGS = (re.compile("[一二三四五六七八九十]{1,3}、"), re.compile("（[一二三四五六七八九十]{1,3}）"), re.compile(r"\d{1,2}[.．](?!\d)"))
"""The levels of notices (GB/T 9704): 一、, （一）, 1."""
END = re.compile(r"附件|抄送|\d{4}年\d{1,2}月\d{1,2}日$")
"""What follows the last numbered heading of a notice and is not under it."""
ITEM = re.compile("（[一二三四五六七八九十]{1,3}）")
CLAUSES = "零一二三四五六七八九十"


def sections(article: Article) -> Mapping[int, str]:
    """For each sentence under a numbered heading or in a numbered article of a law, where it stands."""
    law = sum(bool(LEVELS[3].match(sentence.text)) for sentence in article.sentences) >= 2
    clauses = _clauses(article) if law else {}
    if not law and sum(bool(HEADINGS[0].match(sentence.text)) for sentence in article.sentences) < 2:
        return {}
    levels = LEVELS if law else HEADINGS
    path: dict[int, str] = {}
    found: dict[int, str] = {}
    for index, sentence in enumerate(article.sentences):
        if sentence.role in ("headline", "subtitle", "caption"):
            continue
        if END.match(sentence.text):
            path = {}
        for level, pattern in enumerate(levels):
            hit = pattern.match(sentence.text)
            if hit:
                path = {at: name for at, name in path.items() if at < level} | {level: hit.group()}
        if path:
            names = [path[at] for at in sorted(path)]
            found[index] = " ".join([*names, *clauses.get(index, ())]) if law else "".join(names)
    return found


def _clauses(article: Article) -> Mapping[int, tuple[str, ...]]:
    """The 款 (and 项) of the sentences of those articles of a law that have more than one paragraph."""
    groups: list[list[int]] = []
    for index, sentence in enumerate(article.sentences):
        if LEVELS[3].match(sentence.text):
            groups.append([])
        elif any(level.match(sentence.text) for level in LEVELS[:3]) or sentence.role == "subhead":
            groups.append([])
            continue
        if groups and sentence.role == "body":
            groups[-1].append(index)
    found: dict[int, tuple[str, ...]] = {}
    for group in groups:
        count, last, item = 0, None, ""
        placed: dict[int, tuple[int, str]] = {}
        for index in group:
            sentence = article.sentences[index]
            if sentence.paragraph != last:
                last, hit = sentence.paragraph, ITEM.match(sentence.text)
                item = f"第{hit.group()}项" if hit else ""
                count += not hit
            placed[index] = count, item
        for index, (number, name) in placed.items():
            clause = (f"第{CLAUSES[number]}款",) if count > 1 and 0 < number < len(CLAUSES) else ()
            found[index] = (*clause, *filter(None, (name,)))
    return found
