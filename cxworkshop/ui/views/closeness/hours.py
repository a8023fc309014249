"""The hours of every role with customers: face to face and on video as two bars, against the mark of two hours.

Roles only, no people: it may be shown to the room. The two bars are never summed.
"""

from __future__ import annotations

import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from cxworkshop.analysis.closeness import ENOUGH_HOURS, FORMULA, SOURCE, Closeness
from cxworkshop.analysis.meetings import managers_first
from cxworkshop.exchange.closeness_told import headline, hours_told, last_met, warmth_name, window_told
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.marks import paint_warmth
from cxworkshop.ui.views.drawing import Look, Spot

ROW, HEAD, FOOT = 50.0, 34.0, 34.0  # of the window, in pixels
_LOWEST_ROW = 36.0  # on the shared screen, where nobody scrolls, rows are as low as their texts allow
MOST = 60  # roles drawn; of the rest it is said how many there are
_LONGEST_SCALE = 8.0  # hours; more is drawn to the end of the bar, its number says how much
_BOLD = QFont.Weight.DemiBold
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Hours:
    """One day of the closeness of all roles, worked out when made."""

    def __init__(self, board: Board, today: datetime.date) -> None:
        self.board, self.today = board, today
        self.roles = managers_first(board, today)
        self.headline = headline(board, self.roles, tr.translator)
        longest = max((hours for own in self.roles for hours in (own.direct_hours, own.video_hours)), default=0.0)
        self.scale = min(max(longest, ENOUGH_HOURS * 1.25), _LONGEST_SCALE)

    def height(self) -> float:
        """How tall it is in the window, every drawn role on its row."""
        return HEAD + FOOT + ROW * max(min(len(self.roles), MOST), 1)

    def texts(self) -> list[str]:
        said = [self.headline]
        for own in self.roles[:MOST]:
            said += [self._title(own), last_met(own, tr.translator), self._figures(own)]
        return [*said, self._formula()]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        if not self.roles:
            return []
        head, foot = look.size(HEAD), look.size(FOOT)
        row = self._row(area.height() - head - foot, look)
        fit = max(int((area.height() - head - foot) / row + 0.01), 1)
        shown = self.roles[: min(fit, MOST)]
        names = min(area.width() * 0.37, look.size(380))
        figures = look.metrics(13).horizontalAdvance(tr("{hours} h", hours="00,00")) + look.size(10)
        bars = QRectF(area.left() + names, area.top(), area.width() - names - figures, area.height())
        mark = bars.left() + bars.width() * ENOUGH_HOURS / self.scale
        bottom = area.top() + head + row * len(shown)
        self._paint_head(painter, bars, mark, head, look)
        self._paint_forms(painter, QRectF(area.left(), area.top(), area.width(), head - look.size(8)), look)
        painter.setPen(QPen(look.colour("lit"), look.size(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(mark, area.top() + head - look.size(6)), QPointF(mark, bottom))
        spots = []
        for number, own in enumerate(shown):
            place = QRectF(area.left(), area.top() + head + number * row, area.width(), row)
            self._paint_role(painter, place, bars, own, look)
            spots.append(Spot(place.adjusted(0, 1, 0, -1), own.id, self._tip(own)))
        self._paint_foot(painter, QRectF(area.left(), bottom, area.width(), foot), len(self.roles) - len(shown), look)
        return spots

    def _row(self, height: float, look: Look) -> float:
        """How tall a row is where the rows have `height`: in the window always the same."""
        if not look.on_screen:
            return look.size(ROW)
        return min(max(height / len(self.roles), look.size(_LOWEST_ROW)), look.size(ROW))

    def _paint_head(self, painter: QPainter, bars: QRectF, mark: float, head: float, look: Look) -> None:
        painter.setFont(look.font(12, _BOLD))
        painter.setPen(look.colour("soft"))
        text = tr("enough: {hours} h in 42 days", hours=tr.number(ENOUGH_HOURS))
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(mark - wide / 2, bars.left()), bars.right() - wide)
        painter.drawText(QRectF(left, bars.top(), wide + 4, head - look.size(8)), _LEFT, text)

    def _paint_role(self, painter: QPainter, place: QRectF, bars: QRectF, own: Closeness, look: Look) -> None:
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(place.topLeft(), place.topRight())
        if own.id in look.selected:
            painter.fillRect(place.adjusted(0, 1, 0, -1), look.colour("raised"))
        radius = look.size(6)
        paint_warmth(painter, QPointF(place.left() + radius * 1.6, place.center().y()), radius, own.closeness, look)
        left = place.left() + radius * 4
        room = bars.left() - left - look.size(14)
        half, tall = place.height() / 2, place.height() >= look.size(ROW)
        painter.setFont(look.font(14, _BOLD))
        painter.setPen(look.colour("text"))
        title = painter.fontMetrics().elidedText(self._title(own), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, place.top() + look.size(3 if tall else -0.5), room, half), _LEFT, title)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("soft"))
        said = painter.fontMetrics().elidedText(self._under(own), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, place.top() + half - look.size(2 if tall else 0), room, half), _LEFT, said)
        warm, still = look.closeness("close"), look.accent("recording")
        for number, (hours, colour) in enumerate(((own.direct_hours, warm), (own.video_hours, still))):
            edge = look.size(6 if tall else 3)
            thick = (place.height() - 2 * edge - look.size(2)) / 2
            box = QRectF(bars.left(), place.top() + edge + number * (thick + look.size(2)), bars.width(), thick)
            self._paint_bar(painter, box, hours, colour, number == 0, look)

    def _paint_bar(self, painter: QPainter, box: QRectF, hours: float, colour: QColor, full: bool, look: Look) -> None:
        """Face to face is a full bar, video an outlined one: colour is not the only difference."""
        wide = box.width() * min(hours / self.scale, 1)
        tall = min(box.height(), look.size(15))
        bar = QRectF(box.left(), box.center().y() - tall / 2, max(wide, look.size(2)), tall)
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(colour, look.size(1.5)))
        painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
        if hours > 0:
            inside = bar if full else bar.adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(inside, look.size(2.5), look.size(2.5))
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text" if hours else "soft"))
        at = box.left() + (wide if hours > 0 else 0) + look.size(6)
        painter.drawText(QRectF(at, box.top() - 10, look.size(200), box.height() + 20), _LEFT, _hours(hours))

    def _paint_forms(self, painter: QPainter, place: QRectF, look: Look) -> None:
        """Which bar is which, above them."""
        painter.setFont(look.font(12))
        x, y = place.left() + look.size(4), place.center().y()
        for full, text, colour in (
            (True, tr("face to face"), look.closeness("close")),
            (False, tr("on video"), look.accent("recording")),
        ):
            box = QRectF(x, y - look.size(5), look.size(22), look.size(10))
            painter.setPen(Qt.PenStyle.NoPen if full else QPen(colour, look.size(1.5)))
            painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 2, 2)
            x = self._foot_text(painter, box.right() + look.size(6), place, text, look)

    def _paint_foot(self, painter: QPainter, place: QRectF, left: int, look: Look) -> None:
        painter.setFont(look.font(12))
        x, y = place.left() + look.size(4), place.center().y()
        for name in ("close", "fading", "stranger"):
            paint_warmth(painter, QPointF(x + look.size(6), y), look.size(5), name, look)
            x = self._foot_text(painter, x + look.size(16), place, warmth_name(name, tr.translator), look)
        if left > 0:
            self._foot_text(painter, x, place, tr.plural("and {n} more role", "and {n} more roles", left), look)

    def _foot_text(self, painter: QPainter, x: float, place: QRectF, text: str, look: Look) -> float:
        wide = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(look.colour("soft"))
        painter.drawText(QRectF(x, place.top(), wide + 4, place.height()), _LEFT, text)
        return x + wide + look.size(18)

    # What it says

    def _title(self, own: Closeness) -> str:
        return " ".join(self.board.card(own.id).title.split()) or tr("(no title)")

    def _under(self, own: Closeness) -> str:
        met = last_met(own, tr.translator)
        return tr("manages · {met}", met=met) if self.board.card(own.id).get("manager") is True else met

    def _figures(self, own: Closeness) -> str:
        return tr(
            "face to face {direct}, on video {video}", direct=_hours(own.direct_hours), video=_hours(own.video_hours)
        )

    def _formula(self) -> str:
        return "\n".join((window_told(self.today, tr.translator), tr(FORMULA), tr(SOURCE)))

    def _tip(self, own: Closeness) -> str:
        name = warmth_name(own.closeness, tr.translator)
        said = (f"{self._title(own)} · {name}", last_met(own, tr.translator), self._figures(own), self._formula())
        return "\n".join(said)


def _hours(hours: float) -> str:
    return hours_told(hours, tr.translator)
