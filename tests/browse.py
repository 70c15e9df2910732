"""A real browser for the tests of graph.html: where it is, a page opened in it, and two hands, one with a mouse and one with a keyboard."""
from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
AXE = next(filter(Path.is_file, map(Path, filter(None, (os.environ.get("AXE_CORE"), "node_modules/axe-core/axe.min.js")))), None)
BOTH = pytest.mark.parametrize("hand", ["mouse", "keyboard"])
DRAWN = """
  window.drawn = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const spot = this.getTransform().transformPoint(new DOMPoint(x, y));
    window.drawn.push([text, spot.x, spot.y, this.measureText(text).width * this.getTransform().a]);
    return write.call(this, text, x, y);
  };
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.drawn = []; return clear.apply(this, box); };
"""
"""Keeps what the drawing writes in ``window.drawn``: text, middle, width."""


def launch() -> Iterator[Any]:
    """The browser; tests are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")
    if CHROMIUM is None:
        pytest.skip("no Chromium found: no browser tests (apt install chromium, or set CHROMIUM)")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


class Opened:
    """A page with what it asked for and what went wrong in it."""

    def __init__(self, context: Any, path: Path, fragment: str = "") -> None:
        self.page = context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        self.page.wait_for_selector("#map canvas" if "tab=" not in fragment else "#detail", state="attached")

    @property
    def fetched(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("data:", "blob:"))]


def search(page: Any, query: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(query)


def choose(page: Any, query: str) -> None:
    search(page, query)
    page.keyboard.press("Enter")


def reach(page: Any, target: Any) -> None:
    """Go to an element by the Tab key alone, as one does without a mouse: forward, or back where it stands before."""
    way = "element => [element === document.activeElement, element.compareDocumentPosition(document.activeElement) & 4]"
    for _ in range(150):
        there, behind = target.evaluate(way)
        if there:
            return
        page.keyboard.press("Shift+Tab" if behind else "Tab")
    raise AssertionError(f"{target} is not reached by Tab")


def use(page: Any, target: Any, hand: str, key: str = "Enter") -> None:
    """Click an element, or reach and press it."""
    if hand == "mouse":
        target.click()
    else:
        reach(page, target)
        page.keyboard.press(key)


def find_mark(page: Any) -> tuple[float, float]:
    """Where on the drawing a mark lies, found by sweeping until the pointer tells it."""
    box = page.locator("#map canvas").bounding_box()
    for step in range(1000):
        x, y = box["x"] + 60 + (step % 40) * 17, box["y"] + 60 + (step // 40) * 24
        page.mouse.move(x, y)
        if "over" in (page.locator("#map").get_attribute("class") or ""):
            return x, y
    raise AssertionError("no mark on the drawing")


def count(locator: Any) -> int:
    """The number that an element shows."""
    return int(re.sub(r"\D", "", locator.inner_text()))


def download(page: Any, name: str, hand: str = "mouse") -> bytes:
    if hand == "keyboard":
        reach(page, page.locator(f"#{name}"))
    with page.expect_download() as waiting:
        use(page, page.locator(f"#{name}"), hand)
    return Path(waiting.value.path()).read_bytes()
