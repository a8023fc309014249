"""What the still picture shows, in a form that can be compared, so that only what differs is painted again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QRect, QRectF

from cxworkshop.model.layout import Rect
from cxworkshop.ui.canvas.camera import TITLES, Camera
from cxworkshop.ui.canvas.ink import CURVES
from cxworkshop.ui.canvas.look import Look
from cxworkshop.ui.canvas.paint_curve import GHOST, points
from cxworkshop.ui.canvas.picture import Picture

MOST = 500  # cards in view beyond which comparing them costs more than it saves
REACH = 20.0  # wall units by which rings, badges and shadows reach beyond a card
LARGEST_SHARE = 0.5  # of the viewport; more is painted as a whole

Ends = tuple[str, str, Rect, Rect]  # the cards a link joins, and where they stand


@dataclass(frozen=True)
class Shown:
    """`things` and `frame`: what everything depends on. `cards`, `links`: each thing in view with all that its picture
    tells. `hidden`: the cards left out because a gesture paints them, their links with them."""

    things: tuple[object, ...]
    frame: tuple[Hashable, ...]
    cards: dict[str, tuple[Any, ...]]
    links: dict[str, Ends]
    hidden: frozenset[str]


def shown_in(picture: Picture, look: Look, camera: Camera, ink: object, before: Shown | None = None) -> Shown | None:
    """What is in view now; None where there is too much to compare. `before`: what was, nothing is worked out twice."""
    things = (picture, ink, picture.moved, (camera.x, camera.y, camera.zoom, camera.width, camera.height))
    if before is not None and before.things == things:
        return replace(before, frame=(*before.frame[:-2], look.cell, look.warmth), hidden=look.hidden)
    area = camera.seen
    wide = Rect(area.x - REACH, area.y - REACH, area.width + 2 * REACH, area.height + 2 * REACH)
    cards = picture.cards_in(wide) if camera.zoom >= TITLES else []
    if not 0 < len(cards) <= MOST:
        return None
    near, layout, board = camera.detail == "near", picture.layout, picture.board
    told = {}
    for card in cards:
        says = (picture.boxes[card].lines, picture.face(card)) if near else (board.card(card).title,)
        told[card] = (picture.rect(card), board.card(card).kind, *says)
    found = picture.links_in(area)
    links = {
        link.key: (link.source, link.target, picture.rect(link.source), picture.rect(link.target)) for link in found
    }
    frame = (
        id(ink),
        things[-1],
        (layout.lanes, layout.columns, layout.height),
        _curves(picture, area),
        picture.path,
        len(found) > MOST,
        look.cell,
        look.warmth,
    )
    return Shown(things, frame, told, links, look.hidden)


def _curves(picture: Picture, area: Rect) -> tuple[Hashable, ...]:
    """The points of the experience curves, where their lane is in view."""
    lane = picture.layout.lane_box("experience")
    if lane is None or lane.folded is not None or lane.bottom < area.y or area.bottom < lane.y:
        return ()
    return tuple((at.x(), at.y()) for name in (*CURVES, GHOST) for _, at, _ in points(picture, lane, name))


def differing(before: Shown | None, now: Shown | None, camera: Camera) -> QRect | None:
    """The part of the viewport that has to be painted again; None: all of it."""
    if before is None or now is None or before.frame != now.frame:
        return None
    parts: list[QRectF] = []
    lifted = before.hidden ^ now.hidden
    for card in {*_changed(before.cards, now.cards), *lifted}:
        parts += [_on_screen(camera, own[card][0], REACH) for own in (before.cards, now.cards) if card in own]
    freed = [key for key, (source, target, *_) in now.links.items() if source in lifted or target in lifted]
    for link in {*_changed(before.links, now.links), *freed} if lifted else _changed(before.links, now.links):
        parts += [_between(camera, own[link]) for own in (before.links, now.links) if link in own]
    whole = QRectF(0, 0, camera.width, camera.height)
    area = QRectF()
    for part in parts:
        area |= part & whole
    if area.width() * area.height() > LARGEST_SHARE * camera.width * camera.height:
        return None
    return area.toAlignedRect()


def _changed(before: Mapping[str, tuple[Any, ...]], now: Mapping[str, tuple[Any, ...]]) -> Iterable[str]:
    if before == now:
        return ()
    return [key for key in {**before, **now} if before.get(key) != now.get(key)]


def _between(camera: Camera, own: Ends) -> QRectF:
    return _on_screen(camera, own[2], REACH) | _on_screen(camera, own[3], REACH)


def _on_screen(camera: Camera, rect: Rect, reach: float) -> QRectF:
    wide = Rect(rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach)
    return QRectF(*camera.rect_to_screen(wide))
