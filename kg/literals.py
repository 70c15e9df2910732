"""Literals as RDF has them, in plain values: texts, numbers and dates in one spelling, as precise as the text."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from rdflib import XSD

INTEGER, DECIMAL = str(XSD.integer), str(XSD.decimal)
DATE_TYPES = {4: str(XSD.gYear), 7: str(XSD.gYearMonth), 10: str(XSD.date)}


class Text(NamedTuple):
    """A literal: its text, and its language or its datatype."""

    text: str
    language: str | None = None
    datatype: str | None = None


def text(value: str | None) -> Text | None:
    """A plain literal, None for nothing."""
    return Text(value) if value else None


def integer(value: int) -> Text:
    """A whole number."""
    return Text(str(value), None, INTEGER)


def decimal(value: Decimal | float) -> Text:
    """A decimal literal without exponent and without trailing zeros.

    >>> decimal(Decimal("1.326E+9")).text, decimal(0.90).text
    ('1326000000', '0.9')
    """
    written = format(Decimal(str(value)), "f")
    return Text(written.rstrip("0").rstrip(".") if "." in written else written, None, DECIMAL)


def moment(value: date | str) -> Text:
    """A date literal as precise as its ISO form.

    >>> moment("2025").datatype, moment(date(2025, 6, 1)).text
    ('http://www.w3.org/2001/XMLSchema#gYear', '2025-06-01')
    """
    return Text(str(value), None, DATE_TYPES[len(str(value))])
