"""Draws the shares and the two rankings of the first step and, for the room, the three questions and their answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from cxworkshop.analysis import opportunity
from cxworkshop.analysis.serving import QUESTIONS, Serving, Share, headline, need_told, percent, shares_said
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import WORKSHOP_FIELDS, Card
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.typesetting import Typesetter

_SEMI = QFont.Weight.DemiBold
_BOLD = QFont.Weight.Bold
SHARES_HEIGHT = 112  # pixels of the two bars in the window
ROW = 46  # pixels of one need in the window
MOST = 10  # needs of each ranking that are shown


@dataclass(frozen=True)
class SharesDrawing:
    """Two bars: which share of the needs and of the improvements serves those aimed at."""

    serving: Serving
    tr: Translator

    def texts(self) -> list[str]:
        shares = (self.serving.needs, self.serving.improvements)
        return [
            shares_said(self.serving, self.tr),
            *(self.tr("{label}: {part} of {all}", label=one.label, part=one.part, all=one.of) for one in shares),
        ]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        high = area.height() / 2
        spots = []
        for number, (share, kind) in enumerate(
            ((self.serving.needs, "need"), (self.serving.improvements, "improvement"))
        ):
            row = QRectF(area.left(), area.top() + number * high, area.width(), high)
            spots.append(self._bar(setter, row, share, kind))
        return spots

    def _bar(self, setter: Typesetter, row: QRectF, share: Share, kind: str) -> Spot:
        look, painter = setter.look, setter.painter
        said = self.tr("{part} of {all}", part=share.part, all=share.of)
        label = row.adjusted(0, 2, 0, 0)
        line = look.metrics(13, _SEMI).lineSpacing()
        setter.write(share.label, label.adjusted(0, 0, -row.width() * 0.4, 0), 13, weight=_SEMI)
        figures = f"{percent(share.value, self.tr)} · {said}" if share.of else self.tr("none yet")
        setter.write(figures, label.adjusted(row.width() * 0.4, 0, 0, 0), 13, weight=_SEMI, right=True)
        thick = look.size(16)
        bar = QRectF(row.left(), label.top() + line + look.size(4), row.width(), thick)
        _fill(painter, bar, thick / 2, look.colour("line"))
        if share.value:
            full = QRectF(bar.left(), bar.top(), max(bar.width() * share.value, thick), thick)
            _fill(painter, full, thick / 2, look.accent(kind))
        return Spot(QRectF(row.left(), row.top(), row.width(), bar.bottom() - row.top()), "", share.tip)


def _fill(painter: QPainter, box: QRectF, corner: float, colour: QColor) -> None:
    path = QPainterPath()
    path.addRoundedRect(box, corner, corner)
    painter.fillPath(path, colour)


@dataclass(frozen=True)
class RankingDrawing:
    """One ranking of needs under its name. `marked` are ids to mark as those of the personas aimed at."""

    name: str
    below: str
    needs: tuple[Card, ...]
    marked: frozenset[str]
    tr: Translator

    @property
    def height(self) -> int:
        """In pixels of the window, for as many needs as are shown."""
        return 58 + ROW * max(1, min(len(self.needs), MOST)) + (22 if len(self.needs) > MOST else 0)

    def texts(self) -> list[str]:
        return [self.name, self.below, *(need.title for need in self.needs[:MOST])]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        top = area.top() + setter.write(self.name, area, 14, weight=_BOLD)
        top += setter.write(self.below, area.adjusted(0, top - area.top(), 0, 0), 12, colour="soft") + look.size(6)
        row_height = look.size(ROW)
        spots = []
        for number, need in enumerate(self.needs[:MOST]):
            row = QRectF(area.left(), top, area.width(), row_height)
            if row.bottom() > area.bottom() + 1:
                break
            spots.append(self._row(setter, row, number + 1, need))
            top += row_height
        if not self.needs:
            setter.write(self.tr("none yet"), QRectF(area.left(), top, area.width(), row_height), 13, colour="soft")
        elif len(self.needs) > len(spots):
            left = len(self.needs) - len(spots)
            more = self.tr.plural("and {n} more", "and {n} more", left)
            setter.write(more, QRectF(area.left(), top, area.width(), row_height), 12, colour="soft")
        return spots

    def _row(self, setter: Typesetter, row: QRectF, number: int, need: Card) -> Spot:
        look, tr = setter.look, self.tr
        if need.id in look.selected:
            _fill(setter.painter, row.adjusted(-4, 0, 4, -2), 6, look.colour("raised"))
        own = opportunity.opportunity(need)
        left, figure = look.size(26), look.size(44)
        mark = QRectF(row.left(), row.top() + look.size(4), look.size(4), row.height() - look.size(10))
        if need.id in self.marked:
            _fill(setter.painter, mark, look.size(2), look.accent("persona"))
        text = row.adjusted(left + look.size(8), look.size(3), -figure - look.size(8), 0)
        setter.write(tr.number(number), row.adjusted(look.size(10), look.size(3), 0, 0), 13, colour="soft")
        setter.write(need.title or tr("(no title)"), text, 13, most=2)
        shown = tr.number(own.value) if own.scored else "–"
        setter.write(shown, row.adjusted(row.width() - figure, look.size(1), 0, 0), 15, weight=_SEMI, right=True)
        return Spot(row, need.id, need_told(need, tr))


@dataclass(frozen=True)
class CustomersDrawing:
    """For the room: the three questions with what was answered, and how much of the work serves those aimed at."""

    board: Board
    serving: Serving
    tr: Translator

    def texts(self) -> list[str]:
        said = [headline(self.serving, self.tr)]
        for question, answer in self._answers():
            said += [question, answer]
        return [*said, *SharesDrawing(self.serving, self.tr).texts()[1:]]

    def _answers(self) -> list[tuple[str, str]]:
        labels = {field.name: field.label for field in WORKSHOP_FIELDS}
        none = self.tr("Not answered yet")
        return [(self.tr(labels[name]), str(self.board.workshop.get(name) or "") or none) for name in QUESTIONS]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        bars = look.size(SHARES_HEIGHT)
        gap = look.size(16)
        answers = QRectF(area.left(), area.top(), area.width(), area.height() - bars - gap)
        each = answers.height() / 3
        for number, (question, answer) in enumerate(self._answers()):
            top = answers.top() + number * each
            used = setter.write(question, QRectF(area.left(), top, area.width(), each), 13, colour="soft", weight=_SEMI)
            room = QRectF(area.left(), top + used, area.width(), each - used - look.size(8))
            setter.write(answer, room, self._size(setter, answer, room), most=9)
        return SharesDrawing(self.serving, self.tr).paint(
            painter, QRectF(area.left(), area.bottom() - bars, area.width(), bars), look
        )

    @staticmethod
    def _size(setter: Typesetter, text: str, room: QRectF) -> float:
        """The largest letters in which all of it fits; the smallest where none does."""
        for size in (22.0, 20.0, 18.0, 16.0, 14.0):
            if setter.height(text, room.width(), size, most=9) <= room.height():
                return size
        return 12.0
