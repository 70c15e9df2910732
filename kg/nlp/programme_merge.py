"""One name for each programme of an article: short forms go to the longest form that the article prints.

Stands after the finding of names and before `kg.nlp.programmes` turns them into mentions.
"""
from __future__ import annotations

import re
from collections import defaultdict

from kg.nlp.programme_lexicon import Found, longest
from kg.nlp.programme_tables import Hit, bare, rows_by_name

LEAD = re.compile(r"^(?:20\d\d年?(?:度)?|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|全国统一的?|全国|国家|我国|我省|全省|我市|全市)+")
PLACE = re.compile(r"^[^“”]{2,7}?[省市县区州旗](?=[^“”]{5})")
CALLED = re.compile(r"[”」]?[（(](?:以下|下)?(?:统称|简称|称)为?[“‘]?([^“”‘’（）()，。；]{2,15})[”’]?[）)]")
HEADS = tuple("动划程目台统线会坛周月季展节赛险金贴补采济办查战革点区圈号")
TAIL = re.compile(r"(?:工作|政策|制度|系统|活动|试点|业务|建设|机制|平台|软件|管理)+$")


def core(name: str) -> str:
    """What stays of a name without its year, number, 全国 or 国家 and without 工作, 政策, 活动 at its end.

    >>> core("2025年全国家电消费季活动")
    '家电消费季'
    """
    plain = LEAD.sub("", bare(name))
    short = TAIL.sub("", plain)
    return short if len(short) >= 4 else plain


def forms_of(name: str) -> tuple[str, ...]:
    """Printed forms of a row of the lexicon, none for other names."""
    row = rows_by_name().get(name)
    return tuple(f.lstrip("?=") for f in row.forms) if row else ()


def main_names(chosen: list[Found]) -> dict[str, str]:
    """The main name for each name: the lexicon's, or the longest of those that share a core or end alike."""
    names = sorted({f.name for f in chosen}, key=lambda n: (-len(n), n))
    known = {f.name for f in chosen if f.score >= 9}
    official = {bare(n): main for main in known for n in (main, *forms_of(main))}
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        stem = TAIL.sub("", LEAD.sub("", bare(name)))
        groups[core(official.get(stem, name))].append(name)
    mains = {}
    for members in groups.values():
        main = next((n for n in members if n in known), members[0])
        mains.update(dict.fromkeys(members, main))
    for name in names:
        if name in known or len(bare(name)) < 4:
            continue
        longer = {mains[n] for n in names if n != name and (bare(n).endswith(bare(name)) or shares_quote(n, name))}
        if len(longer) == 1 and mains[name] == name:
            mains[name] = longer.pop()
    return mains


def shares_quote(longer: str, shorter: str) -> bool:
    """True where both begin with the same quoted words and the shorter ends as the longer: “@芽”计划, “@芽”…行动计划."""
    if not shorter.startswith("“") or len(shorter) >= len(longer):
        return False
    quoted, _, rest = shorter.partition("”")
    return len(rest) > 1 and longer.startswith(quoted + "”") and longer.endswith(rest)


def short_forms(name: str) -> list[str]:
    """Shorter forms by which the page may call a name again: its quoted part, and itself without its lead or its tail."""
    plain = PLACE.sub("", LEAD.sub("", name))
    forms = [m.group() for m in re.finditer(r"^“[^“”]{2,}”", plain)]
    forms += [plain, TAIL.sub("", plain)]
    return [f for f in forms if f != name and len(f) >= 4 and (f.startswith("“") or f.endswith(HEADS))]


def merge_names(text: str, chosen: list[Found], masked: bytearray) -> list[Found]:
    """The found names with their main names, and the other places where the page prints them or their short forms."""
    mains = main_names(chosen)
    spots: dict[str, str] = {}
    for found in chosen:
        printed = text[found.start:found.end]
        spots.setdefault(printed, mains[found.name])
        called = CALLED.match(text, found.end)
        if called:
            spots[called.group(1)] = mains[found.name]
        if found.score < 9:
            for form in short_forms(printed):
                spots.setdefault(form, mains[found.name])
    taken = {i for f in chosen for i in range(f.start, f.end)}
    again: list[Hit] = []
    for printed in spots:
        at = text.find(printed)
        while at >= 0:
            end = at + len(printed)
            if taken.isdisjoint(range(at, end)) and 1 not in masked[at:end]:
                again.append(Hit(at, end, printed))
            at = text.find(printed, end)
    merged = [Found(f.start, f.end, mains[f.name], f.score) for f in chosen]
    merged += [Found(h.start, h.end, spots[h.key], 5.0) for h in longest(again)]
    return sorted(merged)
