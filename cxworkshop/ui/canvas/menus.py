"""The context menus of the wall: of a card, a stage, a link, an empty cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu

from cxworkshop.actions.links import Sentence
from cxworkshop.model.cards import KINDS
from cxworkshop.model.lanes import lanes_of
from cxworkshop.model.records import LINK, Link
from cxworkshop.ui import folding
from cxworkshop.ui.canvas import lane_menu, link_verbs, linking, looking, verbs
from cxworkshop.ui.canvas.improving import can_improve, improve_on_wall
from cxworkshop.ui.canvas.link_hits import link_at
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.planning import can_plan, plan_for_process
from cxworkshop.ui.speech import tr

MOST_LINKS = 24  # in a menu


def menu_for(wall: Wall, place: Place, at: QPointF | None = None) -> QMenu:
    """The menu of a place; it deletes itself when it closes."""
    menu = QMenu(wall)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if place.what in ("card", "handle", "curve") and place.card is not None:
        _for_cards(menu, wall, place.card)
    elif place.what == "corner":
        lane_menu.of_all_lanes(menu, wall)
    elif place.what in ("stage", "fold") and place.stage is not None:
        _for_stage(menu, wall, place.stage)
    else:
        key = place.link or (link_at(wall, at) if at is not None else None)
        link = wall.room.board.get(LINK, key) if key is not None else None
        if isinstance(link, Link):
            _for_link(menu, wall, link)
            if at is None:
                return menu
        _for_cell(menu, wall, place)
    return menu


def _add(menu: QMenu, text: str, does: Callable[[], object], enabled: bool = True) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _=False: does())


def _for_cards(menu: QMenu, wall: Wall, card: str) -> None:
    can = not wall.room.document.read_only
    if len(wall.room.selection) <= 1:
        _add(menu, tr("Edit the title"), lambda: wall.edit_card(card), can)
        _add(menu, tr("Link with…"), lambda: verbs.start_link(wall), can)
        _links_to_cut(menu, wall, card, can)
        shown = wall.room.spotlight == card
        menu.addSeparator()
        text = tr("Take off the shared screen") if shown else tr("Show on the shared screen")
        _add(menu, text, lambda: wall.room.put_spotlight(None if shown else card))
        if can and can_plan(wall.room, card):
            _add(menu, tr("Plan a meeting"), lambda: plan_for_process(wall.room, card))
        menu.addSeparator()
    if can_improve(wall.room):
        _add(menu, tr("Improve this"), lambda: improve_on_wall(wall))
        menu.addSeparator()
    lane_menu.of_notes(menu, wall)
    _add(menu, tr("Copy"), lambda: verbs.copy(wall))
    _add(menu, tr("Duplicate"), lambda: verbs.duplicate_selected(wall), can)
    menu.addSeparator()
    _add(menu, tr("Delete"), lambda: verbs.delete_selected(wall), can)


def _links_to_cut(menu: QMenu, wall: Wall, card: str, can: bool) -> None:
    """The links of a card, each to be cut: what the mouse does on the line itself."""
    own = wall.picture.links_of(card)
    if not own:
        return
    inside = menu.addMenu(tr("Cut a link"))
    inside.setEnabled(can)
    for link in own[:MOST_LINKS]:
        sentence = linking.reading(wall.room.board, Sentence(link.verb, link.source, link.target))
        _add(inside, sentence, lambda key=link.key: link_verbs.cut(wall, key))  # type: ignore[misc]


def _for_stage(menu: QMenu, wall: Wall, stage: str) -> None:
    can = not wall.room.document.read_only
    card = wall.room.board.card(stage)
    ids = [own.id for own in wall.room.board.stages(str(card.get("journey")))]
    after = ids[ids.index(stage) + 1 :]
    _add(menu, tr("Rename the stage"), lambda: verbs.rename_stage(wall, stage), can)
    _add(menu, tr("Add a stage before"), lambda: verbs.add_stage(wall, stage), can)
    _add(menu, tr("Add a stage after"), lambda: verbs.add_stage(wall, after[0] if after else None), can)
    menu.addSeparator()
    _add(menu, tr("Fold or open the stage"), lambda: folding.turn_stage(wall.room, stage))
    selling = menu.addAction(tr("Here the company takes the money"))
    selling.setCheckable(True)
    selling.setChecked(bool(card.get("selling")))
    selling.setEnabled(can)
    selling.triggered.connect(lambda checked: verbs.sell_here(wall, stage, checked))
    menu.addSeparator()
    _add(menu, tr("Delete the stage, keep its cards"), lambda: verbs.delete_selected(wall), can)


def _for_link(menu: QMenu, wall: Wall, link: Link) -> None:
    sentence = linking.reading(wall.room.board, Sentence(link.verb, link.source, link.target))
    title = menu.addAction(sentence.replace("&", "&&"))
    title.setEnabled(False)
    can = not wall.room.document.read_only
    inside = menu.addMenu(tr("Let it say"))
    inside.setEnabled(link_verbs.offer(inside, wall, link) and can)
    for end in (link.source, link.target):
        name = linking.short(wall.room.board.card(end).title)
        _add(menu, tr("Go to “{title}”", title=name), lambda end=end: link_verbs.go_to(wall, end))  # type: ignore[misc]
    menu.addSeparator()
    _add(menu, tr("Cut this link"), lambda: link_verbs.cut(wall, link.key), can)
    menu.addSeparator()


def _for_cell(menu: QMenu, wall: Wall, place: Place) -> None:
    can = not wall.room.document.read_only
    own = lanes_of(wall.room.board).find(place.lane)
    kind = own.kind if own is not None else ""
    if own is not None and place.what in ("label", "fold"):
        lane_menu.of_lane(menu, wall, own)
        return
    if kind and place.what == "cell":
        _add(
            menu,
            tr("New: {kind}", kind=tr(KINDS[kind].label)),
            lambda: verbs.add_card(wall, kind, stage=place.stage, lane=place.lane),
            can,
        )
    _add(menu, tr("Paste"), lambda: verbs.paste(wall), can)
    _add(menu, tr("Select all"), lambda: verbs.select_all(wall))
    menu.addSeparator()
    lane = place.lane
    if lane is not None:
        _add(menu, tr("Show the whole lane"), lambda: looking.fit_lane(wall, lane))
        _add(menu, tr("Fold or open the lane"), lambda: folding.turn_lane(wall.room, lane))
        if own is not None:
            lane_menu.of_lane(menu.addMenu(own.name(tr).replace("&", "&&")), wall, own)
    if wall.room.folded:
        _add(menu, tr("Open all that is folded"), lambda: folding.open_all(wall.room))
    _add(menu, tr("Lanes of the wall…"), lambda: lane_menu.open_menu_of_all(wall))
    _add(menu, tr("Show the whole wall"), lambda: looking.fit(wall))
