"""Ways to make one fault in a sound plan: another style, another page, another piece of XML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tools.layouts import party, plan
from tools.layouts.markup import PageSetup, Style
from tools.layouts.package import Parts

_RUN = '<w:r><w:t xml:space="preserve">'
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"


class Variant(NamedTuple):
    """A document of the family: what it shows, its parts, and the rules that must speak, each
    once; of a sound one none does."""

    says: str
    parts: Parts
    rules: tuple[str, ...] = ()


class Builder(Protocol):
    """Makes the parts of a plan from its text."""

    def __call__(self, text: str, styles: Mapping[str, Style], page: PageSetup) -> Parts: ...


class Sound(NamedTuple):
    """A sound plan with the styles and pages it is made of."""

    text: str
    styles: Mapping[str, Style]
    page: PageSetup
    build: Builder

    @property
    def parts(self) -> Parts:
        return self.build(self.text, self.styles, self.page)

    def with_style(self, name: str, **values: Any) -> Parts:
        """Return the plan with other values (fields of Style) in the style ``name``."""
        changed = {**self.styles, name: self.styles[name]._replace(**values)}
        return self.build(self.text, changed, self.page)

    def with_new_style(self, name: str, style: Style, below: str) -> Parts:
        """Return the plan with the style ``below`` based on a new style ``name``."""
        based = self.styles[below]._replace(base=name)
        return self.build(self.text, {name: style, **self.styles, below: based}, self.page)

    def with_page(self, **values: Any) -> Parts:
        """Return the plan on other pages (fields of PageSetup)."""
        return self.build(self.text, self.styles, self.page._replace(**values))

    def with_text(self, text: str) -> Sound:
        """Return the plan with another text."""
        return self._replace(text=text)

    def with_look(self, beginning: str, properties: str) -> Parts:
        """Return the plan with direct formatting (children of w:rPr) on the run that begins so."""
        return edited(
            self.parts,
            DOCUMENT,
            f"{_RUN}{beginning}",
            f"<w:r><w:rPr>{properties}</w:rPr>{_RUN.removeprefix('<w:r>')}{beginning}",
        )


def edited(parts: Parts, part: str, old: str, new: str) -> Parts:
    """Return the parts with ``old`` in ``part`` replaced.

    Raises ValueError when it does not stand there exactly once.
    """
    if parts[part].count(old) != 1:
        raise ValueError(f"{old!r} stands {parts[part].count(old)} times in {part}")
    return {**parts, part: parts[part].replace(old, new)}


def around(parts: Parts, words: str, before: str, inside: str, after: str) -> Parts:
    """Return the parts with the run divided at ``words``: they are replaced by the run or runs
    ``inside``, which stand between ``before`` and ``after``."""
    return edited(parts, DOCUMENT, words, f"</w:t></w:r>{before}{inside}{after}{_RUN}")


def short_text(name: str) -> str:
    """The text of one of the short documents beside this file."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


STATE = Sound(short_text("short-plan.txt"), plan.STYLES, plan.PAGE, plan.plan_parts)
PARTY = Sound(short_text("short-party-plan.txt"), party.STYLES, party.PAGE, party.party_parts)
APPENDIX = """
Phụ lục
LỊCH TỔ CHỨC NGÀY HỘI
(Kèm theo Kế hoạch số 12/KH-VHXH ngày 15 tháng 9 năm 2026 của Phòng Văn hóa - Xã hội)
STT\tNội dung\tThời gian
1\tTrưng bày sách\tNgày 10 tháng 10 năm 2026
2\tThi kể chuyện theo sách\tNgày 11 tháng 10 năm 2026
"""
WITH_APPENDIX = STATE.with_text(
    STATE.text.replace("dành cho học sinh.", "dành cho học sinh (lịch tại Phụ lục kèm theo).")
    + APPENDIX
)
