"""The wall as a widget: keeps picture, camera and layer together, hands every event to who knows its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QAccessibleInterface,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from cxworkshop.document import Change
from cxworkshop.model.boxes import Rect
from cxworkshop.ui import screen_readers
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import keys, looking, overlay, pressing, relaying, tips
from cxworkshop.ui.canvas.announcing import Announcer
from cxworkshop.ui.canvas.camera import Camera
from cxworkshop.ui.canvas.glide import Glide
from cxworkshop.ui.canvas.ink import Ink
from cxworkshop.ui.canvas.invitation import invitation_for
from cxworkshop.ui.canvas.layers import Layers
from cxworkshop.ui.canvas.lightup import LightUp
from cxworkshop.ui.canvas.look import Look
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.scroll_bar import ScrollBar
from cxworkshop.ui.canvas.shake import Shake
from cxworkshop.ui.canvas.touch import LongPress
from cxworkshop.ui.canvas.wall_commands import WallCommands
from cxworkshop.ui.canvas.wall_hand import WallHand
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

if TYPE_CHECKING:
    from cxworkshop.ui.lighting import Lighting

FEW = 40  # selected cards that are framed one by one when the wall gains or loses the keyboard
_Reason = Qt.FocusReason
_KEY_REASONS = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)


class WallView(WallCommands, WallHand):
    """The wall of the room's journey. Several views of one room show the same and may look at different parts."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self.animated = True
        self.camera = Camera()
        self.look = Look()
        self.ink = Ink(themes.current)
        self.picture = Picture(room)
        self.layers = Layers(self)
        self.glide = Glide(self._glided, self)
        self.lightup = LightUp(self)
        self.hovered = Place("")
        self.invitation = None
        self.flashed = None
        self.found = None
        self.space_held = False
        self._by_keys = False
        self.shake = Shake(self)
        self.long_press = LongPress(self, self._held_long)
        self._flash_timer = QTimer(self, singleShot=True, interval=700)
        self._flash_timer.timeout.connect(self._end_flash)
        self._prepare_hand()
        self._prepare_widget()
        self._follow(room)
        screen_readers.answer_for(self, _heard)
        self.announcer = Announcer(self)
        self._renew_look()

    def _prepare_widget(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("wall")
        self.setCornerWidget(QWidget(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        viewport = QWidget(self)  # to wrap the one it has, PySide would go through every class of widgets there is
        self.setViewport(viewport)
        viewport.setAcceptDrops(True)
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        self.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, self))
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, self))
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(40)
        self._name()

    def _follow(self, room: Room) -> None:
        room.changed.connect(self._on_change)
        room.document_changed.connect(self._on_document)
        room.journey_changed.connect(self._on_journey)
        room.folded_changed.connect(self._on_folded)
        room.selection_changed.connect(self._renew_look)
        self.lightup.stepped.connect(self._renew_look)
        room.story_changed.connect(self._renew_look)
        room.warmth_changed.connect(self._renew_look)
        room.taken_changed.connect(self._renew_look)
        tr.changed.connect(self._on_language)
        themes.changed.connect(self._on_theme)

    # What is shown

    @property
    def lit(self) -> Lighting | None:
        return self.lightup.told

    def _on_change(self, change: Change) -> None:
        relaying.relay(self, change)

    def _on_document(self) -> None:
        if self.editor is not None:
            self.editor.dismiss()
        self.close_editors()
        self.renew_picture()
        self.scroll_to(0, 0)

    def _on_journey(self) -> None:
        self.close_editors()
        self.renew_picture()
        self.scroll_to(0, 0)

    def _on_folded(self) -> None:
        self.close_editors()
        self.renew_picture()

    def _on_language(self) -> None:
        self._name()
        self.layers.invalidate()
        self.renew_picture()

    def _on_theme(self) -> None:
        self.ink = Ink(themes.current)
        self.redraw()

    def renew_picture(self, change: Change | None = None) -> None:
        self.glide.stop()
        relaying.loosen(self, change)
        self.picture = Picture(self.room, self.picture, change.changes) if change else Picture(self.room)
        self.hovered = Place("")
        self.renew_scroll_bars()
        self._renew_look()
        self.redraw()
        self.follow_with_editors()
        relaying.hold_again(self)

    def _renew_look(self) -> None:
        selection, link = self.chosen()
        lighting = self.lightup.now()
        before, found = self.look, self.lightup.found
        self.look = Look(
            selection, lighting, before.hidden, self.hasFocus(), before.cell, found, self.room.warmth, link
        )
        if self.look.stands_as(before) and self.camera.detail != "counts":
            framed = len(selection) <= FEW and self.look.tells_as(before)
            self.layers.retell(selection if framed else None)
            self.viewport().update()
        else:
            self.redraw()

    def hide_cards(self, cards: frozenset[str]) -> None:
        self.look.hidden = cards
        self._renew_look()
        self.redraw()

    def show_found(self, cards: frozenset[str] | None) -> None:
        """Let all but these cards fade, as a search does; None: show them all."""
        if cards != self.found:
            self.found = cards
            self._renew_look()

    def redraw(self) -> None:
        self.layers.doubt()
        self.invitation = invitation_for(self.picture, self.camera)
        self.viewport().update()

    def _glided(self, moved: dict[str, Rect]) -> None:
        self.picture.moved = moved
        self.redraw()
        self.follow_with_editors()

    def _name(self) -> None:
        self.setAccessibleName(tr("Wall"))
        self.setAccessibleDescription(
            tr("The cards of the journey: stages from left to right, lanes from the customer down")
        )
        self.viewport().setAccessibleName(tr("Wall"))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self.layers.draw(painter)
            overlay.paint_over(painter, self, self.layers.bands, self.shake, event.region().boundingRect())
        finally:
            painter.end()

    # Looking

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.camera.width, self.camera.height = self.viewport().width(), self.viewport().height()
        self.renew_scroll_bars()
        self.redraw()

    def renew_scroll_bars(self) -> None:
        layout, camera = self.picture.layout, self.camera
        across, down = camera.span(layout.width, layout.height)
        for bar, most, page in (
            (self.horizontalScrollBar(), across, camera.width - camera.left),
            (self.verticalScrollBar(), down, camera.height - camera.top),
        ):
            bar.setRange(0, most)
            bar.setPageStep(max(page - 40, 40))
        camera.x, camera.y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.camera.x, self.camera.y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.follow_with_editors()
        self.layers.scrolled()
        self.viewport().update()

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        looking.set_zoom(self, zoom, anchor)

    def edit_card(self, card_id: str, group: str | None = None) -> None:
        self.cancel_gesture()
        self.close_editors()
        if card_id in self.picture.boxes or self.picture.column_of_stage(card_id) is not None:
            from cxworkshop.ui.canvas.title_editor import TitleEditor

            self.editor = TitleEditor(self, card_id, group)

    def edit_lane(self, lane_id: str, group: str | None = None) -> None:
        from cxworkshop.ui.canvas.lane_editor import LaneEditor

        self.editor = LaneEditor(self, lane_id, group)

    def show_fitting(self, cards: frozenset[str] | None) -> None:
        self.lightup.show_fitting(cards)

    def say(self, text: str) -> None:
        self.announcer.say(text)

    def flash(self, card_id: str) -> None:
        self.flashed = card_id
        self._flash_timer.start()
        self.shake.start()
        self.viewport().update()

    @property
    def works_by_keys(self) -> bool:
        return self._by_keys

    def show_focus(self, *, by_keys: bool) -> None:
        if by_keys != self._by_keys:
            self._by_keys = by_keys
            self.viewport().update()

    def _end_flash(self) -> None:
        self.flashed = None
        self.viewport().update()

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pressing.pressed(self, event)

    def _held_long(self, at: QPointF) -> None:
        pressing.held_long(self, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressing.moved(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressing.released(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pressing.double_clicked(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
        elif self.gesture is None:
            from cxworkshop.ui.canvas.menus import menu_for

            menu_for(self, place_at(self, QPointF(event.pos())), QPointF(event.pos())).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.space_held = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        looking.wheel(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _KEY_REASONS:
            self._by_keys = True
        self._renew_look()
        self.announcer.focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        pressing.lost(self)
        self._renew_look()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tips.show(self, event)
            return True
        if event.type() == QEvent.Type.Leave:
            pressing.hover(self, None)
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture) and looking.pinched(self, event):
            return True
        return super().viewportEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from cxworkshop.ui.canvas import dropping

        dropping.entered(self, event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        from cxworkshop.ui.canvas import dropping

        dropping.moved(self, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.cancel_gesture()

    def dropEvent(self, event: QDropEvent) -> None:
        from cxworkshop.ui.canvas import dropping

        dropping.dropped(self, event)


def _heard(wall: QObject) -> QAccessibleInterface | None:
    """What screen readers are given, loaded when one asks; a wall still being made has nothing to say."""
    if not isinstance(wall, WallView) or getattr(wall, "picture", None) is None:
        return None
    from cxworkshop.ui.canvas.accessible import made_for

    return made_for(wall)
