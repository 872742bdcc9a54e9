"""Spelling: syllables, typing slips, terms, and words that do not fit their neighbours."""
