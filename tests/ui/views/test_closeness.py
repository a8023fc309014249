"""Closeness and meetings in the window: hours entered, meetings planned from a cold process, recordings, consent."""

import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QComboBox

from cxworkshop.actions import cards
from cxworkshop.analysis.closeness import closeness_by_role
from cxworkshop.analysis.meetings import attendance, calendar, managers_first, planned_roles
from cxworkshop.ui.map_panel.panel import MapPanel
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.closeness_page import ClosenessPage
from cxworkshop.ui.views.closeness.hours import Hours
from cxworkshop.ui.views.closeness.meeting_sheet import MeetingSheet
from cxworkshop.ui.views.closeness.meetings_page import MeetingsPage
from cxworkshop.ui.views.closeness.opening import OpenOutside
from cxworkshop.ui.views.closeness.recording_sheet import RecordingSheet
from cxworkshop.ui.views.drawing import screen_look
from tests.ui.views.pictured import Recorder

TODAY = datetime.date(2026, 11, 22)


def shown(page):
    page.resize(1050, 700)
    page.show()
    settle()
    return page


def settle():
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def closeness(room):
    return shown(ClosenessPage(room))


@pytest.fixture
def meetings(room):
    return shown(MeetingsPage(room))


def test_the_headline_counts_managing_roles_and_the_room_sees_roles_only(closeness):
    assert closeness.headline.text() == "2 of 2 managing roles have not met a customer for six weeks"
    said = " ".join(closeness.drawing().texts())
    assert "Directors" in said and "Annie" not in said


def test_the_shared_screen_shows_all_roles_where_there_is_room_for_them(room):
    drawing = Hours(room.board, TODAY)
    assert len(drawing.roles) == 9
    image = QImage(1760, 826, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    spots = drawing.paint(painter, QRectF(0, 0, 1760, 826), screen_look())
    painter.end()
    assert [spot.card for spot in spots] == [own.id for own in drawing.roles]
    assert not painter.written.overlapping and painter.written.smallest >= 24
    assert not painter.written.outside(QRectF(0, 0, 1760, 826))


def test_without_roles_the_shared_screen_draws_no_scale(open_room):
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    assert Hours(open_room(None).board, TODAY).paint(painter, QRectF(0, 0, 400, 400), screen_look()) == []
    painter.end()
    assert painter.written.texts == []


def test_turning_to_a_view_leaves_the_window_and_its_keyboard_to_that_view(open_window):
    window = open_window()
    for view in ("closeness", "meetings", "care"):
        window.workspace.views.choose(view)
        settle()
        assert QApplication.activeWindow() is window, view
        page = window.workspace.views.page
        assert QApplication.focusWidget() is page, view
        reached = walked_by_tab(page)
        assert all(own.accessibleName() or own.text() for own in reached if hasattr(own, "text")), view
        assert all(own.accessibleName() for own in reached if isinstance(own, QComboBox)), view
        if view != "meetings":  # which has two columns
            tops = [own.mapTo(page.area.widget(), QPoint()).y() for own in reached]
            assert all(below > above - 30 for above, below in pairwise(tops)), view


def walked_by_tab(page):
    """What Tab comes to in a page, in that order."""
    found, own = [], page.nextInFocusChain()
    while page.isAncestorOf(own):
        if own.isVisible() and own.isEnabled() and own.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(own)
        own = own.nextInFocusChain()
    return found


def test_hours_entered_in_one_line_warm_the_role_and_can_be_taken_back(closeness, room):
    closeness.form.role.setCurrentIndex(closeness.form.role.findText("Directors"))
    closeness.form._many = 2
    closeness.form.add.click()
    settle()
    assert closeness_by_role(room.board, TODAY)["r6"].closeness == "close"
    assert closeness.headline.text().startswith("1 of 2")
    room.undo()
    settle()
    assert closeness.headline.text().startswith("2 of 2")


def test_a_meeting_is_planned_from_what_strangers_decide(closeness, room):
    before = room.board.count("meeting")
    row = closeness.rules_rows[0]
    button = next(child for child in row.findChildren(type(closeness.plan)) if child.text() == "Plan a meeting")
    button.click()
    settle()
    assert room.board.count("meeting") == before + 1 and room.view == "meetings"
    made = room.board.card(room.selection[0])
    assert planned_roles(room.board, made) and not list(attendance(room.board, made.id))


def test_the_map_of_a_cold_process_offers_a_meeting_for_its_owner(room):
    panel = MapPanel(room, "x6")
    panel.plan.click()
    settle()
    assert "r6" in [role.id for role in planned_roles(room.board, room.board.card(room.selection[0]))]


def test_a_meeting_planned_four_times_in_the_form_is_one_undo(meetings, room):
    before, many = room.board.snapshot(), len(calendar(room.board, TODAY).upcoming)
    meetings.form._values.update(title="Again", at="2026-12-01T10:30", every=6, times=4)
    meetings.form.plan.click()
    settle()
    assert len(calendar(room.board, TODAY).upcoming) == many + 4
    assert meetings.headline.text().startswith(f"{many + 4} meetings are planned, the next on ")
    room.undo()
    settle()
    assert room.board.snapshot() == before


def test_those_who_manage_and_never_met_a_customer_are_offered_first_for_a_meeting(meetings, room):
    assert isinstance(meetings.sheet, MeetingSheet)
    offered = meetings.sheet.attendance.role
    shown_first = [offered.itemData(at) for at in range(offered.count())]
    coming = {role.id for role in planned_roles(room.board, room.board.card(meetings.sheet.card_id))}
    assert shown_first == [own.id for own in managers_first(room.board, TODAY) if own.id not in coming]


def test_a_good_question_is_added_by_a_press(meetings, room):
    room.select(["m1"])
    settle()
    assert isinstance(meetings.sheet, MeetingSheet)
    meetings.sheet.starter_buttons[1].click()
    assert room.board.card("m1")["questions"].endswith("What was the hardest part? What did you do then?")


def test_a_missing_file_is_said_and_neither_played_nor_opened(meetings, room):
    room.select(["rec1"])
    settle()
    sheet = meetings.sheet
    assert isinstance(sheet, RecordingSheet)
    assert (
        sheet.problem.text().startswith("The file is not there") and sheet.play.isHidden() and sheet.outside.isHidden()
    )
    sheet._play()
    assert sheet.player is None


def test_a_file_dropped_becomes_a_recording_and_is_copied_beside_the_workshop(meetings, room, tmp_path, qtbot):
    film = tmp_path / "far" / "film.mp4"
    film.parent.mkdir()
    film.write_bytes(b"film")
    script = tmp_path / "far" / "run.desktop"
    script.write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(film)), QUrl.fromLocalFile(str(script)), QUrl("http://example.com/a.mp4")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before, told = room.board.count("recording"), []
    room.told.connect(told.append)
    meetings.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    settle()
    assert room.board.count("recording") == before + 1 and len(told) == 1
    own = room.selection[0]
    assert "consent" not in room.board.card(own).fields
    meetings.copy_in(own, film)
    qtbot.waitUntil(lambda: ".media/" in room.board.card(own)["file"], timeout=5000)
    assert (Path(room.document.path).parent / room.board.card(own)["file"]).read_bytes() == b"film"
    assert film.exists()


def test_the_whole_path_is_shown_before_a_file_is_opened_outside(meetings, room, tmp_path, monkeypatch):
    from cxworkshop.ui.views.closeness import opening

    film = tmp_path / "film.mp4"
    film.write_bytes(b"film")
    opened = []
    monkeypatch.setattr(opening.QDesktopServices, "openUrl", opened.append)
    own = meetings.take_file(film)
    settle()
    meetings.sheet.outside.click()
    settle()
    (dialog,) = meetings.sheet.window().findChildren(OpenOutside)
    assert dialog.path.text() == str(film.resolve()) and not opened
    dialog.accept()
    assert [url.toLocalFile() for url in opened] == [str(film.resolve())]
    assert room.board.card(own)["file"] == "film.mp4"


def test_an_empty_workshop_teaches_in_both_languages(open_room):
    room = open_room(None)
    pages = [shown(ClosenessPage(room)), shown(MeetingsPage(room))]
    english = [page.lead.text() for page in pages]
    tr.set_language("ru")
    settle()
    assert all(english) and all(page.lead.text() not in english for page in pages)


def test_the_calendar_saved_says_what_is_in_it(meetings, room, tmp_path, monkeypatch):
    target = tmp_path / "out.ics"
    monkeypatch.setattr("cxworkshop.ui.views.closeness.meetings_page.ask_where_to_save", lambda *_, **__: target)
    meetings.calendar.click()
    settle()
    assert meetings.written.isVisible() and "out.ics" in meetings.written.text()
    assert "In the calendar" in meetings.written.text() or "No meeting is planned" in meetings.written.text()
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_meeting_called_otherwise_keeps_its_row_and_one_moved_to_another_day_changes_place(open_window):
    window = open_window()
    window.workspace.views.choose("meetings")
    settle()
    listed = window.workspace.views.page.list
    rows, card = dict(listed.rows), next(iter(listed.rows))
    window.room.do(lambda board: cards.edit(board, card, title="Coffee with those who left"))
    settle()
    assert listed.rows == rows, "the same widgets"
    assert listed.rows[card].accessibleName() == "Coffee with those who left"
    window.room.do(lambda board: cards.edit(board, card, at="2035-01-01T10:00"))
    settle()
    assert next(iter(listed.rows)) != card or len(listed.groups[0].entries) == 1
    assert listed.rows[card] is not rows[card]
