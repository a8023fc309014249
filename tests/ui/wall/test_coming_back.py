"""What undo and redo bring back is selected, and in sight."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards, links
from cxworkshop.ui.bridge import MOST_BACK


def in_sight(wall, card: str) -> bool:
    return wall.picture.rect(card).meets(wall.camera.seen)


@pytest.mark.parametrize("doomed", [["n2"], ["n1", "n2", "v2"]])
def test_cards_that_undo_brings_back_are_selected(room, wall, doomed):
    room.select(doomed)
    wall.delete_selected()
    room.undo()
    assert set(room.selection) == set(doomed)


def test_a_card_brought_back_out_of_sight_is_scrolled_to(room, open_wall):
    wall = open_wall(room, 700, 400)
    room.do(lambda board: cards.delete(board, ["t9"]))
    wall.scroll_to(0, 0)
    room.undo()
    assert in_sight(wall, "t9")


def test_a_card_brought_back_in_sight_scrolls_nothing(room, open_wall):
    wall = open_wall(room, 700, 400)
    wall.scroll_to(60, 30)
    before = wall.scroll_place()
    shown = next(card for card in wall.picture.cards_in(wall.camera.seen) if room.board.card(card).kind == "touchpoint")
    room.do(lambda board: cards.delete(board, [shown]))
    wall.scroll_to(before.x(), before.y())
    room.undo()
    assert wall.scroll_place() == before and room.selection == (shown,)


def test_a_card_that_redo_makes_again_is_selected_and_in_sight(room, open_wall):
    wall = open_wall(room, 700, 400)
    room.do(lambda board: cards.add(board, "need", "New", "s8", card_id="nx"))
    room.undo()
    assert "nx" not in room.selection
    wall.scroll_to(0, 0)
    room.redo()
    assert room.selection == ("nx",) and in_sight(wall, "nx")


def test_undo_of_what_brings_no_card_back_leaves_the_selection(room, wall):
    room.select(["n1"])
    room.do(lambda board: cards.edit(board, "n2", title="Other"))
    room.do(lambda board: links.disconnect(board, [room.board.links_of("n2")[0].key]))
    room.undo()
    room.undo()
    assert room.selection == ("n1",)


def test_a_whole_import_made_again_is_not_selected(open_room, open_wall):
    room = open_room(None)
    open_wall(room)

    def many(board):
        return cards.add_many(board, "need", [f"Need {n}" for n in range(MOST_BACK + 1)])

    room.do(many)
    room.undo()
    room.redo()
    assert room.board.count("need") == MOST_BACK + 1 and room.selection == ()


def test_two_windows_select_the_same_cards_that_came_back(room, open_wall):
    one, other = open_wall(room, 700, 400), open_wall(room, 700, 400)
    room.do(lambda board: cards.delete(board, ["t9"]))
    for wall in (one, other):
        wall.scroll_to(0, 0)
    room.undo()
    assert all(wall.look.selection == ("t9",) and in_sight(wall, "t9") for wall in (one, other))


def test_a_stage_that_undo_brings_back_is_selected_and_in_sight(room, open_wall):
    wall = open_wall(room, 700, 400)
    room.do(lambda board: cards.delete(board, ["s8"]))
    wall.scroll_to(0, 0)
    room.undo()
    column = wall.picture.column_of_stage("s8")
    assert room.selection == ("s8",) and column.x < wall.camera.seen.right
