"""Words that are hardly ever rightly written twice running (doubled-words.tsv)."""

from __future__ import annotations

from functools import cached_property

from checker.registers import FOLDER

Partners = frozenset[str]


class DoubledWords:
    """Tells a slip ("các các") from the meeting of two compounds ("hành vi vi phạm").

    The register, counted by tools/build_registers.py, has for each word those that it is bound to
    on its left and on its right. It is read when a doubling is met: most documents have none.
    """

    @cached_property
    def _partners(self) -> dict[str, tuple[Partners, Partners]]:
        text = (FOLDER / "doubled-words.tsv").read_text(encoding="utf-8")
        rows = (line.split("\t") for line in text.splitlines() if line[0] != "#")
        return {
            word: (frozenset(left.split()), frozenset(right.split())) for word, left, right in rows
        }

    def is_slip(self, before: str, word: str, after: str) -> bool:
        """Tell whether ``word`` written twice between ``before`` and ``after`` is a slip; all in
        lower case, empty where a mark or the end of the line stands."""
        if word not in self._partners:
            return False
        left, right = self._partners[word]
        return not (before in left and after in right)
