"""Below the sentence of a view that has nothing to show yet: the way to the wall, where there is something to do."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views import WALL


class ToWall(QWidget):
    """Takes the room that the hidden chart leaves."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.button = Button(tr("To the wall"), "wall", "primary", size=16)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda _=False: room.show_view(WALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.button)
        column.addStretch(1)
