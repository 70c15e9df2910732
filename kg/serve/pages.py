"""Pages and what they need: templates that escape all they are given, one style sheet, one script; nothing is fetched from elsewhere."""
from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from kg.questions import questions
from kg.resources import DATA, data_file
from kg.serve.evaluation import ROWS, SECONDS

FOLDER = "templates/serve"
ASSETS = {"serve.css": "text/css", "query.js": "text/javascript"}
"""The files that may be asked for, and their types."""


@cache
def templates() -> Environment:
    return Environment(loader=FileSystemLoader(DATA / FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def html(template: str, **values: object) -> HTMLResponse:
    """A page made from a template and values, which stay text."""
    return HTMLResponse(templates().get_template(f"{template}.html.j2").render(values))


def home(request: Request) -> Response:
    """The interactive page of the build."""
    return HTMLResponse(request.app.state.holdings.page)


def query(request: Request) -> Response:
    """The page on which one writes queries; the questions of the package that ask something without parameters are its examples."""
    examples = [question for question in questions().values() if not any(parameter.needed or parameter.default for parameter in question.parameters)]
    holdings = request.app.state.holdings
    return html("query", examples=examples, base=holdings.base, prefixes=holdings.prefixes, seconds=SECONDS, rows=ROWS)


def asset(request: Request) -> Response:
    """The style sheet or the script."""
    name = request.path_params["name"]
    if name not in ASSETS:
        return PlainTextResponse("not found\n", 404)
    return Response(data_file(f"{FOLDER}/{name}").read_bytes(), media_type=ASSETS[name])
