"""Programmes at a day: owner, parts, places, the stages that the sentences about them tell, first and last mention. KnowledgeBase -> rows."""
from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kg.model import Entity, Evidence, KnowledgeBase, Ref, Statement
from kg.resources import data_file
from kg.views.sources import Sources, newest_day, wording

CLAUSE = re.compile(r"[^，；;。！？：]+")
AFTER_NAME = re.compile(
    r"(?:[”》，]|试点|（[^）]*）|专项|活动|制度|建设|工作|服务|政策|改革|项目|工程|业务|已经?|今[天日]|当[天日]|昨[天日]|日前|近日|也|都|再次?|了|开始|开展|进行|进入|实现[^，；。]{0,10}?"
    r"|正式|全面|全线|顺利|圆满|成功|率先|同步|逐步|持续|[加大提]力|(?:在|于|由|向|从|自)[^，；。]{1,16}?)*"
)
BEFORE_NAME = re.compile(r"(?:了|实施|建设|开展|推进|组织|全国|全省|全市|全区|统一|新一轮|\d{4}年|[“《])*")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that sentences tell of a programme, with the day of the oldest one."""

    day: date | None
    name: str
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.day or '?'} {self.name}"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as it stands at a day; ``stage`` is the one told last, ``started`` as precise as the text, ``mentions`` counts the sentences."""

    programme: Ref
    stage: str
    started: str
    first: date | None
    last: date | None
    mentions: int
    stages: tuple[Stage, ...]
    owners: tuple[Ref, ...]
    part_of: tuple[Ref, ...]
    places: tuple[Ref, ...]
    parts: tuple[Ref, ...]
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@cache
def stage_words() -> re.Pattern[str]:
    """The words of ``kg/data/stages.tsv``, one named group a stage, in the order of a programme's life."""
    with data_file("stages.tsv").open(encoding="utf-8", newline="") as table:
        rows = [(row["stage"], "|".join(row["words"].split())) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return re.compile("|".join(f"(?P<{stage}>{words})" for stage, words in rows))


def programmes_at(kb: KnowledgeBase, as_of: date | None = None, *, name: str | None = None) -> tuple[ProgrammeRow, ...]:
    """The programmes named by a day (of the newest article if none is given), the most named first; ``name`` picks those with it in a name."""
    day, sources, stages = as_of or newest_day(kb), Sources(kb), programme_stages(kb)
    facts: dict[Ref, list[Statement]] = defaultdict(list)
    for statement in kb.statements:
        for ref in {statement.subject, statement.object}:
            if isinstance(ref, Ref):
                facts[ref].append(statement)
    rows = []
    for entity in kb.entities:
        if entity.type == "Programme" and any((name or "") in known for known in (entity.name, *entity.aliases)):
            said = tuple(item for item in entity.evidence if _known(sources, item, day))
            if said:
                reached = tuple(stage for stage in stages[entity.ref] if stage.day is None or stage.day <= day)
                told = [s for s in facts[entity.ref] if any(_known(sources, item, day) for item in s.evidence)]
                rows.append(_row(entity, said, sources.days(said), reached, told))
    return tuple(sorted(rows, key=lambda row: (-row.mentions, row.programme)))


def _known(sources: Sources, evidence: Evidence, day: date) -> bool:
    return (sources.day(evidence) or day) <= day


def _row(entity: Entity, said: tuple[Evidence, ...], days: list[date], stages: tuple[Stage, ...], facts: list[Statement]) -> ProgrammeRow:
    subjects = {name: tuple(sorted({s.subject for s in facts if s.predicate == name and s.object == entity.ref})) for name in ("administers", "partOf")}
    objects = {name: tuple(sorted({s.object for s in facts if s.predicate == name and s.subject == entity.ref and isinstance(s.object, Ref)}))
               for name in ("partOf", "appliesIn")}
    started = min((str(s.object) for s in facts if s.predicate == "startedOn"), default="")
    shown = tuple(dict.fromkeys(item for stage in stages for item in stage.evidence)) or said[:1]
    return ProgrammeRow(entity.ref, stages[-1].name if stages else "", started, days[0] if days else None, days[-1] if days else None, len(said),
                        stages, subjects["administers"], objects["partOf"], objects["appliesIn"], subjects["partOf"], shown)


def programme_stages(kb: KnowledgeBase) -> dict[Ref, tuple[Stage, ...]]:
    """The stages of each programme, oldest first, each once, those of undated documents at the beginning."""
    sources = Sources(kb)
    programmes = [entity for entity in kb.entities if entity.type == "Programme"]
    named: dict[Evidence, list[Entity]] = defaultdict(list)
    for entity in programmes:
        for item in entity.evidence:
            named[item].append(entity)
    aims: dict[Evidence, list[str]] = defaultdict(list)
    for target in kb.targets:
        for item in target.evidence:
            aims[item].append(target.statement)
    found: dict[Ref, dict[str, list[Evidence]]] = {entity.ref: defaultdict(list) for entity in programmes}
    for item, entities in named.items():
        for entity, stage in _told(sources.text(item), entities, aims.get(item, [])):
            found[entity.ref][stage].append(item)
    return {ref: _stages(sources, stages) for ref, stages in found.items()}


def _stages(sources: Sources, stages: dict[str, list[Evidence]]) -> tuple[Stage, ...]:
    order = list(stage_words().groupindex)
    rows = [Stage(next(iter(sources.days(items)), None), name, tuple(sorted(items, key=lambda i: (sources.day(i) or date.max, i))))
            for name, items in stages.items()]
    return tuple(sorted(rows, key=lambda stage: (stage.day or date.min, order.index(stage.name))))


def _told(text: str, entities: list[Entity], aims: list[str]) -> Iterator[tuple[Entity, str]]:
    """Which programmes of a sentence are told to be in which stage: the word stands by the name, with only light words between.

    What is only aimed at is no stage.
    """
    for aim in aims:
        text = text.replace(aim, "；" * len(aim))
    if not stage_words().search(text):
        return
    names = {name: entity for entity in entities for name in (entity.name, *entity.aliases)}
    places = [(hit.start(), hit.end(), names[hit.group()]) for hit in _any_of(names).finditer(text)]
    for clause in CLAUSE.finditer(text):
        if wording("ahead").search(clause.group()):
            continue
        for hit in stage_words().finditer(text, *clause.span()):
            yield from ((entity, str(hit.lastgroup)) for start, end, entity in places
                        if (end <= hit.start() and AFTER_NAME.fullmatch(text, end, hit.start()))
                        or (hit.end() <= start and BEFORE_NAME.fullmatch(text, hit.end(), start)))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))
