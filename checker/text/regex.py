"""Regular expressions that are compiled when first used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property


class Regex:
    """A regular expression of a rule. Most rules meet no line that needs theirs, and compiling all
    would take longer than checking a plan."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression; raises re.error when it is none."""
        return re.compile(self.pattern)

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self.compiled.groupindex

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled.search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text)
