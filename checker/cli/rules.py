"""``soat rules``: list the rules, run their examples, describe their files to editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker import data
from checker.cli.options import lang_option
from checker.config import Config, find_config, load_config
from checker.phrases import say
from checker.ruleset import load_rules


@click.group("rules")
def command() -> None:
    """Danh sách quy tắc, chạy thử ví dụ của quy tắc."""


@command.command("list")
@lang_option
def list_rules(lang: str) -> None:
    """Liệt kê mọi quy tắc: mức, tên, căn cứ; kể cả quy tắc riêng khai trong soat.yml của thư mục
    đang đứng (có đánh dấu)."""
    config = rules_here()
    width = max(len(rule.id) for rule in config.rules)
    for rule in config.rules:
        level = say(f"level-{rule.level('draft')}", lang)
        own = f"  {say('rule-own', lang)}" if rule.path in config.inputs else ""
        click.echo(
            f"{rule.id:<{width}}  {level:<8}  {rule.common.title[lang]}  ({rule.all_bases()}){own}"
        )
    click.echo(say("rules-count", lang, count=len(config.rules)))


@command.command("test")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[THƯ_MỤC]")
@lang_option
def test_rules(folder: Path | None, lang: str) -> None:
    """Chạy ví dụ của các quy tắc (mặc định: các quy tắc có sẵn).

    Mỗi “fail” phải bị báo đúng chỗ đánh dấu, “pass” không bị báo, “fix” hết bị báo.
    """
    from checker.linter import Linter
    from checker.rule_examples import run_examples

    rules = load_rules(folder or data.folder("rules"))
    linter = Linter.load(lang, rules=rules)
    failures = [failure for rule in rules for failure in run_examples(rule, linter)]
    for failure in failures:
        click.echo(
            say(failure.code, lang, rule=failure.rule, number=failure.number, detail=failure.detail)
        )
    examples = sum(len(rule.examples) for rule in rules)
    click.echo(
        say("rules-tested", lang, rules=len(rules), examples=examples, failures=len(failures))
    )
    sys.exit(1 if failures else 0)


@command.command("schema")
def schema() -> None:
    """In JSON Schema của tệp quy tắc, để phần mềm soạn thảo gợi ý và báo lỗi khi viết."""
    from checker.schemas import RULE, shipped

    click.echo(shipped(RULE), nl=False)


def rules_here() -> Config:
    """Return the shipped rules with those of the soat.yml that holds for the working folder.
    Raises ConfigError and RuleError."""
    return load_config(find_config("-"), load_rules(data.folder("rules"), data.cache_folder()))
