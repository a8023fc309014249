"""Paints links: the net under the cards; the lit chain; the selection's with their verbs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from cxworkshop.model.boxes import META_SIZE, Rect
from cxworkshop.model.links import VERBS
from cxworkshop.model.records import Link
from cxworkshop.ui.canvas.ink import Ink, width_of
from cxworkshop.ui.canvas.look import Look
from cxworkshop.ui.canvas.picture import LOUD, Picture
from cxworkshop.ui.lighting import INDIRECT
from cxworkshop.ui.speech import tr

Meets = Callable[[float, float, float, float], bool]  # x, y, width, height in wall units
LARGEST_NET = 600  # links in view beyond which they tell nothing apart and only cost frames
ARROW = 7.0
MOST_RAISED = 40  # selected cards whose links are still told one by one
VERBS_FROM = 0.7  # the zoom from which verbs can be read
CHOSEN_PIXELS = 3.4
LIT_PIXELS = 2.0  # a lit link is never thinner on the screen


def paint_net(
    painter: QPainter,
    ink: Ink,
    picture: Picture,
    hidden: frozenset[str],
    area: Rect,
    meets: Meets | None = None,
    *,
    near: bool,
) -> None:
    """All links of a part of the wall as they are while nothing is pressed, the louder ones last. `meets`: whether a
    rectangle shows at all."""
    links = picture.links_in(area)
    if len(links) > LARGEST_NET:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, near)
    pen = None
    for link in links:
        if link.source in hidden or link.target in hidden:
            continue
        if meets is not None and not any(meets(*box) for box in picture.run(link)):
            continue
        path = picture.curve(link)
        wanted = ink.loud if link.verb in LOUD else ink.quiet
        if wanted is not pen:
            pen = wanted
            painter.setPen(pen)
        painter.drawPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def raised_links(picture: Picture, look: Look) -> list[Link]:
    """The links of the selected cards, each once, or the one that is selected itself; none where too many cards are
    selected to tell them apart."""
    if look.link is not None:
        return picture.links_lit([look.link])
    if len(look.selection) > MOST_RAISED:
        return []
    found = {link.key: link for card in look.selection for link in picture.links_of(card)}
    return [link for link in found.values() if not {link.source, link.target} & look.hidden]


def paint_lit(painter: QPainter, ink: Ink, picture: Picture, links: Iterable[Link], zoom: float) -> None:
    """The chain behind a need: solid from the need to the direct processes, dashed further back."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = {dashed: QPen(ink.lit_dashed if dashed else ink.lit_pen) for dashed in (True, False)}
    for pen in pens.values():
        pen.setWidthF(max(pen.widthF(), LIT_PIXELS / zoom))
    for link in links:
        painter.setPen(pens[link.verb == INDIRECT])
        painter.drawPath(picture.curve(link))


def paint_own_links(painter: QPainter, ink: Ink, picture: Picture, links: Iterable[Link]) -> None:
    """Links of the pressed card that are not part of its chain: there, but they leave the stage to the chain."""
    for link in links:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink.loud)
        painter.drawPath(picture.curve(link))
        paint_arrow(painter, ink, picture.curve(link))


def paint_raised(painter: QPainter, ink: Ink, picture: Picture, look: Look, links: Iterable[Link], zoom: float) -> None:
    """The links of the selected cards: darker, with a mark at the end they lead to and, from near, what they say."""
    for link in links:
        _paint_raised(painter, ink, picture, link)
        if link.key == look.link:
            paint_chosen(painter, ink, picture.curve(link), zoom)
    if zoom >= VERBS_FROM:
        _paint_verbs(painter, ink, picture, look, links)


def _paint_raised(painter: QPainter, ink: Ink, picture: Picture, link: Link) -> None:
    """A link of a selected card: darker, with a mark at the end it leads to."""
    path = picture.curve(link)
    painter.setPen(ink.raised)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    paint_arrow(painter, ink, path)


def paint_chosen(painter: QPainter, ink: Ink, path: QPainterPath, zoom: float, share: float = 1.0) -> None:
    """The selected link (`share` 1.0) or the one under the pointer (less): thick, in the colour of what is chosen."""
    pen = QPen(ink.ring)
    pen.setWidthF(CHOSEN_PIXELS * share / min(zoom, 1.0))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_verbs(painter: QPainter, ink: Ink, picture: Picture, look: Look, links: Iterable[Link]) -> None:
    """What each raised link says, where there is room beside the cards and the other verbs."""
    taken: list[Rect] = []
    for link in links:
        place = paint_verb(painter, ink, picture, link, taken, forward=link.source in look.selection)
        if place is not None:
            taken.append(place)


def paint_verb(
    painter: QPainter, ink: Ink, picture: Picture, link: Link, taken: Iterable[Rect] = (), *, forward: bool = True
) -> Rect | None:
    """What a link says, on its curve, where that covers no card and nothing `taken`; where that is, None: nowhere."""
    text = tr(VERBS[link.verb].label) if link.verb in VERBS else link.verb
    width = width_of(text, META_SIZE) + 10.0
    place = _free_place(picture, picture.curve(link), width, taken, forward=forward)
    if place is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.wall)
        painter.drawRoundedRect(QRectF(*place), 6.0, 6.0)
        painter.setPen(ink.soft)
        painter.setFont(ink.meta)
        painter.drawText(QRectF(*place), Qt.AlignmentFlag.AlignCenter, text)
    return place


def paint_arrow(painter: QPainter, ink: Ink, path: QPainterPath) -> None:
    """The direction mark at the end of a curve."""
    tip, angle = path.pointAtPercent(1.0), math.radians(-path.angleAtPercent(0.97))
    wings = [
        QPointF(tip.x() - ARROW * math.cos(angle + turn), tip.y() - ARROW * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.soft)
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _free_place(
    picture: Picture, path: QPainterPath, width: float, taken: Iterable[Rect], *, forward: bool
) -> Rect | None:
    """A place for a verb on the curve that covers nothing: the middle, else towards the card that is not selected."""
    for share in (0.5, 0.6, 0.7, 0.8, 0.88, 0.4, 0.3, 0.2, 0.12):
        at = path.pointAtPercent(share if forward else 1.0 - share)
        box = Rect(at.x() - width / 2, at.y() - 7.5, width, 15.0)
        if not any(box.meets(other) for other in taken) and not picture.cards_in(box):
            return box
    return None
