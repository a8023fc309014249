"""Step 3 in a real window: where the company looks, holes of the grid, and the touchpoints it has forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.analysis.checklist import skipped
from cxworkshop.document import Document
from cxworkshop.ui.views.drawing import screen_look, window_look
from cxworkshop.ui.views.touchpoints.attention_drawing import AttentionDrawing
from cxworkshop.ui.views.touchpoints.grid_drawing import Cell
from tests.analysis.small_boards import board
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle


def turned(window):
    window.workspace.views.choose("touchpoints")
    settle()
    return window.workspace.views.page


def click(chart, spot) -> None:
    at = spot.area.center()
    for what in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        held = Qt.MouseButton.LeftButton if what == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        where = QPointF(chart.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(
            chart, QMouseEvent(what, at, where, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)
        )
    settle()


def key(widget, own: Qt.Key) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, own, Qt.KeyboardModifier.NoModifier))
    settle()


def cells(page) -> list[Cell]:
    page.grid.grab()
    return [spot for spot in page.grid.spots if isinstance(spot, Cell)]


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def page(window):
    return turned(window)


def test_a_hole_pressed_asks_for_a_touchpoint_and_puts_it_there(window, page):
    hole = next(cell for cell in cells(page) if cell.hole and cell.channel == "chat")
    click(page.grid, hole)
    assert page.new.isVisible() and page.new.channel.text() == "chat"
    page.new.title.setText("Chat before choosing")
    key(page.new.title, Qt.Key.Key_Return)
    card = window.room.board.card(window.room.selection[0])
    assert (card.title, card.stage, card.get("channel")) == ("Chat before choosing", hole.stage, "chat")
    assert not page.new.isVisible()
    assert any(card.id in cell.cards for cell in cells(page))
    window.room.undo()
    settle()
    assert not any(card.id in cell.cards for cell in cells(page))


def test_nothing_is_added_without_a_title_and_escape_leaves_the_hole(window, page):
    before = window.room.board.count("touchpoint")
    click(page.grid, next(cell for cell in cells(page) if cell.hole))
    page.new.title.setText("  ")
    key(page.new.title, Qt.Key.Key_Return)
    assert window.room.board.count("touchpoint") == before and page.new.isVisible()
    key(page.new, Qt.Key.Key_Escape)
    assert not page.new.isVisible()


def test_a_count_pressed_selects_its_cards(window, page):
    full = next(cell for cell in cells(page) if cell.cards)
    click(page.grid, full)
    assert window.room.selection == full.cards


def test_the_mark_of_a_stage_says_where_money_is_taken_by_mouse_and_keys(window, page):
    mark = next(
        cell for cell in cells(page) if cell.marks and window.room.board.card(cell.stage).get("selling") is False
    )
    before = page.headline.text()
    click(page.grid, mark)
    assert window.room.board.card(mark.stage).get("selling") is True
    assert page.headline.text() != before
    page.grid.setFocus()
    key(page.grid, Qt.Key.Key_Return)
    assert window.room.board.card(mark.stage).get("selling") is None


def test_the_headline_says_where_the_company_looks():
    stages = {"S1": {"journey": "J1", "selling": True}, "S2": {"journey": "J1"}, "S3": {"journey": "J1"}}
    here, there = {"t1": {"stage": "S1"}, "t2": {"stage": "S1"}}, {"t3": {"stage": "S2"}}
    mostly = AttentionDrawing(board(cards={"J1": {}, **stages, **here, **there}))
    assert mostly.headline() == "The company is there when it takes the money: 67 % of its touchpoints"
    never = AttentionDrawing(board(cards={"J1": {}, **stages, **there}))
    assert never.headline() == "No touchpoint lies where the company takes the money"
    unmarked = AttentionDrawing(board(cards={"J1": {}, "S2": {"journey": "J1"}, **there}))
    assert unmarked.headline().startswith("Mark the stages")
    assert AttentionDrawing(board(cards={})).headline().startswith("Put up the places")


def test_a_forgotten_touchpoint_is_put_up_by_one_press_into_the_stage_chosen(window, page):
    row = page.checklist.rows["parking"]
    assert row.item.open
    row.main.setFocus()
    key(row.main, Qt.Key.Key_Return)
    card = window.room.board.card(window.room.selection[0])
    assert card.title == "Parking" and card.stage == page.checklist.stages["before"].currentData()
    assert row.item.cards == (card,) and row.main.hasFocus()
    key(row.main, Qt.Key.Key_Return)
    assert window.room.selection == (card.id,)
    window.room.undo()
    settle()
    assert row.item.open


def test_what_is_not_for_us_is_crossed_off_and_undone(window, page):
    row = page.checklist.rows["toilet"]
    row.aside.click()
    settle()
    assert skipped(window.room.board) == {"toilet"} and row.item.skipped
    window.room.undo()
    settle()
    assert not row.item.skipped
    row.aside.click()
    settle()
    row.main.pressed.emit()
    settle()
    assert skipped(window.room.board) == frozenset()


def test_the_journey_of_employees_brings_their_own_list(window, page):
    internal = next(own for own in window.room.board.journeys() if window.room.board.side_of(own) == "internal")
    window.room.show_journey(internal.id)
    settle()
    assert "staff_payslip" in page.checklist.rows and "parking" not in page.checklist.rows
    page.checklist.sides.buttons()[0].click()
    settle()
    assert "parking" in page.checklist.rows


def test_an_empty_workshop_begins_with_a_journey(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    page = turned(window)
    assert page.first.isVisible() and not page.grid.isVisible() and page.lead.text()
    page.first.click()
    settle()
    assert window.room.board.count("journey") == 1 and not page.first.isVisible() and page.grid.isVisible()


def test_the_room_sees_attention_and_grid_without_the_checklist(window, page):
    said = page.drawing().texts()
    assert said[0] == page.headline.text()
    assert any("chat" in text for text in said) and not any("Parking" in text for text in said)


def test_touchpoints_without_a_stage_are_not_counted_and_that_is_said(window):
    page = turned(window)
    assert page.attention.accessibleDescription().count("no stage") == 0
    counted = AttentionDrawing(window.room.board).shares[0][2].total
    high = page.attention.height()
    for title in ("Parking", "Lift"):
        window.room.do(lambda board, title=title: cards.add(board, "touchpoint", title))
    settle()
    drawing = AttentionDrawing(window.room.board)
    assert drawing.shares[0][2].total == counted
    assert "2 touchpoints have no stage and are not counted" in drawing.texts()
    assert "2 touchpoints have no stage and are not counted" in page.attention.accessibleDescription()
    assert page.attention.height() > high
    area = QRectF(0, 0, page.attention.width(), page.attention.height())
    written = overlapping_texts(lambda painter: drawing.paint(painter, area, window_look()))
    assert written.overlapping == [] and written.outside(area) == []
    assert "2 touchpoints have no stage and are not counted" in [text for text, _ in written.texts]


def test_the_line_for_a_hole_is_in_sight_however_many_channels_there_are_and_one_goes_back_to_the_hole(window, page):
    room = window.room
    stage = room.board.stages(room.journey)[0].id
    for number in range(30):
        fields = {"channel": f"channel {number:02}"}
        room.do(lambda board, fields=fields: cards.add(board, "touchpoint", "Meet", stage, fields=fields))
    settle()
    at = page.area.verticalScrollBar().value()
    click(page.grid, next(cell for cell in cells(page) if cell.hole))
    settle()
    seen = page.area.viewport().rect()
    place = page.new.mapTo(page.area.viewport(), page.new.rect().center())
    assert seen.contains(place) and page.new.title.hasFocus()
    key(page.new, Qt.Key.Key_Escape)
    assert page.area.verticalScrollBar().value() == at and page.grid.hasFocus()


def test_short_titles_of_stages_leave_the_room_all_channels(window, page):
    for title in ("Parking", "Lift"):
        window.room.do(lambda board, title=title: cards.add(board, "touchpoint", title))
    settle()
    area, drawing = QRectF(48, 190, 1824, 842), page.drawing()
    written = overlapping_texts(lambda painter: drawing.paint(painter, area, screen_look()))
    said = [text for text, _ in written.texts]
    assert {own.name for own in page._grid_drawing().grid.channels} <= set(said)
    assert not [text for text in said if text.endswith(" more")]
    assert written.outside(area) == [] and written.overlapping == []
