"""The right panel: fields from the declaration, edits that reach the disk, links, figures, the map in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cxworkshop.actions import cards, links
from cxworkshop.model.cards import KINDS
from cxworkshop.model.links import VERBS
from cxworkshop.ui.inspector.add_link import AddLink
from cxworkshop.ui.inspector.text_editors import DateEditor
from cxworkshop.ui.speech import tr
from tests.ui.window.conftest import settle
from tests.ui.window.seen import fields, texts


def sheet_of(window, *card_ids):
    window.room.select(card_ids)
    settle()
    return window.workspace.inspector.sheet


def editor(window, name):
    return next(form.editors[name] for form in window.workspace.inspector.sheet.forms if name in form.editors)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_has_every_field_people_fill_in(window, kind):
    card = window.room.board.of_kind(kind)[0]
    sheet = sheet_of(window, card.id)
    shown = [name for form in sheet.forms for name in form.editors]
    assert sorted(shown) == sorted(field.name for field in KINDS[kind].all_fields if field.shown)


def test_a_title_typed_is_on_the_wall_when_enter_is_pressed(window, keyboard):
    sheet_of(window, "n1")
    field = editor(window, "title").text
    field.setFocus()
    field.selectAll()
    keyboard.type("A hot coffee")
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.board.card("n1").title == "A hot coffee"
    assert window.room.document.undo_label.values["title"] == "Get what I ordered, today"


def test_escape_gives_back_what_stood_there(window, keyboard):
    sheet_of(window, "n1")
    field = editor(window, "title").text
    field.setFocus()
    keyboard.type("no, ")
    keyboard.press(Qt.Key.Key_Escape)
    assert field.toPlainText() == "Get what I ordered, today"
    assert window.room.board.card("n1").title == "Get what I ordered, today"


def test_what_was_typed_is_kept_when_another_card_is_selected(window, keyboard):
    sheet_of(window, "n1")
    editor(window, "note").text.setFocus()
    keyboard.type("Ask Annie")
    window.room.select(["n2"])
    settle()
    assert window.room.board.card("n1").note.startswith("Ask Annie")


def test_a_score_nobody_gave_is_not_zero(window):
    window.room.do(lambda board: cards.edit(board, "n2", satisfaction=None))
    sheet_of(window, "n2")
    own = editor(window, "satisfaction")
    assert own.meter.value is None and own.number.line.text() == ""
    assert own.meter.accessibleDescription() == "not given"
    window.room.do(lambda board: cards.edit(board, "n2", satisfaction=0))
    settle()
    assert own.meter.value == 0 and own.number.line.text() == "0"


def test_a_score_dragged_is_one_step_of_undo(window):
    sheet_of(window, "n1")
    depth = window.room.document.undo_depth
    meter = editor(window, "importance").meter
    QTest.mousePress(meter, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    for x in range(10, meter.width() // 2, 4):
        QTest.mouseMove(meter, QPoint(x, 10))
    QTest.mouseRelease(meter, Qt.MouseButton.LeftButton, pos=QPoint(meter.width() // 2, 10))
    settle()
    assert window.room.board.card("n1")["importance"] in (4, 5, 6)
    assert window.room.document.undo_depth == depth + 1


def test_arrow_keys_move_a_score_and_delete_takes_it_away(window):
    sheet_of(window, "n1")
    meter = editor(window, "satisfaction").meter
    meter.setFocus()
    QTest.keyClick(meter, Qt.Key.Key_Right)
    QTest.keyClick(meter, Qt.Key.Key_Right)
    assert window.room.board.card("n1")["satisfaction"] == 4
    QTest.keyClick(meter, Qt.Key.Key_Delete)
    assert window.room.board.card("n1").get("satisfaction") is None
    assert window.room.board.find("n1") is not None


def test_a_number_off_its_scale_is_marked_and_not_taken(window, keyboard):
    sheet_of(window, "n1")
    line = editor(window, "importance").number.line
    line.setFocus()
    line.selectAll()
    keyboard.type("12")
    keyboard.press(Qt.Key.Key_Return)
    assert line.property("wrong") is True
    assert window.room.board.card("n1")["importance"] == 10


@pytest.mark.parametrize("typed", ["22.11.2026", "2026-11-22", "22 Nov 2026", "22/11/26"])
def test_a_date_is_read_as_people_write_it(window, keyboard, typed):
    improvement = window.room.board.of_kind("improvement")[0]
    window.room.do(lambda board: cards.edit(board, improvement.id, due=None))
    sheet_of(window, improvement.id)
    line = editor(window, "due").line
    line.setFocus()
    keyboard.type(typed)
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.board.card(improvement.id)["due"] == "2026-11-22"
    assert line.text() == "22 Nov 2026"


@pytest.mark.parametrize(("language", "hint"), [("en", "22 Nov 2026"), ("ru", "22.11.2026")])
def test_an_empty_date_shows_how_this_language_writes_one_and_reads_that(qtbot, language, hint):
    before = tr.language
    tr.set_language(language)
    try:
        made = DateEditor(KINDS["improvement"].field("due"))
        qtbot.addWidget(made)
        assert made.line.placeholderText() == hint
        assert made.read(hint) == "2026-11-22"
    finally:
        tr.set_language(before)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kept", ["2026-11-22T09:30", "2026-10-01T00:00", "2026-05-09"])
def test_a_moment_is_read_back_as_it_is_written(qtbot, language, kept):
    before = tr.language
    tr.set_language(language)
    try:
        made = DateEditor(KINDS["meeting"].field("at"))
        qtbot.addWidget(made)
        assert made.read(made.written(kept)) == kept
        assert made.read(kept) == kept
    finally:
        tr.set_language(before)


@pytest.mark.parametrize("typed", ["22 OCT 2026 9:30", "22.10.26 09:30", "2026-10-22 9:30"])
def test_a_moment_is_read_as_people_type_it(qtbot, typed):
    made = DateEditor(KINDS["meeting"].field("at"))
    qtbot.addWidget(made)
    assert made.read(typed) == "2026-10-22T09:30"


def test_a_day_picked_from_the_calendar_keeps_the_hour(qtbot):
    made = DateEditor(KINDS["meeting"].field("at"))
    qtbot.addWidget(made)
    made.show_value("2026-11-22T09:30")
    taken = []
    made.edited.connect(taken.append)
    made._picked(QDate(2026, 12, 1), QMenu(made))
    assert taken == ["2026-12-01T09:30"]


def test_a_choice_pressed_again_is_taken_away(window):
    sheet_of(window, "n1")
    segments = editor(window, "basis").segments
    assert segments.value == "customers"
    QTest.mouseClick(segments.buttons()[1], Qt.MouseButton.LeftButton)
    assert window.room.board.card("n1").get("basis") is None


def test_the_stage_of_a_card_is_chosen_from_those_there_are(window):
    sheet_of(window, "n1")
    stages = editor(window, "stage").list
    stages.setCurrentIndex(stages.findData("s1"))
    stages.activated.emit(stages.currentIndex())
    assert window.room.board.card("n1").stage == "s1"


def test_a_change_from_elsewhere_shows_without_taking_the_focus(window):
    sheet_of(window, "n1")
    line = editor(window, "sample").line
    line.setFocus()
    window.room.do(lambda board: cards.edit(board, "n1", title="Renamed elsewhere", importance=4))
    settle()
    assert "Renamed elsewhere" in fields(window.workspace.inspector)
    assert editor(window, "importance").meter.value == 4
    assert line.hasFocus()


def test_several_cards_share_their_common_fields_and_change_together(window):
    sheet = sheet_of(window, "n1", "n2", "n3")
    assert "3 cards selected" in texts(sheet)
    assert "title" not in sheet.forms[0].editors
    depth = window.room.document.undo_depth
    own = editor(window, "importance")
    own.meter.setFocus()
    QTest.keyClick(own.meter, Qt.Key.Key_Right)
    own.number.line.setText("7")
    own.number.line.editingFinished.emit()
    settle()
    assert [window.room.board.card(card)["importance"] for card in ("n1", "n2", "n3")] == [7, 7, 7]
    assert window.room.document.undo_depth == depth + 1


def test_cards_of_different_kinds_show_only_what_they_share(window):
    sheet = sheet_of(window, "n1", "x1")
    assert list(sheet.forms[0].editors) == ["stage"]


def test_links_read_as_sentences_and_can_be_cut_and_come_back(window):
    sheet = sheet_of(window, "v1")
    said = [row.accessibleName() for row in sheet.links.rows]
    assert "satisfies Get what I ordered, today" in said
    row = next(row for row in sheet.links.rows if row.link.verb == "satisfies")
    key = row.link.key
    QTest.mouseClick(row.cut, Qt.MouseButton.LeftButton)
    settle()
    assert window.room.board.get("link", key) is None
    assert "satisfies Get what I ordered, today" not in [row.accessibleName() for row in sheet.links.rows]
    window.room.undo()
    settle()
    assert "satisfies Get what I ordered, today" in [row.accessibleName() for row in sheet.links.rows]


def test_pressing_a_link_goes_to_the_card_at_its_other_end(window):
    sheet = sheet_of(window, "v1")
    row = next(row for row in sheet.links.rows if row.other.id == "n1")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    settle()
    assert window.room.selection == ("n1",)


def test_only_links_that_fit_and_are_not_there_are_offered(window):
    sheet = sheet_of(window, "v1")
    sheet.links.add.offer()
    offered = sheet.links.add.sentences()
    board = window.room.board
    assert offered
    for verb, source, target in offered:
        assert board.can_link(verb, board.card(source), board.card(target))
        assert "v1" in (source, target)
    assert ("satisfies", "v1", "n1") not in offered


def test_a_link_taken_from_the_list_is_drawn(window):
    sheet = sheet_of(window, "v1")
    field = sheet.links.add
    assert isinstance(field, AddLink)
    field.offer()
    at = next(row for row, own in enumerate(field.sentences()) if own.verb == "satisfies")
    verb, source, target = field.sentences()[at]
    field._take(field._model.index(at, 0))
    settle()
    assert any(
        link.verb == verb and link.source == source and link.target == target for link in window.room.board.links(verb)
    )
    assert VERBS[verb].label in " ".join(texts(sheet))


def test_letters_and_enter_link_to_the_first_card_of_the_list(window):
    field = sheet_of(window, "v1").links.add
    field.setFocus()
    settle()
    title = window.room.board.card("n4").title
    assert ("satisfies", "v1", "n4") not in {
        (link.verb, link.source, link.target) for link in window.room.board.links()
    }
    QTest.keyClicks(field, title[:18])
    settle()
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    links_there = {(link.verb, link.source, link.target) for link in window.room.board.links()}
    assert ("satisfies", "v1", "n4") in links_there
    assert field.text() == ""


def test_letters_no_card_has_link_nothing_and_stay(window):
    field = sheet_of(window, "v1").links.add
    field.setFocus()
    settle()
    before = len(window.room.board.links())
    QTest.keyClicks(field, "qqq")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert len(window.room.board.links()) == before
    assert field.text() == "qqq"


def test_a_card_title_is_never_markup(window):
    hostile = '<img src="/etc/hostname"><b>x</b>'
    window.room.do(lambda board: cards.edit(board, "n1", title=hostile))
    sheet = sheet_of(window, "v1")
    assert hostile in texts(sheet)
    for label in sheet.findChildren(type(window.telling._what)):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_need_shows_its_opportunity_with_formula_and_basis(window):
    sheet = sheet_of(window, "n1")
    basis = "customer data · n\u00a0=\u00a064\u00a0people"  # n stays with its number
    assert texts(sheet.figures) == ["Opportunity (ODI)", "18", basis, "Votes", "11"]
    assert "I + max(I − S, 0)" in sheet.figures.first.toolTip()
    assert "Ulwick" in sheet.figures.first.toolTip()


def test_a_need_nobody_scored_has_no_opportunity_to_show(window):
    window.room.do(lambda board: cards.edit(board, "n1", importance=None))
    sheet = sheet_of(window, "n1")
    assert texts(sheet.figures)[:3] == ["Opportunity (ODI)", "–", "nobody has scored it yet"]


def test_the_map_of_a_need_lists_values_then_processes_by_distance(window):
    sheet = sheet_of(window, "n1")
    trace = window.room.map().behind("n1")
    behind = [row.card_id for row in sheet.map.rows if window.room.board.card(row.card_id).kind != "touchpoint"]
    assert behind == [*trace.values, *trace.processes]
    said = texts(sheet.map)
    assert "Back from the need · 7 processes" in said
    assert said.index("directly — step 1") < said.index("indirectly — step 2") < said.index("indirectly — step 3")
    assert "Logistics · 40 days" in said


def test_the_map_says_how_far_the_customer_is_what_runs_in_a_circle_and_what_is_missing(window):
    said = texts(sheet_of(window, "n1").map)
    assert "3 of the 7 processes behind this need are run by people who have never spoken with a customer." in said
    assert "“Support budget” has no owner" in said
    assert any(sentence.startswith("In a circle: ") for sentence in said)


def test_the_map_follows_a_link_at_once(window):
    sheet = sheet_of(window, "n1")
    before = len(sheet.map.rows)
    key = next(link.key for link in window.room.board.links("creates") if link.target == "v1")
    window.room.do(lambda board: links.disconnect(board, [key]))
    settle()
    assert len(sheet.map.rows) < before
    window.room.undo()
    settle()
    assert len(sheet.map.rows) == before


def test_the_map_of_a_process_lists_the_needs_that_rest_on_it(window):
    sheet = sheet_of(window, "x2")
    needs = list(window.room.map().rests_on("x2"))
    assert [row.card_id for row in sheet.map.rows] == needs
    assert "influence = " in sheet.figures.first.toolTip()
    assert "blind spot = " in sheet.figures.second.toolTip()


def test_a_process_that_serves_no_need_is_told_so(window):
    orphan = window.room.map().orphans.processes_without_need[0]
    sheet = sheet_of(window, orphan)
    assert any("No need rests on this process yet." in text for text in texts(sheet.map))


def test_pressing_a_process_of_the_map_selects_it(window):
    sheet = sheet_of(window, "n1")
    row = sheet.map.rows[-1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    settle()
    assert window.room.selection == (row.card_id,)
