"""Draws the shared screen: headline, spotlit card and map, or the step's question alone. Draws, decides nothing."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from cxworkshop.exchange.drawing.findings import Findings, since
from cxworkshop.model.cards import KINDS
from cxworkshop.model.layout import edge_curve
from cxworkshop.model.records import Card
from cxworkshop.model.steps import STEPS, step
from cxworkshop.model.wrapping import wrap
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.fonts import font, load
from cxworkshop.ui.lighting import lighting_of
from cxworkshop.ui.shared_screen.picture import Picture, picture_of
from cxworkshop.ui.shared_screen.places import (
    BAND,
    HEIGHT,
    LABEL,
    MARGIN,
    META_LINE,
    META_SIZE,
    PADDING,
    TITLE_LINE,
    TITLE_SIZE,
    WIDTH,
    Measure,
    Place,
    place,
)
from cxworkshop.ui.speech import tr
from cxworkshop.ui.story import told_part
from cxworkshop.ui.theme import PROJECTOR
from cxworkshop.words import N_

_SOFT_ON_DARK = QColor("#C7CCD4")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEGEND = (
    ("close", N_("spoke with a customer lately")),
    ("fading", N_("little, or long ago")),
    ("stranger", N_("the customer is a stranger")),
)


class ScreenPainter:
    """One moment of the shared screen, worked out when made, painted as often as needed."""

    def __init__(self, room: Room) -> None:
        load()
        self._board = room.board
        self._step = step(room.step)
        self._findings = Findings(room.board, room.today())
        spotlit = room.board.find(room.spotlight)
        self._picture = picture_of(room.board, room.map(), spotlit.id) if spotlit else Picture()
        titles = {card: self._title(room.board.card(card)) for row in self._picture.rows for card in row.cards}
        self._meta = {
            card: self._meta_of(room.board.card(card), row.label) for row in self._picture.rows for card in row.cards
        }
        self._places = place(self._picture, titles, lambda card: bool(self._meta[card]), _title_width)
        self._spotlit = spotlit.id if spotlit else None
        lighting = told_part(room, lighting_of(room, self._spotlit))
        told = room.story is not None and room.story.card == self._spotlit
        self._untold = set(titles) - set(lighting.cards) if told and lighting is not None else set()

    def texts(self) -> list[str]:
        """Every text shown, in reading order."""
        said = [tr("Step {n} of {all}", n=self._step.number, all=len(STEPS)), tr(self._step.title)]
        said.append(tr(self._step.question))
        for row in self._picture.rows:
            shown = [card for card in row.cards if card not in self._untold]
            said += [tr(row.label)] if shown else []
            for card in shown:
                said += [self._title(self._board.card(card)), *([self._meta[card]] if self._meta[card] else [])]
        return said

    def paint(self, painter: QPainter, whole: QRectF) -> None:
        painter.fillRect(whole, QColor(PROJECTOR.ground))
        if not self._picture.rows:
            self._paint_question(painter)
            return
        self._paint_headline(painter)
        self._paint_labels(painter)
        self._paint_edges(painter)
        for own in self._places.cards.values():
            if own.card not in self._untold:
                self._paint_card(painter, own)
        if any(self._board.card(card).kind == "process" for card in self._places.cards):
            self._paint_legend(painter)

    # Without a spotlight

    def _paint_question(self, painter: QPainter) -> None:
        number = tr("Step {n} of {all}", n=self._step.number, all=len(STEPS))
        _write(painter, QRectF(MARGIN, 250, WIDTH - 2 * MARGIN, 60), number, 38, PROJECTOR.faint)
        y = 330.0
        for text, size, weight, colour in (
            (tr(self._step.title), 84.0, QFont.Weight.Bold, "#FFFFFF"),
            (tr(self._step.question), 46.0, QFont.Weight.Normal, _SOFT_ON_DARK.name()),
        ):
            for line in wrap(text, WIDTH - 2 * MARGIN, 4, _measure(size, weight)):
                _write(painter, QRectF(MARGIN, y, WIDTH - 2 * MARGIN, size * 1.25), line, size, colour, weight)
                y += size * 1.25
            y += 24
        self._paint_progress(painter)
        title = str(self._board.workshop.get("title", ""))
        foot = QRectF(MARGIN, HEIGHT - 96, WIDTH - 2 * MARGIN, 40)
        _write(painter, foot, _elided(title, 26, foot.width()), 26, PROJECTOR.faint)

    def _paint_progress(self, painter: QPainter) -> None:
        width = (WIDTH - 2 * MARGIN - 8 * 12) / len(STEPS)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(1, len(STEPS) + 1):
            reached = number <= self._step.number
            painter.setBrush(QColor(PROJECTOR.lit if reached else PROJECTOR.line))
            height = 10 if number == self._step.number else 5
            x = MARGIN + (number - 1) * (width + 12)
            painter.drawRoundedRect(QRectF(x, HEIGHT - 150 - height / 2, width, height), height / 2, height / 2)

    # With one

    def _paint_headline(self, painter: QPainter) -> None:
        number = tr("Step {n} of {all}", n=self._step.number, all=len(STEPS))
        _write(painter, QRectF(MARGIN, 52, 400, 60), number, 30, PROJECTOR.faint)
        left = MARGIN + QFontMetricsF(font(30)).horizontalAdvance(number) + 32
        room = QRectF(left, 44, WIDTH - MARGIN - left, 68)
        title = tr(self._step.title)
        _write(painter, room, _elided(title, 46, room.width(), QFont.Weight.Bold), 46, "#FFFFFF", QFont.Weight.Bold)
        below = QRectF(MARGIN, 118, WIDTH - 2 * MARGIN, 50)
        _write(painter, below, _elided(tr(self._step.question), 30, below.width()), 30, _SOFT_ON_DARK.name())

    def _paint_labels(self, painter: QPainter) -> None:
        for middle, row in self._places.labels:
            if self._untold.issuperset(row.cards):
                continue
            lines = wrap(tr(row.label), LABEL - 16, 3, _measure(26, QFont.Weight.Normal))
            top = middle - len(lines) * 16
            for number, line in enumerate(lines):
                place_ = QRectF(MARGIN, top + number * 32, LABEL, 32)
                _write(painter, place_, line, 26, PROJECTOR.faint)
        for rect, many in self._places.more if not self._untold else ():
            box = QRectF(rect.x, rect.y, rect.width, rect.height)
            _write(painter, box, tr("+{n} more", n=many), 28, PROJECTOR.faint)

    def _paint_edges(self, painter: QPainter) -> None:
        for edge in self._picture.edges:
            if edge.upper in self._untold or edge.lower in self._untold:
                continue
            upper, lower = self._places.cards[edge.upper].rect, self._places.cards[edge.lower].rect
            start, first, second, end = (QPointF(*point) for point in edge_curve(upper, lower))
            path = QPainterPath(start)
            path.cubicTo(first, second, end)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_edge_pen(dashed=not edge.direct))
            painter.drawPath(path)

    def _paint_card(self, painter: QPainter, own: Place) -> None:
        card = self._board.card(own.card)
        rect = QRectF(own.rect.x, own.rect.y, own.rect.width, own.rect.height)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 14, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, QColor(PROJECTOR.surface))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(rect.x(), rect.y(), BAND, rect.height()), QColor(KINDS[card.kind].colour))
        painter.restore()
        if own.card == self._spotlit:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(PROJECTOR.lit), 6))
            painter.drawRoundedRect(rect.adjusted(-6, -6, 6, 6), 19, 19)
        x, y = rect.x() + BAND + PADDING, rect.y() + PADDING
        for line in own.lines:
            box = QRectF(x, y, rect.width() - BAND - PADDING, TITLE_LINE)
            _write(painter, box, line, TITLE_SIZE, PROJECTOR.text, QFont.Weight.DemiBold)
            y += TITLE_LINE
        if self._meta[own.card]:
            self._paint_meta(painter, card, QRectF(x, y, rect.right() - x - PADDING, META_LINE))

    def _paint_meta(self, painter: QPainter, card: Card, box: QRectF) -> None:
        left = box.x()
        if card.kind == "process":
            _dot(painter, left + 9, box.center().y() + 1, self._findings.warmth(card.id))
            left += 28
        room = QRectF(left, box.y(), box.right() - left, box.height())
        _write(painter, room, _elided(self._meta[card.id], META_SIZE, room.width()), META_SIZE, PROJECTOR.soft)

    def _paint_legend(self, painter: QPainter) -> None:
        x, y = MARGIN, HEIGHT - 66.0
        for closeness, text in _LEGEND:
            said = tr(text)
            _dot(painter, x + 10, y + 18, closeness)
            width = QFontMetricsF(font(26)).horizontalAdvance(said)
            _write(painter, QRectF(x + 32, y, width + 20, 36), said, 26, _SOFT_ON_DARK.name())
            x += width + 72
        if self._picture.edges:
            self._paint_line_legend(painter, y + 18)

    def _paint_line_legend(self, painter: QPainter, y: float) -> None:
        """Right-aligned: what solid and dashed lines mean."""
        right = WIDTH - MARGIN
        for text, dashed in ((tr("indirectly"), True), (tr("directly"), False)):
            width = QFontMetricsF(font(26)).horizontalAdvance(text)
            _write(painter, QRectF(right - width, y - 18, width + 10, 36), text, 26, _SOFT_ON_DARK.name())
            _line(painter, QPointF(right - width - 84, y), QPointF(right - width - 16, y), dashed)
            right -= width + 84 + 48

    # Words

    @staticmethod
    def _title(card: Card) -> str:
        return card.title or tr(KINDS[card.kind].prompt)

    def _meta_of(self, card: Card, row_label: str) -> str:
        if card.kind == "process":
            owner = self._findings.owner(card.id)
            if owner is None:
                return tr("nobody owns it")
            ago = since(self._findings.owner_closeness(card.id), tr.translator)
            return f"{owner.title} · {ago}" if ago else owner.title
        if card.kind == "need" and card.id in self._findings.opportunity:
            own = self._findings.opportunity[card.id]
            if card.get("importance") is None:
                return tr("not scored yet")
            return tr(
                "matters {importance} · met {satisfaction} · opportunity {opportunity}",
                importance=tr.number(card.get("importance")),
                satisfaction=tr.number(card.get("satisfaction")),
                opportunity=tr.number(own.value),
            )
        kind = KINDS[card.kind].label
        return "" if kind == row_label else tr(kind)


def _edge_pen(*, dashed: bool) -> QPen:
    pen = QPen(QColor(PROJECTOR.lit), 5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3.0, 1.6])
    return pen


def _line(painter: QPainter, start: QPointF, end: QPointF, dashed: bool) -> None:
    painter.setPen(_edge_pen(dashed=dashed))
    painter.drawLine(start, end)


def _dot(painter: QPainter, x: float, y: float, closeness: str) -> None:
    """Close: a full dot; fading: a half; stranger or nobody: a ring. The shape says it as well as the colour."""
    colour = PROJECTOR.closeness(closeness or None)
    circle = QRectF(x - 9, y - 9, 18, 18)
    painter.setPen(QPen(colour, 3))
    painter.setBrush(colour if closeness == "close" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if closeness == "fading":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawChord(circle, 90 * 16, 180 * 16)


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    size: float,
    colour: str,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> None:
    painter.setFont(font(size, weight))
    painter.setPen(QColor(colour))
    painter.drawText(box, int(_LEFT | Qt.TextFlag.TextSingleLine), text)


def _elided(text: str, size: float, width: float, weight: QFont.Weight = QFont.Weight.Normal) -> str:
    return QFontMetricsF(font(size, weight)).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=8)
def _measure(size: float, weight: QFont.Weight) -> Measure:
    metrics = QFontMetricsF(font(size, weight))
    return lambda text: metrics.horizontalAdvance(text)


def _title_width(text: str) -> float:
    return _measure(TITLE_SIZE, QFont.Weight.DemiBold)(text)
