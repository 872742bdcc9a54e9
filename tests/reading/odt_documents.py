"""OpenDocument texts made for the tests."""

from __future__ import annotations

import io
import zipfile

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())


def odt(body: str, automatic: str = "", styles: str | None = "", manifest: str = "") -> bytes:
    """A package with ``body`` inside office:text; ``automatic`` are automatic styles of the
    content, ``styles`` the common styles, None for a package without styles.xml."""
    parts = {"content.xml": content_xml(f"<office:text>{body}</office:text>", automatic)}
    if styles is not None:
        parts["styles.xml"] = (
            f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>"
        )
    if manifest:
        parts["META-INF/manifest.xml"] = manifest
    return zipped(parts)


def content_xml(body: str, automatic: str = "") -> str:
    return (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>"
    )


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A deflated package of these parts, in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
