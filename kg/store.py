"""Large graphs under rdflib's own API: Oxigraph in memory, or a store on disk that answers at once, however many triples it holds."""
from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InvalidBuild
from kg.folder import UNFINISHED, commit, locked, settle, unwritable
from kg.rdf import prefixes, read_graph

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Graph

LARGE = 8_000_000
"""Bytes of Turtle, some hundred thousand triples, from which Oxigraph reads and answers in a tenth of rdflib's time."""
PART = 4_000_000
"""Bytes of Turtle that are loaded at a time into a store on disk: a tenth of the memory that all at once would take, and as fast."""
STORE = ("oxigraph", "manifest.json")
"""What a store on disk holds: the triples, and the account of the build that they are of."""


def open_graph(folder: Path) -> Graph:
    """The graph of a build to be asked in SPARQL: a small one by rdflib, a large one and a store on disk by Oxigraph."""
    from pyoxigraph import RdfFormat, Store

    settle(folder)
    if (folder / STORE[0]).is_dir():
        return graph_of(Store.read_only(str(folder / STORE[0])), base_iri_of((folder / STORE[1]).read_text("utf-8")))
    path = folder / "graph.ttl"
    if not path.is_file() or path.stat().st_size < LARGE:
        return read_graph(folder)
    store = Store()
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    except (SyntaxError, ValueError) as error:
        raise InvalidBuild(f"{path}: not valid Turtle ({error}); build it again") from error
    return graph_of(store, base_iri_of((folder / "manifest.json").read_text("utf-8")))


def base_iri_of(manifest: str) -> str:
    """The base of a build's IRIs, from its manifest; found by its key, since the manifest of a large build is large."""
    hit = re.search(r'"baseIri": "([^"]+)"', manifest)
    if hit is None:
        raise InvalidBuild("manifest.json: tells no baseIri; build it again")
    return hit[1]


def graph_of(store: Store, base_iri: str) -> Graph:
    """An rdflib graph over the triples of an Oxigraph store."""
    from oxrdflib import OxigraphStore
    from rdflib import Graph
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    graph = Graph(store=OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, namespace in prefixes(base_iri).items():
        graph.bind(prefix, namespace)
    return graph


def write_store(build: Path, folder: Path) -> None:
    """Put the graph of a finished build into a store on disk; until that is whole, the folder keeps the store that it had."""
    from pyoxigraph import RdfFormat, Store

    unfinished = folder / UNFINISHED
    with locked(folder):
        try:
            settle(folder)
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            store = Store(str(unfinished / STORE[0]))
            for turtle in parts_of(build / "graph.ttl"):
                store.bulk_load(input=turtle, format=RdfFormat.TURTLE)
            store.flush()
            del store
            shutil.copyfile(build / "manifest.json", unfinished / STORE[1])
            commit(folder, STORE)
        except OSError as error:
            raise unwritable(folder, error) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def parts_of(path: Path) -> Iterator[bytes]:
    """A Turtle file of ours in parts that are Turtle each: the prefixes, and blocks, which an empty line parts."""
    with path.open("rb") as file:
        prefixes = b"".join(iter(file.readline, b"\n"))
        part, size = [prefixes], 0
        for line in file:
            if line == b"\n" and size > PART:
                yield b"".join(part)
                part, size = [prefixes], 0
            part.append(line)
            size += len(line)
        yield b"".join(part)
