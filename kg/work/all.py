"""Reads many documents: what an earlier build has kept first, then the rest in one process or on all cores."""
from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from kg.model import Extract, Skipped
from kg.readers import Input, file_size
from kg.work.events import Event, Watch, unwatched
from kg.work.kept import Kept
from kg.work.limits import TIMEOUT
from kg.work.one import Result, read_in_one_process
from kg.work.packed import Thrift, unpack
from kg.work.pool import read_in_pool

MUCH = 3_000_000
"""Bytes (a million Chinese characters) from which worker processes save more time than they take to start."""
MANY = 20_000
"""Documents from which extracts are held in half the memory, which takes a third longer to unpack them."""
OFTEN = 500
"""Documents between two collections of garbage."""


class Collect(Protocol):
    """Lets go of garbage, if there may be some, and leaves everything that is there by now alone from then on."""

    def __call__(self, *, garbage: bool = True) -> None: ...


@dataclass(frozen=True, slots=True)
class Effort:
    """How documents are read: by how many processes (None: all cores where it pays), with which spaCy model, in how many seconds each."""

    jobs: int | None = 1
    spacy_model: str | None = None
    timeout: float = TIMEOUT


def read_all(inputs: Sequence[Input], effort: Effort, *, kept: Kept | None = None, watch: Watch = unwatched) -> Iterator[Extract | Skipped]:
    """What each input gives, or why it was skipped, in any order; what is in ``kept`` is not read again."""
    watch(Event("start", total=len(inputs)))
    skipped = 0
    with few_collections() as collect:
        for done, (kind, source, outcome) in enumerate(_outcomes(inputs, effort, kept), 1):
            skipped += kind == "skipped"
            note = outcome.reason if isinstance(outcome, Skipped) else ""
            watch(Event(kind, source.identifier, done, len(inputs), skipped, note))
            if done % OFTEN == 0:
                collect(garbage=kind != "unchanged")
            yield outcome


@contextmanager
def few_collections() -> Iterator[Collect]:
    """Let Python look for cycles only when told, and never again at what is there by then: records stay until the end, and to visit
    them again and again takes longer than to load them. Loading alone leaves no ``garbage``."""
    enabled = gc.isenabled()
    gc.disable()

    def collect(*, garbage: bool = True) -> None:
        if garbage:
            gc.collect()
        gc.freeze()

    try:
        yield collect
    finally:
        collect()
        if enabled:
            gc.enable()


def _outcomes(inputs: Sequence[Input], effort: Effort, kept: Kept | None) -> Iterator[tuple[str, Input, Extract | Skipped]]:
    """Each input with what became of it: ``unchanged``, ``document`` or ``skipped``."""
    unchanged = set()
    thrift = Thrift(kept.path.parent) if kept and len(inputs) >= MANY else None
    for source, extract in kept.unchanged(inputs, thrift) if kept else ():
        unchanged.add(source.identifier)
        yield "unchanged", source, extract
    for source, result in _read([source for source in inputs if source.identifier not in unchanged], effort):
        if isinstance(result, Skipped):
            yield "skipped", source, result
            continue
        extract = unpack(result, thrift)
        if kept:
            kept.put(source, extract, result)
        yield "document", source, extract
    if kept:
        kept.commit()


def _read(inputs: Sequence[Input], effort: Effort) -> Iterable[Result]:
    """What each input gives, read by as many processes as are asked for, or worth their start."""
    if not inputs:
        return ()
    sizes = {source: file_size(source.path) for source in inputs}
    jobs = effort.jobs or (cores() if sum(sizes.values()) > MUCH else 1)
    if jobs == 1:
        return read_in_one_process(inputs, spacy_model=effort.spacy_model, timeout=effort.timeout)
    longest_first = sorted(inputs, key=lambda source: -sizes[source])  # so that no core waits for another at the end
    return read_in_pool(longest_first, jobs, spacy_model=effort.spacy_model, timeout=effort.timeout)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
