"""Paints the body of the wall: ground, links, cards, curve, each as far as the zoom lets them be read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QRegion

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas.camera import FAR, TITLES, Camera
from cxworkshop.ui.canvas.faces import Face
from cxworkshop.ui.canvas.ink import FADED, Ink, font
from cxworkshop.ui.canvas.look import Look
from cxworkshop.ui.canvas.paint_card import paint_card, paint_ring, paint_title_only
from cxworkshop.ui.canvas.paint_curve import paint_curves
from cxworkshop.ui.canvas.paint_edges import Meets, paint_net
from cxworkshop.ui.canvas.paint_folded import paint_folded_stages
from cxworkshop.ui.canvas.paint_lanes import paint_columns, paint_ground
from cxworkshop.ui.canvas.paint_path import paint_path
from cxworkshop.ui.canvas.paint_warmth import paint_warmth
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.static_layer import clip
from cxworkshop.ui.speech import tr

REACH = 14.0  # how far badges and rings reach beyond a card
LINE = 3.0  # pixels by which a link may reach beyond its curve
PLAIN_FACE = Face()
MANY = 60  # selected cards from which on rings are painted in one call


def paint_body(painter: QPainter, ink: Ink, picture: Picture, look: Look, camera: Camera, exposed: QRegion) -> None:
    """Paint the part of the body that shows in `exposed` (pixels of the viewport), nothing pressed or selected."""
    ink.stamps.begin(camera.zoom, painter.device().devicePixelRatioF())
    painter.save()
    clip(painter, exposed)
    bounds = QRectF(exposed.boundingRect())
    painter.fillRect(bounds, ink.wall)
    area = camera.rect_to_wall(bounds.x(), bounds.y(), bounds.width(), bounds.height())
    in_pieces = exposed.rectCount() > 1
    meets = _meets(exposed, camera, REACH) if in_pieces else None
    crosses = _meets(exposed, camera, LINE / camera.zoom) if in_pieces else None
    painter.save()
    to_wall_units(painter, camera)
    paint_ground(painter, ink, picture, area)
    if look.cell is not None:
        painter.fillRect(QRectF(*look.cell), ink.landing)
    painter.restore()
    paint_columns(painter, ink, picture, camera, bounds)
    paint_folded_stages(painter, ink, picture, camera, bounds)
    to_wall_units(painter, camera)
    if camera.zoom >= FAR:
        paint_path(painter, ink, picture, area, camera.zoom)
        paint_net(painter, ink, picture, look.hidden, area, crosses, near=camera.zoom >= TITLES)
    if camera.detail == "counts":
        _paint_counts(painter, ink, picture, look, camera)
    for lane in picture.layout.lanes:
        if lane.lane.kind == "" and lane.folded is None and lane.y < area.bottom and area.y < lane.bottom:
            paint_curves(painter, ink, picture, lane, area, camera.zoom)
    painter.restore()
    if camera.detail != "counts":
        painter.save()
        clip(painter, exposed)
        paint_cards(painter, ink, picture, look.plain, camera, area, meets)
        painter.restore()


def _meets(exposed: QRegion, camera: Camera, beyond: float) -> Meets:
    """Whether something on the wall that reaches so far `beyond` its rectangle may show in a region of many pieces."""

    pieces: list[QRect] = list(exposed)  # type: ignore[call-overload]
    reach, one = beyond + 1.0 / camera.zoom, 1.0 / camera.zoom
    areas = []
    for piece in pieces:
        x, y = camera.to_wall(piece.x(), piece.y())
        areas.append((x - reach, y - reach, x + piece.width() * one + reach, y + piece.height() * one + reach))

    def meets(x: float, y: float, width: float, height: float) -> bool:
        right, bottom = x + width, y + height
        for left, top, other_right, other_bottom in areas:  # a loop: asked for every link in view
            if x < other_right and left < right and y < other_bottom and top < bottom:
                return True
        return False

    return meets


def to_wall_units(painter: QPainter, camera: Camera) -> None:
    painter.translate(*camera.origin)
    painter.scale(camera.zoom, camera.zoom)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_cards(
    painter: QPainter, ink: Ink, picture: Picture, look: Look, camera: Camera, area: Rect, meets: Meets | None = None
) -> None:
    """The cards of a part of the wall, in pixels, the warmth of their owners under them."""
    wide = Rect(area.x - REACH, area.y - REACH, area.width + 2 * REACH, area.height + 2 * REACH)
    shown = [card for card in picture.cards_in(wide) if card not in look.hidden]
    if meets is not None:
        shown = [card for card in shown if meets(*picture.rect(card))]
    if look.warmth:
        painter.save()
        to_wall_units(painter, camera)
        paint_warmth(painter, ink, picture, shown, camera.zoom)
        painter.restore()
    paint_these_cards(painter, ink, picture, look, camera, shown)


def paint_these_cards(
    painter: QPainter, ink: Ink, picture: Picture, look: Look, camera: Camera, shown: list[str]
) -> None:
    """These cards, in pixels; rings last, so that they are whole."""
    painter.save()
    if camera.detail == "far":
        to_wall_units(painter, camera)
        _paint_far(painter, ink, picture, look, shown, camera.zoom)
    else:
        for card in shown:
            paint_one(painter, ink, picture, look, card, camera)
        to_wall_units(painter, camera)
        for card in shown:
            if card in look.chosen:
                paint_ring(painter, ink, picture.rect(card), look.dress(card).ring, camera.zoom)
    painter.restore()


def paint_one(
    painter: QPainter, ink: Ink, picture: Picture, look: Look, card: str, camera: Camera, rect: Rect | None = None
) -> None:
    """One card as it is seen at this zoom, in pixels, at its place or at `rect` (wall units)."""
    box, own, dress = picture.boxes[card], picture.board.card(card), look.dress(card)
    place = rect or picture.rect(card)
    wide, high = place.width, place.height
    inner = Rect(0.0, 0.0, wide, high)
    kind, title, zoom = own.kind, own.title, camera.zoom
    face = picture.face(card) if camera.detail == "near" else PLAIN_FACE
    plain = dress if not dress.ring else dress._replace(ring="")

    def draw(on: QPainter) -> None:
        if camera.detail == "near":
            paint_card(on, ink, inner, kind, box.lines, face, plain)
        else:
            paint_title_only(on, ink, inner, kind, title, zoom, plain)

    shown = box.lines if camera.detail == "near" else title
    reach = REACH if dress.number or face.truth else 3.0
    ink.stamps.put(
        painter,
        QPointF(*camera.to_screen(place.x, place.y)),
        (wide, high, reach),
        (kind, shown, high, face, plain, tr.language),
        draw,
    )


def _paint_far(painter: QPainter, ink: Ink, picture: Picture, look: Look, shown: list[str], zoom: float) -> None:
    """Coloured rectangles, one call a kind; the colour band is their left edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    groups: dict[tuple[bool, str], list[QRectF]] = {}
    for card in shown:
        faded = look.is_faded(card)
        groups.setdefault((faded, picture.board.card(card).kind), []).append(QRectF(*picture.rect(card)))
    for (faded, kind), rects in groups.items():
        painter.setOpacity(FADED if faded else 1.0)
        painter.setBrush(ink.far[kind])
        painter.drawRects(rects)
    painter.setOpacity(1.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    chosen = [card for card in shown if card in look.chosen]
    if len(chosen) > MANY:
        pen = QPen(ink.ring)
        pen.setWidthF(2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([QRectF(*picture.rect(card)) for card in chosen])
        return
    for card in chosen:
        paint_ring(painter, ink, picture.rect(card), look.dress(card).ring, zoom)


def _paint_counts(painter: QPainter, ink: Ink, picture: Picture, look: Look, camera: Camera) -> None:
    """Every cell as one block of its kind's colour with the number of cards in it, of those found while one looks."""
    area = camera.seen
    painter.setFont(font(15.0 / camera.zoom, QFont.Weight.DemiBold))
    for (lane_id, _), cards in picture.cells.items():
        around = picture.around(cards)
        if around is None or not around.meets(area):
            continue
        box = QRectF(*around)
        number = len(cards) if look.found is None else len(look.found.intersection(cards))
        painter.setOpacity(1.0 if number else FADED)
        kind = picture.board.card(cards[0]).kind
        painter.setPen(QPen(ink.accent[kind].color(), 1.0 / camera.zoom))
        painter.setBrush(ink.tint[kind])
        painter.drawRoundedRect(box, 2.0 / camera.zoom, 2.0 / camera.zoom)
        painter.setPen(ink.text)
        seen = box.intersected(QRectF(*area)) if lane_id != "personas" else box
        if seen.height() * camera.zoom >= 14:
            painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, str(number))
        else:
            painter.fillRect(QRectF(box.topLeft(), QPointF(box.x() + 4 / camera.zoom, box.bottom())), ink.accent[kind])
    painter.setOpacity(1.0)
