"""Writes ``graph.json`` (networkx node-link) and ``graph.graphml`` (which Gephi opens): line by line, without a network in memory."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from kg.model import KnowledgeBase
from kg.network import Attributes, Parts

ILLEGAL_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TYPES = {str: "string", int: "long", float: "double"}
HEAD = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
Keys = dict[tuple[str, str, type], str]
"""Ids of the attributes of nodes and edges, by name and type."""


def write_json(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the network as node-link JSON, a node or edge a line, which ``networkx.node_link_graph`` reads."""
    parts = Parts(kb, base_iri)
    nodes = ({**data, "id": node} for node, data in parts.nodes())
    edges = ({**data, "source": one, "target": other, "key": key} for one, other, key, data in parts.edges())
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for opening, rows in (('{"directed": true, "multigraph": true, "graph": {},\n"nodes": [', nodes), ('],\n"edges": [', edges)):
            file.write(opening)
            file.writelines((",\n" if place else "\n") + json.dumps(row, ensure_ascii=False) for place, row in enumerate(rows))
        file.write("]}\n")


def write_graphml(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the network as GraphML, as networkx does; characters that XML forbids are dropped."""
    keys = attribute_keys(Parts(kb, base_iri, quoted=False))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(graphml_lines(Parts(kb, base_iri), keys))


def graphml_lines(parts: Parts, keys: Keys) -> Iterator[str]:
    """The lines of a network as GraphML."""
    yield HEAD
    for (kind, name, type), key in reversed(keys.items()):
        yield f'  <key id="{key}" for="{kind}" attr.name="{name}" attr.type="{TYPES[type]}" />\n'
    yield '  <graph edgedefault="directed">\n'
    for node, data in parts.nodes():
        yield from element("node", {"id": node}, data, keys)
    for source, target, key, data in parts.edges():
        yield from element("edge", {"source": source, "target": target, "id": key}, data, keys)
    yield "  </graph>\n</graphml>\n"


def attribute_keys(parts: Parts) -> Keys:
    """The attributes of all nodes and edges in the order in which they first stand there, numbered."""
    found = [*dict.fromkeys(("node", name, type(value)) for _, data in parts.nodes() for name, value in data.items()),
             *dict.fromkeys(("edge", name, type(value)) for *_, data in parts.edges() for name, value in data.items())]
    return {attribute: f"d{number}" for number, attribute in enumerate(found)}


def element(kind: str, names: Mapping[str, str], data: Attributes, keys: Keys) -> Iterable[str]:
    """A node or an edge with its attributes, a line each."""
    attributes = "".join(f' {name}="{escape(value, {chr(34): "&quot;"})}"' for name, value in names.items())
    if not data:
        return [f"    <{kind}{attributes} />\n"]
    lines = (f'      <data key="{keys[kind, name, type(value)]}">{escape(ILLEGAL_IN_XML.sub("", str(value)))}</data>\n' for name, value in data.items())
    return [f"    <{kind}{attributes}>\n", *lines, f"    </{kind}>\n"]
