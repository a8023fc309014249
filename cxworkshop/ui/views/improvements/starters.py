"""What an empty view of improvements teaches: where it is best to begin, each a press away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.analysis.opportunity import ranked_needs
from cxworkshop.analysis.pain import pains
from cxworkshop.model.board import Board
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.improvements.card_face import title_lines

_MOST = 3


class Starters(QWidget):
    """The largest opportunities and pains, to improve at one press. `improve` is given their ids and a title."""

    def __init__(self, room: Room, improve: Callable[[list[str], str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._improve = room, improve
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.words = Words("", "lead")
        self._column.addWidget(self.words)

    def show_for(self, board: Board, there: bool) -> None:
        """Teach while there is no improvement."""
        self.setVisible(not there)
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if there:
            return
        chosen = _where_to_begin(board)
        text = tr(
            "An improvement changes a process, a touchpoint or a value so that a need is met or a problem goes. It"
            " becomes agreed when somebody answers for it, it has a date, and a safeguard shows whether it still holds."
        )
        first = tr("Begin where it matters most:") if chosen else tr("Type the first one above.")
        self.words.setText(f"{text}\n\n{first}")
        for card_id, title in chosen:
            short = title_lines(title or tr("(no title)"), 420, window_look(), most=1)[0]
            button = Button(tr("Improve “{title}”", title=short), "improvement")
            button.clicked.connect(lambda _=False, own=card_id: self._improve([own], ""))
            button.setEnabled(not self._room.document.read_only)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)


def _where_to_begin(board: Board) -> list[tuple[str, str]]:
    needs = [(card.id, card.title) for card in ranked_needs(board.of_kind("need"))[:_MOST]]
    worst = [own for own in pains(board) if own.pain is not None][:2]
    return needs + [(own.id, board.card(own.id).title) for own in worst]
