"""Writes ``graph.json`` (networkx node-link) and ``graph.graphml`` (which Gephi opens)."""
from __future__ import annotations

import json
import re
from pathlib import Path

from kg.model import KnowledgeBase
from kg.network import to_network

ILLEGAL_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_json(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the network as node-link JSON, which ``networkx.node_link_graph`` reads."""
    from networkx import node_link_data

    data = node_link_data(to_network(kb, base_iri=base_iri), edges="edges")
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_graphml(kb: KnowledgeBase, path: Path, *, base_iri: str) -> None:
    """Write the network as GraphML; characters that XML forbids are dropped."""
    from networkx.readwrite.graphml import GraphMLWriter

    network = to_network(kb, base_iri=base_iri)
    attributes = [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]
    for data in attributes:
        data.update({key: ILLEGAL_IN_XML.sub("", value) for key, value in data.items() if isinstance(value, str)})
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)  # not write_graphml: its bytes depend on whether lxml is there
    writer.add_graph_element(network)
    with path.open("wb") as file:
        writer.dump(file)
