"""Generated knowledge bases of any size, seeded: for tests and measurements of what grows with the graph."""
from __future__ import annotations

import random
from datetime import date

from kg.model import Article, Document, Entity, Evidence, KnowledgeBase, Ref, Sentence, Statement

TYPES = {"Agency": 15, "Programme": 40, "Regulation": 14, "Publication": 2, "Organization": 10, "Person": 10, "Place": 9}
RELATIONS = ("administers", "issues", "partOf", "basedOn", "appliesIn")
SYLLABLES = "国家医疗保障省市县财政教育卫生健康人力资源社会平台基金方案办法意见规划工程服务中心制度改革试点示范"
PER_ARTICLE = 10


def generated_kb(size: int, *, seed: int = 1) -> KnowledgeBase:
    """A knowledge base of so many entities, with about two relations each, every one in a sentence of its own.

    Most relations stay within an article's neighbourhood; one in five goes to one of few hubs, as agencies are.
    """
    chance = random.Random(seed)
    refs = [Ref(kind, f"{_name(chance)}{number}") for number, kind in enumerate(chance.choices(list(TYPES), list(TYPES.values()), k=size))]
    sentences: list[list[Sentence]] = [[] for _ in range(-(-size // PER_ARTICLE))]
    said: dict[Ref, list[Evidence]] = {}
    statements: dict[Statement, None] = {}
    for _ in range(2 * size):
        one = chance.randrange(size)
        other = min(size - 1, int(chance.paretovariate(0.6))) if chance.random() < 0.2 else (one + chance.randint(1, 15)) % size
        if one == other:
            continue
        article = one // PER_ARTICLE
        text = f"{refs[one].name}负责推进{refs[other].name}建设，加快落实有关工作，进一步提升服务水平。"
        evidence = Evidence(f"{article:05}.txt#1", len(sentences[article]))
        sentences[article].append(Sentence(text, ((0, len(text)),), 1))
        said.setdefault(refs[one], []).append(evidence)
        said.setdefault(refs[other], []).append(evidence)
        statements[Statement(refs[one], chance.choice(RELATIONS), refs[other], evidence=(evidence,))] = None
    return KnowledgeBase(
        documents=tuple(Document(f"{number:05}.txt", "", "0" * 64) for number in range(len(sentences))),
        articles=tuple(
            Article(f"{number:05}.txt", 1, f"标题{number}", date(2024, 1 + number % 12, 1 + number % 28), "新华社", tuple(found))
            for number, found in enumerate(sentences)
        ),
        entities=tuple(Entity(*ref, (ref.name[:4],), evidence=tuple(said.get(ref, ()))) for ref in refs),
        statements=tuple(statements),
        figures=(),
        targets=(),
    )


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(5, 11)))
