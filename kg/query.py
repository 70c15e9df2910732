"""Asks SPARQL questions of a finished build, and prints the answers as a table, CSV, JSON or Markdown."""
from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.query import Result
from rdflib.term import Identifier, Node

from kg.errors import InvalidBuild, PolicyKGError
from kg.folder import settle
from kg.ontology import NAMESPACE
from kg.rdf import prefixes

FORMULA = re.compile(r"[=+@\t\r]|-(?![\d.]+$)")


class InvalidQuery(PolicyKGError):
    """A query that SPARQL does not understand."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to a question: names of the columns, and rows of text (None where a row leaves a column open)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def read_query(query: str) -> str:
    """SPARQL text: of a ``.rq`` file, or the argument itself."""
    try:
        if Path(query).is_file():
            return Path(query).read_text("utf-8")
    except OSError:  # a query is too long to be a file's name
        pass
    if query.endswith(".rq") or "{" not in query:
        raise InvalidQuery(f"{query}: neither a file, nor SPARQL, nor a question that comes with the package; `kg ask DIR` lists these")
    return query


def answer(graph: Graph, query: str, bindings: Mapping[str, Identifier] | None = None) -> Answers:
    """The answers of a graph to SPARQL, some of whose variables may be bound; a graph that a query constructs comes as rows of three."""
    base = graph.store.namespace("id")
    namespaces = prefixes() | ({"id": str(base)} if base else {})
    namespaces |= {"rdfs": "http://www.w3.org/2000/01/rdf-schema#"}
    try:
        result: Result = graph.query(query, initNs=namespaces, initBindings=bindings)
        rows = list(result) if result.type != "ASK" else []
    except Exception as error:  # the SPARQL parser and evaluator raise many kinds
        raise InvalidQuery(f"not valid SPARQL: {str(error).splitlines()[0] if str(error) else type(error).__name__}") from error
    if result.type == "ASK":
        return Answers(("answer",), (("yes" if result.askAnswer else "no",),))
    columns = tuple(str(name) for name in result.vars or ("subject", "predicate", "object"))
    found = [tuple(None if cell is None else plain(cell) for cell in row) for row in rows]  # type: ignore[union-attr]
    ordered = "ORDER BY" in " ".join(query.upper().split())
    return Answers(columns, tuple(found if ordered else sorted(found, key=lambda row: [cell or "" for cell in row])))


def plain(node: Node) -> str:
    """A term as one reads it: text of a literal, ``pk:issues`` for a term of the ontology, an IRI else."""
    text = str(node)
    return f"pk:{text.removeprefix(NAMESPACE)}" if isinstance(node, URIRef) and text.startswith(NAMESPACE) else text


def render(answers: Answers, form: str = "table") -> str:
    """The answers as text: a table, csv, json or markdown."""
    if form == "json":
        return json.dumps([dict(zip(answers.columns, row, strict=True)) for row in answers.rows], ensure_ascii=False, indent=1)
    if form == "csv":
        file = io.StringIO()
        csv.writer(file, lineterminator="\n").writerows([answers.columns, *(tuple(map(harmless, row)) for row in answers.rows)])
        return file.getvalue().rstrip("\n")
    if form == "markdown":
        return "\n".join(map(markdown_line, (answers.columns, ("---",) * len(answers.columns), *answers.rows)))
    return render_table(answers)


def harmless(cell: str | None) -> str | None:
    """A cell as a spreadsheet may have it: a text that begins like a formula gets an apostrophe, so that none is run.

    >>> harmless("=1+1"), harmless("-2.5")
    ("'=1+1", '-2.5')
    """
    return f"'{cell}" if cell and FORMULA.match(cell) else cell


def markdown_line(cells: tuple[str | None, ...]) -> str:
    """A line of a Markdown table.

    >>> markdown_line(("省|市", None))
    '| 省\\\\|市 |  |'
    """
    return "| " + " | ".join(" ".join((cell or "").split()).replace("|", "\\|") for cell in cells) + " |"


def render_table(answers: Answers) -> str:
    """Aligned columns, a Chinese character counting two."""
    from rich.cells import cell_len

    table = [[cell or "" for cell in row] for row in (answers.columns, *answers.rows)]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*table, strict=True)]
    lines = ["  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join([*lines, f"({len(answers.rows)} row{'' if len(answers.rows) == 1 else 's'})"])


def stats(folder: Path) -> Answers:
    """What a build holds, from its manifest: one row a kind."""
    settle(folder)
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text("utf-8"))
        counts, rows = manifest["counts"], []
        for kind, value in counts.items():
            parts = value.items() if isinstance(value, dict) else [("", value)]
            rows += [(kind, name, str(count)) for name, count in parts]
        rows += [("skipped", row["path"], row["reason"]) for row in manifest["skipped"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidBuild(f"{folder}: holds no manifest.json of a build; run `kg build INPUT --output {folder}` first") from error
    return Answers(("kind", "name", "count"), tuple(rows))
