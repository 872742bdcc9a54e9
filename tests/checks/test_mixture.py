"""Of two ways of writing one thing the rarer is told, or the one that the rule does not keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.checks.mixture import Check
from checker.context import Context, trigger_form
from checker.decoding import DecodingError
from checker.document import Document
from checker.finding import Fact
from checker.linter import Linter

Read = Callable[[str], Document]
CLOSED = r"(?P<a>\d{4})-(?P<b>\d{4})"
SPACED = r"(?P<a>\d{4}) - (?P<b>\d{4})"
BOTH = (r"\g<a>-\g<b>", r"\g<a> - \g<b>")


def facts(check: Check, text: str, read: Read, linter: Linter) -> list[Fact]:
    document = read(text)
    hits = {trigger_form(one): list(range(len(document.lines))) for one in check.triggers}
    return list(check.facts(document, Context(linter.registers, hits)))


def test_rarer_form_is_told_with_the_form_kept(read: Read, linter: Linter) -> None:
    check = Check((CLOSED, SPACED), ("-",), suggest=BOTH)
    text = "Năm 2021-2025 và 2026-2030.\nNhiệm kỳ 2025 - 2030.\n"
    (fact,) = facts(check, text, read, linter)
    assert fact.suggestions == ("2025-2030",)
    assert fact.values == {"kept": "2021-2025", "kept_times": "2"}


def test_of_equal_forms_the_first_is_kept(read: Read, linter: Linter) -> None:
    check = Check((SPACED, CLOSED), ("-",), suggest=(BOTH[1], BOTH[0]))
    (fact,) = facts(check, "Năm 2021-2025; nhiệm kỳ 2025 - 2030.\n", read, linter)
    assert fact.suggestions == ("2021 - 2025",)


def test_first_form_may_be_kept_however_rare(read: Read, linter: Linter) -> None:
    check = Check((SPACED, CLOSED), ("-",), suggest=(BOTH[1], BOTH[0]), keep="first")
    text = "Năm 2021-2025 và 2026-2030.\nNhiệm kỳ 2025 - 2030.\n"
    assert [fact.suggestions for fact in facts(check, text, read, linter)] == [
        ("2021 - 2025",),
        ("2026 - 2030",),
    ]


def test_one_form_alone_is_no_mixture(read: Read, linter: Linter) -> None:
    check = Check((SPACED, CLOSED), ("-",))
    assert facts(check, "Năm 2021-2025 và 2026-2030.\n", read, linter) == []


def test_lines_left_out_do_not_count(read: Read, linter: Linter) -> None:
    check = Check((SPACED, CLOSED), ("-",), not_in=("BULLET",))
    assert facts(check, "Năm 2021-2025.\n- Kỳ 2025 - 2030.\n", read, linter) == []


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ({"forms": ("a",), "triggers": ("a",)}, "forms"),
        ({"forms": ("a", "("), "triggers": ("a",)}, "forms"),
        ({"forms": ("a", "b"), "triggers": ()}, "triggers"),
        ({"forms": ("a", "b"), "triggers": ("a",), "keep": "last"}, "keep"),
        ({"forms": ("a", "b"), "triggers": ("a",), "suggest": ("a",)}, "forms"),
        ({"forms": ("a", "b"), "triggers": ("a",), "suggest": (r"\1", "b")}, "suggest"),
        ({"forms": ("a", "b"), "triggers": ("a",), "in_": ("TEXTT",)}, "in"),
    ],
)
def test_unsound_keys_are_refused(arguments: dict[str, tuple[str, ...]], key: str) -> None:
    with pytest.raises(DecodingError) as caught:
        Check(**arguments).validate()  # type: ignore[arg-type]
    assert caught.value.key == key
