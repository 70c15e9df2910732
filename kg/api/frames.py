"""Rows as pandas data frames, whose columns have types."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.api.tables import Kind, Row
from kg.errors import PolicyKGError

if TYPE_CHECKING:
    from pandas import DataFrame

DTYPES: Mapping[Kind, str] = {
    "text": "string", "category": "category", "names": "object", "count": "int64", "number": "float64", "day": "datetime64[s]",
}  # fmt: skip
"""pandas' type for each kind of column."""


class MissingExtra(PolicyKGError):
    """A library that comes with an extra of the package and is not installed; the message names the extra."""


def to_frame(columns: Mapping[str, Kind], rows: Iterable[Row]) -> DataFrame:
    """Rows as a data frame whose columns have pandas' types."""
    try:
        from pandas import DataFrame, Series
    except ImportError as error:
        raise MissingExtra("pandas: not installed; run `pip install 'policy-kg[notebook]'`") from error
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    return DataFrame({name: Series(list(column), dtype=DTYPES[kind]) for (name, kind), column in zip(columns.items(), cells, strict=True)})
