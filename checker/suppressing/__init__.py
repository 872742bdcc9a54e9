"""Suppressions: what a writer put beside the text to have findings left out, and why."""

from checker.suppressing.places import Mistake, Suppression, find_suppressions
from checker.suppressing.suppressor import Suppressor

__all__ = ["Mistake", "Suppression", "Suppressor", "find_suppressions"]
