"""Checks open texts under their soat.yml files; lives in one thread of the language server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checker.errors import ConfigError, InputError, RuleError
from checker.lsp.diagnostics import diagnostics_of
from checker.lsp.open_text import CheckedText, OpenText
from checker.lsp.settings import ClientSettings
from checker.project import Options, Project
from checker.rule import Rule

Stamp = tuple[int, int] | None


class Proofreader:
    """Holds what is loaded once. Nothing of it may be called from two threads at a time.

    ``encoding`` is that of the client's positions: utf-8, utf-16 or utf-32.
    """

    def __init__(self, settings: ClientSettings, encoding: str) -> None:
        self.encoding = encoding
        self.set(settings)

    def set(self, settings: ClientSettings) -> None:
        """Check under other settings from now on; soat.yml files and rules are read anew."""
        self.settings = settings
        self.project = Project(
            Options(settings.lang, settings.stage, guesses=settings.guesses, cache=False)
        )
        self._stamps: dict[Path, Stamp] = {}

    def warm(self) -> None:
        """Load rules and registers before the first text is there."""
        self.project.linter("-")

    def check(self, text: OpenText) -> CheckedText:
        """Check a text. A mistake in a soat.yml or a rule, and a text that cannot be read, are told
        as the error of the answer."""
        self._read_anew_if_changed()
        checked = self._checked(text)
        return replace(checked, diagnostics=tuple(diagnostics_of(checked)))

    def _checked(self, text: OpenText) -> CheckedText:
        checked = CheckedText(text, self.encoding, self.settings.lang)
        try:
            settings = self.project.settings(text.path)
            self._stamp(text.path)
            if settings.ignored or not text.text.strip("\ufeff \t\r\n"):
                return checked
            linter = self.project.linter(text.path)
            report = linter.check(text.source(), settings.stage)
        except (ConfigError, RuleError, InputError) as error:
            return replace(checked, error=error)
        return replace(checked, report=report, linter=linter)

    def rule(self, rule_id: str) -> Rule | None:
        """Return a rule, of Soát or of an office, if there is one of this id."""
        return self.project.rules.get(rule_id)

    def _read_anew_if_changed(self) -> None:
        """Forget the soat.yml files when one of the files that they are made from has changed, or
        is gone."""
        if any(_stamp_of(path) != stamp for path, stamp in self._stamps.items()):
            self.set(self.settings)

    def _stamp(self, path: str) -> None:
        config = self.project.config(path)
        for one in config.inputs if config else ():
            self._stamps.setdefault(one, _stamp_of(one))


def _stamp_of(path: Path) -> Stamp:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
