"""Puts quotes and words back as the document prints them, after it was read in its plain form: simplified characters, digits and marks of one width.

Place in the line: behind kg.relate, for documents that `kg.readers.traditional` or `kg.readers.punctuation` changed letter by letter.
"""
from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Article, Document, Entity, Evidence, Facts, Figure, Reading, Ref, Sentence, Target
from kg.readers.punctuation import UNSEEN

SEEN = re.compile(f"[^{UNSEEN}]+")


def as_printed(reading: Reading, facts: Facts, document: Document) -> tuple[Reading, Facts]:
    """A reading of a document in its plain form, and its facts, with quotes and words as the document prints them.

    Names stay in the plain form, so that they meet those of other documents; the printed form is one more name.
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
    """The sentence with the letters of its fragments, which leave out marks of no width; the spaces between Latin words stay where they are."""
    fragments = tuple((start + hit.start(), start + hit.end()) for start, end in sentence.fragments for hit in SEEN.finditer(text[start:end]))
    letters = iter("".join("".join(text[start:end] for start, end in fragments).split()))
    return replace(sentence, text="".join(letter if letter.isspace() else next(letters, letter) for letter in sentence.text), fragments=fragments)
