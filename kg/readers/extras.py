"""Says which extra a format needs, where its package is not installed."""
from __future__ import annotations

from importlib.util import find_spec

from kg.errors import UnreadableInput


def require(package: str, extra: str) -> None:
    """Nothing, if the package is installed.

    Raises:
        UnreadableInput: it is not; the message names the extra.
    """
    if find_spec(package) is None:
        raise UnreadableInput(f"needs {package}; install it by: pip install 'policy-kg[{extra}]'")
