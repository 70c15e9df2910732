"""Relations that names alone tell: 国家医保局大数据中心 is part of 国家医保局, 《…生育保险办法》 concerns 生育保险.

Place in the line: the entities of a reading -> `partOf`, `concerns`, `appliesIn`. The evidence is where the longer name is printed.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Entity, Reading, Ref, Statement
from kg.relate.patterns import load_table

CONFIDENCE = 0.95
_MARKS = re.compile(r"[“”《》\"‘’「」（）()\s]")


def surfaces(entity: Entity, least: int) -> list[str]:
    """The names of an entity that are long enough to be looked for in others, without marks, the longest first."""
    names = {_MARKS.sub("", name) for name in (entity.name, *entity.aliases)}
    return sorted((n for n in names if len(n) >= least), key=lambda n: (-len(n), n))


def find_named_relations(reading: Reading) -> Iterable[Statement]:
    """What the names of the reading's entities tell of each other."""
    printed = _printed(reading)
    for subject, relation, thing in _claims(_as_printed(reading)):
        longer, shorter = (thing, subject) if relation == "issues" else (subject, thing)
        said = printed.get(longer, printed.get(shorter) if relation == "partOf" else None)
        if said is not None:
            yield Statement(subject, relation, thing, confidence=CONFIDENCE, evidence=reading.evidence(said))


def parents(reading: Reading) -> dict[Ref, Ref]:
    """The parent of each inner department whose name tells it."""
    return {subject: parent for subject, parent in _departments(list(reading.entities.values()))}


def title_issuers(reading: Reading) -> dict[Ref, list[Ref]]:
    """The bodies that open a regulation's title (中共中央 国务院关于…的意见), by regulation."""
    found: dict[Ref, list[Ref]] = {}
    for body, title in _opening_bodies(_as_printed(reading)):
        found.setdefault(title, []).append(body)
    return found


def _as_printed(reading: Reading) -> list[Entity]:
    """The entities, places only under full names and the names that the article prints (海南 may be several)."""
    words: dict[Ref, set[str]] = {}
    for mention in reading.mentions:
        words.setdefault(mention.ref, set()).add(mention.text)
    full = ("省", "市", "县", "区", "州", "盟", "旗")
    return [
        replace(e, aliases=tuple(a for a in e.aliases if a in words.get(e.ref, ()) or a.endswith(full))) if e.type == "Place" else e
        for e in reading.entities.values()
    ]


def _printed(reading: Reading) -> dict[Ref, int]:
    """The sentence in which each entity is printed first, headlines only when nothing else prints it."""
    first: dict[Ref, int] = {}
    for wanted in (False, True):
        for mention in reading.mentions:
            role = reading.article.sentences[mention.sentence].role
            if (role in ("headline", "subtitle")) is wanted:
                first.setdefault(mention.ref, mention.sentence)
    return first


def _claims(entities: Iterable[Entity]) -> Iterator[tuple[Ref, str, Ref]]:
    rows = list(entities)
    for subject, parent in _departments(rows):
        yield subject, "partOf", parent
    for part, whole in _parts(rows):
        yield part, "partOf", whole
    for title, programme in _held(rows):
        yield title, "concerns", programme
    for thing, place in _placed(rows):
        yield thing, "appliesIn", place
    for body, title in _opening_bodies(rows):
        yield body, "issues", title
    for body, programme in _task_forces(rows):
        yield body, "administers", programme


def _task_forces(rows: list[Entity]) -> Iterator[tuple[Ref, Ref]]:
    """Bodies that are named after the programme that they run: 全国经济普查领导小组."""
    ends = tuple(load_table("names.toml")["task_forces"])
    names = _index(rows, ("Programme",), 4)
    for entity in rows:
        for name in surfaces(entity, 6) if entity.type == "Agency" and names else ():
            hit = _longest_prefix(name, names, entity.ref)
            if hit and name.removeprefix(hit[0]).startswith(ends):
                yield entity.ref, hit[1]
                break


def _opening_bodies(rows: list[Entity]) -> Iterator[tuple[Ref, Ref]]:
    """Bodies at the start of titles that go on with 关于: 国务院办公厅关于…的通知."""
    names = _index(rows, ("Agency", "Organization"), 3)
    for entity in rows:
        if entity.type != "Regulation" or "关于" not in entity.name:
            continue
        head = _MARKS.sub("", entity.name).split("关于")[0]
        found = []
        while head and (hit := _longest_prefix(head + "\0", names, entity.ref)):
            found.append(hit[1])
            head = head[len(hit[0]):].lstrip("、和 　")
        if not head:
            yield from ((body, entity.ref) for body in dict.fromkeys(found))


def _index(rows: list[Entity], types: tuple[str, ...], least: int) -> dict[str, Ref]:
    names: dict[str, Ref] = {}
    for entity in sorted(rows, key=lambda e: e.ref):
        if entity.type in types:
            for name in surfaces(entity, least):
                names.setdefault(name, entity.ref)
    return names


def _longest_prefix(name: str, names: dict[str, Ref], own: Ref) -> tuple[str, Ref] | None:
    for end in range(len(name) - 1, 1, -1):
        ref = names.get(name[:end])
        if ref and ref != own:
            return name[:end], ref
    return None


def _departments(rows: list[Entity]) -> Iterator[tuple[Ref, Ref]]:
    table = load_table("names.toml")
    names = _index(rows, ("Agency", "Organization"), 3)
    for entity in rows:
        if entity.type not in ("Agency", "Organization"):
            continue
        for name in surfaces(entity, 5):
            hit = _longest_prefix(name, names, entity.ref)
            rest = name[len(hit[0]):] if hit else ""
            if hit and rest.endswith(tuple(table["department_ends"])) and not rest.endswith(tuple(table["department_not"])):
                yield entity.ref, hit[1]
                break


def _parts(rows: list[Entity]) -> Iterator[tuple[Ref, Ref]]:
    table = load_table("names.toml")
    edition, same = re.compile(table["edition"]), frozenset(table["same"])
    names = _index(rows, ("Programme",), 4)
    for entity in rows:
        if entity.type != "Programme":
            continue
        own = set(surfaces(entity, 1))
        for name in surfaces(entity, 5):
            others = {n: r for n, r in names.items() if n not in own}
            hit = _longest_prefix(name, others, entity.ref) or _longest_suffix(name, names, own, edition)
            if hit and name.removeprefix(hit[0]) not in same and not _ends_in_quotes(entity):
                yield entity.ref, hit[1]
                break


def _ends_in_quotes(entity: Entity) -> bool:
    """Whether a name ends in a quoted name of its own: 社会保障卡“一卡通” is no part of 社会保障卡."""
    return any(name.endswith(("”", "’", '"')) for name in (entity.name, *entity.aliases))


def _longest_suffix(name: str, names: dict[str, Ref], own: set[str], edition: re.Pattern[str]) -> tuple[str, Ref] | None:
    for begin in range(1, len(name) - 5):
        rest = name[begin:]
        if rest in names and rest not in own and not edition.fullmatch(name[:begin]):
            return rest, names[rest]
    return None


def _held(rows: list[Entity]) -> Iterator[tuple[Ref, Ref]]:
    """Titles that hold a programme's name, unless only within a longer programme's name."""
    lists = tuple(load_table("names.toml")["lists"])
    names = _index(rows, ("Programme",), 4)
    for entity in rows:
        if entity.type not in ("Regulation", "Publication") or entity.name.endswith(lists):
            continue
        title = surfaces(entity, 1)[0]
        taken: set[int] = set()
        for name in sorted(names, key=lambda n: (-len(n), n)):
            at = title.find(name)
            if at >= 0 and not taken.intersection(range(at, at + len(name))):
                taken.update(range(at, at + len(name)))
                yield entity.ref, names[name]


def _placed(rows: list[Entity]) -> Iterator[tuple[Ref, Ref]]:
    """Titles and programmes whose name opens with a place."""
    table = load_table("names.toml")
    names = {n: r for n, r in _index(rows, ("Place",), 2).items() if n not in table["whole"]}
    opening = re.compile("(?:" + "|".join(table["title_starts"]) + ")*")
    bodies = _index(rows, ("Agency", "Organization"), 3)
    for entity in rows:
        if entity.type not in ("Regulation", "Publication", "Programme") or not names:
            continue
        for name in surfaces(entity, 4)[:3]:
            start = opening.match(name)
            rest = name[start.end() if start and entity.type != "Programme" else 0:]
            hit = _longest_prefix(rest, names, entity.ref)
            if hit and entity.type != "Publication" and not rest[len(hit[0]):].startswith(tuple(table["not_place"])) \
                    and not _longest_prefix(rest, bodies, entity.ref):
                yield entity.ref, hit[1]
                break
