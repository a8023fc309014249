"""The processes by influence as bars; one of them opened: which needs move if it improves, and how far away they
are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from cxworkshop.exchange.closeness_told import warmth_name
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.lettering import write
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.box import paint_dot
from cxworkshop.ui.views.processes.facts import Facts, small

ROW, SMALL_ROW, SIZE = 36.0, 28.0, 13.0  # in the window's pixels
RANK, MARK, TITLE, COUNT = 30.0, 22.0, 0.46, 0.16  # widths; the last two as shares
_RIGHT = Qt.AlignmentFlag.AlignRight
_BOLD = QFont.Weight.DemiBold
TIGHTEST = 0.82  # of the height of a row, where that lets the room see every one of them
CRITICAL = "◆"


@dataclass(frozen=True)
class Row:
    """A process in its place, or (with `need`) a need that rests on the opened process, or (with `about`) what else is
    known of that one."""

    process: str
    rank: int
    need: str = ""
    about: str = ""

    @property
    def is_process(self) -> bool:
        return not self.need and not self.about


class Ranking:
    """`opened` is the process whose needs are shown, if any; `most` how many processes have a row at most, unless the
    opened one stands further down (None: all)."""

    def __init__(self, facts: Facts, opened: str | None, most: int | None = None) -> None:
        self._facts = facts
        self.headline = told.of_influence(facts)
        self.opened = opened if opened in facts.map.influence else None
        self._ranked = [own.id for own in facts.map.processes if own.id in facts.map.influence]
        self._shown = len(self._ranked) if most is None else min(most, len(self._ranked))
        if self.opened is not None:
            self._shown = max(self._shown, self._ranked.index(self.opened) + 1)
        self._few = set(facts.map.critical_few)
        self._tight = 1.0
        self._idle = len(facts.map.graph.processes) - len(self._ranked)
        self._most = max(facts.map.influence.values(), default=0.0) or 1.0

    def texts(self) -> list[str]:
        said = [self.headline]
        for row in self._rows():
            if row.about:
                said.append(row.about)
            elif row.need:
                said.append(f"{self._facts.title(row.need)}: {self._worth(row)}")
            else:
                said.append(f"{row.rank}. {self._facts.title(row.process)}: {self._figure(row.process)}")
        return said

    def height(self, look: Look) -> float:
        """How high all of it is, in pixels."""
        rows = self._rows()
        return (
            self._key_height(look)
            + sum(self._high(row, look) for row in rows)
            + look.size(ROW) * bool(self._idle or self.hidden)
        )

    @property
    def hidden(self) -> int:
        """How many processes have no row however much room there is."""
        return len(self._ranked) - self._shown

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        spots = []
        self._paint_key(painter, area, look)
        area = area.adjusted(0, self._key_height(look), 0, 0)
        y = area.top()
        self._tight = self._tightness(area.height(), look)
        rows = self._fitting(area, look)
        for row in rows:
            high = self._high(row, look)
            line = QRectF(area.x(), y, area.width(), high)
            if row.about:
                self._paint_about(painter, line, row, look)
            elif row.need:
                self._paint_need(painter, line, row, look)
                spots.append(Spot(line, row.need, self._facts.tip_of_share(row.process, row.need)))
            else:
                self._paint_process(painter, line, row, look)
                spots.append(Spot(line, row.process, self._tip(row.process)))
            y += high
        self._paint_rest(painter, QRectF(area.x(), y, area.width(), area.bottom() - y), rows, look)
        return spots

    def _paint_rest(self, painter: QPainter, below: QRectF, rows: list[Row], look: Look) -> None:
        """What has no row: how many more there are, and how many processes serve no need."""
        hidden = len(self._ranked) - sum(row.is_process for row in rows)
        left = len([row for row in self._rows() if row.need]) - len([row for row in rows if row.need])
        said = [tr.plural("{n} more process", "{n} more processes", hidden)] if hidden else []
        said += [tr.plural("{n} more need", "{n} more needs", left)] if left else []
        if self._idle:
            said.append(tr.plural("{n} process serves no need", "{n} processes serve no need", self._idle))
        if said and below.height() >= look.metrics(12).height():
            line = below.adjusted(look.size(RANK), 0, 0, 0)
            line.setHeight(min(line.height(), look.size(ROW)))
            write(painter, line, " · ".join(said), look.font(12), look.colour("soft"))

    # Rows

    def _rows(self) -> list[Row]:
        rows = []
        for rank, process in enumerate(self._ranked[: self._shown], 1):
            rows.append(Row(process, rank))
            if process == self.opened:
                rows.append(Row(process, rank, about=" · ".join(self._facts.about(process))))
                rows += [Row(process, rank, need) for need in self._facts.map.rests_on(process)]
        return rows

    def _fitting(self, area: QRectF, look: Look) -> list[Row]:
        """The rows that have room; where the opened process is too far down, from it on."""
        rows, room = self._rows(), area.height() + 1
        if sum(self._high(row, look) for row in rows) <= room:
            return rows
        room -= look.metrics(12).height()  # for the line that says how many more there are
        if self.opened is not None:
            start = next(number for number, row in enumerate(rows) if row.process == self.opened)
            needed = sum(self._high(row, look) for row in rows[:start] + self._own(rows))
            rows = rows if needed <= room else rows[start:]
        kept = []
        for row in rows:
            room -= self._high(row, look)
            if room < 0:
                break
            kept.append(row)
        return kept

    def _tightness(self, room: float, look: Look) -> float:
        """How much lower rows have to be for all of them to be seen; 1 where that takes too much, and in the window."""
        self._tight = 1.0
        needed = sum(self._high(row, look) for row in self._rows())
        room -= look.metrics(12).height() if self._idle else 0.0
        return room / needed if look.on_screen and room < needed <= room / TIGHTEST else 1.0

    def _own(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if row.process == self.opened]

    def _high(self, row: Row, look: Look) -> float:
        return look.size(ROW if row.is_process else SMALL_ROW) * self._tight

    # Painting

    def _key_height(self, look: Look) -> float:
        return look.size(SMALL_ROW) if self._ranked else 0.0

    def _paint_key(self, painter: QPainter, area: QRectF, look: Look) -> None:
        """What the marks before the names mean; what has no room is told where the mouse rests."""
        if not self._ranked:
            return
        metrics, radius = look.metrics(12), look.size(4.6)
        x, line = area.x() + look.size(RANK), QRectF(area.x(), area.y(), area.width(), self._key_height(look))
        for warmth, said in (
            (CRITICAL, tr("one of the critical few")),
            *((name, warmth_name(name, tr.translator)) for name in ("close", "fading", "stranger")),
            ("", tr("no owner")),
        ):
            wide = metrics.horizontalAdvance(said) + look.size(MARK)
            if x + wide > area.right():
                return
            mark = QRectF(x, line.y(), look.size(MARK), line.height())
            if warmth == CRITICAL:
                write(painter, mark, CRITICAL, look.font(12, _BOLD), look.accent("process"))
            else:
                paint_dot(painter, look, QPointF(x + radius, line.center().y()), radius, warmth, on_card=False)
            text = QRectF(mark.right() - look.size(4), line.y(), wide, line.height())
            write(painter, text, said, look.font(12), look.colour("soft"))
            x += wide + look.size(16)

    def _paint_process(self, painter: QPainter, line: QRectF, row: Row, look: Look) -> None:
        facts, process = self._facts, row.process
        if process in look.selected or process == self.opened:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(look.accent("process"), look.colour("wall"), 0.16))
            painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), look.size(6), look.size(6))
        strong = _BOLD if process in self._few else QFont.Weight.Normal
        font, x = look.font(SIZE, strong), line.x()
        rank = QRectF(x, line.y(), look.size(RANK) - look.size(6), line.height())
        write(painter, rank, str(row.rank), look.font(12), look.colour("soft"), align=_RIGHT)
        x += look.size(RANK)
        if process in self._few:
            mark = QRectF(x, line.y(), look.size(MARK) - 4, line.height())
            write(painter, mark, CRITICAL, look.font(12, _BOLD), look.accent("process"))
        x += look.size(MARK)
        radius = look.size(4.6)
        paint_dot(painter, look, QPointF(x + radius, line.center().y()), radius, facts.warmth(process), on_card=False)
        x += look.size(18)
        title = QRectF(x, line.y(), line.x() + line.width() * TITLE - x, line.height())
        write(painter, title, facts.title(process), font, look.colour("text"), most=2)
        self._paint_bar(painter, line, process, look)
        count = tr.plural("{n} need", "{n} needs", len(facts.map.needs_of(process)))
        box = QRectF(line.right() - line.width() * COUNT, line.y(), line.width() * COUNT - look.size(6), line.height())
        write(painter, box, count, look.font(12), look.colour("soft"), align=_RIGHT)

    def _paint_bar(self, painter: QPainter, line: QRectF, process: str, look: Look) -> None:
        left = line.x() + line.width() * TITLE + look.size(12)
        figure = self._figure(process)
        room = line.width() * (1 - TITLE - COUNT) - look.size(24) - look.metrics(SIZE).horizontalAdvance("00,00")
        wide = max(room * self._facts.map.influence[process] / self._most, 2.0)
        high = line.height() * 0.46
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent("process") if process in self._few else mixed(
            look.accent("process"), look.colour("wall"), 0.55
        ))  # fmt: skip
        painter.drawRoundedRect(QRectF(left, line.center().y() - high / 2, wide, high), high / 4, high / 4)
        box = QRectF(left + wide + look.size(6), line.y(), look.size(70), line.height())
        write(painter, box, figure, look.font(SIZE, _BOLD), look.colour("text"))

    def _paint_need(self, painter: QPainter, line: QRectF, row: Row, look: Look) -> None:
        """A need below the opened process, hung on a line as long as the distance."""
        x = line.x() + look.size(RANK + MARK + 18)
        pen = QPen(look.accent("need"), look.size(1.6))
        direct = self._facts.map.rests_on(row.process)[row.need] == 1
        pen.setStyle(Qt.PenStyle.SolidLine if direct else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, line.y()), QPointF(x, line.center().y()))
        painter.drawLine(QPointF(x, line.center().y()), QPointF(x + look.size(12), line.center().y()))
        left = x + look.size(18)
        title = QRectF(left, line.y(), line.x() + line.width() * TITLE - left, line.height())
        write(painter, title, self._facts.title(row.need), look.font(12), look.colour("text"))
        worth = QRectF(
            title.right() + look.size(12), line.y(), line.right() - title.right() - look.size(18), line.height()
        )
        write(painter, worth, self._worth(row), look.font(12), look.colour("soft"))

    def _paint_about(self, painter: QPainter, line: QRectF, row: Row, look: Look) -> None:
        """Below the opened process, under its name: who decides on it, its system."""
        room = line.adjusted(look.size(RANK + MARK + 18), 0, -look.size(6), 0)
        write(painter, room, row.about, look.font(12), look.colour("soft"))

    # Words

    def _figure(self, process: str) -> str:
        return tr.number(self._facts.map.influence[process], 2)

    def _worth(self, row: Row) -> str:
        """How far away a need is, how large its opportunity, what it adds."""
        distance = self._facts.map.rests_on(row.process)[row.need]
        values = {
            "opportunity": tr.number(self._facts.opportunities[row.need].value),
            "part": small(self._facts.part(row.process, row.need)),
        }
        if distance == 1:
            return tr("directly · opportunity {opportunity} · adds {part}", **values)
        return tr("step {n} · opportunity {opportunity} · adds {part}", n=distance, **values)

    def _tip(self, process: str) -> str:
        said = self._facts.tip_of_process(process)
        if process in self._few:
            said = "\n".join((said, "", f"{CRITICAL} {self._facts.tip_of_critical_few()}"))
        return said
