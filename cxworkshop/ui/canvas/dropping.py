"""What may be dragged over the wall from elsewhere: kinds from the palette, files, text, cards of another window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from cxworkshop.actions import cards
from cxworkshop.model.cards import KINDS
from cxworkshop.ui import mime
from cxworkshop.ui.canvas import pasting
from cxworkshop.ui.canvas.gestures import DropFromPalette
from cxworkshop.ui.canvas.places import place_at

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView

FILES = (".csv", ".tsv", ".xlsx", ".json", ".cxw")


def entered(wall: WallView, event: QDragEnterEvent) -> None:
    """Take it if the wall knows what to do with it."""
    data = event.mimeData()
    kind = kind_of(data)
    if kind is not None and not wall.room.document.read_only:
        wall.cancel_gesture()
        wall.begin(DropFromPalette(wall, kind), event.position())
        wall.continue_gesture(event.position())
    if kind is not None or files_of(data) or data.hasFormat(mime.CARDS) or data.hasFormat(mime.MOVE) or data.hasText():
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()


def moved(wall: WallView, event: QDragMoveEvent) -> None:
    wall.continue_gesture(event.position())
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
    elif data.hasFormat(mime.MOVE):
        _move_here(wall, data, place_at(wall, at).stage)
    else:
        place = place_at(wall, at)
        pasting.take(wall, data, place.stage, pasting.kind_for(wall, place.lane))


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
