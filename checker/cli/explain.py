"""``soat explain``: why a rule, with bad and good."""

from __future__ import annotations

import click

from checker.cli.completion import complete_rules
from checker.cli.options import lang_option
from checker.example_layout import shown_layout
from checker.phrases import say
from checker.rule import Rule
from checker.rule_names import RuleNames, UnknownRule
from checker.ruleset import shown_example


@click.command("explain")
@click.argument("rule", metavar="QUY_TẮC", shell_complete=complete_rules)
@lang_option
def command(rule: str, lang: str) -> None:
    """Giải thích một quy tắc: vì sao, căn cứ, ví dụ sai và đúng.

    Nhận cả tên cũ của quy tắc, quy tắc riêng khai trong soat.yml của thư mục đang đứng, và tên
    nhóm (liệt kê các quy tắc của nhóm).
    """
    from checker.cli.rules import rules_here

    rules = {one.id: one for one in rules_here().rules}
    try:
        ids = RuleNames(rules.values()).ids(rule)
    except UnknownRule as error:
        near = ", ".join(error.near) or "–"
        raise click.UsageError(say("unknown-rule", lang, rule=rule, near=near)) from None
    if len(ids) == 1:
        click.echo("\n".join(_lines(rules[next(iter(ids))], lang)))
        return
    for one in sorted(ids):
        click.echo(f"{one}  {rules[one].common.title[lang]}")


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
    ]
    if rule.common.aliases:
        lines.append(f"{say('explain-aliases', lang)}: {', '.join(rule.common.aliases)}")
    lines += ["", rule.common.why.strip()]
    if rule.common.fix:
        lines += ["", say("rule-fix", lang)]
    for example in rule.examples:
        for kind, text in shown_example(example):
            lines += ["", say(f"example-{kind}", lang) + shown_layout(example)]
            lines += [f"    {line}" for line in text.splitlines()]
    return lines
