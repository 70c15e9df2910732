"""Reads every mark, figure and letter in the one form that all else matches, and quotes it as printed (`kg.readers.printed`).

Web pages and converted files print 到2025年,建成…; newspapers ２０２５年; other programs "甲"行动 and 「甲」行动. Each is matched one to one, so that offsets
stay as they are.
"""
from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Document

HAN = "\u4e00-\u9fff"
WIDTHS = {code: chr(code - 0xFEE0) for first, last in ("０９", "ＡＺ", "ａｚ", "／／") for code in range(ord(first), ord(last) + 1)}
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens, joiners and marks of no width, which count as white space
PLAIN = str.maketrans({**WIDTHS, **dict.fromkeys(map(ord, UNSEEN), "\u3000"), ord("％"): "%", ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’"})
OTHER = re.compile(f"[０-９Ａ-Ｚａ-ｚ％／「」『』{UNSEEN}]")
DASHES = re.compile(rf"[－–]|(?<=[{HAN}])--(?=[{HAN}\\d“《])")
DOT = re.compile(rf"(?<=[{HAN}A-Za-z])[•・‧∙](?=[{HAN}A-Za-z])")
OF_YEAR = "[一二][〇○ＯO零八九][〇○ＯO零一二三四五六七八九]{2}"  # 二〇二五年; its days have no such form
YEAR = re.compile(f"(?<![一二三四五六七八九十百千万零〇○]){OF_YEAR}(?=年|[-—–～~至]{OF_YEAR}年)")
DIGITS = str.maketrans("〇○ＯO零一二三四五六七八九", "0000" + "0123456789")
HEADING = re.compile(rf"(?m)(?<=[一二三四五六七八九十])[.．](?=[{HAN}])(?<=^[一二三四五六七八九十][.．])")
# 今天（8月5日）, 截至8月5日, 8月5日, 增速分别为, 论坛在京举行: each word in its more usual spelling
IN_TURN = "为|是|达|占|增长|下降|提高|提升|减少|增加"
WORDS = re.compile(
    r"(?<=[今昨明])日(?=（\d)|(?<=截)止(?=到?(?:\d|今[天日早晚年]|[目当]前|[本上]月|去年|发稿))"
    r"|(?:(?<=\d月\d)|(?<=\d月\d\d))号(?![楼线院栋座馆厅门机台库井文桥坑])|(?<=\d)号(?=[上下]午|凌晨|晚[上间])"
    rf"|依次(?={IN_TURN})"
    r"|(?<=[日午晚将会坛赛展动节式典）天晨正月周])于(?=[一-龥]{2,8}?(?:举行|召开|举办|开幕|启动|开赛|揭幕|闭幕|落幕|拉开))")
USUAL = {"于": "在", "日": "天", "止": "至", "号": "日", "依次": "分别"}
POINT = re.compile(r"(?<=\d)．(?=\d)")
HALF, FULL = ",;:?!", "，；：？！"
WIDE = str.maketrans(HALF, FULL)
MARK = re.compile(  # behind a Chinese letter, or between a Latin one or a digit and a Chinese one; no address, and no &nbsp;
    rf"[{HALF}](?!//)(?:(?<=[{HAN}”》）)%].)|(?<=[{HAN}”》）)%] .)|(?=[{HAN}“《])(?<=[\dA-Za-z].)(?<![A-Za-z];))")
BRACKETS = re.compile(rf"\((?=[^()]{{0,80}}[{HAN}][^()]{{0,80}}\))[^()]+\)|(?<=[{HAN}”》])\([^()\n]{{1,40}}\)|\(\d{{1,2}}\)(?=[{HAN}])")
THOUSANDS = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:，\d{3})+(?!\d)")
QUOTES = re.compile(  # and the ends of paragraphs
    r"""["“”‘’]|(?<![A-Za-z\d])'|'(?![A-Za-z\d])|(?<=[。！？”"])\n""")
TURNED = {'"': "“”", "'": "‘’"}


def settle_marks(document: Document) -> Document:
    """The document in its plain form (`plain`); itself, where it has no other."""
    text = plain(document.text)
    return document if text == document.text else replace(document, text=text)


def plain(text: str) -> str:
    """Text with full-width marks behind Chinese letters, half-width digits, letters and marks of numbers, and quotation marks that open and close;
    of the same length.

    >>> plain('到２０２５年,建成10，000座"甲"工程(一期),增长5．1％;')
    '到2025年，建成10,000座“甲”工程（一期），增长5.1%；'
    """
    if OTHER.search(text):
        text = text.translate(PLAIN)
    text = YEAR.sub(lambda year: year.group().translate(DIGITS), text)
    text = DASHES.sub(lambda dash: "—" * len(dash.group()), text)
    text = DOT.sub("·", text)
    if "．" in text:
        text = POINT.sub(".", text)
    if "(" in text:
        text = BRACKETS.sub(lambda pair: f"（{pair.group()[1:-1]}）", text)
    text = MARK.sub(lambda mark: mark.group().translate(WIDE), text)
    text = THOUSANDS.sub(lambda number: number.group().replace("，", ","), text)
    text = HEADING.sub("、", text)
    text = WORDS.sub(lambda word: USUAL[word.group()], text)
    return _turned(text) if '"' in text or "'" in text else text


def _turned(text: str) -> str:
    """Text with its straight quotation marks turned to where they stand: the first of a paragraph opens, the next one closes."""
    opened: set[str] = set()

    def turn(hit: re.Match[str]) -> str:
        mark = hit.group()
        pair = TURNED.get(mark)
        if pair:
            mark = pair[pair[0] in opened]
        if mark in "“‘":
            opened.add(mark)
        elif mark in "”’":
            opened.discard("“" if mark == "”" else "‘")
        else:
            opened.clear()
        return mark

    return QUOTES.sub(turn, text)
