"""A view beside the wall: a sentence on top, what it shows below it; follows the workshop while it is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.exchange import exchange
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.drawing import Drawing

_EDGE = 24  # pixels around the contents


class Page(QWidget):
    """Subclasses override `build` (make the widgets in `self.column`) and `refresh` (show the board as it is).

    `wanted` gives the id of a card to show on the wall. `title_wanted`: a card was added here and selected, its title
    is to be typed beside the page. `command_wanted` gives the id of a command of the window. `staged_again` says that
    what the page shows has been chosen anew, for the shared screen that may show its drawing.
    """

    wanted = Signal(str)
    title_wanted = Signal()
    command_wanted = Signal(str)
    staged_again = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self.column = QVBoxLayout()
        self.headline = Words()
        self._built = False
        self._stale = False
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._catch_up)
        room.changed.connect(self._refresh_soon)  # own methods, not lambdas: Qt lets go of them when the page goes
        for signal in (room.document_changed, tr.changed, themes.changed):
            signal.connect(self._rebuild_soon)

    # For subclasses

    def build(self) -> None:
        """Make the widgets, into `self.column`; called again when language, colours or the workshop change."""

    def refresh(self) -> None:
        """Show the board as it is now."""

    def drawing(self) -> Drawing | None:
        """What the shared screen shows of this page now; None: nothing. A page for the facilitator only has none."""
        return None

    def can_be_staged(self) -> bool:
        """Whether there is anything of this page for the room; works out no drawing."""
        return type(self).drawing is not Page.drawing

    # Following

    def _rebuild_soon(self) -> None:
        self._built = False
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _catch_up(self) -> None:
        if not self._built:
            self.rebuild()
        elif self._stale:
            self._stale = False
            self.refresh()

    def rebuild(self) -> None:
        """Make everything anew and show the board as it is."""
        body = QWidget()
        body.setObjectName("Sheet")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(_EDGE, 18, _EDGE, _EDGE)
        self.column.setSpacing(14)
        self.headline = Words(look="headline")
        self.column.addWidget(self.headline)
        self._built, self._stale = True, False
        self.build()
        exchange(self.area, body)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
