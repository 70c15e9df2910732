"""The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/): queries by GET and POST; no update, no other service, no graph fetched."""
from __future__ import annotations

import re
from urllib.parse import parse_qs

from pyoxigraph import RdfFormat, parse, serialize
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.evaluation import ROWS, SECONDS, Answer, refusal
from kg.serve.negotiation import GRAPHS, RESULTS, choose, with_charset

LONGEST = 60_000
"""Bytes of a query."""
LIMITS = {"X-Time-Limit": f"{SECONDS} s", "X-Row-Limit": str(ROWS), "Vary": "Accept"}
"""Said with every answer; with one that a limit has cut, ``X-Complete: false`` besides."""
FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
DATASET = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
NO_KEYWORD = re.compile(
    r"""\\.|"{3}(?:[^"\\]|\\.|"(?!""))*+(?:"{3})?|'{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3})?"""
    r"""|"(?:[^"\\\n\r]|\\.)*+"?|'(?:[^'\\\n\r]|\\.)*+'?|<[^<>"{}|^`\\\x00-\x20]*+>|\#[^\n\r]*""", re.S,
)  # fmt: skip
"""Escapes, literals (to the end, where they are left open), IRIs and comments, in which no keyword can stand; in time linear in the text."""
FETCHING = re.compile(r"(?<![\w?$:@.-])(?:SERVICE|FROM)(?![\w:.-])", re.I)
"""Keywords of what lies elsewhere. A process that evaluates queries can reach nothing anyway (`kg.serve.evaluation.confine`)."""
DESCRIPTION = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> . @prefix void: <http://rdfs.org/ns/void#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{endpoint}> a sd:Service ; sd:endpoint <{endpoint}> ; sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat {formats} ; sd:defaultDataset <{endpoint}#dataset> ;
  rdfs:comment "Read-only; no SERVICE; a query takes at most {seconds} s, an answer holds at most {rows} rows."@en .
<{endpoint}#dataset> a sd:Dataset ; sd:defaultGraph <{endpoint}#graph> .
<{endpoint}#graph> a sd:Graph ; void:triples {triples} ; void:uriSpace "{base}" ; dcterms:conformsTo <https://w3id.org/policy-kg/ontology> .
"""
FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples", "JSON-LD", "RDF_XML")


class Refused(Exception):
    """A request that is not answered."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.answer = refusal(status, reason)


async def sparql(request: Request) -> Response:
    """Answer a query, or describe the service where there is none."""
    accept = request.headers.get("accept", "")
    results, graph = choose(accept, RESULTS), choose(accept, GRAPHS)
    try:
        query = await read_query(request)
        if query is None:
            return respond(describe(request, graph or GRAPHS[0]))
        if found := FETCHING.search(NO_KEYWORD.sub(" ", query)):
            raise Refused(403, f"{found[0]} is refused: this endpoint holds one graph, fetches none and asks no other endpoint")
        return respond(await request.app.state.workers.answer(query, results, graph))
    except Refused as refused:
        return respond(refused.answer)


async def read_query(request: Request) -> str | None:
    """The query of a request; None where it is a GET without one."""
    if request.method != "POST":
        return only_query(parameters(request.scope["query_string"]))
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > 3 * LONGEST:  # a form takes three letters for a byte
            raise Refused(413, f"a query may be {LONGEST:,} bytes long")
    if media == QUERY:
        only_query(parameters(request.scope["query_string"]))
        return checked(decoded(bytes(body)))
    if media == UPDATE:
        raise Refused(403, "this endpoint is read-only: no update")
    if media != FORM:
        raise Refused(415, f"send a query as {FORM} or {QUERY}")
    query = only_query(parameters(bytes(body)))
    if query is None:
        raise Refused(400, "the form holds no query")
    return query


def parameters(text: bytes) -> dict[str, list[str]]:
    """The parameters of a form or an address."""
    try:
        return parse_qs(decoded(text), keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError as error:
        raise Refused(400, f"the parameters cannot be read: {error}") from error


def decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"not UTF-8: {error}") from error


def only_query(given: dict[str, list[str]]) -> str | None:
    """The one query among parameters; no other graphs, no update."""
    if "update" in given:
        raise Refused(403, "this endpoint is read-only: no update")
    if chosen := [name for name in DATASET if name in given]:
        raise Refused(400, f"{chosen[0]}: this endpoint holds one graph, and fetches none")
    queries = given.get("query", [])
    if len(queries) > 1:
        raise Refused(400, "give one query")
    return checked(queries[0]) if queries else None


def checked(query: str) -> str:
    if len(query.encode("utf-8", "replace")) > LONGEST:
        raise Refused(413, f"a query may be {LONGEST:,} bytes long")
    return query


def describe(request: Request, media: str) -> Answer:
    """The service description (https://www.w3.org/TR/sparql11-service-description/)."""
    holdings = request.app.state.holdings
    formats = " , ".join(f"<http://www.w3.org/ns/formats/{name}>" for name in FORMATS)
    endpoint = str(request.url.replace(query="", fragment=""))
    text = DESCRIPTION.format(endpoint=endpoint, formats=formats, seconds=SECONDS, rows=ROWS, triples=len(holdings.store), base=holdings.base)
    triples = [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]
    return Answer(200, media, serialize(triples, format=RdfFormat.from_media_type(media)) or b"")


def respond(answer: Answer) -> Response:
    """An answer as HTTP, with the limits."""
    headers = {**LIMITS, "Content-Type": with_charset(answer.media), **({} if answer.complete else {"X-Complete": "false"})}
    return Response(answer.body, answer.status, headers | ({"Retry-After": str(SECONDS)} if answer.status == 503 else {}))
