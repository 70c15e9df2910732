"""Programmes that are printed right behind the one that they are part of: 探月工程|嫦娥某号任务, 国家重大水利工程——某水库.

Place in the line: mentions -> `partOf`.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kg.model import Mention, Reading, Statement
from kg.relate.skeleton import mentions_by_type

CONFIDENCE = 0.8
_WHOLE = ("工程", "项目", "高速公路", "高速", "铁路", "高铁", "大会", "大赛", "论坛", "空间站")
_MAJOR = re.compile("重大|骨干|重点|标志性|[0-9]项")


def find_wholes(reading: Reading) -> Iterable[Statement]:
    """One statement for each programme that stands right behind its whole."""
    for whole, part in pairwise(mentions_by_type(reading).get("Programme", ())):
        if whole.sentence == part.sentence and whole.ref != part.ref and _joined(reading, whole, part):
            yield Statement(part.ref, "partOf", whole.ref, confidence=CONFIDENCE, evidence=reading.evidence(part.sentence))


def _joined(reading: Reading, whole: Mention, part: Mention) -> bool:
    """Whether nothing stands between the two but a dash behind major projects; two names in quotation marks are a list (“甲”“乙”)."""
    if part.start < whole.end or not whole.name.endswith(_WHOLE) or not part.text or part.text.startswith("共建"):
        return False
    between = reading.article.sentences[whole.sentence].text[whole.end:part.start]
    if between == "——":
        return _MAJOR.search(whole.name) is not None
    return between in ("", "“") and not whole.text.endswith("”")
