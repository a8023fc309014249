"""What is being filtered by, each a small pill that can be changed and taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cxworkshop.model.fields import Field
from cxworkshop.ui.find.filtering import Range
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr

_WIDEST = 300  # pixels of text in a pill; the whole of it stands in the tooltip


class Chip(QFrame):
    """A pill with a cross. `pressed` to change it, `dropped` to take it away."""

    pressed = Signal()
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self.name = name
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 1, 2, 1)
        self.row.setSpacing(4)

    @property
    def said(self) -> object:
        """What it shows, to be compared with another pill."""
        return self.toolTip()

    def _add_cross(self, what: str) -> None:
        cross = IconButton("close", tr("Do not filter by “{what}”", what=what), size=10)
        cross.clicked.connect(self.dropped)
        self.row.addWidget(cross)


class FacetChip(Chip):
    """A facet and the values it is set to."""

    def __init__(self, name: str, label: str, values: list[str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        said = tr("{what}: {values}", what=label, values=", ".join(values))
        button = Button("", "", "quiet")
        button.setText(button.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _WIDEST).replace("&", "&&"))
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.setStyleSheet("padding: 2px")
        button.clicked.connect(self.pressed)
        self.setToolTip(said)
        self.row.addWidget(button)
        self._add_cross(label)


class ScoreChip(Chip):
    """A range of a score: two lists of numbers. `ranged` gives both ends."""

    ranged = Signal(object)

    def __init__(self, own: Field, ends: Range, parent: QWidget | None = None) -> None:
        super().__init__(own.name, parent)
        label = tr(own.label)
        self.low, self.high = Combo(), Combo()
        self.row.addWidget(Words(label, wrap=False))
        lowest, highest = round(own.low or 0), round(own.high or 0)
        numbers = [(tr.number(number), float(number)) for number in range(lowest, highest + 1)]
        said = (tr("{what}: from", what=label), tr("{what}: up to", what=label))
        for combo, end, name in zip((self.low, self.high), ends, said, strict=True):
            combo.fill(numbers, end)
            combo.setMinimumContentsLength(2)
            combo.setFixedWidth(combo.fontMetrics().horizontalAdvance("−10") + 40)
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.activated.connect(self._tell)
        self.row.addWidget(self.low)
        self.row.addWidget(Words("–", wrap=False))
        self.row.addWidget(self.high)
        self._add_cross(label)

    @property
    def said(self) -> object:
        return self.low.currentData(), self.high.currentData()

    def _tell(self) -> None:
        self.ranged.emit((self.low.currentData(), self.high.currentData()))
