"""The standing of who says something: law > State Council > ministry > statistics release > local > organization > media."""
from __future__ import annotations

import re

from kg.lexicon import known_name, rows
from kg.model import Article, Figure, KnowledgeBase, Ref

STANDINGS = ("law", "State Council", "ministry", "statistics", "local", "organization", "media")
LAW = re.compile(r"(?:(?<!办)法|法典|条例)$")
HIGHEST = re.compile(r"^(?:中华人民共和国国务院|国务院|全国人民代表大会|中国共产党中央委员会|中共中央)(?!.*(?:局|部|委员会.+|办公室)$)")
RELEASE = re.compile(r"公报|快报|年鉴|统计|普查|运行情况")
CENTRAL = re.compile(r"^(?:中华人民共和国|国家|国务院|中央|最高人民|中国共产党中央)")


class Standings:
    """Tells standings with what a knowledge base knows of issuers and posts."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.central = {row["name"] for row in rows("agencies_central.tsv")}
        self.media = {row["name"] for row in rows("media.tsv")}
        self.behind: dict[Ref, set[Ref]] = {}
        for statement in kb.statements:
            if statement.predicate == "issues" and isinstance(statement.object, Ref):
                self.behind.setdefault(statement.object, set()).add(statement.subject)
            elif statement.predicate == "holdsPostAt" and isinstance(statement.object, Ref):
                self.behind.setdefault(statement.subject, set()).add(statement.object)

    def of(self, figure: Figure, article: Article) -> str:
        """The standing of who states a figure, as far as the text tells, else of who published the article."""
        if figure.stated_by:
            return self.of_ref(figure.stated_by)
        agency = known_name("Agency", article.source or "")
        return self.of_ref(Ref("Agency", agency)) if agency else "media"

    def of_ref(self, ref: Ref) -> str:
        """The standing of an agency, a document, a body or a person; of a person and a document by the bodies behind them."""
        if ref.type == "Regulation" and LAW.search(ref.name):
            return "law"
        if ref.type == "Agency":
            return self.of_agency(ref.name)
        if ref.type == "Publication" and RELEASE.search(ref.name):
            return "statistics"
        behind = [self.of_ref(other) for other in self.behind.get(ref, ()) if other.type in ("Agency", "Organization")]
        return min([*behind, "media" if ref.name in self.media else "organization"], key=STANDINGS.index)

    def of_agency(self, name: str) -> str:
        """The standing of a body that holds public power."""
        if HIGHEST.match(name):
            return "State Council"
        if name == "国家统计局":
            return "statistics"
        return "ministry" if name in self.central or CENTRAL.match(name) else "local"
