"""Sets plain articles as the text layer of a newspaper page, so that layout repair can be measured to the letter.

Lines are cut at the column's width, columns end in the middle of sentences, some lines are spaced out letter by letter, headlines stand
before or after their bodies and may take two lines. The truth is the input.
"""
from __future__ import annotations

import random

STYLES = {"narrow": (15, 19), "spaced": (14, 20), "plain": (26, 34)}
NO_LINE_BEGINS_WITH = "，。；：、！？”》）%"


def set_lines(paragraph: str, width: int, rng: random.Random, *, spread: bool) -> list[str]:
    """The lines of a paragraph; figures and Latin words stay whole, marks never begin a line."""
    lines, start = [], 0
    while start < len(paragraph):
        end = min(len(paragraph), start + width)
        while end < len(paragraph) and (paragraph[end] in NO_LINE_BEGINS_WITH or (paragraph[end].isascii() and paragraph[end - 1].isascii())):
            end += 1
        line = paragraph[start:end]
        lines.append(" ".join(line) if spread and rng.random() < 0.25 else line)
        start = end
    return lines


def set_headline(head: str, rng: random.Random) -> str:
    """A headline in one or two lines."""
    if len(head) < 13 or rng.random() < 0.4:
        return head
    cut = len(head) // 2
    while cut < len(head) - 1 and head[cut].isascii():
        cut += 1
    return f"{head[:cut]}\n{head[cut:]}"


def set_page(articles: list[tuple[str, list[str]]], style: str, seed: int) -> str:
    """A page of headlines and paragraphs in one of the styles narrow, spaced or plain."""
    rng = random.Random(seed)
    parts = ["要闻"]
    for head, paragraphs in articles:
        width = rng.randint(*STYLES[style])
        lines = [line for paragraph in paragraphs for line in set_lines(paragraph, width, rng, spread=style != "plain")]
        breaks = set(rng.sample(range(2, len(lines)), k=min(2, len(lines) // 14))) if len(lines) > 14 else set()
        body = ""
        for index, line in enumerate(lines):
            body += ("\n" if index in breaks else "") + line + ("\n\n" if style == "spaced" else "\n")
        first = style == "spaced" or rng.random() < 0.5
        headline = set_headline(head, rng)
        parts.append(f"{headline}\n\n{body.strip()}" if first else f"{body.strip()}\n\n{headline}")
    return "\n\n".join(parts) + "\n"
