"""What held: a workshop of cycle 2 and later begins with it. Improvements by readings, and all that rose and fell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.analysis.compare_told import Teller, Told
from cxworkshop.analysis.comparison import Comparison
from cxworkshop.analysis.ghost import is_next_cycle
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

_FEW = 8  # sentences of one kind before the rest is asked for


class HeldPage(Page):
    """`chosen` is the other cycle whose file was chosen; without it the page tells what the workshop remembers."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.chosen: Past | None = None
        self._whole = False
        self._looked = False  # for the file compared with last time
        self._moved: Path | None = None  # that file, where it is no longer there
        self._shown: Held | None = None
        room.document_changed.connect(self._forget)

    def build(self) -> None:
        self.between = Words(look="lead")
        self.choose = Button(tr("Choose the file of the other cycle…"), "open")
        self.choose.clicked.connect(lambda: choose_cycle(self, again=True))
        row = QHBoxLayout()
        row.addWidget(self.between, 1)
        row.addWidget(self.choose)
        self.column.addLayout(row)
        self.marked = Words()
        self.column.addWidget(self.marked)
        self.chart = Chart(self.room, lambda: self._shown or self._held(), 200)
        self.chart.wanted.connect(self.wanted)
        self.column.addWidget(self.chart)
        self.told = QWidget()
        QVBoxLayout(self.told).setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.told)
        self.column.addStretch(1)

    def refresh(self) -> None:
        self.find_last()
        past = self.past
        comparison = past.compare(self.room.board, self.room.today()) if past is not None else None
        self._shown = drawing = Held(self.room.board, comparison, self.room.today())
        self.headline.setText(drawing.headline())
        self.between.setText(self._lead(past, comparison))
        self.marked.setText(drawing.marked())
        self.marked.setVisible(bool(self.marked.text()))
        self.chart.setVisible(bool(drawing.judged or drawing.moves))
        self.chart.use_height(round(drawing.height * themes.text_scale))
        self.chart.refresh()
        self._tell(past, comparison)

    @property
    def past(self) -> Past | None:
        """What is compared with."""
        return self.chosen or remembered(self.room.board)

    def _held(self) -> Held:
        past, today = self.past, self.room.today()
        return Held(self.room.board, past.compare(self.room.board, today) if past is not None else None, today)

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
                "This is the first cycle. When its improvements have run for a while, begin the next one (File, Next "
                "cycle…): it opens with what held."
            )
        if past.path is None:
            return tr(
                "Compared with the scores that the touchpoints remember of the cycle before. "
                "With its file everything else can be compared too."
            )
        return Teller(comparison, past.board, self.room.board, tr.translator).between()

    def _tell(self, past: Past | None, comparison: Comparison | None) -> None:
        layout = self.told.layout()
        assert isinstance(layout, QVBoxLayout)
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if past is None or comparison is None:
            return
        sections = Teller(comparison, past.board, self.room.board, tr.translator).sections()
        if not comparison.related:
            layout.addWidget(
                Words(tr("The two workshops have no card in common: these are not two cycles of one workshop."))
            )
            return
        if not comparison.changed:
            layout.addWidget(Words(tr("Nothing changed.")))
        left = sum(self._add(layout, section) for section in sections)
        if left:
            more = Button(tr.plural("Show {n} more", "Show {n} more", left), "chevron_down", "quiet")
            more.clicked.connect(self._show_whole)
            layout.addWidget(more)

    def _add(self, layout: QVBoxLayout, section: Told) -> int:
        """One section of sentences; gives how many were left out."""
        heading, parts = section
        left = 0
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(3)
        column.addWidget(Words(heading, "title"))
        for subheading, sentences in parts:
            column.addWidget(Caption(subheading))
            shown = sentences if self._whole else sentences[:_FEW]
            left += len(sentences) - len(shown)
            for sentence in shown:
                column.addWidget(Words(sentence))
        layout.addWidget(box)
        return left

    def _show_whole(self) -> None:
        self._whole = True
        self.refresh()

    def _forget(self) -> None:
        """Another workshop is open."""
        self.chosen, self._shown, self._whole = None, None, False
        self._looked, self._moved = False, None


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
