"""Word packages from parts: the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

Parts = dict[str, str]

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
CORE = "docProps/core.xml"
APP = "docProps/app.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PART_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_DATE = (2026, 9, 15, 8, 0, 0)
_KINDS = ("styles", "settings", "numbering", "theme", "footnotes", "comments", "header", "footer")


def root(tag: str, content: str) -> str:
    """A part of WordprocessingML whose root is ``w:tag``."""
    return f"{_HEAD}<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def write(parts: Mapping[str, str]) -> bytes:
    """Return the package of these parts; content types and relationships are added.

    A header or footer is the relation ``rIdNumber``, every other part that of its name.
    """
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _package_relations(parts),
        "word/_rels/document.xml.rels": _document_relations(parts),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return out.getvalue()


def properties(author: str = "", last_editor: str = "", company: str = "", pages: int = 1) -> Parts:
    """The parts that tell who wrote the file, at which office, and how many pages it has."""
    core = (
        f"{_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{last_editor}</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-09-15T08:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )
    app = (
        f'{_HEAD}<Properties xmlns="{OFFICE.replace("relationships", "extended-properties")}">'
        f"<Pages>{pages}</Pages><Company>{company}</Company></Properties>"
    )
    return {CORE: core, APP: app}


def _kind(name: str) -> str:
    return next((kind for kind in _KINDS if name == f"word/{kind}.xml"), "")


def _content_types(parts: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" '
        f'ContentType="{_PART_TYPES.get(name, f"{_WORD}.{_kind(name)}+xml")}"/>'
        for name in parts
        if name.endswith(".xml")
    )
    return (
        f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _package_relations(parts: Mapping[str, str]) -> str:
    core = _RELATIONS.replace("relationships", "relationships/metadata/core-properties")
    targets = {
        "word/document.xml": f"{OFFICE}/officeDocument",
        CORE: core,
        APP: f"{OFFICE}/extended-properties",
    }
    return relations(
        {
            f"rId{at}": (kind, name)
            for at, (name, kind) in enumerate(targets.items(), 1)
            if name in parts
        }
    )


def _document_relations(parts: Mapping[str, str]) -> str:
    kinds = {_kind(name) for name in parts} - {""}
    return relations(
        {
            "rIdNumber" if kind in ("header", "footer") else f"rId{kind.title()}": (
                f"{OFFICE}/{kind}",
                f"{kind}.xml",
            )
            for kind in _KINDS
            if kind in kinds
        }
    )


def relations(targets: Mapping[str, tuple[str, str]], *, outside: bool = False) -> str:
    """A part of relationships: id → (type, target); ``outside`` of the package."""
    mode = ' TargetMode="External"' if outside else ""
    content = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{mode}/>'
        for key, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{content}</Relationships>'
