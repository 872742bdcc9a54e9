"""The soat.yml with which an office starts: what is known as keys, all else as examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.phrases import say

SCHEMA_FILE = ".soat.schema.json"
_FIRST_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
# Each key at the top of soat.yml, as one would write it.
EXAMPLES = {
    "locality": "locality: phường Nhị Chiểu, thành phố Hải Phòng",
    "superior": "superior: Ủy ban nhân dân thành phố Hải Phòng",
    "regime": "regime: state",
    "units": """\
units:
  - Phòng Kinh tế, Hạ tầng và Đô thị
  - Trung tâm Phục vụ hành chính công""",
    "places": """\
places:
  - phường Tân Lập, thành phố Hải Phòng""",
    "people": """\
people:
  Nguyễn Văn An: Chủ tịch
  Trần Thị Bình: Phó Chủ tịch""",
    "words": "words: [IOC, chatbot]",
    "archive": "archive: kho.soat",
    "documents": "documents: van-ban.yml",
    "stage": "stage: draft",
    "fail_on": "fail_on: error",
    "guesses": "guesses: true",
    "rules": """\
rules:
  typography: info
  spelling/acronym: off""",
    "rule_folders": "rule_folders: [quy-tac]",
    "ignore": """\
ignore:
  - "*.md"
  - luu-tru/""",
    "overrides": """\
overrides:
  - files: [da-ban-hanh/**]
    stage: issued""",
}


def starting_text(known: dict[str, Any], lang: str = "vi") -> str:
    """Return the text of a soat.yml that says ``known`` (values by key) and shows the other keys
    as comments, each with a word on what it is for."""
    return "\n".join(_lines(known, lang)) + "\n"


def _lines(known: dict[str, Any], lang: str) -> Iterator[str]:
    yield _FIRST_LINE
    yield from _commented(say("init-head", lang))
    for key, example in EXAMPLES.items():
        yield ""
        yield from _commented(say(f"key-{key}", lang))
        if key in known:
            yield from _yaml(key, known[key])
        else:
            yield from (f"#{line}" for line in example.splitlines())


def _commented(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.splitlines())


def _yaml(key: str, value: Any) -> list[str]:
    import yaml

    text = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=10_000)
    return text.splitlines()
