"""Checks: one module per kind. A module's ``Check`` is a frozen dataclass whose fields are the keys
that a rule file may give, whose ``VALUES`` are the placeholders that its facts fill, and whose
``facts(document, context)`` yields what it finds, knowing neither level nor suppression nor output.
"""
