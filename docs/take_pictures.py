"""Takes the pictures of graph.html that stand in the documentation, of the build in a folder.

    kg build seeds && python docs/take_pictures.py output

Needs playwright and a Chromium (``CHROMIUM`` names one) with fonts for Chinese.
"""
from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
FOCUS = "n=Agency:国家医疗保障局"
PICTURES = {  # name: width, height, colour scheme, medium, what is chosen
    "light": (1440, 900, "light", "screen", ""),
    "focus": (1440, 900, "light", "screen", FOCUS),
    "figures": (1440, 900, "light", "screen", "tab=figures"),
    "targets": (1440, 900, "light", "screen", "tab=targets"),
    "dark": (1440, 900, "dark", "screen", FOCUS),
    "narrow": (420, 900, "light", "screen", ""),
    "print": (1000, 1400, "light", "print", FOCUS),
}


def main(build: Path) -> None:
    """Write one PNG for each row of `PICTURES` into ``docs/pictures``."""
    folder = Path(__file__).parent / "pictures"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS)
        for name, (width, height, scheme, medium, chosen) in PICTURES.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN")  # type: ignore[arg-type]
            page = context.new_page()
            page.emulate_media(media=medium)  # type: ignore[arg-type]
            page.goto((build / "graph.html").resolve().as_uri() + (f"#{chosen}" if chosen else ""))
            page.wait_for_timeout(800)
            page.screenshot(path=folder / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "output"))
