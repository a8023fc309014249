"""Four bars: how much of what the company has and does lies where it takes the money."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.analysis.attention import FORMULA, SOURCE, Share, attention
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.lettering import STRONG, write
from cxworkshop.words import N_

_BARS = (
    ("touchpoints", "touchpoint", N_("Touchpoints")),
    ("evidence", "meeting", N_("Meetings and recordings")),
    ("improvements", "improvement", N_("Improvements")),
    ("kpis", "kpi", N_("KPIs")),
)
_ROW = 32.0
_MOST = 0.5  # of the touchpoints: the company is there when it takes the money
_MUCH = 1.5  # times the share of the stages: money draws attention


class AttentionDrawing:
    """The attention of a board. The line across the bars is the share of stages where the company takes the money."""

    def __init__(self, board: Board) -> None:
        found = attention(board)
        self.shares: list[tuple[str, str, Share]] = [
            (tr(label), kind, getattr(found, own)) for own, kind, label in _BARS
        ]
        stages = [stage for journey in board.journeys() for stage in board.stages(journey.id)]
        self.stages = Share(sum(stage.get("selling") is True for stage in stages), len(stages))
        self.homeless = sum(board.stage_of(card) is None for card in board.of_kind("touchpoint"))

    def headline(self) -> str:
        """What the figures say, in a sentence."""
        if self.stages.total and not self.stages.selling:
            return tr("Mark the stages where the company takes the money, and it shows where it looks")
        own, usual = self.shares[0][2].share, self.stages.share
        if own is None or usual is None:
            return tr("Put up the places where customers meet the company, not only the till")
        percent = round(own * 100)
        if own >= _MOST:
            return tr("The company is there when it takes the money: {n} % of its touchpoints", n=percent)
        if own > usual * _MUCH:
            stages = round(usual * 100)
            return tr(
                "Money draws attention: {stages} % of the stages, {n} % of the touchpoints", stages=stages, n=percent
            )
        if own == 0:
            return tr("No touchpoint lies where the company takes the money")
        return tr("Attention is spread along the way: {n} % of the touchpoints lie where money is taken", n=percent)

    def left_out(self) -> str:
        """How many touchpoints are in none of the figures; empty where all are."""
        return (
            tr.plural(
                "{n} touchpoint has no stage and is not counted",
                "{n} touchpoints have no stage and are not counted",
                self.homeless,
            )
            if self.homeless
            else ""
        )

    def texts(self) -> list[str]:
        bars = [f"{label}: {self._said(share)}" for label, _, share in self.shares]
        return [self.headline(), *bars, self._line(), *filter(None, [self.left_out()])]

    def height(self, look: Look) -> float:
        """As high as it wants to be."""
        return (len(_BARS) + (2 if self.homeless else 1)) * self._row(look)

    @staticmethod
    def _row(look: Look) -> float:
        return max(look.size(_ROW), look.metrics(13).height() * 1.45)

    @staticmethod
    def _said(share: Share) -> str:
        if share.share is None:
            return tr("none yet")
        return tr("{percent} % · {n} of {all}", percent=round(share.share * 100), n=share.selling, all=share.total)

    def _line(self) -> str:
        return tr("Line: share of the stages where the company takes the money · {said}", said=self._said(self.stages))

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        row = self._row(look)
        label, figure = area.width() * 0.24, look.metrics(13).horizontalAdvance("100 % · 000 / 000 000")
        track = QRectF(area.left() + label, area.top(), area.width() - label - figure, row * len(self.shares))
        spots = []
        for number, (name, kind, share) in enumerate(self.shares):
            y = area.top() + number * row
            write(painter, QRectF(area.left(), y, label - 12, row), name, look.font(13), look.colour("text"))
            self._paint_bar(painter, QRectF(track.left(), y, track.width(), row), kind, share, look)
            said = QRectF(track.right() + look.size(10), y, figure - look.size(10), row)
            colour = look.colour("text" if share.share is not None else "soft")
            write(painter, said, self._said(share), look.font(13, STRONG), colour)
            spots.append(Spot(QRectF(area.left(), y, area.width(), row), tip=self._tip(name, share)))
        self._paint_line(painter, track, look)
        below = QRectF(area.left(), track.bottom(), area.width(), row)
        write(painter, below, self._line(), look.font(12), look.colour("soft"))
        if self.homeless:
            write(painter, below.translated(0, row), self.left_out(), look.font(12, STRONG), look.colour("bad"))
        return spots

    def _tip(self, name: str, share: Share) -> str:
        return "\n".join((f"{name}: {self._said(share)}", tr(FORMULA), tr(SOURCE)))

    @staticmethod
    def _paint_bar(painter: QPainter, box: QRectF, kind: str, share: Share, look: Look) -> None:
        inset = box.height() * 0.26
        bar = box.adjusted(0, inset, 0, -inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(bar, 4, 4)
        if share.share:
            painter.setBrush(look.accent(kind))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share.share, bar.height()), 4, 4)

    def _paint_line(self, painter: QPainter, track: QRectF, look: Look) -> None:
        if self.stages.share is not None:
            x = track.left() + track.width() * self.stages.share
            painter.setPen(QPen(look.colour("text"), look.size(1.6), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, track.top() + 3), QPointF(x, track.bottom() - 3))
