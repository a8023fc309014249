"""What every dialog has in common: a heading, a body, an inline problem, buttons at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Told
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

MARGIN = 40  # pixels that a dialog leaves of its window


class DialogFrame(QDialog):
    """Window-modal. Fill `body`; the last button is the one Enter presses."""

    def __init__(self, title: str, parent: QWidget, *, yes: str = "", no: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Words(title, "title")
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.problem = Words(look="bad")
        self.problem.hide()
        self.no = Button(no or tr("Cancel"))
        self.no.clicked.connect(self.reject)
        self.yes = Button(yes, look="primary")
        if not yes:
            self.yes.hide()
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.no)
        self.buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(self.body, 1)
        column.addWidget(self.problem)
        column.addLayout(self.buttons)

    def size_for(self, width: int, height: int | None = None) -> None:
        """Begin this large at a text scale of 100 %, larger where texts are, but within the window it belongs to. With
        no height: as high as what it shows."""
        scale, parent = max(themes.text_scale, 1.0), self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(width, height or 0)
        wide = min(round(width * scale), max(room.width() - MARGIN, width))
        high = self.sizeHint().height() if height is None else round(height * scale)
        self.resize(wide, min(high, max(room.height() - MARGIN, height or high)))

    def tell(self, problem: Told | None) -> None:
        """Show an error above the buttons; None takes it away."""
        self.problem.setText(" ".join(problem.sentences(tr)) if problem is not None else "")
        self.problem.setVisible(problem is not None)
