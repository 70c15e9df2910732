"""Evaluates queries in a process of its own, which `kg.serve.workers` starts, and kills when a query takes too long.

The process gets a line of settings and the graph by its standard input, then a line for each query; an answer is a line and its bytes on
standard output. Before the first query it gives up opening files and sockets and taking much more memory, where the system lets it.
"""
from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
    serialize,
)  # fmt: skip

SECONDS = 10
"""How long a query may take."""
ROWS = 10_000
"""Rows of a table, or triples of a graph, that an answer holds at most."""
LARGEST = 32_000_000
"""Bytes of an answer."""
MEMORY = 1 << 30
"""Bytes that a query may take besides the graph."""
STRING = "http://www.w3.org/2001/XMLSchema#string"


class Answer(NamedTuple):
    """Status and media type as HTTP has them, the bytes, and whether these are all."""

    status: int
    media: str
    body: bytes
    complete: bool = True


def refusal(status: int, reason: str) -> Answer:
    """An answer that says why there is none."""
    return Answer(status, "text/plain", f"{reason}\n".encode("utf-8", "replace"))


def evaluate(store: Store, query: str, prefixes: Mapping[str, str], results: str | None, graph: str | None) -> Answer:
    """The answer to a query, in the media type given for tables or that for graphs, whichever it is of; None: the client takes no such."""
    try:
        found = store.query(query, prefixes=dict(prefixes))
        media = graph if isinstance(found, QueryTriples) else results
        if media is None:
            kind = "a graph (CONSTRUCT, DESCRIBE)" if isinstance(found, QueryTriples) else "a table (SELECT, ASK)"
            return refusal(406, f"this query gives {kind}, which cannot be written in what the request accepts")
        answer = write_triples(found, media, prefixes) if isinstance(found, QueryTriples) else write_results(found, media)
    except SyntaxError as error:
        return refusal(400, f"not valid SPARQL 1.1: {error}")
    except (ValueError, RuntimeError, OSError) as error:
        return refusal(400, f"cannot be evaluated: {error}")
    except MemoryError:
        return refusal(507, "needs more memory than a query may take; narrow it")
    if len(answer.body) > LARGEST:
        return refusal(413, f"the answer is longer than {LARGEST:,} bytes; add LIMIT")
    return answer


def write_triples(found: QueryTriples, media: str, prefixes: Mapping[str, str]) -> Answer:
    kept = list(islice(found, ROWS))
    complete = next(iter(found), None) is None
    form = RdfFormat.from_media_type(media)
    return Answer(200, media, serialize(kept, format=form, prefixes=dict(prefixes)) or b"", complete)


def write_results(found: QuerySolutions | QueryBoolean, media: str) -> Answer:
    """Rows as JSON, which Oxigraph reads again to write what else is asked for: it writes all rows of its own answer, or none."""
    form = QueryResultsFormat.from_media_type(media) or QueryResultsFormat.JSON
    if isinstance(found, QueryBoolean):
        plain = b"true\n" if found else b"false\n"  # CSV and TSV have no form for ASK
        return Answer(200, media, plain if form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV) else found.serialize(format=form) or b"")
    names = [variable.value for variable in found.variables]
    rows = [row_as_json(row, names) for row in islice(found, ROWS)]
    complete = next(found, None) is None
    text = json.dumps({"head": {"vars": names}, "results": {"bindings": rows}}, ensure_ascii=False).encode()
    if form == QueryResultsFormat.JSON:
        return Answer(200, media, text, complete)
    return Answer(200, media, parse_query_results(text, format=QueryResultsFormat.JSON).serialize(format=form) or b"", complete)


def row_as_json(row: QuerySolution, names: list[str]) -> dict[str, Any]:
    """A row after https://www.w3.org/TR/sparql11-results-json/ , without what it leaves open."""
    return {name: as_json(term) for name, term in zip(names, row, strict=True) if term is not None}


def as_json(term: NamedNode | BlankNode | Literal | Triple) -> dict[str, Any]:
    """A term after the same.

    >>> as_json(Literal("医保", language="zh"))
    {'type': 'literal', 'value': '医保', 'xml:lang': 'zh'}
    """
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return {"type": "triple", "value": {name: as_json(part) for name, part in parts}}
    if isinstance(term, Literal):
        kind = {"xml:lang": term.language} if term.language else {} if term.datatype.value == STRING else {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value, **kind}
    return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}


def confine() -> None:
    """Give up opening files and sockets, and taking more than `MEMORY` on top of what is held; Windows has no such limits, macOS not all."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with open("/proc/self/statm", encoding="ascii") as file:
            held = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
    except (ImportError, OSError):
        pass
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def main() -> None:
    """Read the graph, then answer line after line until the input ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    settings = json.loads(source.readline())
    store = Store()
    store.bulk_load(source.read(settings["bytes"]), format=RdfFormat.TURTLE)
    confine()
    sink.write(b"ready\n")
    sink.flush()
    alarm = getattr(signal, "alarm", lambda seconds: None)  # ends the process even where the service that would kill it is gone
    for line in source:
        alarm(2 * SECONDS)
        answer = evaluate(store, prefixes=settings["prefixes"], **json.loads(line))
        alarm(0)
        head = {"status": answer.status, "media": answer.media, "complete": answer.complete, "bytes": len(answer.body)}
        sink.write(json.dumps(head).encode() + b"\n" + answer.body)
        sink.flush()


if __name__ == "__main__":
    main()
