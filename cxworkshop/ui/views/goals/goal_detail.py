"""The selected goal below the tree: its figures or readings, what it is for, and the next goal below it to add."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.actions import cards, goals, links
from cxworkshop.analysis.scores import by_title, score
from cxworkshop.analysis.series import series
from cxworkshop.model.cards import KINDS
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor, Line, LineEditor, NumberEditor
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.exchange import exchange
from cxworkshop.ui.parts.labels import Caption, Elided, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.goals.kpi_drawing import kpi_drawing
from cxworkshop.ui.views.improvements.reading_entry import ReadingEntry
from cxworkshop.ui.views.improvements.readings_list import ReadingsList

SHOWN = ("objective", "key_result", "kpi")
_FIGURES = {"key_result": ("start", "current", "target", "due"), "kpi": ("unit", "baseline", "target", "every_days")}
_TIES = {"objective": ("addresses", ("need",)), "kpi": ("measures", ("need", "process", "touchpoint", "value"))}
_BELOW = {"objective": "key_result", "key_result": "kpi"}
_CHART = 150


class GoalDetail(QFrame):
    """Shows one goal at a time; `card` is its id, None for none."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room = room
        self.card: str | None = None
        self.editors: dict[str, LineEditor] = {}
        self.below: Line | None = None
        self.entry: ReadingEntry | None = None
        self.readings: ReadingsList | None = None
        self.chart: Chart | None = None
        self.tie: Combo | None = None
        self._refreshers: list[Callable[[], None]] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.addWidget(self._area)

    def show_card(self, card: str | None) -> None:
        """Show this goal; None: nothing."""
        if card != self.card:
            self.card = card
            self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show the goal as it is now."""
        if self._room.board.find(self.card) is not None:
            for does in self._refreshers:
                does()

    def _own(self) -> Card:
        return self._room.board.card(str(self.card))

    # Building

    def _build(self) -> None:
        self._refreshers, self.editors = [], {}
        self.below = self.entry = self.readings = self.chart = self.tie = None
        body = QWidget()
        body.setObjectName("Sheet")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        if self._room.board.find(self.card) is not None:
            self._build_head()
            if self._own().kind in _FIGURES:
                self._build_figures()
            if self._own().kind == "key_result":
                self._build_take_over()
            if self._own().kind == "kpi":
                self._build_readings()
            if self._own().kind in _TIES:
                self._build_ties()
            if self._own().kind in _BELOW and not self._room.document.read_only:
                self._build_below()
        self._column.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()  # not at once: the change may come from a field in it
        exchange(self._area, body)

    def _build_head(self) -> None:
        title = Elided("", "strong")
        close = IconButton("close", tr("Close the details"), size=12)
        close.clicked.connect(lambda: self._room.select([]))
        row = QHBoxLayout()
        row.addWidget(KindMark(self._own().kind))
        row.addWidget(title, 1)
        row.addWidget(close)
        self._column.addLayout(row)
        self._refreshers.append(lambda: title.setText(self._own().title or tr("(no title)")))

    def _build_figures(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for at, name in enumerate(_FIGURES[self._own().kind]):
            field = KINDS[self._own().kind].field(name)
            assert field is not None
            kinds: dict[str, type[LineEditor]] = {"due": DateEditor, "unit": LineEditor}
            editor = kinds.get(name, NumberEditor)(field)
            editor.set_read_only(self._room.document.read_only)
            editor.edited.connect(lambda value, name=name: self._give(name, value))
            self.editors[name] = editor
            grid.addWidget(editor, 0, at)
            grid.setColumnStretch(at, 1)
        self._column.addLayout(grid)
        self._refreshers.append(self._show_figures)

    def _show_figures(self) -> None:
        for name, editor in self.editors.items():
            if not editor.is_being_edited():
                editor.show_value(self._own().get(name))

    def _give(self, name: str, value: object) -> None:
        card = str(self.card)
        self._room.do(lambda board: cards.edit(board, card, **{name: value}))

    def _build_take_over(self) -> None:
        """The newest reading of a KPI that tracks it becomes where the key result stands, at one press."""
        button = Button("", "kpi")
        button.clicked.connect(lambda: self._give("current", self._newest()))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

        def show() -> None:
            newest = self._newest()
            button.setVisible(newest is not None and newest != score(self._own(), "current"))
            if newest is not None:
                button.setText(tr("Take over the newest reading: {value}", value=tr.number(newest, 2)))
            button.setEnabled(not self._room.document.read_only)

        self._refreshers.append(show)

    def _newest(self) -> float | None:
        kpis = sorted(self._room.board.sources(str(self.card), "tracks"), key=by_title)
        today = self._room.today()
        found = [own for kpi in kpis for own in series(self._room.board, kpi.id) if own.at.date() <= today]
        return max(found, key=lambda own: own.at).value if found else None

    def _build_readings(self) -> None:
        card = str(self.card)
        chart = self.chart = Chart(self._room, lambda: kpi_drawing(self._room.board, card, self._room.today()), _CHART)
        entry = self.entry = ReadingEntry(self._room, card)
        listed = self.readings = ReadingsList(self._room, card)
        sentence = Words("", "soft")
        self._column.addWidget(sentence)
        self._column.addWidget(entry)
        self._column.addWidget(chart)
        self._column.addWidget(listed)

        def show() -> None:
            sentence.setText(kpi_drawing(self._room.board, card, self._room.today()).headline)
            chart.setVisible(bool(series(self._room.board, card)))
            chart.refresh()
            entry.refresh()
            listed.refresh()

        self._refreshers.append(show)

    def _build_ties(self) -> None:
        """What the goal is for: linked cards, each to be cut, and a list to add one from."""
        verb, kinds = _TIES[self._own().kind]
        said = tr("Addresses these needs") if verb == "addresses" else tr("Measures")
        self._column.addWidget(Caption(said))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self._column.addLayout(rows)
        tie = self.tie = Combo()
        tie.setAccessibleName(said)
        tie.setEnabled(not self._room.document.read_only)
        tie.activated.connect(lambda _: self._link(verb, tie.currentData()))
        self._column.addWidget(tie)

        def show() -> None:
            while (item := rows.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            linked = sorted(self._room.board.targets(str(self.card), verb), key=by_title)
            for own in linked:
                rows.addWidget(self._tied(verb, own))
            there = {own.id for own in linked}
            offered = [own for kind in kinds for own in sorted(self._room.board.of_kind(kind), key=by_title)]
            named = [(_offered(own), own.id) for own in offered if own.id not in there]
            tie.fill([(tr("Add…"), None), *named], None)

        self._refreshers.append(show)

    def _tied(self, verb: str, own: Card) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 0, 0)
        title = own.title or tr("(no title)")
        cut = IconButton("close", tr("Take “{title}” out", title=title), size=10)
        card = str(self.card)
        keys = [link.key for link in self._room.board.links_from(card, verb) if link.target == own.id]
        cut.clicked.connect(lambda: self._room.do(lambda board: links.disconnect(board, keys)))
        cut.setVisible(not self._room.document.read_only)
        line.addWidget(Elided(title), 1)
        line.addWidget(cut)
        return row

    def _link(self, verb: str, other: str | None) -> None:
        card = str(self.card)
        if other is not None:
            self._room.do(lambda board: links.connect(board, card, other, verb))

    def _build_below(self) -> None:
        kind = self._own().kind
        line = self.below = Line()
        text = (
            tr("New key result: type it, press Enter") if kind == "objective" else tr("New KPI: type it, press Enter")
        )
        line.setPlaceholderText(text)
        line.setAccessibleName(text)
        line.returnPressed.connect(self._add_below)
        self._column.addWidget(line)

    def _add_below(self) -> None:
        """A key result for the objective, a KPI for the key result; it is selected to be filled in."""
        assert self.below is not None
        title, card, own = self.below.text().strip(), str(self.card), new_id("k")
        if not title:
            return
        if self._own().kind == "objective":
            done = self._room.do(lambda board: goals.add_key_result(board, card, title, result_id=own))
        else:
            done = self._room.do(lambda board: goals.add_kpi(board, title, tracks=[card], kpi_id=own))
        if done:
            self.below.clear()
            self._room.select([own])
            self.show_card(own)
            next(iter(self.editors.values())).line.setFocus()


def _offered(card: Card) -> str:
    return tr("{kind}: {title}", kind=tr(KINDS[card.kind].label), title=card.title or tr("(no title)"))
