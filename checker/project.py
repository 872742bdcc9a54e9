"""Documents under their soat.yml files: what is in force for each, and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__, data
from checker.config import Config, Settings, find_config, load_config
from checker.data import cache_folder
from checker.errors import InputError
from checker.file_report import FileReport
from checker.reading import load_bytes, outside_programs, read_loaded
from checker.report_cache import ReportCache, digest, files_stamp
from checker.rule import STAGES

if TYPE_CHECKING:
    from checker.linter import Linter
    from checker.office import Office
    from checker.parsing import Grammar
    from checker.registers.known_documents import KnownDocument
    from checker.ruleset import Rule

_STDIN = "-"


@dataclass(frozen=True)
class Options:
    """What a user asks for; ``stage``, ``fail_on`` and ``guesses`` go before soat.yml where they
    are given. ``config`` is a soat.yml that holds for all files. ``ocr`` reads scans too,
    ``cache`` keeps reports from one run to the next. ``usual_stage`` is that of files for which
    neither the user nor a soat.yml tells one. ``alone`` tells that no soat.yml is looked for."""

    lang: str = "vi"
    stage: str | None = None
    fail_on: str | None = None
    guesses: bool = False
    config: Path | None = None
    ocr: bool = False
    cache: bool = True
    usual_stage: str = STAGES[0]
    alone: bool = False


class Project:
    """What is loaded once for the files of a run, each part when it is first needed."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._configs: dict[Path, Config] = {}
        self._inputs: dict[Path | None, str] = {}
        self._grammars: dict[Office, Grammar] = {}
        self._linters: dict[tuple[Path | None, Settings], Linter] = {}

    def config(self, path: str) -> Config | None:
        """Return the configuration for the document at ``path``, that of the nearest soat.yml
        beside or above it, if there is one. Raises ConfigError and RuleError for one with a
        mistake."""
        found = self.options.config or (None if self.options.alone else find_config(path))
        if found is None:
            return None
        if found not in self._configs:
            self._configs[found] = load_config(found, self._shipped)
        return self._configs[found]

    def settings(self, path: str) -> Settings:
        """Return what is in force for the document at ``path``. Raises as :meth:`config`."""
        options, config = self.options, self.config(path)
        told = config.settings(path) if config else Settings()
        known = config is not None and config.tells("stage", path)
        return replace(
            told,
            stage=options.stage or (told.stage if known else options.usual_stage),
            fail_on=options.fail_on or told.fail_on,
            guesses=options.guesses or told.guesses,
        )

    def linter(self, path: str) -> Linter:
        """Return the linter for the document at ``path``. Raises as :meth:`config`."""
        config, settings = self.config(path), self.settings(path)
        key = config.path if config else None, settings
        if key not in self._linters:
            from checker.rule_names import RuleNames
            from checker.ruleset import with_levels

            known = config.rules if config else self._shipped
            rules = with_levels(known, settings.levels)
            linter = self._linter.with_rules(rules, RuleNames(known), guesses=settings.guesses)
            self._linters[key] = linter.with_office(settings.office)
        return self._linters[key]

    def grammar(self, path: str) -> Grammar:
        """Return what the document at ``path`` is parsed with, where nothing is to be checked.
        Raises as :meth:`config`."""
        office = self.settings(path).office
        if office not in self._grammars:
            self._grammars[office] = self._grammar.with_office(office)
        return self._grammars[office]

    @property
    def own_documents(self) -> list[KnownDocument]:
        """The documents that the soat.yml files of the files that were asked for tell of."""
        return [one for config in self._configs.values() for one in config.office.documents]

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules, by id, of the files that were asked for, whatever is switched off; loaded when
        one is looked up."""
        return _Rules(self._all_rules)

    def _all_rules(self) -> dict[str, Rule]:
        own = [rule for config in self._configs.values() for rule in config.rules]
        return {rule.id: rule for rule in (*self._shipped, *own)}

    def check(self, path: str) -> FileReport:
        """Check the document at ``path``, ``-`` being standard input. A file that cannot be read,
        or on which Soát itself fails, gives a report that says so, as it must not stop the others.
        Raises as :meth:`config`, and InputError for an archive that cannot be read."""
        settings = self.settings(path)
        try:
            content = load_bytes(path)
        except InputError as error:
            return FileReport(path, settings.stage, error=error, fail_on=settings.fail_on)
        key = self.key(content, path) if self._cache and path != _STDIN else ""
        report = self._cache.get(key, path) if self._cache and key else None
        if report is None:
            report = self._checked(content, path, self.linter(path), settings.stage)
            if self._cache and key:
                self._cache.put(key, report)
        return replace(report, fail_on=settings.fail_on)

    def check_all(self, paths: Sequence[str], jobs: int | None = None) -> Iterator[FileReport]:
        """Yield the reports of the documents at ``paths``, in their order, checked by so many
        processes; without ``jobs`` by one for each core when the files are many. Raises as
        :meth:`config`."""
        from checker.parallel import processes_for, work_apart

        processes = processes_for(len(paths), jobs)
        if processes < 2 or _STDIN in paths:
            yield from map(_make_check(self), paths)
            return
        for path in paths:
            self.config(path)  # a mistake in a soat.yml is told before anything else
        yield from work_apart(
            paths, partial(_make_work_apart, self.options), processes, self._ended
        )

    def _checked(self, content: bytes, path: str, linter: Linter, stage: str) -> FileReport:
        """Read and check a file; what goes wrong with it is told in the report."""
        try:
            return linter.check(read_loaded(content, path, ocr=self.options.ocr), stage)
        except InputError as error:
            return FileReport(path, stage, error=error)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            failed = InputError("failed", path=path, reason=reason)
            return FileReport(path, stage, error=failed)

    def key(self, content: bytes, path: str) -> str:
        """Return what changes when the report on a file of these bytes may: 64 hexadecimal digits.
        Raises as :meth:`config`."""
        config, settings = self.config(path), self.settings(path)
        place = config.path if config else None
        if config and place not in self._inputs:
            self._inputs[place] = digest(
                part for one in config.inputs for part in (os.fsencode(one), _read(one))
            )
        told = (
            __version__,
            repr(replace(settings, office=replace(settings.office, documents=()))),
            self._inputs.get(place, ""),
            self.options.lang,
            Path(path).suffix.lower(),
            "\0".join(outside_programs(content, ocr=self.options.ocr)),
        )
        return digest((self._installation, *(one.encode() for one in told), content))

    def _ended(self, path: str) -> FileReport:
        settings = self.settings(path)
        error = InputError("process-ended", path=path)
        return FileReport(path, settings.stage, error=error, fail_on=settings.fail_on)

    @cached_property
    def _shipped(self) -> tuple[Rule, ...]:
        from checker.ruleset import load_rules

        return load_rules(data.folder("rules"), cache_folder())

    @cached_property
    def _grammar(self) -> Grammar:
        from checker.parsing import Grammar

        return Grammar.load(cache_folder())

    @cached_property
    def _linter(self) -> Linter:
        from checker.linter import Linter

        return Linter.load(self.options.lang, rules=self._shipped)

    @cached_property
    def _cache(self) -> ReportCache | None:
        folder = cache_folder() if self.options.cache else None
        return ReportCache(folder / "reports") if folder else None

    @cached_property
    def _installation(self) -> bytes:
        """What changes when the program or its data do."""
        package = Path(__file__).parent
        return files_stamp([package, data.folder("rules"), data.folder("grammar")])


class _Rules(Mapping[str, "Rule"]):
    """Rules that are loaded when they are first looked at."""

    def __init__(self, load: Callable[[], dict[str, Rule]]) -> None:
        self._load = load

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return self._load()

    def __getitem__(self, rule_id: str) -> Rule:
        return self._by_id[rule_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


def _make_check(project: Project) -> Callable[[str], FileReport]:
    """Make a check whose reports come without the documents, of which hundreds are too many; that
    of standard input, which cannot be read again, keeps it."""

    def check(path: str) -> FileReport:
        report = project.check(path)
        return report if path == _STDIN else replace(report, document=None)

    return check


def _make_work_apart(options: Options) -> Callable[[str], FileReport]:
    return _make_check(Project(options))


def _read(path: Path) -> bytes:
    """The content of a file that a soat.yml names; a missing one is told when it is loaded."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
