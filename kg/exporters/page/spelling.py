"""Pinyin of names, so that the search of the page finds 国家医保局 by ``guojiayibaoju`` and by ``gjybj``."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

RUN = re.compile("[a-z0-9]+|[〇㐀-䶿一-鿿\U00020000-\U0003ffff]+")
"""What of a name is spelled: letters and digits as they are, characters by their syllables."""


def spell(names: Iterable[str]) -> list[str]:
    """Each name's syllables in lower case, put apart by spaces; the browser makes full spelling and initials of them.

    >>> spell(["国家医保局", "“十四五”规划", "2025全国家电消费季"])
    ['guo jia yi bao ju', 'shi si wu gui hua', '2025 quan guo jia dian xiao fei ji']
    """
    from pypinyin.seg.mmseg import seg

    words = ((word for run in RUN.findall(name.lower()) for word in ((run,) if run.isascii() else seg.cut(run))) for name in names)
    return [" ".join(map(_syllables, word)) for word in words]


@lru_cache(maxsize=1 << 16)
def _syllables(word: str) -> str:
    """The syllables of one word, which names of a country's bodies share by the thousand."""
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin([word])).lower()
