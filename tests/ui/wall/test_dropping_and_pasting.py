"""What is dropped or pasted from other programs: files, texts, cells, pages, pictures; where it would land shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from cxworkshop.ui import mime
from cxworkshop.ui.canvas.gestures import DropFromElsewhere
from cxworkshop.ui.canvas.lines import titles_in, titles_in_html
from cxworkshop.ui.canvas.pasting import MOST_LINES


@pytest.fixture
def said(wall):
    hints: list[str] = []
    wall.hint_changed.connect(hints.append)
    return hints


def files(*paths) -> QMimeData:
    """Files as a file manager carries them: their addresses, and these as text too."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(str(path) for path in paths))
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def pixels() -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


# Files


@pytest.mark.parametrize("name", ["plan.docx", "process.bpmn", "talk.mp4", "nothing"])
@pytest.mark.parametrize("way", ["drop", "paste"])
def test_a_file_that_cannot_be_read_makes_no_card_and_is_said(room, wall, hand, said, tmp_path, name, way):
    before = room.board.snapshot()
    if way == "drop":
        hand.drop(files(tmp_path / name), hand.cell("s1", "needs"))
    else:
        QApplication.clipboard().setMimeData(files(tmp_path / name))
        wall.paste()
    assert room.board.snapshot() == before
    assert f"“{name}” is no file that can be read here" in said


@pytest.mark.parametrize(
    "name", ["list.csv", "list.tsv", "list.txt", "list.xlsx", "plan.json", "tables.zip", "room.cxw"]
)
def test_every_file_the_program_reads_is_handed_on_when_dropped_and_when_pasted(wall, hand, tmp_path, name):
    taken = []
    wall.files_dropped.connect(taken.append)
    hand.drop(files(tmp_path / name), hand.cell("s1", "needs"))
    QApplication.clipboard().setMimeData(files(tmp_path / name))
    wall.paste()
    assert taken == [[tmp_path / name], [tmp_path / name]]


def test_of_several_files_it_is_said_how_many_are_looked_at(wall, hand, said, tmp_path):
    hand.carry(files(tmp_path / "a.csv", tmp_path / "b.csv"), hand.cell("s1", "needs"))
    assert said[-1] == "Let go to look at 2 files, one after the other"
    hand.leave()


# Where it would land


def test_a_thought_from_beside_the_wall_lights_the_stage_it_would_move_to(room, wall, hand, said):
    data = QMimeData()
    data.setData(mime.MOVE, b"t1")
    hand.carry(data, hand.cell("s3", "needs"))
    column = wall.picture.column_of_stage("s3")
    assert isinstance(wall.gesture, DropFromElsewhere)
    assert (wall.look.cell.x, wall.look.cell.width) == (column.x, column.width)
    assert said[-1] == f"Let go to move it to “{room.board.card('s3').title}”"
    wall.viewport().repaint()
    hand.leave()
    assert wall.gesture is None and wall.look.cell is None
    hand.drop(data, hand.cell("s3", "needs"))
    assert room.board.card("t1").stage == "s3" and wall.look.cell is None


def test_a_text_carried_over_a_lane_lights_its_cell_and_says_what_it_becomes(wall, hand, said):
    hand.carry(text("One\nTwo"), hand.cell("s3", "needs"))
    lane, column = wall.picture.layout.lane_box("needs"), wall.picture.column_of_stage("s3")
    assert wall.look.cell == (column.x, lane.y, column.width, lane.height)
    assert said[-1].startswith("Need:")
    hand.leave()


def test_what_is_carried_survives_a_change_from_elsewhere(room, wall, hand):
    from cxworkshop.actions import cards

    hand.carry(text("One"), hand.cell("s3", "needs"))
    room.do(lambda board: cards.add_many(board, "touchpoint", ["a", "b", "c"], "s3"))
    assert isinstance(wall.gesture, DropFromElsewhere)
    hand.leave()


# Text


@pytest.mark.parametrize(
    ("pasted", "titles"),
    [
        ("One\nTwo\r\n\r\nThree", ["One", "Two", "Three"]),
        ("•\tOne\n•\tTwo", ["One", "Two"]),
        ("1.\tOne\n2.\tTwo", ["One", "Two"]),
        ("1) Один\n2) Два", ["Один", "Два"]),
        ("- One\n* Two\n– Three\n— Four", ["One", "Two", "Three", "Four"]),
        ("☐ One\n[x] Two", ["One", "Two"]),
        ('"first line\nsecond line"\nOther', ["first line second line", "Other"]),
        ('"Quote" and more\nOther', ['"Quote" and more', "Other"]),
        ('"Never closed\nOther\nThird', ['"Never closed', "Other", "Third"]),
        ("3.5 minutes\n24/7", ["3.5 minutes", "24/7"]),
        ("-5 degrees\n9", ["-5 degrees", "9"]),
        ("A\tB\n\tC", ["A", "B", "C"]),
    ],
)
def test_lines_and_cells_are_titles_without_their_bullets(pasted, titles):
    assert titles_in(pasted) == titles


@pytest.mark.parametrize(
    ("html", "titles"),
    [
        ("<table><tr><td>One</td><td>Two</td></tr><tr><td></td><td>Three</td></tr></table>", ["One", "Two", "Three"]),
        ("<ul><li>One</li><li><b>T</b>wo <i>words</i></li></ul>", ["One", "Two words"]),
        ("<head><style>td {x}</style></head><p>Fish &amp; chips</p><br>Second", ["Fish & chips", "Second"]),
        ("<td>Two<br>lines</td><script>alert(1)</script>", ["Two", "lines"]),
        ("&lt;img src=x&gt;", ["<img src=x>"]),
    ],
)
def test_a_page_copied_without_its_text_is_read_by_its_cells_and_items(html, titles):
    assert titles_in_html(html) == titles


def test_cells_copied_from_a_spreadsheet_are_cards_though_a_picture_comes_with_them(room, wall):
    data = text("Один\nДва")
    data.setHtml("<table><tr><td>Один</td></tr><tr><td>Два</td></tr></table>")
    data.setImageData(pixels())
    QApplication.clipboard().setMimeData(data)
    room.select(["n2"])
    wall.paste()
    assert [room.board.card(card).title for card in room.selection] == ["Один", "Два"]


def test_cells_copied_as_a_page_only_are_cards_in_one_step(room, wall):
    data = QMimeData()
    data.setHtml("<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>")
    QApplication.clipboard().setMimeData(data)
    depth = room.document.undo_depth
    wall.paste()
    assert [room.board.card(card).title for card in room.selection] == ["One", "Two"]
    assert room.document.undo_depth == depth + 1


def test_lines_beyond_what_is_taken_are_not_lost_without_a_word(wall, room, said):
    QApplication.clipboard().setText("\n".join(f"line {n}" for n in range(MOST_LINES + 7)))
    wall.paste()
    assert len(room.selection) == MOST_LINES
    assert said[-1] == f"The first {MOST_LINES} lines were pasted, 7 were left out"


def test_what_is_pasted_is_in_view(room, wall):
    wall.resize(500, 350)
    QApplication.processEvents()
    room.select(["i1"])
    wall.copy()
    wall.scroll_to(0, 0)
    wall.paste()
    rect = wall.camera.rect_to_screen(wall.picture.rect(room.selection[0]))
    assert wall.camera.top <= rect.y and rect.bottom <= wall.camera.height


def test_an_empty_clipboard_is_no_error(room, wall, said):
    before = room.board.snapshot()
    QApplication.clipboard().clear()
    wall.paste()
    assert room.board.snapshot() == before


# Pictures


def test_a_picture_pasted_while_a_persona_is_selected_is_its_portrait(room, wall):
    data = QMimeData()
    data.setImageData(pixels())
    QApplication.clipboard().setMimeData(data)
    room.select(["p1"])
    before = room.board.card("p1").get("portrait")
    wall.paste()
    now = room.board.card("p1").get("portrait")
    assert str(now).startswith("data:image/") and now != before


def test_a_picture_from_a_web_page_is_a_portrait_though_its_address_comes_with_it(room, wall, hand):
    data = text("https://example.com/annie.png")
    data.setImageData(pixels())
    before = room.board.card("p1").get("portrait")
    hand.drop(data, hand.at("p1"))
    assert room.board.card("p1").get("portrait") not in (None, before)
    assert not any("example.com" in card.title for card in room.board.cards.values())


# Reading only


def test_where_nothing_can_be_changed_what_is_carried_is_not_taken(room, open_wall, hand_on):
    from cxworkshop.document import Document
    from cxworkshop.ui.bridge import Room

    path = room.document.path
    room.close()
    reading = Room(Document.open_read_only(path))
    wall = open_wall(reading)
    said: list[str] = []
    wall.hint_changed.connect(said.append)
    hand, before = hand_on(wall), reading.board.snapshot()
    for data in (hand.palette("need"), text("One")):
        hand.drop(data, hand.cell("s1", "needs"))
        assert said[-1] == "This workshop is open for reading only."
    said.clear()
    hand.drag(hand.at("t1"), hand.cell("s4", "touchpoints"))
    assert said[0] == "This workshop is open for reading only."
    assert wall.gesture is None and reading.board.snapshot() == before
    reading.close()
