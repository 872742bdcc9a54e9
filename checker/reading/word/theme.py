"""The fonts of a document's theme (ECMA-376, part 1, 20.1.4.1.18, and 17.15.1.88)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from checker.reading.word.names import A, W


def theme_fonts(
    theme: etree._Element | None, settings: etree._Element | None
) -> Mapping[str, str | None]:
    """The fonts of the theme's names; a Vietnamese theme language takes the Viet typeface."""
    if theme is None:
        return {}
    language = None if settings is None else settings.find(W + "themeFontLang")
    viet = language is not None and language.get(W + "val", "").lower().startswith("vi")
    found: dict[str, str | None] = {}
    for size in ("major", "minor"):
        fonts = theme.find(f".//{A}fontScheme/{A}{size}Font")
        if fonts is None:
            continue
        latin = fonts.find(A + "latin")
        name = None if latin is None else latin.get("typeface") or None
        if viet:
            for font in fonts.iterfind(A + "font"):
                if font.get("script") == "Viet":
                    name = font.get("typeface") or name
        for script in ("Ascii", "HAnsi"):
            found[size + script] = name
    return found
