"""Finds targets: outcomes that are aimed at, planned or promised, with their deadlines. Reading, figures -> Target.

A clause is a target if it announces (a cue, or a day that is still to come) and says what (a quantity, or an end state), and does not
tell what has been reached already: ``kg.relate.aims`` judges that.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kg.model import Figure, Reading, Sentence, Target
from kg.nlp.times import AND
from kg.relate.aims import (
    BY_THEN,
    SINCE_ISSUED,
    Clause,
    find_cue,
    find_deadline,
    has_quantity,
    inherited_deadline,
    is_goal,
    is_target,
    load_words,
    may_aim,
    plan_deadline,
    reaches,
    says_what,
    sets_goal,
    sets_level,
    sets_number,
    sets_task,
    will_act,
)
from kg.relate.deeds import DEED, HELPER
from kg.relate.owners import figure_of, owner_of, subject_of
from kg.relate.subjects import MEASURES
from kg.relate.tasks import ARTICLE, ITEM, NUMBERED, task_days

CLAUSE = re.compile("[^，；;。！？：]+")
AIMS_AT = re.compile(".?目标：|目标[是为]：")
LISTED = re.compile(  # 到2017年，应当达到以下标准：一、…；二、…
    "(?:[到至]|力争)20\\d\\d年[^。；：]{0,40}(?:以下|如下|下列)[^，。；：]{0,4}(?:标准|目标|指标|要求)：")
SEGMENT = re.compile("[^；。]+")
LABEL = re.compile("【[^】]{2,20}】")  # 第五条【建设目标】
MAINLY = re.compile("以[^，。；]{2,20}为[^，。；]{1,3}\\Z")
QUOTED = re.compile(r"(?<=“)(?:到|力争)[^”“]*?\d[^”“]*(?=”的(?:总体|发展|主要)?目标)")
PURPOSE = re.compile(r"，以(?:实现|达到|完成)[^的]*的[^的]{0,10}目标$")
SOME_YEARS = re.compile(
    r"(?:将|计划|力争|争取|拟|决定)[^，。；]{0,4}(?:用|通过|经过)[\d一二两三四五六七八九十至到—-]{1,5}(?:个月|年)(?:左右)?的?(?:时间)?$"
    r"|^(?:力争|今后|未来)?(?:用[一二三四五六七八九十两\d]{1,3}(?:个月|年)(?:左右)?的?时间|[一二三四五六七八九十两\d]{1,2}年内)$")  # 用两年时间，完成…
BY_YEAR_END = re.compile("(?:力争|计划|预计|争取|确保)?到(?:今年|明年)?(?:年底|底|年末)")  # without its year in a text that tells none
ONCE_DONE = re.compile(r"^[^，。；]{0,10}(?:建成|投产|投运|投用|达产|运营|通车|完工|竣工|投入[^，。；]{2,4})后$")
WAY = re.compile(r"^(?:通过|采取)[^，]*(?:方式|途径|措施|渠道|形式)$")
ADDS = re.compile(
    rf"其中|同比(?:增长|增加|提高|下降)\d|(?![^，；。]{{2,12}}(?:增长|下降)\d)(?!(?:{HELPER}|同时|参与)*(?:{DEED}|[新增改扩拆开引吸减压打培发支推])|[比较]|[一-龥]{{2,6}}(?:新增|突破))[一-龥]{{1,7}}[^在到达至为超近过是约第\d]\d|占|涉及|惠及|总投资|投资|"
    rf"(?:{MEASURES})(?:将|可)*(?:达到?|突破|超过?|不低于|提高|降)"
)
DEED_FIRST = re.compile(
    r"(?:进一步|全面|初步|扎实|深入|持续|不断|加快|基本|同步|逐步)*(?:深化|验证|评估|总结|探索|完善|健全|优化|巩固|拓展|形成|建立|构建|完成|开展|落实|推进|推动)"
)
ONLY_DONE = re.compile(  # a clause that says by when, of what the clause before names: 新建某工程，2025年底前|建成投运
    "(?:力争|确保|计划|预计|争取|拟|有望|将|于|在|之?前|全部|全面|基本|正式)*"
    "(?:完成|颁布|出台|印发|发布|公布|建成|投[产用运]|竣工|完工|通车|开通|实施|施行|上线|启用|发行完毕|到位|落地|开工)(?:投[产用运]|通车|启用|运营|运行|使用|建设)?")
FOUND_BEFORE = re.compile("^这?是|^包括|时速|长\\d|总?投资|全长|面积|里程|目前|已|了|介绍|表示|获悉")
PLANNED_TOO = re.compile(
    "(?:并|还|也|同时)?(?:(?:围绕|聚焦|在|全年|年内)[^，。；]{0,24}?)?(?:新改建|新建|覆盖|保障|建设|建成|打造|改造|修复|治理|培育|新增|开工|完成|创建|引进|推进|推广|实施|发展|整治|培训)(?!了)"
)
MOST_IDLE = 2
FEWEST_STATES = 3  # clauses, the one with the day among them
VAGUE = re.compile("全面(?:提升|提高|增强|改善)|明显|显著|持续|不断|进一步|更加|更为|大幅|稳步|初步|初见|充分|取得|逐步|较好|有效|普遍|日益|相适应|提档|升级")
CONCRETE = re.compile(r"实现|完成|建成|\d(?!\d{0,3}年|五)")
SIMILAR = 0.5


@dataclass(frozen=True, slots=True)
class Run:
    """The clauses of one target in a sentence, with its deadline; ``open``: it ends with deeds that name no aim of their own."""

    start: int
    end: int
    deadline: date | None
    open: bool = False


def find_targets(reading: Reading, figures: Sequence[Figure]) -> tuple[Target, ...]:
    """The targets that an article sets or reports, each once, in reading order."""
    found: list[Target] = []
    for index, sentence in enumerate(reading.article.sentences):
        if sentence.role in ("body", "caption", "row") and may_aim(reading, index) and not sentence.text.rstrip("”").endswith("？"):
            found += _sentence_targets(reading, index, sentence, figures)
    return tuple(_told_once(found))


def _sentence_targets(reading: Reading, index: int, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Target]:
    """The targets of one sentence; a later clause with a number of its own inherits the deadline of the one before."""
    text = sentence.text
    supposed = load_words().supposed.search(text)
    clauses = [_clause(hit) for hit in CLAUSE.finditer(text, 0, supposed.start() if supposed else len(text))]
    for aim in map(_clause, QUOTED.finditer(text) if "“" in text else ()):
        clauses = [clause for clause in clauses if clause.end <= aim.start or clause.start >= aim.end]
        yield _target(reading, index, (aim.start, aim.end), find_deadline(reading, index, aim), figures)
    lead = LISTED.match(text) if "：" in text else None
    if lead and (day := find_deadline(reading, index, Clause(0, lead.end(), lead[0]))):
        yield from _listed(reading, index, lead.end(), day, figures)
        return
    law = ARTICLE.match(text) is not None  # what an article of law demands at any time is no target
    for run in _whole(text, _states(text, clauses, _runs(reading, index, clauses))):
        if law and run.deadline is None:
            continue
        for deadline in (run.deadline, *_second_day(reading, index, run)):
            yield _target(reading, index, _stretch(text, run.start, run.end), deadline, figures)


def _listed(reading: Reading, index: int, begin: int, deadline: date, figures: Sequence[Figure]) -> Iterator[Target]:
    """What is listed behind a line that tells by when all of it is to be reached, each item one target."""
    text = reading.article.sentences[index].text
    for item in SEGMENT.finditer(text, begin):
        number = NUMBERED.match(text, item.start()) or ITEM.match(text, item.start())
        yield _target(reading, index, (number.end() if number else item.start(), item.end()), deadline, figures)


def _second_day(reading: Reading, index: int, run: Run) -> list[date]:
    """The day joined to the one by which the first of several numbers is to be reached: 到2022年和2030年，比例分别达到37%和40%."""
    text, numbers = reading.article.sentences[index].text, [q for q in reading.quantities[index] if run.start <= q.start and q.end <= run.end]
    pairs = [(left, right) for left, right in pairwise(reading.times[index]) if right.kind == "moment" and text[left.end:right.start] in AND]
    return [right.last for left, right in pairs if right.last and run.deadline and left.last == run.deadline and len(numbers) > 1]


def _runs(reading: Reading, index: int, clauses: Sequence[Clause]) -> list[Run]:
    """The clauses of a sentence that are targets, each with its deadline."""
    text = reading.article.sentences[index].text
    runs: list[Run] = []
    deadline = task_days(reading).get(index) or inherited_deadline(reading, index) or plan_deadline(reading, index)
    announced, idle, done, opened = deadline is not None, 0, 0, -1
    carried, planned = announced, -2
    for unit in _units(reading, index, clauses):
        if unit.start < done:
            continue
        own = find_deadline(reading, index, unit)
        goes_on = announced and deadline is not None and (not carried or reaches(unit) or is_goal(reading, index))
        if PURPOSE.search(unit.text) or is_target(reading, index, unit, own, goes_on=goes_on, near=idle <= MOST_IDLE) or any(
            sets(reading, index, unit) for sets in (sets_level, sets_number, sets_task, sets_goal)
        ):
            carried = carried and own is None
            announced = announced or (idle == 0 and sets_level(reading, index, unit))
            deadline = own or (deadline if announced and not _untold(reading, index, unit) and "每年" not in unit.text else None)
            announced, idle, done = True, 0, _end_of_run(text, clauses, unit)
            runs.append(Run(opened if opened >= 0 and not own and DEED_FIRST.match(unit.text) else _begun(reading, index, clauses, unit), done, deadline))
            opened = -1
            planned = done if find_cue(reading, index, unit) or planned + 1 == unit.start else planned
        elif planned + 1 == unit.start and not own and text[planned] == "，" and PLANNED_TOO.match(unit.text) and has_quantity(reading, index, unit):
            done = planned = unit.end
            runs.append(Run(unit.start, done, runs[-1].deadline if runs else None))
        elif own:
            deadline, idle, announced = own, 0, index in task_days(reading) or _announces(reading, index, unit)
            opened = unit.start if announced and text[unit.end:unit.end + 1] == "，" else -1
        else:
            if runs and idle == 0 and deadline and runs[-1].end + 1 == unit.start and text[runs[-1].end] == "，" and DEED_FIRST.match(unit.text):
                runs[-1] = replace(runs[-1], end=unit.end, open=True)
            else:
                idle += 1
            announced, opened = announced and (index in task_days(reading) or not load_words().past.search(unit.text)), -1
            goes_on = planned + 1 == unit.start and text[planned] == "，" and PLANNED_TOO.match(unit.text) is not None
            planned = unit.end if goes_on or will_act(reading, index, unit) else planned
    return runs


def _untold(reading: Reading, index: int, unit: Clause) -> bool:
    """Whether a clause is told of a year that nothing dates (今年 in a text without a day)."""
    return any(time.kind == "year" and time.last is None and unit.start <= time.start and time.end <= unit.end for time in reading.times[index])


def _begun(reading: Reading, index: int, clauses: Sequence[Clause], unit: Clause) -> int:
    """Where a target begins: with the clause before one that only says by when (加快制定某办法，力争年底前完成)."""
    times = [time for time in reading.times[index] if unit.start <= time.start and time.end <= unit.end]
    rest = unit.text
    for time in reversed(times):
        rest = rest[:time.start - unit.start] + rest[time.end - unit.start:]
    late = SINCE_ISSUED.match(unit.text, unit.text.startswith("于")) or (times and ONLY_DONE.fullmatch(rest))  # 形成方案，于批复之日起2个月内报…备案
    before = next((clause for clause in clauses if clause.end + 1 == unit.start), None) if late else None
    text = reading.article.sentences[index].text
    return before.start if before and text[before.end] == "，" and not FOUND_BEFORE.search(before.text) else unit.start


def _states(text: str, clauses: Sequence[Clause], runs: list[Run]) -> list[Run]:
    """The vague states to be reached by one day (到2025年，制度初步建立，能力明显提升，作用更加突出) as one target."""
    for run in runs:
        first = next((clause for clause in clauses if clause.start <= run.start and BY_THEN.search(clause.text)), None)
        if run.deadline is None or first is None:
            continue
        listed = [clause for clause in clauses if clause.start >= first.start]
        end = next((clause.end for clause in listed if text[clause.end:clause.end + 1] != "，"), listed[-1].end)
        listed = [clause for clause in listed if clause.end <= end]
        vague = sum(VAGUE.search(clause.text) is not None for clause in listed)
        inside = [other for other in runs if first.start <= other.start and other.end <= end]
        if len(listed) < FEWEST_STATES or 2 * vague < len(listed) or CONCRETE.search(text, first.start, end):
            continue
        if run in inside and {other.deadline for other in inside} == {run.deadline}:
            return [other for other in runs if other.end < first.start] + [Run(first.start, end, run.deadline)] + [other for other in runs if other.start > end]
    return runs


def _announces(reading: Reading, index: int, unit: Clause) -> bool:
    """Whether a clause with a day to come, and nothing to reach, leads to those that have."""
    words = load_words()
    if words.never.search(unit.text) or words.past.search(unit.text):
        return False
    led = AIMS_AT.match(reading.article.sentences[index].text, unit.end - 3)
    return bool(led or find_cue(reading, index, unit) or BY_THEN.search(unit.text) or words.announces.search(unit.text))


def _whole(text: str, runs: list[Run]) -> Iterator[Run]:
    """The targets of a sentence, parts put together: what only adds a number to the clause before (占总量的20%) and the deeds of one
    body."""
    kept: Run | None = None
    for run in runs:
        adjoins = kept is not None and kept.end + 1 == run.start and text[kept.end] == "，" and kept.deadline == run.deadline
        if kept and adjoins and (ADDS.match(text, run.start) or (kept.open and DEED_FIRST.match(text, run.start))):
            kept = replace(kept, end=run.end)
            continue
        if kept:
            yield kept
        kept = run
    if kept:
        yield kept


def _clause(hit: re.Match[str]) -> Clause:
    return Clause(hit.start(), hit.end(), hit.group())


def _units(reading: Reading, index: int, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, put together where one alone says nothing: a bare deadline, a way to do it, a plan and what it is for."""
    text = reading.article.sentences[index].text
    position = 0
    while position < len(clauses):
        first = position
        position += _purpose(reading, index, clauses[position:position + 4]) if "目标" in text else 0
        if position == first and _is_bare(reading, index, clauses[first]):
            position += 1
            position += position < len(clauses) and WAY.search(clauses[position].text) is not None
            position = min(position, len(clauses) - 1)
        yield Clause(clauses[first].start, clauses[position].end, text[clauses[first].start:clauses[position].end])
        position += 1


def _end_of_run(text: str, clauses: Sequence[Clause], unit: Clause) -> int:
    """Where a target ends, with the clauses that only go on with it (恢复至…, 以实现…)."""
    end = unit.end
    for clause in clauses:
        opened = MAINLY.search(text, unit.start, end) is not None  # 构建以甲为主，乙为补充的体系
        if clause.start == end + 1 and text[end] == "，" and (opened or load_words().continues.search(clause.text)):
            end = clause.end
    return end


def _purpose(reading: Reading, index: int, clauses: Sequence[Clause]) -> int:
    """How many clauses after a plan the number comes that it is for (将…，以实现5%的目标); 0 if there is none."""
    if not load_words().announces.search(clauses[0].text):
        return 0
    return next((n for n, c in enumerate(clauses) if n and PURPOSE.search(f"，{c.text}") and has_quantity(reading, index, c)), 0)


def _is_bare(reading: Reading, index: int, clause: Clause) -> bool:
    """Whether a clause is hardly more than a day to come, so that it joins the next one."""
    if not reading.article.sentences[index].text.startswith("，", clause.end):
        return False
    if SOME_YEARS.search(clause.text) or ONCE_DONE.search(clause.text):
        return True
    if len(clause.text) > 16 or says_what(reading, index, clause):
        return False
    return find_deadline(reading, index, clause) is not None or BY_YEAR_END.fullmatch(clause.text) is not None


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """A statement without what only leads to it, and without an open quotation mark at its ends."""
    words = load_words()
    number = (ITEM.match(text) or NUMBERED.match(text)) if start == 0 else None
    start = number.end() if number else start
    start = label.end() if number and (label := LABEL.match(text, start)) else start
    speech = words.speech.match(text[start:end])
    if speech and end - start - speech.end() > 8:
        start += speech.end()
    for _ in range(2):
        lead = words.leads.match(text[start:end])
        if lead and lead.end() < end - start:
            start += lead.end()
    said = re.search("提出(?:的)?“", text[start:end])
    if said and end - start - said.end() > 6:
        start += said.end()
    while start < end and (text[start] in "”，：" or (text[start] == "“" and "”" not in text[start:end])):
        start += 1
    part = text[start:end]
    if part.endswith("”") and part.count("“") < part.count("”"):
        end -= 1
    cut = re.search("”的目标", text[start:end])
    return start, start + cut.start() if cut else end


def _target(reading: Reading, index: int, span: tuple[int, int], deadline: date | None, figures: Sequence[Figure]) -> Target:
    start, end = span
    statement = reading.article.sentences[index].text[start:end]
    here = reading.evidence(index)
    figure = figure_of(statement, [f for f in figures if here[0] in f.evidence])
    of = subject_of(reading, index, start, end, figure)
    return Target(statement, deadline, of, owner_of(reading, index, start, of), figure, here)


def _told_once(targets: Sequence[Target]) -> list[Target]:
    """Targets that are told again (same day, alike words, the same numbers) become one."""
    kept: list[Target] = []
    for target in targets:
        for place, other in enumerate(kept):
            if other.deadline == target.deadline and _numbers(other) == _numbers(target) and _alike(other.statement, target.statement) >= SIMILAR:
                kept[place] = replace(other, evidence=tuple(sorted({*other.evidence, *target.evidence})))
                break
        else:
            kept.append(target)
    return kept


def _numbers(target: Target) -> list[str]:
    return sorted(re.findall(r"\d+(?:\.\d+)?", target.statement))


def _alike(first: str, second: str) -> float:
    """F1 of the bigrams of two statements."""
    a, b = (Counter(s[i:i + 2] for i in range(len(s) - 1)) for s in (first, second))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0
