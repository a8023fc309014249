"""The landscape of needs: importance against satisfaction, in zones by opportunity, the sizes of points by votes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cxworkshop.analysis import landscape
from cxworkshop.analysis.landscape import APPROPRIATE, OVER, UNDER, ZONES, zone
from cxworkshop.analysis.opportunity import FORMULA, SOURCE, Opportunity, opportunities
from cxworkshop.analysis.votes import votes
from cxworkshop.analysis.weighing_told import of_landscape
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.weighing.axes import Key, key_rows, paint_axes, paint_key, place_on, plot_in, scale_in
from cxworkshop.ui.views.weighing.cloud import Cloud, paint_cloud
from cxworkshop.ui.views.weighing.marks import CIRCLE, DIAMOND, NOTE_SIZE, SQUARE, Note, Point, note_at
from cxworkshop.ui.views.weighing.tips import basis_of, tip

SMALLEST, LARGEST = 6.0, 15.0  # radius of a point without votes, and of the one with most
SHAPES = {"customers": CIRCLE, "room": SQUARE, None: DIAMOND}


class Landscape(Cloud):
    """The needs of a board of which importance and satisfaction were scored, the largest opportunity first."""

    def __init__(self, board: Board) -> None:
        self._board = board
        found = opportunities(board)
        self.headline = of_landscape(found, board, tr.translator)
        self.shown = landscape.placed(found)
        self.left = [own for own in found if zone(own) is None]
        self._votes = votes(board)

    def texts(self) -> list[str]:
        names = [self._board.card(own.id).title for own in self.shown]
        return [self.headline, *(text for _, _, text in self._keys()), *(tr(name) for name in ZONES.values()), *names]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        return paint_cloud(painter, area, look, self)[1]

    # What the cloud asks for

    def frame(self, area: QRectF, look: Look) -> QRectF:
        return plot_in(area, look, len(key_rows(self._coloured_keys(look), look, area.width())))

    def notes(self, plot: QRectF, look: Look) -> list[Note]:
        soft, strong = look.colour("soft"), look.accent("need")
        notes = [
            note_at(plot, tr(ZONES[OVER]), soft, look, right=False, low=False),
            note_at(plot, tr(ZONES[APPROPRIATE]), soft, look, right=False, low=True),
            note_at(plot, tr(ZONES[UNDER]), strong, look, right=True, low=True),
        ]
        metrics = look.metrics(NOTE_SIZE)
        for value in landscape.LINES:
            end = place_on(scale_in(plot, look), *landscape.line(value)[1], 0, 10)
            text = tr.number(value)
            wide, high = metrics.horizontalAdvance(text) + 2, metrics.height()
            box = QRectF(plot.right() + look.size(4), end.y() - high / 2, wide, high)
            notes.append(Note(box, text, strong, Qt.AlignmentFlag.AlignLeft))
        return notes

    def points(self, plot: QRectF, look: Look) -> list[Point]:
        most = max((self._votes.get(own.id, 0) for own in self.shown), default=0)
        return [self._point(own, plot, look, most) for own in self.shown]

    def paint_ground(self, painter: QPainter, area: QRectF, plot: QRectF, look: Look) -> None:
        inner = scale_in(plot, look)
        self._paint_zones(painter, inner, look)
        names = (tr("importance →"), tr("satisfaction ↑"))
        paint_axes(painter, plot, look, 0, 10, names, 2 if look.on_screen else 1)
        for value in landscape.LINES:
            ends = [place_on(inner, *end, 0, 10) for end in landscape.line(value)]
            pen = QPen(look.accent("need"), look.size(1.4 if value == landscape.STRONG else 0.8))
            pen.setStyle(Qt.PenStyle.SolidLine if value == landscape.STRONG else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(*ends)
        paint_key(painter, key_rows(self._coloured_keys(look), look, area.width()), area, look)

    def _paint_zones(self, painter: QPainter, inner: QRectF, look: Look) -> None:
        def corner(importance: float, satisfaction: float) -> QPointF:
            return place_on(inner, importance, satisfaction, 0, 10)

        painter.setPen(Qt.PenStyle.NoPen)
        for corners, colour, share in (
            ((corner(5, 0), corner(10, 0), corner(10, 10)), look.accent("need"), 0.12),
            ((corner(0, 0), corner(0, 10), corner(10, 10)), look.colour("faint"), 0.10),
        ):
            tint = QColor(colour)
            tint.setAlphaF(share)
            painter.setBrush(tint)
            painter.drawPolygon(QPolygonF(corners))

    # Points and their key

    def _point(self, own: Opportunity, plot: QRectF, look: Look, most: float) -> Point:
        card = self._board.card(own.id)
        points = self._votes.get(own.id, 0)
        share = max(points, 0) / most if most > 0 else 0
        radius = (SMALLEST**2 + share * (LARGEST**2 - SMALLEST**2)) ** 0.5  # the area stands for the votes
        at = place_on(scale_in(plot, look), own.importance or 0, own.satisfaction or 0, 0, 10)
        colour = _colour(own.basis, look)
        return Point(own.id, at, radius, SHAPES[own.basis], colour, card.title or tr("(no title)"), self._tip(own))

    def _tip(self, own: Opportunity) -> str:
        title = self._board.card(own.id).title
        figures = tr(
            "opportunity = {value} · importance {importance} · satisfaction {satisfaction}",
            value=tr.number(own.value),
            importance=tr.number(own.importance),
            satisfaction=tr.number(own.satisfaction),
        )
        place = tr(ZONES[zone(own) or APPROPRIATE])
        given = tr("votes: {n}", n=tr.number(self._votes.get(own.id, 0)))
        return tip(title, f"{figures} · {place}", f"{basis_of(own)} · {given}", FORMULA, SOURCE)

    def _keys(self) -> list[tuple[str | None, str, str]]:
        """Basis, shape and words of the key: how many needs rest on what, customers and room apart."""
        found: list[tuple[str | None, str, str]] = []
        for basis in ("customers", "room", None):
            own = [need for need in self.shown if need.basis == basis]
            if own:
                found.append((basis, SHAPES[basis], _key_text(basis, own)))
        return found

    def _coloured_keys(self, look: Look) -> list[Key]:
        keys = [(shape, _colour(basis, look), text) for basis, shape, text in self._keys()]
        soft = look.colour("soft")
        if any(self._votes.get(own.id) for own in self.shown):
            keys.append(("", soft, tr("the larger the mark, the more votes")))
        if len({(own.importance, own.satisfaction) for own in self.shown}) < len(self.shown):
            keys.append(("", soft, tr("marks pressed together have the same scores")))
        return keys


def _colour(basis: str | None, look: Look) -> QColor:
    if basis == "customers":
        return look.accent("need")
    return look.colour("link") if basis == "room" else look.colour("faint")


def _key_text(basis: str | None, own: list[Opportunity]) -> str:
    if basis == "customers":
        samples = sorted({need.sample for need in own if need.sample})
        asked = "–".join(str(value) for value in (samples[:1] + samples[-1:] if len(samples) > 1 else samples))
        if asked:
            return tr.plural(
                "{n} need from customer data (n = {asked})",
                "{n} needs from customer data (n = {asked})",
                len(own),
                asked=asked,
            )
        return tr.plural("{n} need from customer data", "{n} needs from customer data", len(own))
    if basis == "room":
        return tr.plural("{n} need estimated by the room", "{n} needs estimated by the room", len(own))
    return tr.plural("{n} need, basis not stated", "{n} needs, basis not stated", len(own))
