"""The parts of a Word package: which there are, and how they hang together."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from checker.errors import InputError
from checker.reading.package import Package
from checker.reading.word.names import STRICT_NAMES

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DEFAULT_MAIN = "word/document.xml"
_MACRO = b"macroEnabled"
CONTENT_TYPES = "[Content_Types].xml"


class WordParts:
    """The parts of a Word package by what they are for (``styles``, ``comments`` …).

    Raises InputError for a package that holds no Word document, ``not-a-docx`` where its name says
    so and else ``not-text``, and what :class:`Package` raises for damaged parts.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = self._main()

    @cached_property
    def document(self) -> etree._Element:
        return self.xml(self.main)

    @cached_property
    def relationships(self) -> Mapping[str, tuple[str, str]]:
        """What the main part refers to: id → (kind, name of the part or outside address)."""
        return self.relationships_of(self.main)

    @property
    def macros(self) -> bool:
        """Whether the package is of the kind that may hold macros (.docm)."""
        names = self.package.names
        return CONTENT_TYPES in names and _MACRO in self.package.read(CONTENT_TYPES)

    def xml(self, name: str) -> etree._Element:
        return self.package.xml(name, STRICT_NAMES)

    def name(self, kind: str) -> str:
        """Return the name of the part of this kind that the main part refers to, or ``""``."""
        for _, (one, target) in sorted(self.relationships.items()):
            if one == kind and target in self.package.names:
                return target
        beside = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return beside if beside in self.package.names else ""

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of that part, or None when there is none."""
        name = self.name(kind)
        return self.xml(name) if name else None

    def relationships_of(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what the part ``name`` refers to."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.package.names:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for one in self.package.xml(rels).iter(_RELATIONSHIP):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target)
        return found

    def referred(self, relation: str) -> etree._Element | None:
        """Return the root of the part that the relation of this id names, or None."""
        target = self.relationships.get(relation, ("", ""))[1]
        return self.xml(target) if target in self.package.names else None

    def _main(self) -> str:
        for kind, target in self.relationships_of("").values():
            if kind == "officeDocument" and target in self.package.names:
                if self._holds_word(target):
                    return target
                raise self._other()
        if _DEFAULT_MAIN not in self.package.names:
            raise self._other()
        return _DEFAULT_MAIN

    def _other(self) -> InputError:
        """What to say of a package that is something else, by the name that it bears."""
        path = self.package.path
        is_named_so = path.lower().endswith((".docx", ".docm"))
        return InputError("not-a-docx" if is_named_so else "not-text", path=path)

    def _holds_word(self, name: str) -> bool:
        """Not a workbook or slides, whose packages are made alike."""
        return not name.startswith(("xl/", "ppt/"))
