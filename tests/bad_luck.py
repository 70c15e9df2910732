"""Documents that tell what shall happen to them: ``install`` replaces extraction in this process, `site` in all that start from it."""
from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from kg.model import Article, ArticleFacts, Document, Extract, Facts


def extract(document: Document, nlp: object) -> Extract:
    """One article with the document's text as its headline, unless the text is 出错 (raises), 太慢 (takes long), 崩溃 (ends the process)."""
    if "出错" in document.text:
        raise ZeroDivisionError("division by zero")
    if "太慢" in document.text:
        time.sleep(60)
    if "崩溃" in document.text:
        os._exit(7)
    return Extract(document, (ArticleFacts(Article(document.identifier, 1, document.text, None, None, ()), (), Facts()),))


def install(replace: Callable[[object, str, object], None] = setattr) -> None:
    """Put `extract` in place of the real one."""
    import kg.work.one

    replace(kg.work.one, "extract", extract)


def site(folder: Path) -> str:
    """A value of PYTHONPATH that installs it in every process that starts."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text("import bad_luck\nbad_luck.install()\n", "utf-8")
    return os.pathsep.join([str(folder), str(Path(__file__).parent), str(Path(__file__).parents[1])])
