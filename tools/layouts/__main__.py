"""Writes the documents of fixtures/layout and fixtures/formats anew.

    python -m tools.layouts            # fixtures/layout
    python -m tools.layouts formats    # fixtures/formats; needs LibreOffice

The documents of fixtures/layout have the same parts whenever they are made; those of
fixtures/formats that LibreOffice makes do not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.layouts.family import FAMILY
from tools.layouts.package import write

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"


def main(words: list[str]) -> None:
    """Do what the words of the command say."""
    if words == ["formats"]:
        from tools.layouts.formats import write_formats

        write_formats(FIXTURES / "formats")
        return
    folder = FIXTURES / "layout"
    folder.mkdir(exist_ok=True)
    for name, variant in FAMILY.items():
        (folder / f"{name}.docx").write_bytes(write(variant.parts))


main(sys.argv[1:])
