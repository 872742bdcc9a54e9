"""In which categories of LanguageTool the findings stand; clients choose colours by them.

LibreOffice draws TYPOS red, STYLE blue and all others orange.
"""

from __future__ import annotations

from typing import NamedTuple


class Category(NamedTuple):
    """A category by its id, with its name and the kind of issue that it stands for, one of the
    W3C's ITS 2.0 (localization quality issue types)."""

    id: str
    name: str
    issue: str


_MINOR = Category("STYLE", "Lưu ý", "style")
_OTHER = Category("MISC", "Thể thức và nội dung", "uncategorized")
_BY_GROUP = {
    "spelling": Category("TYPOS", "Chính tả", "misspelling"),
    "typography": Category("TYPOGRAPHY", "Dấu câu, khoảng trắng", "typographical"),
    "capitalization": Category("CASING", "Viết hoa", "typographical"),
    "locality": Category("PROPER_NOUNS", "Địa danh", "inconsistency"),
    "units": Category("PROPER_NOUNS", "Tên cơ quan, đơn vị", "terminology"),
    "dates": Category("SEMANTICS", "Ngày tháng", "numbers"),
    "amounts": Category("SEMANTICS", "Số liệu", "numbers"),
    "citation": Category("SEMANTICS", "Văn bản viện dẫn", "inconsistency"),
}


def category_of(group: str, level: str) -> Category:
    """Return the category of a finding of this group of rules and level."""
    return _MINOR if level == "info" else _BY_GROUP.get(group, _OTHER)
