"""What is left over from the writing, each once: changes, comments, marks, hidden text, names."""

from __future__ import annotations

from collections.abc import Mapping

from tools.layouts.markup import paragraph, run
from tools.layouts.package import OFFICE, Parts, properties, relations, root
from tools.layouts.variant import DOCUMENT, STATE, Variant, around, edited

_WHO = 'w:author="Nguyễn Văn Soát" w:date="2026-09-14T08:00:00Z"'
_WORDS = " và đổi sách cũ"
_PARAGRAPH = "2. Thi kể chuyện theo sách dành cho học sinh."


def _deleted(words: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'


def _inserted() -> Parts:
    before, after = f'<w:ins w:id="1" {_WHO}>', "</w:ins>"
    return around(STATE.parts, _WORDS, before, run(_WORDS), after)


def _deletion() -> Parts:
    gone = f'<w:del w:id="1" {_WHO}>{_deleted(" rộng rãi")}</w:del>'
    return around(STATE.parts, _WORDS, gone, run(_WORDS), "")


def _moved() -> Parts:
    words = " an toàn,"
    to = around(STATE.parts, words, f'<w:moveTo w:id="2" {_WHO}>', run(words), "</w:moveTo>")
    away = f'<w:moveFrom w:id="1" {_WHO}>{run(words)}</w:moveFrom>'
    return around(to, " và thu hút", away, run(" và thu hút"), "")


def _format_change() -> Parts:
    change = f'<w:rPrChange w:id="1" {_WHO}><w:rPr/></w:rPrChange>'
    return STATE.with_look(_PARAGRAPH, f'<w:lang w:val="vi-VN"/>{change}')


def _deleted_mark() -> Parts:
    """The end of a paragraph is deleted: it goes on with the words of the next."""
    whole = paragraph(_PARAGRAPH, "Body")
    mark = f'<w:rPr><w:del w:id="1" {_WHO}/></w:rPr></w:pPr>'
    first = paragraph("2. Thi kể chuyện ", "Body").replace("</w:pPr>", mark)
    return edited(
        STATE.parts, DOCUMENT, whole, first + paragraph("theo sách dành cho học sinh.", "Body")
    )


def _comment() -> Parts:
    said = paragraph("Đề nghị rà lại nội dung này.", "Normal")
    comment = f'<w:comment w:id="7" {_WHO} w:initials="S">{said}</w:comment>'
    parts = {**STATE.parts, "word/comments.xml": root("comments", comment)}
    after = '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    return around(parts, _WORDS, '<w:commentRangeStart w:id="7"/>', run(_WORDS), after)


def _highlight() -> Parts:
    words = run(_WORDS, '<w:highlight w:val="yellow"/>')
    return around(STATE.parts, _WORDS, "", words, "")


def _hidden() -> Parts:
    words = run(" (hỏi lại anh Nam)", "<w:vanish/>")
    return around(STATE.parts, _WORDS, words, run(_WORDS), "")


def _template() -> Parts:
    settings = root("settings", '<w:attachedTemplate r:id="rId1"/>')
    target = "file:///C:/Users/Nam/Templates/UBND%20xa%20Tan%20An.dotx"
    relation = relations({"rId1": (f"{OFFICE}/attachedTemplate", target)}, outside=True)
    return {
        **STATE.parts,
        "word/settings.xml": settings,
        "word/_rels/settings.xml.rels": relation,
    }


LEFTOVERS: Mapping[str, Variant] = {
    "left-insertion": Variant("a tracked insertion", _inserted(), ("hygiene/tracked-changes",)),
    "left-deletion": Variant("a tracked deletion", _deletion(), ("hygiene/tracked-changes",)),
    "left-move": Variant("a tracked move", _moved(), ("hygiene/tracked-changes",)),
    "left-format": Variant(
        "a tracked change of form", _format_change(), ("hygiene/tracked-changes",)
    ),
    "left-paragraph-end": Variant(
        "a tracked deletion of a paragraph's end", _deleted_mark(), ("hygiene/tracked-changes",)
    ),
    "left-comment": Variant("a comment", _comment(), ("hygiene/comments",)),
    "left-highlight": Variant("words marked yellow", _highlight(), ("hygiene/highlight",)),
    "left-hidden": Variant("hidden words", _hidden(), ("hygiene/hidden-text",)),
    "left-author": Variant(
        "the name of another office's clerk",
        {
            **STATE.parts,
            **properties("Lê Văn Nam", "Lê Văn Nam", "Ủy ban nhân dân xã Tân An"),
        },
        ("hygiene/properties",),
    ),
    "left-template": Variant(
        "the path of another office's template", _template(), ("hygiene/properties",)
    ),
}
