"""The wall as a screen reader sees it: stages and lanes, the cards in them, with names, roles, states and places.

The wall paints itself, so Qt knows nothing of its cards. Every part of it gets an interface of its own here, made when
somebody asks for it. Three rules of PySide 6.11, each found by a crash: an interface must stay referenced from Python
as long as Qt's cache knows it, and leaves that cache only through `deleteAccessibleInterface`; `interface_cast` must
return a VoidPtr, never an int or None; a part whose wall is gone must say so in `isValid`.
"""

from __future__ import annotations

import weakref
from collections.abc import Hashable

import shiboken6
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from cxworkshop.ui.canvas import lane_verbs
from cxworkshop.ui.canvas.accessible_parts import CardPart, LanePart, Part, StagePart, StagesPart
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.reading import Reading
from cxworkshop.ui.canvas.wall import Wall

_kept: dict[int, AccessibleWall] = {}  # by the address of the wall: while Qt may ask, Python holds on


class AccessibleWall(QAccessibleWidget):
    """The root: its children are the list of stages, the lanes, and whatever is open over the wall."""

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall, QAccessible.Role.Grouping)
        self._wall = weakref.ref(wall)
        self._parts: dict[Hashable, Part] = {}
        self._reading = Reading(wall.picture.layout)

    @property
    def wall(self) -> Wall | None:
        """The wall, None when it is gone."""
        wall = self._wall()
        return wall if wall is not None and shiboken6.isValid(wall) else None

    @property
    def reading(self) -> Reading:
        """The picture of the moment in reading order."""
        wall = self.wall
        if wall is not None and wall.picture.layout is not self._reading.layout:
            self._reading = Reading(wall.picture.layout)
        return self._reading

    # Parts

    def stages(self) -> StagesPart:
        return self._part("stages", lambda: StagesPart(self))  # type: ignore[return-value]

    def stage(self, stage: str) -> StagePart:
        return self._part(("stage", stage), lambda: StagePart(self, stage))  # type: ignore[return-value]

    def lane(self, lane: str) -> LanePart:
        return self._part(("lane", lane), lambda: LanePart(self, lane))  # type: ignore[return-value]

    def card(self, card: str) -> CardPart:
        return self._part(("card", card), lambda: CardPart(self, card))  # type: ignore[return-value]

    def part_of(self, card_id: str) -> Part | None:
        """The part of a card or a stage on this wall; None for what is not on it."""
        if card_id in self.reading.layout.boxes:
            return self.card(card_id)
        return self.stage(card_id) if card_id in self.reading.stages else None

    def _part(self, key: Hashable, make) -> Part:  # type: ignore[no-untyped-def]
        found = self._parts.get(key)
        if found is None or not shiboken6.isValid(found):
            found = self._parts[key] = make()
        return found

    def forget_gone(self) -> None:
        """Let go of the parts of cards, stages and lanes that the wall no longer shows."""
        shown = {"stages", *(("stage", own) for own in self.reading.stages)}
        shown |= {("lane", own) for own in self.reading.lanes} | {("card", own) for own in self.reading.layout.boxes}
        for key in [key for key in self._parts if key not in shown]:
            release(self._parts.pop(key))

    def release_all(self) -> None:
        """The wall goes: so do its parts."""
        for part in self._parts.values():
            release(part)
        self._parts.clear()

    # What Qt asks

    def isValid(self) -> bool:
        return self.wall is not None and super().isValid()

    def _children(self) -> list[QAccessibleInterface]:
        wall = self.wall
        if wall is None:
            return []
        found: list[QAccessibleInterface] = [self.stages(), *(self.lane(lane) for lane in self.reading.lanes)]
        if wall.editor is not None or wall.picker is not None:  # fields open over the wall are children of its viewport
            found.append(QAccessible.queryAccessibleInterface(wall.viewport()))
        return found

    def childCount(self) -> int:
        return len(self._children())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = self._children()
        return children[index] if 0 <= index < len(children) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        children = self._children()
        return children.index(child) if child in children else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        wall = self.wall
        if wall is None or not wall.hasFocus():
            return super().focusChild()
        taken = lane_verbs.taken(wall)
        if taken is not None and taken in self.reading.lanes:
            return self.lane(taken)
        return (self.part_of(wall.room.selection[-1]) if wall.room.selection else None) or self

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        wall = self.wall
        if wall is None:
            return None
        at = wall.viewport().mapFromGlobal(QPointF(x, y))
        if not wall.viewport().rect().contains(at.toPoint()):
            return None
        place = place_at(wall, at)
        if place.what == "stage":
            return self.stages()
        lane = wall.picture.lane_at(wall.camera.to_wall(at.x(), at.y())[1])
        return self.lane(lane.lane.id) if lane is not None and lane.lane.id in self.reading.lanes else None

    def state(self) -> QAccessible.State:
        state = super().state()
        wall = self.wall
        if wall is not None:
            state.focused = int(wall.hasFocus() and not wall.room.selection and lane_verbs.taken(wall) is None)
            state.multiSelectable = 1
            state.readOnly = int(wall.room.document.read_only)
        return state

    def rect(self) -> QRect:
        return super().rect() if self.wall is not None else QRect()


def release(part: QAccessibleInterface) -> None:
    """Take a part out of Qt's cache, which also deletes it, before Python does."""
    if shiboken6.isValid(part):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))


def accessible_of(wall: Wall) -> AccessibleWall | None:
    """What screen readers are given for a wall."""
    found = QAccessible.queryAccessibleInterface(wall)
    return found if isinstance(found, AccessibleWall) else None


def made_for(wall: Wall) -> AccessibleWall:
    """A new one for a wall, kept until the wall is gone."""
    address = shiboken6.getCppPointer(wall)[0]
    made = _kept[address] = AccessibleWall(wall)
    wall.destroyed.connect(lambda: _forget(address))
    return made


def _forget(address: int) -> None:
    made = _kept.pop(address, None)
    if made is not None:
        made.release_all()
        release(made)
