"""A hook of mkdocs.yml: what the pages say of files outside of docs/.

The pages are also read in the source tree, where ``[terms.yml](../checker/terms.yml)`` leads
to the file. The site does not hold that file, so there the link becomes its path:
``terms.yml (`checker/terms.yml`)``.
"""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import Any

_LINK = re.compile(r"\[(?P<words>[^\]\n]+)\]\((?P<path>(?:\.\./)+[^)\s#]+)(?:#[^)\s]*)?\)")
_log = logging.getLogger("mkdocs.hooks.links")


def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: Any) -> str:
    """Return the text of a page without links that leave docs/; one that leads nowhere is a
    warning, which ends ``mkdocs build --strict``."""
    docs = Path(config.docs_dir)
    folder = (docs / page.file.src_uri).parent

    def named(link: re.Match[str]) -> str:
        target = Path(os.path.normpath(folder / link["path"]))
        if target.is_relative_to(docs):
            return link[0]
        if not target.exists() or not target.is_relative_to(docs.parent):
            _log.warning("%s: no such file: %s", page.file.src_uri, link["path"])
            return link[0]
        path = f"`{target.relative_to(docs.parent).as_posix()}`"
        words = link["words"]
        return path if words.strip("`/") in path else f"{words} ({path})"

    return _LINK.sub(named, markdown)
