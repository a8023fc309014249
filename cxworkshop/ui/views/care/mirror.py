"""The mirror of a pair: one side to the left, the other to the right, a bar a dimension. Draws, computes not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from cxworkshop.analysis.care import FORMULA, PAIRS, SOURCE, Care, care
from cxworkshop.analysis.care_mirror import Half, Row, mirror, weakest
from cxworkshop.analysis.care_told import DIMENSION_NAMES, HIGHEST, SIDE_NAMES, told_figures, told_weakest
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot

_BOLD, _USUAL = QFont.Weight.DemiBold, QFont.Weight.Normal
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
SIDE_KINDS = ("touchpoint", "persona")  # whose accents the two sides wear


class Mirror:
    """One pair at one moment, worked out when made."""

    def __init__(self, board: Board, pair: str) -> None:
        self.pair = pair
        self.sides = pair.split("/")
        self.rows = mirror(board, pair)
        self.care: Care = care(board)[PAIRS.index(pair)]
        self.weakest = weakest(board, pair)

    def headline(self) -> str:
        """What the mirror says, in a sentence."""
        if self.weakest is not None:
            return told_weakest(self.weakest, tr.translator)
        if self.care.gap is not None:
            return tr("Both sides are cared for alike")
        return tr("Are we as careful inside as outside? Nobody has answered yet")

    def figures(self) -> str:
        """Gap, index and n of the pair."""
        return told_figures(self.care, tr.translator)

    def texts(self) -> list[str]:
        said = [self.headline(), *(tr(SIDE_NAMES[side]) for side in self.sides)]
        said += [
            f"{tr(DIMENSION_NAMES[row.dimension])}: {_value(row.first)} – {_value(row.second)}" for row in self.rows
        ]
        return [*said, self.figures()]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        head, foot = look.size(30), look.size(44)
        middle = self._middle(area, look)
        body = area.adjusted(0, head, 0, -foot)
        each = min(body.height() / len(self.rows), look.size(92))
        self._paint_head(painter, QRectF(area.left(), area.top(), area.width(), head), middle, look)
        spots: list[Spot] = []
        for number, row in enumerate(self.rows):
            place = QRectF(body.left(), body.top() + number * each, body.width(), each)
            spots += self._paint_row(painter, place, middle, row, look)
        under = QRectF(area.left(), body.top() + each * len(self.rows), area.width(), foot)
        painter.setFont(look.font(14, _BOLD))
        painter.setPen(look.colour("text"))
        painter.drawText(under, _MIDDLE, self.figures())
        return [*spots, Spot(under, tip=self._formula())]

    def _middle(self, area: QRectF, look: Look) -> float:
        """The width of the names between the bars."""
        metrics = look.metrics(14, _BOLD)
        widest = max(metrics.horizontalAdvance(tr(name)) for name in DIMENSION_NAMES.values())
        return float(min(widest + look.size(32), area.width() * 0.34))

    def _paint_head(self, painter: QPainter, place: QRectF, middle: float, look: Look) -> None:
        painter.setFont(look.font(15, _BOLD))
        half = (place.width() - middle) / 2
        boxes = (
            QRectF(place.left(), place.top(), half, place.height()),
            QRectF(place.right() - half, place.top(), half, place.height()),
        )
        aligned = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
        for side, box, align, kind in zip(self.sides, boxes, aligned, SIDE_KINDS, strict=True):
            painter.setPen(_ink(look, kind))
            painter.drawText(box, int(align | Qt.AlignmentFlag.AlignTop), tr(SIDE_NAMES[side]))
        painter.setFont(look.font(12))
        painter.setPen(look.colour("soft"))
        scale = QRectF(place.left() + half, place.top(), middle, place.height())
        painter.drawText(scale, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), tr("from 0 to 10"))

    def _paint_row(self, painter: QPainter, place: QRectF, middle: float, row: Row, look: Look) -> list[Spot]:
        worst = self.weakest is not None and row.dimension == self.weakest.dimension
        name = QRectF(place.center().x() - middle / 2, place.top(), middle, place.height())
        painter.setFont(look.font(14, _BOLD if worst else _USUAL))
        painter.setPen(look.colour("text"))
        painter.drawText(name, _MIDDLE, tr(DIMENSION_NAMES[row.dimension]))
        spots = []
        for number, half in enumerate((row.first, row.second)):
            left = number == 0
            box = QRectF(
                place.left() if left else name.right(), place.top(), (place.width() - middle) / 2, place.height()
            )
            alarm = worst and self.weakest is not None and self.sides[number] == self.weakest.side
            _paint_bar(painter, box, half, left, _ink(look, SIDE_KINDS[number]), alarm, look)
            spots.append(Spot(box.adjusted(2, 2, -2, -2), tip=self._tip(row, number)))
        return spots

    def _tip(self, row: Row, number: int) -> str:
        half = (row.first, row.second)[number]
        said = {"side": tr(SIDE_NAMES[self.sides[number]]), "dimension": tr(DIMENSION_NAMES[row.dimension])}
        if half.mean is None:
            return tr("{side}, {dimension}: not answered yet", **said)
        return tr(
            "{side}, {dimension}: {mean}, the mean of the scores from 0 to 10; n = {n}",
            mean=tr.number(half.mean, 2),
            n=half.n,
            **said,
        )

    def _formula(self) -> str:
        own = self.care
        means = tr(
            "{one}: {first}; {other}: {second}. All answers count, those about single services too; n = {n}.",
            one=tr(SIDE_NAMES[self.sides[0]]),
            other=tr(SIDE_NAMES[self.sides[1]]),
            first=tr.number(own.first, 2),
            second=tr.number(own.second, 2),
            n=own.answers,
        )
        return f"{means}\n{tr(FORMULA)}\n{tr(SOURCE)}"


def _paint_bar(painter: QPainter, box: QRectF, half: Half, left: bool, colour: QColor, alarm: bool, look: Look) -> None:
    """A track as long as the scale, filled from the middle outwards, its value at the outer end."""
    room = look.metrics(18, _BOLD).horizontalAdvance("10,0") + look.size(16)
    thick = min(look.size(22), box.height() * 0.5)
    length = max(box.width() - room, 10.0)
    track = QRectF(box.right() - length if left else box.left(), box.center().y() - thick / 2, length, thick)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("line"))
    painter.drawRoundedRect(track, thick / 4, thick / 4)
    if half.mean is not None:
        filled = QRectF(track)
        share = length * min(max(half.mean / HIGHEST, 0.0), 1.0)
        filled.setLeft(track.right() - share) if left else filled.setRight(track.left() + share)
        painter.setBrush(colour)
        painter.drawRoundedRect(filled, min(thick / 4, share / 2), thick / 4)
    text = QRectF(box.left(), box.top(), room - look.size(8), box.height())
    if not left:
        text.moveLeft(track.right() + look.size(8))
    painter.setFont(look.font(18, _BOLD))
    painter.setPen(look.colour("bad") if alarm else look.colour("text" if half.mean is not None else "soft"))
    align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
    painter.drawText(text, int(align | Qt.AlignmentFlag.AlignVCenter), _value(half))


def _ink(look: Look, kind: str) -> QColor:
    return look.accent(kind)


def _value(half: Half) -> str:
    return tr.number(half.mean) if half.mean is not None else "–"
