"""The job of a worker that answers ``/check``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checker.server.bench import Asked, Bench
from checker.server.language_tool.answer import answer
from checker.server.language_tool.form import CheckForm
from checker.server.language_tool.paragraph import check_paragraph, paragraph_linter


@dataclass(frozen=True)
class CheckParagraph:
    """Check what a form holds, as the soat.yml of the server wants it; the answer is JSON."""

    form: CheckForm

    def do(self, bench: Bench) -> dict[str, Any]:
        asked = Asked(guesses=self.form.picky)
        linter = paragraph_linter(bench.linter(asked))
        found = check_paragraph(self.form.text.read, linter, bench.stage(asked))
        return answer(self.form, found)
