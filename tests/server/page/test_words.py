"""What the page's files say of each other; needs no browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import checker.server

PAGE = Path(checker.server.__file__).parent / "page"
SCRIPTS = sorted(PAGE.glob("*.js"))
_WORD = re.compile(
    r'^  "?([\w-]+)"?:\s*\{\s*vi: ("(?:[^"\\]|\\.)*"),\s*en: ("(?:[^"\\]|\\.)*"),?\s*\},$', re.M
)
_USED = re.compile(r'\bt\(\s*"([\w-]+)"|data-say(?:-label)?="([\w-]+)"')
_BUILT = re.compile(r"\bt\(`([\w-]+)-\$\{")


def words() -> dict[str, tuple[str, str]]:
    text = (PAGE / "words.js").read_text("utf-8")
    found = {key: (json.loads(vi), json.loads(en)) for key, vi, en in _WORD.findall(text)}
    assert len(found) == text.count(" vi: ")
    return found


def test_both_languages_have_the_same_blanks() -> None:
    for key, (vi, en) in words().items():
        blanks = [set(re.findall(r"\{(\w+)\}", one)) for one in (vi, en)]
        assert vi and en and blanks[0] == blanks[1], key


def test_every_word_is_there_and_used() -> None:
    sources = [path.read_text("utf-8") for path in (*SCRIPTS, *PAGE.glob("*.html"))]
    used = {a or b for source in sources for a, b in _USED.findall(source)}
    built = {one for source in sources for one in _BUILT.findall(source)}
    assert used <= set(words())
    quoted = {one for source in sources for one in re.findall(r'"([\w-]+)"', source)}
    for key in words():
        assert key in used or key in quoted or any(key.startswith(f"{one}-") for one in built), key


def test_nothing_comes_from_elsewhere_and_nothing_is_inline() -> None:
    for path in PAGE.iterdir():
        text = path.read_text("utf-8")
        assert not re.search(r"https?://|//cdn|@import|\beval\(|new Function", text), path
        assert not re.search(r"\sstyle=|\son[a-z]+=", text), path
        assert text.count(".innerHTML") == (path.name == "text_pane.js"), path
