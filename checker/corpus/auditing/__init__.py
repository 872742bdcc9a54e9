"""``soat audit``: the work on many documents, kept and shared out."""
