"""Pinyin of names, so that the search of the page finds 国家医保局 by ``guojiayibaoju`` and by ``gjybj``."""
from __future__ import annotations

import re
from collections.abc import Iterable

SYLLABLE = re.compile(r"[a-z0-9]+")


def spell(names: Iterable[str]) -> list[str]:
    """Each name's syllables in lower case, put apart by spaces; the browser makes full spelling and initials of them.

    >>> spell(["国家医保局", "“十四五”规划"])
    ['guo jia yi bao ju', 'shi si wu gui hua']
    """
    from pypinyin import lazy_pinyin

    return [" ".join(SYLLABLE.findall(" ".join(lazy_pinyin(name)).lower())) for name in names]
