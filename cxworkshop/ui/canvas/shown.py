"""What the still picture shows, in a form that can be compared, so that only what differs is painted again."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from cxworkshop.model.boxes import Rect
from cxworkshop.model.layout import edge_curve
from cxworkshop.model.records import Link
from cxworkshop.ui.canvas.bezier import boxes_along
from cxworkshop.ui.canvas.camera import TITLES, Camera
from cxworkshop.ui.canvas.ink import CURVES
from cxworkshop.ui.canvas.look import Look
from cxworkshop.ui.canvas.paint_curve import GHOST, points
from cxworkshop.ui.canvas.picture import DRAWN, Picture

MOST = 500  # cards in view beyond which comparing them costs more than it saves
REACH = 20.0  # wall units by which rings, badges and shadows reach beyond a card
LARGEST_SHARE = 0.5  # of the viewport; more is painted as a whole
FEW = 60  # links whose way is followed closely
EDGE = 3.0  # pixels by which a link may reach beyond its line

Ends = tuple[str, str, Rect, Rect]  # the cards a link joins, and where they stand


@dataclass(frozen=True)
class Shown:
    """`things` and `frame`: what everything depends on. `cards`, `links`: each thing in view with all that its picture
    tells. `moved`: what stands elsewhere for a while. `cell`: where something dragged would land. `hidden`: the cards
    left out because a gesture paints them, their links with them."""

    things: tuple[object, ...]
    frame: tuple[Hashable, ...]
    cards: dict[str, tuple[Any, ...]]
    links: dict[str, Ends]
    moved: dict[str, Rect]
    cell: Rect | None
    hidden: frozenset[str]


def looked_at(camera: Camera) -> tuple[float, ...]:
    """Which part of the wall is in view, and how large."""
    return camera.x, camera.y, camera.zoom, camera.width, camera.height


def shown_in(picture: Picture, look: Look, camera: Camera, ink: object, before: Shown | None = None) -> Shown | None:
    """What is in view now; None where there is too much to compare. `before`: what was, nothing is worked out twice."""
    things = (picture, ink, looked_at(camera))
    if before is not None and before.things == things:
        shown = before if before.moved == picture.moved else _with_moved(before, picture, camera)
        return replace(shown, frame=(*before.frame[:-1], look.warmth), cell=look.cell, hidden=look.hidden)
    area = camera.seen
    cards = picture.cards_in(_around(area)) if camera.zoom >= TITLES else []
    if not 0 < len(cards) <= MOST:
        return None
    layout, found = picture.layout, picture.links_in(area)
    frame = (
        id(ink),
        things[-1],
        (layout.lanes, layout.columns, layout.height),
        _curves(picture, area),
        picture.path,
        len(found) > MOST,
        look.warmth,
    )
    told = {card: _told(picture, card, camera) for card in cards}
    links = _all_ends(picture, found)
    return Shown(things, frame, told, links, picture.moved, look.cell, look.hidden)


def _with_moved(before: Shown, picture: Picture, camera: Camera) -> Shown:
    """What is in view when some of it stands elsewhere for a while, and nothing else has changed."""
    area, cards, links = camera.seen, dict(before.cards), dict(before.links)
    moved = [card for card in {**before.moved, **picture.moved} if card in picture.boxes]
    for card in moved:
        cards.pop(card, None)
        if picture.rect(card).meets(_around(area)):
            cards[card] = _told(picture, card, camera)
    for link in {link.key: link for card in moved for link in picture.links_of(card) if link.verb in DRAWN}.values():
        links[link.key] = _ends(picture, link)
    return replace(before, cards=cards, links=links, moved=picture.moved)


def _around(area: Rect) -> Rect:
    return Rect(area.x - REACH, area.y - REACH, area.width + 2 * REACH, area.height + 2 * REACH)


def _told(picture: Picture, card: str, camera: Camera) -> tuple[Any, ...]:
    """All that the picture of a card tells."""
    own = picture.board.card(card)
    says = (picture.boxes[card].lines, picture.face(card)) if camera.detail == "near" else (own.title,)
    return picture.rect(card), own.kind, *says


def _all_ends(picture: Picture, links: Iterable[Link]) -> dict[str, Ends]:
    """The ends of many links; each card is looked up once."""
    rects: dict[str, Rect] = {}
    found: dict[str, Ends] = {}
    for link in links:
        fields = link.fields
        source, target = fields["source"], fields["target"]
        one, other = rects.get(source), rects.get(target)
        if one is None:
            one = rects[source] = picture.rect(source)
        if other is None:
            other = rects[target] = picture.rect(target)
        found[link.key] = source, target, one, other
    return found


def _ends(picture: Picture, link: Link) -> Ends:
    return link.source, link.target, picture.rect(link.source), picture.rect(link.target)


def _curves(picture: Picture, area: Rect) -> tuple[Hashable, ...]:
    """The points of the experience curves, where their lane is in view."""
    lane = picture.layout.lane_box("experience")
    if lane is None or lane.folded is not None or lane.bottom < area.y or area.bottom < lane.y:
        return ()
    return tuple((at.x(), at.y()) for name in (*CURVES, GHOST) for _, at, _ in points(picture, lane, name))


def differing(before: Shown | None, now: Shown | None, camera: Camera) -> QRegion | None:
    """The part of the viewport that has to be painted again; None: all of it."""
    if before is None or now is None or before.frame != now.frame:
        return None
    parts: list[QRectF] = []
    if before.cell != now.cell:
        parts += [_on_screen(camera, cell, 0.0) for cell in (before.cell, now.cell) if cell is not None]
    lifted = before.hidden ^ now.hidden
    for card in {*_changed(before.cards, now.cards), *lifted}:
        parts += [_on_screen(camera, own[card][0], REACH) for own in (before.cards, now.cards) if card in own]
    freed = [key for key, (source, target, *_) in now.links.items() if source in lifted or target in lifted]
    links = {*_changed(before.links, now.links), *freed} if lifted else _changed(before.links, now.links)
    along = _along if len(links) <= FEW else _between
    for link in links:
        for ends in {own[link] for own in (before.links, now.links) if link in own}:
            parts += along(camera, ends)
    return _together(parts, camera)


def same_places(before: Shown | None, now: Shown | None) -> bool:
    """Whether every card and every link in view lies where it lay: at most, what a card says has changed."""
    if before is None or now is None or before.links != now.links or before.cards.keys() != now.cards.keys():
        return False
    return all(told[0] == now.cards[card][0] for card, told in before.cards.items())


def around_cards(picture: Picture, camera: Camera, cards: Iterable[str]) -> QRegion:
    """Where these cards show, as far as they stand on this wall."""
    region = QRegion()
    for card in cards:
        if card in picture.boxes:
            region += _on_screen(camera, picture.rect(card), REACH).toAlignedRect()
    return region & QRect(0, 0, camera.width, camera.height)


def _together(parts: Iterable[QRectF], camera: Camera) -> QRegion | None:
    """The parts as one region; None where it is most of the viewport."""
    whole, region = QRect(0, 0, camera.width, camera.height), QRegion()
    for part in parts:
        region += part.toAlignedRect() & whole
    pieces: list[QRect] = list(region)  # type: ignore[call-overload]
    if sum(own.width() * own.height() for own in pieces) > LARGEST_SHARE * camera.width * camera.height:
        return None
    return region


def _changed(before: Mapping[str, tuple[Any, ...]], now: Mapping[str, tuple[Any, ...]]) -> Collection[str]:
    if before == now:
        return ()
    return [key for key in {**before, **now} if before.get(key) != now.get(key)]


def _between(camera: Camera, ends: Ends) -> list[QRectF]:
    """Where a link runs, roughly."""
    return [_on_screen(camera, ends[2], REACH) | _on_screen(camera, ends[3], REACH)]


def _along(camera: Camera, ends: Ends) -> list[QRectF]:
    """Where a link runs, as a chain of boxes."""
    (left, top), zoom = camera.origin, camera.zoom
    return [
        QRectF(left + x * zoom - EDGE, top + y * zoom - EDGE, wide * zoom + 2 * EDGE, high * zoom + 2 * EDGE)
        for x, y, wide, high in boxes_along(edge_curve(ends[2], ends[3]))
    ]


def _on_screen(camera: Camera, rect: Rect, reach: float) -> QRectF:
    wide = Rect(rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach)
    return QRectF(*camera.rect_to_screen(wide))
