"""Paints what lies over the still picture: what a gesture moves, handles, hovered places, and the frozen bands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from cxworkshop.model.boxes import Rect
from cxworkshop.model.records import LINK, Link
from cxworkshop.ui.canvas import lane_verbs, paint_corner
from cxworkshop.ui.canvas.bands import Bands
from cxworkshop.ui.canvas.invitation import paint_invitation
from cxworkshop.ui.canvas.paint_card import paint_ring
from cxworkshop.ui.canvas.paint_curve import paint_scores
from cxworkshop.ui.canvas.paint_edges import paint_arrow, paint_chosen, paint_verb
from cxworkshop.ui.canvas.places import HANDLE, handles
from cxworkshop.ui.canvas.shake import Shake
from cxworkshop.ui.canvas.wall import Wall


def paint_over(painter: QPainter, wall: Wall, bands: Bands, shake: Shake, exposed: QRect) -> None:
    """Everything over the still picture, in pixels. The painter is clipped to what has to be painted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipRect(wall.body(), Qt.ClipOperation.IntersectClip)
    if wall.invitation is not None and wall.gesture is None:
        paint_invitation(painter, wall.ink, wall.invitation, wall.hovered.what == "invitation")
    _paint_link(painter, wall)
    _paint_handles(painter, wall)
    _paint_curve_scores(painter, wall)
    if wall.gesture is not None:
        wall.gesture.paint(painter)
    if wall.picker is not None:
        wall.picker.paint_choice(painter)
    shake.paint(painter)
    painter.restore()
    if exposed.left() < wall.camera.left:
        named = wall.hovered.lane if wall.hovered.what == "label" else None
        bands.show_lanes(painter, wall, lane_verbs.taken(wall), named)
    if exposed.top() < wall.camera.top:
        hovered = "+" if wall.hovered.what == "plus" else wall.hovered.stage if wall.hovered.what == "stage" else None
        bands.show_stages(painter, wall, hovered)
        paint_corner.paint_corner(painter, wall.ink, wall.picture, wall.camera, wall.hovered.what == "corner")
        if wall.gesture is not None:
            wall.gesture.paint_over_names(painter)
    if wall.shows_focus:
        painter.setPen(QPen(wall.ink.focus, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(wall.viewport().rect()).adjusted(1, 1, -1, -1))


def _paint_link(painter: QPainter, wall: Wall) -> None:
    """The link under the pointer and the two cards it joins; no title is struck through."""
    link = wall.room.board.get(LINK, wall.hovered.link) if wall.hovered.link is not None else None
    if not isinstance(link, Link) or wall.gesture is not None or not wall.picture.shows(link):
        return
    path, picture, zoom = wall.picture.curve(link), wall.picture, wall.camera.zoom
    painter.save()
    painter.translate(QPointF(*wall.camera.origin))
    painter.scale(zoom, zoom)
    painter.setClipRegion(_free_along(wall, link), Qt.ClipOperation.IntersectClip)
    paint_chosen(painter, wall.ink, path, zoom, 0.6)
    paint_arrow(painter, wall.ink, path)
    paint_verb(painter, wall.ink, picture, link)
    painter.restore()
    painter.save()
    painter.translate(QPointF(*wall.camera.origin))
    painter.scale(zoom, zoom)
    for end in (link.source, link.target):
        paint_ring(painter, wall.ink, picture.rect(end), "soft", zoom)
    painter.restore()


def _free_along(wall: Wall, link: Link) -> QRegion:
    """The part in view without the cards that lie where a link runs, in wall units."""
    seen, picture = wall.camera.seen, wall.picture
    free, here = QRegion(QRectF(*seen).toAlignedRect()), QRectF(*seen)
    for left, top, width, height in picture.run(link):
        part = QRectF(left, top, max(width, 1.0), max(height, 1.0)) & here
        area = Rect(part.x(), part.y(), part.width(), part.height())
        for card in picture.cards_in(area) if not part.isEmpty() else ():
            free -= QRectF(*picture.rect(card)).toAlignedRect()
    return free


def _paint_handles(painter: QPainter, wall: Wall) -> None:
    for card in wall.cards_with_handles():
        pressed = wall.hovered.what == "handle" and wall.hovered.card == card
        for centre in handles(wall, card):
            painter.setPen(QPen(wall.ink.focus, 1.6))
            painter.setBrush(wall.ink.focus if pressed else wall.ink.surface)
            size = HANDLE * min(max(wall.camera.zoom, 0.65), 1.0)
            painter.drawEllipse(centre, size, size)


def _paint_curve_scores(painter: QPainter, wall: Wall) -> None:
    place = wall.hovered
    lane = wall.picture.layout.lane_box("experience")
    if place.what == "curve" and place.card in wall.picture.layout.curve_x and lane is not None and place.card:
        painter.save()
        painter.translate(QPointF(*wall.camera.origin))
        painter.scale(wall.camera.zoom, wall.camera.zoom)
        paint_scores(painter, wall.ink, wall.picture, lane, place.card)
        painter.restore()
