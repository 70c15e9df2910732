"""Numbers and dates as RDF writes them here: exact, in one spelling, as precise as the text."""
from __future__ import annotations

from datetime import date
from decimal import Decimal

from rdflib import XSD, Literal

DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def decimal(value: Decimal | float) -> Literal:
    """A decimal literal without exponent and without trailing zeros.

    >>> str(decimal(Decimal("1.326E+9"))), str(decimal(0.90))
    ('1326000000', '0.9')
    """
    text = format(Decimal(str(value)), "f")
    return Literal(text.rstrip("0").rstrip(".") if "." in text else text, datatype=XSD.decimal, normalize=False)


def moment(value: date | str) -> Literal:
    """A date literal as precise as its ISO form.

    >>> moment("2025").datatype == XSD.gYear, moment("2025-06").datatype == XSD.gYearMonth, str(moment(date(2025, 6, 1)))
    (True, True, '2025-06-01')
    """
    return Literal(str(value), datatype=DATE_TYPES[len(str(value))], normalize=False)
