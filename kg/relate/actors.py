"""The subject of a clause: the chain of bodies and places that stands before its verb and is neither another thing's nor behind a preposition.

Place in the line: skeletons -> `kg.relate.scene`, which tells what a clause without one inherits. Word lists are data: kg/data/patterns/frames.toml.
"""
from __future__ import annotations

import re
from functools import cache

from kg.model import Mention, Ref
from kg.relate.patterns import alternatives, load_table
from kg.relate.skeleton import CODES, SLOTS, Skeleton, chain_after

BODY, PLACE, PERSON, DATE, MENTION = SLOTS["Body"], CODES["Place"], CODES["Person"], CODES["Date"], SLOTS["Any"]
ACTORS = BODY + PLACE
ANY_MENTION = re.compile(f"[{MENTION}]")
_ACTOR = re.compile(f"[{BODY}{PLACE}]")
# a body in a chain that no finder knows: 省医保局会同人民银行、省税务局
_UNKNOWN = re.compile(f"(?:、|会同|和|与|及|联合)[\u4e00-\u9fa5]{{2,8}}(?:、|和|与|及)?(?=[{BODY}])")
# a headline may run into the lead without a stop: 《…》发布 国家卫健委等14部门近日发布《…》
_FRESH = re.compile(f"(?:等[^，；]{{0,8}})?(?:近日|日前|今天|昨天|决定|自?{DATE})|等?[0-9两二三四五六七八九十多]+个?部门，?$")
_CORE = re.compile(f"以{PERSON}[^，]{{0,2}}为核心的$")
# whose teaching a body follows, not who speaks for it: 甲厅深入贯彻某某重要讲话精神
_FOLLOWS = re.compile(f"(?:贯彻|落实|学习|坚持|遵循|践行|牢记|领会|围绕|按照)[^，；：。{MENTION}]{{0,4}}$")
_PARTNERS_OF = re.compile(f"[与和同]{PLACE}(?:多家|多个|[一-龥]{{0,4}}(?:媒体|机构|企业|高校))")


@cache
def words(name: str) -> re.Pattern[str]:
    """One word list of the frames file as a pattern."""
    return re.compile(alternatives(load_table("frames.toml")["words"][name]))


def find_subject(skeleton: Skeleton, begin: int, end: int) -> tuple[int, int] | None:
    """The span of the chain of bodies that is the subject of the clause, if it has one."""
    stop = begin
    for first in _ACTOR.finditer(skeleton.text, begin, end):
        start = first.start()
        if start < stop:
            continue  # within a chain that is no subject: 与湖北、安徽建立
        stop = chain_after(skeleton.text, start, ACTORS)
        while gap := _UNKNOWN.match(skeleton.text, stop, end):
            stop = chain_after(skeleton.text, gap.end(), ACTORS)
        before, after = skeleton.text[begin:start], skeleton.text[stop:end]
        before = _CORE.sub("", before) if PERSON in before else before
        if _speaks_next(after) or (not _FRESH.match(after) and (len(before) > 16 or ANY_MENTION.search(before.replace(PLACE, "")))):
            return None
        if words("others_of").match(after):
            return None
        if not ends_oblique(before) and not after.startswith("的"):
            return start, stop
        if first.group() != PLACE:
            return None
    return None


def _speaks_next(after: str) -> bool:
    """Whether a person of the body stands behind it (甲局局长某某表示), not one whose words it follows (甲局学习贯彻某某重要讲话精神)."""
    at = after.find(PERSON, 0, 13)
    return at >= 0 and not _FOLLOWS.search(after, 0, at)


def actors(skeleton: Skeleton, begin: int, end: int) -> tuple[Ref, ...]:
    """The bodies and places of a chain, without a place that only stands before a body (四川省卫健委), also one that no finder knows (甲台与法国|多家媒体)."""
    return tuple(
        m.ref for at in range(begin, end) if isinstance(m := skeleton.items.get(at), Mention)
        and not (m.type == "Place" and (skeleton.text[at + 1:at + 2] in ACTORS if at + 1 < end else _PARTNERS_OF.match(skeleton.text, at - 1)))
    )


@cache
def _oblique() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words before which no subject stands, and words that only end like one of them."""
    table = load_table("frames.toml")["words"]
    return tuple(table["oblique"]), tuple(table["not_oblique"])


def ends_oblique(before: str) -> bool:
    oblique, other = _oblique()
    return before.endswith(oblique) and not before.endswith(other) and before not in ("如", "比如", "例如")
