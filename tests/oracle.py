"""Readings made from gold annotations: they measure one part of the line while all the parts before it are right."""
from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from kg.model import Article, Entity, Mention, Reading, Ref, Sentence

SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”’』」）)]*|[。！？]+")


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text or "")


def gold_articles(gold: dict, raw: str) -> list[Article]:
    """Cut the document at the annotated first and last words; white space inside paragraphs is dropped, none is repaired."""
    chars = [(c, i) for i, c in enumerate(raw) if not c.isspace()]
    flat = "".join(c for c, _ in chars)
    found = []
    for number, row in enumerate(gold["articles"], 1):
        first, last = squeeze(row.get("first")), squeeze(row.get("last"))
        begin = flat.find(first) if first else 0
        end = flat.find(last, max(begin, 0)) + len(last) if last else len(flat)
        if begin < 0 or end < len(last):
            continue
        sentences = []
        headline = row.get("headline")
        if headline:
            place = flat.find(squeeze(headline))
            if place >= 0:
                sentences.append(Sentence(squeeze(headline), ((chars[place][1], chars[place + len(squeeze(headline)) - 1][1] + 1),), 0, "headline"))
        start_raw, end_raw = chars[begin][1], chars[end - 1][1] + 1
        body = raw[start_raw:end_raw]
        wrapped = sum(len(squeeze(x)) <= 45 for x in raw.splitlines() if x.strip()) > 0.9 * sum(bool(x.strip()) for x in raw.splitlines())
        paragraph, position = 1, start_raw
        for block in re.split(r"(\n+)", body):
            text = squeeze(block)
            if text:
                if not wrapped:
                    text = re.sub(r"[#*]", "", text)
                for hit in SENTENCE.finditer(text):
                    sentences.append(Sentence(hit.group(), ((position, position + len(block)),), paragraph))
                if not wrapped or re.search(r"[。！？”]\s*$", block):
                    paragraph += 1
            position += len(block)
        if wrapped:  # join the lines of a paragraph before cutting into sentences
            joined, sentences = sentences, [s for s in sentences if s.role == "headline"]
            texts: dict[int, str] = {}
            for s in joined:
                if s.role != "headline":
                    texts[s.paragraph] = texts.get(s.paragraph, "") + s.text
            for key, text in texts.items():
                sentences += [Sentence(h.group(), ((start_raw, end_raw),), key) for h in SENTENCE.finditer(text)]
        day = row.get("date")
        found.append(Article(gold["document"], number, squeeze(headline) or None, date.fromisoformat(day) if day and day != "?" else None,
                             row.get("source"), tuple(sentences)))
    return found


def gold_reading(gold: dict, article: Article) -> Reading:
    """Mentions of the annotated entities by their printed names, longest first, without overlaps; no quantities, no times."""
    names = sorted(((squeeze(n), e) for e in gold["entities"] for n in e["names"]), key=lambda x: -len(x[0]))
    mentions: list[Mention] = []
    for index, sentence in enumerate(article.sentences):
        taken: set[int] = set()
        for name, entity in names:
            at = sentence.text.find(name) if len(name) > 1 else -1
            while at >= 0:
                span = range(at, at + len(name))
                if not taken.intersection(span):
                    taken.update(span)
                    mentions.append(Mention(index, at, at + len(name), entity["type"], name, entity["names"][0]))
                at = sentence.text.find(name, at + 1)
    mentions.sort(key=lambda m: (m.sentence, m.start))
    entities = {Ref(e["type"], e["names"][0]): Entity(e["type"], e["names"][0], tuple(e["names"][1:])) for e in gold["entities"]}
    empty: tuple = tuple(() for _ in article.sentences)
    return Reading(article, tuple(mentions), entities, empty, empty)


def gold_readings(gold_file: Path, text_file: Path) -> list[Reading]:
    gold = json.loads(gold_file.read_text("utf-8"))
    raw = text_file.read_text("utf-8-sig")
    return [gold_reading(gold, article) for article in gold_articles(gold, raw)]
