"""Benchmarks: ratios against bare Python, never asserted in tests."""
