"""The selected improvement below the board: what it lacks to be agreed, and its safeguards with their readings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.actions import improvements
from cxworkshop.analysis import held as holding
from cxworkshop.analysis.agreed import ICE_FORMULA, ice
from cxworkshop.analysis.scores import by_title
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.exchange import exchange
from cxworkshop.ui.parts.labels import Caption, Elided, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements.agreement import Agreement
from cxworkshop.ui.views.improvements.columns import AFTER, STATUSES
from cxworkshop.ui.views.improvements.guard_row import GuardRow
from cxworkshop.ui.views.improvements.safeguard_form import SafeguardForm

_SIDE_BY_SIDE = 720


class Detail(QFrame):
    """`improvement` is the id of the card shown, None for none."""

    def __init__(self, room: Room, move: Callable[[str, str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room, self._move = room, move
        self.improvement: str | None = None
        self.agreement: Agreement | None = None
        self.rows: list[GuardRow] = []
        self.another: SafeguardForm | None = None
        self.title = Elided("", "strong")
        self.worth = Words("", "soft", wrap=False)
        self.close_it = IconButton("close", tr("Close the details"), size=12)
        self.close_it.clicked.connect(lambda: room.select([]))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.worth)
        head.addWidget(self.close_it)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_improvement(self, card: str | None) -> None:
        """Show this improvement; None: nothing."""
        if card != self.improvement:
            self.improvement = card
            self._build()
        self.refresh()

    def _build(self) -> None:
        self.rows, self.another, self.agreement = [], None, None
        body = QWidget()
        body.setObjectName("Sheet")
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._parts.setContentsMargins(0, 0, 8, 0)
        self._parts.setSpacing(24)
        self._guards = QVBoxLayout()
        self._guards.setSpacing(10)
        if self.improvement is not None:
            self._forms = QVBoxLayout()
            self.agreement = Agreement(self._room, self.improvement, self._move, self._forms)
            self._parts.addWidget(self.agreement, 1)
            right = QVBoxLayout()
            right.setSpacing(8)
            self.more = Button(tr("Another safeguard"), "plus", "quiet", size=15)
            self.more.clicked.connect(self._offer_another)
            top = QHBoxLayout()
            top.addWidget(Caption(tr("Safeguards and their readings")), 1)
            top.addWidget(self.more)
            right.addLayout(top)
            self.state = Words("", "soft")
            self.take_over = Button("", "check")
            self.take_over.clicked.connect(self._take_over)
            right.addWidget(self.state)
            right.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
            right.addLayout(self._forms)
            right.addLayout(self._guards)
            right.addStretch(1)
            self._parts.addLayout(right, 1)
        exchange(self._area, body)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if hasattr(self, "_parts"):
            self._parts.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    # Showing

    def refresh(self) -> None:
        """Show the improvement as it is now."""
        card = self._room.board.find(self.improvement)
        if card is None or self.agreement is None:
            return
        self.title.setText(card.title or tr("(no title)"))
        own = ice(card)
        self.worth.setText(tr("ICE {n}", n=tr.number(own, 0)) if own is not None else tr("ICE not estimated"))
        self.worth.setToolTip(tr(ICE_FORMULA))
        self.agreement.refresh()
        guards = sorted(self._room.board.sources(card.id, "protects"), key=by_title)
        if [row.guard for row in self.rows] != [guard.id for guard in guards]:
            self._make_rows([guard.id for guard in guards])
        for row in self.rows:
            row.refresh()
        self._show_state()

    def _make_rows(self, guards: list[str]) -> None:
        for row in self.rows:
            self._guards.removeWidget(row)
            row.hide()
            row.deleteLater()
        if self.another is not None:
            self._forms.removeWidget(self.another)
            self.another.hide()
            self.another.deleteLater()
            self.another = None
        self.rows = [GuardRow(self._room, guard) for guard in guards]
        for row in self.rows:
            self._guards.addWidget(row)

    def _show_state(self) -> None:
        held = self._held()
        card = self._room.board.card(str(self.improvement))
        if not self.rows:
            self.state.setText(tr("A safeguard measures again and again whether the change still holds."))
        elif held is None:
            self.state.setText(tr("No reading can judge it yet."))
        else:
            self.state.setText(tr("By its readings: {state}.", state=tr(STATUSES[held])))
        self.more.setVisible(bool(self.rows) and not self._room.document.read_only)
        differs = held is not None and card.get("status") in ("done", *AFTER) and card.get("status") != held
        self.take_over.setVisible(differs and not self._room.document.read_only)
        if held is not None:
            self.take_over.setText(tr("Set the status to “{status}”", status=tr(STATUSES[held])))

    def _held(self) -> str | None:
        found = holding.held(self._room.board, self._room.today())
        return next((own.held for own in found if own.id == self.improvement), None)

    def _take_over(self) -> None:
        held, card = self._held(), self.improvement
        if held is not None and card is not None:
            self._room.do(lambda board: improvements.set_status(board, card, held))

    def _offer_another(self) -> None:
        if self.another is None and self.improvement is not None:
            self.another = SafeguardForm(self._room, self.improvement)
            self._forms.addWidget(self.another)
        if self.another is not None:
            self.another.editors["metric"].setFocus()
            self._area.verticalScrollBar().setValue(0)
