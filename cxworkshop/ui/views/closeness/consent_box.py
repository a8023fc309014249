"""Consent to a meeting or recording: given or not, for what, until when, and what follows from it, in a sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import meetings
from cxworkshop.analysis.consent import has_consent, has_run_out
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.choice_editors import Switch
from cxworkshop.ui.inspector.text_editors import DateEditor, LineEditor
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr


class ConsentBox(QWidget):
    """For one card."""

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card = room, card_id
        kind = KINDS[room.board.card(card_id).kind]
        purpose, until = kind.field("consent_purpose"), kind.field("consent_until")
        assert purpose is not None and until is not None
        self.switch, self.purpose, self.until = Switch(), LineEditor(purpose), DateEditor(until)
        self.switch.setAccessibleName(tr("Consent given"))
        self.purpose.line.setPlaceholderText(tr("for example: shown inside the company only"))
        self.follows = Words(look="soft")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.switch)
        row.addWidget(self.follows, 1)
        self.details = QWidget()
        fields = QHBoxLayout(self.details)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addWidget(self.purpose, 3)
        fields.addWidget(self.until, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.details)
        self.switch.clicked.connect(lambda on: self._set(given=bool(on)))
        self.purpose.edited.connect(lambda value: self._set(purpose=value))
        self.until.edited.connect(lambda value: self._set(until=value))

    def refresh(self) -> None:
        """Show what was agreed, and whether it still holds."""
        card, today = self._room.board.card(self._card), self._room.today()
        given = card.get("consent") is True
        self.switch.setChecked(given)
        self.details.setVisible(given)
        for editor, name in ((self.purpose, "consent_purpose"), (self.until, "consent_until")):
            if not editor.is_being_edited():
                editor.show_value(card.get(name))
        if has_run_out(card, today):
            self.follows.setText(tr("Consent has run out: it stays out of reports, tables and calendars."))
        elif has_consent(card, today):
            self.follows.setText(tr("Agreed: it may stand in reports and tables."))
        else:
            self.follows.setText(_without(card))

    def _set(self, **changed: Any) -> None:
        card = self._room.board.card(self._card)
        now = {
            "given": card.get("consent") is True,
            "purpose": card.get("consent_purpose"),
            "until": card.get("consent_until"),
            **changed,
        }
        self._room.do(lambda board: meetings.agree(board, self._card, now["given"], now["purpose"], now["until"]))


def _without(card: Card) -> str:
    if card.kind == "recording":
        return tr("No consent yet: the recording stays out of reports, tables and calendars.")
    return tr("No consent yet: what was said at it stays out of reports, tables and calendars.")
