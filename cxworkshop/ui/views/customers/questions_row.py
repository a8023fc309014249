"""The three questions: side by side where each is wide enough to write in, else one below another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cxworkshop.ui.theme import themes

_NARROWEST = 290  # pixels of one question beside the others
_GAP = 12


class QuestionsRow(QWidget):
    """Leaves the page to what the answers put first. `side_by_side`: how they stand now."""

    def __init__(self, questions: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = len(questions) * round(_NARROWEST * themes.text_scale) + (len(questions) - 1) * _GAP
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        for question in questions:
            self._box.addWidget(question, 1)

    @property
    def side_by_side(self) -> bool:
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._least
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
