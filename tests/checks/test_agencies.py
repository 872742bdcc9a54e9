"""The register of agencies is sound: every form leads to one agency, what is gone has successors."""

from __future__ import annotations

import yaml

from checker.parsing import Grammar
from checker.registers import FOLDER
from checker.registers.agencies import spelled_out


def test_every_form_leads_to_one_agency(grammar: Grammar) -> None:
    names = grammar.unit_names
    raw = yaml.safe_load((FOLDER / "agencies.yml").read_text(encoding="utf-8"))
    seen: dict[tuple[str, ...], str] = {}
    for entry in (entry for group in raw for entry in group["names"]):
        for form in (entry["name"], *entry.get("forms", ())):
            key = spelled_out(form, names.short)
            assert seen.setdefault(key, entry["name"]) == entry["name"], form
            assert (
                names.agencies.forms[key].agency
                == names.agencies.by_name[spelled_out(entry["name"], names.short)]
            )
    assert len(names.agencies.forms) == len(seen)


def test_what_is_gone_has_successors_that_exist(grammar: Grammar) -> None:
    agencies = grammar.unit_names.agencies
    for agency in agencies.by_name.values():
        assert bool(agency.until) == bool(agency.successors), agency.name
        assert agency.level in ("central", "province", "district", "commune")
        assert agency.side in ("state", "party", "front")


def test_official_names_pass_the_rules_on_capitals(grammar: Grammar) -> None:
    forms = grammar.unit_names.agencies.forms.values()
    best = [form.writings[0] for form in forms if form.writings]
    assert all(writing[0].isupper() for writing in best)
