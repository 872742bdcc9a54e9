"""Reporting: findings → what a person or a program reads; one module per output."""
