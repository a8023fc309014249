"""A named list of cards, each with its figure at the right: what a persona needs, suffers from, lives through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath

from cxworkshop.analysis import experience, opportunity
from cxworkshop.analysis import pain as pains
from cxworkshop.analysis.persona_sheet import PersonaSheet
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.typesetting import Typesetter, broken

_SEMI = QFont.Weight.DemiBold
_GAP = 10  # pixels between rows in the window
_HEAD = 26
_MORE = 20  # of the line that counts the rest
MOST = 12  # rows of a list in the window
LINES = (4, 3, 2, 1)  # a title may have: as many as let every row be seen, else two


@dataclass(frozen=True)
class Row:
    """One card: its id, title, figure, and what the figure says on hover."""

    card: str
    title: str
    figure: str
    tip: str


@dataclass(frozen=True)
class RowsDrawing:
    """A list under its `name` in the colour of a `kind`; `empty` says what to do where there is nothing."""

    name: str
    kind: str
    rows: tuple[Row, ...]
    empty: str
    tr: Translator
    most: int = MOST

    def height(self, width: float, look: Look) -> float:
        """In pixels of that look, as high as all of it is in a width."""
        if not self.rows:
            return self._head(look) + look.metrics(12).lineSpacing() * 3
        shown = self.rows[: self.most]
        rows = sum(self._high(row, width, look, 2) for row in shown)
        return self._head(look) + rows + (look.size(_MORE) if len(self.rows) > len(shown) else 0)

    def texts(self) -> list[str]:
        if not self.rows:
            return [self.name, self.empty]
        return [self.name, *(f"{row.title}: {row.figure}" for row in self.rows[: self.most])]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        head = self._head(look)
        band = QRectF(area.left(), area.top() + look.size(3), look.size(4), look.size(14))
        _fill(painter, band, look, self.kind)
        setter.write(self.name, area.adjusted(look.size(12), 0, 0, 0), 13, weight=_SEMI)
        top = area.top() + head
        if not self.rows:
            setter.write(
                self.empty, QRectF(area.left(), top, area.width(), area.bottom() - top), 12, colour="soft", most=3
            )
            return []
        spots: list[Spot] = []
        room = area.bottom() - top
        most = self._lines(area.width(), room, look)
        for row, high in self._fitting(area.width(), room, look, most):
            box = QRectF(area.left(), top, area.width(), high)
            spots.append(self._row(setter, box, row, most))
            top += high
        left = len(self.rows) - len(spots)
        if left:
            more = self.tr.plural("and {n} more", "and {n} more", left)
            setter.write(more, QRectF(area.left(), top, area.width(), area.bottom() - top), 12, colour="soft")
        return spots

    @staticmethod
    def _head(look: Look) -> float:
        return max(look.size(_HEAD), look.metrics(13, _SEMI).lineSpacing() * 1.25)

    def _lines(self, width: float, room: float, look: Look) -> int:
        """How many lines a title may have: two in the window; in a room of its own as many as leave no row out."""
        if not look.on_screen:
            return 2
        shown = self.rows[: self.most]
        whole = (most for most in LINES if sum(self._high(row, width, look, most) for row in shown) <= room + 1)
        return next(whole, 2)

    def _fitting(self, width: float, room: float, look: Look, most: int) -> list[tuple[Row, float]]:
        """The rows that have room, with their heights; the line that counts the rest has room too."""
        shown = [(row, self._high(row, width, look, most)) for row in self.rows[: self.most]]
        if len(shown) < len(self.rows) or sum(high for _, high in shown) > room + 1:
            room -= look.metrics(12).lineSpacing()
        kept: list[tuple[Row, float]] = []
        for row, high in shown:
            room -= high
            if room < -1:
                break
            kept.append((row, high))
        return kept

    def _high(self, row: Row, width: float, look: Look, most: int) -> float:
        """As many lines as the title takes beside its figure, and the air below."""
        title = broken(row.title, look.font(13), self._text_width(row, width, look), most)
        return len(title) * look.metrics(13).lineSpacing() + look.size(_GAP)

    @staticmethod
    def _text_width(row: Row, width: float, look: Look) -> float:
        return width - look.metrics(13, _SEMI).horizontalAdvance(row.figure) - 1 - look.size(12)

    def _row(self, setter: Typesetter, box: QRectF, row: Row, most: int) -> Spot:
        look = setter.look
        if row.card in look.selected:
            path = QPainterPath()
            path.addRoundedRect(box.adjusted(-4, -3, 4, -look.size(_GAP) + 3), 6, 6)
            setter.painter.fillPath(path, look.colour("raised"))
        text = QRectF(box.left(), box.top(), self._text_width(row, box.width(), look), box.height())
        setter.write(row.title, text, 13, most=most)
        setter.write(row.figure, box, 13, weight=_SEMI, right=True)
        return Spot(box, row.card, row.tip)


def _fill(painter: QPainter, box: QRectF, look: Look, kind: str) -> None:
    path = QPainterPath()
    path.addRoundedRect(box, box.width() / 2, box.width() / 2)
    painter.fillPath(path, look.accent(kind))


def lists_of(board: Board, sheet: PersonaSheet, tr: Translator, most: int = MOST) -> list[RowsDrawing]:
    """Needs by opportunity, problems by pain, journeys with mean and peak-end."""
    return [
        RowsDrawing(
            tr("Needs, by opportunity, 0…20"),
            "need",
            tuple(_need(card, tr) for card in sheet.needs),
            tr("No need yet. What do they want to reach, and what stands in the way?"),
            tr,
            most,
        ),
        RowsDrawing(
            tr("Problems, by pain, 1…100"),
            "problem",
            tuple(_problem(card, tr) for card in sheet.problems),
            tr("No problem yet. What annoys them most, and how often?"),
            tr,
            most,
        ),
        RowsDrawing(
            tr("Journeys, mean and peak-end, −5…+5"),
            "journey",
            tuple(_journey(board, own, tr) for own in sheet.journeys),
            tr("No journey of their side yet. A persona without links walks every journey of its side."),
            tr,
            most,
        ),
    ]


def _need(card: Card, tr: Translator) -> Row:
    own = opportunity.opportunity(card)
    basis = {"room": tr("room estimate"), "customers": tr("customer data")}.get(own.basis or "", "")
    asked = tr.plural("n = {n} person", "n = {n} people", own.sample) if own.sample else ""
    scores = tr(
        "importance {importance}, satisfaction {satisfaction}",
        importance=tr.number(own.importance),
        satisfaction=tr.number(own.satisfaction),
    )
    figure = tr.number(own.value) if own.scored else "–"
    return _told(card, figure, [scores, basis, asked, tr(opportunity.FORMULA), tr(opportunity.SOURCE)], tr)


def _problem(card: Card, tr: Translator) -> Row:
    scores = tr(
        "severity {severity}, frequency {frequency}",
        severity=tr.number(card.get("severity")),
        frequency=tr.number(card.get("frequency")),
    )
    return _told(card, tr.number(pains.pain(card)), [scores, tr(pains.FORMULA), tr(pains.SOURCE)], tr)


def _journey(board: Board, own: experience.JourneyExperience, tr: Translator) -> Row:
    scored = sum(board.card(card).get("experience") is not None for card in own.touchpoints)
    n = tr("touchpoints scored: {n} of {all}", n=scored, all=len(own.touchpoints))
    figure = tr("{mean} · {peak_end}", mean=tr.number(own.mean), peak_end=tr.number(own.peak_end))
    lines = [n, tr(experience.PEAK_END_FORMULA), tr(experience.PEAK_END_SOURCE)]
    return _told(board.card(own.id), figure, lines, tr)


def _told(card: Card, figure: str, lines: Sequence[str], tr: Translator) -> Row:
    title = card.title or tr("(no title)")
    return Row(card.id, title, figure, "\n".join([title, *(line for line in lines if line)]))
