"""Runs the pattern files: rows of kg/data/patterns/*.toml whose template is a regular expression over skeletons.

Place in the line: skeletons -> statements. A template is a regular expression in which ``{subject:Agency}`` stands for one
mention, ``{object:Place+}`` for a chain of them joined by 、和与及, ``{Programme}`` for one that takes no part, ``{gap}`` for a few
words of the same clause and ``{words}`` for a named list of the file.
"""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from kg.errors import InvalidResource
from kg.model import Mention, Reading, Ref, Statement, Time
from kg.relate.skeleton import CODES, JOINT, SLOTS, Skeleton, remembered, skeletons

_SLOT = re.compile(r"\{(?:(\w+):)?(\w+)(\+?)\}")
_CLASS, _GROUP, _OPTION = re.compile(r"\[[^]]{0,60}\]"), re.compile(r"\([^()]{0,600}\)"), re.compile(r".(?:[*?]|\{0?,\d*\})")
_YEAR = re.compile("[0-9]{4}年")
_MARKED = re.compile(r"<(\w+) ([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of a pattern file, compiled."""

    id: str
    relation: str
    regex: re.Pattern[str]
    needs: tuple[str, ...]
    must: str
    confidence: float
    ends: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def load_table(name: str) -> dict[str, Any]:
    """The content of one file of kg/data/patterns."""
    with (files("kg") / "data" / "patterns" / name).open("rb") as stream:
        return tomllib.load(stream)


def alternatives(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first, grouped by their first character, so that few are tried.

    >>> alternatives(["印发", "印发实施", "出台"])
    '(?:印(?:发实施|发)|出台)'
    """
    return alternatives_unless((), words)


def alternatives_unless(nouns: Iterable[str], words: Iterable[str]) -> str:
    """A group that matches any of the words where none of the nouns begins (通过, but not 通过率).

    >>> alternatives_unless(["通过率", "会议"], ["通过", "印发"])
    '(?:印发|通(?!过率)过)'
    """
    rests, banned = _by_first(words), _by_first(nouns)
    groups = [
        re.escape(first) + (f"(?!{'|'.join(banned[first])})" if first in banned else "") + (ends[0] if len(ends) == 1 else f"(?:{'|'.join(ends)})")
        for first, ends in rests.items()
    ]
    return f"(?:{'|'.join(groups)})"


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """What follows the first character of the words, escaped, the longest first."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        rests.setdefault(word[:1], []).append(re.escape(word[1:]))
    return rests


def compile_template(template: str, words: dict[str, list[str]]) -> re.Pattern[str]:
    """The regular expression over skeletons that a template stands for."""
    def slot(hit: re.Match[str]) -> str:
        role, name, many = hit.groups()
        if name == "gap":
            return "[^，；：。！？\ue000-\ue006]{0,12}?"
        if name in words:
            return alternatives(words[name])
        if name not in SLOTS:
            raise InvalidResource(f"no class, list or gap is called {{{name}}} in the template {template}")
        one = f"[{SLOTS[name]}]"
        body = f"{one}(?:{JOINT}?{one}){{0,30}}" if many else one
        return f"(?P<{role}>{body})" if role else body
    return re.compile(_SLOT.sub(slot, template))


def required(template: str) -> str:
    """Words without which a template finds nothing: the longest that stand in it outside of slots, groups, classes and options.

    >>> required("{object:Regulation}由(?:中国)?{subject:Body+}的?名义[^，]{0,4}(?:印发|发布)")
    '名义'
    """
    bare, inner = _CLASS.sub("\0", _SLOT.sub("\0", template)), ""
    while bare != inner:
        bare, inner = _GROUP.sub("\0", bare), bare
    words = re.findall("[一-龥，。；：]+", _OPTION.sub("\0", bare)) if "|" not in bare else []
    return max(words, key=lambda word: (len(word), word not in "，的在"), default="")


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """All rows of the pattern files that have a template, in file order."""
    rows = []
    for path in sorted((files("kg") / "data" / "patterns").iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".toml"):
            continue
        table = load_table(path.name)
        for row in table.get("pattern", []):
            regex = compile_template(row["template"], table.get("words", {}))
            needs = tuple(SLOTS[name] for role, name, _ in _SLOT.findall(row["template"]) if role)
            tests = tuple(row["yes"]), tuple(row.get("no", ()))
            ends = tuple(table["words"][row["ends"]]) if "ends" in row else ("",)
            rows.append(Pattern(row["id"], row["relation"], regex, needs, required(row["template"]), row.get("confidence", 0.9), ends, *tests))
    return tuple(rows)


@lru_cache(maxsize=4096)
def _patterns_for(codes: str) -> tuple[Pattern, ...]:
    """The patterns whose subject and object can be two of the mentions and dates that a sentence holds, one behind the other as in the template."""
    pairs = set(combinations(codes, 2))
    return tuple(p for p in load_patterns() if any(a in p.needs[0] and b in p.needs[1] for a, b in pairs))


def parse_example(line: str) -> tuple[str, list[Mention | Time]]:
    """The sentence and mentions that a marked line of a pattern file stands for.

    >>> parse_example("<Agency 国务院>发文")
    ('国务院发文', [Mention(sentence=0, start=0, end=3, type='Agency', text='国务院', name='国务院')])
    """
    text, position = "", 0
    items: list[Mention | Time] = []
    for hit in _MARKED.finditer(line):
        text += line[position:hit.start()]
        kind, name = hit.groups()
        end = len(text) + len(name)
        if kind == "Date":
            items.append(Time(len(text), end, name, "day", None, None, name))
        else:
            items.append(Mention(0, len(text), end, kind, name, name))
        text, position = text + name, hit.end()
    return text + line[position:], items


def run_pattern(pattern: Pattern, skeleton: Skeleton, reading: Reading) -> Iterable[Statement]:
    """The statements that one pattern finds in one sentence: every subject with every object."""
    for hit in pattern.regex.finditer(skeleton.text):
        subjects = skeleton.mentions(*hit.span("subject"))
        objects = _objects(skeleton, hit, undated=reading.article.date is None)
        evidence = reading.evidence(skeleton.index)
        for subject in subjects:
            for thing in objects:
                if subject.ref != thing and (isinstance(thing, str) or thing.name.endswith(pattern.ends)):
                    yield Statement(subject.ref, pattern.relation, thing, confidence=pattern.confidence, evidence=evidence)


def _objects(skeleton: Skeleton, hit: re.Match[str], *, undated: bool) -> list[Ref | str]:
    """What the object slot holds; no date without a year in an article whose own day is unknown."""
    place = CODES["Place"]  # of 浙江省 杭州市 the place itself is the last
    items = [
        skeleton.items[at] for at in range(*hit.span("object"))
        if at in skeleton.items and not (skeleton.text[at] == place and at + 1 < hit.end("object") and skeleton.text[at + 1] == place)
    ]
    known = [item for item in items if isinstance(item, Mention) or told_with_year(item, undated=undated)]
    things = [item.ref if isinstance(item, Mention) else item.value for item in known]
    return [thing for thing in things if thing]


def told_with_year(date: Time, *, undated: bool) -> bool:
    """Whether the year of a date is known: the article's own day is, or the text prints it."""
    return not undated or _YEAR.search(date.text) is not None


@remembered
def find_pattern_statements(reading: Reading) -> Iterable[Statement]:
    """What the pattern files find in the reading."""
    for skeleton in skeletons(reading):
        if len(skeleton.codes) > 1:
            text = skeleton.text
            for pattern in _patterns_for(skeleton.codes):
                if pattern.must in text and pattern.regex.search(text):
                    yield from run_pattern(pattern, skeleton, reading)
