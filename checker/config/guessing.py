"""What the documents of a folder tell of the office that wrote them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checker.document import Document
from checker.errors import InputError
from checker.office import split_place
from checker.parsing import Grammar, parse
from checker.reading import read_file
from checker.registers.agencies import spelled_out
from checker.rule import REGIMES

_MOST_PEOPLE = 10
_DEPUTY = "phó "


@dataclass(frozen=True)
class Guess:
    """What is likely so, empty where the documents do not agree; ``documents`` is how many were
    read."""

    locality: str = ""
    superior: str = ""
    regime: str = ""
    people: dict[str, str] = field(default_factory=dict)
    documents: int = 0


def guess_office(paths: Iterable[str], grammar: Grammar) -> Guess:
    """Guess by the documents at ``paths``; what cannot be read is left out."""
    documents = list(_read(paths, grammar))
    locality = _most([one.locality.full for one in documents if one.locality])
    if not all(split_place(locality)[:2]):
        locality = ""
    superiors = [_in_sentence(one.header.superior.text, one, grammar) for one in documents]
    regimes = [one.regime for one in documents if one.regime in REGIMES]
    own = [one for one in documents if one.locality.full == locality]
    return Guess(locality, _most(superiors), _most(regimes), _people(own), len(documents))


def _read(paths: Iterable[str], grammar: Grammar) -> Iterator[Document]:
    for path in paths:
        try:
            document = parse(read_file(path), grammar)
        except InputError:
            continue
        if document.legible:
            yield document


def _most(values: Sequence[str]) -> str:
    """The value of more than half of ``values``, or ``""``."""
    value, count = Counter(values).most_common(1)[0] if values else ("", 0)
    return value if 2 * count > len(values) else ""


def _people(documents: Iterable[Document]) -> dict[str, str]:
    """The signers with the post that most of their documents give them, the most frequent first."""
    posts: dict[str, Counter[str]] = {}
    for document in documents:
        signature = document.signature
        name, role = _line(signature.name.text), _line(signature.role.text)
        if name and role:
            shown = name.title() if name.isupper() else name
            posts.setdefault(shown, Counter())[_post(role)] += 1
    often = sorted(posts, key=lambda name: (-posts[name].total(), name))
    return {name: posts[name].most_common(1)[0][0] for name in often[:_MOST_PEOPLE]}


def _post(role: str) -> str:
    """A post in the letters of a sentence: "Phó Chủ tịch"."""
    small = role.lower()
    if small.startswith(_DEPUTY):
        return "Phó " + _capital(small[len(_DEPUTY) :])
    return _capital(small)


def _in_sentence(name: str, document: Document, grammar: Grammar) -> str:
    """The name of a body in the letters of a sentence, where its words are known; else as it
    stands."""
    line = _line(name)
    names = grammar.unit_names
    form = names.agencies.forms.get(spelled_out(line, names.short))
    if form and form.writings:
        return form.writings[0]
    for place in (document.locality.name, split_place(document.locality.province)[1]):
        if place and line.lower().endswith(" " + place.lower()):
            return _capital(line[: -len(place)].lower()) + place
    return line


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s.,;'&()/-]", " ", text).split())
