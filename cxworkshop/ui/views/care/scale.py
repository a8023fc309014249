"""One question with its scale from 0 to 10: pressed, or set by the keys of the interview. Knows no board."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.analysis.care_told import HIGHEST
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr


class Scale(QFrame):
    """`chosen` gives the score that was pressed. The question that is asked now wears a frame."""

    chosen = Signal(int)

    def __init__(self, name: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Choice")
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(Words(name, "strong"))
        if note:
            column.addWidget(Words(note, "soft"))
        row = QHBoxLayout()
        row.setSpacing(4)
        for score in range(HIGHEST + 1):
            row.addWidget(self._button(name, score))
        column.addLayout(row)
        ends = QHBoxLayout()
        ends.addWidget(Words(tr("0 · not at all"), "small"), 1)
        best = Words(tr("10 · always"), "small")
        best.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(best, 1)
        column.addLayout(ends)
        self.show_asked(False)

    def _button(self, name: str, score: int) -> QPushButton:
        button = QPushButton(str(score))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(22)
        button.setStyleSheet("padding: 8px 0")
        button.setAccessibleName(tr("{question}: {score}", question=name, score=score))
        button.clicked.connect(lambda _=False: self.chosen.emit(score))
        self.buttons.append(button)
        return button

    def show_score(self, score: float | None) -> None:
        """Press the button of this score; none where there is none (or where it lies between two)."""
        for number, button in enumerate(self.buttons):
            chosen = number == score
            button.setChecked(chosen)
            look = "primary" if chosen else ""
            if button.property("look") != look:
                button.setProperty("look", look)
                button.style().polish(button)

    def show_asked(self, asked: bool) -> None:
        """Whether this is the question of the moment."""
        self.setProperty("chosen", "true" if asked else "false")
        self.style().polish(self)
