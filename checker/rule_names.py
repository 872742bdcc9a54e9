"""What a user may call rules: by id, by group, by an old id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from checker.ruleset import GROUPS, Rule


class UnknownRule(Exception):
    """A name that no rule has; ``near`` are the most similar names, the nearest first."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class RuleNames:
    """The names of ``rules``: their ids, groups and aliases."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._ids: dict[str, frozenset[str]] = {group: frozenset() for group in GROUPS}
        for rule in rules:
            self._ids[rule.group] |= {rule.id}
            for name in (rule.id, *rule.common.aliases):
                self._ids[name] = frozenset((rule.id,))

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of the rules that ``name`` stands for; raises UnknownRule."""
        if name not in self._ids:
            near = difflib.get_close_matches(name, self._ids, n=3, cutoff=0.4)
            raise UnknownRule(name, tuple(near))
        return self._ids[name]
