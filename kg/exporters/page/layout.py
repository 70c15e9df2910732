"""Coordinates of the drawing, worked out before the browser opens: networkx in two levels, seeded, without physics.

Louvain communities are laid out by a spring each, then packed side by side, those that belong together close to each other.
"""
from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

SEED = 20240910
SPACING = 74.0
"""Pixels between neighbours, at scale 1: room for a mark and a short label."""
GAP = 22.0
"""Pixels between two marks, at least."""
LARGEST_SPRING = 450
"""Above this networkx needs scipy; a community so large is split once more or laid out as a sunflower."""
STRETCH = 1.1
"""Screens are wider than high."""

Point = tuple[float, float]
Edge = tuple[int, int, float]


def lay_out(
    size: int, edges: Sequence[Edge], kept: Mapping[int, tuple[int, int]] | None = None
) -> tuple[list[tuple[int, int]], list[int]]:
    """Whole-pixel coordinates and the community number of nodes ``0 … size-1``; nodes in ``kept`` stay where they are.

    >>> points, groups = lay_out(4, [(0, 1, 1.0), (2, 3, 1.0)])
    >>> len(set(points)), groups
    (4, [0, 0, 1, 1])
    """
    import networkx as nx

    graph: Any = nx.Graph()
    graph.add_nodes_from(range(size))
    for source, target, weight in edges:
        if source != target:
            before = graph.get_edge_data(source, target, {"weight": 0.0})["weight"]
            graph.add_edge(source, target, weight=before + weight)
    communities = _communities(graph)
    groups = [0] * size
    for number, members in enumerate(communities):
        for node in members:
            groups[node] = number
    if kept and len(kept) == size:
        return [kept[node] for node in range(size)], groups
    inside = [_arrange(graph.subgraph(members), members) for members in communities]
    centres = _pack([_radius(len(members)) for members in communities], _links(graph, groups, len(communities)))
    points: list[Point] = [(0.0, 0.0)] * size
    for places, (x, y) in zip(inside, centres, strict=True):
        for node, (dx, dy) in places.items():
            points[node] = ((x + dx) * STRETCH, y + dy)
    if kept:
        points = _keep(points, graph, kept)
    return [(round(x), round(y)) for x, y in points], groups


def _communities(graph: Any) -> list[list[int]]:
    """Louvain communities, the largest first; nodes without any neighbour form one community, the last."""
    import networkx as nx

    alone = sorted(node for node in graph if graph.degree(node) == 0)
    rest = graph.subgraph(sorted(set(graph) - set(alone)))
    ordered: Any = nx.Graph()
    ordered.add_nodes_from(sorted(rest))
    ordered.add_weighted_edges_from(sorted((min(a, b), max(a, b), w) for a, b, w in rest.edges(data="weight")))
    found = nx.community.louvain_communities(ordered, weight="weight", seed=SEED) if len(ordered) else []
    communities = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members[0]))
    return [*communities, alone] if alone else communities


def _radius(members: int) -> float:
    """Radius of the disc that holds so many nodes."""
    return SPACING * (0.3 + 0.52 * math.sqrt(members))


def _sunflower(nodes: Sequence[int]) -> dict[int, Point]:
    """Nodes on a sunflower's spiral: even spacing, the first in the middle."""
    step = SPACING * 0.6
    return {
        node: (step * math.sqrt(rank) * math.cos(rank * 2.399963), step * math.sqrt(rank) * math.sin(rank * 2.399963))
        for rank, node in enumerate(nodes)
    }


def _arrange(graph: Any, members: Sequence[int]) -> dict[int, Point]:
    """Coordinates of one community around its own middle."""
    import networkx as nx
    import numpy as np

    by_degree = sorted(members, key=lambda node: (-graph.degree(node), node))
    if len(members) <= 2 or len(members) > LARGEST_SPRING or graph.number_of_edges() == 0:
        return _sunflower(by_degree)
    ordered: Any = nx.Graph()
    ordered.add_nodes_from(members)
    ordered.add_weighted_edges_from(sorted((min(a, b), max(a, b), w) for a, b, w in graph.edges(data="weight")))
    start = {node: (x / 1000, y / 1000) for node, (x, y) in _sunflower(by_degree).items()}
    rounds = max(15, min(90, 4500 // len(members)))
    found = nx.spring_layout(ordered, pos=start, seed=SEED, iterations=rounds, k=1.4 / math.sqrt(len(members)))
    places = np.array([found[node] for node in members])
    places -= places.mean(axis=0)
    reach = float(np.quantile(np.hypot(places[:, 0], places[:, 1]), 0.9)) or 1.0
    places *= 0.85 * _radius(len(members)) / reach
    places = _apart(places, np.array([_mark(graph.degree(node)) for node in members]))
    return {node: (float(x), float(y)) for node, (x, y) in zip(members, places, strict=True)}


def _mark(degree: int) -> float:
    """Radius of a node's mark, as the page draws it or a little more."""
    return min(40.0, 11 + 5 * math.sqrt(degree))


def _apart(places: Any, radii: Any) -> Any:
    """The same places with about ``GAP`` between the marks of every pair."""
    import numpy as np

    distance = radii[:, None] + radii[None, :] + GAP
    np.fill_diagonal(distance, 0.0)
    for _ in range(max(12, min(60, 4000 // len(places)))):
        length = np.hypot(np.subtract.outer(places[:, 0], places[:, 0]), np.subtract.outer(places[:, 1], places[:, 1]))
        push = distance / np.maximum(length, 1e-6) - 1
        if not (push > 0).any():
            break
        push = np.maximum(push, 0.0) * 0.3
        places = places + places * push.sum(axis=1)[:, None] - push @ places
    return places


def _links(graph: Any, groups: Sequence[int], communities: int) -> list[dict[int, float]]:
    """For each community the weight of its edges to each of the others."""
    links: list[dict[int, float]] = [{} for _ in range(communities)]
    for a, b, weight in graph.edges(data="weight"):
        one, other = groups[a], groups[b]
        if one != other:
            links[one][other] = links[one].get(other, 0.0) + weight
            links[other][one] = links[other].get(one, 0.0) + weight
    return links


def _pack(radii: Sequence[float], links: Sequence[Mapping[int, float]]) -> list[Point]:
    """Centres of discs that do not overlap: each placed on a spiral around those that it is linked to, the largest first."""
    import numpy as np

    centres = np.zeros((len(radii), 2))
    sizes = np.array(radii)
    tried: dict[float, int] = {}  # how much of the spiral around the origin is taken for discs of a radius: it stays so
    for number, radius in enumerate(radii):
        near = [(other, weight) for other, weight in sorted(links[number].items()) if other < number]
        total = sum(weight for _, weight in near)
        middle = sum((centres[other] * weight for other, weight in near), np.zeros(2)) / total if total else np.zeros(2)
        begin = 0 if total else tried.get(radius, 0)
        centres[number], turn = _first_free(0.8 * middle, radius, centres[:number], sizes[:number], begin)
        if not total:
            tried[radius] = turn
    return [(float(x), float(y)) for x, y in centres]


def _first_free(middle: Any, radius: float, centres: Any, sizes: Any, begin: int = 0) -> tuple[Any, int]:
    """The first place on a spiral around ``middle`` where a disc of this radius meets none of the others, and its turn, from ``begin`` on."""
    import numpy as np

    step = max(SPACING * 0.35, radius * 0.2)
    for first in count(begin, 256):
        turns = np.arange(first, first + 256)
        reach = step * np.sqrt(turns)
        places = middle + np.stack([reach * np.cos(turns * 2.399963), reach * np.sin(turns * 2.399963)], axis=1)
        gaps = np.hypot(*(places[:, None, :] - centres[None, :, :]).transpose(2, 0, 1)) - sizes - radius
        free = (gaps > SPACING * 0.5).all(axis=1)
        if free.any():
            return places[int(free.argmax())], first + int(free.argmax())
    raise AssertionError("a spiral leaves every set of discs")


def _keep(points: Sequence[Point], graph: Any, kept: Mapping[int, tuple[int, int]]) -> list[Point]:
    """Known nodes where they were; a new one beside its known neighbours, or where the new layout puts it."""
    settled: list[Point] = []
    for node, point in enumerate(points):
        if node in kept:
            settled.append(kept[node])
            continue
        near = [kept[other] for other in sorted(graph[node]) if other in kept]
        if near:
            angle = node * 2.399963
            x, y = sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)
            point = (x + SPACING * math.cos(angle), y + SPACING * math.sin(angle))
        settled.append(point)
    return settled
