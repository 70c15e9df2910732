"""Compares what a build says of a document with a careful reader's annotation of it.

Entities agree by class and one shared name, relations by both ends, figures by value and unit (in full: also period, indicator and
the entity that they are about), targets by deadline and alike words, articles by headline, date and bounds. What the annotation marks
as optional is neither wanted nor wrong.
"""
from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kg.score.views import DATES, LINKS, DocumentView, FigureView

DROPPED = re.compile(r"[\s“”\"‘’'《》〈〉「」『』（）()，,。.、：:；;！!？?·—\-…]")
SAME_UNITS = {"名": "人", "位": "人", "百分点": "个百分点", "度": "千瓦时", "所": "家"}
Gold = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed ones of one measure, with a line for each that is not right."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong)) if self.right + len(self.wrong) else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right + len(self.missed) else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Scores = dict[str, Tally]


def plain(text: str) -> str:
    """A name without marks, spaces and width."""
    return DROPPED.sub("", unicodedata.normalize("NFKC", text)).lower()


def squeeze(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def alike(first: str, second: str) -> float:
    """F1 of the letter pairs of two phrases.

    >>> alike("参保人数", "参保人数"), round(alike("参保人数", "基本医保参保人数"), 2)
    (1.0, 0.6)
    """
    first, second = plain(first), plain(second)
    if not first or not second:
        return 0.0
    a, b = (Counter(s[i:i + 2] for i in range(max(1, len(s) - 1))) for s in (first, second))
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


def score_document(gold: Gold, view: DocumentView) -> Scores:
    """The tallies of one document, by measure."""
    scores: Scores = defaultdict(Tally)
    aligned = score_entities(gold, view, scores)
    score_relations(gold, view, aligned, scores)
    score_figures(gold, view, aligned, scores)
    score_targets(gold, view, scores)
    score_articles(gold, view, scores)
    return scores


def score_entities(gold: Gold, view: DocumentView, scores: Scores) -> dict[str, str]:
    """Tally the entities; returns the annotated id of each entity of the build that stands for one."""
    where = gold["document"]
    aligned: dict[str, str] = {}
    for entity in sorted(gold["entities"], key=lambda e: bool(e.get("optional"))):
        names = set(map(plain, entity["names"]))
        hits = [(-len(names & set(map(plain, labels))), key) for key, (kind, labels) in view.entities.items()
                if key not in aligned and kind == entity["type"] and names & set(map(plain, labels))]
        if hits:
            aligned[min(hits)[1]] = entity["id"]
        if not entity.get("optional"):
            for tally in (scores["entities"], scores[f"entity/{entity['type']}"]):
                if hits:
                    tally.right += 1
                else:
                    tally.missed.append(f"{where}: {entity['type']} {entity['names'][0]}")
    for key, (kind, labels) in view.entities.items():
        if key not in aligned:
            for tally in (scores["entities"], scores[f"entity/{kind}"]):
                tally.wrong.append(f"{where}: {kind} {labels[0]}")
    return aligned


def score_relations(gold: Gold, view: DocumentView, aligned: Mapping[str, str], scores: Scores) -> None:
    """Tally relations, posts and dates; a programme based on a regulation and a regulation that concerns the programme are one."""
    entities = {entity["id"]: entity for entity in gold["entities"]}

    def canonical(subject: str, predicate: str, thing: str) -> tuple[str, str, str]:
        kinds = [entities.get(end, {}).get("type") for end in (subject, thing)]
        return (thing, "concerns", subject) if predicate == "basedOn" and kinds == ["Programme", "Regulation"] else (subject, predicate, thing)

    def doubtful(row: Iterable[str]) -> bool:
        return any(entities.get(end, {}).get("optional") for end in row)

    rows = [(canonical(r["s"], r["p"], r["o"]), r) for r in gold.get("relations", ())]
    rows += [((r["person"], "holdsPostAt", r["at"]), r) for r in gold.get("posts", ())]
    rows += [((r["e"], r["p"], r["v"]), r) for r in gold.get("dates", ())]
    wanted = {row for row, r in rows if not r.get("optional") and not doubtful((row[0], row[2]))}
    allowed = {row for row, _ in rows} - wanted
    found = {canonical(aligned.get(s, s), p, aligned.get(o, o)) for s, p, o in view.statements if p in LINKS + DATES}

    def line(row: tuple[str, str, str]) -> str:
        ends = [entities[e]["names"][0] if e in entities else view.entities.get(e, ("", (e,)))[1][0] for e in (row[0], row[2])]
        return f"{gold['document']}: {ends[0]} -{row[1]}-> {ends[1]}"

    for row in sorted(wanted):
        for tally in (scores["relations"], scores[f"relation/{row[1]}"]):
            if row in found:
                tally.right += 1
            else:
                tally.missed.append(line(row))
    for row in sorted(found - wanted - allowed):
        if not doubtful((row[0], row[2])):
            for tally in (scores["relations"], scores[f"relation/{row[1]}"]):
                tally.wrong.append(line(row))


def _same_quantity(row: Gold, figure: FigureView) -> bool:
    top = row.get("valueMax")
    return _near(Decimal(str(row["value"])), figure.value) and _unit(row["unit"]) == _unit(figure.unit) and (
        figure.value_max is None if top is None else figure.value_max is not None and _near(Decimal(str(top)), figure.value_max))


def _near(a: Decimal, b: Decimal) -> bool:
    fractions = a != a.to_integral() or b != b.to_integral()
    return abs(a - b) <= Decimal("1e-4") * max(abs(a), abs(b), Decimal(1)) if fractions else a == b


def _unit(unit: str | None) -> str:
    name = plain(unit or "").replace("人民币", "").replace("多", "").replace("余", "")
    return SAME_UNITS.get(name, name)


def score_figures(gold: Gold, view: DocumentView, aligned: Mapping[str, str], scores: Scores) -> None:
    """Tally figures by value, in full, and field by field; the most alike indicators are paired first."""
    wanted, found = gold.get("figures", []), view.figures
    entities = {entity["id"]: entity for entity in gold["entities"]}
    pairs = []
    for i, row in enumerate(wanted):
        for j, figure in enumerate(found):
            if _same_quantity(row, figure):
                same = alike(row.get("indicator") or "", figure.indicator)
                pairs.append((-same - (0.1 if _period(row) == figure.period else 0), i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    value, full = scores["figures (value)"], scores["figures (full)"]
    for i, row in enumerate(wanted):
        line = f"{gold['document']}: {row['text']} [{row.get('indicator')}] {row.get('period')}"
        if row.get("optional"):
            continue
        if i not in taken:
            value.missed.append(line)
            full.missed.append(line)
            continue
        value.right += 1
        figure = found[taken[i]]
        about = row.get("about") if not entities.get(row.get("about"), {}).get("optional") else None
        fields = {
            "period": row.get("period") == "?" or _period(row) == figure.period,
            "indicator": alike(row.get("indicator") or "", figure.indicator) >= 0.5,
            "about": not about or aligned.get(figure.about or "") == about,
        }
        got = f"{line} / got {figure.indicator} {figure.period} {figure.measure} about {figure.about}"
        for name, right in (*fields.items(), ("measure", (row.get("measure") or "level") == figure.measure)):
            if name != "period" or row.get("period") != "?":
                _count(scores[f"figure field/{name}"], right, got)
        _count(full, all(fields.values()), got)
    for j, figure in enumerate(found):
        if j not in used and not any(_near(Decimal(str(r["value"])), figure.value) and _unit(r["unit"]) == _unit(figure.unit) for r in wanted):
            for tally in (value, full):
                tally.wrong.append(f"{gold['document']}: {figure.text} [{figure.indicator}]")


def _period(row: Gold) -> tuple[str, str] | None:
    period = row.get("period")
    return (period[0], period[1]) if isinstance(period, list) else None


def _count(tally: Tally, right: bool, line: str) -> None:
    """A thing that is there but not right is both wrong and missed."""
    if right:
        tally.right += 1
    else:
        tally.wrong.append(line)
        tally.missed.append(line)


def score_targets(gold: Gold, view: DocumentView, scores: Scores) -> None:
    """Tally targets: the same deadline and alike statements."""
    wanted, found, tally = gold.get("targets", []), view.targets, scores["targets"]
    pairs = sorted((-alike(row["statement"], statement), i, j) for i, row in enumerate(wanted) for j, (statement, deadline) in enumerate(found)
                   if (row.get("deadline") or None) == deadline and alike(row["statement"], statement) >= 0.5)
    taken: set[int] = set()
    used: set[int] = set()
    for _, i, j in pairs:
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
    for i, row in enumerate(wanted):
        if not row.get("optional"):
            if i in taken:
                tally.right += 1
            else:
                tally.missed.append(f"{gold['document']}: {row['statement']} {row.get('deadline')}")
    tally.wrong += [f"{gold['document']}: {statement} {deadline}" for j, (statement, deadline) in enumerate(found) if j not in used]


def score_articles(gold: Gold, view: DocumentView, scores: Scores) -> None:
    """Tally headlines, the dates of the articles whose headline is right, and bounds."""
    rows, where = gold["articles"], gold["document"]
    heads = {plain(article.headline or ""): article for article in view.articles}
    tally = scores["articles (headline)"]
    matched = 0
    for row in rows:
        head = plain(row.get("headline") or "")
        if not head or row.get("optional"):
            continue
        if head not in heads:
            tally.missed.append(f"{where}: {row['headline']}")
            continue
        matched += 1
        if row.get("date") != "?":
            day = heads[head].date
            _count(scores["articles (date)"], (day or None) == (row.get("date") or None), f"{where}: {row['headline']} {row.get('date')} / got {day}")
    tally.right += matched
    spare = sum(bool(row.get("optional")) or not row.get("headline") for row in rows)
    known = {plain(row.get("headline") or "") for row in rows}
    extra = [article.headline or "(no headline)" for article in view.articles if plain(article.headline or "") not in known]
    extra += ["(an article too many)"] * len(view.articles)
    tally.wrong += [f"{where}: {head}" for head in extra[:max(0, len(view.articles) - matched - spare)]]
    texts = [squeeze(article.text) for article in view.articles]
    firsts = [squeeze(row.get("first")) for row in rows]
    for index, row in enumerate(rows):
        first, last = firsts[index], squeeze(row.get("last"))
        if first and last and not row.get("optional"):
            alone = any(first in text and last in text and not any(other in text for n, other in enumerate(firsts) if n != index and other) for text in texts)
            _count(scores["articles (boundary)"], alone, f"{where}: {row['headline']}")
