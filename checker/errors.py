"""The errors that a user can mend; each knows its code and says what to do.

Everything else that escapes is a defect of Soát.
"""

from __future__ import annotations

from checker.phrases import say


class SoatError(Exception):
    """Root of all errors shown to users.

    ``code`` names the phrase in :mod:`checker.phrases`; ``values`` fill it.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def message(self, lang: str = "vi") -> str:
        return say(self.code, lang, **self.values)

    def __str__(self) -> str:
        return self.message("en")


class InputError(SoatError):
    """A document that cannot be read."""


class RuleError(SoatError):
    """A rule file with a mistake; ``values`` hold ``path``, ``line`` and ``excerpt``."""


class ConfigError(SoatError):
    """A soat.yml with a mistake; ``values`` as for a rule file."""
