"""A thin bar that says that work goes on, and how far it is where that is known."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from cxworkshop.ui.theme import themes

_HEIGHT = 6  # pixels


class ProgressLine(QProgressBar):
    """Running to and fro until `show_done` says how much of how much is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setRange(0, 0)
        themes.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_done(self, done: int, of: int) -> None:
        """`of` 0: nobody knows how much there is."""
        self.setRange(0, max(of, 0))
        self.setValue(done)

    def _dress(self) -> None:
        theme = themes.current
        self.setStyleSheet(
            f"QProgressBar {{ border: none; border-radius: 3px; background: {theme.line}; }}"
            f"QProgressBar::chunk {{ border-radius: 3px; background: {theme.focus}; }}"
        )
