"""A crowd of points on a chart, too many to be named: the first have a number and stand in a list beside it, with what
is selected; the others say their names when they are pointed at."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.weighing.labels import Place, Taken, around, beside
from cxworkshop.ui.views.weighing.lines import wrapped
from cxworkshop.ui.views.weighing.marks import Note, Point, haloed, mark_box, paint_mark, paint_notes

SIZE = 12.0  # of the letters
FIRST = 12  # points that have a number whatever is selected
TITLE_LINES = 2  # of a title in the list
_BOLD = QFont.Weight.DemiBold
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)

Numbered = tuple[int, Point]  # a rank from 1, and whose it is


def paint_crowd(
    painter: QPainter, plot: QRectF, beside: QRectF, points: Sequence[Point], notes: Sequence[Note], look: Look
) -> None:
    """Paint the points (most important first) in `plot`, and the list of those that have a number into `beside`."""
    named = numbered(points, look.selected)
    for own in reversed(points):
        paint_mark(painter, own, look)
    paint_notes(painter, notes, look)
    places = _places(named, points, plot, notes, look)
    for (rank, _), spot in zip(named, places, strict=True):
        _paint_number(painter, rank, spot, look)
    _paint_list(painter, named, len(points) - len(named), beside, look)


def numbered(points: Sequence[Point], selected: Collection[str]) -> list[Numbered]:
    """The first points and those that are selected, each with its rank among all."""
    return [(rank, own) for rank, own in enumerate(points, 1) if rank <= FIRST or own.card in selected]


def _places(
    named: Sequence[Numbered], points: Sequence[Point], plot: QRectF, notes: Sequence[Note], look: Look
) -> list[Place]:
    """Where the numbers go: clear of every mark, of the notes and of each other. A leader line may cross marks, so that
    there is a place for each."""
    metrics = look.metrics(SIZE, _BOLD)
    taken, written = Taken(), Taken()
    for box in (*(note.box for note in notes), *(mark_box(own, look) for own in points)):
        taken.add(box)
    places = []
    for rank, own in named:
        size = QSizeF(metrics.horizontalAdvance(str(rank)) + 6, metrics.height())
        spot = _free_place(mark_box(own, look), size, plot, taken, written)
        if spot.box is not None:
            taken.add(spot.box)
            written.add(spot.box)
        places.append(spot)
    return places


def _free_place(mark: QRectF, size: QSizeF, plot: QRectF, taken: Taken, written: Taken) -> Place:
    for box in beside(mark, size):
        if plot.contains(box) and not taken.meets(box):
            return Place(box)
    for box, start, end in around(mark, size):
        if plot.contains(box) and not taken.meets(box) and not written.crossed(start, end):
            return Place(box, (start, end))
    return Place()


def _paint_number(painter: QPainter, rank: int, spot: Place, look: Look) -> None:
    """The number beside its mark, or at the end of a line from it."""
    if spot.box is None:
        return
    if spot.leader is not None:
        for colour, wide in (("wall", 3.0), ("text", 1.0)):
            painter.setPen(QPen(look.colour(colour), look.size(wide)))
            painter.drawLine(*spot.leader)
    painter.setFont(look.font(SIZE, _BOLD))
    painter.setPen(look.colour("text"))
    haloed(painter, spot.box, int(_LINE | Qt.AlignmentFlag.AlignHCenter), str(rank), look)


def _paint_list(painter: QPainter, named: Sequence[Numbered], others: int, area: QRectF, look: Look) -> None:
    """The numbers with their titles, as many as have room, and how many points have none."""
    metrics = look.metrics(SIZE)
    line, gap = metrics.height(), look.size(5)
    column = look.metrics(SIZE, _BOLD).horizontalAdvance("000") + look.size(8)
    wide = area.width() - column
    y, end = area.top(), area.bottom() - 2 * line - gap
    told = _titles(named, metrics, wide, int((end - y - len(named) * gap) // line))
    for at, (rank, lines) in enumerate(told):
        if y + line * len(lines) > end:
            others += len(told) - at
            break
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(SIZE, _BOLD))
        painter.drawText(QRectF(area.x(), y, column, line), _LINE, str(rank))
        painter.setFont(look.font(SIZE))
        for text in lines:
            painter.drawText(QRectF(area.x() + column, y, wide + 4, line), _LINE, text)
            y += line
        y += gap
    if others > 0:
        _paint_others(painter, QRectF(area.x(), y, area.width(), 2 * line), others, look)


def _titles(named: Sequence[Numbered], metrics: QFontMetricsF, width: float, lines: int) -> list[tuple[int, list[str]]]:
    """The titles of the list in at most so many lines: one each, a second for the first ones where there is room."""
    told, spare = [], lines - len(named)
    for rank, own in named:
        found = wrapped(own.name, metrics, width, TITLE_LINES if spare > 0 else 1)
        spare -= len(found) - 1
        told.append((rank, found))
    return told


def _paint_others(painter: QPainter, area: QRectF, others: int, look: Look) -> None:
    metrics = look.metrics(SIZE)
    painter.setFont(look.font(SIZE))
    painter.setPen(look.colour("soft"))
    text = (
        tr.plural("and {n} more point", "and {n} more points", others)
        if look.on_screen
        else tr.plural(
            "and {n} more point: point at it to read it", "and {n} more points: point at one to read it", others
        )
    )
    for row, part in enumerate(wrapped(text, metrics, area.width(), 2)):
        painter.drawText(area.translated(0, row * metrics.height()).adjusted(0, 0, 4, -metrics.height()), _LINE, part)
