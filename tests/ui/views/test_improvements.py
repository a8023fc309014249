"""Step 8 as a facilitator uses it: drag, keys, what is missing, safeguards, readings, who has which part."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from cxworkshop.actions import cards, improvements, readings
from cxworkshop.analysis.agreed import missing_for_agreement, raci
from cxworkshop.analysis.held import held
from cxworkshop.analysis.series import series
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.views.cycle.drawing import Held
from cxworkshop.ui.views.drawing import screen_look
from cxworkshop.ui.views.improvements import card_face
from cxworkshop.ui.views.improvements.board_drawing import BoardDrawing
from cxworkshop.ui.views.improvements.card_face import Lines
from cxworkshop.ui.views.improvements.columns import COLUMNS, Face, faces_of
from cxworkshop.ui.views.improvements.raci import ANSWERS, FIRST_ROLE
from cxworkshop.ui.views.improvements.sentences import headline, more_marked
from tests.crowded_workshop import crowded_board
from tests.ui.window.conftest import settle

TODAY = datetime.date(2026, 11, 22)
pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def window(open_window):
    made = open_window()
    made.room.today = lambda: TODAY
    made.room.do(lambda board: improvements.improve(board, ["n2"], "Call back", improvement_id="new"))
    made.workspace.views.choose("improvements")
    settle()
    return made


def page(window):
    return window.workspace.views.page


def make_whole(window, card="new"):
    role = window.room.board.of_kind("role")[0].id
    window.room.do(lambda board: improvements.set_owner(board, card, role))
    window.room.do(lambda board: cards.edit(board, card, due="2026-12-20"))
    window.room.do(
        lambda board: improvements.add_safeguard(board, card, "Minutes", "<= 5", 7, role, "Call", safeguard_id="g-new")
    )
    settle()


def drag(board, card, column):
    start = board.place_of(card).center().toPoint()
    end = QPoint(round(board.width() * (column + 0.5) / 5), start.y())
    QTest.mousePress(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(board, start + (end - start) * step)
        settle()
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    settle()


def test_a_card_that_lacks_something_stays_an_idea_and_the_window_says_what(window):
    told = []
    window.room.told.connect(told.append)
    page(window).move_card("new", "agreed")
    settle()
    assert window.room.board.card("new").get("status") == "idea"
    assert [own.code for own in told[0].missing] == ["owner", "due", "safeguard"]
    detail = page(window).detail
    assert detail.isVisible() and detail.agreement.form is not None
    assert "an owner, a due date, a safeguard" in detail.agreement.missing.text()
    assert not detail.agreement.onward.isEnabled()


def test_the_inspector_goes_the_same_way(window):
    window.room.select(["new"])
    settle()
    form = next(form for form in window.workspace.inspector.sheet.forms if "status" in form.editors)
    form.editors["status"].edited.emit("agreed")
    settle()
    assert window.room.board.card("new").get("status") == "idea"
    assert form.editors["status"].list.currentData() == "idea"


def test_what_is_missing_is_given_inline_and_the_card_moves_on(window):
    window.room.select(["new"])
    settle()
    detail = page(window).detail
    detail.agreement.owner.lineEdit().setText("Head of care")
    detail.agreement.owner.lineEdit().returnPressed.emit()
    detail.agreement.due.line.setText("20.12.2026")
    detail.agreement.due.line.editingFinished.emit()
    settle()
    form = detail.agreement.form
    for name, text in (("metric", "Minutes to the call"), ("limit", "<= 5"), ("every_days", "7"), ("reaction", "Call")):
        form.editors[name].line.setText(text)
    form.checker.lineEdit().setText("Head of care")
    form.add.click()
    settle()
    board = window.room.board
    assert missing_for_agreement(board, board.card("new")) == []
    assert [role.title for role in board.sources("new", "owns")] == ["Head of care"]
    assert [guard.get("limit") for guard in board.sources("new", "protects")] == ["<= 5"]
    detail.agreement.onward.click()
    settle()
    assert board.card("new").get("status") == "agreed"


def test_a_whole_card_is_dragged_on_and_undo_takes_it_back(window):
    make_whole(window)
    board = page(window).board
    drag(board, "new", 2)
    assert window.room.board.card("new").get("status") == "doing"
    window.room.undo()
    settle()
    assert window.room.board.card("new").get("status") == "idea"


def test_ctrl_and_an_arrow_do_what_dragging_does(window):
    make_whole(window)
    board = page(window).board
    window.room.select(["new"])
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.room.board.card("new").get("status") == "agreed"
    QTest.keyClick(board, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.room.board.card("new").get("status") == "idea"


def test_arrows_walk_over_every_card_of_a_column(window):
    board = page(window).board
    for number in range(4):
        window.room.do(lambda b, number=number: improvements.improve(b, [], f"More {number}"))
    settle()
    board.setFocus()
    seen = set()
    QTest.keyClick(board, Qt.Key.Key_Left)
    for _ in range(8):
        seen.add(window.room.selection)
        QTest.keyClick(board, Qt.Key.Key_Down)
    ideas = [card.id for card in window.room.board.of_kind("improvement") if card.get("status") in (None, "idea")]
    assert {(own,) for own in ideas} <= seen


def test_readings_are_entered_inline_and_say_that_it_slips(window):
    make_whole(window)
    window.room.select(["new"])
    settle()
    (row,) = page(window).detail.rows
    assert "No reading yet" in row.sentence.text()
    row.entry.value.line.setText("7")
    QTest.keyClick(row.entry.value.line, Qt.Key.Key_Return)
    settle()
    assert row.sentence.text() == "Slipping: newest reading 7 breaks “≤ 5”."
    assert row.chart.isVisible() and len(row.chart.spots or row.drawing().readings) == 1
    (reading,) = [own for own in window.room.board.records("reading") if own["of"] == "g-new"]
    assert (reading["at"], reading["value"]) == ("2026-11-22", 7)
    window.room.undo()
    settle()
    assert "No reading yet" in row.sentence.text()


def test_a_late_reading_and_two_broken_ones_are_told_apart(window):
    make_whole(window)
    window.room.do(lambda board: readings.add(board, "g-new", "2026-11-01", 3))
    window.room.select(["new"])
    settle()
    (row,) = page(window).detail.rows
    assert row.sentence.text() == "Slipping: the next reading is 14 days late."
    for day in (20, 21):
        window.room.do(lambda board, day=day: readings.add(board, "g-new", f"2026-11-{day}", 9))
    settle()
    assert row.sentence.text().startswith("Rolled back")
    assert page(window).board._face("new").state == "rolled_back"
    assert "sliding back" in page(window).headline.text()


def test_another_safeguard_is_asked_for_where_it_is_seen_and_undone_in_one_step(window):
    make_whole(window)
    window.room.select(["new"])
    settle()
    detail = page(window).detail
    detail.more.click()
    settle()
    form = detail.another
    place = form.mapTo(detail._area.viewport(), form.rect().topLeft())
    assert detail._area.viewport().rect().contains(place) and form.isVisible()
    for name, text in (("metric", "Refunds"), ("every_days", "14"), ("reaction", "Call")):
        form.editors[name].line.setText(text)
    form.editors["limit"].line.insert("\u2265 0.9")  # as it is shown elsewhere
    form.checker.setEditText("Night shift")
    form.save()
    settle()
    assert [row.title.text() for row in detail.rows] == ["Minutes ≤ 5, every 7 days", "Refunds ≥ 0.9, every 14 days"]
    guard = next(card for card in window.room.board.of_kind("safeguard") if card.title == "Refunds")
    assert [own.title for own in window.room.board.sources(guard.id, "owns")] == ["Night shift"]
    window.room.undo()
    settle()
    assert len(detail.rows) == 1 and not [r for r in window.room.board.of_kind("role") if r.title == "Night shift"]


def test_letters_in_the_table_give_and_take_parts(window):
    page(window)._turn("parts")
    settle()
    table = page(window).raci
    row = next(number for number, (_, own) in enumerate(table.table.rows) if own.id == "new")
    first, second = table.table.roles[0][0], table.table.roles[1][0]
    assert "nobody answers" in table.table.data(table.table.index(row, ANSWERS))
    for column, key in ((1, Qt.Key.Key_A), (2, Qt.Key.Key_A), (1, Qt.Key.Key_R), (1, Qt.Key.Key_I)):
        table.setCurrentIndex(table.table.index(row, column))
        QTest.keyClick(table, key)
        settle()
    board = window.room.board
    assert raci(board, board.card("new")).letters == {second: "A", first: "RI"}
    QTest.keyClick(table, Qt.Key.Key_I)
    settle()
    assert raci(board, board.card("new")).letters[first] == "R"


def test_the_table_names_its_improvements_in_a_header_that_stays_and_begins_with_roles_that_have_a_part(window):
    busy = window.room.board.of_kind("role")[-1].id
    everybody = [card.id for card in window.room.board.of_kind("improvement")]
    for card in everybody:
        window.room.do(lambda board, card=card: improvements.set_owner(board, card, busy))
    page(window)._turn("parts")
    settle()
    table = page(window).raci
    has_part = [any(role in own.letters for _, own in table.table.rows) for role, _ in table.table.roles]
    assert has_part == sorted(has_part, reverse=True) and not all(has_part)
    assert busy in [role for role, _ in table.table.roles[: sum(has_part)]]
    names = [table.table.headerData(row, Qt.Orientation.Vertical) for row in range(table.table.rowCount())]
    assert "Call back" in names
    wide = table.columnWidth(ANSWERS)
    window.room.do(lambda board: improvements.improve(board, [], "One more"))
    settle()
    assert table.columnWidth(ANSWERS) == wide, "as wide after a row has come"
    order = list(table.table.roles)
    table.toggle(table.table.index(0, len(order)), "R")
    settle()
    assert table.table.roles == order, "no column jumps away under the pointer"
    middle = QPoint(20, table.verticalHeader().sectionPosition(names.index("Call back")) + 5)
    QTest.mouseClick(table.verticalHeader().viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.room.selection == ("new",)


def test_every_kind_that_speaks_of_something_to_improve_is_improved_at_one_press_and_undone(window):
    board, improve = window.room.board, window.commands.by_id["improve"]
    done = set()
    for kind in KINDS:
        card = next((own for own in board.of_kind(kind) if improvements.improvable(board, own.id)), None)
        window.room.select([(card or next(iter(board.of_kind(kind)))).id])
        settle()
        assert improve.isEnabled() == (card is not None)
        if card is None:
            continue
        before = board.count("improvement")
        improve.trigger()
        settle()
        (made,) = window.room.selection
        assert {own.id for own in board.targets(made, "improves")} == set(improvements.improvable(board, card.id))
        window.room.undo()
        settle()
        assert board.count("improvement") == before
        done.add(kind)
    assert done >= {
        "touchpoint",
        "problem",
        "need",
        "value",
        "process",
        "persona",
        "meeting",
        "kpi",
        "objective",
        "role",
    }


def test_an_empty_view_offers_the_largest_opportunities(open_window):
    window = open_window()
    doomed = [card.id for card in window.room.board.of_kind("improvement")]
    if doomed:
        window.room.do(lambda board: cards.delete(board, doomed))
    window.workspace.views.choose("improvements")
    settle()
    starters = page(window).starters
    assert starters.isVisible() and starters.buttons
    starters.buttons[0].click()
    settle()
    (made,) = window.room.board.of_kind("improvement")
    assert window.room.board.targets(made.id, "improves")
    assert window.room.selection == (made.id,)


def test_the_room_sees_the_board(window):
    drawing = page(window).drawing()
    assert isinstance(drawing, BoardDrawing)
    assert any("Call back" in text for text in drawing.texts())


def test_the_letters_of_the_table_are_no_commands_and_work_in_the_russian_layout(window, keyboard):
    page(window)._turn("parts")
    settle()
    table = page(window).raci
    row = next(number for number, (_, own) in enumerate(table.table.rows) if own.id == "new")
    before = window.room.board.count("improvement")
    table.setFocus()
    table.setCurrentIndex(table.table.index(row, FIRST_ROLE))
    window.room.select(["n1"])
    settle()
    keyboard.press(Qt.Key.Key_I, "i")
    keyboard.type("\u0441")  # on the key of C
    role = table.table.roles[0][0]
    assert raci(window.room.board, window.room.board.card("new")).letters[role] == "CI"
    assert window.room.board.count("improvement") == before, "the key of Improve this is a part here"


def test_enter_walks_through_the_form_and_what_cannot_be_read_is_not_saved(window):
    window.room.select(["new"])
    settle()
    form = page(window).detail.agreement.form
    form.editors["metric"].line.setText("Minutes")
    form.go_on()
    assert window.focusWidget() is form.editors["limit"].line
    assert not window.room.board.sources("new", "protects")
    form.editors["limit"].line.setText("less than five")
    form.save()
    settle()
    assert not window.room.board.sources("new", "protects")
    assert form.editors["limit"].line.text() == "less than five"
    form.editors["limit"].line.setText("<= 5")
    form.save()
    settle()
    (guard,) = window.room.board.sources("new", "protects")
    assert [own.code for own in missing_for_agreement(window.room.board, window.room.board.card("new"))] == [
        "owner", "due", "every_days", "checker", "reaction",
    ]  # fmt: skip
    again = page(window).detail.agreement.form
    assert again is not form and again.editors["limit"].line.text() == "<= 5"
    assert guard.title == "Minutes"


def test_roles_are_given_and_taken_in_the_right_panel(window):
    window.room.select(["new"])
    settle()
    form = next(form for form in window.workspace.inspector.sheet.forms if "responsible" in form.editors)
    editor = form.editors["responsible"]
    role = window.room.board.of_kind("role")[0].id
    editor.list.setCurrentIndex(editor.list.findData(role))
    editor.list.activated.emit(editor.list.currentIndex())
    settle()
    assert window.room.board.card("new").get("responsible") == [role]
    editor.edited.emit(None)
    settle()
    assert "responsible" not in window.room.board.card("new").fields


def test_any_reading_is_put_right_or_deleted_not_only_the_newest(window):
    own = next(card for card in window.room.board.of_kind("safeguard") if len(series(window.room.board, card.id)) > 1)
    improvement = window.room.board.targets(own.id, "protects")[0]
    window.room.select([improvement.id])
    settle()
    row = next(row for row in page(window).detail.rows if row.guard == own.id)
    row.list.fold.click()
    settle()
    before = series(window.room.board, own.id)
    oldest = before[0]
    line = row.list.rows[oldest.key].value.line
    line.setText("41")
    line.setModified(True)
    line.editingFinished.emit()
    settle()
    assert series(window.room.board, own.id)[0].value == 41
    row.list.rows[oldest.key].value.edited.emit(None)
    assert series(window.room.board, own.id)[0].value == 41, "a reading has a value"
    row.list.rows[oldest.key].delete.click()
    settle()
    assert [one.key for one in series(window.room.board, own.id)] == [one.key for one in before[1:]]
    assert oldest.key not in row.list.rows
    window.room.undo()
    window.room.undo()
    settle()
    assert series(window.room.board, own.id) == before


def test_readings_alone_count_as_sliding_back_and_marks_without_one_are_told_apart():
    marked = Face("i1", "Call back", "Support", "", False, "", None, "slipping", None, 0)
    holds = Face("i2", "Two buttons", "Support", "", False, "", None, "slipping", "held", 0)
    slips = Face("i3", "A map", "Support", "", False, "", None, "held", "rolled_back", 0)
    none = {column.id: [] for column in COLUMNS}
    assert headline(none | {"after": [slips, holds]}) == "1 improvement is sliding back"
    assert more_marked(none | {"after": [slips, holds]}) == "", "where readings say that it holds, it holds"
    assert headline(none | {"after": [slips, marked]}) == "1 improvement is sliding back"
    assert "1 more is marked as sliding back, but no reading shows it" in more_marked(none | {"after": [slips, marked]})
    assert headline(none | {"after": [marked]}) == "1 improvement is marked as sliding back; no reading shows it"
    assert more_marked(none | {"after": [marked]}) == ""


def test_the_board_and_what_held_count_the_same():
    board = crowded_board()
    faces, told = faces_of(board, TODAY), Held(board, held(board, TODAY), None)
    sliding = len(told.columns["slipping"]) + len(told.columns["rolled_back"])
    assert headline(faces) == f"{sliding} improvements are sliding back"
    assert (
        f"slipping: {len(told.columns['slipping'])}, rolled back: {len(told.columns['rolled_back'])}" in told.headline()
    )
    assert more_marked(faces) == told.marked() != ""


def test_the_room_sees_as_many_cards_as_a_column_holds(qapp):
    board = crowded_board("ru")
    faces, area, look = faces_of(board, TODAY), QRectF(48, 190, 1824, 842), screen_look()
    picture = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    spots = BoardDrawing("", faces).paint(painter, area, look)
    painter.end()
    places = {spot.card: spot.area for spot in spots}
    for own in faces.values():
        shown = [face for face in own if face.id in places]
        assert shown == own[: len(shown)], "those of the highest ICE"
        free = area.bottom() - places[shown[-1].id].bottom()
        following = card_face.height(own[len(shown)], places[shown[0].id].width(), look, Lines(2, 1))
        assert free < following + look.size(40), "no column ends while one more card would have room"
