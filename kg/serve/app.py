"""The application: its addresses, and the processes that it starts and ends."""
from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from kg.serve import entities, pages, protocol, search
from kg.serve.guard import Guard
from kg.serve.holdings import Holdings
from kg.serve.workers import Workers

ROUTES = [
    Route("/", pages.home),
    Route("/query", pages.query),
    Route("/static/{name}", pages.asset),
    Route("/id/{name}", entities.entity),
    Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
    Route("/api/search", search.search),
    Route("/api/entity", search.facts),
    Route("/api/openapi.json", search.openapi),
]


def make_app(holdings: Holdings, token: str | None = None, ticket: str = "") -> Starlette:
    """The application over a build; with a token where others than this machine may ask."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.holdings = holdings
        app.state.workers = Workers(holdings.turtle, holdings.prefixes)
        try:
            await app.state.workers.start()
            yield
        finally:
            await app.state.workers.stop()

    return Starlette(routes=ROUTES, lifespan=lifespan, middleware=[Middleware(Guard, token=token, ticket=ticket)])
