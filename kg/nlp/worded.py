"""Quantities told in words or parts: 八成, 三分之一, 百分之五, 8折, 零增长, 两千亿元, 有效期五年. Below kg.nlp.quantities."""
from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.model import Quantity
from kg.nlp.numerals import matches, plain, read_number
from kg.nlp.qualifiers import AFTER, BEFORE, POST, PRE

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
MULTIPLIERS = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5,
               "万": 10**4, "千": 10**3, "百": 10**2}
HAN_NUMBER = r"(?:[一二两三四五六七八九十千零万]|百(?!分)){1,9}(?:点[一二三四五六七八九零]{1,4})?"
APPROXIMATE = re.compile(r"[一二三四五六七八九]{2}[十百千]")  # 二三十
NUMERALS = "一二两三四五六七八九十百千零万"
ROUGHLY = ("近", "上", "超", "约", "逾", "超过", "突破")
DEFINITE = "(?<!几)(?<!^数)(?<![^人户次件总]数)"  # neither 几十万 nor 数十亿
ONE_DIGIT = "[一二两三四五六七八九]"
SPAN = "个?工作日|日|天|个月|年"
DUE = "届满|期满|到期|召开|举行|开工|施工|开庭|听证"  # before which something is due
ROUND_UNITS = "人次|架次|平方米|公里|[名家个项户条件种场辆台次所座处位亩部只支批套株尾吨颗枚]|人(?![口家民])"
HINT = re.compile("|".join((
    *(rf"{digit}(?=[成折]|分之|/\d)" for digit in "0123456789"),
    *(rf"{numeral}(?=[成折倍]|分之|个百分点|增长|[百千万亿]|[{NUMERALS}]{{1,6}}[百千万亿]|[{NUMERALS}]{{0,2}}(?:{SPAN})(?:以?[内上下]|前)|[至到]{ONE_DIGIT}[人名年个])"
      for numeral in NUMERALS),
    *(rf"{word}[百千万]" for word in ROUGHLY), "百[余多]", "千[余多]", "万[余多]", "一半", "半数",
    *(rf"{word}[{NUMERALS}]" for word in ("有效期[为是]?", "提前", "延长", "期限为?", "至少保存", "为期", "连续", "[不得]超过", "至少有?",
                                         "[不得]少于", "不低于")),
)))  # what each quantity in words has in it
SPECIAL = re.compile(
    rf"(?P<pre>{PRE})?(?:"
    rf"(?:(?<![\d.])(?P<tenths>\d|{ONE_DIGIT})[至到](?=(?:\d|{ONE_DIGIT})成))?"
    r"(?P<tenth>(?<![\d.])10(?=成)|(?<![\d.])\d(?:\.\d)?|[一二两三四五六七八九](?:点[一二三四五六七八九])?|"
    rf"十(?=成[^分]?$))成(?P<half>[半一二三四五六七八九](?!成|[千百万]))?(?![为立员都功长品果本就交])"
    rf"|(?P<base>[百千])分之(?P<percent>{NUMBER}|{HAN_NUMBER})"
    rf"|(?P<below>\d{{1,9}}|{HAN_NUMBER})分之(?P<above>\d{{1,9}}|{HAN_NUMBER})(?!决赛)"
    r"|(?<![\d/])(?P<over>\d{1,2})/(?P<under>\d{1,2})(?![\d/])"
    r"|(?<!社)(?P<zero>零)增长"
    r"|(?<![\d.])(?P<off>\d\d?(?:\.\d)?|[一二两三四五六七八九](?:点[一二三四五六七八九])?)折(?![旧算叠扣腾断磨射合返中])"
    rf"|{DEFINITE}(?P<han>{HAN_NUMBER})(?P<points>个百分点|倍)(?!频|数|增)"
    rf"|(?<=有效期)(?:为|是)?(?P<term>{HAN_NUMBER})(?P<time>年|个月|天|个工作日)|(?:(?<=期限)为?|(?<=至少保存))(?P<term2>{HAN_NUMBER})(?P<time2>年|个月|天)"
    rf"|(?<=为期)(?P<term3>{HAN_NUMBER})(?P<time3>年|个月|天)"
    rf"|(?<=连续)(?P<term4>{HAN_NUMBER})(?P<time4>年|个月|个季度|次|届)"
    rf"|(?<=提前|延长)(?P<term5>{HAN_NUMBER})(?P<time5>个?工作日|个月|[日天])"
    r"|(?<=[不得]超过)(?P<most>[一二两三四五六七八九十]{1,3})(?P<mostof>次|年|个月|天|日|个工作日|家|个|名|项|种)"
    r"|(?:(?<=至少)有?|(?<=[不得]少于)|(?<=不低于))(?P<least>[一二两三四五六七八九十]{1,3})(?P<count>家|个月|个工作日|个|名|人(?![均次口])|次|项|所|种|年|天|日)"
    r"|(?:(?<=[起满处当限])|(?<=以上)|(?<=[^今此以之]后)|(?<=[在于，])(?=[^，]{1,3}(?:个?工作)?日))(?P<span>[一二两三四五六七八九十]{1,3})"
    rf"(?P<spanof>{SPAN})(?=以?[内上下])(?!内[地部外陆])"
    rf"|(?:(?<={DUE.replace('|', ')|(?<=')})|(?<={DUE.replace('|', '的)|(?<=')}的))(?P<ahead>[一二两三四五六七八九十]{{1,3}})(?P<aheadof>{SPAN})(?=前)"
    r"|(?<![一二两三四五六七八九十第])(?P<barred>[一二两三四五六七八九十]{1,3})(?P<barredof>年|个月)内(?=不得|不予|不受理|禁止)"
    rf"|(?<![一二两三四五六七八九十百千零第\d月年])(?P<low>{ONE_DIGIT})[至到](?P<high>{ONE_DIGIT}|十)(?P<both>人|名|个月|年)(?![级度代大])"
    r"|(?:(?<=[跃迈站踏]上)|(?<![\d几数.多余上一两二三四五六七八九十百千万]))(?P<bare>万亿|千亿|百亿|千万|百万)(?:多|余)?(?P<money>元|美元|斤|"
    r"千瓦|吨|立方米)(?!级|县|村|富|粮食产能)"
    rf"|(?:(?<![以早晚网线身手历赛会场路海地])上|(?<=[近超约逾])(?<!最近)(?<!附近)|(?<=超过)|(?<=突破))(?P<round>千万|百万|百|千|十万|万)(?:多|余)?(?P<roundof>{ROUND_UNITS})"
    r"(?![月分国级])"
    rf"|(?<![\d几数.一二两三四五六七八九十百千万第])(?P<odd>百|千|十万|万)[余多](?P<oddof>{ROUND_UNITS})(?![月分国级])"
    r"|(?P<part>(?(pre)了?(?:一半|半数)|(?:一半|半数)(?=以上)))"
    rf"|"
    rf"(?<![一二两三四五六七八九十百千零每\d]){DEFINITE}(?P<big>[一二两三四五六七八九十][一二两三四五六七八九十百千零]{{0,6}}[百千万亿][一二两三四五六七八九十百千零万亿余多]{{0,8}})"
    r"(?P<bigunit>元|美元|欧元|日元|港元|人次|人|户|名|吨|公斤|亩|斤|公里|平方米|平方公里|立方米|千瓦|米)(?![民家])"
    rf")(?P<post>{POST})?"
)
SPECIAL_OPENING = re.compile(rf"[\d一二两三四五六七八九十百千零万上为是有半{''.join(sorted({word[0] for word in BEFORE}))}]")


def find_worded(text: str, masked: str) -> Iterator[Quantity]:
    """成, fractions, 百分之, 零增长, 折, and the few Chinese numerals that are quantities."""
    for hit in matches(SPECIAL, SPECIAL_OPENING, masked):
        if APPROXIMATE.search(hit.group()):
            continue
        value, unit = _special_value(hit)
        low = read_number(hit["tenths"]) * 10 if hit["tenths"] else value
        start, end = hit.start(), hit.end()
        while text[start] in "为是有":
            start += 1
        qualifier = BEFORE.get(hit["pre"] or "") or AFTER.get(hit["post"] or "") or ("不低于" if hit["least"] else "不超过" if hit["most"] else None)
        high = read_number(hit["high"]) if hit["high"] else value
        yield Quantity(start, end, text[start:end], plain(low), unit, plain(high) if high > low else None, qualifier)


def _special_value(hit: re.Match[str]) -> tuple[Decimal, str]:
    group = hit.groupdict()
    if group["tenth"]:
        half = group["half"]
        return read_number(group["tenth"]) * 10 + (5 if half == "半" else read_number(half) if half else 0), "%"
    if group["percent"]:
        return read_number(group["percent"]), "%" if group["base"] == "百" else "‰"
    if group["below"] or group["over"]:
        above, below = (group["above"], group["below"]) if group["below"] else (group["over"], group["under"])
        return (read_number(above) / max(Decimal(1), read_number(below))).quantize(Decimal("0.0001")), ""
    if group["zero"]:
        return Decimal(0), "%"
    if group["off"]:
        off = read_number(group["off"])
        return off * 10 if off < 10 else off, "%"
    if group["han"]:
        return read_number(group["han"]), group["points"]
    if group["part"]:
        return Decimal("0.5"), ""
    if group["bare"]:
        return Decimal(MULTIPLIERS[group["bare"]]), group["money"]
    if group["round"]:
        return Decimal(MULTIPLIERS[group["round"]]), group["roundof"]
    if group["odd"]:
        return Decimal(MULTIPLIERS[group["odd"]]), group["oddof"]
    if group["big"]:
        return read_number(group["big"]), group["bigunit"]
    for number, unit in (("term", "time"), ("term2", "time2"), ("term3", "time3"), ("term4", "time4"), ("term5", "time5"), ("most", "mostof"),
                         ("least", "count"), ("span", "spanof"), ("ahead", "aheadof"), ("barred", "barredof"), ("low", "both")):
        if group[number]:
            return read_number(group[number]), group[unit]
    raise AssertionError(hit.group())
