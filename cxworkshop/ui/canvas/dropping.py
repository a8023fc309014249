"""What may be dragged over the wall from elsewhere, and what shows where it would land: kinds from the palette, files,
pictures, text, cards of another window. What becomes of it, others know."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from cxworkshop.model.cards import KINDS
from cxworkshop.model.lanes import lane_of, lanes_of
from cxworkshop.ui import mime
from cxworkshop.ui.canvas import looking, pasting, taking
from cxworkshop.ui.canvas.gestures import DropFromElsewhere, DropFromPalette
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


def entered(wall: Wall, event: QDragEnterEvent) -> None:
    """Take it if the wall knows what to do with it."""
    data = event.mimeData()
    if wall.room.document.read_only and not taking.files_of(data):
        wall.hint(tr("This workshop is open for reading only."))
        event.ignore()
    elif not _is_known(data):
        event.ignore()
    else:
        wall.cancel_gesture()
        wall.begin(_gesture_for(wall, data), event.position())
        wall.continue_gesture(event.position())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()


def _is_known(data: QMimeData) -> bool:
    known = any(data.hasFormat(name) for name in (mime.CARDS, mime.MOVE, "text/plain")) or data.hasHtml()
    return known or kind_of(data) is not None or bool(taking.files_named(data)) or taking.is_picture(data)


def _gesture_for(wall: Wall, data: QMimeData) -> DropFromPalette | DropFromElsewhere:
    """What shows where it would land: a picture on a person, files nowhere, cards in a stage, a text in a lane."""
    kind = kind_of(data)
    if kind is not None:
        return DropFromPalette(wall, kind)
    if taking.is_picture(data) or (taking.pictures_named(data) and not taking.files_of(data)):
        told = taking.PICTURE if taking.is_picture(data) else taking.PICTURES_TOLD
        return DropFromElsewhere(
            wall, lambda _: tr(told), lambda place: "personas" if taking.has_face(wall, place) else ""
        )
    if taking.files_named(data):
        about = taking.about_files(data)
        return DropFromElsewhere(wall, lambda _: about, lambda _: "")
    if data.hasFormat(mime.MOVE) or data.hasFormat(mime.CARDS):
        moves = data.hasFormat(mime.MOVE)
        return DropFromElsewhere(wall, lambda place: _into_stage(wall, place, moves), lambda _: None)
    return DropFromElsewhere(wall, lambda place: _as_cards(wall, place), lambda place: _lane_for_text(wall, place))


def _into_stage(wall: Wall, place: Place, moves: bool) -> str:
    stage = wall.room.board.find(place.stage)
    if stage is None:
        return tr("Let go over a stage")
    title = stage.title or tr("(no title)")
    if moves:
        return tr("Let go to move it to “{stage}”", stage=title)
    return tr("Let go to paste it into “{stage}”", stage=title)


def _as_cards(wall: Wall, place: Place) -> str:
    return tr("{kind}: let go to add it here", kind=tr(KINDS[pasting.kind_for(wall, place.lane)].label))


def _lane_for_text(wall: Wall, place: Place) -> str | None:
    """The lane under the pointer, or the one that lines of text let go there would fall to."""
    kind = pasting.kind_for(wall, place.lane)
    own, here = lane_of(kind, None), lanes_of(wall.room.board).find(place.lane)
    return place.lane if here is not None and here.kind == kind else own.id if own else None


def moved(wall: Wall, event: QDragMoveEvent) -> None:
    wall.continue_gesture(event.position())
    if wall.gesture is not None and looking.well_inside(wall, event.position()):
        wall.gesture.inside = True
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped(wall: Wall, event: QDropEvent) -> None:
    """Let go over the wall."""
    data, at = event.mimeData(), event.position()
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    wall.end_gesture(at)
    if kind_of(data) is None and (taking.files_of(data) or not wall.room.document.read_only):
        taking.take(wall, data, place_at(wall, at))


def kind_of(data: QMimeData) -> str | None:
    """The kind dragged from the palette, None for anything else."""
    if not data.hasFormat(mime.KIND):
        return None
    name = bytes(data.data(mime.KIND).data()).decode("utf-8", "replace")
    return name if name in KINDS else None
