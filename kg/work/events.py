"""What a long build tells of itself while it runs."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One step: ``kind`` is ``start``, ``unchanged``, ``document``, ``skipped``, ``write`` or ``finish``.

    ``name`` is the document or file; ``done`` of ``total`` documents are dealt with, ``skipped`` of these put aside; ``note`` says why.
    """

    kind: str
    name: str = ""
    done: int = 0
    total: int = 0
    skipped: int = 0
    note: str = ""


Watch = Callable[[Event], None]


def unwatched(event: Event) -> None:
    """Tell nobody."""
