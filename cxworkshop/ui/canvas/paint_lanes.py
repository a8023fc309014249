"""Paints the ground of the wall (lanes and columns) and its frozen bands: lane names left, stage names on top."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPen

from cxworkshop.model.boxes import GAP, META_SIZE, TITLE_SIZE, ColumnBox, LaneBox, Rect
from cxworkshop.model.wrapping import wrap
from cxworkshop.ui.canvas.camera import Camera
from cxworkshop.ui.canvas.ink import DASH_AND_GAP, Ink, elided, font, width_of
from cxworkshop.ui.canvas.paint_curve import paint_legend
from cxworkshop.ui.canvas.paint_folded import paint_lane_sign, paint_stage_sign
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

WITHOUT_STAGE, ELSEWHERE = N_("Without a stage"), N_("From other journeys")
UNNAMED_STAGE = N_("Unnamed stage")
PLUS = 34  # pixels of the + that adds a stage
_SEMI = QFont.Weight.DemiBold


def paint_ground(painter: QPainter, ink: Ink, picture: Picture, area: Rect) -> None:
    """Lane tints and the lines between lanes in a part of the wall (wall units)."""
    layout = picture.layout
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for box in layout.lanes:
        if box.y < area.bottom and area.y < box.bottom:
            tint = lane_tint(ink, box)
            if tint is not None:
                painter.fillRect(QRectF(area.x, box.y, area.width, box.height), tint)
            painter.setPen(ink.line)
            painter.drawLine(QLineF(area.x, box.bottom, area.right, box.bottom))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_columns(painter: QPainter, ink: Ink, picture: Picture, camera: Camera, exposed: QRectF) -> None:
    """The dashed lines between stages, in pixels: dashes in step wherever painting begins."""
    top, left = round(exposed.y()), exposed.x()
    bottom = min(exposed.bottom(), camera.to_screen(0, picture.layout.height)[1])
    for column in picture.layout.columns:
        x, _ = camera.to_screen(column.right, 0)
        if left <= round(x) < exposed.right() and bottom > top:
            begins = (top + camera.y) % DASH_AND_GAP
            height = min(round(bottom) - top, ink.dashes.height() - begins)
            painter.drawPixmap(QPoint(round(x), top), ink.dashes, QRect(0, begins, 1, height))


def lane_tint(ink: Ink, box: LaneBox):  # type: ignore[no-untyped-def]
    """The tint of a process lane by its depth, None for the others."""
    depth = box.lane.depth
    return ink.lane_tints[min(depth, 4) - 1] if depth else None


def paint_lane_names(
    painter: QPainter, ink: Ink, picture: Picture, camera: Camera, taken: str | None = None, hovered: str | None = None
) -> None:
    """The band on the left, in pixels: a name and a hint a lane, as much as its height has room for. `taken` is the
    lane that keys work on, `hovered` the one whose name is under the pointer."""
    scale, width = camera.band, camera.left
    painter.fillRect(QRectF(0, 0, width, camera.height), ink.ground)
    for box in picture.layout.lanes:
        _, top = camera.to_screen(0, box.y)
        height = box.height * camera.zoom
        if top < camera.height and top + height > camera.top:
            tint = lane_tint(ink, box)
            if tint is not None:
                painter.fillRect(QRectF(0, top, width, height), tint)
            if box.lane.id in (taken, hovered):
                painter.fillRect(QRectF(0, top, width, height), ink.surface)
            if box.lane.id == taken:
                painter.fillRect(QRectF(0, top, 4, height), ink.focus)
            _paint_lane_name(painter, ink, box, max(top, camera.top), top + height, scale, width)
            if camera.top + 24 * scale <= top + height and height >= 16 * scale:  # else it would lie on its neighbours
                paint_lane_sign(painter, ink, box, camera)
            painter.setPen(ink.line)
            painter.drawLine(QPointF(0, top + height), QPointF(width, top + height))
    painter.setPen(ink.line)
    painter.drawLine(QPointF(width - 0.5, 0), QPointF(width - 0.5, camera.height))


def _paint_lane_name(
    painter: QPainter, ink: Ink, box: LaneBox, top: float, bottom: float, scale: float, width: float
) -> None:
    """`top` is where the lane comes into view: a name stays readable while its lane is scrolled."""
    if bottom - top < 14 * scale:
        return
    painter.save()
    painter.setClipRect(QRectF(0, top, width, bottom - top))
    size, small = 12.5 * scale, META_SIZE * scale
    room = width - 28 * scale
    y = top + (18 if bottom - top >= 40 * scale else 13) * scale
    painter.setFont(font(size, _SEMI))
    painter.setPen(ink.text)
    most = 3 if bottom - top >= 60 * scale else 2 if bottom - top >= 36 * scale else 1
    name = box.lane.name(tr)
    if box.folded is not None:
        name = tr("{name} · {n}", name=name, n=box.folded) if box.lane.kind else name
        y = (top + bottom) / 2 + 4 * scale
    for line in wrap(name, room, most, _measure(size, _SEMI)):
        painter.drawText(QPointF(10 * scale, y), line)
        y += 15 * scale
    painter.setFont(font(small))
    if box.folded is not None:
        painter.restore()
        return
    if box.lane.kind == "":
        paint_legend(painter, ink, 10 * scale, y + 3 * scale, bottom, scale)
    else:
        painter.setPen(ink.soft)
        for line in wrap(tr(box.lane.hint), room, 3, _measure(small)):
            if y <= bottom - 4 * scale:
                painter.drawText(QPointF(10 * scale, y), line)
            y += 13 * scale
    painter.restore()


_MEASURES: dict[tuple[float, QFont.Weight], object] = {}


def _measure(size: float, weight: QFont.Weight = QFont.Weight.Normal):  # type: ignore[no-untyped-def]
    """A measure for `wrap`, one object a size, so that its cache works."""
    found = _MEASURES.get((size, weight))
    if found is None:
        found = _MEASURES[(size, weight)] = lambda text: width_of(text, size, weight)
    return found


def paint_stage_names(
    painter: QPainter, ink: Ink, picture: Picture, camera: Camera, selection: tuple[str, ...], hovered: str | None
) -> None:
    """The band on top, in pixels, and the corner; ends with the + that adds a stage."""
    left, top = camera.left, camera.top
    painter.fillRect(QRectF(0, 0, camera.width, top), ink.ground)
    painter.save()
    painter.setClipRect(QRectF(left, 0, camera.width - left, top))
    for column in picture.layout.columns:
        x, _ = camera.to_screen(column.x, 0)
        width = column.width * camera.zoom
        if x < camera.width and x + width > left:
            _paint_stage_name(painter, ink, picture, column, QRectF(x, 0, width, top), camera, selection, hovered)
    plus = plus_place(picture, camera)
    if plus is not None:
        _paint_plus(painter, ink, plus, hovered == "+")
    painter.restore()
    painter.setPen(ink.line)
    painter.drawLine(QPointF(0, top - 0.5), QPointF(camera.width, top - 0.5))
    painter.drawLine(QPointF(left - 0.5, 0), QPointF(left - 0.5, top))


def _paint_stage_name(
    painter: QPainter, ink: Ink, picture: Picture, column: ColumnBox, box: QRectF, camera: Camera,
    selection: tuple[str, ...], hovered: str | None,
) -> None:  # fmt: skip
    scale = camera.band
    stage = picture.board.find(column.stage)
    if stage is not None and stage.id in selection:
        painter.fillRect(box, ink.surface)
        painter.fillRect(QRectF(box.x(), box.bottom() - 3, box.width(), 3), ink.focus)
    elif stage is not None and hovered == stage.id:
        painter.fillRect(box, ink.surface)
    painter.setPen(ink.line)
    painter.drawLine(QPointF(box.right() - 0.5, 0), QPointF(box.right() - 0.5, box.bottom()))
    if column.stage is not None:
        paint_stage_sign(painter, ink, column, camera)
    if column.folded is not None:
        return
    x = max(box.x(), float(camera.left)) + GAP  # a name stays in view while its column is scrolled out
    room = box.right() - x - (24 * scale if column.stage is not None else 6)
    if stage is not None and stage.get("selling") and room > 60:
        size = TITLE_SIZE * scale
        wide = min(width_of(stage_name(picture, column), size, _SEMI), room - 24 * scale)
        paint_coin(painter, ink, QPointF(x + wide + 13 * scale, box.height() / 2), 7.0 * scale)
        room -= 26 * scale
    painter.setPen(ink.text if stage is not None and stage.title else ink.soft)
    painter.setFont(font(TITLE_SIZE * scale, _SEMI))
    shown = elided(stage_name(picture, column), max(room, 0.0), TITLE_SIZE * scale, _SEMI)
    painter.drawText(QPointF(x, box.height() / 2 + 4.6 * scale), shown)


def stage_name(picture: Picture, column: ColumnBox) -> str:
    """What stands over a column."""
    stage = picture.board.find(column.stage)
    if stage is not None:
        return stage.title or tr(UNNAMED_STAGE)
    return tr(WITHOUT_STAGE) if column.role == "unplaced" else tr(ELSEWHERE)


def paint_coin(painter: QPainter, ink: Ink, centre: QPointF, radius: float) -> None:
    """The mark of a stage where the company takes the money: two coins, no currency."""
    painter.setPen(QPen(ink.theme.accent("need"), 1.4))
    painter.setBrush(ink.tint["need"])
    painter.drawEllipse(QPointF(centre.x() + radius * 0.55, centre.y()), radius * 0.78, radius * 0.78)
    painter.drawEllipse(QPointF(centre.x() - radius * 0.3, centre.y()), radius * 0.78, radius * 0.78)


def plus_place(picture: Picture, camera: Camera) -> QRectF | None:
    """Where the + of a new stage lies, in pixels; None without a journey."""
    if picture.journey is None:
        return None
    own = [column for column in picture.layout.columns if column.role == "stage"]
    right = own[-1].right if own else picture.layout.columns[0].x
    others = picture.layout.columns[-1].right if picture.layout.columns else right
    x, _ = camera.to_screen(max(right, others) if own else right, 0)
    return QRectF(x + 6, (camera.top - 24) / 2, 24, 24)


def _paint_plus(painter: QPainter, ink: Ink, box: QRectF, hovered: bool) -> None:
    painter.setPen(ink.frame)
    painter.setBrush(ink.surface)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(QPen(ink.text if hovered else ink.soft, 1.8))
    centre = box.center()
    painter.drawLine(QPointF(centre.x() - 5, centre.y()), QPointF(centre.x() + 5, centre.y()))
    painter.drawLine(QPointF(centre.x(), centre.y() - 5), QPointF(centre.x(), centre.y() + 5))
