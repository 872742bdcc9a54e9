"""What many documents say, side by side."""
