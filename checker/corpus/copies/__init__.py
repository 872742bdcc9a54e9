"""Documents that are copies of one another, and what still belongs to the original."""
