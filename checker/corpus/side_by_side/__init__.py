"""Two documents side by side: ``soat compare``."""
