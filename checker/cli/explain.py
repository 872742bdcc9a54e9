"""``soat explain``: why a rule, with bad and good."""

from __future__ import annotations

import difflib

import click

from checker import data
from checker.cli.options import lang_option
from checker.example_layout import shown_layout
from checker.phrases import say
from checker.ruleset import Rule, load_rules


@click.command("explain")
@click.argument("rule", metavar="QUY_TẮC")
@lang_option
def command(rule: str, lang: str) -> None:
    """Giải thích một quy tắc: vì sao, căn cứ, ví dụ sai và đúng."""
    rules = {one.id: one for one in load_rules(data.folder("rules"))}
    if rule not in rules:
        near = difflib.get_close_matches(rule, rules, n=3, cutoff=0.4)
        raise click.UsageError(say("unknown-rule", lang, rule=rule, near=", ".join(near) or "–"))
    click.echo("\n".join(_lines(rules[rule], lang)))


def _lines(rule: Rule, lang: str) -> list[str]:
    level = rule.common.level
    levels = {"": level} if isinstance(level, str) else level
    shown = ", ".join(
        say(f"level-{one}", lang) + (f" ({say(f'stage-{stage}', lang)})" if stage else "")
        for stage, one in levels.items()
    )
    regimes = [say(f"regime-{one}", lang) for one in rule.common.regimes]
    lines = [
        f"{rule.id} · {rule.common.title[lang]}",
        "",
        f"{say('explain-level', lang)}: {shown}",
        f"{say('explain-for', lang)}: {', '.join(regimes) or say('explain-all', lang)}",
        f"{say('explain-basis', lang)}: {rule.all_bases()}",
        "",
        rule.common.why.strip(),
    ]
    if rule.common.fix:
        lines += ["", say("rule-fix", lang)]
    for example in rule.examples:
        for key in ("fail", "fix", "pass"):
            if key in example:
                lines += ["", say(f"example-{key}", lang) + shown_layout(example)]
                lines += [f"    {line}" for line in example[key].rstrip().splitlines()]
    return lines
