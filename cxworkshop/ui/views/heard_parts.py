"""Views that paint themselves as Qt gives them to screen readers: one interface for the view, one for every part.

The rules of `ui/canvas/accessible.py` hold here too: an interface is referenced as long as Qt's cache knows it and
leaves that only through `release`; `interface_cast` returns a VoidPtr; a part whose view is gone is not valid.
"""

from __future__ import annotations

import weakref
from collections.abc import Hashable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from cxworkshop.ui.canvas.accessible import release
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.heard import Heard, walked

Text, Role = QAccessible.Text, QAccessible.Role
_kept: dict[int, HeardRoot] = {}  # by the address of the view: while Qt may ask, Python holds on


class HeardRoot(QAccessibleWidget):
    """A view: a list of its parts, or a group of lists."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, Role.Grouping)
        self._view = weakref.ref(view)
        self._heard: tuple[Heard, ...] | None = None
        self._known: dict[Hashable, tuple[Heard, Hashable | None, int]] = {}  # part, the key it is inside, its place
        self._parts: dict[Hashable, HeardPart] = {}

    @property
    def view(self) -> Any:
        """The widget (a ReadAloud), None when it is gone."""
        view = self._view()
        return view if view is not None and shiboken6.isValid(view) else None

    @property
    def heard(self) -> tuple[Heard, ...]:
        """The parts of the moment."""
        view = self.view
        heard = view.heard() if view is not None else ()
        if heard is not self._heard:
            self._heard, self._known = heard, {}
            for place, own in enumerate(heard):
                self._known[own.key] = (own, None, place)
                self._known.update({deeper.key: (deeper, own.key, at) for at, deeper in enumerate(own.inside)})
        return heard

    def known(self, key: Hashable) -> tuple[Heard, Hashable | None, int] | None:
        """What a key stands for now; None when it is no longer shown."""
        return self._known.get(key) if self.heard else None

    def part_of(self, key: Hashable) -> HeardPart | None:
        """The part with that key; None when the view does not show it."""
        if self.known(key) is None:
            return None
        found = self._parts.get(key)
        if found is None or not shiboken6.isValid(found):
            found = self._parts[key] = HeardPart(self, key)
        return found

    def forget_gone(self) -> None:
        """Let go of the parts that are no longer shown."""
        shown = {own.key for own in walked(self.heard)}
        for key in [key for key in self._parts if key not in shown]:
            release(self._parts.pop(key))

    def release_all(self) -> None:
        """The view goes: so do its parts."""
        for part in self._parts.values():
            release(part)
        self._parts.clear()

    # What Qt asks

    def isValid(self) -> bool:
        return self.view is not None and super().isValid()

    def role(self) -> QAccessible.Role:
        return Role.Grouping if any(own.is_list for own in self.heard) else Role.List

    def childCount(self) -> int:
        return len(self.heard)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        heard = self.heard
        return self.part_of(heard[index].key) if 0 <= index < len(heard) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        known = self.known(child.key) if isinstance(child, HeardPart) else None
        return known[2] if known is not None and known[1] is None else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return part_at(self, self.heard, QPoint(x, y))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view
        if view is None or not view.hasFocus():
            return super().focusChild()
        return self.part_of(view.heard_at()) or self

    def state(self) -> QAccessible.State:
        state = super().state()
        view = self.view
        if view is not None:
            state.focused = int(view.hasFocus() and self.part_of(view.heard_at()) is None)
        return state

    def rect(self) -> QRect:
        return super().rect() if self.view is not None else QRect()


class HeardPart(QAccessibleInterface):
    """A list of a view, or what can be pressed."""

    def __init__(self, root: HeardRoot, key: Hashable) -> None:
        super().__init__()
        self.root, self.key = root, key
        self._actions = Actions(self)

    @property
    def view(self) -> Any:
        return self.root.view if shiboken6.isValid(self.root) else None

    @property
    def heard(self) -> Heard | None:
        known = self.root.known(self.key) if self.view is not None else None
        return known[0] if known is not None else None

    def isValid(self) -> bool:
        return self.heard is not None

    def text(self, kind: QAccessible.Text) -> str:
        heard = self.heard
        if heard is None or kind not in (Text.Name, Text.Description):
            return ""
        return heard.name() if kind == Text.Name else heard.description()

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Texts are edited in the inspector."""

    def object(self) -> QObject:
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        return self.view.window().windowHandle() if self.view is not None else None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        known = self.root.known(self.key) if self.view is not None else None
        if known is None:
            return None  # type: ignore[return-value]
        return self.root if known[1] is None else self.root.part_of(known[1])  # type: ignore[return-value]

    def childCount(self) -> int:
        heard = self.heard
        return len(heard.inside) if heard is not None else 0

    def child(self, index: int) -> QAccessibleInterface:
        heard = self.heard
        if heard is None or not 0 <= index < len(heard.inside):
            return None  # type: ignore[return-value]
        return self.root.part_of(heard.inside[index].key)  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        known = self.root.known(child.key) if isinstance(child, HeardPart) else None
        return known[2] if known is not None and known[1] == self.key else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        heard = self.heard
        return part_at(self.root, heard.inside if heard is not None else (), QPoint(x, y))  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def rect(self) -> QRect:
        heard = self.heard
        if heard is None:
            return QRect()
        place = heard.area().toAlignedRect()
        return QRect(self.view.mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        heard = self.heard
        return Role.List if heard is not None and heard.is_list else Role.ListItem

    def state(self) -> QAccessible.State:
        state, heard, view = QAccessible.State(), self.heard, self.view
        if heard is None:
            state.invalid = 1
            return state
        if not view.visibleRegion().intersects(heard.area().toAlignedRect()):
            state.offscreen = 1
        if not heard.is_list:
            state.focusable = 1
            state.selectable = int(bool(heard.card))
            state.selected = int(heard.card in view.room.selection)
            state.focused = int(view.hasFocus() and view.heard_at() == self.key)
        return state

    def foregroundColor(self) -> QColor:
        return themes.current.colour("text")

    def backgroundColor(self) -> QColor:
        return themes.current.colour("surface")

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        heard = self.heard
        if kind == QAccessible.InterfaceType.ActionInterface and heard is not None and not heard.is_list:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._actions)[0])
        return shiboken6.VoidPtr(0)


class Actions(QAccessibleActionInterface):
    """What a screen reader may do with a part: go there and press it."""

    def __init__(self, part: HeardPart) -> None:
        super().__init__()
        self._part = part

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, action: str) -> None:
        view = self._part.view
        if view is not None and self._part.isValid():
            view.setFocus()
            view.press_heard(self._part.key)

    def keyBindingsForAction(self, action: str) -> list[str]:
        return ["Space"] if action == QAccessibleActionInterface.pressAction() else []

    def localizedActionName(self, action: str) -> str:
        return tr("Select")

    def localizedActionDescription(self, action: str) -> str:
        return self.localizedActionName(action)


def part_at(root: HeardRoot, parts: tuple[Heard, ...], at: QPoint) -> QAccessibleInterface | None:
    """The smallest of these parts under a place of the screen."""
    view = root.view
    if view is None:
        return None
    place = view.mapFromGlobal(at)
    under = [own for own in parts if own.area().contains(place)]
    found = min(under, key=lambda own: own.area().width() * own.area().height(), default=None)
    return root.part_of(found.key) if found is not None else None


def root_of(view: QObject) -> HeardRoot | None:
    """What screen readers are given for a view."""
    found = QAccessible.queryAccessibleInterface(view)
    return found if isinstance(found, HeardRoot) else None


def made_for(view: QWidget) -> HeardRoot:
    """A new one for a view, kept until the view is gone."""
    address = shiboken6.getCppPointer(view)[0]
    made = _kept[address] = HeardRoot(view)
    view.destroyed.connect(lambda: _forget(address))
    return made


def _forget(address: int) -> None:
    made = _kept.pop(address, None)
    if made is not None:
        made.release_all()
        release(made)
