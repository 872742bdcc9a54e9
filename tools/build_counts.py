"""Builds checker/spelling/counts.bin, the counts behind the search for words that do not fit.

    python -m tools.build_counts FOLDER [--to FILE]

FOLDER holds *.txt.gz, one paragraph a line. Only counts leave the texts: no pair of words of which
both have a capital, no word seen fewer than three times. Every paragraph whose CRC-32 is divisible
by 100 is held out, so that tools/accuracy can measure on what the counts have not seen. Beside the
file stands a manifest with sources, numbers and hash.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path

from checker.spelling.counting import LEAST_FOREIGN, LEAST_WORD, Counting
from checker.spelling.counts import pack

TARGET = Path(__file__).resolve().parent.parent / "checker" / "spelling" / "counts.bin"
HELD_OUT = 100  # one paragraph in so many
SOURCES = {
    "legal-paragraphs": "official legal texts (UTS_VLC, Apache-2.0; vbpl.vn)",
    "encyclopedia-paragraphs": "vi.wikipedia.org (CC BY-SA 4.0)",
    "administrative-paragraphs": "published decisions, plans and resolutions",
}


def paragraphs(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield source and paragraph (NFC, stripped) of all texts in a folder, in order."""
    for path in sorted(folder.glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield path.name.removesuffix(".txt.gz"), unicodedata.normalize("NFC", line.strip())


def is_held_out(paragraph: str) -> bool:
    """Tell whether a paragraph is kept for measuring."""
    return zlib.crc32(paragraph.encode("utf-8")) % HELD_OUT == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    counting = Counting()
    running = dict.fromkeys(SOURCES, 0)
    for source, paragraph in paragraphs(options.folder):
        if not is_held_out(paragraph):
            before = counting.running
            counting.add(paragraph)
            running[source] = running.get(source, 0) + counting.running - before
    words, pairs = counting.result()
    content = pack(words, pairs)
    options.to.write_bytes(content)
    manifest = {
        "made by": "tools/build_counts.py",
        "sources": [
            {"text": SOURCES.get(name, name), "words": number} for name, number in running.items()
        ],
        "held out": f"paragraphs whose CRC-32 is divisible by {HELD_OUT}",
        "least mentions": {"syllable": LEAST_WORD, "other": LEAST_FOREIGN},
        "words": len(words),
        "pairs": len(pairs),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    options.to.with_suffix(".json").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
