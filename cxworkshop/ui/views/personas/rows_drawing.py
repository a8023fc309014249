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
from cxworkshop.ui.views.typesetting import Typesetter

_SEMI = QFont.Weight.DemiBold
_LINE = 42  # pixels of a row in the window
_HEAD = 26
MOST = 12  # rows of a list in the window


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

    @property
    def height(self) -> int:
        """In pixels of the window."""
        shown = min(len(self.rows), self.most)
        return _HEAD + _LINE * max(shown, 1) + (20 if len(self.rows) > shown else 0)

    def texts(self) -> list[str]:
        if not self.rows:
            return [self.name, self.empty]
        return [self.name, *(f"{row.title}: {row.figure}" for row in self.rows[: self.most])]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        setter = Typesetter(painter, look)
        head, line = self._head(look), self._line(look)
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
        for row in self.rows[: self.most]:
            box = QRectF(area.left(), top, area.width(), line)
            if box.bottom() > area.bottom() + 1:
                break
            spots.append(self._row(setter, box, row))
            top += line
        left = len(self.rows) - len(spots)
        if left:
            more = self.tr.plural("and {n} more", "and {n} more", left)
            setter.write(more, QRectF(area.left(), top, area.width(), area.bottom() - top), 12, colour="soft")
        return spots

    @staticmethod
    def _head(look: Look) -> float:
        return max(look.size(_HEAD), look.metrics(13, _SEMI).lineSpacing() * 1.25)

    @staticmethod
    def _line(look: Look) -> float:
        return max(look.size(_LINE), look.metrics(13).lineSpacing() * 2.15)

    def _row(self, setter: Typesetter, box: QRectF, row: Row) -> Spot:
        look = setter.look
        if row.card in look.selected:
            path = QPainterPath()
            path.addRoundedRect(box.adjusted(-4, -2, 4, -4), 6, 6)
            setter.painter.fillPath(path, look.colour("raised"))
        wide = look.metrics(13, _SEMI).horizontalAdvance(row.figure) + 1
        text = box.adjusted(0, 0, -wide - look.size(12), 0)
        setter.write(row.title, text, 13, most=2)
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
