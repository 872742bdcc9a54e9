"""Word packages for the tests of reading with layout, from pieces of XML."""

from __future__ import annotations

from checker.reading import Source, read_bytes
from checker.reading.layout import Layout
from tools.layouts.package import root, write

SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"'
    ' w:footer="567" w:gutter="0"/></w:sectPr>'
)


def p(text: str, properties: str = "", look: str = "") -> str:
    """A paragraph with properties (children of w:pPr) and one run with its look (of w:rPr)."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, look)}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(name: str, content: str, kind: str = "paragraph", default: bool = False) -> str:
    """A style with its content (w:basedOn, w:pPr, w:rPr …)."""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{mark}>{content}</w:style>'


def data(body: str, files: dict[str, str] | None = None, /, **parts: str) -> bytes:
    """A package with ``body`` in w:body; ``parts`` are the contents of word/NAME.xml, ``files``
    whole parts."""
    tags = {"header": "hdr", "footer": "ftr"}
    return write(
        {
            "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
            **{f"word/{name}.xml": root(tags.get(name, name), xml) for name, xml in parts.items()},
            **(files or {}),
        }
    )


def read(body: str, files: dict[str, str] | None = None, /, **parts: str) -> Source:
    """Read such a package."""
    return read_bytes(data(body, files, **parts), "a.docx")


def layout(body: str, files: dict[str, str] | None = None, /, **parts: str) -> Layout:
    """The layout of such a package."""
    found = read(body, files, **parts).layout
    assert found is not None
    return found
