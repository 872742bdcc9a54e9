"""Load on ``soat serve``: many clients at once, and what it costs the server."""
