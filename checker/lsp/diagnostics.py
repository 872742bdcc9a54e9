"""Findings as the diagnostics of an editor."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from checker.errors import ConfigError, RuleError, SoatError
from checker.finding import Finding
from checker.lsp.open_text import CheckedText
from checker.lsp.positions import Positions
from checker.phrases import say
from checker.reporting.remarks import remarks

SOURCE = "soat"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics_of(checked: CheckedText) -> list[types.Diagnostic]:
    """Return one diagnostic for each finding; at the first line also what did not run, or why the
    text was not checked."""
    if checked.error:
        return [_at_top(checked.error.code, _reason(checked.error, checked.lang))]
    told = [diagnostic_of(checked, finding) for finding in checked.findings]
    if checked.report:
        told += [_at_top(one.code, one.words) for one in remarks(checked.report, checked.lang)]
    return told


def diagnostic_of(checked: CheckedText, finding: Finding) -> types.Diagnostic:
    uri, words = checked.open_text.uri, say("lsp-related", checked.lang)
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, checked.place(place)), words)
        for place in finding.related
    ]
    return types.Diagnostic(
        range=checked.place(finding.place),
        message=finding.message,
        severity=_SEVERITIES[finding.level],
        code=finding.rule,
        source=SOURCE,
        related_information=related or None,
        data={"fingerprint": finding.fingerprint, "suggestions": list(finding.suggestions)},
    )


def place_of_mistake(error: SoatError) -> tuple[Path, int] | None:
    """Return the file and the line, from 1, of a mistake in a soat.yml or a rule; None for other
    errors."""
    if not isinstance(error, ConfigError | RuleError) or "path" not in error.values:
        return None
    line = error.values.get("line", 1)
    return Path(str(error.values["path"])), line if isinstance(line, int) and line > 0 else 1


def mistake_of(checked: CheckedText) -> tuple[Path, types.Diagnostic] | None:
    """Return the file in which a mistake keeps a text from being checked, with the diagnostic for
    it; None where nothing of the kind does."""
    error = checked.error
    place = place_of_mistake(error) if error else None
    if error is None or place is None:
        return None
    path, line = place
    excerpt = str(error.values.get("excerpt", ""))
    end = Positions(excerpt, checked.encoding).position(len(excerpt)).character
    told = types.Diagnostic(
        types.Range(types.Position(line - 1, 0), types.Position(line - 1, end)),
        _words(error, checked.lang),
        types.DiagnosticSeverity.Error,
        error.code,
        source=SOURCE,
    )
    return path, told


def _reason(error: SoatError, lang: str) -> str:
    place = place_of_mistake(error)
    if place is None:
        return error.message(lang)
    path, line = place
    return say("lsp-not-checked", lang, file=path.name, line=line, reason=_words(error, lang))


def _words(error: SoatError, lang: str) -> str:
    """What is wrong, without the place and the line of the file."""
    path, line = error.values.get("path"), error.values.get("line")
    return error.message(lang).removeprefix(f"{path}:{line}: ").partition("\n")[0]


def _at_top(code: str, words: str) -> types.Diagnostic:
    top = types.Position(0, 0)
    severity = types.DiagnosticSeverity.Information
    return types.Diagnostic(types.Range(top, top), words, severity, code, source=SOURCE)
