"""``check: issuer-code``: the code of the issuer in the document's number.

Keys
    codes   beginnings of issuers' names, without diacritics and in capitals, with the code of each
    except  codes that stand for what is done, as XPHC in decisions on penalties
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("issuer", "code")

    codes: dict[str, str]
    except_: tuple[str, ...] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        number, issuer = document.header.number, document.header.issuer
        if not number.issuer_code or not issuer or not document.type_line:
            return
        name = fold(issuer.text).upper()
        code = next((code for start, code in self.codes.items() if name.startswith(start)), "")
        if code and {code, *self.except_}.isdisjoint(number.issuer_code.split("-")):
            start = number.start + number.text.rindex(number.issuer_code)
            values = {"issuer": " ".join(issuer.text.split()), "code": code}
            yield Fact(start, start + len(number.issuer_code), values, (code,))
