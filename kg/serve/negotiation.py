"""Chooses among the forms of an answer by the ``Accept`` header of a request (RFC 9110, 12.5.1)."""
from __future__ import annotations

from collections.abc import Sequence

MOST = 40
"""Ranges of a header that are looked at."""
RESULTS = (
    "application/sparql-results+json", "application/json", "application/sparql-results+xml", "application/xml", "text/xml",
    "text/csv", "text/tab-separated-values",
)  # fmt: skip
"""What the answers to SELECT and ASK are written in; the first is for who does not say."""
GRAPHS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
"""What graphs are written in: the answers to CONSTRUCT and DESCRIBE, the data of a node, the service description."""


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that a header prefers, the earlier of equals; the first one without a header, None where none will do.

    >>> choose("text/html;q=0.5, text/turtle", ("text/html", "text/turtle"))
    'text/turtle'
    >>> choose("image/*, */*;q=0.1", ("text/html", "text/turtle")), choose("text/html;q=0", ("text/html",))
    ('text/html', None)
    """
    ranges = dict(map(read_range, accept.split(",")[:MOST])) if accept.strip() else {"*/*": 1.0}
    found = [(quality(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    best = max(found)
    return best[2] if best[0] > 0 else None


def read_range(text: str) -> tuple[str, float]:
    """A media range in lower case, and its weight; one that is no number counts as 0.

    >>> read_range(" Text/HTML; charset=utf-8; q=0.8")
    ('text/html', 0.8)
    """
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    weights = [part[2:] for part in parameters if part.startswith("q=")]
    try:
        return name, float(weights[0]) if weights else 1.0
    except ValueError:
        return name, 0.0


def quality(offer: str, ranges: dict[str, float]) -> float:
    """The weight of the most specific range that an offer lies in."""
    return next((ranges[name] for name in (offer, offer.partition("/")[0] + "/*", "*/*") if name in ranges), 0.0)


def with_charset(media: str) -> str:
    """The value of ``Content-Type``: text says that it is UTF-8."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
