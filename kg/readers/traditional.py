"""Reads traditional characters: everything is matched in simplified ones, letter by letter, and quoted as printed.

The table is one to one, so that offsets stay as they are. It is used where a document is written in traditional characters as a whole;
single ones in simplified text (乾, 於) stay.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.model import Article, Document, Entity, Evidence, Facts, Figure, Reading, Ref, Sentence, Target
from kg.resources import data_file

SAMPLE = 20_000  # letters by which the script of a document is told
SHARE = 0.05  # of them are traditional, at least


@cache
def table() -> Mapping[int, str]:
    """The simplified character for each traditional one, for ``str.translate``."""
    lines = [line for line in data_file("traditional.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
    return {ord(traditional): simplified for traditional, simplified in (line.split("\t") for line in lines[1:])}


@cache
def _traditional() -> frozenset[str]:
    return frozenset(map(chr, table()))


def simplify(document: Document) -> Document:
    """The document in simplified characters, each at the place of the traditional one; itself, where it is simplified already.

    >>> simplify(Document("a.txt", "國家醫保局發布通知", "")).text
    '国家医保局发布通知'
    """
    sample = document.text[:SAMPLE]
    if sum(map(_traditional().__contains__, sample)) < max(1, SHARE * len(sample)):
        return document
    return replace(document, text=document.text.translate(table()))


def as_printed(reading: Reading, facts: Facts, document: Document) -> tuple[Reading, Facts]:
    """A reading of a simplified document, and its facts, with quotes and words as the document prints them.

    Names stay simplified, so that they meet those of other documents; the printed form is one more name.
    """
    article = _printed_article(reading.article, document.text)
    forms: dict[Ref, set[str]] = {}
    for mention in reading.mentions:
        if mention.text:
            forms.setdefault(mention.ref, set()).add(article.sentences[mention.sentence].text[mention.start:mention.end])
    entities: dict[Ref, Entity] = {
        ref: replace(entity, aliases=tuple(sorted({*entity.aliases, *forms.get(ref, ())} - {ref.name}))) for ref, entity in reading.entities.items()
    }

    def words(text: str, evidence: tuple[Evidence, ...]) -> str:
        for item in evidence:
            at = reading.article.sentences[item.sentence].text.find(text)
            if at >= 0:
                return article.sentences[item.sentence].text[at:at + len(text)]
        return text

    def figure(told: Figure) -> Figure:
        return replace(told, text=words(told.text, told.evidence))

    def target(told: Target) -> Target:
        return replace(told, statement=words(told.statement, told.evidence), figure=figure(told.figure) if told.figure else None)

    printed = Facts(facts.statements, tuple(map(figure, facts.figures)), tuple(map(target, facts.targets)))
    return replace(reading, article=article, entities=entities), printed


def _printed_article(article: Article, text: str) -> Article:
    sentences = tuple(_printed_sentence(sentence, text) for sentence in article.sentences)
    heads = [new.text for old, new in zip(article.sentences, sentences, strict=True) if old.text == article.headline and old.role == "headline"]
    return replace(article, sentences=sentences, headline=heads[0] if heads else article.headline)


def _printed_sentence(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the letters of its fragments; the spaces between Latin words stay where they are."""
    letters = iter("".join("".join(text[start:end] for start, end in sentence.fragments).split()))
    return replace(sentence, text="".join(letter if letter.isspace() else next(letters, letter) for letter in sentence.text))
