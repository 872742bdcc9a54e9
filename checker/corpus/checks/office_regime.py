"""``check: office-regime``: the number of a document has the form of the other regime (Party or
state) than those of the other documents of its office and year.

Told is the rarer form; of two equally common ones that which the register does not expect of the
issuer, none where it does not tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._same_office import by_office, part_spots
from checker.corpus.finding import At, CorpusFact

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_FORMS = {
    "state": re.compile(r"\d*\s*/\s*[A-ZĐ]{1,8}\s*-\s*[A-ZĐ]"),
    "party": re.compile(r"\d*\s*-\s*[A-ZĐ]{1,8}\s*/\s*[A-ZĐ]"),
}


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("number", "office", "other", "count")

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        for (office, _), docs in by_office(corpus).items():
            forms: dict[str, list[int]] = defaultdict(list)
            for doc in docs:
                if form := _form(corpus.documents[doc].number):
                    forms[form].append(doc)
            if len(forms) < 2:
                continue
            expected = surroundings.issuers.regime(office.partition("|")[0])
            if len(forms["state"]) != len(forms["party"]):
                usual = max(forms, key=lambda form: len(forms[form]))
            elif expected in forms:
                usual = expected
            else:
                continue
            yield from self._told(corpus, forms[usual], [*forms["state"], *forms["party"]])

    def _told(self, corpus: Corpus, usual: list[int], docs: list[int]) -> Iterator[CorpusFact]:
        spots = part_spots(corpus, "number", docs)
        model = usual[0]
        for doc in sorted(set(docs) - set(usual)):
            about = corpus.documents[doc]
            values = {
                "number": about.number,
                "office": about.office_name,
                "other": corpus.documents[model].number,
                "count": str(len(usual)),
            }
            yield CorpusFact(At(doc, spots[doc]), values, (At(model, spots[model]),))


def _form(number: str) -> str:
    text = number.upper()
    return next((regime for regime, form in _FORMS.items() if form.match(text)), "")
