"""The JSON interface: entities by any name or pinyin, and the facts of one with their sentences; described in OpenAPI 3.1."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from kg.api.facts import Fact
from kg.api.finding import UnknownEntity
from kg.model import Entity
from kg.serve.holdings import Holdings

LONGEST = 200
"""Characters of a name or what is searched."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entity: its IRI, class, full name and other names."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Entities that answer to a text, the best first."""

    query: str
    entities: list[Found]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and the article in which it stands."""

    sentence: str
    headline: str | None
    source: str | None
    document: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact: its IRI, what kind it is (Statement, Figure, Target), its words, and the sentences that say it."""

    id: str
    kind: str
    subject: str
    relation: str
    object: str
    evidence: list[Said]


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """An entity with its facts; of ``total`` so many as were asked for."""

    entity: Found
    total: int
    facts: list[Told]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer."""

    error: str


class Unfit(Exception):
    """A parameter that is missing or not as described."""


def search(request: Request) -> Response:
    """Entities by any name or a part of it, by pinyin or initials."""
    return answer(request, lambda holdings: SearchAnswer(
        text(request, "q"), [found(holdings, entity) for entity in holdings.finder.find(text(request, "q"), number(request, "limit", 12, 100))]
    ))  # fmt: skip


def facts(request: Request) -> Response:
    """The facts of the entity of an IRI or name."""

    def told(holdings: Holdings) -> EntityAnswer:
        name, most = text(request, "name"), number(request, "limit", 100, 1000)
        entity = holdings.entities.get(name) or holdings.finder.bearer(name)
        every = holdings.facts.of(entity.ref)
        return EntityAnswer(found(holdings, entity), len(every), [as_told(holdings, fact) for fact in every[:most]])

    return answer(request, told)


def answer(request: Request, make: Callable[[Holdings], Any]) -> Response:
    """What a function makes, as JSON; or what is wrong."""
    try:
        status, content = 200, make(request.app.state.holdings)
    except Unfit as error:
        status, content = 400, Problem(str(error))
    except UnknownEntity as error:
        status, content = 404, Problem(str(error))
    return Response(msgspec.json.encode(content), status, media_type="application/json")


def text(request: Request, name: str) -> str:
    """A parameter of 1 to `LONGEST` characters."""
    value = request.query_params.get(name, "")
    if not 1 <= len(value) <= LONGEST:
        raise Unfit(f"{name}: give 1 to {LONGEST} characters")
    return value


def number(request: Request, name: str, default: int, most: int) -> int:
    """A parameter from 1 to a largest number."""
    value = request.query_params.get(name, str(default))
    if not (value.isascii() and value.isdecimal() and len(value) < 9 and 1 <= int(value) <= most):
        raise Unfit(f"{name}: give a number from 1 to {most}")
    return int(value)


def found(holdings: Holdings, entity: Entity) -> Found:
    return Found(holdings.facts.source.minter.entity(entity.ref), entity.type, entity.name, entity.aliases)


def as_told(holdings: Holdings, fact: Fact) -> Told:
    return Told(holdings.iri_of(fact.record), type(fact.record).__name__, fact.subject, fact.relation, fact.object, [Said(*place) for place in fact.evidence])


def openapi(request: Request) -> Response:
    """The description of this interface."""
    (good, better, problem), schemas = msgspec.json.schema_components((SearchAnswer, EntityAnswer, Problem), ref_template="#/components/schemas/{name}")

    def operation(name: str, what: str, parameters: list[dict[str, Any]], schema: dict[str, Any], refused: dict[str, str]) -> dict[str, Any]:
        replies = {"200": ("What was found", schema), **{status: (why, problem) for status, why in refused.items()}}
        responses = {status: {"description": why, "content": {"application/json": {"schema": one}}} for status, (why, one) in replies.items()}
        return {"get": {"operationId": name, "summary": what, "parameters": parameters, "responses": responses}}

    def parameter(name: str, what: str, **schema: Any) -> dict[str, Any]:
        return {"name": name, "in": "query", "description": what, "required": "default" not in schema, "schema": schema}

    words: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": LONGEST}
    unfit, unknown = "A parameter is missing or not as described", "No entity bears the name, or several do; the message offers names"
    paths = {
        "/api/search": operation("search", "Entities by any name or a part of it, by pinyin or initials, the best first", [
            parameter("q", "The text", **words), parameter("limit", "How many", type="integer", minimum=1, maximum=100, default=12)],
            good, {"400": unfit}),
        "/api/entity": operation("entity", "The facts of an entity with their sentences", [
            parameter("name", "IRI of the entity, or the one of its names", **words),
            parameter("limit", "How many facts", type="integer", minimum=1, maximum=1000, default=100)],
            better, {"400": unfit, "404": unknown}),
    }  # fmt: skip
    info = {"title": "policy-kg", "version": version("policy-kg"), "description": "Read-only; SPARQL by the standard protocol at /sparql."}
    content = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}
    return Response(msgspec.json.encode(content), media_type="application/json")
