"""Soát: reads Vietnamese administrative documents and says what is wrong before they are signed."""

__version__ = "0.9.0"
