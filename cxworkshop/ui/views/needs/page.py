"""Step 4: needs in the words of those who have them, weighed beside the problems, and each said only once."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.actions.merging import different
from cxworkshop.actions.needs import add_rows
from cxworkshop.analysis.by_touchpoint import Row, rows
from cxworkshop.analysis.grounds import guesses
from cxworkshop.analysis.similar import Group, Pair, groups, pairs
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.needs.alike_box import AlikeBox
from cxworkshop.ui.views.needs.composer import NeedComposer
from cxworkshop.ui.views.needs.needs_drawing import NeedsDrawing
from cxworkshop.ui.views.needs.pasted import cards_in
from cxworkshop.ui.views.needs.problem_line import ProblemLine
from cxworkshop.ui.views.needs.table import NeedsTable
from cxworkshop.ui.views.page import Page


class NeedsPage(Page):
    """Shows one of three: the needs, the problems, or what looks alike."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.shown = "need"
        self._order = "size"
        self._only_guesses = False
        self._compared: dict[str, tuple[object, list[Pair]]] = {}  # by kind: what was compared, and what looks alike

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.composer, self.problem = NeedComposer(self.room), ProblemLine(self.room)
        self.which, self.order = Segments(can_be_none=False), Segments(can_be_none=False)
        self.guesses = Button(icon_name="filter", look="quiet", size=16)
        self.guesses.setCheckable(True)
        self.guesses.setChecked(self._only_guesses)
        self.order.fill([(tr("Largest first"), "size"), (tr("By touchpoint"), "touchpoint")], self._order)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        for widget in (self.which, self.order, self.guesses):
            bar.addWidget(widget)
        bar.addStretch(1)
        self.tables = {kind: NeedsTable(self.room, kind) for kind in ("need", "problem")}
        self.nothing = Words(look="soft")
        self.alike = AlikeBox(self.room)
        self.column.addWidget(self.lead)
        self.column.addLayout(bar)
        self.column.addWidget(self.composer)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.nothing)
        for table in (*self.tables.values(), self.alike):
            self.column.addWidget(table)
        self.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.which.chosen.connect(self._choose)
        self.order.chosen.connect(self._sort)
        self.guesses.toggled.connect(self._filter)
        self.composer.added.connect(lambda need: self.room.select([need]))
        self.problem.added.connect(lambda problem: self.room.select([problem]))
        for kind, entry in (("need", self.composer), ("problem", self.problem)):
            for widget in (entry, self.tables[kind]):
                widget.several.connect(lambda rows, kind=kind: self._put_up(kind, rows))
        for table in self.tables.values():
            table.card_wanted.connect(self.wanted)
            table.reached.connect(lambda area, own=table: self._follow(own, area))

    def refresh(self) -> None:
        found = guesses(self.room.board)
        alike = self._groups()
        self._show_headline(found)
        self.composer.refresh()
        self.problem.refresh()
        self.composer.setVisible(self.shown == "need")
        self.problem.setVisible(self.shown == "problem")
        counts = {kind: self.room.board.count(kind) for kind in ("need", "problem")}
        self.which.fill(
            [
                (tr("Needs: {n}", n=counts["need"]), "need"),
                (tr("Problems: {n}", n=counts["problem"]), "problem"),
                (tr("Look alike: {n}", n=len(alike)), "alike"),
            ],
            self.shown,
        )
        own = sum(card.kind == self.shown for card in found)
        self.guesses.setText(tr("Only guesses: {n}", n=own))
        for widget in (self.order, self.guesses):
            widget.setVisible(self.shown != "alike")
        self._show_tables()
        self.alike.setVisible(self.shown == "alike")
        if self.shown == "alike":
            self.alike.show_groups(alike)

    def _show_tables(self) -> None:
        for kind, table in self.tables.items():
            shown = self._rows(kind) if kind == self.shown else []
            table.show_rows(shown)
            table.setVisible(bool(shown))
            if kind == self.shown:
                self.nothing.setText(self._why_nothing(kind))
                self.nothing.setVisible(not shown)
        if self.shown == "alike":
            self.nothing.hide()

    def _rows(self, kind: str) -> list[Row]:
        found = rows(self.room.board, kind, by_touchpoint=self._order == "touchpoint")
        return [row for row in found if row.grounds.lacking or not self._only_guesses]

    def _why_nothing(self, kind: str) -> str:
        if self.room.board.count(kind):
            return tr("Nothing here is a guess.")
        if kind == "need":
            return tr("No needs yet: word the first one above.")
        return tr("No problems yet: put up the first one above, at the touchpoint that raises it.")

    def drawing(self) -> NeedsDrawing:
        return NeedsDrawing(self.room.board, self._sentence(guesses(self.room.board)))

    def _show_headline(self, found: list[Card]) -> None:
        self.headline.setText(self._sentence(found))
        self.lead.setVisible(not self.room.board.count("need") and self.shown == "need")
        self.lead.setText(tr("Take one touchpoint, and one customer whom you have seen there. What did they want?"))

    def _sentence(self, found: list[Card]) -> str:
        """What stands out, given what is a guess."""
        board = self.room.board
        both = board.count("need") + board.count("problem")
        if not both:
            return tr("Say what people need here, in their own words")
        if len(found) * 2 > both:
            return tr("Only guesses so far: {n} of {all} needs and problems", n=len(found), all=both)
        largest = next((row for row in rows(board, "need") if row.figure is not None), None)
        if largest is None:
            return tr("Score the needs, and the largest opportunity shows itself")
        return tr("The largest opportunity: “{title}”", title=_short(largest.card.title))

    def _groups(self) -> list[Group]:
        """What looks alike among the needs, and among the problems, the most alike first."""
        board = self.room.board
        found = sorted((*self._pairs("need"), *self._pairs("problem")), key=lambda pair: -pair.likeness)
        return [Group(tuple(board.card(card.id) for card in own.cards), own.likeness) for own in groups(found)]

    def _pairs(self, kind: str) -> list[Pair]:
        """Pairs of a kind, compared anew only when a title of it or what was told apart has changed."""
        cards, apart = self.room.board.of_kind(kind), different(self.room.board)
        state = (tuple((card.id, card.title) for card in cards), apart)
        if kind not in self._compared or self._compared[kind][0] != state:
            self._compared[kind] = state, pairs(cards, apart)
        return self._compared[kind][1]

    # What is shown

    def _choose(self, shown: str) -> None:
        self.shown = shown
        self.refresh()

    def _sort(self, order: str) -> None:
        self._order = order
        self.refresh()

    def _filter(self, only: bool) -> None:
        self._only_guesses = only
        self.refresh()

    def _put_up(self, kind: str, rows: list[list[str]]) -> None:
        """What was pasted, at the place that is chosen for the next one."""
        before = set(self.room.board.cards)
        place = self.composer.place if kind == "need" else self.problem.place
        if self.room.do(lambda board: add_rows(board, kind, cards_in(rows), **place)):
            self.room.select([own for own in self.room.board.cards if own not in before])

    def _follow(self, table: NeedsTable, area: QRectF) -> None:
        """Scroll the page to where the keyboard is."""
        body = self.area.widget()
        if body is not None and table.hasFocus():
            at = table.mapTo(body, area.center().toPoint())
            self.area.ensureVisible(at.x(), at.y(), 0, round(area.height()) + 20)


def _short(title: str) -> str:
    return title if len(title) <= 90 else f"{title[:89].rstrip()}…"
