"""Checks a finished build: against the ontology's shapes, relations against their statements, and every quote against its file."""
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, Graph
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.ontology import load_ontology
from kg.rdf import read_graph
from kg.readers import read_bytes, read_document
from kg.resources import ontology_file
from kg.vocab import PK


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: problems, notes on what could not be checked, and one line that sums up."""

    problems: tuple[str, ...]
    notes: tuple[str, ...]
    summary: str


def validate_build(folder: Path, sources: Iterable[Path] = ()) -> Report:
    """All problems of a build. ``sources`` are folders with the input files; they are looked for near the build if not given."""
    graph = read_graph(folder)
    texts, notes, differing = find_texts(graph, folder, tuple(sources))
    problems = [*check_shapes(graph), *check_statements(graph), *differing, *check_quotes(graph, texts)]
    checked = sum(document_of(graph, evidence) in texts for evidence in graph.subjects(RDF.type, PK.Evidence))
    verdict = f"{len(problems)} problems" if problems else "valid" if texts else "shapes valid, quotes NOT checked: name the inputs by --sources"
    summary = f"{folder}: {verdict} ({len(graph)} triples, {checked} quotes checked in {len(texts)} files)"
    return Report(tuple(problems), tuple(notes), summary)


def check_shapes(graph: Graph) -> Iterator[str]:
    """What ``ontology/shapes.ttl`` forbids, a line each."""
    from pyshacl import validate
    from rdflib import SH

    shapes = Graph().parse(ontology_file("shapes.ttl"), format="turtle")
    _, results, _ = validate(graph, shacl_graph=shapes, inference="none")
    lines = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node, path, value = (results.value(result, key) for key in (SH.focusNode, SH.resultPath, SH.value))
        message = min(map(str, results.objects(result, SH.resultMessage)), default="breaks a shape")
        found = f"({short(value)})" if value is not None else ""
        lines.add(" ".join(part for part in (f"{short(node)}:", short(path), message, found) if part))
    yield from sorted(lines)


def check_statements(graph: Graph) -> Iterator[str]:
    """Statements without their direct triple, and direct triples without their statement."""
    stated = {(graph.value(node, RDF.subject), graph.value(node, RDF.predicate), graph.value(node, RDF.object))
              for node in graph.subjects(RDF.type, PK.Statement)}
    ontology = load_ontology()
    direct = {triple for name in ontology.relations + ontology.dates for triple in graph.triples((None, PK[name], None))}
    for says, triples in (("statement without its triple", stated - direct), ("triple without its statement", direct - stated)):
        yield from sorted(f"{says}: {' '.join(map(short, triple))}" for triple in triples)


def check_quotes(graph: Graph, texts: dict[Node | None, str]) -> Iterator[str]:
    """Quotes that do not stand where their offsets say, white space aside."""
    for evidence in nodes(graph, PK.Evidence):
        document = document_of(graph, evidence)
        if document not in texts:
            continue
        text = texts[document]
        fragments = sorted(graph.objects(evidence, PK.fragment), key=lambda node: number(graph, node, PK.position))
        found = "".join(text[number(graph, node, PK.start):number(graph, node, PK.end)] for node in fragments or [evidence])
        quote = str(graph.value(evidence, PK.quote))
        if squeeze(found) != squeeze(quote):
            yield f"{short(evidence)}: the file says {squeeze(found)[:60]}…, the quote {squeeze(quote)[:60]}…"


def nodes(graph: Graph, kind: Node) -> list[Node]:
    """All nodes of a class, sorted."""
    return sorted(graph.subjects(RDF.type, kind), key=str)


def number(graph: Graph, node: Node, predicate: Node) -> int:
    """The number that a node has for a predicate; 0 if none, which other checks report."""
    value = graph.value(node, predicate)
    return int(str(value)) if value is not None and str(value).isdigit() else 0


def document_of(graph: Graph, evidence: Node) -> Node | None:
    """The document in which a sentence stands."""
    return graph.value(graph.value(evidence, PK.inArticle), DCTERMS.isPartOf)


def find_texts(graph: Graph, folder: Path, sources: tuple[Path, ...]) -> tuple[dict[Node | None, str], list[str], list[str]]:
    """The text of each document that is found, notes on the others, and the problems of texts that are not what their file says.

    The text that a build has written of a PDF, Word document, web page or mail is what quotes stand in; where the file itself is
    found, it is read again and must give the same.
    """
    texts: dict[Node | None, str] = {}
    notes, problems = [], []
    for document in nodes(graph, PK.Document):
        identifier, sha256 = str(graph.value(document, DCTERMS.identifier)), str(graph.value(document, PK.sha256))
        path = next((path for path in candidates(identifier, folder, sources) if file_hash(path) == sha256), None)
        written = folder / "texts" / f"{identifier}.txt"
        if written.is_file():
            texts[document] = written.read_bytes().decode("utf-8")
        if path is None:
            doubt = "its text in texts/ was not compared with it" if document in texts else "its quotes were not checked"
            notes.append(f"{identifier}: file not found unchanged, {doubt}; say where with --sources DIR")
            continue
        try:
            read = read_document(path, identifier, Metadata()).text
        except UnreadableInput as error:
            notes.append(f"{identifier}: {error}")
            continue
        if texts.setdefault(document, read) != read:
            problems.append(f"{identifier}: texts/{identifier}.txt is not what its reader gives; build it again")
    return texts, notes, problems


def candidates(identifier: str, folder: Path, sources: tuple[Path, ...]) -> Iterator[Path]:
    """Where a document's file may lie: in the folders given, else here, beside the build, and in their subfolders."""
    for near in sources or (Path(), folder.parent):
        if near.is_dir():
            for place in (near, *sorted(path for path in near.iterdir() if path.is_dir())):
                yield place / identifier
        elif near.is_file() and near.name == identifier:
            yield near


def file_hash(path: Path) -> str | None:
    """SHA-256 of the bytes of a file, which may lie in an archive; None if there is none."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except UnreadableInput:
        return None


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def short(node: Node | None) -> str:
    """The last part of an IRI, the text of a literal."""
    return "" if node is None else str(node).rpartition("#")[2].rpartition("/")[2] or str(node)
