"""What an editor offers on a finding: to write a suggestion, to mend all that is safe, or to leave
the finding out with a reason (docs/suppressions.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from checker.annotating.edit import Edit
from checker.annotating.fixes import Choice, chosen_edits, edits_of, find_edits
from checker.finding import Finding
from checker.lsp.diagnostics import diagnostic_of
from checker.lsp.open_text import CheckedText
from checker.lsp.positions import Positions
from checker.lsp.proofreader import Proofreader
from checker.phrases import say
from checker.suppressing.suppressor import tells_of_suppressions

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.soat"
KINDS = (types.CodeActionKind.QuickFix.value, FIX_ALL)
SELECT = "soat.select"  # the command of the server by which words are selected
_SHOWN = 60  # characters of a suggestion in the title of an action


class Abilities(NamedTuple):
    """What the client can do: apply edits only to the version that they were made for
    (``versioned``), select words when it is asked to (``selects``)."""

    versioned: bool
    selects: bool


def actions_of(
    checked: CheckedText,
    params: types.CodeActionParams,
    proofreader: Proofreader,
    abilities: Abilities,
) -> list[types.CodeAction]:
    """Return the actions for the asked range and kinds.

    To mend all is left out where the editor asks by itself, at each step of the caret.
    """
    positions = checked.positions
    first, last = (positions.offset(one) for one in (params.range.start, params.range.end))
    findings = checked.findings_at(first, last)
    asked = params.context.only
    actions: list[types.CodeAction] = []
    if _is_asked(KINDS[0], asked):
        actions += [one for finding in findings for one in _suggested(checked, finding, abilities)]
        actions += _ignoring(checked, findings, proofreader, abilities)
    by_itself = params.context.trigger_kind == types.CodeActionTriggerKind.Automatic
    if asked or not by_itself:
        actions += _fix_all(checked, abilities) if _is_asked(FIX_ALL, asked) else ()
    return actions


def _is_asked(kind: str, asked: Iterable[str | types.CodeActionKind] | None) -> bool:
    """Whether a kind is one of those asked for, or below one of them."""
    if not asked:
        return True
    names = (one.value if isinstance(one, types.CodeActionKind) else one for one in asked)
    return any(name in ("", kind) or kind.startswith(f"{name}.") for name in names)


def _suggested(
    checked: CheckedText, finding: Finding, abilities: Abilities
) -> Iterator[types.CodeAction]:
    for number, suggestion in enumerate(finding.suggestions):
        edits = _edits(checked, finding, suggestion)
        if edits:
            code = "lsp-write" if suggestion.strip() else "lsp-delete"
            shown, told = _short(suggestion), _short(" ".join(finding.text.split()))
            yield types.CodeAction(
                say(code, checked.lang, suggestion=shown, text=told),
                types.CodeActionKind.QuickFix,
                [diagnostic_of(checked, finding)],
                is_preferred=True if number == 0 and finding.safe else None,
                edit=_change(checked, edits, abilities),
            )


def _edits(checked: CheckedText, finding: Finding, words: str) -> Sequence[Edit]:
    """The edits that write a suggestion; at all places of a finding that is told once for them."""
    document, report, linter = checked.document, checked.report, checked.linter
    if document is None or report is None or linter is None:
        return ()
    if finding.times > 1:
        return chosen_edits(document, linter, report.stage, [Choice(finding, words)])
    return edits_of(document, finding.start, finding.end, words)


def _fix_all(checked: CheckedText, abilities: Abilities) -> Iterator[types.CodeAction]:
    document, report, linter = checked.document, checked.report, checked.linter
    if document is None or report is None or linter is None:
        return
    if any(finding.safe and finding.suggestions for finding in checked.findings):
        edits = find_edits(document.source, linter, report.stage)
        if edits:
            title = say("lsp-fix-all", checked.lang, count=len(edits))
            change = _change(checked, edits, abilities)
            yield types.CodeAction(title, FIX_ALL, edit=change)


def _ignoring(
    checked: CheckedText,
    findings: Iterable[Finding],
    proofreader: Proofreader,
    abilities: Abilities,
) -> Iterator[types.CodeAction]:
    """One action for each rule, with a comment at the end of the line of its first finding; the
    word that stands for the reason is selected, to be replaced by it."""
    lang, done = checked.lang, set[tuple[str, int]]()
    for finding in findings:
        rule = proofreader.rule(finding.rule)
        end = checked.positions.line_end(checked.offsets(finding.place)[0])
        if rule is None or tells_of_suppressions(rule) or (finding.rule, end) in done:
            continue
        done.add((finding.rule, end))
        reason, title = say("lsp-reason", lang), say("lsp-ignore", lang, rule=finding.rule)
        before, after = f" <!-- soat: ignore {finding.rule} ", " -->"
        at = end - checked.shift
        edit = Edit(at, at, before + reason + after)
        chosen = _behind(checked, end, before, reason)
        select = types.Command(title, SELECT, arguments=[checked.open_text.uri, chosen])
        yield types.CodeAction(
            title,
            types.CodeActionKind.QuickFix,
            [diagnostic_of(checked, finding)],
            edit=_change(checked, [edit], abilities),
            command=select if abilities.selects else None,
        )


def _behind(checked: CheckedText, end: int, before: str, words: str) -> types.Range:
    """The range of ``words`` when ``before`` and they are written at the end of a line."""
    line = checked.positions.position(end)
    written = Positions(before + words, checked.encoding)
    columns = [written.position(at).character for at in (len(before), len(before + words))]
    start, stop = (types.Position(line.line, line.character + one) for one in columns)
    return types.Range(start, stop)


def _change(
    checked: CheckedText, edits: Iterable[Edit], abilities: Abilities
) -> types.WorkspaceEdit:
    text = checked.open_text
    written = [types.TextEdit(checked.raw_range(edit.start, edit.end), edit.text) for edit in edits]
    if not abilities.versioned:
        return types.WorkspaceEdit(changes={text.uri: written})
    identity = types.OptionalVersionedTextDocumentIdentifier(text.uri, text.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identity, written)])


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
