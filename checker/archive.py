"""What an office's own signed documents teach: counts, and nothing else of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.data import write_whole
from checker.errors import InputError
from checker.kinds import KIND_GROUPS
from checker.parsing import Grammar, parse
from checker.reading import read_file
from checker.spelling.counting import Counting
from checker.spelling.counts import pack


@dataclass(frozen=True)
class Learned:
    """How much was read (``documents``, ``running`` words) and kept (``words``, ``pairs``)."""

    documents: int
    running: int
    words: int
    pairs: int


def learn(
    paths: Iterable[str], grammar: Grammar, out: Path, tell: Callable[[InputError], object]
) -> Learned | None:
    """Count the words of the prose of documents and write the counts to ``out``, whole or not at
    all; None, and nothing written, when no word is frequent enough to be kept. Documents that
    cannot be read, or whose text is damaged, are told to ``tell`` and left out. Raises OSError when
    ``out`` cannot be written."""
    counting = Counting()
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
        for line in document.lines:
            if line.kind in KIND_GROUPS["PROSE"]:
                counting.add(line.text)
    words, pairs = counting.result()
    if not any(word.isalpha() for word in words):
        return None
    write_whole(out, pack(words, pairs))
    return Learned(documents, counting.running, len(words), len(pairs))
