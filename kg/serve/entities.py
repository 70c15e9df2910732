"""The pages of nodes: ``/id/NAME`` stands for the IRI of this name under the base of the build, as HTML or as data by ``Accept``."""
from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
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
"""Facts, and nodes that point here, on a page."""
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
    if media == "text/html":
        known = holdings.entities.get(node.value)
        facts = holdings.facts.of(known.ref) if known else []
        lines = [line(holdings, quad.predicate, quad.object) for quad in said]
        back = [] if known else [line(holdings, quad.predicate, quad.subject) for quad in pointing[:SHOWN]]
        shown = [told(holdings, fact) for fact in facts[:SHOWN]]
        links = {form: (media, f"?format={form}") for form, media in FORMS.items() if form != "html"}
        response: Response = html(
            "entity", iri=node.value, title=title(holdings, node), lines=lines, back=back, facts=shown, more=len(facts) - SHOWN, forms=links
        )  # fmt: skip
    else:
        data = serialize([quad.triple for quad in (*said, *pointing)], format=RdfFormat.from_media_type(media), prefixes=holdings.prefixes)
        response = Response(data, headers={"Content-Type": with_charset(media)})
    response.headers["Vary"] = "Accept"
    return response


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
