"""Word documents made to measure: sound plans, and each fault of layout once (fixtures/layout)."""
