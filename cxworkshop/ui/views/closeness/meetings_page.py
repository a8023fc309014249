"""The page of meetings and recordings: a calendar list, one of them opened beside it; a file dropped is a recording."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards, meetings
from cxworkshop.analysis.consent import has_consent
from cxworkshop.analysis.meetings import calendar, planned_roles
from cxworkshop.errors import FileProblem, Refused, Told
from cxworkshop.exchange import media
from cxworkshop.exchange.meetings_told import below, headline
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.file_dialog import ask_for_file, ask_where_to_save
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.progress import ProgressLine
from cxworkshop.ui.parts.tab_order import tab_by_layout
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.card_list import CardList, Entry, Group
from cxworkshop.ui.views.closeness.copying import Copying
from cxworkshop.ui.views.closeness.meeting_sheet import MeetingSheet
from cxworkshop.ui.views.closeness.plan_form import PlanForm
from cxworkshop.ui.views.closeness.recording_sheet import RecordingSheet
from cxworkshop.ui.views.page import Page
from cxworkshop.words import N_

Sheet = MeetingSheet | RecordingSheet
_SHARES = (5, 8)  # list and sheet


class MeetingsPage(Page):
    """Meetings with customers and what was recorded at them."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.sheet: Sheet | None = None
        self.copying: Copying | None = None
        self._opened = ""
        self.setAcceptDrops(True)
        room.selection_changed.connect(self._follow_selection)
        room.document_changed.connect(self._forget)

    def build(self) -> None:
        self.sheet = None
        self.lead = Words(look="lead")
        self.record = Button(tr("Add a recording…"), "recording")
        self.record.clicked.connect(lambda: self._add_recording(None))
        self.calendar = Button(tr("Save the planned as a calendar…"), "calendar")
        self.calendar.clicked.connect(self._save_calendar)
        self.written = Words(look="soft")
        self.written.hide()
        self.progress = ProgressLine()
        self.form = PlanForm(self.room)
        self.list = CardList()
        self.list.chosen.connect(self._choose)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.lead, 1)
        top.addWidget(self.record)
        top.addWidget(self.calendar)
        self._place = QVBoxLayout()
        both = QHBoxLayout()
        both.setSpacing(28)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        both.addLayout(left, _SHARES[0])
        both.addLayout(self._place, _SHARES[1])
        self.column.addLayout(top)
        self.column.addWidget(self.written)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.form)
        self.column.addLayout(both)
        self.column.addStretch(1)

    def refresh(self) -> None:
        board, today = self.room.board, self.room.today()
        dates = calendar(board, today)
        self.headline.setText(headline(board, dates, tr.translator))
        some = bool(board.count("meeting") or board.count("recording"))
        self.lead.setText(_lead(some))
        self.calendar.setVisible(bool(dates.upcoming))
        self.form.refresh()
        recordings = sorted(board.of_kind("recording"), key=lambda card: (card.title, card.id))
        groups = (
            Group(tr("Upcoming"), tuple(self._entry(board.card(own)) for own in dates.upcoming)),
            Group(tr("Not dated yet"), tuple(self._entry(board.card(own)) for own in dates.undated)),
            Group(tr("Past"), tuple(self._entry(board.card(own)) for own in dates.past)),
            Group(tr("Recordings"), tuple(self._entry(card) for card in recordings)),
        )
        if self._opened not in board.cards:
            listed = [entry.card for group in groups for entry in group.entries]
            self._opened = next((own for own in self.room.selection if own in listed), listed[0] if listed else "")
        self.list.show_groups(groups, self._opened)
        self._show_sheet()
        tab_by_layout(self.column)

    def _entry(self, card: Card) -> Entry:
        board = self.room.board
        if card.kind == "recording":
            agreed = has_consent(card, self.room.today())
            said = tr("consent given") if agreed else tr("no consent: stays out of exports")
        else:
            said = below(board, card, planned_roles(board, card), tr.translator)
        return Entry(card.id, card.kind, " ".join(card.title.split()) or tr("(no title)"), said)

    # Which one is opened

    def _choose(self, card_id: str) -> None:
        self._open(card_id)
        self.room.select([card_id])

    def _follow_selection(self) -> None:
        card = self.room.board.find(self.room.selection[0]) if self.room.selection else None
        if card is not None and card.kind in ("meeting", "recording"):
            self._open(card.id)

    def _open(self, card_id: str) -> None:
        if card_id != self._opened:
            self._opened = card_id
            if self.isVisible() and self._built:
                self.refresh()

    def _forget(self) -> None:
        self._opened = ""

    def _show_sheet(self) -> None:
        if self.sheet is None or self.sheet.card_id != self._opened:
            self._close_sheet()
            card = self.room.board.find(self._opened)
            if card is None:
                return
            self.sheet = self._recording(card.id) if card.kind == "recording" else self._meeting(card.id)
            self._place.insertWidget(0, self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        self.sheet.refresh()

    def _meeting(self, card_id: str) -> MeetingSheet:
        sheet = MeetingSheet(self.room, card_id)
        sheet.recording_wanted.connect(self._add_recording)
        return sheet

    def _recording(self, card_id: str) -> RecordingSheet:
        sheet = RecordingSheet(self.room, card_id)
        sheet.copy_wanted.connect(self.copy_in)
        sheet.file_wanted.connect(self._choose_file)
        return sheet

    def _close_sheet(self) -> None:
        if self.sheet is None:
            return
        if isinstance(self.sheet, RecordingSheet):
            self.sheet.stop()
        self._place.removeWidget(self.sheet)
        self.sheet.hide()
        self.sheet.deleteLater()
        self.sheet = None

    # Recordings

    def _ask_file(self) -> Path | None:
        kinds = tr("Video and audio ({patterns})", patterns=" ".join(f"*{suffix}" for suffix in sorted(media.MEDIA)))
        return ask_for_file(self, tr("What was recorded?"), self.room.document.path.parent, kinds)

    def _add_recording(self, meeting: str | None) -> None:
        path = self._ask_file()
        if path is not None:
            self.take_file(path, meeting)

    def _choose_file(self, recording: str) -> None:
        path = self._ask_file()
        if path is not None and self._is_media(path):
            name = media.stored_name(path, self.room.document.path)
            self.room.do(lambda board: cards.edit(board, recording, file=name))

    def take_file(self, path: Path, meeting: str | None = None) -> str | None:
        """Make a recording of a file, linked where it lies; gives its id, None where it is no media file."""
        if not self._is_media(path):
            return None
        own, name = new_id("rec"), media.stored_name(path, self.room.document.path)
        if not self.room.do(
            lambda board: meetings.add_recording(board, path.stem, name, meeting=meeting, recording=own)
        ):
            return None
        self.room.select([own])
        return own

    def _is_media(self, path: Path) -> bool:
        problem = media.find(str(path), self.room.document.path).problem
        if problem:
            self._tell(Refused(N_("“{name}”: {problem}"), name=path.name, problem=tr(problem)))
        return not problem

    def copy_in(self, recording: str, path: Path) -> None:
        """Copy a recording's file beside the workshop and name the copy."""
        if self.copying is not None:
            self.copying.stop()
        workshop = self.room.document.path
        self.copying = Copying(path, workshop, self)
        self.copying.moved.connect(lambda done, whole: self._show_copying(done, whole))
        self.copying.failed.connect(self._tell)
        self.copying.finished.connect(lambda copy: self._copied(recording, copy))

    def _show_copying(self, done: int, whole: int) -> None:
        self.progress.show()
        self.progress.show_done(done // 1024, max(whole // 1024, 1))

    def _copied(self, recording: str, copy: Path | None) -> None:
        self.progress.hide()
        if copy is not None and recording in self.room.board.cards:
            name = media.stored_name(copy, self.room.document.path)
            self.room.do(lambda board: cards.edit(board, recording, file=name))

    def _tell(self, problem: Told) -> None:
        self.progress.hide()
        self.room.told.emit(problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(Path(url.toLocalFile()).suffix.lower() in media.MEDIA for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        card = self.room.board.find(self._opened)
        meeting = card.id if card is not None and card.kind == "meeting" else None
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take_file(Path(url.toLocalFile()), meeting)
        event.acceptProposedAction()

    # The calendar

    def _save_calendar(self) -> None:
        from cxworkshop.exchange.formats import export
        from cxworkshop.exchange.options import ExportOptions

        proposed = self.room.document.path.with_suffix(".ics")
        path = ask_where_to_save(self, tr("Save the planned as a calendar…"), proposed, "*.ics")
        if path is None:
            return
        path = path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")
        document = self.room.document
        options = ExportOptions(
            language=tr.language,
            today=self.room.today(),
            workshop=document.identity,
            revision=document.revision,
        )
        self.written.hide()
        try:
            notes = export(self.room.board, path, options)
        except FileProblem as problem:
            self._tell(problem)
            return
        said = [tr("“{name}” is written.", name=path.name), *(note.told(tr.translator) for note in notes)]
        self.written.setText(" ".join(said))
        self.written.show()


def _lead(some: bool) -> str:
    if some:
        return tr("Bring those who decide to those they decide for, and write down what was revealed.")
    return tr(
        "Plan the first meeting: whom, when, and who of those who decide comes along. A video or audio file dropped"
        " here becomes a recording."
    )
