"""How a report in prose calls documents, and writes figures and lists."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from checker.corpus.auditing.audit import Audit
from checker.phrases.audit_docx import word
from checker.reporting.marked_text import shown

_IN_FORM = re.compile(r"(?:0[1-9]|[1-9]\d+)/[A-ZĐ]+(?:-[A-ZĐ]+)+")  # of a number: 138/KH-UBND


class Names:
    """What the documents of an audit are called: by their office, and by number, or file, where
    that leaves a doubt. A number that is not in the form of Nghị định 30/2020/NĐ-CP is not
    repeated, nor a title, as they may be what is wrong."""

    def __init__(self, audit: Audit) -> None:
        self._documents = audit.corpus.documents
        plans = [one for _, one in audit.corpus.plans if one.office_name]
        offices: defaultdict[str, set[str]] = defaultdict(set)
        for one in plans:
            offices[one.office_name].add(one.office)
        self._shared = {name for name, keys in offices.items() if len(keys) > 1}
        self._several = Counter((one.office_name, one.province) for one in plans)
        self._numbered = Counter(
            (one.office_name, one.province, one.number) for one in plans if one.figure
        )
        self._files = Counter(PurePath(one.path).name for one in self._documents)

    def of(self, doc: int) -> str:
        """Return "UBND phường Nhị Chiểu", with province, number or file where several are called
        so."""
        one = self._documents[doc]
        path = PurePath(one.path)
        known = path.name if self._files[path.name] == 1 else "/".join(path.parts[-2:])
        file = word("file", name=shown(known))
        if not one.office_name:
            return file
        name = one.office_name
        if name in self._shared and one.province:
            name = f"{name}, {one.province}"
        if self._several[one.office_name, one.province] == 1:
            return name
        several = self._numbered[one.office_name, one.province, one.number] > 1
        if _IN_FORM.fullmatch(one.number) and not several:
            return f"{name} ({word('numbered', number=one.number)})"
        return f"{name} ({file})"

    def listed(self, docs: Sequence[int], most: int = 30) -> str:
        """Return the names of documents one after another, those above ``most`` as a number."""
        return listed([self.of(doc) for doc in docs], "documents", most)


def listed(names: Sequence[str], code: str, most: int) -> str:
    """Return names one after another, those above ``most`` as a number of ``code``: documents or
    offices."""
    told = "; ".join(names[:most])
    left = len(names) - most
    if left <= 0:
        return told
    return word("and-others", names=told, others=count_of(code, left))


def count_of(code: str, number: int) -> str:
    """Return how many there are: "12 văn bản" for ``documents``."""
    return word(f"count-{code}", count=figure(number))


def figure(number: int) -> str:
    """Return a number with a point between thousands, as Vietnamese writes it."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """Return a number with one decimal after a comma, without one where it is whole."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")


def share(part: float, whole: float) -> str:
    """Return a part of the whole in per cent."""
    return f"{decimal(100 * part / whole)}%" if whole else "0%"


def shares(parts: Sequence[int]) -> list[str]:
    """Return the parts of their sum in per cent, with one decimal, so that they make 100 together;
    what rounding leaves is given to the parts that lost most."""
    whole = sum(parts)
    if not whole:
        return ["0%"] * len(parts)
    floors = [1000 * part // whole for part in parts]
    most = sorted(range(len(parts)), key=lambda at: -(1000 * parts[at] % whole))
    for at in most[: 1000 - sum(floors)]:
        floors[at] += 1
    return [f"{decimal(floor / 10)}%" for floor in floors]


def lowered(title: str) -> str:
    """Return a title within a sentence: its first letter small, if that of a plain word."""
    first, second = title[:1], title[1:2]
    return first.lower() + title[1:] if second.islower() or second == " " else title


def joined(told: Iterable[str]) -> str:
    return "; ".join(told)
