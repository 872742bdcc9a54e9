"""Documents that are cited and at hand themselves, as their headers have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import DocumentRecord
from checker.registers.known_documents import number_key

if TYPE_CHECKING:
    from checker.corpus.store import Corpus


class CitedHeader(NamedTuple):
    """How others must cite a document; ``key``, ``who`` and ``province`` as in ``CitedNumber``,
    ``day`` as in ISO 8601."""

    doc: int
    key: str
    who: str
    province: str
    day: str


def cited_headers(corpus: Corpus) -> list[CitedHeader]:
    """Return the headers of the documents with number, date and an office that is known for
    sure."""
    return corpus.keep("cited-headers", lambda: _headers(corpus))


def _headers(corpus: Corpus) -> list[CitedHeader]:
    found = []
    for doc, about in enumerate(corpus.documents):
        if not about.figure or not about.day or not about.office:
            continue
        who, _, _ = about.office.rpartition("|")
        place = who.partition("|")[2]
        wide = place.startswith(("tinh ", "thanh pho "))
        if wide or (place and about.province):
            province = "" if wide else about.province
            found.append(CitedHeader(doc, _key(about), who, province, about.day))
    return found


def _key(about: DocumentRecord) -> str:
    number = about.number[about.number.find(about.figure) :]
    return number_key(number).replace("/", "-")
