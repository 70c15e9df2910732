"""The whole line: path -> Document -> Article -> mentions -> entities -> facts -> KnowledgeBase."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.assemble import assemble
from kg.errors import UnreadableInput
from kg.layout import split_articles
from kg.link import link
from kg.model import Article, Document, Facts, KnowledgeBase, Reading, Skipped
from kg.readers import find_inputs, read_document
from kg.relate import relate

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int, str], None]


def build_knowledge_base(inputs: Sequence[Path], *, spacy_model: str | None = None, progress: Progress | None = None) -> KnowledgeBase:
    """Everything that the given files and folders tell; what cannot be read is in ``skipped``.

    ``progress`` is told how many inputs are done, of how many, and the name of the next one.
    """
    from kg.nlp.language import load_language

    nlp = load_language(spacy_model)
    documents, readings, skipped = [], [], []
    found = find_inputs(inputs)
    for done, source in enumerate(found):
        if progress:
            progress(done, len(found), source.identifier)
        try:
            document = read_document(source.path, source.identifier, source.metadata)
        except UnreadableInput as error:
            skipped.append(Skipped(source.identifier, str(error)))
            continue
        documents.append(document)
        readings += list(read_articles(document, nlp))
    return assemble(documents, readings, skipped)


def read_articles(document: Document, nlp: Language) -> Iterator[tuple[Reading, Facts]]:
    """Each article of a document as read, with its facts."""
    for article in split_articles(document):
        reading = read_article(article, nlp)
        yield reading, relate(reading)


def read_article(article: Article, nlp: Language) -> Reading:
    """An article with its entities, quantities and times."""
    from kg.nlp.language import annotate

    mentions, quantities, times = annotate(article, nlp)
    linked, entities = link(article, mentions)
    return Reading(article, linked, entities, quantities, times)
