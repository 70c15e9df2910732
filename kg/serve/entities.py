"""The pages of nodes: ``/id/NAME`` stands for the IRI of this name under the base of the build, as HTML or as data by ``Accept``."""
from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.api.facts import Fact
from kg.ontology import NAMESPACE, label, load_ontology
from kg.serve.evaluation import ROWS
from kg.serve.holdings import Holdings
from kg.serve.negotiation import GRAPHS, choose, with_charset
from kg.serve.pages import html

NAME = re.compile(r"[\w-]{1,200}")
"""What `kg.identifiers` makes; nothing of it has a meaning in an IRI or a path."""
FORMS = {"html": "text/html", "ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}
"""What ``?format=`` may say, for those who cannot set a header."""
SHOWN = 200
"""Facts, lines and nodes that point here, of each so many on a page; the data have more."""
LABELS = tuple(map(NamedNode, (
    "http://www.w3.org/2004/02/skos/core#prefLabel", "http://purl.org/dc/terms/title", NAMESPACE + "quote", NAMESPACE + "statement",
    NAMESPACE + "statedText", "http://purl.org/dc/terms/identifier",
)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: the property in words, the value in words, and where it leads, if anywhere."""

    property: str
    value: str
    link: str | None


def entity(request: Request) -> Response:
    """A node by its name."""
    holdings: Holdings = request.app.state.holdings
    name, form = request.path_params["name"], request.query_params.get("format")
    node = NamedNode(holdings.base + name) if NAME.fullmatch(name) else None
    said = holdings.out(node, ROWS) if node else []
    if not node or not said:
        return PlainTextResponse("no such node in this build\n", 404)
    media = FORMS.get(form, "") if form else choose(request.headers.get("accept", ""), ("text/html", *GRAPHS))
    if not media:
        return PlainTextResponse(f"there are {', '.join(FORMS)}\n", 406)
    pointing = holdings.into(node, ROWS)
    response = page(holdings, node, said, pointing) if media == "text/html" else data(holdings, media, said, pointing)
    response.headers["Vary"] = "Accept"
    return response


def page(holdings: Holdings, node: NamedNode, said: list[Quad], pointing: list[Quad]) -> Response:
    """The page of a node: of an entity its facts with their sentences, of another node what points to it; then what is said of it."""
    known = holdings.entities.get(node.value)
    facts, back = (holdings.facts.of(known.ref), []) if known else ([], pointing)
    return html(
        "entity", iri=node.value, title=title(holdings, node), forms={form: media for form, media in FORMS.items() if form != "html"},
        facts=[told(holdings, fact) for fact in facts[:SHOWN]],
        lines=[line(holdings, quad.predicate, quad.object) for quad in said[:SHOWN]],
        back=[line(holdings, quad.predicate, quad.subject) for quad in back[:SHOWN]],
        more={name: len(found) - SHOWN for name, found in (("facts", facts), ("lines", said), ("back", back))},
    )  # fmt: skip


def data(holdings: Holdings, media: str, said: list[Quad], pointing: list[Quad]) -> Response:
    """What is said of a node, and what points to it."""
    content = serialize([quad.triple for quad in (*said, *pointing)], format=RdfFormat.from_media_type(media), prefixes=holdings.prefixes)
    cut = {"X-Complete": "false"} if ROWS in (len(said), len(pointing)) else {}
    return Response(content, headers={"Content-Type": with_charset(media), **cut})


def told(holdings: Holdings, fact: Fact) -> dict[str, object]:
    """A fact in words, with its sentences, and where its own page is."""
    return {"text": str(fact), "link": link(holdings, holdings.iri_of(fact.record)), "evidence": list(map(str, fact.evidence))}


def link(holdings: Holdings, iri: str) -> str:
    """The address of a node of the build."""
    return "/id/" + quote(iri.removeprefix(holdings.base), safe="")


def title(holdings: Holdings, node: NamedNode) -> str:
    """The name of a node, or what else it is known by."""
    found = (quad.object for predicate in LABELS for quad in holdings.store.quads_for_pattern(node, predicate, None))
    return next((value.value for value in found if isinstance(value, Literal)), short(holdings, node.value))


def line(holdings: Holdings, predicate: NamedNode, value: NamedNode | BlankNode | Literal | Triple) -> Line:
    """A property and a value; those of the build lead to their pages."""
    name = predicate.value.removeprefix(NAMESPACE)
    words = label(name) if name in load_ontology().labels else short(holdings, predicate.value)
    if not isinstance(value, NamedNode):
        return Line(words, value.value if isinstance(value, Literal) else str(value), None)
    if value.value.startswith(holdings.base):
        return Line(words, title(holdings, value), link(holdings, value.value))
    term = value.value.removeprefix(NAMESPACE)
    return Line(words, label(term) if term in load_ontology().labels else short(holdings, value.value), None)


def short(holdings: Holdings, iri: str) -> str:
    """An IRI with its prefix."""
    fits = [(len(space), f"{prefix}:{iri[len(space):]}") for prefix, space in holdings.prefixes.items() if iri.startswith(space)]
    return max(fits)[1] if fits else iri
