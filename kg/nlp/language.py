"""The spaCy pipeline of the project: our tokenizer and our finders as components. The only module that imports spaCy.

An article enters as ``doc._.article``; each component leaves plain records in an extension of the Doc (``doc._.mentions``,
``doc._.quantities``, ``doc._.times``) and the same stretches as span groups, for a notebook or for a trained pipeline beside them.
Nothing downstream sees a Doc. Importing spaCy takes a second: a build without a trained pipeline calls the finders by
`kg.nlp.annotation` and never imports this module.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from kg.errors import InvalidResource
from kg.model import Article, Mention
from kg.nlp.annotation import Found, place_of, with_programmes
from kg.nlp.names import find_names
from kg.nlp.quantities import find_quantities
from kg.nlp.times import find_times

TOKEN = re.compile(r"[A-Za-z]+|\d+(?:,\d{3})*(?:\.\d+)?|\s+|.", re.DOTALL)
MODEL_LABELS = {"PERSON": "Person", "PER": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place"}


class PolicyTokenizer:
    """Tokens of policy text: each Chinese character by itself, figures and Latin words whole.

    >>> [token.text for token in PolicyTokenizer(Vocab())("参保率达95.5%")]
    ['参', '保', '率', '达', '95.5', '%']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = TOKEN.findall(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: the tokenizer has no state (spaCy asks for it when a pipeline is saved)."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> PolicyTokenizer:
        return self


def _begins(article: Article) -> list[int]:
    """Where each sentence begins in the Doc, whose text is the sentences joined by line breaks."""
    return [0, *accumulate(len(sentence.text) + 1 for sentence in article.sentences)]


def _spans(doc: Doc, rows: Iterable[tuple[int, int, int, str]]) -> Iterator[Span]:
    """Spans for rows of sentence, start, end, label; a stretch that is no whole number of tokens is widened."""
    begins = _begins(doc._.article)
    for sentence, start, end, name in rows:
        span = doc.char_span(begins[sentence] + start, begins[sentence] + end, label=name, alignment_mode="expand")
        if span is not None:
            yield span


@Language.component("policy_names")
def _names(doc: Doc) -> Doc:
    doc._.mentions = find_names(doc._.article)
    return doc


@Language.component("policy_programmes")
def _programmes(doc: Doc) -> Doc:
    doc._.mentions = with_programmes(doc._.article, doc._.mentions)
    return doc


@Language.component("policy_quantities")
def _quantities(doc: Doc) -> Doc:
    doc._.quantities = tuple(find_quantities(sentence.text) for sentence in doc._.article.sentences)
    return doc


@Language.component("policy_times")
def _times(doc: Doc) -> Doc:
    doc._.times = find_times(doc._.article)
    return doc


@Language.component("policy_spans")
def _groups(doc: Doc) -> Doc:
    """Show the records as span groups, for those who work with the Doc in a notebook."""
    doc.spans["mentions"] = list(_spans(doc, ((m.sentence, m.start, m.end, m.type) for m in doc._.mentions if m.text)))
    for key, name in (("quantities", "Quantity"), ("times", "Time")):
        rows = ((index, x.start, x.end, name) for index, found in enumerate(getattr(doc._, key)) for x in found)
        doc.spans[key] = list(_spans(doc, rows))
    return doc


@Language.factory("policy_model_names", default_config={"model": ""})
def _make_model_names(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:
    """A component that adds people, organizations and places of a trained pipeline where our own finders have found nothing."""
    trained = spacy.load(model)

    def add_names(doc: Doc) -> Doc:
        taken = {(m.sentence, i) for m in doc._.mentions for i in range(m.start, m.end)}
        found = list(doc._.mentions)
        for index, sentence in enumerate(doc._.article.sentences):
            for entity in trained(sentence.text).ents:
                kind = MODEL_LABELS.get(entity.label_)
                free = all((index, i) not in taken for i in range(entity.start_char, entity.end_char))
                if kind and free and len(entity.text) > 1:
                    found.append(Mention(index, entity.start_char, entity.end_char, kind, entity.text, entity.text))
        doc._.mentions = tuple(sorted(found, key=place_of))
        return doc

    return add_names


@cache
def load_language(model: str | None = None) -> Language:
    """The pipeline, with the names of an installed trained pipeline added where one is named.

    Raises:
        InvalidResource: the named pipeline is not installed.
    """
    for extension in ("article", "mentions", "quantities", "times"):
        Doc.set_extension(extension, default=(), force=True)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "policy_tokenizer.v1"}}})
    nlp.add_pipe("policy_names")
    if model:
        try:
            nlp.add_pipe("policy_model_names", config={"model": model})
        except OSError as error:
            raise InvalidResource(f"spaCy pipeline {model!r} cannot be loaded: install it, as with `python -m spacy download {model}`") from error
    for name in ("policy_programmes", "policy_quantities", "policy_times", "policy_spans"):
        nlp.add_pipe(name)
    return nlp


@registry.tokenizers("policy_tokenizer.v1")  # type: ignore[untyped-decorator]
def _make_tokenizer() -> Callable[[Language], PolicyTokenizer]:
    return lambda nlp: PolicyTokenizer(nlp.vocab)


def annotate_as_doc(article: Article, nlp: Language) -> Found:
    """Mentions, and for each sentence its quantities and times, of one article, as the pipeline finds them."""
    doc = nlp.make_doc("\n".join(sentence.text for sentence in article.sentences))
    doc._.article = article
    for name, component in nlp.pipeline:
        if name != "policy_spans":
            doc = component(doc)
    return doc._.mentions, doc._.quantities, doc._.times
