"""Builds the counted registers from texts: acronyms seen in print, words hardly ever doubled.

    python -m tools.build_registers FOLDER

FOLDER holds *.txt.gz, one paragraph a line. Only counts leave the texts. An acronym is written when
it occurs at least three times. A word is written when it is common and so hardly ever doubled that
a doubling is more likely a slip, with its partners: the words that it is bound to on either side,
for where two compounds meet the doubling is right ("hành vi vi phạm").
"""

from __future__ import annotations

import gzip
import itertools
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

REGISTERS = Path(__file__).resolve().parent.parent / "checker" / "registers"
SOURCES = """\
# Counted by tools/build_registers.py on 18.7 million words: official legal texts (UTS_VLC,
# Apache-2.0; vbpl.vn), vi.wikipedia (CC BY-SA 4.0) and published decisions, plans and resolutions.
"""
_ACRONYM = re.compile(r"(?<![\w/-])[A-ZĐ]{2,10}(?![\w/])")
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
LEAST_SEEN = 3
LEAST_WORD = 400  # mentions of a word
LEAST_OFFICIAL = 100  # mentions outside of the encyclopedia
LEAST_PAIR = 4  # mentions of two words side by side
LEAST_LIFT = 5  # times that two bound words meet more often than by chance
MOST_DOUBLED = 3e-4  # share of a word's mentions that are doublings between no two compounds
# Reduplications that grammar allows though they are rare in these texts.
REDUPLICATED = frozenset(["người", "nhà", "nơi", "ngày", "đêm", "xa", "xanh", "vui", "đều"])


def main(folder: Path) -> None:
    acronyms: Counter[str] = Counter()
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    official: Counter[str] = Counter()
    official_pairs: Counter[tuple[str, str]] = Counter()
    doublings: list[tuple[str, str, str]] = []
    for path in sorted(folder.glob("*.txt.gz")):
        encyclopedia = path.name.startswith("encyclopedia")
        for line in _lines(path):
            letters = [char for char in line if char.isalpha()]
            if 2 * sum(char.isupper() for char in letters) < len(letters):
                acronyms.update(_ACRONYM.findall(line))
            tokens = ["", *_TOKEN.findall(line.lower()), ""]
            words.update(tokens)
            pairs.update(itertools.pairwise(tokens))
            if not encyclopedia:
                official.update(tokens)
                official_pairs.update(itertools.pairwise(tokens))
            doublings += _doublings(tokens)
    common = {
        word
        for word, count in words.items()
        if count >= LEAST_WORD
        and official[word] >= LEAST_OFFICIAL
        and len(word) > 1
        and word.isalpha()
    } - REDUPLICATED
    left, right = _partners(common, words, pairs)
    odd = Counter(
        word
        for before, word, after in doublings
        if not (before in left[word] and after in right[word])
    )
    _write("acronyms-seen.txt", _filled(one for one, n in acronyms.items() if n >= LEAST_SEEN))
    _write(
        "doubled-words.tsv",
        [
            "\t".join(
                (
                    word,
                    " ".join(sorted(x for x in left[word] if official_pairs[x, word] > 1)),
                    " ".join(sorted(x for x in right[word] if official_pairs[word, x] > 1)),
                )
            )
            for word in sorted(common)
            if odd[word] <= MOST_DOUBLED * words[word]
        ],
    )


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def _doublings(tokens: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each word written twice running, with the words around the two."""
    for index in range(1, len(tokens) - 2):
        if tokens[index] == tokens[index + 1]:
            yield tokens[index - 1], tokens[index], tokens[index + 2]


def _partners(
    common: set[str], words: Counter[str], pairs: Counter[tuple[str, str]]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """For each of ``common`` the words bound to it on its left and on its right."""
    total = words.total()
    left: defaultdict[str, set[str]] = defaultdict(set)
    right: defaultdict[str, set[str]] = defaultdict(set)
    for (one, other), count in pairs.items():
        if count < LEAST_PAIR or one == other or not (one.isalpha() and other.isalpha()):
            continue
        if count * total >= LEAST_LIFT * words[one] * words[other]:
            if other in common:
                left[other].add(one)
            if one in common:
                right[one].add(other)
    return left, right


def _filled(words: Iterable[str]) -> list[str]:
    ordered = sorted(words)
    return [" ".join(ordered[start : start + 12]) for start in range(0, len(ordered), 12)]


def _write(name: str, lines: list[str]) -> None:
    path = REGISTERS / name
    path.write_text(SOURCES + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
