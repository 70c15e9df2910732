"""Pinyin of names, so that the search of the page finds 国家医保局 by ``guojiayibaoju`` and by ``gjybj``."""
from __future__ import annotations

from collections.abc import Iterable


def spell(names: Iterable[str]) -> list[str]:
    """Each name's syllables in lower case, put apart by spaces; the browser makes full spelling and initials of them.

    >>> spell(["国家医保局", "GB 14934"])
    ['guo jia yi bao ju', 'gb 14934']
    """
    from pypinyin import lazy_pinyin

    return [" ".join(" ".join(lazy_pinyin(name)).lower().split()) for name in names]
