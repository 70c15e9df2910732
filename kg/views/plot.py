"""Draws the series of an indicator by matplotlib, in a Chinese font that is found among those installed."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from kg.errors import PolicyKGError
from kg.model import KnowledgeBase
from kg.views.indicators import Indicator
from kg.views.series import stated

FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Noto Sans CJK JP", "Noto Serif CJK SC", "Noto Serif CJK JP", "SimSun",
)
MAGNITUDES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


class CannotPlot(PolicyKGError):
    """A plot that cannot be drawn, and what is missing for it."""


def plot_series(kb: KnowledgeBase, indicators: Sequence[Indicator], path: Path) -> None:
    """Write the series as a picture (PNG, SVG or PDF, by the file's ending), a panel for each unit and measure.

    An indicator has a line for each kind of period: what a month brought and what the year has brought so far are not one curve.

    Raises:
        CannotPlot: without matplotlib, without a Chinese font, or where no figure tells its period.
    """
    panels: dict[tuple[str, str], dict[str, list[tuple[date, Decimal]]]] = {}
    for one, figure in stated(kb, indicators):
        if figure.period:
            lines = panels.setdefault((figure.measure, one.unit), {})
            lines.setdefault(f"{one.label} · {kind(figure.period)}", []).append((figure.period[1], one.value(figure)))
    if not panels:
        raise CannotPlot(f"{indicators[0].label}: no figure tells its period, there is nothing to plot")
    draw(panels, indicators[0].name, path)


def draw(panels: dict[tuple[str, str], dict[str, list[tuple[date, Decimal]]]], title: str, path: Path) -> None:
    """Draw one panel for each measure and unit."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise CannotPlot("--plot needs matplotlib; run `pip install 'policy-kg[notebook]'`") from error
    with matplotlib.rc_context({"font.family": chinese_font(), "axes.unicode_minus": False, "svg.hashsalt": title}):
        picture = Figure(figsize=(8, 3.2 * len(panels)), layout="constrained")
        for axes, ((measure, unit), lines) in zip(picture.subplots(len(panels), squeeze=False)[:, 0], panels.items(), strict=True):
            size, name = magnitude([value for points in lines.values() for _, value in points])
            for name_, points in lines.items():
                axes.plot([day for day, _ in points], [float(value / size) for _, value in points], marker="o", label=name_)
            axes.set_ylabel(f"{name}{unit}（{measure}）")
            axes.legend()
        picture.suptitle(title)
        picture.savefig(path, dpi=150, metadata={"Date": None} if path.suffix == ".svg" else None)


def kind(period: tuple[date, date]) -> str:
    """What kind of stretch a period is: moment, month, year, since January, or another.

    >>> kind((date(2025, 10, 1), date(2025, 10, 31))), kind((date(2025, 1, 1), date(2025, 10, 31)))
    ('month', 'since January')
    """
    first, last = period
    days = (last - first).days + 1
    if days == 1:
        return "moment"
    if days <= 31:
        return "month"
    if (first.month, first.day) == (1, 1) and first.year == last.year:
        return "year" if last.month == 12 else "since January"
    return "other period"


def magnitude(values: Sequence[Decimal]) -> tuple[Decimal, str]:
    """By what the values of an axis are divided, and its name: 万, 亿.

    >>> magnitude([Decimal(1326000000)])
    (Decimal('100000000'), '亿')
    """
    largest = max(map(abs, values))
    return next(((size, name) for size, name in MAGNITUDES if largest >= size), (Decimal(1), ""))


def chinese_font() -> str:
    """The first font of `FONTS` that is installed, also since matplotlib last listed them."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    listed = {font.fname for font in fontManager.ttflist}
    for path in sorted(set(findSystemFonts()) - listed):  # those that `CannotPlot` tells to install
        if "CJK" in path:
            fontManager.addfont(path)
    installed = {font.name for font in fontManager.ttflist}
    for name in FONTS:
        if name in installed:
            return name
    raise CannotPlot("no Chinese font is installed; install one (Debian: `apt install fonts-noto-cjk`) and plot again")
