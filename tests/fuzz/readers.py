"""Fuzzes the readers by coverage: `make fuzz`. Any error but `UnreadableInput` ends it, and the input that caused it is kept."""
from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["kg", "docx", "email", "zipfile", "trafilatura"]):
    from kg.errors import UnreadableInput
    from kg.readers.formats import READERS
    from kg.readers.web import read_web

SUFFIXES = sorted(READERS)


def read_one(data: bytes) -> None:
    """Read the bytes by the reader that the first of them chooses."""
    try:
        READERS[SUFFIXES[data[0] % len(SUFFIXES)]].read(data[1:]) if data else read_web(data)
    except UnreadableInput:
        return


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
