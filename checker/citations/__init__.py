"""Documents cited in a text, as typed values (grammar/citation.lark)."""
