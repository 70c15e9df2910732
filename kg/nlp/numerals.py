"""Reads numerals, Arabic, Chinese and mixed: 13.26亿, 三百二十万, 7万5千. Below kg.nlp.quantities; it knows nothing of units."""
from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_NAMES = ("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {char: value for value, chars in enumerate(_NAMES) for char in chars}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
PLAIN_FORMS = str.maketrans("０１２３４５６７８９．，／－萬億兩點負陸貳幾餘", "0123456789.,/-万亿两点负陆贰几余")
_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|[零〇○一壹二两贰三叁四肆五伍六陆七柒八捌九玖]|[十拾百佰千仟]|[万亿兆]|"
    r"[余多几]"
)
_FRACTION = re.compile(r"(?P<whole>[^又分]{1,12}又)?(?P<below>[^又分]{1,12})分之(?P<above>.+)")


def read_number(text: str) -> Decimal:
    """The value of a numeral; ValueError when the text is none.

    >>> [str(read_number(t)) for t in ("13.26亿", "三百二十万", "7万5千", "一千三", "三分之一", "二点五")]
    ['1326000000', '3200000', '75000', '1300', '0.3333', '2.5']
    """
    text = text.translate(PLAIN_FORMS)
    if text[:1] in "负-" and len(text) > 1:
        return -read_number(text[1:])
    if "/" in text:
        above, _, below = text.partition("/")
        return plain((read_number(above) / read_number(below)).quantize(Decimal("0.0001")))
    if hit := _FRACTION.fullmatch(text):
        whole = read_number(hit["whole"][:-1]) if hit["whole"] else Decimal(0)
        return plain(whole + (read_number(hit["above"]) / read_number(hit["below"])).quantize(Decimal("0.0001")))
    integer, point, decimals = text.partition("点")
    if point and not all(char in DIGITS for char in decimals):
        raise ValueError(text)
    tokens = _TOKEN.findall(integer)
    if "".join(tokens) != integer or not integer:
        raise ValueError(text)
    value = _read(tokens)
    if decimals:
        value += Decimal("0." + "".join(str(DIGITS[char]) for char in decimals))
    return plain(value)


def matches(pattern: re.Pattern[str], opening: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, none of them empty, tried only where one can begin.

    A class of letters is looked for by `re` itself; a long list of alternatives would be tried at every letter.

    Args:
        pattern: what is looked for.
        opening: what every match begins with: one letter, and what must stand behind it.
        text: where it is looked for.
    """
    end = 0
    for start in opening.finditer(text):
        at = start.start()
        if at >= end and (hit := pattern.match(text, at)) and hit.end() > at:
            end = hit.end()
            yield hit


def _read(tokens: list[str]) -> Decimal:
    """Sections below ten thousand, each times its 万 or 亿; a larger unit multiplies everything before it."""
    total, section, number = Decimal(0), Decimal(0), None
    last, largest, positional = 0, 0, False
    for token in tokens:
        if token in SMALL:
            section += (number if number is not None else 1) * SMALL[token]
            number, last = None, SMALL[token]
        elif token in LARGE:
            section += number or 0
            unit = LARGE[token]
            if largest and unit >= largest:
                total = (total + section) * unit
            else:
                total += (section or 1) * unit
            section, number, last, largest = Decimal(0), None, unit, max(unit, largest)
        elif token in "零〇○" and number is None:
            last = 1
        elif token not in "余多几":
            digit = Decimal(DIGITS[token]) if token in DIGITS else Decimal(token.replace(",", ""))
            positional = number is not None
            number = number * 10 + digit if number is not None else digit
    if number is not None:
        short = last > 1 and not positional and number < 10 and tokens[-1] in DIGITS
        section += number * last / 10 if short else number
    return total + section


def plain(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without exponent."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()
