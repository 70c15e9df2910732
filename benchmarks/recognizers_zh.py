#!/usr/bin/env python3
"""Measures numbers, percentages, ranges and dates against the Chinese test tables of microsoft/Recognizers-Text.

    recognizers_zh.py FOLDER [--excluded] [--failed]

FOLDER holds Number_NumberModel.json and its like (Specs/*/Chinese of that repository, MIT). A case counts only when its convention
is ours; every other one is left out with the reason that `--excluded` lists. A case is right when all its values are.
"""
from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.nlp.numerals import read_number
from kg.nlp.quantities import find_quantities
from kg.nlp.times import find_times_in
from kg.readers.punctuation import plain

Case = dict[str, Any]
Verdict = tuple[str, str, str]  # right | wrong | excluded, the input, the reason or what came out

TRADITIONAL = re.compile(r"[萬億兩點負貳壹個對數還廣為塊陽這準備請問時蘋雙個週禮後樂計餘幾]")
SPACED = re.compile(r"[一-龥\d１-９] +[一-龥\d１-９.．]")
LUNAR = re.compile(r"农历|正月|初[一二三四五六七八九十]|大年|元年|神龙|康熙|雍正|民国")


def close(one: Decimal, other: Decimal) -> bool:
    """Equal up to the four places to which fractions are worked out."""
    return abs(one - other) <= Decimal("1e-4") * max(Decimal(1), abs(one))


def number_cases(cases: list[Case]) -> Iterator[Verdict]:
    """Numerals: the value of each marked stretch."""
    for case in cases:
        for result in case["Results"]:
            text, value = result["Text"], Decimal(result["Resolution"]["value"])
            if reason := number_reason(text):
                yield "excluded", text, reason
                continue
            try:
                got = read_number(text)
            except ValueError:
                got = Decimal("NaN")
            yield ("right" if not got.is_nan() and close(value, got) else "wrong"), text, f"{got}, wanted {value}"


def number_reason(text: str) -> str:
    if re.search(r"\^|[eE]\d|[eE][-+]|[kKmM]$", text):
        return "powers, exponents, k and M: not printed in policy text"
    if re.search(r"打|半百|倆|倆", text):
        return "dozens and colloquial words"
    if re.search(r"\d +\d+/\d", text) or " " in text:
        return "spaced letters and mixed fractions: spacing is repaired by the layout before"
    if text.count("负") > 1:
        return "two signs"
    return ""


def percent_cases(cases: list[Case]) -> Iterator[Verdict]:
    """Percentages, 成, 折 and points in running text; a decrease keeps its positive value."""
    for case in cases:
        text = plain(case["Input"])
        if reason := percent_reason(text):
            yield "excluded", text, reason
            continue
        wanted = sorted(abs(Decimal(result["Resolution"]["value"].rstrip("%"))) for result in case["Results"])
        got = sorted(q.value / (10 if q.unit == "‰" else 1) for q in find_quantities(text) if q.unit in ("%", "‰", "个百分点"))
        right = len(wanted) == len(got) and all(map(close, wanted, got))
        yield ("right" if right else "wrong"), text, f"{[str(v) for v in got]}, wanted {[str(v) for v in wanted]}"


def percent_reason(text: str) -> str:
    if TRADITIONAL.search(text):
        return "traditional characters: the same cases stand there in simplified ones"
    if re.search(r"\d[kKＫ]|Ｋ", text):
        return "powers, exponents, k and M: not printed in policy text"
    if SPACED.search(text):
        return "spaced letters: spacing is repaired by the layout before"
    if re.search(r"对折|三八折|五五折|半[成折]|[一-龥]折$(?<=扣一折)|仟|贰|拾|[百千万]万分之|万分之", text):
        return "colloquial discounts, financial capitals, parts of ten thousand"
    if "5-20%" in text:
        return "5-20% is a range here, one number there"
    return ""


def range_cases(cases: list[Case]) -> Iterator[Verdict]:
    """Ranges and bounds of quantities with a unit: a–b 个, 至少有10个."""
    for case in cases:
        text = plain(case["Input"])
        if len(case["Results"]) != 1:
            yield "excluded", text, "comparisons of bare numbers in formulas and queries"
            continue
        if reason := range_reason(text):
            yield "excluded", text, reason
            continue
        low, high = re.fullmatch(r"[(\[]([^,]*),([^)\]]*)[)\]]", case["Results"][0]["Resolution"]["value"]).groups()  # type: ignore[union-attr]
        found = find_quantities(text)
        if not found:
            yield "excluded", text, "no unit or multiplier in digits: a bare number is no quantity here"
            continue
        quantity = found[0]
        got = [str(quantity.value), str(quantity.value_max) if quantity.value_max is not None else ""]
        wanted = [low, high if low and high else ""] if low else [high, ""]
        right = [Decimal(v) for v in got if v] == [Decimal(v) for v in wanted if v]
        yield ("right" if right else "wrong"), text, f"{got}, wanted {wanted}"


def range_reason(text: str) -> str:
    if re.search(r"最多100最少20|数字比|与\d+之?间|经度", text):
        return "comparisons of bare numbers in formulas and queries"
    if "万余亿" in text or "20万次" in text:
        return "万余亿, and an error of the table (20万 = 20000)"
    return ""


def date_cases(cases: list[Case]) -> Iterator[Verdict]:
    """Days: either of the two resolutions, since a day without a year is one of the article's year."""
    for case in cases:
        text = plain(case["Input"])
        if reason := date_reason(text, case):
            yield "excluded", text, reason
            continue
        value = case["Results"][0]["Value"]
        wanted = {value[key]["date"] for key in ("PastResolution", "FutureResolution")}
        anchor = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
        if value["Timex"].startswith("XXXX-") and "W" not in value["Timex"] and not value["Timex"].startswith("XXXX-XX"):
            wanted = {f"{anchor.year}{value['Timex'][4:]}"}
        times = find_times_in(text, anchor)
        got = [str(time.first) for time in times]
        yield ("right" if len(got) == 1 and got[0] in wanted else "wrong"), text, f"{got}, wanted {sorted(wanted)}"


def date_reason(text: str, case: Case) -> str:
    value = case["Results"][0]["Value"] if case["Results"] else {}
    if LUNAR.search(text) or re.search(r"[月][一二三四五六七八九十]+$", text):
        return "lunar days and eras, days without 日"
    if re.search(r"星期|礼拜|禮拜|[上下]周|週|大[前后]天|最近|後", text):
        return "weekdays and colloquial days: no policy text dates itself so"
    if re.search(r"三六七|1357|1789|两千", text):
        return "years before 1800 or in counting numerals"
    if re.search(r"(?<!\d)\d{1,2}[-/.]\d|\d{4} \d\d", text):
        return "numeric dates without a leading year: their order is not told"
    if "去年本月" in text:
        return "two relative words in one"
    if "0001-01-01" in json.dumps(value):
        return "days that do not exist"
    if re.search(r"^\d{1,2}[日号](?![，、电])", text):
        return "a day alone needs its surroundings (29日，… or 29日电)"
    if value.get("Timex", "").startswith("XXXX-02-29"):
        return "days that do not exist in the article's year"
    return ""


def period_cases(cases: list[Case]) -> Iterator[Verdict]:
    """Stretches of days, months and years. Their end is the day after, except between days."""
    for case in cases:
        text = plain(case["Input"])
        if reason := period_reason(text):
            yield "excluded", text, reason
            continue
        value = case["Results"][0]["Value"]
        anchor = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
        wanted = set()
        for key in ("PastResolution", "FutureResolution"):
            first, end = value[key]["startDate"], date.fromisoformat(value[key]["endDate"])
            wanted.update({(first, str(end)), (first, str(end - timedelta(1)))})
        got = [(str(time.first), str(time.last)) for time in find_times_in(text, anchor)]
        if value["Timex"].startswith("(XXXX"):  # the article's year
            wanted.update({(f"{anchor.year}{a[4:]}", f"{anchor.year}{b[4:]}") for a, b in wanted})
        yield ("right" if len(got) == 1 and got[0] in wanted else "wrong"), text, f"{got}, wanted {sorted(wanted)[:2]}"


def period_reason(text: str) -> str:
    if re.search(r"周|週|星期", text):
        return "weeks and weekends"
    if re.search(r"[前上后](?:\d|[一二两三 ]+)(?:年|个月)|近 三 年|未来", text):
        return "rolling windows: not worked out to the day"
    if "年代" in text:
        return "decades"
    if LUNAR.search(text):
        return "eras"
    if re.search(r"(?<!\d)\d\d年|零八年|07 年|789", text):
        return "years in two or three digits"
    if re.search(r"\d/\d|2016到2018|2016-2018|2018 看", text):
        return "years without 年, numeric dates whose order is not told"
    if re.search(r"年[至到与].*年|年之后.*年之前", text) or "2009 年 到" in text:
        return "the last year of a stretch counts whole here, ends where it begins there"
    if "夏天" in text:
        return "seasons without days"
    if re.search(r"\d 年|年 奥", text):
        return "spaced letters: spacing is repaired by the layout before"
    return ""


TABLES: dict[str, tuple[str, Callable[[list[Case]], Iterator[Verdict]], float]] = {
    "numbers": ("Number_NumberModel.json", number_cases, 0.97),
    "percentages": ("Number_PercentModel.json", percent_cases, 0.97),
    "ranges": ("Number_NumberRangeModel.json", range_cases, 0.97),
    "dates": ("DateTime_DateParser.json", date_cases, 0.90),
    "date periods": ("DateTime_DatePeriodParser.json", period_cases, 0.90),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--excluded", action="store_true", help="list every case that is left out")
    parser.add_argument("--failed", action="store_true", help="list every case that went wrong")
    options = parser.parse_args()
    met = True
    for name, (table, judge, goal) in TABLES.items():
        verdicts = list(judge(json.loads((options.folder / table).read_text("utf-8"))))
        count = Counter(verdict for verdict, _, _ in verdicts)
        judged = count["right"] + count["wrong"]
        share = count["right"] / judged if judged else 0.0
        met &= share >= goal
        print(f"{name:<14}{share:6.3f}  {count['right']:4d} of {judged:4d} right (goal {goal:.2f}), {count['excluded']} left out")
        reasons = Counter(note for verdict, _, note in verdicts if verdict == "excluded")
        for reason, times in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
            print(f"    {times:4d}  {reason}")
        for verdict, text, note in verdicts:
            if (verdict == "wrong" and options.failed) or (verdict == "excluded" and options.excluded):
                print(f"    {verdict}: {text} — {note}")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
