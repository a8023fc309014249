"""Tells screen readers what happens in a view that paints itself: where the keys stand, that it shows other parts."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from cxworkshop.ui import screen_readers

Event = QAccessible.Event


class Teller(QObject):
    """Tells screen readers what happens in one view; costs nothing while nobody listens. `sent`: what happened, and the
    key of the part it happened to (None: the view)."""

    sent = Signal(object, object)

    def __init__(self, view: QObject) -> None:
        super().__init__(view)
        self._view = view
        screen_readers.answer_for(view, _heard)

    def stands_on(self, key: Hashable | None) -> None:
        """The keys have walked to a part, or came into the view there."""
        self._send(Event.Focus, key)

    def shows_others(self) -> None:
        """The view has other parts than before."""
        self._send(Event.ObjectReorder, None)

    def _send(self, what: QAccessible.Event, key: Hashable | None) -> None:
        if not QAccessible.isActive():
            return
        from cxworkshop.ui.views.heard_parts import root_of  # loaded when somebody listens

        root = root_of(self._view)
        if root is None:
            return
        if what == Event.ObjectReorder:
            root.forget_gone()
        part = root.part_of(key) if key is not None else root
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, what))
            self.sent.emit(what, key)


def _heard(view: QObject) -> QAccessibleInterface | None:
    """What screen readers are given for a view; one still being made has nothing to say."""
    if not isinstance(view, QWidget) or not hasattr(view, "heard"):
        return None
    from cxworkshop.ui.views.heard_parts import made_for

    return made_for(view)
