"""``check: blank-number-plan``: a plan that was sent in with its number or day to be filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.expecting import is_plan
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import PartRecord

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.records import DocumentRecord
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    """Told at the title, by which a supervisor knows the plan. A PDF is left out: what is stamped
    on a page is no text in it."""

    VALUES: ClassVar[tuple[str, ...]] = ("document", "blank")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        blank = {doc: parts for doc, one in corpus.plans if (parts := _blank(one))}
        if not blank:
            return
        found: dict[int, dict[str, PartRecord]] = defaultdict(dict)
        for doc, part in corpus.rows(PartRecord, "part IN ('title', 'number', 'day')"):
            if doc in blank:
                found[doc][part.part] = part
        for doc, there in found.items():
            told = [there[name] for name in blank[doc]]
            yield CorpusFact(
                At(doc, there["title"]),
                {
                    "document": corpus.documents[doc].name,
                    "blank": "”, “".join(part.words for part in told),
                },
                tuple(At(doc, part) for part in told),
            )


def _blank(one: DocumentRecord) -> list[str]:
    if not (one.legible and one.type and is_plan(one)) or one.format == "pdf":
        return []
    number = ["number"] if one.number and not one.figure else []
    return number + (["day"] if one.year and not one.day else [])
