"""What an office's own signed documents teach: counts, and a list of the documents by number."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.data import write_whole
from checker.decoding import DecodingError
from checker.document import Document
from checker.errors import InputError
from checker.kinds import KIND_GROUPS
from checker.parsing import Grammar, parse
from checker.reading import read_file
from checker.registers.issuers import Issuers
from checker.registers.known_documents import make_documents, number_key
from checker.spelling.counting import Counting
from checker.spelling.counts import pack
from checker.text.folding import fold

Entry = dict[str, str]

_HEAD = "# Made by “soat learn --documents”; to be named as “documents” in soat.yml.\n"


@dataclass(frozen=True)
class Learned:
    """How much was read (``documents``, ``running`` words) and kept (``words``, ``pairs``, and how
    many documents are ``listed``)."""

    documents: int
    running: int
    words: int
    pairs: int
    listed: int = 0


def learn(
    paths: Iterable[str],
    grammar: Grammar,
    out: Path | None,
    tell: Callable[[InputError], object],
    listing: Path | None = None,
) -> Learned | None:
    """Count the words of the prose of documents and write the counts to ``out``; write the list of
    those with a full number and date to ``listing``. Each file is written whole or not at all.

    Returns None, and writes nothing, when what is asked for is empty: no word is frequent enough,
    no document has number and date. Documents that cannot be read, or whose text is damaged, are
    told to ``tell`` and left out. Raises OSError when a file cannot be written.
    """
    counting = Counting()
    entries: list[Entry] = []
    documents = 0
    for path in paths:
        try:
            document = parse(read_file(path), grammar)
        except InputError as error:
            tell(error)
            continue
        if not document.legible:
            tell(InputError("damaged", path=path))
            continue
        documents += 1
        entries += _entries(document, grammar.issuers)
        if out:
            for line in document.lines:
                if line.kind in KIND_GROUPS["PROSE"]:
                    counting.add(line.text)
    words, pairs = counting.result()
    listed = _in_order(entries)
    if (out and not any(word.isalpha() for word in words)) or (listing and not listed):
        return None
    if out:
        write_whole(out, pack(words, pairs))
    if listing:
        write_whole(listing, _yaml(listed).encode("utf-8"))
    return Learned(documents, counting.running, len(words), len(pairs), len(listed))


def _entries(document: Document, issuers: Issuers) -> Iterator[Entry]:
    """Yield what the header tells of a document, in the form of ``documents`` in soat.yml, when it
    has type, full number and full date."""
    header = document.header
    date, type_, number = document.date, document.type, header.number
    if date is None or type_ is None or not number.figure:
        return
    entry = {
        "number": "".join(number.text[number.text.index(number.figure) :].split()),
        "type": type_.name,
        "date": date.isoformat(),
        "issuer": _issuer(document, issuers),
        "title": " ".join(document.title.text.split()),
    }
    try:
        make_documents([{**entry, "source": "header", "confidence": "H"}])
    except DecodingError:
        return
    yield {key: value for key, value in entry.items() if value}


def _issuer(document: Document, issuers: Issuers) -> str:
    """Who issued a document, in the letters of a sentence where the register tells them."""
    words = " ".join(document.header.issuer.text.split())
    body = issuers.of(document.header.number.issuer_code)
    if body:
        name = f"{body.name[0].upper()}{body.name[1:]} {document.locality}"
        if fold(name).lower() == fold(words).lower():
            return name
    return words


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by date and number; a document that several files hold is listed once."""
    kept: dict[tuple[str, str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: tuple(entry.items())):
        kept.setdefault((entry["date"], number_key(entry["number"]), entry["type"]), entry)
    return [kept[key] for key in sorted(kept)]


def _yaml(entries: list[Entry]) -> str:
    import yaml

    dated = [{**one, "date": datetime.date.fromisoformat(one["date"])} for one in entries]
    return _HEAD + yaml.safe_dump(dated, allow_unicode=True, sort_keys=False, width=1000)
