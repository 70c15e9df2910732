"""Errors that a user can act on: each message says where, what and what to do."""
from __future__ import annotations

from collections.abc import Iterable


class PolicyKGError(Exception):
    """Base of all errors that `kg` reports in one line."""


class UnreadableInput(PolicyKGError):
    """An input file that cannot be read as Chinese policy text; the message names the file and the cause."""


class InvalidBuild(PolicyKGError):
    """A folder that is not a finished build, or an output folder that cannot be written."""


class InvalidResource(PolicyKGError):
    """A data file of the project (lexicon, patterns, units, ontology) that breaks its own rules."""


def near(value: str, names: Iterable[str]) -> str:
    """The names that are like one that is not there, as the end of a message: first those that hold it or that it holds.

    >>> near("医保局", ["国家医保局", "财政部", "医保司"])
    '; near: 国家医保局, 医保司'
    """
    from difflib import get_close_matches

    known = sorted({name for name in names if 1 < len(name) < 40}, key=lambda name: (len(name), name))
    like = [*(name for name in known if value in name or name in value), *get_close_matches(value, known, n=5, cutoff=0.4)]
    return f"; near: {', '.join(list(dict.fromkeys(like))[:5])}" if like else ""
