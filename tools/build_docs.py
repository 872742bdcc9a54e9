"""Writes docs/rules/ and docs/coverage.md from the rule files and rules/coverage.yml, and the JSON
Schemas of checker/schemas/.

    python -m tools.build_docs

What is written is the same for the same rules; the tests tell when it is out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from checker import data
from checker.example_layout import shown_layout
from checker.phrases import say
from checker.ruleset import GROUPS, Rule, load_rules, shown_example
from checker.schemas import FOLDER as SCHEMAS
from checker.schemas.making import make_schemas

DOCS = Path(__file__).resolve().parent.parent / "docs"
COVERAGE = "coverage.yml"
GENERATED = "<!-- Viết bằng tools/build_docs.py từ rules/; không sửa tay. -->\n"
GROUP_TITLES = {
    "structure": "Bố cục, thành phần",
    "header": "Phần đầu",
    "signature": "Phần ký",
    "recipients": "Nơi nhận",
    "locality": "Tên địa phương",
    "units": "Tên cơ quan, đơn vị",
    "assignment": "Phân công nhiệm vụ",
    "citation": "Viện dẫn văn bản",
    "numbering": "Đánh số",
    "dates": "Ngày tháng",
    "spelling": "Chính tả",
    "typography": "Dấu câu, khoảng trắng",
    "capitalization": "Viết hoa",
    "layout": "Trình bày trang",
    "hygiene": "Tình trạng của tệp",
    "amounts": "Số liệu",
    "corpus": "Đối chiếu nhiều văn bản",
}


@dataclass(frozen=True)
class Clause:
    """A clause of the law on form: the rules that check it, or why none does. ``confidence`` is H
    (read in the primary text), M (one good source), L or mem (weak: its rules are notes)."""

    id: str
    clause: str
    says: str
    confidence: str
    rules: tuple[str, ...] = ()
    why_not: str = ""


def load_clauses() -> list[Clause]:
    """Read rules/coverage.yml."""
    text = (data.folder("rules") / COVERAGE).read_text(encoding="utf-8")
    return [
        Clause(**{**entry, "rules": tuple(entry.get("rules", ()))})
        for entry in data.parse_yaml(text)
    ]


def pages() -> dict[str, str]:
    """Return the text of each page by its path under docs/."""
    rules = load_rules(data.folder("rules"))
    by_group = {group: list(found) for group, found in groupby(rules, key=lambda one: one.group)}
    written = {f"rules/{group}.md": _page(group, found) for group, found in by_group.items()}
    written["rules/README.md"] = _index(by_group)
    written["coverage.md"] = _coverage(load_clauses())
    return written


def _index(by_group: dict[str, list[Rule]]) -> str:
    count = sum(len(found) for found in by_group.values())
    lines = [GENERATED, f"# {count} quy tắc", "", "| nhóm | quy tắc |", "|---|---|"]
    for group in GROUPS:
        if group in by_group:
            links = f"[{GROUP_TITLES[group]}]({group}.md)"
            lines.append(f"| {links} | {len(by_group[group])} |")
    return "\n".join(lines) + "\n"


def _page(group: str, rules: list[Rule]) -> str:
    lines = [GENERATED, f"# {GROUP_TITLES[group]} (`{group}`)", ""]
    for rule in rules:
        lines += [*_rule(rule), ""]
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    common = rule.common
    yield f"## {common.title['vi']}"
    yield ""
    fix = f" · {say('rule-fix', 'vi')}" if common.fix else ""
    yield f"`{rule.id}` · {_level(rule)} · {_scope(rule)}{fix}"
    yield ""
    yield " ".join(common.why.split())
    yield ""
    yield f"Căn cứ: {rule.all_bases()}."
    for example in rule.examples:
        for kind, text in shown_example(example):
            yield ""
            yield say(f"example-{kind}", "vi") + shown_layout(example)
            yield ""
            yield "```text"
            yield text
            yield "```"


def _level(rule: Rule) -> str:
    draft, issued = (say(f"level-{rule.level(stage)}", "vi") for stage in ("draft", "issued"))
    return draft if draft == issued else f"{draft} (bản thảo), {issued} (bản đã ban hành)"


def _scope(rule: Rule) -> str:
    common = rule.common
    regimes = [say(f"regime-{regime}", "vi") for regime in common.regimes]
    scope = ", ".join(regimes) or say("explain-all", "vi")
    if common.types:
        scope += f" ({', '.join(common.types)})"
    if common.since:
        scope += f", từ {common.since:%d/%m/%Y}"
    if common.until:
        scope += f", trước {common.until:%d/%m/%Y}"
    return scope


def _coverage(clauses: list[Clause]) -> str:
    checked = sum(bool(clause.rules) for clause in clauses)
    lines = [
        GENERATED,
        "# Quy định nào được soát",
        "",
        f"{len(clauses)} quy định kiểm tra được trên chữ hoặc cách trình bày; {checked} có quy "
        f"tắc, {len(clauses) - checked} chưa soát và nêu lý do. Độ tin: H đọc trong văn bản gốc, "
        "M một nguồn tốt, L và mem nguồn yếu (chỉ báo mức lưu ý).",
        "",
        "| mã | điều khoản | nội dung | độ tin | quy tắc, hoặc lý do chưa soát |",
        "|---|---|---|---|---|",
    ]
    for clause in clauses:
        rules = ", ".join(f"[`{one}`](rules/{one.partition('/')[0]}.md)" for one in clause.rules)
        shown = rules or f"Chưa soát: {clause.why_not}"
        if rules and clause.why_not:
            shown += f" {clause.why_not}"
        lines.append(
            f"| {clause.id} | {clause.clause} | {clause.says} | {clause.confidence} | {shown} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    schemas = make_schemas(load_rules(data.folder("rules")))
    written = {DOCS / name: text for name, text in pages().items()}
    written |= {SCHEMAS / name: text for name, text in schemas.items()}
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(DOCS.parent))


if __name__ == "__main__":
    main()
