"""What ``soat audit`` is given: the documents, the superior's plans, the offices expected."""

from __future__ import annotations

import csv
import difflib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.corpus.auditing.audit import PARTS, REPORTS, STORE
from checker.data import cache_folder
from checker.errors import InputError
from checker.files import expand
from checker.office import split_place
from checker.parsing import Grammar
from checker.project import Project
from checker.registers.places import Gazetteer, same_name
from checker.remote import expand_remote, is_remote

COMMUNES_OF = "communes-of"
_NEAR = 3  # names shown of provinces like one that there is not
_TABLES = frozenset((".csv", ".tsv"))
_SPREADSHEETS = frozenset((".xlsx", ".xls", ".ods"))


class Inputs(NamedTuple):
    """The documents to compare and the superior's plans, each file once; how many a soat.yml says
    to ignore; what is wrong with some of the paths."""

    files: tuple[str, ...]
    superiors: tuple[str, ...]
    ignored: int
    errors: tuple[InputError, ...]


def inputs_of(
    paths: Sequence[str], against: Sequence[str], out: Path | None, project: Project
) -> Inputs:
    """Return what ``paths`` and ``against`` (files, folders, URLs) stand for; a superior's plan is
    only that, and what audits write, here or into ``out``, is not read. Raises ConfigError,
    RuleError, and InputError for one of ``against`` that is not there, or standard input."""
    above, errors = _expanded(against)
    if errors:
        raise errors[0]
    for path in above:
        if not is_remote(path) and not Path(path).exists():
            raise InputError("no-such-file", path=path)
    files, errors = _expanded(paths)
    superiors = _once(above, ())
    listed = [path for path in _once(files, superiors) if not _is_written(path, out)]
    asked = [path for path in listed if not project.settings(path).ignored]
    return Inputs(tuple(asked), tuple(superiors), len(listed) - len(asked), tuple(errors))


def expected_of(told: str, gazetteer: Gazetteer | None = None) -> tuple[str, ...]:
    """Return the offices that ``told`` names: ``communes-of`` and a province, or a file with one
    office a line (what follows a ``#`` is a remark), or in the first column of a .csv.

    Raises InputError: ``expect-no-province``, ``unknown-province``, ``merged-province``,
    ``expect-spreadsheet``, ``no-such-file``, ``unreadable``, ``none-expected``.
    """
    what, _, province = told.strip().partition(" ")
    if what == COMMUNES_OF:
        if not province.strip():
            raise InputError("expect-no-province")
        return communes_of(province, gazetteer or Grammar.load(cache_folder()).gazetteer)
    path = Path(told)
    if path.suffix.lower() in _SPREADSHEETS:
        raise InputError("expect-spreadsheet", path=told)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise InputError("no-such-file", path=told) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise InputError("unreadable", path=told, reason=reason) from None
    if path.suffix.lower() in _TABLES:
        lines = _first_column(lines)
    names = [" ".join(line.partition("#")[0].split()) for line in lines]
    found = tuple(dict.fromkeys(filter(None, names)))
    if not found:
        raise InputError("none-expected", path=told)
    return found


def communes_of(province: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return today's communes of a province, each with its level word. Raises InputError:
    ``unknown-province``, ``merged-province``."""
    name = " ".join(province.split())
    bare = split_place(name)[1] or name
    found = gazetteer.province(bare)
    if found is None:
        names = [one.name for one in gazetteer.provinces]
        near = difflib.get_close_matches(bare, names, _NEAR) or names
        raise InputError("unknown-province", name=bare or "–", near=", ".join(near))
    if not same_name(found.name, bare):
        raise InputError("merged-province", name=bare, now=found.shown(), bare=found.name)
    return tuple(
        f"{place.level} {place.name}"
        for place in gazetteer.all()
        if place.until is None and place.province == found.name
    )


def _first_column(lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    marks = max(",;\t", key="".join(listed).count)
    return [row[0] for row in csv.reader(listed, delimiter=marks) if row]


def _expanded(paths: Iterable[str]) -> tuple[list[str], list[InputError]]:
    files: list[str] = []
    errors: list[InputError] = []
    for path in paths:
        if path == "-":
            raise InputError("audit-no-stdin")
        if not is_remote(path):
            found, wrong = expand([path])
            files += found
            errors += wrong
            continue
        try:
            files += expand_remote(path)
        except InputError as error:
            errors.append(error)
    return files, errors


def _once(paths: Iterable[str], but: Iterable[str]) -> list[str]:
    """Each file once, those in ``but`` left out, by whatever paths they were reached."""
    seen = {_identity(path) for path in but}
    kept = []
    for path in paths:
        if (identity := _identity(path)) not in seen:
            seen.add(identity)
            kept.append(path)
    return kept


def _identity(path: str) -> str:
    return path if is_remote(path) else os.path.realpath(path)


def _is_written(path: str, out: Path | None) -> bool:
    """Whether a file is one that an audit writes, this one or one before: a report or a part."""
    if is_remote(path):
        return False
    place = Path(path).resolve()
    if place.name in REPORTS and (place.parent / STORE).exists():
        return True
    if out is None:
        return False
    folder = out.resolve()
    inside = place.parent == folder and place.name in REPORTS
    return inside or place.is_relative_to(folder / PARTS)
