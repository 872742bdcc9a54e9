"""``check: signature-block``: what of the signature contradicts itself or the issuer.

Keys
    fault    ``deputy`` (a deputy signs without KT.), ``same-post`` (KT. before the post of who
             signs himself), ``other-post`` (the deputy of another post than KT. names) or
             ``issuer`` (a post that the issuer does not have)
    posts    for ``issuer``: beginnings of issuers' names with the posts of who heads them, without
             diacritics and in capitals

Source: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, mục II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold
from checker.text.part import Part

FAULTS = ("deputy", "same-post", "other-post", "issuer")
_STANDS_IN = re.compile(r"(?:KT|TL|TUQ)\b *\.? *|K/T *|T/L *")
_FOR_OTHERS = re.compile(r"(?:TL|TUQ)\b|T/L")
_ACTING = re.compile(r"^(?:Q\. *|QUYEN )")
_DEPUTY = re.compile(r"PHÓ |THỨ TRƯỞNG")  # THỦ TRƯỞNG is a head


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("post", "issuer")

    fault: str
    posts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        one_of("fault", self.fault, FAULTS)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        signature, role = document.signature, document.signature.role
        if not role:
            return
        authority = [fold(part.text).upper() for part in signature.authority]
        instead = [line for line in authority if _STANDS_IN.match(line)]
        for_post = _ACTING.sub("", _STANDS_IN.sub("", instead[-1]).strip()) if instead else ""
        post = fold(role.text).upper().strip()
        issuer = document.header.issuer
        found = False
        if self.fault == "deputy":
            found = bool(_DEPUTY.match(role.text.upper().strip())) and not instead
        elif self.fault == "same-post":
            found = bool(for_post) and post == for_post
        elif self.fault == "other-post":
            found = _is_other(for_post, post, instead)
        elif not any(_FOR_OTHERS.match(line) for line in authority):
            found = self._has_no_such_post(issuer, for_post or post)
        if found:
            values = {"post": for_post or post, "issuer": " ".join(issuer.text.split())}
            yield Fact(role.start, role.end, values)

    def _has_no_such_post(self, issuer: Part, post: str) -> bool:
        name = fold(issuer.text).upper()
        posts = next((one for start, one in self.posts.items() if name.startswith(start)), "")
        held = [one.strip() for one in posts.split("|")]
        bare = re.sub(r"^(?:PHO |Q\. ?|QUYEN )+", "", post)
        return bool(posts) and not any(bare.startswith(one) for one in held)


def _is_other(for_post: str, post: str, instead: list[str]) -> bool:
    """Tell whether ``post`` is the deputy of something else than ``for_post``."""
    if not for_post or not post.startswith("PHO ") or not instead[-1].startswith(("KT", "K/T")):
        return False
    under = post.removeprefix("PHO ")
    return not (under.startswith(for_post) or for_post.startswith(under.split(" ")[0]))
