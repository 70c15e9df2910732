"""Knowledge bases made from gold annotations: what a build would hold if every part of the line were right."""
from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from oracle import gold_articles, squeeze

from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Statement, Target

TESTS = Path(__file__).parent
SEEDS = sorted((TESTS.parent / "seeds").glob("*.txt"))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and text != "?" else None


class GoldDocument:
    """One annotated document as records; evidence is the first sentence that holds the words, else the first of all."""

    def __init__(self, gold: dict, path: Path) -> None:
        self.gold = gold
        data = path.read_bytes()
        self.document = Document(gold["document"], data.decode("utf-8-sig"), hashlib.sha256(data).hexdigest())
        self.articles: list[Article] = gold_articles(gold, self.document.text)
        self.refs = {row["id"]: Ref(row["type"], row["names"][0]) for row in gold["entities"]}

    def evidence(self, *words: str | None) -> tuple[Evidence, ...]:
        for word in filter(None, map(squeeze, words)):
            for article in self.articles:
                for index, sentence in enumerate(article.sentences):
                    if word in sentence.text:
                        return (Evidence(article.id, index),)
        return (Evidence(self.articles[0].id, 0),)

    def entities(self) -> list[Entity]:
        return [Entity(row["type"], row["names"][0], tuple(row["names"][1:]), evidence=self.evidence(*row["names"][::-1]))
                for row in self.gold["entities"]]

    def statements(self) -> list[Statement]:
        rows = [(row["s"], row["p"], self.refs[row["o"]], "") for row in self.gold["relations"]]
        rows += [(row["person"], "holdsPostAt", self.refs[row["at"]], row["title"] or "") for row in self.gold["posts"]]
        rows += [(row["e"], row["p"], row["v"], "") for row in self.gold["dates"]]
        return [Statement(self.refs[s], p, o, title, evidence=self.evidence(title, self.refs[s].name)) for s, p, o, title in rows]

    def figure(self, row: dict) -> Figure:
        start, end = map(day, row["period"]) if row.get("period") and row["period"] != "?" else (None, None)
        return Figure(
            row["text"], Decimal(row["value"]), row["unit"], row["indicator"] or "", row.get("measure") or "level",
            Decimal(row["valueMax"]) if row.get("valueMax") else None, row.get("qualifier"), (start, end) if start and end else None,
            about=self.refs.get(row.get("about")), stated_by=self.refs.get(row.get("statedBy")), evidence=self.evidence(row["text"]))

    def targets(self) -> list[Target]:
        return [Target(row["statement"], day(row["deadline"]), self.refs.get(row.get("of")), self.refs.get(row.get("by")),
                       evidence=self.evidence(row["statement"]))
                for row in self.gold["targets"]]


def merged(records: list) -> tuple:
    """Equal records as one, with the evidence of all."""
    from dataclasses import replace

    found: dict = {}
    for record in records:
        key = record.ref if isinstance(record, Entity) else record
        known = found.get(key)
        if known is None:
            found[key] = record
        else:
            evidence = tuple(sorted({*known.evidence, *record.evidence}))
            names = {"aliases": tuple(dict.fromkeys((*known.aliases, *record.aliases)))} if isinstance(record, Entity) else {}
            found[key] = replace(known, evidence=evidence, **names)
    return tuple(found.values())


def gold_kb(pairs: list[tuple[Path, Path]]) -> KnowledgeBase:
    """The knowledge base of annotated documents, given as pairs of gold file and text file."""
    parts = [GoldDocument(json.loads(gold.read_text("utf-8")), text) for gold, text in pairs]
    return KnowledgeBase(
        documents=tuple(part.document for part in parts),
        articles=tuple(article for part in parts for article in part.articles),
        entities=merged([entity for part in parts for entity in part.entities()]),
        statements=merged([statement for part in parts for statement in part.statements()]),
        figures=merged([part.figure(row) for part in parts for row in part.gold["figures"]]),
        targets=merged([target for part in parts for target in part.targets()]),
    )


def seeds_kb(*numbers: int) -> KnowledgeBase:
    """The knowledge base of the seed documents with the given numbers, all of them by default."""
    chosen = [SEEDS[number] for number in numbers] if numbers else SEEDS
    return gold_kb([(TESTS / "gold" / f"{path.stem}.json", path) for path in chosen])
