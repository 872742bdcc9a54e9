"""A parsed document as a tree on the terminal: ``soat parse``."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from checker.document import Document, Field, Section
from checker.phrases import say
from checker.reporting.terminal import shown
from checker.text.part import Part

_WIDTH = 96
_FILE_WIDTH = 400  # nothing is cut where there is no screen


def print_tree(document: Document, out: TextIO, lang: str) -> None:
    """Print what the grammar understood, part by part; what is missing is said."""
    root = Tree(_text(document.source.path, "bold"))
    _header(root, document, lang)
    body = root.add(_text(say("part-body", lang), "bold"))
    _children(body, document.body)
    _leaf(root, "part-closing", document.closing, lang)
    recipients = root.add(_text(say("part-recipients", lang), "bold"))
    for item in document.recipients.items:
        recipients.add(_text(_short(item.text)))
    signature = root.add(_text(say("part-signature", lang), "bold"))
    for part in (*document.signature.authority, document.signature.role, document.signature.name):
        if part:
            signature.add(_text(part.text))
    for appendix in document.appendices:
        _children(root.add(_text(_short(appendix.heading.text), "bold")), appendix.children)
    tasks = root.add(_text(say("part-tasks", lang, count=len(document.tasks)), "bold"))
    for task in document.tasks:
        told = say(
            "task",
            lang,
            path=task.path or "–",
            lead=_short(task.lead.text) or say("none", lang),
            support=_short(task.support.text) or "–",
            time=_short(task.time.text) or "–",
        )
        tasks.add(_text(told))
    width = None if out.isatty() else _FILE_WIDTH
    Console(file=out, highlight=False, width=width).print(root)


def _header(root: Tree, document: Document, lang: str) -> None:
    head = root.add(_text(say("part-header", lang), "bold"))
    kind = document.type.name if document.type else say("none", lang)
    regime = say(f"regime-{document.regime}", lang)
    head.add(_text(f"{regime} · {kind} · {document.locality.full or say('no-place', lang)}"))
    header = document.header
    if document.regime == "party":
        _leaf(head, "part-party", header.party_name, lang)
    else:
        _leaf(head, "part-nation", header.nation, lang)
        _leaf(head, "part-motto", header.motto, lang)
    if header.superior:
        _leaf(head, "part-superior", header.superior, lang)
    _leaf(head, "part-issuer", header.issuer, lang)
    _leaf(head, "part-number", header.number, lang)
    _leaf(head, "part-date", header.place_date, lang)
    _leaf(root, "part-title", document.title, lang)
    bases = root.add(_text(say("part-bases", lang, count=len(document.bases)), "bold"))
    for part in (*document.bases, *document.opening):
        bases.add(_text(_short(part.text)))


def _leaf(tree: Tree, name: str, part: Part, lang: str) -> None:
    label = _text(say(name, lang) + ": ", "bold")
    tree.add(label + (_text(_short(part.text)) if part else _text(say("none", lang), "red")))


def _children(tree: Tree, children: tuple[Section | Field | Part, ...]) -> None:
    for child in children:
        if isinstance(child, Part):
            tree.add(_text(_short(child.text), "dim"))
        elif isinstance(child, Field):
            label = _text(child.label.text + " ", "cyan") + _text(_short(child.value.text))
            _children(tree.add(label), child.children)
        else:
            label = _text(child.marker + " ", "green") + _text(_short(child.heading.text))
            _children(tree.add(label), child.children)


def _text(text: str, style: str = "") -> Text:
    return shown(Text(text, style))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[:_WIDTH].rsplit(" ", 1)[0] + "…"
