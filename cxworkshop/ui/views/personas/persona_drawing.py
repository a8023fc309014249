"""The sheet of a persona for the room: face, sentence, goals, how firm it is, needs, problems, journeys. No notes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from cxworkshop.analysis.persona_sheet import PersonaSheet
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.ui import portraits
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.personas.rows_drawing import RowsDrawing, lists_of
from cxworkshop.ui.views.typesetting import Typesetter

_SEMI = QFont.Weight.DemiBold
_MOST = 8  # cards of a list that the room reads, where they have room


@dataclass(frozen=True)
class PersonaDrawing:
    """One persona on a page."""

    board: Board
    sheet: PersonaSheet
    tr: Translator

    def texts(self) -> list[str]:
        persona = self.sheet.persona
        said = [
            persona.title or self.tr("(no title)"),
            self._quote(),
            str(persona.get("goals") or ""),
            self._evidence(),
        ]
        for one in self._lists():
            said += one.texts()
        return [text for text in said if text]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        gap = look.size(24)
        side = min(area.height() * 0.42, area.width() * 0.22)
        persona = self.sheet.persona
        face = QRectF(area.left(), area.top(), side, side)
        portraits.paint(
            painter, face, persona.get("portrait"), persona.title, look.accent("persona"), look.colour("raised")
        )
        words = QRectF(face.right() + gap, area.top(), area.right() - face.right() - gap, side)
        self._write_words(setter, words)
        lists = QRectF(area.left(), face.bottom() + gap, area.width(), area.bottom() - face.bottom() - gap)
        return self._paint_lists(painter, lists, look, gap)

    def _write_words(self, setter: Typesetter, box: QRectF) -> None:
        look = setter.look
        below = look.metrics(12).lineSpacing() * 2.2
        top = box.top()
        quote = self._quote()
        if quote:
            room = QRectF(box.left(), top, box.width(), box.height() * 0.5)
            top += setter.write(quote, room, 20, italic=True, most=3) + look.size(8)
        goals = str(self.sheet.persona.get("goals") or "")
        if goals:
            room = QRectF(box.left(), top, box.width(), box.bottom() - below - top)
            setter.write(goals, room, 15, colour="text", most=5)
        line = look.metrics(12, _SEMI).lineSpacing()
        setter.write(self._evidence(), QRectF(box.left(), box.bottom() - line, box.width(), line), 12, colour="soft")

    def _paint_lists(self, painter: QPainter, area: QRectF, look: Look, gap: float) -> list[Spot]:
        lists = self._lists()
        wide = (area.width() - gap * (len(lists) - 1)) / len(lists)
        spots: list[Spot] = []
        for number, one in enumerate(lists):
            box = QRectF(area.left() + number * (wide + gap), area.top(), wide, area.height())
            spots += one.paint(painter, box, look)
        return spots

    def _lists(self) -> list[RowsDrawing]:
        return lists_of(self.board, self.sheet, self.tr, _MOST)

    def _quote(self) -> str:
        quote = str(self.sheet.persona.get("quote") or "").strip()
        return self.tr("“{title}”", title=quote) if quote else ""

    def _evidence(self) -> str:
        parts = [self.tr(self.sheet.evidence)]
        if self.sheet.roles:
            roles = ", ".join(role.title for role in self.sheet.roles)
            parts.append(self.tr("works as: {roles}", roles=roles))
        return " · ".join(parts)
