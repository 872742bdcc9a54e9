"""What is left over in a Word document: changes, comments, hidden words, names in its properties."""

from __future__ import annotations

from checker.reading import read_bytes
from checker.reading.layout import Mark
from tests.reading.word.packages import layout, p, r, read
from tools.layouts.leftovers import LEFTOVERS
from tools.layouts.package import OFFICE, properties, relations, root, write
from tools.layouts.variant import STATE

AN = 'w:author="An"'


def marks(body: str, **parts: str) -> list[Mark]:
    return list(layout(body, **parts).marks)


def comment(number: int, said: str) -> str:
    return f'<w:comment w:id="{number}" {AN}>{p(said)}</w:comment>'


def begin(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def test_insertion_and_deletion() -> None:
    body = (
        f'<w:p>{r("Giao ")}<w:ins w:id="1" {AN}>{r("Phòng Kinh tế")}</w:ins>'
        f'<w:del w:id="2" {AN}><w:r><w:delText>Văn phòng</w:delText></w:r></w:del>{r(" chủ trì")}</w:p>'
    )
    assert read(body).raw == "Giao Phòng Kinh tế chủ trì"
    assert marks(body) == [
        Mark("insertion", 5, 18, "An"),
        Mark("deletion", 18, 18, "An", "Văn phòng"),
    ]


def test_insertion_that_is_deleted_again_is_a_deletion() -> None:
    gone = f'<w:del w:id="2" {AN}><w:r><w:delText>thừa</w:delText></w:r></w:del>'
    found = marks(f'<w:p>{r("đủ")}<w:ins w:id="1" {AN}>{gone}</w:ins></w:p>')
    assert Mark("deletion", 2, 2, "An", "thừa") in found


def test_move() -> None:
    body = (
        f'<w:p><w:moveTo w:id="1" {AN}>{r("đến ")}</w:moveTo>{r("giữa")}'
        f'<w:moveFrom w:id="2" {AN}>{r("đến ")}</w:moveFrom></w:p>'
    )
    assert read(body).raw == "đến giữa"
    assert [(one.kind, one.start, one.end) for one in marks(body)] == [
        ("move", 0, 4),
        ("move", 8, 8),
    ]


def test_changes_of_form() -> None:
    run = f'<w:rPrChange w:id="1" {AN}><w:rPr/></w:rPrChange>'
    paragraph = f'<w:pPrChange w:id="2" {AN}><w:pPr/></w:pPrChange>'
    found = marks(f"<w:p><w:pPr>{paragraph}</w:pPr>{r('một ')}{r('hai', run)}</w:p>")
    assert found == [Mark("format", 4, 7, "An"), Mark("format", 0, 7, "An")]
    section = f'<w:sectPr><w:sectPrChange w:id="3" {AN}><w:sectPr/></w:sectPrChange></w:sectPr>'
    assert [one.kind for one in marks(p("a") + section)] == ["format"]


def test_end_of_a_paragraph_deleted_or_inserted() -> None:
    gone = f'<w:rPr><w:del w:id="1" {AN}/></w:rPr>'
    assert marks(p("một ", gone) + p("hai")) == [Mark("deletion", 4, 4, "An")]
    new = f'<w:rPr><w:ins w:id="1" {AN}/></w:rPr>'
    assert marks(p("một", new) + p("hai")) == [Mark("insertion", 3, 3, "An")]


def test_whole_paragraph_deleted_at_the_end() -> None:
    gone = f'<w:del w:id="2" {AN}><w:r><w:delText>cuối</w:delText></w:r></w:del>'
    whole = f'<w:p><w:pPr><w:rPr><w:del w:id="1" {AN}/></w:rPr></w:pPr>{gone}</w:p>'
    found = marks(p("đầu") + whole)
    assert sorted(one.text for one in found) == ["", "cuối"]
    assert {one.start for one in found} == {3}


def test_rows_deleted_and_inserted() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    kept = row.format("", p("một"))
    gone = row.format(f'<w:del w:id="1" {AN}/>', p("hai"))
    new = row.format(f'<w:ins w:id="2" {AN}/>', p("ba"))
    body = f"<w:tbl>{kept}{gone}{new}</w:tbl>"
    assert read(body).raw == "một\nba"
    assert marks(body) == [Mark("deletion", 4, 4, "An"), Mark("insertion", 4, 4, "An")]


def test_comments_know_their_words() -> None:
    body = (
        f"<w:p>{r('Giao ')}{begin(3)}{r('Phòng')}{begin(4)}{r(' Kinh tế', '<w:b/>')}{end(3)}"
        f"{r(' chủ trì')}{end(4)}</w:p>"
    )
    assert marks(body, comments=comment(3, "đơn vị nào?") + comment(4, "rõ chưa")) == [
        Mark("comment", 5, 18, "An", "đơn vị nào?"),
        Mark("comment", 10, 26, "An", "rõ chưa"),
    ]


def test_comment_over_paragraphs_and_cells() -> None:
    cell = f"<w:tbl><w:tr><w:tc><w:p>{r('ô')}{end(1)}</w:p></w:tc></w:tr></w:tbl>"
    body = f"<w:p>{r('một ')}{begin(1)}{r('hai')}</w:p>" + p("ba") + cell
    assert [one[:3] for one in marks(body, comments=comment(1, "cả ba"))] == [("comment", 4, 12)]


def test_comment_after_an_automatic_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:suff w:val="space"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = f"<w:p><w:pPr>{number}</w:pPr>{begin(1)}{r('một')}{end(1)}</w:p>"
    found = marks(body, comments=comment(1, "x"), numbering=numbering)
    assert [one[:3] for one in found] == [("comment", 3, 6)]


def test_comment_without_range_and_range_without_comment() -> None:
    body = f'<w:p>{r("một")}<w:r><w:commentReference w:id="1"/></w:r>{begin(9)}{r("hai")}{end(9)}</w:p>'
    assert [one[:3] for one in marks(body, comments=comment(1, "x"))] == [("comment", 3, 3)]


def test_hidden_words() -> None:
    body = f"<w:p>{r('thấy')}{r(' hỏi lại', '<w:vanish/>')}{r('  ', '<w:vanish/>')}</w:p>"
    assert marks(body) == [Mark("hidden", 4, 4, "", " hỏi lại")]


def test_properties_of_the_file() -> None:
    files = properties("An", "Bình", "UBND xã A", 7)
    found = layout(p("a"), files)
    assert found.properties == {"author": "An", "last_editor": "Bình", "company": "UBND xã A"}
    assert found.printed_pages == 7
    assert layout(p("a")).properties == {}


def test_template_outside_of_the_file_goes_before_its_name() -> None:
    target = "file:///C:/Mau/ke-hoach.dotx"
    files = {
        "docProps/app.xml": "<Properties><Template>Normal.dotm</Template><Pages>x</Pages></Properties>",
        "word/_rels/settings.xml.rels": relations(
            {"rId1": (f"{OFFICE}/attachedTemplate", target)}, outside=True
        ),
        "word/settings.xml": root("settings", ""),
    }
    found = layout(p("a"), files)
    assert found.properties == {"template": target}
    assert found.printed_pages == 0


def test_accepting_all_changes_gives_the_sound_text() -> None:
    sound = read_bytes(write(STATE.parts), "a.docx").raw
    for name, variant in LEFTOVERS.items():
        assert read_bytes(write(variant.parts), f"{name}.docx").raw == sound
