"""The map and the depths a room hands out are those of the board, whatever was done, undone or brought in."""

from collections.abc import Callable

from cxworkshop.actions import cards
from cxworkshop.analysis.backward_map import backward_map, depths
from cxworkshop.analysis.trace import trace_json
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import LINK
from cxworkshop.ui.bridge import Room
from tests.analysis.map_edits import MapEdits


def assert_right(room: Room) -> None:
    assert trace_json(room.map()) == trace_json(backward_map(room.board, room.today()))
    assert room.depths() == depths(room.board)


def cut_a_dependency(board: Board) -> ChangeSet:
    draft = Draft(board)
    draft.remove(LINK, board.links("depends_on")[0].key)
    return draft.changes()


def test_after_edits_undo_and_redo_the_map_is_that_of_the_board(open_room: Callable[..., Room]) -> None:
    room, edits = open_room("en"), MapEdits(1)
    assert_right(room)
    for _ in range(60):
        edits.undone.clear()
        edits.done.clear()  # undo is the room's own here
        assert room.do(edits.draw)
        assert_right(room)
        for step in edits.chance.choices((room.undo, room.redo), k=edits.chance.choice((0, 0, 1, 3))):
            step()
            assert_right(room)


def test_another_workshop_has_another_map(open_room: Callable[..., Room]) -> None:
    room = open_room("en")
    assert room.map().needs
    room.replace(open_room(None).document)
    assert not room.map().needs
    assert room.depths() == {}


def test_a_map_in_hand_stays_as_it_was(open_room: Callable[..., Room]) -> None:
    room = open_room("en")
    before, told = room.map(), trace_json(backward_map(room.board, room.today()))
    assert room.do(cut_a_dependency)
    assert room.map() is not before
    assert trace_json(before) == told


def test_an_edit_that_does_not_concern_the_map_leaves_the_same_one(open_room: Callable[..., Room]) -> None:
    room = open_room("en")
    before, touchpoint = room.map(), room.board.of_kind("touchpoint")[0].id
    assert room.do(lambda board: cards.edit(board, touchpoint, title="Another"))
    assert room.map() is before


def test_whoever_edits_while_being_told_of_an_edit_finds_the_map_of_the_board(open_room: Callable[..., Room]) -> None:
    room = open_room("en")
    assert_right(room)
    answered: list[bool] = []

    def answer(_: object) -> None:
        if not answered:
            answered.append(room.do(cut_a_dependency))
        assert_right(room)

    room.changed.connect(answer)
    assert room.do(cut_a_dependency)
    assert answered == [True]
    assert_right(room)
