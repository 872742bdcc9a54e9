"""What an office tells of itself in ``soat.yml``: place, superior, units, people, words, documents.

It is read like the registers: what it names counts as official. The other keys of the file are in
checker/config/.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

from checker.decoding import Decoder, DecodingError, OneOf
from checker.errors import ConfigError
from checker.registers.known_documents import KnownDocument, make_documents
from checker.registers.places import COMMUNE, DISTRICT, PROVINCE
from checker.rule import REGIMES
from checker.yaml_files import decode_yaml

FILE_NAME = "soat.yml"
DOCUMENT_NEEDS = ("number", "type")  # the keys that an entry of ``documents`` must have
_LEVELS = sorted(COMMUNE | DISTRICT | PROVINCE, key=len, reverse=True)


@dataclass(frozen=True)
class Office:
    """``locality`` is the own place ("phường Nhị Chiểu, thành phố Hải Phòng"), empty to infer it;
    ``superior`` the body above the office, as its documents name it above their issuer; ``regime``
    holds for documents that do not tell theirs; ``units`` are official names of own units;
    ``places`` are places that no register has, written like ``locality``; ``people`` maps names to
    posts; ``words`` are acronyms and the like that are right here; ``archive`` is the file that
    ``soat learn`` made of its signed documents; ``documents`` are documents that no register has.
    """

    locality: str = ""
    superior: str = ""
    regime: Annotated[str, OneOf(REGIMES)] = ""
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: dict[str, str] = field(default_factory=dict, hash=False)
    words: tuple[str, ...] = ()
    archive: str = ""
    documents: tuple[KnownDocument, ...] = field(default=(), hash=False)

    def __post_init__(self) -> None:
        check_place(self.locality, "locality")
        for index, place in enumerate(self.places):
            check_place(place, "places", index)


def make_office(
    raw: Any, listed: Callable[[str], tuple[KnownDocument, ...]] | None = None
) -> Office:
    """Make an Office of parsed YAML; ``listed`` reads the file that ``documents`` names. Raises
    DecodingError."""
    if raw is None:
        return Office()
    if not isinstance(raw, Mapping):
        raise DecodingError("not-a-mapping", "", keys=", ".join(Decoder(Office).keys))
    documents = raw.get("documents", [])
    office = Decoder(Office)({**raw, "documents": []} if "documents" in raw else raw)
    if isinstance(documents, str) and listed:
        return replace(office, documents=listed(documents))
    return replace(office, documents=_own_documents(documents, "documents"))


def check_place(text: str, *where: str | int) -> None:
    """Raise DecodingError, with its place in the file, for words that are no place with its
    level."""
    if text and not all(split_place(text)[:2]):
        raise DecodingError("not-a-place", str(where[0]), where=where, text=text)


def listed_beside(path: Path) -> Callable[[str], tuple[KnownDocument, ...]]:
    """Return what reads the documents of a file that the soat.yml at ``path`` names; it raises
    DecodingError when there is none, ConfigError for a mistake in it."""

    def listed(name: str) -> tuple[KnownDocument, ...]:
        if not os.path.isfile(path.parent / name):  # noqa: PTH113 (False without permission)
            raise DecodingError("no-named-file", "documents", name=name)
        return decode_yaml(path.parent / name, _own_documents, ConfigError)

    return listed


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


def split_place(full: str) -> tuple[str, str, str]:
    """Return level, name and province: "phường Nhị Chiểu, thành phố Hải Phòng" gives ("phường",
    "Nhị Chiểu", "thành phố Hải Phòng"); level and name are empty when no level stands first."""
    place, _, province = full.partition(",")
    place = place.strip()
    for level in _LEVELS:
        if place.lower().startswith(level + " "):
            return level, place[len(level) + 1 :].strip(), province.strip()
    return "", "", ""
