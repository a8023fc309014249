"""What becomes of something dropped on the wall or pasted there: files, pictures, cards, thoughts, text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from cxworkshop.actions import cards
from cxworkshop.errors import Told
from cxworkshop.model.ids import new_id
from cxworkshop.ui import mime
from cxworkshop.ui.canvas import pasting
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.portraits import portrait_in, portrait_of_file
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

PICTURE = N_("Drop a picture on a persona: it becomes its portrait")
PICTURES_TOLD = N_("Drop pictures in the lane of personas: each becomes a persona with this face")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")


def take(wall: Wall, data: QMimeData, place: Place) -> None:
    """Do with what was dropped at a place, or pasted there, what it is for."""
    if is_picture(data):
        _take_picture(wall, data, place)
    elif pictures_named(data) and (has_face(wall, place) or not files_of(data)):
        _take_pictures(wall, data, place)
    elif files_named(data):
        wall.hint("" if files_of(data) else about_files(data))
        if files_of(data):
            wall.take_files(files_of(data))
    elif data.hasFormat(mime.MOVE):
        _move_here(wall, data, place.stage, pasting.lane_for(wall, place.lane) if place.lane is not None else None)
    else:
        kind, lane = pasting.kind_for(wall, place.lane), pasting.lane_for(wall, place.lane)
        pasting.take(wall, data, place.stage, kind, lane)


def about_files(data: QMimeData) -> str:
    """What letting these files go would do."""
    known, named = files_of(data), files_named(data)
    if not known and not pictures_named(data):
        return tr("“{name}” is no file that can be read here", name=named[0].name)
    pictures = pictures_named(data)
    if not known and pictures:
        return tr(PICTURES_TOLD)
    if len(known) > 1:
        return tr.plural(
            "Let go to look at {n} file, one after the other",
            "Let go to look at {n} files, one after the other",
            len(known),
        )
    return tr("Let go to read “{name}”", name=known[0].name)


def files_named(data: QMimeData) -> list[Path]:
    """The files among what is dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def files_of(data: QMimeData) -> list[Path]:
    """Those of them that the program can read."""
    from cxworkshop.exchange.formats import FORMATS, WORKSHOP_SUFFIX

    readable = {f".{one.suffix}" for one in FORMATS if one.read} | {WORKSHOP_SUFFIX}
    return [path for path in files_named(data) if path.suffix.lower() in readable]


def pictures_named(data: QMimeData) -> list[Path]:
    """Those of the files that are pictures by their names."""
    return [path for path in files_named(data) if path.suffix.lower() in PICTURES]


def is_picture(data: QMimeData) -> bool:
    """Whether it is a picture: one file of pixels, or pixels with no text but their address.

    Spreadsheets copy their cells as a picture too.
    """
    paths = files_named(data)
    if paths:
        return len(paths) == 1 and paths[0].suffix.lower() in PICTURES
    titles = pasting.titles_of(data) if data.hasImage() else []
    return data.hasImage() and (not titles or (len(titles) == 1 and "://" in titles[0]))


def has_face(wall: Wall, place: Place) -> bool:
    """Whether a picture can become a portrait there."""
    card = wall.room.board.find(place.card)
    return (card is not None and card.kind == "persona") or place.lane == "personas"


def _take_picture(wall: Wall, data: QMimeData, place: Place) -> None:
    """A picture let go on a persona becomes its portrait; in the lane of personas, a new persona with this face."""
    room = wall.room
    card = room.board.find(place.card)
    if room.document.read_only or not has_face(wall, place):
        wall.hint(tr(PICTURE))
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


def _take_pictures(wall: Wall, data: QMimeData, place: Place) -> None:
    """Several pictures: a persona for each, in one step; let go on a persona, the first is its face. What is no picture
    is told and left, lists among them are looked at afterwards."""
    room, paths = wall.room, pictures_named(data)
    if room.document.read_only or not has_face(wall, place):
        wall.hint(tr(PICTURES_TOLD))
        return
    portraits = []
    for path in paths:
        try:
            portraits.append(portrait_of_file(path))
        except Told as problem:
            room.told.emit(problem)
    card, group, made = room.board.find(place.card), new_id("g"), []
    if card is not None and card.kind == "persona" and portraits:
        portrait = portraits.pop(0)
        if room.do(lambda board: cards.edit(board, card.id, portrait=portrait), initiator=wall, group=group):
            made.append(card.id)
    for portrait in portraits:
        own = new_id("p")
        if room.do(
            lambda board, own=own, face=portrait: cards.add(board, "persona", card_id=own, fields={"portrait": face}),  # type: ignore[misc]
            initiator=wall, group=group,
        ):  # fmt: skip
            made.append(own)
    if made:
        room.select(made)
        wall.hint(tr("Faces taken from pictures: {n} of {all}", n=str(len(made)), all=str(len(paths))))
    if files_of(data):
        wall.take_files(files_of(data))


def _move_here(wall: Wall, data: QMimeData, stage: str | None, lane: str | None) -> None:
    """Cards of this workshop that lay beside the wall, such as thoughts not yet sorted, find their stage."""
    named = bytes(data.data(mime.MOVE).data()).decode("utf-8", "replace").splitlines()
    here = [card_id for card_id in named if card_id in wall.room.board.cards]
    if here and wall.room.do(lambda board: cards.move(board, here, stage, lane=lane), initiator=wall):
        wall.room.select(here)
