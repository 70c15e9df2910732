"""Writes the network as GEXF 1.2, which Gephi opens."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.api import Build
from kg.exporters.network import ILLEGAL_IN_XML


def write_gexf(build: Build, path: Path) -> None:
    """Write the network; what it calls the type of an edge is ``relation``, since GEXF means by it whether an edge has a direction."""
    from networkx import MultiDiGraph
    from networkx.readwrite.gexf import GEXFWriter

    network: MultiDiGraph[str] = MultiDiGraph()
    for node, data in build.network.nodes(data=True):
        network.add_node(node, **legal(data))
    for source, target, key, data in build.network.edges(keys=True, data=True):
        network.add_edge(source, target, key, id=key, **{"relation" if name == "type" else name: value for name, value in legal(data).items()})
    writer = GEXFWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph(network)
    meta = writer.xml.find("meta")
    meta.attrib.clear()  # networkx writes the day on which it is run
    meta.find("creator").text = "policy-kg"
    with path.open("wb") as file:
        writer.write(file)


def legal(data: dict[str, Any]) -> dict[str, Any]:
    """Attributes without characters that XML forbids."""
    return {name: ILLEGAL_IN_XML.sub("", value) if isinstance(value, str) else value for name, value in data.items()}
