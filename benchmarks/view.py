"""Times graph.html beside plain pyvis pages of the same graphs, in the same run: making, size, first frame, panning, search.

    python benchmarks/view.py [SIZE ...]

Needs playwright and a Chromium (``CHROMIUM`` names one). Plain pyvis is given its best chance: coordinates, and no physics.
"""
from __future__ import annotations

import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from generated import generated_kb

from kg.exporters.html import write_html
from kg.exporters.page.records import placed
from kg.model import KnowledgeBase, Ref

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
PLAIN_UP_TO = 5000
"""Above this pyvis alone takes minutes: its add_edge looks through all edges."""
WATCH = """
  let marks = 0;
  for (const name of ["fill", "stroke"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...rest) {
      if (++marks === 20) requestAnimationFrame(() => setTimeout(() => { window.firstFrame = performance.now(); }));
      return draw.apply(this, rest);
    };
  }
"""
PAN = """async () => {
  const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect();
  const fire = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
    clientX: box.left + x, clientY: box.top + y, bubbles: true, pointerId: 1, button: 0, buttons: type === "pointerup" ? 0 : 1,
    pointerType: "mouse", isPrimary: true }));
  const start = performance.now();
  fire("pointerdown", 20, 20);
  for (let step = 0; step < 60; step += 1) { fire("pointermove", 20 + 3 * step, 20 + step); await new Promise(requestAnimationFrame); }
  fire("pointerup", 200, 80);
  return 60000 / (performance.now() - start);
}"""
SEARCH = """() => {
  const box = document.getElementById("search");
  const look = (query) => { const start = performance.now(); box.value = query; box.dispatchEvent(new Event("input")); return performance.now() - start; };
  const slowest = Math.max(...["医", "国家医疗", "gj", "zheng", "没有"].map(look));
  look("");
  return slowest;
}"""
"""Milliseconds from a typed query to its offered results, the slowest of five queries; plain pyvis has no search."""


def write_pyvis(kb: KnowledgeBase, path: Path) -> None:
    """Write a plain pyvis page with coordinates and without physics."""
    from pyvis.network import Network

    network = Network(height="800px", directed=True, cdn_resources="in_line")
    number = {entity.ref: index for index, entity in enumerate(kb.entities)}
    for entity, (x, y) in zip(kb.entities, placed(kb, {})[0], strict=True):
        network.add_node(number[entity.ref], label=entity.name, group=entity.type, x=x, y=y)
    for statement in kb.statements:
        if isinstance(statement.object, Ref):
            network.add_edge(number[statement.subject], number[statement.object], label=statement.predicate)
    network.toggle_physics(False)
    path.write_text(network.generate_html(), "utf-8")


def measure(browser: Any, path: Path) -> dict[str, float]:
    """Milliseconds to the first frame, frames per second of panning, milliseconds of a search: medians of three."""
    found: dict[str, list[float]] = {"first frame ms": [], "frames/s": [], "search ms": []}
    for _ in range(3):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(path.as_uri(), timeout=180_000)
        page.wait_for_function("window.firstFrame", timeout=180_000)
        found["first frame ms"].append(page.evaluate("window.firstFrame"))
        page.wait_for_timeout(300)
        found["frames/s"].append(page.evaluate(PAN))
        found["search ms"].append(page.evaluate(SEARCH) if page.locator("#search").count() else math.nan)
        context.close()
    return {name: median(values) for name, values in found.items()}


def run(browser: Any, kb: KnowledgeBase, write: Callable[[KnowledgeBase, Path], None]) -> dict[str, float]:
    """What one page costs: seconds to make it, bytes, milliseconds to the first frame, frames per second."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        start = time.perf_counter()
        write(kb, path)
        made = time.perf_counter() - start
        return {"make s": made, "bytes": path.stat().st_size, **measure(browser, path)}


def main(sizes: list[int]) -> None:
    """Print a line for each size and kind of page, and the ratio where both were made."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        print(f"{'entities':>8}  {'page':<6}{'make s':>9}{'bytes':>12}{'first frame ms':>16}{'frames/s':>10}{'search ms':>11}")
        for size in sizes:
            kb = generated_kb(size)
            ours = run(browser, kb, write_html)
            rows = {"ours": ours}
            if size <= PLAIN_UP_TO:
                plain = rows["pyvis"] = run(browser, kb, write_pyvis)
                rows["ratio"] = {key: ours[key] / plain[key] for key in ours}
            for name, row in rows.items():
                digits = 2 if name == "ratio" else 0
                print(f"{size:>8}  {name:<6}{row['make s']:>9.2f}{row['bytes']:>12.{digits}f}{row['first frame ms']:>16.{digits}f}"
                      f"{row['frames/s']:>10.{digits}f}{row['search ms']:>11.1f}")
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 1000, 5000, 20000])
