"""What a worker process loads once and uses for every job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from checker.linter import Linter
from checker.project import Options, Project
from checker.rule import Rule

_MOST_LINTERS = 16


@dataclass(frozen=True)
class Asked:
    """What a client asks for: ``lang`` of the words (vi or en), ``stage`` (draft or issued), empty
    for that of soat.yml; ``locality`` is the own place with its level, empty to infer it;
    ``guesses`` asks for rules with weak evidence, ``ocr`` for the text of scans."""

    lang: str = "vi"
    stage: str = ""
    locality: str = ""
    guesses: bool = False
    ocr: bool = False


class Bench:
    """Linters for what clients ask; ``config`` is the soat.yml of the server, if it has one.

    Raises ConfigError and RuleError for a soat.yml with a mistake.
    """

    def __init__(self, config: Path | None = None) -> None:
        self.config = config
        self._projects: dict[str, Project] = {}
        self._linters: dict[Asked, Linter] = {}
        self.linter(Asked())

    def stage(self, asked: Asked) -> str:
        """Return the stage that is asked for, or that of soat.yml."""
        return asked.stage or self._project(asked.lang).settings("").stage

    def rules(self, lang: str) -> Mapping[str, Rule]:
        """Return all rules by id."""
        return self._project(lang).rules

    def linter(self, asked: Asked) -> Linter:
        """Return the linter for what is asked; the last few are kept."""
        key = Asked(asked.lang, locality=asked.locality, guesses=asked.guesses)
        if key not in self._linters:
            if len(self._linters) >= _MOST_LINTERS:
                del self._linters[next(iter(self._linters))]
            self._linters[key] = self._made(key)
        return self._linters[key]

    def _made(self, asked: Asked) -> Linter:
        project = self._project(asked.lang)
        linter = project.linter("")
        if asked.locality:
            office = project.settings("").office
            linter = linter.with_office(replace(office, locality=asked.locality))
        if asked.guesses and not linter.guesses:
            linter = linter.with_rules(linter.rules, linter.names, guesses=True)
        return linter

    def _project(self, lang: str) -> Project:
        if lang not in self._projects:
            options = Options(lang=lang, config=self.config, alone=self.config is None, cache=False)
            self._projects[lang] = Project(options)
        return self._projects[lang]
