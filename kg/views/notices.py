"""The formal elements of official notices, after GB/T 9704-2012: 发文字号, 主送机关, 抄送机关, 附件, 印发日期. KnowledgeBase -> rows.

Issuer (发文机关) and day (成文日期) are the relations `issues` and `issuedOn`, the title (标题) is the regulation's name.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.layout.dates import make_day
from kg.model import Article, Evidence, KnowledgeBase, Ref

HEAD = 8  # sentences of an article in which its number and its addressees stand
NUMBER = re.compile(r"(?:^|[（(：:])([\u4e00-\u9fff]{1,16})[〔［\[（(]((?:19|20)\d{2})[〕］\]）)]第?(\d{1,5})号[）)]?$")
DECREE = re.compile(r"(?:^|日)([\u4e00-\u9fff]{2,24}令)(?:\d{4}年)?第(\d{1,5})号")
ADDRESSED = re.compile(r"([^。！？；：:“”]{2,300})[：:]")
BODY = re.compile(r"(?:政府|[厅局委部院办会署行社司校室]|单位|机构|中心|企业|部队|组织|部门|团体)(?:（[^）]{1,20}）)?$")
COPIED = re.compile(r"抄送[：:](.{2,400}?)。?$")
PRINTED = re.compile(r"[\u4e00-\u9fff]{2,30}?(\d{4})年(\d{1,2})月(\d{1,2})日印发$")
ATTACHED = re.compile(r"附件\d{0,2}[：:](?:\d{1,2}[.．、])?(.{2,100}?)$|附件(\d{1,2})[.．、](.{2,100}?)$")
NEXT_ATTACHED = re.compile(r"\d{1,2}[.．、]([^。；]{2,100})$")


@dataclass(frozen=True, slots=True)
class Element:
    """One formal element of a regulation: property (a local name of the ontology), value as printed or as an ISO date, and sentence."""

    of: Ref
    property: str
    value: str
    evidence: tuple[Evidence, ...]


def notice_elements(kb: KnowledgeBase) -> tuple[Element, ...]:
    """The elements of every article whose headline is the title of a regulation, sorted."""
    titles: dict[Evidence, list[Ref]] = defaultdict(list)
    for entity in kb.entities:
        if entity.type == "Regulation":
            for item in entity.evidence:
                titles[item].append(entity.ref)
    found: dict[tuple[Ref, str, str], list[Evidence]] = defaultdict(list)
    for article in kb.articles:
        title = _title(article, titles)
        if title:
            for name, value, index in _elements(article):
                found[title, name, value].append(Evidence(article.id, index))
    return tuple(Element(*key, tuple(sorted(set(evidence)))) for key, evidence in sorted(found.items()))


def _title(article: Article, titles: dict[Evidence, list[Ref]]) -> Ref | None:
    """The regulation whose title the headline is: the longest that it names."""
    for index, sentence in enumerate(article.sentences):
        if sentence.role == "headline":
            named = titles.get(Evidence(article.id, index), ())
            fit = [ref for ref in named if len(ref.name) >= 0.6 * len(sentence.text)]
            return max(fit, key=lambda ref: (len(ref.name), ref.name), default=None)
    return None


def _elements(article: Article) -> Iterator[tuple[str, str, int]]:
    """Property, value and sentence of each element."""
    rows = [(index, sentence.text) for index, sentence in enumerate(article.sentences) if sentence.role != "headline"]
    number = addressed = False
    for index, text in rows[:HEAD]:
        if not number and (hit := NUMBER.search(text) or DECREE.search(text)):
            number = True
            yield "documentNumber", f"{hit[1]}〔{hit[2]}〕{hit[3]}号" if hit.re is NUMBER else f"{hit[1]}第{hit[2]}号", index
        elif not addressed and (hit := ADDRESSED.match(text)):
            parts = [part for part in hit[1].split("，") if part]
            if all(map(BODY.search, parts)):
                addressed = True
                yield from (("addressedTo", part, index) for part in parts)
    attached = False
    for index, text in rows:
        if hit := ATTACHED.match(text):
            attached = True
            yield "attachment", (hit[1] or hit[3]).strip("《》。"), index
        elif attached and (hit := NEXT_ATTACHED.match(text)):
            yield "attachment", hit[1].strip("《》"), index
        else:
            attached = False
        if hit := COPIED.match(text):
            yield from (("copiedTo", part, index) for part in hit[1].split("，") if part)
        elif (hit := PRINTED.match(text)) and (day := make_day(int(hit[1]), int(hit[2]), int(hit[3]))):
            yield "printedOn", day.isoformat(), index
