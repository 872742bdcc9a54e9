"""Serving: a web page for clerks and a JSON API, on this machine or for an office.

Nothing that is sent is kept: worker processes read it, answer, and forget it.
"""
