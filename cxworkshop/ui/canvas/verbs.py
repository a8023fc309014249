"""What a user does to cards and stages on the wall, as the window's commands call it. Each ends in one action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards, journeys
from cxworkshop.actions.links import sentences
from cxworkshop.model.cards import KINDS
from cxworkshop.model.ids import new_id
from cxworkshop.model.lanes import LANE_FIELD, lanes_of
from cxworkshop.model.records import Card
from cxworkshop.ui.canvas import lane_verbs, link_verbs, linking, looking
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

HERE = object()  # "where one is working", told apart from None: without a stage
FIRST_JOURNEY = N_("Customer journey")


def stage_at_hand(wall: Wall) -> str | None:
    """The stage one is working in: that of the selection, else the first one in view; None where there is none."""
    board, columns = wall.room.board, wall.picture.layout.columns
    here = [column.stage for column in columns if column.role == "stage"]
    for card_id in wall.room.selection:
        card = board.find(card_id)
        stage = card.id if card is not None and card.kind == "stage" else card.stage if card is not None else None
        if stage in here:
            return stage
        box = wall.picture.boxes.get(card_id)
        if box is not None and card is not None and card.kind != "persona" and columns[box.column].stage in here:
            return columns[box.column].stage
    seen = wall.camera.seen
    return next((c.stage for c in columns if c.role == "stage" and c.right > seen.x + 40), here[0] if here else None)


def add_card(
    wall: Wall,
    kind: str,
    *,
    stage: str | object | None = HERE,
    before: str | None = None,
    link_to: str | None = None,
    link_from: str | None = None,
    lane: str | None = None,
) -> str | None:
    """A new card with its title open, linked by the first verb that fits; one step to undo. A note stands in the own
    lane `lane`, if it is one.

    Where both directions fit, the link goes to `link_to` or comes from `link_from`.
    """
    wall.close_editors()
    own = stage_at_hand(wall) if stage is HERE else stage
    place = own if isinstance(own, str) else None
    card_id, group = new_id(kind[0]), new_id("g")
    fields, before_it = _first_fields(wall, kind, lane), wall.room.selection
    added = wall.room.do(
        lambda board: cards.add(board, kind, "", place, card_id=card_id, before=before, fields=fields),
        initiator=wall, group=group,
    )  # fmt: skip
    if not added:
        return None
    for source, target in ((card_id, link_to), (link_from, card_id)):
        fitting = sentences(wall.room.board, source, target) if source is not None and target is not None else []
        if fitting:
            linking.draw(wall, fitting[0], group)
    wall.room.select([card_id])
    if card_id in wall.picture.boxes:
        wall.glide.stop()
        looking.bring_into_view(wall, wall.picture.boxes[card_id].rect)
        wall.edit_card(card_id, group)
        if wall.editor is not None:
            wall.editor.back_to = before_it
    else:
        wall.hint(
            tr("{kind}: added; it has no place on the wall, its details are beside it", kind=tr(KINDS[kind].label))
        )
        looking.tell_hidden(wall, wall.room.board.card(card_id))
    return card_id


def _first_fields(wall: Wall, kind: str, lane: str | None) -> Mapping[str, Any]:
    """A persona added to an employee's journey is an employee; a note added in an own lane belongs to it."""
    if kind == "note":
        return {LANE_FIELD: lanes_of(wall.room.board).own_of(lane) or None}
    journey = wall.room.board.find(wall.room.journey)
    if kind == "persona" and journey is not None and wall.room.board.side_of(journey) == "internal":
        return {"side": "internal"}
    return {}


def add_below(wall: Wall) -> None:
    """A new card of the same kind right below the selected one; below a stage's name a touchpoint."""
    card = wall.room.board.find(wall.room.selection[-1]) if wall.room.selection else None
    if card is None and link_verbs.taken(wall) is not None:
        link_verbs.change(wall)
        return
    if card is None and wall.invitation is not None:
        accept_invitation(wall)
        return
    taken = lanes_of(wall.room.board).find(lane_verbs.taken(wall)) if card is None else None
    if taken is not None and taken.kind:
        add_card(wall, taken.kind, lane=taken.id)
        return
    if card is None:
        wall.hint(tr("Select a card first: the new one comes below it"))
        return
    if card.kind == "stage":
        add_card(wall, "touchpoint", stage=card.id)
        return
    add_card(wall, card.kind, stage=card.stage, before=_next_in_cell(wall, card.id), lane=card.get(LANE_FIELD))


def _next_in_cell(wall: Wall, card_id: str) -> str | None:
    box = wall.picture.boxes.get(card_id)
    cell = wall.picture.cells.get((box.lane, box.column), []) if box else []
    after = cell[cell.index(card_id) + 1 :] if card_id in cell else []
    return after[0] if after else None


def edit_selected(wall: Wall) -> None:
    """Open the title of the selected card; the name of a lane that is taken by it."""
    lane = lane_verbs.taken(wall)
    if lane is not None:
        lane_verbs.rename(wall, lane)
        return
    if link_verbs.taken(wall) is not None:
        link_verbs.change(wall)
        return
    if len(wall.room.selection) != 1:
        wall.hint(tr("Select one card to edit its title"))
        return
    chosen = wall.room.selection[0]
    looking.reveal(wall, chosen)
    if wall.room.board.card(chosen).kind == "stage":
        rename_stage(wall, chosen)
    else:
        wall.edit_card(chosen)


def start_link(wall: Wall) -> None:
    """Ask for the card to link the selected one with."""
    if len(wall.room.selection) != 1 or wall.room.selection[0] not in wall.picture.boxes:
        wall.hint(tr("Select one card to link it"))
        return
    from cxworkshop.ui.canvas.link_picker import LinkPicker

    wall.close_editors()
    wall.picker = LinkPicker(wall, wall.room.selection[0])
    wall.hint(tr("Type a title, use the arrows or click a card; Enter links, Esc cancels"))
    wall.viewport().update()


def delete_selected(wall: Wall) -> None:
    """Delete the selected cards with their links, and select a neighbour."""
    doomed = [card for card in wall.room.selection if card in wall.room.board.cards]
    lane = lane_verbs.taken(wall)
    if lane is not None:
        lane_verbs.remove(wall, lane)
    link = link_verbs.taken(wall)
    if link is not None:
        link_verbs.cut(wall, link.key)
    if not doomed:
        return
    wall.close_editors()
    neighbour = _neighbour(wall, doomed)
    if wall.room.do(lambda board: cards.delete(board, doomed), initiator=wall):
        wall.hint(
            tr.plural("{n} card deleted; undo brings it back", "{n} cards deleted; undo brings them back", len(doomed))
        )
        if neighbour is not None:
            wall.room.select([neighbour])


def _neighbour(wall: Wall, doomed: list[str]) -> str | None:
    if len(doomed) != 1:
        return None
    stages = [column.stage for column in wall.picture.layout.columns if column.role == "stage"]
    if doomed[0] in stages:
        others = [own for own in stages if own != doomed[0]]
        return others[min(stages.index(doomed[0]), len(others) - 1)] if others else None
    if doomed[0] not in wall.picture.boxes:
        return None
    box = wall.picture.boxes[doomed[0]]
    cell = wall.picture.cells[(box.lane, box.column)]
    at = cell.index(doomed[0])
    return cell[at + 1] if at + 1 < len(cell) else cell[at - 1] if at else None


def duplicate_selected(wall: Wall) -> None:
    """Copies of the selected cards right after them, selected."""
    chosen = [card.id for card in _selected(wall) if card.kind not in ("stage", "journey")]
    if not chosen:
        return
    made: list[str] = []

    def duplicated(board):  # type: ignore[no-untyped-def]
        changes, copies = cards.duplicate(board, chosen)
        made.extend(copies)
        return changes

    if wall.room.do(duplicated, initiator=wall):
        wall.room.select(made)
        if made[0] in wall.picture.boxes:
            looking.bring_into_view(wall, wall.picture.boxes[made[0]].rect)


def _selected(wall: Wall) -> list[Card]:
    return [card for own in wall.room.selection if (card := wall.room.board.find(own)) is not None]


def select_all(wall: Wall) -> None:
    """Every card that this wall shows."""
    wall.room.select(wall.picture.boxes)


def clear_selection(wall: Wall) -> None:
    """Nothing is selected any more, neither cards nor a link."""
    if link_verbs.taken(wall) is not None:
        link_verbs.take(wall, None)
    wall.room.select(())


def copy(wall: Wall) -> None:
    from cxworkshop.ui.canvas import pasting

    pasting.copy(wall, [card.id for card in _selected(wall) if card.kind not in ("stage", "journey")])


def cut(wall: Wall) -> None:
    """Copy and delete; the stages among the selection stay."""
    chosen = [card.id for card in _selected(wall) if card.kind not in ("stage", "journey")]
    if chosen:
        from cxworkshop.ui.canvas import pasting

        pasting.copy(wall, chosen)
        wall.room.do(lambda board: cards.delete(board, chosen), initiator=wall)


def paste(wall: Wall) -> None:
    """Paste what the clipboard holds where one is working."""
    data = QApplication.clipboard().mimeData()
    if data is not None:  # a clipboard nobody has used has none
        from cxworkshop.ui.canvas import taking

        taking.take(wall, data, _place_at_hand(wall))


def _place_at_hand(wall: Wall) -> Place:
    chosen = wall.room.selection[0] if wall.room.selection else None
    return Place("cell", card=chosen, stage=stage_at_hand(wall))


def add_next_stage(wall: Wall) -> None:
    """A new stage right after the one of the selection; at the end where nothing is selected."""
    own = [column.stage for column in wall.picture.layout.columns if column.role == "stage"]
    here = stage_at_hand(wall) if wall.room.selection else None
    after = own[own.index(here) + 1 :] if here in own else []
    add_stage(wall, after[0] if after else None)


def add_stage(wall: Wall, before: str | None = None) -> None:
    """A new stage, its name open; the first one brings its journey with it."""
    wall.close_editors()
    if wall.room.journey is None:
        begin_journey(wall)
        return
    journey, stage, group = wall.room.journey, new_id("s"), new_id("g")
    before_it = wall.room.selection
    if wall.room.do(
        lambda board: journeys.add_stage(board, journey, before=before, stage_id=stage), initiator=wall, group=group
    ):
        _open_stage(wall, stage, group)
        if wall.editor is not None:
            wall.editor.back_to = before_it


def begin_journey(wall: Wall) -> None:
    """The first journey with its first stage, whose name is open."""
    journey = new_id("j")
    if wall.room.do(lambda board: journeys.add(board, tr(FIRST_JOURNEY), journey_id=journey), initiator=wall):
        wall.room.show_journey(journey)
        _open_stage(wall, wall.room.board.stages(journey)[0].id, None)


def _open_stage(wall: Wall, stage: str, group: str | None) -> None:
    wall.room.select([stage])
    column = wall.picture.column_of_stage(stage)
    if column is not None:
        wall.glide.stop()
        looking.bring_column_into_view(wall, column)
        wall.edit_card(stage, group)


def rename_stage(wall: Wall, stage_id: str | None = None) -> None:
    """Open the name of a stage: this one, or the one of the selection."""
    stage = stage_id or stage_at_hand(wall)
    if stage is not None:
        _open_stage(wall, stage, None)


def sell_here(wall: Wall, stage: str, selling: bool) -> None:
    """Mark a stage as the one where the company takes the money, or not."""
    wall.room.do(lambda board: cards.edit(board, stage, selling=selling), initiator=wall)


def accept_invitation(wall: Wall) -> None:
    """Do what an empty wall invites to."""
    does = wall.invitation.does if wall.invitation else ""
    if does == "card":
        add_card(wall, "touchpoint")
    elif does:
        add_stage(wall)
