"""What speaks for a cut between two paragraphs, and for an article that begins with one. Between `units` and `facts`."""
from __future__ import annotations

import re
from collections.abc import Sequence

from kg.layout.page import Page
from kg.layout.roles import ADDRESS, DATELINE
from kg.layout.units import Unit

LEAD = 130
LATER_ARTICLE = re.compile(r"^第(?!一条)[一二三四五六七八九十百\d]{1,5}条")
NEWS = re.compile(r"(?:近日|日前).{0,60}?(?:发布|印发|公布|出台|启动|召开|举行|通过|联合)")
EVENT = re.compile(r"^.{0,40}?\d{1,2}日.{0,60}?(?:举行|召开|启动|开幕|举办|发布)")
DATED = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日")
TODAY = re.compile(r"^(?:今天|昨天|昨日|今日)(?:（|\(|，|上午|下午)")


def weigh_beginnings(page: Page, units: Sequence[Unit], bodies: Sequence[int]) -> tuple[dict[int, float], dict[int, float]]:
    """For each body unit how much speaks for an article that begins with it; for each but the first, how much for a cut before it.

    Both are told by words and setting; whether the letters on both sides of a place are alike is for `kg.layout.cohesion` to say.
    """
    starts, gaps = {}, {}
    addressed = {k for k in bodies if ADDRESS.match(units[k].text)}
    for before, k, after in zip([None, *bodies], bodies, [*bodies[1:], None], strict=False):
        unit = units[k]
        lead = unit.text[:LEAD]
        below = k in addressed and before is not None and units[before].role == "docno"  # a number over those addressed belongs to them
        opened = not below and (unit.item or DATELINE.match(lead) is not None or k in addressed or (unit.role == "docno" and after in addressed))
        later, continues = LATER_ARTICLE.match(lead) is not None, unit.continues
        news = "获悉" in lead or "了解到" in lead or (("近日" in lead or "日前" in lead) and NEWS.search(lead) is not None)
        event = "日" in lead and EVENT.match(lead) is not None
        today = TODAY.match(lead) is not None
        starts[k] = 2.0 * opened + max(0.8 * news, 1.2 * event, 0.4 * today) - 3.0 * (later or continues) - 3.0 * unit.tight
        if before is not None:
            words = -4.0 if below else 4.0 if opened else 2.0 if unit.role == "docno" and not units[before].role else -3.0 if later else 0.0
            words += 0.9 * news + 1.2 * event + 0.4 * (DATED.match(lead) is not None) + 0.5 * today
            gaps[k] = words + _gap(page, units[before], unit, units[before + 1:k], continues=continues)
    return starts, gaps


def _gap(page: Page, left: Unit, right: Unit, between: Sequence[Unit], *, continues: bool) -> float:
    """What the setting of two neighbouring body units, and what stands between them, says of a cut."""
    paragraphs = page.kind == "paragraphs"
    score = 0.0
    if left.role == "annex":
        score -= 4
    elif left.role in ("date", "enclosure"):
        score += 0.5
    if between:
        if any(unit.role == "continued" for unit in between):
            score += 1.5
        if any(unit.role in ("source", "closing") or unit.text.startswith("（作者") for unit in between):
            score += 1.0
    if not paragraphs:
        change = abs(left.wrap - right.wrap)
        score += 0.9 if change >= 2 else 0.3 if change >= 1 else -0.4
    if continues or not (left.role or left.final):
        score -= 4 if paragraphs else 3
    return score - 2.5 if right.tight else score
