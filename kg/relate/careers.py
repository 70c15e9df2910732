"""What somebody has been before: 曾任甲局副局长，乙部部长助理; 2018年任丙会副主任. Skeletons -> `holdsPostAt` statements.

The title of a post that is told as left has 原 before it (原副局长), so that nobody takes it for one that is held.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.model import Reading, Ref, Statement
from kg.relate.posts import posts_of, title_pattern
from kg.relate.skeleton import CODES, SLOTS, Skeleton, holding

PERSON = CODES["Person"]
STEP = re.compile(  # what leads from a person to the posts
    f"(?P<left>免去(?P<removed>{PERSON}(?:、{PERSON})*)(?:同志)?的?|(?:(?<={PERSON})|(?<={PERSON}同志)|(?<=[，；]))不再担?任|曾经?(?:先后)?(?:担?任|出任)过?|[担出]?任过|此前(?:分别)?(?:担?任着?|为)|历任|先后(?:担?任|出任)|后任|(?<!连)时任|{CODES['Date']}(?:起)?(?:先后)?任)"
    "|(?P<now>现任|现为|改任|转任|升任|调任|履新|已任)")
LED = re.compile("曾|历任|先后|此前|调任|任过|不再担?任|免去|时任(?=[^，。；]+的)")  # a life is told
WHO = re.compile(f"的({PERSON})")
HERE = re.compile(f"{PERSON}(?:、{PERSON})*")
HE = re.compile(f"(?:^|[，。；])[他她]|^(?:{CODES['Date']})?(?:起|，)?$")  # whose life goes on
BELOW = re.compile("^[）)]|、[一-龥]{2,}(?:司|局|处|厅|部)(?:（[^（）]*）)?副?(?:司|局|处|厅|部)长$")  # 机关党委副书记|、人事司副司长: elsewhere
OF_OTHERS = re.compile("的")  # 曾任甲局局长的|老同志


@cache
def _held() -> re.Pattern[str]:
    """One body or several with titles there."""
    title = title_pattern()
    bodies = f"[{SLOTS['Body']}](?:、?[{SLOTS['Body']}]){{0,3}}"
    return re.compile(f"(?P<bodies>{bodies})的?(?P<titles>{title}(?:[、兼]{title}){{0,4}})(?=[，；。、的]|等|一职|职务|$)")


def find_careers(reading: Reading) -> Iterable[Statement]:
    """The posts of a life that is told: who has been what, where, and what they are now."""
    last: list[Ref] = []
    for skeleton in holding(reading, PERSON + SLOTS["Body"]):
        if LED.search(skeleton.text) and (last or PERSON in skeleton.codes):
            yield from _told(reading, skeleton, last)
        if PERSON in skeleton.codes:
            last = _people(skeleton, len(skeleton.text)) or last


def _told(reading: Reading, skeleton: Skeleton, last: list[Ref]) -> Iterable[Statement]:
    steps = list(STEP.finditer(skeleton.text))
    for step, end in zip(steps, [*(one.start() for one in steps[1:]), len(skeleton.text)], strict=False):
        stop = skeleton.text.find("。", step.end(), end)
        posts = list(_held().finditer(skeleton.text, step.end(), stop if stop >= 0 else end))
        people = _people(skeleton, step.end() if step["removed"] else step.start()) or (last if HE.search(skeleton.text, 0, step.start()) else [])
        each = "分别" in step[0] and len(posts) == len(people)
        for place, held in enumerate(posts):
            behind = WHO.match(skeleton.text, held.end())  # 此前担任甲局局长的|某某
            whose = [skeleton.mention(behind.start(1)).ref] if behind else [] if OF_OTHERS.match(skeleton.text, held.end()) else people
            bodies = [m.ref for m in skeleton.mentions(*held.span("bodies"))]
            for person in whose[place:place + 1] if each else whose:
                yield from posts_of(reading, skeleton, person, bodies, BELOW.sub("", held["titles"]), left=step["left"] is not None)
            if PERSON in skeleton.text[held.end():end]:
                break  # goes on with somebody else


def _people(skeleton: Skeleton, end: int) -> list[Ref]:
    """The last person named before a position, with those told together with them."""
    told = [*HERE.finditer(skeleton.text, 0, end)]
    return [m.ref for m in skeleton.mentions(*told[-1].span())] if told else []
