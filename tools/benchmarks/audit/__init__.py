"""Plans made with known conflicts, and what an audit finds of them."""
