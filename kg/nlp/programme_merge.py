"""One name for each programme of an article: short forms go to the longest form that the article prints.

Stands after the finding of names and before `kg.nlp.programmes` turns them into mentions.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.programme_lexicon import KNOWN, Found, longest
from kg.nlp.programme_tables import Hit, bare, rows_by_name, tables

LEAD = re.compile(r"^(?:20\d\d年?(?:度)?|第[一二三四五六七八九十百\d]{1,4}[届次]|首届|全国统一的?|全国|国家|我国|我省|全省|我市|全市)+")
PLACE = re.compile(r"^[^“”]{2,7}?[省市县区州旗](?=[^“”]{5})")
OF_PLACE = re.compile("^([一-龥]{2,3})[省市](?=[^“”]{6})")  # 海东市某大讲堂, 海东某大讲堂
CALLED = re.compile(r"[”」]?[（(](?:以下|下)?(?:统称|简称|称)为?[“‘]?([^“”‘’（）()，。；]{2,15})[”’]?[）)]")
OF_ALL = re.compile("上述|以上|[两二三四五六七八九十]+[项个类种大]")  # 养老、失业、工伤保险（以下称三项社会保险）: a name of all of them
QUOTED = re.compile("“[^“”]{2,}”")
SUBTITLE = re.compile("(?:：|——).*")
FILLING = re.compile("(?:大型|综合|专项|主题|联合|[三五]年)+(?!活动$|工作$)")  # behind a motto these tell nothing more: “某某”专项行动
LINE = re.compile("([一-龥])[一-龥]{1,3}(?:至|到|—)([一-龥])[一-龥]{1,3}?(?=高铁|铁路|高速|(?:跨[江海])?通道)(?:跨[江海])?")
SECTION = re.compile("(?<=[铁路速线])([一-龥])[一-龥]{1,3}(?:至|到|—)([一-龥])[一-龥]{1,3}(?=段$)")
SHORT_HEADS = {"高速公路": "高速", "高速铁路": "高铁"}
HEADS = tuple("动划程目台统线会坛周月季展节赛险金贴补采济办查战革点区圈号")
TAIL = ("工作", "政策", "制度", "系统", "活动", "试点", "业务", "建设", "机制", "平台", "软件", "管理")


def without_lead(name: str) -> str:
    """The name without its year, number, 全国 or 国家."""
    lead = LEAD.match(name)
    return name[lead.end():] if lead else name


def without_tail(name: str) -> str:
    """The name without 工作, 政策, 活动 … at its end."""
    while name.endswith(TAIL):
        name = name[:-2]
    return name


def stem(name: str) -> str:
    """The name without quotation marks, lead and tail."""
    return without_tail(without_lead(bare(name)))


def core(name: str) -> str:
    """What stays of a name without its lead and its tail, or without its lead alone where that would be too little.

    >>> core("2025年全国家电消费季活动")
    '家电消费季'
    >>> core("“青山”专项行动"), core("甲城至乙州高铁"), core("甲乙高速公路丙山至丁川段")
    ('青山行动', '甲乙高铁', '甲乙高速丙丁段')
    """
    motto, mark, rest = name.rpartition("”")
    plain = OF_PLACE.sub(r"\1", LINE.sub(r"\1\2", without_lead(bare(motto + mark + (FILLING.sub("", rest) if mark else rest)))))
    for head, told in SHORT_HEADS.items():
        plain = plain.replace(head, told)
    plain = SECTION.sub(r"\1\2", plain)
    short = without_tail(plain)
    return short if len(short) >= 4 else plain


def forms_of(name: str) -> tuple[str, ...]:
    """Printed forms of a row of the lexicon, none for other names."""
    row = rows_by_name().get(name)
    return tuple(f.lstrip("?=") for f in row.forms) if row else ()


@cache
def bare_forms(name: str) -> tuple[str, ...]:
    """A known programme's name and forms as `bare` has them."""
    return tuple(bare(form) for form in (name, *forms_of(name)))


def main_names(text: str, chosen: list[Found]) -> dict[str, str]:
    """The main name for each name: the lexicon's, or the longest of those that share a core or end alike."""
    names = sorted({f.name for f in chosen}, key=lambda n: (-len(n), n))
    known = {f.name for f in chosen if f.score >= KNOWN}
    official = {form: main for main in names if main in known for form in bare_forms(main)}
    groups: dict[str, list[str]] = defaultdict(list)
    pilots = {name for name in known if name.endswith("试点") and name not in rows_by_name()}  # beside what they try out
    for name in names:
        own = name in pilots or without_tail(name) + "试点" in pilots
        groups[name.removesuffix("工作") if own and "试点" in name else core(official.get(stem(name), name))].append(name)
    mains = {}
    for members in groups.values():
        main = next((n for n in members if n in known), members[0])
        mains.update(dict.fromkeys(members, main))
    longer = Longer(names, {(text[f.start:f.end], f.name) for f in chosen if f.score >= KNOWN})
    for name in names:
        if name in known or len(bare(name)) < 4 or mains[name] != name:
            continue
        others = {mains[other] for other in longer.than(name)}
        if len(others) == 1:
            mains[name] = others.pop()
    return mains


class Longer:
    """Names by their ends and by the quoted words that they begin with, up to a subtitle, to find the longer forms of a name.

    ``printed`` are the forms in which the page prints known ones, with their names.
    """

    def __init__(self, names: list[str], printed: Iterable[tuple[str, str]] = ()) -> None:
        self.backward = sorted({(bare(form)[::-1], name) for form, name in (*zip(names, names, strict=True), *printed)})
        self.quoted: dict[str, list[str]] = defaultdict(list)
        for name in names:
            if name.startswith("“"):
                self.quoted[SUBTITLE.sub("", name.partition("”")[0])].append(name)

    def than(self, name: str) -> Iterator[str]:
        """Other names that end as this one, and those that begin with its quoted words and end as its rest.

        >>> list(Longer(["“青松”行动计划", "全市“青松”计划", "“青松”计划"]).than("“青松”计划"))
        ['全市“青松”计划', '“青松”行动计划']
        """
        end = bare(name)[::-1]
        for i in range(bisect_left(self.backward, (end, "")), len(self.backward)):
            backward, other = self.backward[i]
            if not backward.startswith(end):
                break
            if other != name:
                yield other
        quoted, _, rest = name.partition("”")
        for other in self.quoted[SUBTITLE.sub("", quoted)] if len(rest) > 1 and name.startswith("“") else ():
            if len(other) > len(name) and other.endswith(rest):
                yield other


def short_forms(name: str) -> list[str]:
    """Shorter forms by which the page may call a name again: its quoted part, and itself without its lead or its tail."""
    plain = PLACE.sub("", without_lead(name))
    quoted = QUOTED.match(plain)
    forms = [quoted.group()] if quoted else []
    forms += [plain, without_tail(plain)]
    return [f for f in forms if f != name and len(f) >= 4 and (f.startswith("“") or f.endswith(HEADS))]


def called_again(text: str, chosen: list[Found], mains: dict[str, str]) -> dict[str, str]:
    """The words by which the page may name a programme, with its main name."""
    spots: dict[str, str] = {}
    for found in chosen:
        printed = text[found.start:found.end]
        known = tables().forms.get(bare(printed))
        if known is None or not known.tied:  # 失业 of 失业、工伤保险 is no insurance in 失业率
            spots.setdefault(printed, mains[found.name])
        if (called := CALLED.match(text, found.end)) and not OF_ALL.match(called[1]):
            spots[called.group(1)] = mains[found.name]
        if found.score < KNOWN:
            for form in short_forms(printed):
                spots.setdefault(form, mains[found.name])
    return spots


def merge_names(text: str, chosen: list[Found], masked: bytearray) -> list[Found]:
    """The found names with their main names, and the other places where the page prints them or their short forms."""
    mains = main_names(text, chosen)
    spots = called_again(text, chosen, mains)
    taken = bytearray(masked)
    for found in chosen:
        taken[found.start:found.end] = b"\x01" * (found.end - found.start)
    again: list[Hit] = []
    for printed in spots:
        at = text.find(printed)
        while at >= 0:
            end = at + len(printed)
            if taken.find(1, at, end) < 0:
                again.append(Hit(at, end, printed))
            at = text.find(printed, end)
    merged = [Found(f.start, f.end, mains[f.name], f.score) for f in chosen]
    merged += [Found(h.start, h.end, spots[h.key], 5.0) for h in longest(again)]
    return sorted(merged)
