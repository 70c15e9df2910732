"""What the package needs to run, with all extras, is under permissive licences: no GPL, no AGPL, nothing without a licence."""
from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
COPYLEFT = re.compile(r"(?<!L)(?:A?GPL)|(?<!Lesser )General Public License|Affero", re.I)
LESSER = re.compile(r"\bGPL\S* WITH GCC-exception\S*|\bLGPL\S*|(?:GNU )?Lesser General Public License\S*|Library or Lesser General Public License", re.I)


def needed() -> dict[str, Distribution]:
    """Every installed distribution that the package or an extra of it leads to; what only its own tests need is not shipped."""
    extras = PROJECT["optional-dependencies"]
    waiting = [Requirement(line) for name in ("", *extras) if name != "test" for line in (extras[name] if name else PROJECT["dependencies"])]
    found: dict[str, Distribution] = {}
    seen = set()
    while waiting:
        wanted = waiting.pop()
        key = wanted.name.lower(), frozenset(wanted.extras)
        if key in seen:
            continue
        seen.add(key)
        try:
            found[key[0]] = distribution(wanted.name)
        except PackageNotFoundError:  # of an extra that is not installed here
            continue
        waiting += [one for one in map(Requirement, found[key[0]].requires or ())
                    if not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras))]
    return found


def licence(package: Distribution) -> str:
    """What a distribution says of its licence: expression, classifiers, the first line of its text."""
    told = package.metadata
    classifiers = [line.rpartition("::")[2] for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    return " | ".join(part for part in (told.get("License-Expression"), *classifiers, (told.get("License") or "").partition("\n")[0]) if part)


def copyleft(text: str) -> bool:
    """Whether a licence is the GPL or AGPL, and not at choice."""
    return all(COPYLEFT.search(LESSER.sub("", choice)) for choice in re.split(r"\bOR\b|\|", text) if choice.strip() not in ("", "UNKNOWN", "OSI Approved"))


def test_the_check_knows_licences():
    assert copyleft("GPL-3.0-or-later") and copyleft("GNU Affero General Public License v3") and copyleft("GNU General Public License v2 (GPLv2)")
    assert copyleft("MIT AND GPL-2.0-only") and copyleft("UNKNOWN")
    allowed = ("MIT", "LGPL-2.1", "GNU Lesser General Public License v3 (LGPLv3)", "GPL-2.0 OR MIT", "BSD License | BSD-3-Clause",
               "BSD-3-Clause AND GPL-3.0 WITH GCC-exception-3.1")
    assert not any(map(copyleft, allowed))


def test_no_dependency_is_under_the_gpl():
    packages = needed()
    assert {"spacy", "rdflib", "pyoxigraph", "click", "starlette", "uvicorn"} <= set(packages)
    told = {name: licence(package) for name, package in packages.items()}
    assert not {name: text for name, text in told.items() if copyleft(text)}
    assert not [name for name, text in told.items() if not text]
