"""No pattern of the package may take more than linear time: each is fed growing bait made of its own letters."""
from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _constants, _parser  # the parser of the standard library
from statistics import median

import kg

SHORT = 2500
SLOW = 0.0015  # seconds that a short bait may take without being looked at closely
GROWTH = 8.0  # for four times the bait: 4 is linear, 16 quadratic
TRIES = 9
UNITS = ("国", "1", " ", "，", "与", "比", "于", "《", "1,", "年", "、", "\ue000", "\ue001、")


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4:
        if isinstance(value, dict):
            value = list(value.values())
        elif type(value).__module__.startswith("kg") and hasattr(value, "__slots__"):
            value = [getattr(value, slot, None) for slot in value.__slots__]
        for inner in value if isinstance(value, list | tuple | set | frozenset) and len(value) < 5000 else ():
            yield from patterns_in(inner, depth + 1)


@cache
def all_patterns() -> dict[re.Pattern, tuple[str, bool]]:
    """Every compiled pattern of the package, also of its cached functions, with its name, and whether it is only matched at one place."""
    found: dict[re.Pattern, tuple[str, bool]] = {}
    modules = [importlib.import_module(row.name) for row in pkgutil.walk_packages(kg.__path__, "kg.") if not row.name.endswith("__main__")]
    source = "\n".join(path.read_text("utf-8") for path in Path(kg.__path__[0]).rglob("*.py"))
    calls: dict[str, set[str]] = {}
    for name, call in re.findall(r"\b(\w+)(?:\(\))?\.(match|fullmatch|search|finditer|findall|sub|subn|split)\(", source):
        calls.setdefault(name, set()).add(call)
    for module in modules:
        for name, value in list(vars(module).items()):
            made = inspect.isfunction(getattr(value, "__wrapped__", None)) and value.__module__ == module.__name__
            if made and not inspect.signature(value).parameters:
                value = value()
            for pattern in patterns_in(value):
                found.setdefault(pattern, (f"{module.__name__}.{name}", calls.get(name, {""}) <= {"match", "fullmatch"}))
    return found


def parts(tree: object) -> Iterator[str]:
    """The letters that a pattern names, one by one."""
    for op, value in tree:
        if op is _constants.LITERAL:
            yield chr(value)
        elif op is _constants.IN:
            yield from (chr(v if o is _constants.LITERAL else v[0]) for o, v in value if o in (_constants.LITERAL, _constants.RANGE))
        elif op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            yield from parts(value[2])
        elif op is _constants.SUBPATTERN:
            yield from parts(value[3])
        elif op is _constants.ATOMIC_GROUP:
            yield from parts(value)
        elif op is _constants.BRANCH:
            yield from (letter for branch in value[1] for letter in parts(branch))
        elif op in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from parts(value[1])


def baits(pattern: re.Pattern) -> list[str]:
    """What is repeated: letters of the pattern alone, in pairs, and all in a row."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    own = list(dict.fromkeys(parts(_parser.parse(text, pattern.flags & ~re.UNICODE & re.VERBOSE))))
    few = own[::max(1, len(own) // 10)]
    return list(dict.fromkeys([*UNITS, *few, *map("".join, zip(few, few[1:], strict=False)), "".join(own[:12]), "".join(own[:40])]))


def seconds(pattern: re.Pattern, text: str, anchored: bool) -> float:
    subject = text if isinstance(pattern.pattern, str) else text.encode()
    started = time.process_time()
    if anchored:
        pattern.match(subject)
        pattern.fullmatch(subject)
    else:
        for _ in pattern.finditer(subject):
            pass
    return time.process_time() - started


def grows(pattern: re.Pattern, unit: str, anchored: bool) -> bool:
    """Whether four times the bait take much more than four times as long; a suspicion is tried again, since a busy machine slows single runs."""
    short, long = (unit * SHORT)[:SHORT], (unit * SHORT * 4)[:4 * SHORT]
    if seconds(pattern, short, anchored) < SLOW:
        return False

    def ratio(*_: object) -> float:
        return seconds(pattern, long, anchored) / seconds(pattern, short, anchored)

    return ratio() > GROWTH and median(map(ratio, range(TRIES))) > GROWTH


def test_patterns_are_found():
    assert len(all_patterns()) > 300


def test_no_pattern_is_more_than_linear():
    slow = []
    for pattern, (name, anchored) in all_patterns().items():
        unit = next((unit for unit in baits(pattern) if grows(pattern, unit, anchored)), None)
        if unit is not None:
            slow.append(f"{name}: {unit!r} …: {pattern.pattern[:100]!r}")
    assert not slow, "\n".join(slow)


def test_a_bad_pattern_would_be_found():
    assert grows(re.compile("(?:国|家)+年"), "国", False) and not grows(re.compile("国{1,9}年"), "国", False)
