"""Branch bureaus and squads that an article tells without the body above them: 会同|通州分局, 朝阳交通支队, 森警支队|、|水警支队|等.

Place in the line: behind the local organs, before the departments, which find what is inside a branch (道里分局|经侦大队).
"""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas, Hit
from kg.nlp.gazetteer import full_name, level, parent

BRANCH = re.compile("分局|(?:交通|交警|刑侦|治安)[支大]队")
ABOVE = "(?:公安局(?:公安)?(?:交通管理局)?|生态环境局|自然资源局|自然资源和规划局|规划和自然资源局)"  # bureaus that have branches in the counties of a city
ABOVE_A_SQUAD = re.compile(r"[一-龥]+[省市县区州](?:公安[局厅])")
SQUAD = re.compile(  # whose kind makes it one of the police, before what a body does or those that stand beside it
    "(?:(?<=[。；：，、和及与\\n])|^|(?<=会同)|(?<=联合))(?P<name>(?!各)(?:[经刑森水网特巡交]|食药环|环食药|森林|水上|治安|刑事|网络)[侦警安]?(?:侦查)?(?:警察|管理|保卫)?[总支大]队)"
    "(?=[、和及与，]|等|民警|负责人|相关负责|有关负责|联合|会同|统带|牵头|组织|开展|派员|介绍|表示|发布)", re.M)


def find_branches(canvas: Canvas) -> None:
    """Find branches by their counties below the last bureau of the city that is named before, and squads of the one police authority."""
    text = canvas.text
    for branch in BRANCH.finditer(text):
        for place in canvas.ends.get(branch.start(), ()):
            if canvas.free(place.start, branch.end()) and (name := _below(canvas, place, branch[0])):
                canvas.add(place.start, branch.end(), "Agency", name)
                break
    police = [span for span in canvas.spans if span.type == "Agency" and ABOVE_A_SQUAD.fullmatch(span.name)] if "队" in text else []
    for squad in SQUAD.finditer(text) if len({span.name for span in police}) == 1 else ():
        if squad.start() > min(span.start for span in police) and canvas.free(*squad.span("name")):
            canvas.add(*squad.span("name"), "Agency", police[0].name + squad["name"])


def _below(canvas: Canvas, place: Hit, kind: str) -> str | None:
    """The full name of the branch or squad in a county: that of the bureau of its city which is named last before it, with the county as printed."""
    for code in (entry.name for entry in place.entries if entry.type == "Division" and level(entry.name) == 3):
        city = full_name(parent(code) or code)
        bureaus = [(span.end, hit[0]) for span in canvas.spans if span.end <= place.start and (hit := re.match(f"{city}{ABOVE}", span.name))]
        if bureaus:
            return f"{max(bureaus)[1]}{canvas.text[place.start:place.end]}{kind}"
    return None
