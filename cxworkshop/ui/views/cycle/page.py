"""What held: a workshop of cycle 2 and later begins with it. Improvements by readings, and all that rose and fell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.analysis.compare_told import Teller
from cxworkshop.analysis.comparison import Comparison
from cxworkshop.analysis.ghost import is_next_cycle
from cxworkshop.analysis.held import held
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.cycle.drawing import Held
from cxworkshop.ui.views.cycle.past import Past, remembered
from cxworkshop.ui.views.drawing import Drawing
from cxworkshop.ui.views.page import Page

_FEW = 8  # sentences of one kind, and improvements of one state, before the rest is asked for
Section = tuple[str, list[tuple[str, list[str]]]]  # a heading; under it subheadings with the sentences shown


class HeldPage(Page):
    """`chosen` is the other cycle whose file was chosen; without it the page tells what the workshop remembers."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.chosen: Past | None = None
        self._whole = False
        self._every = False  # whether all improvements are shown, not only the first of each state
        self._told: tuple[list[Section], str, int] | None = None  # what stands below the picture
        self._looked = False  # for the file compared with last time
        self._moved: Path | None = None  # that file, where it is no longer there
        self._shown: Held | None = None
        room.document_changed.connect(self._forget)

    def build(self) -> None:
        self.between = Words(look="lead")
        self.choose = Button(tr("Choose the file of the other cycle…"), "open")
        self.choose.clicked.connect(lambda: choose_cycle(self, again=True))
        row = QHBoxLayout()
        self.begin = Button(tr("Begin the next cycle…"), "loop", "primary")
        self.begin.clicked.connect(lambda: self.command_wanted.emit("next_cycle"))
        row.addWidget(self.between, 1)
        row.addWidget(self.choose)
        row.addWidget(self.begin)
        self.column.addLayout(row)
        self.marked = Words()
        self.column.addWidget(self.marked)
        self.chart = Chart(self.room, lambda: self._shown or self._held(), 200)
        self.chart.wanted.connect(self.wanted)
        self.column.addWidget(self.chart)
        self.every = Button("", "chevron_down", "quiet")
        self.every.clicked.connect(self._show_every)
        self.column.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        self._told = None
        self.told = QWidget()
        QVBoxLayout(self.told).setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.told)
        self.column.addStretch(1)

    def refresh(self) -> None:
        self.find_last()
        past = self.past
        judged = held(self.room.board, self.room.today())
        comparison = past.compare(self.room.board, self.room.today(), judged) if past is not None else None
        most = None if self._every else _FEW
        self._shown = drawing = Held(self.room.board, judged, comparison, most)
        self.headline.setText(drawing.headline())
        self.between.setText(self._lead(past, comparison))
        self.begin.setVisible(past is None and not is_next_cycle(self.room.board))
        self.marked.setText(drawing.marked())
        self.marked.setVisible(bool(self.marked.text()))
        self.chart.setVisible(bool(drawing.judged or drawing.moves))
        self.chart.use_height(round(drawing.height * themes.text_scale))
        self.chart.refresh()
        self.every.setVisible(drawing.left_out > 0)
        self.every.setText(tr.plural("Show {n} more improvement", "Show {n} more improvements", drawing.left_out))
        self._tell(past, comparison)

    @property
    def past(self) -> Past | None:
        """What is compared with."""
        return self.chosen or remembered(self.room.board)

    def _held(self) -> Held:
        past, board, today = self.past, self.room.board, self.room.today()
        judged = held(board, today)
        return Held(board, judged, past.compare(board, today, judged) if past is not None else None)

    def drawing(self) -> Drawing | None:
        return self._held()

    def compare_with(self, past: Past) -> None:
        """Compare with this cycle from now on."""
        self.chosen, self._whole, self._looked, self._moved = past, False, True, None
        if self._built:
            self.refresh()
        self.staged_again.emit()

    def find_last(self) -> None:
        """Once for each workshop: read the file it was compared with last, if it is still there."""
        if self._looked:
            return
        self._looked = True
        from cxworkshop.ui.dialogs.other_cycle import last_cycle, read_cycle

        last = last_cycle(self.room, self)
        if last is not None and last.is_file():
            self.chosen = read_cycle(self.room, last)
        else:
            self._moved = last

    def _lead(self, past: Past | None, comparison: Comparison | None) -> str:
        if self._moved is not None:
            return tr(
                "The file “{name}” compared with last time is no longer in {folder}. Choose where it is now.",
                name=self._moved.name,
                folder=self._moved.parent,
            )
        if past is None or comparison is None:
            if is_next_cycle(self.room.board):
                return tr(
                    "Choose the file of the cycle before: then this page says what rose, fell, appeared and vanished."
                )
            return tr(
                "This is the first cycle. When its improvements have run for a while, begin the next one: it opens "
                "with what held."
            )
        if past.path is None:
            return tr(
                "Compared with the scores that the touchpoints remember of the cycle before. "
                "With its file everything else can be compared too."
            )
        return Teller(comparison, past.board, self.room.board, tr.translator).between()

    def _tell(self, past: Past | None, comparison: Comparison | None) -> None:
        """What differs, in sentences; widgets are made anew only where these are others."""
        told, note, left = self._sentences(past, comparison)
        if (told, note, left) == self._told:
            return
        self._told = told, note, left
        layout = self.told.layout()
        assert isinstance(layout, QVBoxLayout)
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if note:
            layout.addWidget(Words(note))
        for section in told:
            layout.addWidget(_section(section))
        if left:
            more = Button(tr.plural("Show {n} more", "Show {n} more", left), "chevron_down", "quiet")
            more.clicked.connect(self._show_whole)
            layout.addWidget(more)

    def _sentences(self, past: Past | None, comparison: Comparison | None) -> tuple[list[Section], str, int]:
        """The sections shown, what stands before them ("" for nothing), how many sentences are left out."""
        if past is None or comparison is None:
            return [], "", 0
        if not comparison.related:
            return [], tr("The two workshops have no card in common: these are not two cycles of one workshop."), 0
        every = Teller(comparison, past.board, self.room.board, tr.translator).sections()
        most = None if self._whole else _FEW
        shown = [(heading, [(name, list(own[:most])) for name, own in parts]) for heading, parts in every]
        left = sum(max(len(own) - (most or len(own)), 0) for _, parts in every for _, own in parts)
        return shown, "" if comparison.changed else tr("Nothing changed."), left

    def _show_whole(self) -> None:
        self._whole = True
        self.refresh()

    def _show_every(self) -> None:
        self._every = True
        self.refresh()

    def _forget(self) -> None:
        """Another workshop is open."""
        self.chosen, self._shown, self._whole, self._every = None, None, False, False
        self._looked, self._moved = False, None


def _section(section: Section) -> QWidget:
    """One section of sentences."""
    heading, parts = section
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(3)
    column.addWidget(Words(heading, "title"))
    for subheading, sentences in parts:
        column.addWidget(Caption(subheading))
        for sentence in sentences:
            column.addWidget(Words(sentence))
    return box


def choose_cycle(page: HeldPage, *, again: bool = False) -> None:
    """Ask for the file of another cycle and compare with it; a file that cannot be read is told. The one compared with
    last time is not asked for where it still is, unless another is wanted (`again`)."""
    page.find_last()
    if page.chosen is not None and not again:
        return
    from cxworkshop.ui.dialogs.other_cycle import ask_for_cycle

    past = ask_for_cycle(page.room, page)
    if past is not None:
        page.compare_with(past)
