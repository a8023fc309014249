"""The parts of the wall for screen readers: the list of stages, a stage, a lane, a card. Made and kept by the wall's
own interface; each knows only what it stands for and asks the wall of the moment for everything else."""

from __future__ import annotations

from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor, QWindow

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas import keys, lane_verbs, said
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.reading import Reading
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

Text, Role = QAccessible.Text, QAccessible.Role


class Root(Protocol):
    """The wall's own interface, as its parts know it: it makes and keeps them."""

    @property
    def wall(self) -> Wall | None: ...

    @property
    def reading(self) -> Reading: ...

    def stages(self) -> StagesPart: ...

    def stage(self, stage: str) -> StagePart: ...

    def lane(self, lane: str) -> LanePart: ...

    def card(self, card: str) -> CardPart: ...


class Part(QAccessibleInterface):
    """What all parts have in common. A part that is no longer on the wall answers with nothing and is not valid."""

    def __init__(self, root: Root) -> None:
        super().__init__()
        self.root = root

    @property
    def wall(self) -> Wall | None:
        return self.root.wall if shiboken6.isValid(self.root) else None

    # What each part says

    def name(self, wall: Wall) -> str:
        return ""

    def description(self, wall: Wall) -> str:
        return ""

    def parts(self) -> list[Part]:
        """The parts inside this one, in reading order."""
        return []

    def place(self, wall: Wall) -> QRect:
        """Where it lies, in pixels of the viewport."""
        return QRect()

    def stands(self, wall: Wall) -> bool:
        """Whether the wall still shows it."""
        return True

    # What Qt asks

    def isValid(self) -> bool:
        wall = self.wall
        return wall is not None and self.stands(wall)

    def text(self, kind: QAccessible.Text) -> str:
        wall = self.wall
        if wall is None or not self.stands(wall):
            return ""
        if kind == Text.Name:
            return self.name(wall)
        return self.description(wall) if kind == Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Titles are typed in the title's own field."""

    def object(self) -> QObject:
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        return self.wall.window().windowHandle() if self.wall is not None else None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        return self.root if shiboken6.isValid(self.root) else None  # type: ignore[return-value]

    def childCount(self) -> int:
        return len(self.parts()) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface:
        parts = self.parts() if self.isValid() else []
        return parts[index] if 0 <= index < len(parts) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        parts = self.parts()
        return parts.index(child) if child in parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def rect(self) -> QRect:
        wall = self.wall
        if wall is None or not self.stands(wall):
            return QRect()
        place = self.place(wall)
        return QRect(wall.viewport().mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        return Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        wall = self.wall
        if wall is None or not self.stands(wall):
            state.invalid = 1
        elif not self.place(wall).intersects(wall.viewport().rect()):
            state.offscreen = 1
        return state

    def foregroundColor(self) -> QColor:
        return self.wall.ink.text if self.wall is not None else QColor()

    def backgroundColor(self) -> QColor:
        return self.wall.ink.surface.color() if self.wall is not None else QColor()


class StagesPart(Part):
    """The names on top: a list of stages."""

    def name(self, wall: Wall) -> str:
        return tr("Stages")

    def description(self, wall: Wall) -> str:
        return tr.plural("{n} stage", "{n} stages", len(self.root.reading.stages))

    def parts(self) -> list[Part]:
        return [self.root.stage(stage) for stage in self.root.reading.stages]

    def place(self, wall: Wall) -> QRect:
        return QRect(wall.camera.left, 0, wall.body().width(), wall.camera.top)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        wall = self.wall
        place = place_at(wall, QPointF(wall.viewport().mapFromGlobal(QPointF(x, y)))) if wall is not None else None
        found = place is not None and place.what == "stage" and place.stage is not None
        return self.root.stage(str(place.stage)) if found and place is not None else None  # type: ignore[return-value]


class LanePart(Part):
    """One lane: a list of cards from the first stage to the last. Pressing it takes the lane: keys work on it then."""

    def __init__(self, root: Root, lane: str) -> None:
        super().__init__(root)
        self.lane = lane
        self._actions = LaneActions(self)

    def stands(self, wall: Wall) -> bool:
        return self.lane in self.root.reading.lanes

    def name(self, wall: Wall) -> str:
        box = wall.picture.layout.lane_box(self.lane)
        return said.name_of_lane(box) if box is not None else ""

    def description(self, wall: Wall) -> str:
        box = wall.picture.layout.lane_box(self.lane)
        return said.description_of_lane(box, len(self.root.reading.lanes[self.lane])) if box is not None else ""

    def parts(self) -> list[Part]:
        return [self.root.card(card) for card in self.root.reading.lanes.get(self.lane, ())]

    def childCount(self) -> int:
        return len(self.root.reading.lanes.get(self.lane, ())) if self.wall is not None else 0

    def child(self, index: int) -> QAccessibleInterface:
        cards = self.root.reading.lanes.get(self.lane, ()) if self.wall is not None else ()
        return self.root.card(cards[index]) if 0 <= index < len(cards) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        cards = self.root.reading.lanes.get(self.lane, ())
        card = child.card_id if isinstance(child, CardPart) else ""
        return cards.index(card) if card in cards else -1

    def place(self, wall: Wall) -> QRect:
        box = wall.picture.layout.lane_box(self.lane)
        if box is None:
            return QRect()
        top, bottom = (wall.camera.to_screen(0, y)[1] for y in (box.y, box.bottom))
        return QRect(0, round(top), wall.camera.width, round(bottom - top))

    def state(self) -> QAccessible.State:
        state, wall = super().state(), self.wall
        if wall is not None and self.stands(wall):
            state.focusable = state.selectable = state.hasPopup = 1
            state.selected = int(lane_verbs.taken(wall) == self.lane)
            state.focused = int(bool(state.selected) and wall.hasFocus())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.ActionInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._actions)[0])
        return shiboken6.VoidPtr(0)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        wall = self.wall
        place = place_at(wall, QPointF(wall.viewport().mapFromGlobal(QPointF(x, y)))) if wall is not None else None
        card = place.card if place is not None and place.what in ("card", "handle") else None
        return self.root.card(card) if card is not None else None  # type: ignore[return-value]


class ItemPart(Part):
    """What can be selected: a stage's name or a card. Pressing it selects it and gives the wall the keyboard."""

    def __init__(self, root: Root, card_id: str) -> None:
        super().__init__(root)
        self.card_id = card_id
        self._actions = Actions(self)

    def role(self) -> QAccessible.Role:
        return Role.ListItem

    def state(self) -> QAccessible.State:
        state, wall = super().state(), self.wall
        if wall is None or not self.stands(wall):
            return state
        chosen = wall.room.selection
        state.selectable = state.focusable = state.multiSelectable = state.extSelectable = 1
        state.selected = int(self.card_id in chosen)
        state.focused = int(bool(chosen) and chosen[-1] == self.card_id and wall.hasFocus())
        state.readOnly = int(wall.room.document.read_only)
        state.movable = int(not wall.room.document.read_only)
        state.hasPopup = 1
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.ActionInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._actions)[0])
        return shiboken6.VoidPtr(0)


class StagePart(ItemPart):
    """A stage's name."""

    def stands(self, wall: Wall) -> bool:
        return self.card_id in self.root.reading.stages and self.card_id in wall.room.board.cards

    def parent(self) -> QAccessibleInterface:
        return self.root.stages() if shiboken6.isValid(self.root) else None  # type: ignore[return-value]

    def name(self, wall: Wall) -> str:
        return said.name_of_stage(wall.room.board.card(self.card_id))

    def description(self, wall: Wall) -> str:
        return said.description_of_stage(wall, wall.room.board.card(self.card_id))

    def place(self, wall: Wall) -> QRect:
        column = wall.picture.column_of_stage(self.card_id)
        if column is None:
            return QRect()
        x, _ = wall.camera.to_screen(column.x, 0)
        return QRect(round(x), 0, round(column.width * wall.camera.zoom), wall.camera.top)


class CardPart(ItemPart):
    """A card."""

    def stands(self, wall: Wall) -> bool:
        return self.card_id in wall.picture.boxes and self.card_id in wall.room.board.cards

    def parent(self) -> QAccessibleInterface:
        wall = self.wall
        if wall is None or not self.stands(wall):
            return None  # type: ignore[return-value]
        return self.root.lane(wall.picture.boxes[self.card_id].lane)

    def name(self, wall: Wall) -> str:
        return said.name_of_card(wall.room.board.card(self.card_id))

    def description(self, wall: Wall) -> str:
        return said.description_of_card(wall, wall.room.board.card(self.card_id))

    def place(self, wall: Wall) -> QRect:
        rect: Rect = wall.camera.rect_to_screen(wall.picture.rect(self.card_id))
        return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))


class Actions(QAccessibleActionInterface):
    """What a screen reader may do with a card or a stage: go there, and open its menu."""

    def __init__(self, item: ItemPart | LanePart) -> None:
        super().__init__()
        self._item = item

    def actionNames(self) -> list[str]:
        own = QAccessibleActionInterface
        return [own.pressAction(), own.setFocusAction(), own.showMenuAction()]

    def doAction(self, action: str) -> None:
        wall = self._item.wall
        if wall is None or not self._item.stands(wall):
            return
        wall.setFocus()
        self._choose(wall)
        if action == QAccessibleActionInterface.showMenuAction():
            keys.open_menu(wall)

    def _choose(self, wall: Wall) -> None:
        if isinstance(self._item, ItemPart):
            wall.room.select([self._item.card_id])

    def keyBindingsForAction(self, action: str) -> list[str]:
        return ["Shift+F10"] if action == QAccessibleActionInterface.showMenuAction() else []

    def localizedActionName(self, action: str) -> str:
        return tr("Open the menu") if action == QAccessibleActionInterface.showMenuAction() else tr("Select")

    def localizedActionDescription(self, action: str) -> str:
        return self.localizedActionName(action)


class LaneActions(Actions):
    """The same for a lane: take it by its name, and open its menu."""

    def _choose(self, wall: Wall) -> None:
        if isinstance(self._item, LanePart):
            lane_verbs.take(wall, self._item.lane)
