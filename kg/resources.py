"""Finds the data files that travel with the package: lexicons, patterns, queries, templates and the ontology.

The ontology lies at the repository's root (``ontology/``) and reaches the wheel as ``kg/data/ontology``.
"""
from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from kg.errors import InvalidResource

PACKAGE = Path(__file__).resolve().parent
DATA = PACKAGE / "data"


def data_file(name: str) -> Path:
    """Path of a data file of the package, as ``units.tsv`` or ``lexicons/places.tsv``."""
    path = DATA / name
    if not path.is_file():
        raise InvalidResource(f"{path}: missing from the package; install policy-kg again")
    return path


def ontology_file(name: str) -> Path:
    """Path of ``policy.ttl`` or ``shapes.ttl``, in a checkout as in an installed wheel."""
    for folder in (DATA / "ontology", PACKAGE.parent / "ontology"):
        if (folder / name).is_file():
            return folder / name
    raise InvalidResource(f"ontology/{name}: missing from the package; install policy-kg again")


@cache
def rules_version() -> str:
    """Short hash of all lexicons, patterns and other tables: it tells whether two builds went by the same rules."""
    digest = hashlib.sha256()
    for path in sorted(DATA.rglob("*"), key=lambda path: path.relative_to(DATA).as_posix()):
        if path.suffix in (".tsv", ".toml", ".txt", ".csv"):
            content = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(path.relative_to(DATA).as_posix().encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:16]
