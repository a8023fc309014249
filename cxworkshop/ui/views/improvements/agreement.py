"""What the selected improvement lacks to be agreed, each with the field in which to give it, and its way onward."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards, improvements
from cxworkshop.analysis.agreed import Missing, accountable, missing_for_agreement
from cxworkshop.model import agreement
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements.columns import COLUMNS, column_of
from cxworkshop.ui.views.improvements.role_picker import RolePicker
from cxworkshop.ui.views.improvements.safeguard_form import SafeguardForm


class Agreement(QWidget):
    """Owner and date, what is missing, and the button that moves the improvement on. `move` is given a column; the form
    of a safeguard that is missing stands in `forms`, beside."""

    def __init__(
        self,
        room: Room,
        improvement: str,
        move: Callable[[str, str], object],
        forms: QVBoxLayout,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._card, self._move = room, improvement, move
        self._shown: list[Missing] | None = None
        self.form: SafeguardForm | None = None
        self.owner = RolePicker(room, tr("Who answers for it"))
        due = KINDS["improvement"].field("due")
        assert due is not None
        self.due = DateEditor(due)
        self.missing = Words()
        self.onward = Button(look="primary", icon_name="check")
        self._forms = forms
        self._build()
        self.owner.chosen.connect(lambda role: room.do(lambda b: improvements.set_owner(b, improvement, role)))
        self.owner.named.connect(lambda title: room.do(lambda b: improvements.set_new_owner(b, improvement, title)))
        self.due.edited.connect(lambda value: room.do(lambda b: cards.edit(b, improvement, due=value)))
        self.onward.clicked.connect(self._go_on)

    def _build(self) -> None:
        owner = QVBoxLayout()
        owner.setSpacing(3)
        owner.addWidget(Words(tr("Who answers for it"), "soft"))
        owner.addWidget(self.owner)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addLayout(owner, 3)
        pair.addWidget(self.due, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Caption(tr("Agreement")))
        column.addLayout(pair)
        column.addWidget(self.missing)
        column.addWidget(self.onward, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.due.set_read_only(self._room.document.read_only)

    def refresh(self) -> None:
        """Show what is missing now; a form somebody fills in stays."""
        board = self._room.board
        card = board.card(self._card)
        owners = accountable(board, card)
        if not self.owner.hasFocus() or owners:
            self.owner.show_role(owners[0].id if len(owners) == 1 else None)
        if not self.due.is_being_edited():
            self.due.show_value(card.get("due"))
        missing = missing_for_agreement(board, card)
        self._say(missing)
        self._offer_form(missing)
        following = self._next()
        self.onward.setVisible(following is not None and not self._room.document.read_only)
        if following is not None:
            self.onward.setText(tr("Move to “{column}”", column=tr(following[1])))
            self.onward.setEnabled(not missing)

    def _say(self, missing: list[Missing]) -> None:
        if missing:
            lacks = ", ".join(tr(own.text) for own in missing)
            self.missing.setText(tr("Before it can be agreed it needs: {missing}.", missing=lacks))
        else:
            self.missing.setText(tr("It has all it needs: an owner, a date and a safeguard."))
        self.missing.setProperty("words", "bad" if missing else "soft")
        self.missing.style().unpolish(self.missing)
        self.missing.style().polish(self.missing)

    def _offer_form(self, missing: list[Missing]) -> None:
        """The form for the safeguard, where it is that which is missing."""
        wanted = [own for own in missing if own.code == agreement.SAFEGUARD or own.safeguard is not None]
        if self._shown == wanted:
            return
        self._shown = wanted
        if self.form is not None:
            self._forms.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if wanted and not self._room.document.read_only:
            self.form = SafeguardForm(self._room, self._card, wanted[0].safeguard)
            self._forms.addWidget(self.form)

    def _next(self) -> tuple[str, str] | None:
        """The column after the card's own: its id and name; None in the last two."""
        at = next(n for n, own in enumerate(COLUMNS) if own.id == column_of(self._room.board.card(self._card)))
        return (COLUMNS[at + 1].id, COLUMNS[at + 1].name) if at < 3 else None

    def _go_on(self) -> None:
        following = self._next()
        if following is not None:
            self._move(self._card, following[0])
