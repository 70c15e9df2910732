"""The records that travel along the line: frozen, slotted, and free of third-party types.

``path -> Document -> Article, Sentence -> Mention -> Entity -> Statement, Figure, Target -> KnowledgeBase``

Identity is by content: an entity is its class and full name (`Ref`), a claim is its subject, predicate and object; evidence
stands outside equality, so that the same fact in five articles is one fact with five citations.
"""
from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Ref(NamedTuple):
    """Identity of an entity: its class (a local name of the ontology, as ``Agency``) and its full official name."""

    type: str
    name: str


class Evidence(NamedTuple):
    """Points to one sentence: the article's id and the sentence's index in it."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the sidecar ``sources.toml`` tells of a document and the text itself does not."""

    date: date | None = None
    source: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One input file; ``text`` is the decoded text as it was, to which all offsets refer (code points)."""

    identifier: str
    text: str
    sha256: str
    format: str = "text"
    metadata: Metadata = Metadata()

    def without_text(self) -> Document:
        """The same with an empty text."""
        return Document(self.identifier, "", self.sha256, self.format, self.metadata)

    @property
    def characters(self) -> int:
        """Length of the text."""
        return len(self.text)

    @property
    def text_digest(self) -> str:
        """Tells whether texts are the same but for white space."""
        return hashlib.sha256("".join(self.text.split()).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One cleaned sentence.

    ``fragments`` are half-open slices of the document's text, as few as can be; put together and with white space removed they
    equal ``text`` with white space removed. ``paragraph`` counts within the article. ``role`` is one of ``headline``, ``subtitle`` (kickers
    too), ``subhead``, ``body``, ``caption``, ``row`` (of a table, told in words).
    """

    text: str
    fragments: tuple[tuple[int, int], ...]
    paragraph: int
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document: its headline, date and source where told, and its sentences in reading order.

    ``reprint_of`` is the id of the article whose text it carries, told once all articles are known.
    """

    document: str
    number: int
    headline: str | None
    date: date | None
    source: str | None
    sentences: tuple[Sentence, ...]
    place: str | None = None
    reprint_of: str | None = None

    @property
    def id(self) -> str:
        """Identifier of the article within the build: the document's path and the article's number on the page."""
        return f"{self.document}#{self.number}"

    @property
    def text(self) -> str:
        """The body as running text, one paragraph a line, without headline and subtitle."""
        paragraphs: dict[int, list[str]] = {}
        for sentence in self.sentences:
            if sentence.role not in ("headline", "subtitle"):
                paragraphs.setdefault(sentence.paragraph, []).append(sentence.text)
        return "\n".join("".join(texts) for texts in paragraphs.values())


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a sentence that names an entity: ``sentence`` is an index into the article, offsets count in its text.

    ``name`` is the full name of the entity that it stands for; ``text`` what is printed (it may be empty where the text
    implies an entity without printing it).
    """

    sentence: int
    start: int
    end: int
    type: str
    text: str
    name: str

    @property
    def ref(self) -> Ref:
        return tuple.__new__(Ref, (self.type, self.name))  # half the time of Ref(…); each mention and entity is asked for it again and again


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of one of the ontology's classes, its full name, its other names, and for places the GB/T 2260 code.

    ``curated`` are the notes of ``corrections.toml`` by which an analyst has made it what it is.
    """

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    curated: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def ref(self) -> Ref:
        return tuple.__new__(Ref, (self.type, self.name))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed number with its unit, as the recogniser reads it; offsets count in the sentence's text.

    ``text`` are the words with qualifier, number and unit (约13.26亿人); ``value`` has the multipliers worked out.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression resolved against the article: first and last day of its stretch (None while its year is unknown).

    ``kind``: ``day``, ``month``, ``quarter``, ``half``, ``year``, ``span``, ``plan`` (“十四五”), ``moment`` (截至…, …末, 到2025年:
    both days the same), ``now`` (目前). ``value`` is the ISO form as precise as the text (2025, 2025-06, 2025-06-01) or None.
    """

    start: int
    end: int
    text: str
    kind: str
    first: date | None
    last: date | None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything found in it: the input of all extractors. Tuples of tuples are indexed by sentence."""

    article: Article
    mentions: tuple[Mention, ...]
    entities: Mapping[Ref, Entity]
    quantities: tuple[tuple[Quantity, ...], ...]
    times: tuple[tuple[Time, ...], ...]

    def evidence(self, *sentences: int) -> tuple[Evidence, ...]:
        """Evidence for the given sentence indices, in reading order and without repeats."""
        article = self.article.id
        if len(sentences) == 1:
            return (Evidence(article, sentences[0]),)
        return tuple(Evidence(article, index) for index in sorted(set(sentences)))


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim: ``object`` is an entity or, for dates, an ISO date as precise as the text (2025, 2025-06, 2025-06-01)."""

    subject: Ref
    predicate: str
    object: Ref | str
    title: str = ""
    confidence: float = field(default=0.9, compare=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    curated: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated quantity. ``value`` is positive as printed; ``direction`` is ``increase``, ``decrease`` or None.

    ``measure`` is one of ``level``, ``change``, ``yearOnYear``, ``share``, ``annualAverage``; ``period`` the first and last day.
    """

    text: str
    value: Decimal
    unit: str
    indicator: str
    measure: str = "level"
    value_max: Decimal | None = None
    qualifier: str | None = None
    period: tuple[date, date] | None = None
    direction: str | None = None
    about: Ref | None = None
    stated_by: Ref | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Target:
    """An outcome that is aimed at, planned or promised, with the last day on which it is due where one is given."""

    statement: str
    deadline: date | None = None
    of: Ref | None = None
    by: Ref | None = None
    figure: Figure | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """What relating one reading gave."""

    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What one article tells: its entities, and what was found of them."""

    article: Article
    entities: tuple[Entity, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything that one document gives to a build; it depends on no other document."""

    document: Document
    articles: tuple[ArticleFacts, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why, in words that tell what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Everything a build knows, merged over all documents and sorted, so that every writer is deterministic.

    ``notes`` tell of the inputs what a user may not expect: files of other kinds, texts that stand in two files. ``corrections``
    tell how many an analyst has made: file, kind, count.
    """

    documents: tuple[Document, ...]
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    targets: tuple[Target, ...]
    skipped: tuple[Skipped, ...] = ()
    refused: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str, int], ...] = ()
