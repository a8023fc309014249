"""Paints what stands out over the still picture: a veil over all, then what is lit, found or selected once more."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QRegion

from cxworkshop.model.boxes import Rect
from cxworkshop.model.records import Link
from cxworkshop.ui.canvas.camera import FAR, Camera
from cxworkshop.ui.canvas.cells import Cells
from cxworkshop.ui.canvas.ink import Ink
from cxworkshop.ui.canvas.look import Look
from cxworkshop.ui.canvas.paint_edges import paint_lit, paint_own_links, paint_raised, raised_links
from cxworkshop.ui.canvas.paint_wall import REACH, paint_these_cards, to_wall_units
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.static_layer import clip

NEAR = (512.0, 64.0)  # width and height of the cells in which the cards painted now are looked up
CARD = 400.0  # no card is wider or higher: what is crossed is the same whichever part of it is painted


def paint_told(painter: QPainter, ink: Ink, picture: Picture, look: Look, camera: Camera, exposed: QRegion) -> None:
    """Paint over the part of the still picture in `exposed` (pixels of the viewport)."""
    painter.save()
    clip(painter, exposed)
    bounds = exposed.boundingRect()
    if look.fades:
        painter.fillRect(bounds, ink.veil)
    area = camera.rect_to_wall(bounds.x(), bounds.y(), bounds.width(), bounds.height())
    wide = Rect(area.x - REACH, area.y - REACH, area.width + 2 * REACH, area.height + 2 * REACH)
    shown = [card for card in picture.cards_in(wide) if card not in look.hidden]
    near = Cells(((card, *_corners(picture.rect(card))) for card in shown), *NEAR)
    links = _paint_links(painter, ink, picture, look, camera)
    over = _crossed(picture, links, near, area)
    again = [card for card in shown if card in over or look.stands_out(card)]
    paint_these_cards(painter, ink, picture, look, camera, again)
    painter.restore()


def told_in(picture: Picture, look: Look) -> tuple[object, ...] | None:
    """All that the told layer shows but cards and links do not: equal where it looks the same as long as those do.
    None where nothing stands out, or cards are lifted."""
    if not look.tells or look.hidden or picture.moved:
        return None
    links = raised_links(picture, look) + _lit(picture, look)
    ends = [(link.key, picture.rect(link.source), picture.rect(link.target)) for link in links]
    return look.selection, look.lighting, look.found, look.focused, ends


def _lit(picture: Picture, look: Look) -> list[Link]:
    """The lit chain, but for the links of cards that are lifted."""
    if look.lighting is None:
        return []
    lit, hidden = picture.links_lit(look.lighting.links), look.hidden
    return [link for link in lit if link.source not in hidden and link.target not in hidden]


def _corners(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.right, rect.bottom


def _paint_links(painter: QPainter, ink: Ink, picture: Picture, look: Look, camera: Camera) -> list[Link]:
    """The lit chain and the selection's own links; which those are."""
    if camera.zoom < FAR:
        return []
    raised = raised_links(picture, look)
    painter.save()
    to_wall_units(painter, camera)
    if look.lighting is None:
        paint_raised(painter, ink, picture, look, raised, camera.zoom)
        lit: list[Link] = []
    else:
        lit = _lit(picture, look)
        paint_lit(painter, ink, picture, lit, camera.zoom)
        paint_own_links(painter, ink, picture, [link for link in raised if link.key not in look.lighting.links])
    painter.restore()
    return lit + raised


def _crossed(picture: Picture, links: Iterable[Link], near: Cells, area: Rect) -> set[str]:
    """The cards that these links run over: they are painted once more, so that no line strikes a title through."""
    found: set[str] = set()
    for link in links:
        curve = picture.curve(link)
        box = curve.controlPointRect()
        left, top = max(box.left(), area.x - CARD), max(box.top(), area.y - CARD)
        right, bottom = min(box.right(), area.right + CARD), min(box.bottom(), area.bottom + CARD)
        if right < left or bottom < top:
            continue
        within = near.within(Rect(left, top, max(right - left, 0.01), max(bottom - top, 0.01)))
        found.update(card for card in within if card not in found and _meets(curve, picture.rect(card)))
    return found


def _meets(curve: QPainterPath, rect: Rect) -> bool:
    return curve.intersects(QRectF(*rect))
