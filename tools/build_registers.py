"""Builds the counted registers from texts: acronyms seen in print, words never rightly doubled.

    python -m tools.build_registers FOLDER

FOLDER holds *.txt.gz, one paragraph a line. Only counts leave the texts: an acronym is written when
it occurs at least three times, a word when it is common and so hardly ever doubled that a doubling
is more likely a slip than the meeting of two words ("hành vi vi phạm").
"""

from __future__ import annotations

import gzip
import itertools
import re
import sys
from collections import Counter
from pathlib import Path

REGISTERS = Path(__file__).resolve().parent.parent / "checker" / "registers"
SOURCES = """\
# Counted by tools/build_registers.py on 18.7 million words: official legal texts (UTS_VLC,
# Apache-2.0; vbpl.vn), vi.wikipedia (CC BY-SA 4.0) and published decisions, plans and resolutions.
"""
_ACRONYM = re.compile(r"(?<![\w/-])[A-ZĐ]{2,10}(?![\w/])")
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
LEAST_SEEN = 3
LEAST_WORD = 400
LEAST_FOR_ONE = 2000  # a word as common as this may have been doubled once
MOST_DOUBLED = 1e-4  # share of its mentions
# Reduplications that grammar allows though they are rare in these texts.
REDUPLICATED = frozenset(["người", "nhà", "nơi", "ngày", "đêm", "xa", "xanh", "vui", "đều"])


def main(folder: Path) -> None:
    acronyms: Counter[str] = Counter()
    words: Counter[str] = Counter()
    doubled: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                _count(line, acronyms, words, doubled)
    seen = sorted(one for one, count in acronyms.items() if count >= LEAST_SEEN)
    never = sorted(
        word
        for word, count in words.items()
        if _hardly_doubled(count, doubled[word])
        and word.isalpha()
        and not word.isascii()
        and word not in REDUPLICATED
    )
    _write("acronyms-seen.txt", seen)
    _write("never-doubled.txt", never)


def _hardly_doubled(count: int, times: int) -> bool:
    if count < LEAST_WORD:
        return False
    return times <= max(count >= LEAST_FOR_ONE, count * MOST_DOUBLED)


def _count(line: str, acronyms: Counter[str], words: Counter[str], doubled: Counter[str]) -> None:
    letters = [char for char in line if char.isalpha()]
    if 2 * sum(char.isupper() for char in letters) < len(letters):
        acronyms.update(_ACRONYM.findall(line))
    tokens = _TOKEN.findall(line.lower())
    words.update(tokens)
    doubled.update(one for one, other in itertools.pairwise(tokens) if one == other)


def _write(name: str, words: list[str]) -> None:
    path = REGISTERS / name
    lines = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    path.write_text(SOURCES + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(words)} words, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
