"""Internal services and tools as bars, the worst rated first. Draws, computes not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from cxworkshop.analysis.care_mirror import Service, services
from cxworkshop.analysis.care_told import HIGHEST
from cxworkshop.exchange.pdf_report.sentences import brief
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.wrapping import Measure, wrap
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.care.letters import measure_of_titles
from cxworkshop.ui.views.drawing import Look, Spot

ROW, TALLEST = 40.0, 60.0  # pixels of the window; rows grow where the shared screen has the room
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NAMES = 0.46  # of the width


@dataclass(frozen=True)
class Letters:
    """The letters of names and of values, made once for all rows of a painting."""

    name: QFont
    line: float
    measure: Measure
    value: QFont
    values: QFontMetricsF
    widest: float


class Ratings:
    """The services at one moment, worked out when made."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self.services = services(board)

    def headline(self) -> str:
        """What employees say of the worst of them, in a sentence."""
        if not self.services:
            return tr("No internal service or tool is on the wall yet")
        worst = self.services[0]
        if worst.mean is None:
            return tr("Nobody has rated the internal services yet")
        return tr(
            "Employees rate “{service}” lowest: {mean} of 10",
            service=brief(self._board.card(worst.card), tr.translator),
            mean=tr.number(worst.mean),
        )

    def texts(self) -> list[str]:
        return [self.headline(), *(f"{self._title(own)}: {_value(own)}" for own in self.services)]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        each, letters = look.size(ROW), _letters(look)
        fits = len(self.services) if not look.on_screen else max(int(area.height() // each), 1)
        if look.on_screen and 0 < len(self.services) <= fits:
            each = min(area.height() / len(self.services), look.size(TALLEST))
        shown = self.services if len(self.services) <= fits else self.services[: fits - 1]
        spots = []
        for number, own in enumerate(shown):
            place = QRectF(area.left(), area.top() + number * each, area.width(), each)
            self._paint_row(painter, place, own, letters, look)
            spots.append(Spot(place.adjusted(0, 2, 0, -2), own.card, self._tip(own)))
        if len(shown) < len(self.services):
            place = QRectF(area.left(), area.top() + len(shown) * each, area.width(), each)
            painter.setFont(look.font(14))
            painter.setPen(look.colour("soft"))
            painter.drawText(place, _LEFT, tr.plural("and {n} more", "and {n} more", len(self.services) - len(shown)))
        return spots

    def _paint_row(self, painter: QPainter, place: QRectF, own: Service, letters: Letters, look: Look) -> None:
        if own.card in look.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(place.adjusted(0, 2, 0, -2), 6, 6)
        kind = self._board.card(own.card).kind
        band = QRectF(place.left() + look.size(4), place.center().y() - look.size(9), look.size(4), look.size(18))
        painter.fillRect(band, look.accent(kind))
        names = QRectF(place)
        names.setLeft(band.right() + look.size(10))
        names.setRight(place.left() + place.width() * _NAMES)
        painter.setFont(letters.name)
        painter.setPen(look.colour("text"))
        lines = wrap(self._title(own), names.width(), 2, letters.measure)
        y = names.center().y() - letters.line * len(lines) / 2
        for line in lines:
            painter.drawText(QRectF(names.left(), y, names.width(), letters.line), _LEFT, line)
            y += letters.line
        value = _value(own)
        room = letters.values.horizontalAdvance(value) + look.size(12)
        widest = max(letters.widest + look.size(12), room)
        bar = QRectF(names.right() + look.size(14), place.center().y() - look.size(7), 0, look.size(14))
        bar.setRight(place.right() - widest)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        if own.mean is not None:
            painter.setBrush(look.accent(kind))
            filled = QRectF(bar)
            filled.setWidth(bar.width() * min(max(own.mean / HIGHEST, 0.0), 1.0))
            painter.drawRoundedRect(filled, 3, 3)
        painter.setPen(look.colour("text" if own.mean is not None else "soft"))
        said = QRectF(bar.right() + look.size(10), place.top(), widest - look.size(10), place.height())
        painter.setFont(letters.value)
        painter.drawText(said, _LEFT, value)

    def _tip(self, own: Service) -> str:
        kind = tr(KINDS[self._board.card(own.card).kind].label)
        if own.mean is None:
            return tr("{kind} “{title}”: rated by nobody yet", kind=kind, title=self._title(own))
        return tr(
            "{kind} “{title}”: {mean}, the mean of the scores from 0 to 10 of those who use it; n = {n}",
            kind=kind,
            title=self._title(own),
            mean=tr.number(own.mean, 2),
            n=own.n,
        )

    def _title(self, own: Service) -> str:
        return self._board.card(own.card).title or tr("(no title)")


def _letters(look: Look) -> Letters:
    name, value = look.font(14, QFont.Weight.Medium), look.font(14)
    line, values = QFontMetricsF(name).height(), QFontMetricsF(value)
    widest = values.horizontalAdvance("10,0 · n = 100")
    return Letters(name, line, measure_of_titles(name.pixelSize()), value, values, widest)


def _value(own: Service) -> str:
    if own.mean is None:
        return tr("not rated")
    return tr("{mean} · n = {n}", mean=tr.number(own.mean), n=own.n)
