"""Reads documents one after the other in this process."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.errors import PolicyKGError, UnreadableInput
from kg.extraction import extract
from kg.model import Skipped
from kg.nlp.annotation import trained_pipeline
from kg.readers import Input, read_input
from kg.work.limits import TookTooLong, failed, late, time_limit
from kg.work.packed import pack

if TYPE_CHECKING:
    from spacy.language import Language

Result = tuple[Input, bytes | Skipped]
"""An input, and what it gave (packed) or why it was skipped."""


def read_in_one_process(inputs: Iterable[Input], *, spacy_model: str | None, timeout: float) -> Iterator[Result]:
    """What each input gives, in their order."""
    nlp = trained_pipeline(spacy_model)
    for source in inputs:
        try:
            with time_limit(timeout):
                result = read_one(source, nlp)
        except TookTooLong:
            result = late(source.identifier, timeout)
        yield source, result


def read_one(source: Input, nlp: Language | None) -> bytes | Skipped:
    """What one input gives, packed; whatever is wrong with it, it stops no other."""
    try:
        return pack(extract(read_input(source), nlp))
    except UnreadableInput as error:
        return Skipped(source.identifier, str(error))
    except PolicyKGError:
        raise  # a fault of the rules or the set-up concerns all documents
    except Exception as error:
        return failed(source.identifier, error)
