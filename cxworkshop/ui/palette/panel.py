"""The left panel: the kinds of cards with their keys, and below them the thoughts not yet sorted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.model.cards import KINDS, PALETTE, CardKind
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.palette.notes import MOST_SHOWN, NoteSlip, unsorted_notes
from cxworkshop.ui.palette.tool import KindTool
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

# On the keys 1 to 9: the lanes of the wall from the top, then what lies beside it.
ON_KEYS = ("persona", "touchpoint", "problem", "need", "value", "process", "improvement", "role", "note")


def kinds_with_keys() -> list[tuple[CardKind, str]]:
    """The kinds of the palette in the order they are shown, each with its key ("" for one that has none)."""
    keys = {name: str(number) for number, name in enumerate(ON_KEYS, 1)}
    others = [kind for kind in PALETTE if kind.name not in keys]
    return [(KINDS[name], key) for name, key in keys.items()] + [(kind, "") for kind in others]


class PalettePanel(QFrame):
    """`wanted` names the kind of card the user wants a new one of."""

    wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeftPanel")
        self._room = room
        self._sheet = QWidget(self)
        self._scroll = self._scrolling(self._sheet)
        self.tools = [KindTool(kind, key, self._sheet) for kind, key in kinds_with_keys()]
        self.slips: list[NoteSlip] = []
        self._heading, self._notes_heading = Caption("", self._sheet), Caption("", self._sheet)
        self._empty = Words("", "soft", self._sheet)
        self._lay_out()
        for tool in self.tools:
            tool.wanted.connect(self.wanted)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        room.changed.connect(lambda _: self._later.start())
        room.document_changed.connect(self.refresh)
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(5)
        column.addWidget(self._heading)
        column.addSpacing(2)
        for tool in self.tools:
            column.addWidget(tool)
        column.addSpacing(10)
        column.addWidget(self._notes_heading)
        column.addSpacing(2)
        column.addWidget(self._empty)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(7)
        column.addLayout(self._notes)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _scrolling(self, sheet: QWidget) -> QScrollArea:
        """A scroll area around the sheet, while it is empty: a full one would be styled once more."""
        sheet.setObjectName("Sheet")
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tools are stops of Tab, it is none itself
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        return scroll

    def retranslate(self) -> None:
        self._heading.setText(tr("Cards"))
        self._empty.setText(tr("Thoughts that belong to no stage yet wait here. Drag them to the wall."))
        for tool in self.tools:
            tool.retranslate()
        self.refresh(force=True)

    def refresh(self, force: bool = False) -> None:
        """Show the notes as they are now."""
        for tool in self.tools:
            tool.setEnabled(not self._room.document.read_only)
        notes = unsorted_notes(self._room.board)
        self._notes_heading.setText(tr("Not yet sorted · {n}", n=len(notes)) if notes else tr("Not yet sorted"))
        self._empty.setVisible(not notes)
        shown = notes[:MOST_SHOWN]
        if not force and [slip.note for slip in self.slips] == shown:
            return
        for slip in self.slips:
            self._notes.removeWidget(slip)
            slip.deleteLater()
        self.slips = [NoteSlip(self._room, note, self._sheet) for note in shown]
        for slip in self.slips:
            self._notes.addWidget(slip)
