"""One card, or several at once, in the right panel: title and scores, figures, map, the other fields, the links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards
from cxworkshop.actions.improvements import can_improve
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.history.card_section import CardHistory
from cxworkshop.ui.inspector.editor import MIXED
from cxworkshop.ui.inspector.figures import Figures
from cxworkshop.ui.inspector.form import Form, common_fields, common_values, is_score
from cxworkshop.ui.inspector.links import LinkList
from cxworkshop.ui.inspector.several_cards import ForAll, KindRows
from cxworkshop.ui.inspector.several_links import SharedLinks
from cxworkshop.ui.map_panel.panel import MapPanel
from cxworkshop.ui.palette.tool import Band
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr


class CardSheet(QWidget):
    """`wanted` gives the id of another card that was pressed; `improvement_wanted` asks for an improvement of this."""

    wanted = Signal(str)
    improvement_wanted = Signal()

    def __init__(self, room: Room, card_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self.card_ids = room, tuple(card_ids)
        self._group = new_id("sheet")
        self.forms: list[Form] = []
        self.figures: Figures | None = None
        self.map: MapPanel | None = None
        self.links: LinkList | None = None
        self.history: CardHistory | None = None
        self.shared: SharedLinks | None = None
        self.for_all: ForAll | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        if len(self.card_ids) == 1:
            self._build_one(room.board.card(self.card_ids[0]))
        else:
            self._build_many()
        self._column.addStretch(1)
        self.refresh()

    def _build_one(self, card: Card) -> None:
        kind = KINDS[card.kind]
        self._head(card.kind, tr(kind.label))
        shown = [field for field in kind.all_fields if field.shown]
        first = [field for field in shown if field.name == "title" or is_score(field)]
        self._add_form(first)
        if Figures.has_some(card):
            self.figures = Figures(self._room, card.id)
            self._column.addWidget(self.figures)
        if MapPanel.has_one(self._room, card):
            self.map = MapPanel(self._room, card.id)
            self.map.wanted.connect(self.wanted)
            self._column.addWidget(self.map)
        rest = [field for field in shown if field not in first and field.name != "note"]
        details = [field for field in shown if field.name == "note"]
        if self.map is not None:
            self._column.addWidget(Caption(tr("About this card")))
        self._add_form([*rest, *details])
        if not self._room.document.read_only and can_improve(self._room.board, [card.id]):
            improve = Button(tr("Improve this"), "improvement", size=16)
            improve.clicked.connect(self.improvement_wanted)
            self._column.addWidget(improve, 0, Qt.AlignmentFlag.AlignLeft)
        self.links = LinkList(self._room, card.id)
        self.links.wanted.connect(self.wanted)
        self._column.addWidget(self.links)
        if not self._room.document.read_only:
            self.history = CardHistory(self._room, card.id)
            self._column.addWidget(self.history)

    def _build_many(self) -> None:
        own = self._cards()
        kinds = list(dict.fromkeys(card.kind for card in own))
        head = self._head("", tr.plural("{n} card selected", "{n} cards selected", len(own)))
        if not self._room.document.read_only:
            self.for_all = ForAll(self._room, self.card_ids)
            self.for_all.improvement_wanted.connect(self.improvement_wanted)
            head.addWidget(self.for_all)
        self._column.addWidget(KindRows(self._room, self.card_ids))
        declared = [[field for field in KINDS[kind].all_fields if field.shown] for kind in kinds]
        shared = [field for field in common_fields(declared) if field.name not in ("title", "note")]
        self._add_form(shared)
        said = tr("What you change here changes on all of them.") if shared else tr("These cards share no fields.")
        self._column.addWidget(Words(said, "soft"))
        self.shared = SharedLinks(self._room, self.card_ids)
        self.shared.wanted.connect(self.wanted)
        self._column.addWidget(self.shared)

    def _head(self, kind: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        if kind:
            row.addWidget(Band(kind), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Caption(text), 1)
        self._column.addLayout(row)
        return row

    def _add_form(self, fields: Sequence[Field]) -> None:
        first = self._cards()[0]
        accent = f"kind:{first.kind}"
        form = Form(fields, self._give, self._offered, accent=accent, prompt=tr(KINDS[first.kind].prompt))
        form.set_read_only(self._room.document.read_only)
        self.forms.append(form)
        self._column.addWidget(form)

    def _cards(self) -> list[Card]:
        return [self._room.board.card(card_id) for card_id in self.card_ids]

    def _offered(self, field: Field) -> list[tuple[str, str]]:
        """The cards a reference may point to; stages with the name of their journey where there are several."""
        board = self._room.board
        if field.refers_to != "stage":
            return [(card.title or tr("(no title)"), card.id) for card in board.of_kind(field.refers_to)]
        journeys = board.journeys()
        found = []
        for journey in journeys:
            for stage in board.stages(journey.id):
                title = stage.title or tr("(no title)")
                found.append((f"{journey.title} · {title}" if len(journeys) > 1 else title, stage.id))
        return found

    def _give(self, field: Field, value: Any) -> None:
        """What was entered goes to the board; scores set one after another are one step of undo."""
        group = f"{self._group}/{field.name}" if is_score(field) else None
        fields = {field.name: value}
        if len(self.card_ids) == 1:
            done = self._room.do(
                lambda board: cards.edit(board, self.card_ids[0], **fields), initiator=self, group=group
            )
        elif field.type is FieldType.REFERENCES and self._differ(field):
            done = self._room.do(lambda board: cards.add_to_lists(board, self.card_ids, field.name, value or ()))
        else:
            done = self._room.do(
                lambda board: cards.edit_many(board, self.card_ids, **fields), initiator=self, group=group
            )
        if not done:
            self.refresh()

    def _differ(self, field: Field) -> bool:
        return common_values([field], [card.fields for card in self._cards()])[field.name] is MIXED

    def refresh(self) -> None:
        """Show the cards as they are now."""
        own = self._cards()
        for form in self.forms:
            fields = [editor.field for editor in form.editors.values()]
            form.show_values(common_values(fields, [card.fields for card in own]))
            for name, editor in form.editors.items():
                editor.show_spread([card.fields.get(name) for card in own])
        for part in (self.figures, self.map, self.links, self.history, self.shared):
            if part is not None:
                part.refresh()

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.forms[0].focus_title()
