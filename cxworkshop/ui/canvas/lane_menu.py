"""What the context menus of the wall offer for lanes: of one, of all, and where the selected notes may go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from cxworkshop.actions.lanes import neighbour
from cxworkshop.model.cards import KINDS
from cxworkshop.model.lanes import NOTES, Lane, lanes_of
from cxworkshop.ui import folding
from cxworkshop.ui.canvas import lane_verbs, looking, verbs
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


def of_lane(menu: QMenu, wall: Wall, lane: Lane) -> None:
    """Everything that can be done with one lane that is shown."""
    can, own, lanes = lane_verbs.can_change(wall), lane.id, lanes_of(wall.room.board)
    _add(menu, tr("Rename the lane"), lambda: lane_verbs.rename(wall, own), can)
    _add(menu, tr("Move the lane up"), lambda: lane_verbs.move(wall, own, -1), can and neighbour(lanes, own, -1)[0])
    _add(menu, tr("Move the lane down"), lambda: lane_verbs.move(wall, own, 1), can and neighbour(lanes, own, 1)[0])
    _add(menu, tr("New lane below"), lambda: lane_verbs.add(wall, own), can)
    menu.addSeparator()
    if lane.kind:
        text = tr("New: {kind}", kind=tr(KINDS[lane.kind].label))
        _add(menu, text, lambda: _add_card(wall, lane), can)
    _add(menu, tr("Show the whole lane"), lambda: looking.fit_lane(wall, own))
    _add(menu, tr("Fold or open the lane"), lambda: folding.turn_lane(wall.room, own))
    _add(menu, tr("Hide the lane"), lambda: lane_verbs.hide(wall, own), can)
    if lane.own:
        _add(menu, tr("Remove the lane, keep its notes"), lambda: lane_verbs.remove(wall, own), can)
    menu.addSeparator()
    _add(menu, tr("Lanes of the wall…"), lambda: open_menu_of_all(wall))


def of_all_lanes(menu: QMenu, wall: Wall) -> None:
    """Every lane from the top with what can be done with it, the hidden ones to be shown again."""
    can = lane_verbs.can_change(wall)
    held = {lane.id: many for lane, many in wall.picture.layout.hidden}
    for lane in lanes_of(wall.room.board).every:
        name = lane.name(tr)
        if lane.hidden:
            said = tr.plural("{n} card", "{n} cards", held.get(lane.id, 0))
            text = tr("Show “{title}” again ({cards})", title=name, cards=said)
            text = text if lane.kind else tr("Show “{title}” again", title=name)
            _add(menu, text, lambda own=lane.id: lane_verbs.reveal(wall, own), can)  # type: ignore[misc]
        elif wall.picture.layout.lane_box(lane.id) is not None:
            of_lane(menu.addMenu(name.replace("&", "&&")), wall, lane)
    menu.addSeparator()
    _add(menu, tr("New lane"), lambda: lane_verbs.add(wall), can)
    if held:
        _add(menu, tr("Show all lanes"), lambda: lane_verbs.reveal_all(wall), can)
    if wall.room.folded:
        _add(menu, tr("Open all that is folded"), lambda: folding.open_all(wall.room))


def open_menu_of_all(wall: Wall) -> None:
    """The menu of all lanes, in the corner."""
    wall.close_editors()
    menu = QMenu(wall)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    of_all_lanes(menu, wall)
    menu.popup(wall.viewport().mapToGlobal(QPoint(6, wall.camera.top - 4)))


def of_notes(menu: QMenu, wall: Wall) -> None:
    """Where the selected notes may go: every other lane that holds notes."""
    board, lanes = wall.room.board, lanes_of(wall.room.board)
    notes = [card for own in wall.room.selection if (card := board.find(own)) is not None and card.kind == "note"]
    if not notes or not lanes.own:
        return
    here = {found.id for note in notes if (found := lanes.of(note, None)) is not None}
    inside = menu.addMenu(tr("Move to the lane"))
    for lane in lanes.every:
        if lane.own or lane.id == NOTES:
            can = lane_verbs.can_change(wall) and here != {lane.id}
            _add(inside, lane.name(tr), lambda own=lane.id: lane_verbs.sort_notes(wall, own), can)  # type: ignore[misc]
    menu.addSeparator()


def _add_card(wall: Wall, lane: Lane) -> None:
    verbs.add_card(wall, lane.kind, lane=lane.id)


def _add(menu: QMenu, text: str, does: Callable[[], object], enabled: bool = True) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _=False: does())
