"""What may be dragged over the wall from elsewhere: kinds from the palette, files, text, cards of another window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from cxworkshop.actions import cards
from cxworkshop.errors import Told
from cxworkshop.model.cards import KINDS
from cxworkshop.model.ids import new_id
from cxworkshop.ui import mime
from cxworkshop.ui.canvas import looking, pasting
from cxworkshop.ui.canvas.gestures import DropFromPalette
from cxworkshop.ui.canvas.places import Place, place_at
from cxworkshop.ui.portraits import portrait_in, portrait_of_file
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView

FILES = (".csv", ".tsv", ".xlsx", ".json", ".cxw")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")


def entered(wall: WallView, event: QDragEnterEvent) -> None:
    """Take it if the wall knows what to do with it."""
    data = event.mimeData()
    kind = kind_of(data)
    if kind is not None and not wall.room.document.read_only:
        wall.cancel_gesture()
        wall.begin(DropFromPalette(wall, kind), event.position())
        wall.continue_gesture(event.position())
    known = files_of(data) or is_picture(data) or data.hasFormat(mime.CARDS) or data.hasFormat(mime.MOVE)
    if kind is not None or known or data.hasText():
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()


def moved(wall: WallView, event: QDragMoveEvent) -> None:
    wall.continue_gesture(event.position())
    if wall.gesture is not None and looking.well_inside(wall, event.position()):
        wall.gesture.inside = True
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped(wall: WallView, event: QDropEvent) -> None:
    """Let go over the wall."""
    data, at = event.mimeData(), event.position()
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    paths = files_of(data)
    if wall.gesture is not None:
        wall.end_gesture(at)
    elif paths:
        wall.take_files(paths)
    elif is_picture(data):
        _take_picture(wall, data, place_at(wall, at))
    elif data.hasFormat(mime.MOVE):
        _move_here(wall, data, place_at(wall, at).stage)
    else:
        place = place_at(wall, at)
        pasting.take(wall, data, place.stage, pasting.kind_for(wall, place.lane))


def _take_picture(wall: WallView, data: QMimeData, place: Place) -> None:
    """A picture let go on a persona becomes its portrait; in the lane of personas, a new persona with this face."""
    room = wall.room
    card = room.board.find(place.card)
    if room.document.read_only or not ((card is not None and card.kind == "persona") or place.lane == "personas"):
        wall.hint(tr("Drop a picture on a persona: it becomes its portrait"))
        return
    try:
        found = portrait_in(data)
        portrait = portrait_of_file(found) if isinstance(found, Path) else found
    except Told as problem:
        room.told.emit(problem)
        return
    if portrait is None:
        return
    if card is not None and card.kind == "persona":
        if room.do(lambda board: cards.edit(board, card.id, portrait=portrait), initiator=wall):
            room.select([card.id])
        return
    made = new_id("p")
    if room.do(lambda board: cards.add(board, "persona", card_id=made, fields={"portrait": portrait}), initiator=wall):
        room.select([made])
        wall.edit_card(made)


def is_picture(data: QMimeData) -> bool:
    """Whether a picture is dragged: pixels from another program, or one file of pixels."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return data.hasImage() or (len(paths) == 1 and paths[0].suffix.lower() in PICTURES)


def _move_here(wall: WallView, data: QMimeData, stage: str | None) -> None:
    """Cards of this workshop that lay beside the wall, such as thoughts not yet sorted, find their stage."""
    named = bytes(data.data(mime.MOVE).data()).decode("utf-8", "replace").splitlines()
    here = [card_id for card_id in named if card_id in wall.room.board.cards]
    if here and wall.room.do(lambda board: cards.move(board, here, stage), initiator=wall):
        wall.room.select(here)


def kind_of(data: QMimeData) -> str | None:
    """The kind dragged from the palette, None for anything else."""
    if not data.hasFormat(mime.KIND):
        return None
    name = bytes(data.data(mime.KIND).data()).decode("utf-8", "replace")
    return name if name in KINDS else None


def files_of(data: QMimeData) -> list[Path]:
    """The files the program can read, among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in FILES]
