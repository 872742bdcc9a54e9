"""``soat completion``: the script that makes a shell complete what is typed after ``soat``.

The shell's function calls ``soat`` with the variable ``_SOAT_COMPLETE``; click answers, for
PowerShell by the class below.
"""

from __future__ import annotations

import json
import os
from typing import Any

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
)

VARIABLE = "_SOAT_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")

# Words and answers pass as lines of environment variables and as JSON in ASCII, so that neither
# quotes nor the console's code page touch them. An empty variable is no variable in PowerShell.
# No answer makes PowerShell offer files, which it quotes as it wants them.
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                $_.Value
            } else {
                $_.Extent.Text
            }
        })
    $before = $env:%(complete_var)s, $env:COMP_WORDS, $env:COMP_CWORD
    try {
        $env:%(complete_var)s = 'powershell_complete'
        $env:COMP_WORDS = $words -join "`n"
        $env:COMP_CWORD = $wordToComplete
        $answer = & %(prog_name)s 2>$null | ConvertFrom-Json
    } finally {
        $env:%(complete_var)s, $env:COMP_WORDS, $env:COMP_CWORD = $before
    }
    foreach ($one in $answer) {
        [System.Management.Automation.CompletionResult]::new(
            $one.value, $one.value, $one.kind, $one.help)
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion for Windows PowerShell 5.1 and PowerShell 7."""

    name = "powershell"
    source_template = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words between the program and the cursor, and the word at the cursor."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        return words[1:], os.environ.get("COMP_CWORD", "")

    def complete(self) -> str:
        """Return the answer for the script: a JSON list of values with kind and help."""
        words, typed = self.get_completion_args()
        # the value of --option=value replaces the whole word
        before = typed[: typed.find("=") + 1] if typed.startswith("-") else ""
        items = self.get_completions(words, typed)
        told = [_told(item, before) for item in items if item.type == "plain"]
        return json.dumps(told)


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS), metavar="bash|zsh|fish|powershell")
def command(shell: str) -> None:
    """In đoạn mã để gõ Tab là hoàn thành lệnh, tùy chọn, tên quy tắc và tên tệp.

    \b
    bash:       thêm vào ~/.bashrc dòng   eval "$(soat completion bash)"
    zsh:        thêm vào ~/.zshrc dòng    eval "$(soat completion zsh)"
    fish:       soat completion fish > ~/.config/fish/completions/soat.fish
    PowerShell: chạy notepad $PROFILE, thêm dòng
                soat completion powershell | Out-String | Invoke-Expression

    Rồi mở cửa sổ lệnh mới.
    """
    from checker.cli import soat

    register()
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(shell)
    click.echo(found(soat, {}, "soat", VARIABLE).source().encode(), nl=False)


def register() -> None:
    """Let click answer PowerShell by the class of this module."""
    add_completion_class(PowerShellComplete)


def complete_rules(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return the ids of the shipped rules that begin as typed; for ``shell_complete``."""
    return [CompletionItem(one) for one in _rule_ids() if one.startswith(incomplete)]


def complete_rule_lists(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Return groups and ids of the shipped rules, divided by commas from what stands before; for
    ``shell_complete``."""
    before, comma, typed = incomplete.rpartition(",")
    ids = _rule_ids()
    groups = dict.fromkeys(one.partition("/")[0] for one in ids)
    return [
        CompletionItem(f"{before}{comma}{one}") for one in (*groups, *ids) if one.startswith(typed)
    ]


def _rule_ids() -> list[str]:
    from checker import data

    folder = data.folder("rules")
    return sorted(f"{path.parent.name}/{path.stem}" for path in folder.glob("*/*.yml"))


def _told(item: CompletionItem[Any], before: str) -> dict[str, str]:
    value = f"{before}{item.value}"
    kind = "ParameterName" if value.startswith("-") and not before else "ParameterValue"
    return {"value": value, "kind": kind, "help": " ".join((item.help or "").split()) or value}
