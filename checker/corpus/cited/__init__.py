"""The documents that are cited: what each citation says, and what of it does not agree."""
