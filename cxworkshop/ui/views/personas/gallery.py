"""The personas one below another, faces and names, drawn: pressed or walked through by keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath

from cxworkshop.i18n import Translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui import portraits
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.typesetting import Typesetter

ROW = 60  # pixels of a persona in the window
_SEMI = QFont.Weight.DemiBold


@dataclass(frozen=True)
class GalleryDrawing:
    """The personas of one side; `current` is the one whose sheet is shown. `empty` teaches where there is none."""

    name: str
    personas: tuple[Card, ...]
    current: str | None
    empty: str
    tr: Translator

    @property
    def height(self) -> int:
        return ROW * max(len(self.personas), 1) + 4

    def texts(self) -> list[str]:
        return [self.name, *(card.title for card in self.personas)] if self.personas else [self.name, self.empty]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        high = look.size(ROW)
        if not self.personas:
            setter.write(self.empty, area, 12, colour="soft", most=4)
        return [
            self._row(setter, QRectF(area.left(), area.top() + number * high, area.width(), high), card)
            for number, card in enumerate(self.personas)
        ]

    def _row(self, setter: Typesetter, row: QRectF, card: Card) -> Spot:
        look, painter, tr = setter.look, setter.painter, self.tr
        box = row.adjusted(1, 2, -1, -2)
        if card.id == self.current:
            path = QPainterPath()
            path.addRoundedRect(box, 8, 8)
            painter.fillPath(path, look.colour("surface"))
            painter.setPen(look.accent("persona"))
            painter.drawPath(path)
        face = QRectF(box.left() + 8, box.top() + look.size(7), look.size(42), look.size(42))
        title = card.title or tr("(no title)")
        portraits.paint(painter, face, card.get("portrait"), card.title, look.accent("persona"), look.colour("surface"))
        text = QRectF(face.right() + 10, box.top() + 2, box.right() - face.right() - 16, box.height() - 2)
        below = _below(card, tr)
        high = setter.height(title, text.width(), 13, weight=_SEMI, most=2) + setter.height(below, text.width(), 11)
        text.setTop(text.top() + max((text.height() - high) / 2 - 1, 0))
        used = setter.write(title, text, 13, weight=_SEMI, most=2)
        setter.write(below, text.adjusted(0, used, 0, 0), 11, colour="soft")
        return Spot(box, card.id, title)


def _below(card: Card, tr: Translator) -> str:
    """Aim and evidence of a persona, as far as they were given."""
    said = []
    for name in ("aim", "evidence"):
        field = KINDS["persona"].field(name)
        choices = field.choices if field is not None else ()
        said += [tr(choice.label) for choice in choices if choice.value == card.get(name)]
    return " · ".join(said)
