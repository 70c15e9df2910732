"""A small knowledge base made by hand, with exact offsets: one page of two articles, one sentence of which the layout broke."""
from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

from kg.model import Article, Document, Entity, Evidence, Figure, KnowledgeBase, Ref, Sentence, Skipped, Statement, Target

NAME = "版面/a.txt"
PAGE = (
    "海州省数据局印发数据办法\n\n"
    "6月1日，海州省数据局局 长李明介绍，\n《海州省数据管理办法》\n已由省数据局印发。\n"
    "截至5月底，海州数据平台\n\n图为发布会现场\n\n已有约13.5万人使用，\n2026年年底前达到20万人。\n"
)


def stretch(*parts: str) -> tuple[tuple[int, int], ...]:
    return tuple((PAGE.index(part), PAGE.index(part) + len(part)) for part in parts)


def sentence(*parts: str, paragraph: int = 1, role: str = "body") -> Sentence:
    return Sentence("".join("".join(parts).split()), stretch(*parts), paragraph, role)


SENTENCES = (
    sentence("海州省数据局印发数据办法", paragraph=0, role="headline"),
    sentence("6月1日，海州省数据局局 长李明介绍，\n《海州省数据管理办法》\n已由省数据局印发。"),
    sentence("截至5月底，海州数据平台", "已有约13.5万人使用，\n2026年年底前达到20万人。", paragraph=2),
)
AGENCY, PERSON, RULE = Ref("Agency", "海州省数据局"), Ref("Person", "李明"), Ref("Regulation", "海州省数据管理办法")
PLATFORM, PLACE = Ref("Programme", "海州数据平台"), Ref("Place", "海州省")


def small_kb(text: str = PAGE) -> KnowledgeBase:
    document = Document(NAME, text, hashlib.sha256(text.encode()).hexdigest())
    article = Article(NAME, 1, "海州省数据局印发数据办法", date(2025, 6, 1), "海州日报", SENTENCES)
    untitled = Article(NAME, 2, None, None, None, ())
    first, second, third = (Evidence(article.id, index) for index in range(3))
    may, december = date(2025, 5, 31), date(2026, 12, 31)
    users = Figure("约13.5万人", Decimal("1.35E+5"), "人", "海州数据平台用户数", qualifier="约", period=(may, may), about=PLATFORM,
                   stated_by=PERSON, evidence=(third,))
    goal = Figure("20万人", Decimal(200000), "人", "海州数据平台用户数", period=(december, december), about=PLATFORM, evidence=(third,))
    return KnowledgeBase(
        documents=(document,),
        articles=(article, untitled),
        entities=(
            Entity(*AGENCY, aliases=("省数据局", "海州省数据局"), evidence=(first, second)),
            Entity(*PERSON, evidence=(second,)),
            Entity(*RULE, evidence=(second,)),
            Entity(*PLATFORM, evidence=(third,)),
            Entity(*PLACE, code="990000", evidence=(third,)),
        ),
        statements=(
            Statement(AGENCY, "issues", RULE, confidence=0.95, evidence=(first, second)),
            Statement(PERSON, "holdsPostAt", AGENCY, "局长", evidence=(second,)),
            Statement(RULE, "issuedOn", "2025-06", evidence=(second,)),
            Statement(PLATFORM, "startedOn", "2024", evidence=(third,)),
            Statement(PLATFORM, "appliesIn", PLACE, evidence=(third,)),
        ),
        figures=(users, goal),
        targets=(Target("2026年年底前达到20万人", december, PLATFORM, AGENCY, goal, (third,)),),
        skipped=(Skipped("b.pdf", "no text layer; run OCR first"),),
        refused=(("partOf Programme Agency", 2),),
    )


def write_page(folder: Path) -> Path:
    """The page as a file under an input root; returns the root."""
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PAGE.encode())
    return folder
