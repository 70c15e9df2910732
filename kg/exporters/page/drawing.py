"""The pyvis network that writes the page: directed, quick to fill, with a template of ours that escapes by itself."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network  # type: ignore[import-untyped]

from kg.resources import data_file

MARKUP = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


class Drawing(Network):  # type: ignore[misc]
    """A directed pyvis network whose nodes and edges keep their records, and whose page is ``page.html.j2``."""

    def __init__(self, heading: str) -> None:
        super().__init__(directed=True, cdn_resources="in_line", heading=heading)
        template = data_file("templates/page/page.html.j2")
        self.path = template.name
        self.templateEnv = Environment(loader=FileSystemLoader(template.parent), autoescape=True)
        self.toggle_physics(False)

    def add_node(self, n_id: int, label: str | None = None, **options: Any) -> None:
        """Add a node with its record; pyvis's own looks through all nodes first."""
        if n_id not in self.node_map:
            self.node_map[n_id] = {"label": label, **options}
            self.node_ids.append(n_id)
            self.nodes.append(self.node_map[n_id])

    def add_edge(self, source: int, to: int, **options: Any) -> None:
        """Add an edge, also a second one between the same two nodes; pyvis's own looks through all edges first."""
        self.edges.append([source, options["label"], to, *options["rest"]])

    def render(self, parts: Mapping[str, Any], rows: Mapping[str, Iterable[Any]]) -> Iterator[str]:
        """The page, piece by piece: the template filled with the network's nodes and edges, and with rows of what hangs on them."""
        inline = {name: Markup(parts[name]) for name in ("style", "drawing", "script")}  # our own text, whose hashes the policy names
        data = map(Markup, json_pieces({"nodes": self.nodes, "edges": self.edges, **rows}))
        yield from self.templateEnv.get_template(self.path).generate(
            {**parts, **inline, "title": self.heading, "policy": Markup(parts["policy"]), "data": data}
        )


def json_pieces(lists: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """Lists and objects by name as one JSON object, a row a piece.

    >>> "".join(json_pieces({"a": iter([1, {"b": 2}]), "c": [], "d": {"e": 3}}))
    '{"a":[1,{"b":2}],"c":[],"d":{"e":3}}'
    """
    for place, (name, value) in enumerate(lists.items()):
        yield f"{',' if place else '{'}{to_json(name)}:"
        if isinstance(value, (str, Mapping)):
            yield to_json(value)
        else:
            yield "["
            yield from ("," * bool(number) + to_json(row) for number, row in enumerate(value))
            yield "]"
    yield "}"


def to_json(value: Any) -> str:
    """JSON that may stand inside a ``<script>``: no character of it can end the element or begin a comment.

    >>> to_json({"名": "</script><!--"})
    '{"名":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(MARKUP)
