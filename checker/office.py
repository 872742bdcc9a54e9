"""What an office tells of itself in ``soat.yml``: place, units, people, words, archive, documents.

The file is found beside the document or in a folder above it. It is read like the registers: what
it names counts as official.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checker.decoding import Decoder, DecodingError
from checker.errors import ConfigError
from checker.registers.known_documents import KnownDocument, make_documents
from checker.registers.places import COMMUNE, DISTRICT, PROVINCE
from checker.yaml_files import decode_yaml

FILE_NAME = "soat.yml"
_LEVELS = sorted(COMMUNE | DISTRICT | PROVINCE, key=len, reverse=True)


@dataclass(frozen=True)
class Office:
    """``locality`` is the own place ("phường Nhị Chiểu, thành phố Hải Phòng"), empty to infer it;
    ``units`` are official names of own units; ``places`` are places that no register has, written
    like ``locality``; ``people`` maps names to posts; ``words`` are acronyms and the like that are
    right here; ``archive`` is the file that ``soat learn`` made of its signed documents;
    ``documents`` are documents that no register has."""

    locality: str = ""
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: dict[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    archive: str = ""
    documents: tuple[KnownDocument, ...] = ()

    def __post_init__(self) -> None:
        for key, place in (("locality", self.locality), *(("places", one) for one in self.places)):
            if place and not all(split_place(place)[:2]):
                raise DecodingError("not-a-place", key, text=place)


def make_office(
    raw: Any, listed: Callable[[str], tuple[KnownDocument, ...]] | None = None
) -> Office:
    """Make an Office of parsed YAML; ``listed`` reads the file that ``documents`` names. Raises
    DecodingError."""
    if raw is None:
        return Office()
    if not isinstance(raw, Mapping):
        raise DecodingError("not-a-mapping", "")
    documents = raw.get("documents", [])
    office = Decoder(Office)({**raw, "documents": []} if "documents" in raw else raw)
    if isinstance(documents, str) and listed:
        return replace(office, documents=listed(documents))
    return replace(office, documents=_own_documents(documents, "documents"))


def load_office(path: Path) -> Office:
    """Read a soat.yml; raises ConfigError with the line. A path in it counts from its folder."""

    def listed(name: str) -> tuple[KnownDocument, ...]:
        return decode_yaml(path.parent / name, _own_documents, ConfigError)

    office = decode_yaml(path, lambda raw: make_office(raw, listed), ConfigError)
    return replace(office, archive=str(path.parent / office.archive)) if office.archive else office


def _own_documents(raw: Any, *where: str) -> tuple[KnownDocument, ...]:
    """Make the documents of a list; what an office does not tell of where it knows them from is
    taken for sure. Raises DecodingError that tells the entry."""
    if raw is None:
        return ()
    if not isinstance(raw, list):
        raise DecodingError("wrong-type", "documents", wanted="[{number: …, type: …, date: …}]")
    documents: list[KnownDocument] = []
    for index, entry in enumerate(raw):
        try:
            if not isinstance(entry, Mapping):
                raise DecodingError("wrong-type", "documents", wanted="{number: …, type: …}")
            documents += make_documents([{"source": FILE_NAME, "confidence": "H", **entry}])
        except DecodingError as fault:
            fault.where = (*where, index, fault.key)
            raise
    return tuple(documents)


def find_office(path: str) -> Path | None:
    """Return the soat.yml that holds for the document at ``path`` (for ``-`` that of the working
    folder), or None."""
    for folder in Path(path).resolve().parents:
        found = folder / FILE_NAME
        if found.is_file():
            return found
    return None


def split_place(full: str) -> tuple[str, str, str]:
    """Return level, name and province: "phường Nhị Chiểu, thành phố Hải Phòng" gives ("phường",
    "Nhị Chiểu", "thành phố Hải Phòng"); level and name are empty when no level stands first."""
    place, _, province = full.partition(",")
    place = place.strip()
    for level in _LEVELS:
        if place.lower().startswith(level + " "):
            return level, place[len(level) + 1 :].strip(), province.strip()
    return "", "", ""
