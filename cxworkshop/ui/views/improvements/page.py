"""Step 8: the board of improvements, the selected one below it, and the table of who has which part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout

from cxworkshop.actions import improvements
from cxworkshop.analysis.agreed import ICE_FORMULA
from cxworkshop.model.ids import new_id
from cxworkshop.ui.inspector.text_editors import Line
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements import columns
from cxworkshop.ui.views.improvements.board_drawing import BoardDrawing
from cxworkshop.ui.views.improvements.board_view import BoardView
from cxworkshop.ui.views.improvements.columns import Face
from cxworkshop.ui.views.improvements.detail import Detail
from cxworkshop.ui.views.improvements.raci import RaciTable
from cxworkshop.ui.views.improvements.sentences import headline, more_marked
from cxworkshop.ui.views.improvements.starters import Starters
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.scrolled import scrolled

BOARD, PARTS = "board", "parts"
_MOST_DETAIL = 400  # pixels below the board when a card is chosen; people can drag the border


class ImprovementsPage(Page):
    """Fills the view: the board scrolls, the details stay in sight below it."""

    def build(self) -> None:
        self.shown = getattr(self, "shown", BOARD)
        self.new = Line()
        self.new.setPlaceholderText(tr("New improvement: type what changes, press Enter"))
        self.new.setAccessibleName(tr("New improvement"))
        self.new.returnPressed.connect(self._add)
        self.new.setEnabled(not self.room.document.read_only)
        self.turn = Segments(can_be_none=False)
        self.turn.fill([(tr("By status"), BOARD), (tr("Who has which part"), PARTS)], self.shown)
        self.turn.chosen.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.new, 1)
        row.addWidget(self.turn)
        self.hint = Words("", "soft")
        self.starters = Starters(self.room, self._improve)
        self.board = BoardView(self.room)
        self.board.moved.connect(self.move_card)
        self.board.wanted.connect(self.wanted)
        self.detail = Detail(self.room, self.move_card)
        self.raci: RaciTable | None = None
        self._scroll = scrolled(self.board)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(8)
        self.split.addWidget(self._scroll)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.split.setMinimumHeight(240)
        self.parts = QVBoxLayout()
        self.setFocusProxy(self.board)
        self.column.setSpacing(10)
        self.column.addLayout(row)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.starters)
        self.column.addWidget(self.split, 1)
        self.column.addLayout(self.parts, 1)
        self.column.addStretch(0)
        if not getattr(self, "_follows", False):
            self._follows = True
            self.room.selection_changed.connect(self._follow_selection)

    def refresh(self) -> None:
        faces = self._faces()
        there = any(faces.values())
        self.headline.setText(headline(faces))
        on_board = self.shown == BOARD
        self.starters.show_for(self.room.board, there)
        self.turn.setVisible(there)
        self.split.setVisible(there and on_board)
        if on_board:
            how = tr("Drag a card on, or Ctrl+→. {formula}.", formula=tr(ICE_FORMULA))
            self.hint.setText(f"{more_marked(faces)} {how}".strip() if there else "")
        else:
            self.hint.setText(tr("In a cell type A (answers), R (does), C (is asked) or I (is told); again takes it."))
        self.board.show_faces(faces)
        self._show_parts(there and not on_board)
        self._follow_selection()

    def _faces(self) -> dict[str, list[Face]]:
        return columns.faces_of(self.room.board, self.room.today())

    def _show_parts(self, shown: bool) -> None:
        if shown and self.raci is None:
            self.raci = RaciTable(self.room)
            self.parts.addWidget(self.raci)
        if self.raci is not None:
            self.raci.setVisible(shown)
            if shown:
                self.raci.refresh()

    def _follow_selection(self) -> None:
        """The details of the improvement selected, or of that which a selected safeguard protects."""
        if not self._built:
            return
        chosen = self.room.board.find(self.room.selection[0]) if self.room.selection else None
        own = chosen.id if chosen is not None and chosen.kind == "improvement" else None
        if chosen is not None and chosen.kind == "safeguard" and self.detail.improvement is not None:
            protected = [card.id for card in self.room.board.targets(chosen.id, "protects")]
            own = self.detail.improvement if self.detail.improvement in protected else None
        self.detail.show_improvement(own)
        was = self.detail.isHidden()
        self.detail.setVisible(own is not None)
        self.hint.setVisible(self.room.board.count("improvement") > 0 and (own is None or self.shown != BOARD))
        if was and own is not None:
            below = min(self.split.height() * 55 // 100, _MOST_DETAIL)
            self.split.setSizes([self.split.height() - below, below])
        place = self.board.place_of(own) if own is not None else None
        if place is not None:
            for y in (place.bottom(), place.top()):
                self._scroll.ensureVisible(round(place.center().x()), round(y), 10, 40)

    # Doing

    def _turn(self, shown: str) -> None:
        self.shown = shown
        self.refresh()

    def _add(self) -> None:
        title = self.new.text().strip()
        if title:
            self._improve([], title)
            self.new.clear()
            self.new.setFocus()

    def _improve(self, card_ids: list[str], title: str) -> None:
        own = new_id("i")
        if self.room.do(lambda board: improvements.improve(board, card_ids, title, improvement_id=own)):
            self.room.select([own])

    def move_card(self, card: str, column: str) -> None:
        """Move an improvement into a column; what it lacks for that is told, and asked for below the board."""
        state = next((face.state for faces in self._faces().values() for face in faces if face.id == card), None)
        status = columns.status_in(column, state)
        self.room.select([card])
        self.room.do(lambda board: improvements.set_status(board, card, status))

    def drawing(self) -> BoardDrawing | None:
        faces = self._faces()
        return BoardDrawing(headline(faces), faces)
