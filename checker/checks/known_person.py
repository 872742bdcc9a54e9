"""``check: known-person``: the signer against the people whom the office names in its soat.yml.

Keys
    fault   ``post`` (the office gives this person another post) or ``name`` (the name differs from
            one that the office gives in its diacritics only)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("post", "name")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("post", "name"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        role, name = document.signature.role, document.signature.name
        if not name:
            return
        people = context.registers.people
        shown = _words(name.text)
        known = {_words(one): one for one in people}
        if shown in known:
            post = people[known[shown]]
            if self.fault == "post" and role and _words(role.text) != _words(post):
                values = {"post": post, "name": known[shown]}
                yield Fact(role.start, role.end, values, (post.upper(),))
        elif self.fault == "name":
            for person in people:
                if fold(_words(person)) == fold(shown):
                    values = {"post": people[person], "name": person}
                    yield Fact(name.start, name.end, values, (person,))


def _words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())
