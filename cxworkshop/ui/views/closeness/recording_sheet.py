"""One recording beside the list: its file, the clip, playing it, consent, what it shows, who watched it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards
from cxworkshop.analysis.meetings import screenings
from cxworkshop.exchange import media
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import NumberEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words, rule
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.consent_box import ConsentBox
from cxworkshop.ui.views.closeness.hours_form import HoursForm
from cxworkshop.ui.views.closeness.hours_list import HoursList
from cxworkshop.ui.views.closeness.linked import LinkedCards
from cxworkshop.ui.views.closeness.opening import OpenOutside
from cxworkshop.ui.views.closeness.player import Player, can_play, clock

_SHOWN = ("problem", "need", "touchpoint")


class ClipEditor(NumberEditor):
    """A place in a recording, written as on a player: 12:44; a bare number is seconds."""

    def prompt(self) -> str:
        return "0:00"

    def written(self, value: Any) -> str:
        return clock(float(value))

    def read(self, text: str) -> Any:
        parts = text.split(":")
        if len(parts) == 1:
            return super().read(text)
        if len(parts) > 3 or not all(part.strip().isdigit() for part in parts):
            raise ValueError(text)
        return sum(int(part) * 60**place for place, part in enumerate(reversed(parts)))


class RecordingSheet(QWidget):
    """`copy_wanted` gives the id of a recording and the file that is to be copied beside the workshop; `file_wanted`
    asks for another file."""

    copy_wanted = Signal(str, object)
    file_wanted = Signal(str)

    def __init__(self, room: Room, recording: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self.card_id = room, recording
        self.player: Player | None = None
        self.title, self.file, self.problem = Words(look="title"), Words(look="soft"), Words(look="bad")
        self.how = Words(
            tr("Inside the window nothing can be played here: the recording opens in another program."), "soft"
        )
        self.play = Button(tr("Play"), "play", "primary")
        self.outside = Button(tr("Open outside…"))
        self.choose = Button(tr("Choose the file…"), "open")
        self.copy = Button(tr("Copy it beside the workshop"), "copy")
        self.play.clicked.connect(self._play)
        self.outside.clicked.connect(lambda: self._ask_to_open())
        self.choose.clicked.connect(lambda: self.file_wanted.emit(self.card_id))
        self.copy.clicked.connect(self._copy)
        self.clip = {name: self._clip(name) for name in ("clip_from", "clip_to")}
        self.clip_problem = Words(
            tr("The clip ends before it begins: it is played to the end of the file until that is put right."), "bad"
        )
        self.of = LinkedCards(room, recording, "of", ("meeting",))
        self.shows = LinkedCards(
            room, recording, "shows", _SHOWN, ("problem", "need"), tr("What it shows, in a few words")
        )
        self.consent = ConsentBox(room, recording)
        self.watched, self.form = HoursList(room, most=60), HoursForm(room, recording)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._lay_out()

    def _clip(self, name: str) -> ClipEditor:
        field = KINDS["recording"].field(name)
        assert field is not None
        editor = ClipEditor(field)
        editor.edited.connect(
            lambda value: self._room.do(lambda board: cards.edit(board, self.card_id, **{name: value}))
        )
        return editor

    def _lay_out(self) -> None:
        for words in (self.title, self.file, self.problem, self.how):
            self.column.addWidget(words)
        self._stage = QVBoxLayout()
        self.column.addLayout(self._stage)
        buttons = QHBoxLayout()
        for button in (self.play, self.outside, self.choose, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        clip = QHBoxLayout()
        for editor in self.clip.values():
            clip.addWidget(editor, 1)
            editor.setMinimumWidth(editor.label.sizeHint().width() + 2)
        clip.addStretch(2)
        self.column.addLayout(clip)
        self.column.addWidget(self.clip_problem)
        sections: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (tr("Consent of those who are heard and seen"), (self.consent,)),
            (tr("What it shows"), (self.shows,)),
            (tr("Recorded at"), (self.of,)),
            (tr("Who watched it"), (self.watched, self.form)),
        )
        for caption, widgets in sections:
            self.column.addWidget(rule())
            self.column.addWidget(Caption(caption))
            for widget in widgets:
                self.column.addWidget(widget)
        self.column.addStretch(1)

    @property
    def media(self) -> media.Media:
        """The file of the recording as it is now."""
        return media.find(str(self._room.board.card(self.card_id).get("file", "")), self._room.document.path)

    def refresh(self) -> None:
        """Show the recording as it is; nothing is played or opened."""
        card, found = self._room.board.card(self.card_id), self.media
        self.title.setText(card.title or tr("(no title)"))
        self.file.setText(str(found.path) if found.path is not None else str(card.get("file", ""))[:300])
        self.problem.setText(tr(found.problem) if found.problem else "")
        self.problem.setVisible(bool(found.problem))
        there = found.path is not None and not found.problem
        self.play.setVisible(there and can_play() and self.player is None)
        self.how.setVisible(there and not can_play())
        self.outside.setVisible(there)
        beside = there and found.path is not None and media.media_folder(self._room.document.path) in found.path.parents
        self.copy.setVisible(there and not beside)
        for name, editor in self.clip.items():
            if not editor.is_being_edited():
                editor.show_value(card.get(name))
        self.clip_problem.setVisible(self._ends_before_it_begins())
        for part in (self.consent, self.shows, self.of, self.form):
            part.refresh()
        self.watched.show_hours(screenings(self._room.board, self.card_id))

    def _ends_before_it_begins(self) -> bool:
        card = self._room.board.card(self.card_id)
        start, end = card.get("clip_from"), card.get("clip_to")
        return end is not None and end <= (start or 0)

    def stop(self) -> None:
        """Let go of what is playing."""
        if self.player is not None:
            self.player.stop()
            self._stage.removeWidget(self.player)
            self.player.deleteLater()
            self.player = None

    def _play(self) -> None:
        found, card = self.media, self._room.board.card(self.card_id)
        if found.path is None or found.problem:
            self.refresh()
            return
        end = None if self._ends_before_it_begins() else card.get("clip_to")
        self.player = Player(found, card.get("clip_from"), end)
        self.player.failed.connect(self._not_played)
        self._stage.addWidget(self.player)
        self.player.toggle()
        self.refresh()

    def _not_played(self, reason: str) -> None:
        self.stop()
        self.refresh()
        self.problem.setText(tr("It cannot be played here: {reason}. Open it outside.", reason=reason))
        self.problem.show()

    def _ask_to_open(self) -> None:
        OpenOutside(self.media, self.window()).open()

    def _copy(self) -> None:
        path: Path | None = self.media.path
        if path is not None:
            self.copy_wanted.emit(self.card_id, path)
