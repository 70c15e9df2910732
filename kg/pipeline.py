"""The whole line: paths -> documents -> extracts -> knowledge base -> the files of a build."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.assemble import assemble
from kg.corrections import correct
from kg.corrections.rows import read_corrections
from kg.exporters import write_build
from kg.folder import KEPT, locked, settle
from kg.identifiers import BASE_IRI
from kg.model import KnowledgeBase
from kg.readers import find_corrections, find_inputs, note_inputs, note_same_texts
from kg.store import write_store
from kg.views.reprints import mark_reprints
from kg.work.all import Effort, few_collections, read_all
from kg.work.events import Event, Watch, unwatched
from kg.work.kept import Kept


def build_knowledge_base(
    inputs: Sequence[Path], effort: Effort = Effort(), *, kept: Kept | None = None, watch: Watch = unwatched
) -> KnowledgeBase:
    """Everything that the given files and folders tell; what cannot be read is in ``skipped``, what else is odd in ``notes``."""
    found = find_inputs(inputs)
    corrections = read_corrections(find_corrections(found))
    kb = correct(mark_reprints(assemble(read_all(found, effort, kept=kept, watch=watch))), corrections)
    digests = ((document.identifier, document.text_digest) for document in kb.documents)
    return replace(kb, notes=(*note_inputs(inputs, found), *note_same_texts(digests)))


def build(
    inputs: Sequence[Path], folder: Path, effort: Effort = Effort(), *,
    base_iri: str = BASE_IRI, fresh: bool = False, store: Path | None = None, watch: Watch = unwatched,
) -> KnowledgeBase:  # fmt: skip
    """The same, written into a folder; of what an earlier build there has read, only what has changed is read again, unless ``fresh``.

    Where nothing can be read, the folder keeps the build that it has. ``store`` is a folder for the graph as a store on disk.
    """
    with locked(folder), few_collections() as collect, \
            Kept(folder / KEPT / "extracts.sqlite", spacy_model=effort.spacy_model, fresh=fresh) as kept:

        def step(name: str) -> None:
            collect()
            watch(Event("write", name))

        settle(folder)
        kb = build_knowledge_base(inputs, effort, kept=kept, watch=watch)
        if kb.documents:
            write_build(kb, folder, base_iri=base_iri, progress=step)
            kept.forget_others()
            if store:
                step(str(store))
                write_store(folder, store)
    watch(Event("finish", done=len(kb.documents), total=len(kb.documents) + len(kb.skipped), skipped=len(kb.skipped)))
    return kb
