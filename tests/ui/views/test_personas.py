"""Step 2 in the window: the gallery, the sheet edited in place, portraits chosen, dropped, pasted and taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageIOHandler, QImageWriter
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.model.pictures import LONGEST_PICTURE, picture_bytes, picture_size
from cxworkshop.ui import portraits
from cxworkshop.ui.views.drawing import screen_look
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import Keyboard, settle


@pytest.fixture
def window(open_window):
    window = open_window("coffee")
    window.workspace.views.choose("personas")
    settle()
    return window


@pytest.fixture
def photo(tmp_path):
    """A picture file larger than what is kept."""
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#335577"))
    path = tmp_path / "Анна.png"
    assert image.save(str(path))
    return path


@pytest.fixture
def clipboard():
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def page_of(window):
    return window.workspace.views.page


def drop(widget, mime: QMimeData) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, left, none))
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(widget, event)
    settle()


def files(*paths) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_picture_dropped_on_the_sheet_is_made_small_kept_and_undone(window, photo):
    before = window.room.board.card("p1")["portrait"]
    drop(page_of(window).sheet.well, files(photo))
    value = window.room.board.card("p1")["portrait"]
    assert picture_size(picture_bytes(value)) == (384, 512) and value.startswith("data:image/jpeg;base64,")
    assert page_of(window).sheet.well.has_picture
    window.room.undo()
    settle()
    assert window.room.board.card("p1")["portrait"] == before
    window.room.do(lambda board: cards.edit(board, "p1", portrait=None))
    settle()
    assert not page_of(window).sheet.well.has_picture
    drop(page_of(window).sheet.well, files(photo))
    window.room.undo()
    settle()
    assert "portrait" not in window.room.board.card("p1").fields
    assert not page_of(window).sheet.well.has_picture


def test_a_picture_dropped_in_the_inspector_of_the_wall_is_kept_too(window, photo):
    window.workspace.views.choose("wall")
    window.room.select(["p2"])
    settle()
    forms = window.workspace.inspector.sheet.forms
    editor = next(form.editors["portrait"] for form in forms if "portrait" in form.editors)
    drop(editor.well, files(photo))
    assert picture_bytes(window.room.board.card("p2")["portrait"])
    editor.remove.click()
    assert "portrait" not in window.room.board.card("p2").fields


def test_a_picture_is_pasted_and_taken_away_by_keys(window, clipboard):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    clipboard.setImage(image)
    page_of(window).sheet.well.setFocus()
    Keyboard().press(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    settle()
    assert picture_size(picture_bytes(window.room.board.card("p1")["portrait"])) == (40, 30)
    Keyboard().press(Qt.Key.Key_Delete)
    settle()
    assert "portrait" not in window.room.board.card("p1").fields


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        b"\xff\xd8\xff\xe0 not a picture",
        b"%PDF-1.7",
    ],
)
def test_a_file_that_is_no_picture_is_said_and_changes_nothing(window, tmp_path, data):
    path = tmp_path / "face.png"
    path.write_bytes(data)
    before = window.room.document.undo_depth
    drop(page_of(window).sheet.well, files(path))
    assert "face.png" in page_of(window).sheet.problem.text() and page_of(window).sheet.problem.isVisible()
    assert window.room.document.undo_depth == before
    drop(page_of(window).sheet.well, files(tmp_path / "gone.png"))
    assert "gone.png" in page_of(window).sheet.problem.text()


def test_any_image_becomes_one_that_fits(qapp):
    noise = QImage.fromData(b"P6 512 512 255 " + bytes((n * n * 7919 >> 5) & 255 for n in range(512 * 512 * 3)))
    assert not noise.isNull()
    for image in (noise, noise.convertToFormat(QImage.Format.Format_ARGB32)):
        value = portraits.portrait_of(image)
        assert len(value) <= LONGEST_PICTURE and portraits.picture(value) is not None


def test_a_title_typed_on_the_sheet_belongs_to_the_persona_left_by_keys(window):
    page = page_of(window)
    page.sheet.editors["title"].text.setFocus()
    page.sheet.editors["title"].text.selectAll()
    Keyboard().type("Renamed")
    page.next_one()
    settle()
    assert window.room.board.card("p1").title == "Renamed"
    assert page.current == "p3" and page.sheet.editors["title"].text.toPlainText() == "Gary, 37 · discount hunter"
    page.previous_one()
    settle()
    assert page.current == "p1" and page.place.text() == "1 of 4"


def test_needs_and_roles_are_added_on_the_sheet_in_one_step_each(window):
    page = page_of(window)
    page.sheet.add["need"].setText("A place to sit")
    page.sheet.add["need"].returnPressed.emit()
    settle()
    made = [card for card in window.room.board.targets("p1", "has") if card.title == "A place to sit"]
    assert len(made) == 1 and "A place to sit" in " ".join(page.sheet.charts[0]._drawing.texts())
    window.room.undo()
    assert window.room.board.find(made[0].id) is None
    window.room.select(["p2"])
    settle()
    assert page.sheet.role.isVisible() and page.sheet.role.currentData() == "r1"
    page.sheet.role.setCurrentIndex(0)
    page.sheet.role.activated.emit(0)
    assert window.room.board.targets("p2", "works_as") == []


def test_a_new_persona_is_an_assumption_and_says_so(window):
    page = page_of(window)
    page.add["internal"].click()
    settle()
    persona = window.room.board.card(page.current)
    assert (persona["side"], persona["evidence"]) == ("internal", "assumption")
    assert "nobody has asked" in page.sheet.evidence_told.text()
    assert page.sheet.editors["title"].text.hasFocus()
    assert "nobody has asked" in " ".join(page.drawing().texts())


def test_the_room_sees_the_persona_without_the_notes(window):
    window.room.do(lambda board: cards.edit(board, "p1", note="SECRET"))
    said = " ".join(page_of(window).drawing().texts())
    assert "I want the coffee I ordered" in said and "SECRET" not in said


def test_deleting_the_persona_shown_turns_to_another_and_undo_brings_it_back(window):
    window.room.do(lambda board: cards.delete(board, ["p1"]))
    settle()
    assert page_of(window).current == "p3"
    window.room.do(lambda board: cards.delete(board, ["p2", "p3", "p4"]))
    settle()
    assert page_of(window).invitation.isVisible() and not page_of(window).sheet.isVisible()
    window.room.undo()
    settle()
    assert page_of(window).sheet.isVisible()


def test_the_shared_screen_turns_to_the_next_persona_with_the_page(window):
    window.workspace.views.toggle_staged()
    assert window.room.staged.make().texts()[0].startswith("Annie")
    told = []
    window.room.staged_changed.connect(lambda: told.append(window.room.staged.make().texts()[0]))
    page_of(window).next_one()
    settle()
    assert told and told[-1].startswith("Gary")


def test_the_shared_sheet_counts_no_rest_while_there_is_room_for_it(open_window):
    window = open_window("small_hotel")
    window.workspace.views.choose("personas")
    settle()
    page = window.workspace.views.page
    painted = overlapping_texts(
        lambda painter: page.drawing().paint(painter, QRectF(48, 190, 1824, 842), screen_look())
    )
    needs = [need.title for need in window.room.board.targets("p1", "has") if need.kind == "need"]
    written = [text for text, _ in painted.texts]
    assert len(needs) == 7 and set(needs) <= set(written)
    assert not painted.overlapping and not any(text.startswith("and ") for text in written)


def test_a_photo_taken_on_its_side_is_turned_upright_and_a_see_through_one_stays_so(qapp, tmp_path):
    side = QImage(800, 400, QImage.Format.Format_RGB32)
    side.fill(QColor("#335577"))
    writer = QImageWriter(str(tmp_path / "side.jpg"))
    writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(side)
    assert portraits.picture(portraits.portrait_of_file(tmp_path / "side.jpg")).size().toTuple() == (256, 512)
    clear = QImage(300, 300, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    assert clear.save(str(tmp_path / "clear.png"))
    kept = portraits.picture(portraits.portrait_of_file(tmp_path / "clear.png"))
    assert kept.toImage().pixelColor(9, 9).alpha() == 0
