"""Bodies told by their field alone: 全市检察机关, 市场监管部门, 甲市警方 mean the one body of the article that is of this field and level.

Place in the line: skeletons, entities -> the subject of a clause in `kg.relate.scene`.
"""
from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from kg.model import Reading, Ref
from kg.nlp.gazetteer import full_names
from kg.relate.names import parents
from kg.relate.patterns import alternatives, load_table
from kg.relate.skeleton import CODES, Skeleton, once

_POLICE = "公安"


@cache
def _told() -> re.Pattern[str]:
    starts = alternatives(load_table("frames.toml")["words"]["starts"])
    return re.compile(
        rf"(?:{starts}|{CODES['Date']})*(?P<subject>(?:(?P<place>{CODES['Place']})|(?P<all>全国)|(?P<local>全[省市县区州]|我[省市县区州]|[省市县区](?!场)))?"
        r"(?:(?P<field>[一-龥]{2,6}?)(?:部门|机关|系统)|警方))")


def told_by_field(reading: Reading, skeleton: Skeleton, begin: int, end: int) -> tuple[int, int, tuple[Ref, ...]] | None:
    """The words that open a clause and tell who acts by a field, and the body of the article that they mean, if there is just one, with its place."""
    hit = _told().match(skeleton.text, begin, end)
    if not hit:
        return None
    field = hit["field"] or _POLICE
    fields = (field, field.replace("监管", "监督管理"))
    of_field = [ref for ref, names in _authorities(reading).items() if any(field in name for name in names for field in fields)]
    place = [skeleton.mention(hit.start("place")).ref] if hit["place"] else []
    if place:
        of_field = [ref for ref in of_field if _place_of(ref) == place[0].name]
    elif hit["all"] or hit["local"]:
        of_field = [ref for ref in of_field if bool(_place_of(ref)) == bool(hit["local"])]
    return (*hit.span("subject"), (of_field[0], *place)) if len(of_field) == 1 else None


@once
def _authorities(reading: Reading) -> dict[Ref, Collection[str]]:
    """The agencies of a reading that are no inner departments, with their names."""
    inner = parents(reading)
    return {ref: (entity.name, *entity.aliases) for ref, entity in reading.entities.items() if ref.type == "Agency" and ref not in inner}


@cache
def _place_of(ref: Ref) -> str:
    """The province, city or county with which a body's name begins, empty for a body of the State."""
    name = ref.name.removeprefix("国家税务总局")
    return max((name[:size] for size in range(2, 12) if name[:size] in full_names()), key=len, default="")
