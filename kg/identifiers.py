"""Mints the IRI of everything in the graph from its content alone, so that the same input gives the same IRIs everywhere.

An IRI ends in ``Class-名称-hash``: the class, a readable slug of the Chinese name, and a hash of class and full content. The
slug is for the reader only; identity lies in the hash, so two long names with the same beginning stay two things.
"""
from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from kg.model import Article, Document, Evidence, Figure, Ref, Sentence, Statement, Target

BASE_IRI = "https://w3id.org/policy-kg/id/"
SLUG_LENGTH = 24
HASH_LENGTH = 20
DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
PAIRS = [first + second for first in DIGITS for second in DIGITS]
SHIFTS = range(5 * HASH_LENGTH - 10, -10, -10)
"""Base32 by two digits at a time, three times as fast as `base64.b32encode`: millions of IRIs are minted."""
UNSAFE = re.compile(r"[^0-9A-Za-z\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f]+")


def slug(text: str) -> str:
    """The letters, digits and Chinese characters of a text, as far as they help the eye.

    >>> slug("《人脸识别技术应用安全管理办法》")
    '人脸识别技术应用安全管理办法'
    >>> slug("“12356”心理援助热线")
    '12356-心理援助热线'
    """
    return UNSAFE.sub("-", text).strip("-")[:SLUG_LENGTH].strip("-")


def digest(*parts: str) -> str:
    """Twenty characters of base32 (100 bits of SHA-256) over the parts; each part is framed by its length.

    >>> digest("Agency", "国家医疗保障局")
    'q42wnc4hhm7hb5sdu5ut'
    """
    framed = "".join([f"{len(part)}:{part}" for part in parts])
    bits = int.from_bytes(hashlib.sha256(framed.encode("utf-8", "surrogatepass")).digest()[:13], "big") >> 4
    return "".join([PAIRS[bits >> shift & 1023] for shift in SHIFTS])


class Minter:
    """Mints IRIs under one base.

    >>> Minter().entity(Ref("Agency", "国家医疗保障局"))
    'https://w3id.org/policy-kg/id/Agency-国家医疗保障局-q42wnc4hhm7hb5sdu5ut'
    """

    def __init__(self, base_iri: str = BASE_IRI) -> None:
        self.base = base_iri

    def mint(self, kind: str, *content: str, label: str = "") -> str:
        """IRI of a thing of the given class with the given content."""
        return self.base + "-".join(part for part in (kind, slug(label), digest(kind, *content)) if part)

    def document(self, document: Document) -> str:
        """IRI of an input file, by its path under the input root."""
        return self.mint("Document", document.identifier, label=document.identifier)

    def article(self, article: Article) -> str:
        """IRI of an article, by its document and its number there."""
        return self.mint("Article", article.document, str(article.number), label=article.headline or "")

    def evidence(self, evidence: Evidence, sentence: Sentence) -> str:
        """IRI of a supporting sentence, by its article, its place and its words."""
        places = ",".join(f"{start}-{end}" for start, end in sentence.fragments)
        return self.mint("Evidence", evidence.article, places, sentence.text)

    def fragment(self, evidence: str, position: int) -> str:
        """IRI of one stretch of a broken sentence."""
        return self.mint("Fragment", evidence[len(self.base):], str(position))

    def entity(self, ref: Ref) -> str:
        """IRI of an entity, by its class and full name."""
        return self.mint(ref.type, ref.name, label=ref.name)

    def statement(self, statement: Statement) -> str:
        """IRI of a claim, by subject, predicate, object and, for posts, the title."""
        target = ("", statement.object) if isinstance(statement.object, str) else statement.object
        return self.mint("Statement", *statement.subject, statement.predicate, *target, statement.title)

    def figure(self, figure: Figure) -> str:
        """IRI of a figure, by its words, indicator, period and the entity that it is about."""
        period = "/".join(day.isoformat() for day in figure.period or ())
        return self.mint("Figure", figure.text, figure.indicator, period, *(figure.about or ("", "")), label=figure.indicator)

    def indicator(self, key: Sequence[str]) -> str:
        """IRI of an indicator, by the parts of its key: what is measured, of what, where, in which dimension."""
        return self.mint("Indicator", *key, label=key[0])

    def target(self, target: Target) -> str:
        """IRI of a target, by its words, its deadline and what it belongs to."""
        deadline = target.deadline.isoformat() if target.deadline else ""
        return self.mint("Target", target.statement, deadline, *(target.of or ("", "")), label=target.statement)

    def stage(self, programme: Ref, name: str) -> str:
        """IRI of a stage in the life of a programme, by both."""
        return self.mint("Stage", *programme, name, label=programme.name)

    def element(self, regulation: Ref, name: str, value: str) -> str:
        """IRI of a formal element of a notice, by the regulation, the property and its value."""
        return self.mint("NoticeElement", *regulation, name, value, label=value)
