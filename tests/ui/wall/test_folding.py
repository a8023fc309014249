"""Lanes and stages folded to strips: by sign, key and menu; what they hold is counted, nothing of it is drawn."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF

from cxworkshop.model.arrangement import Arrangement, lay_out
from cxworkshop.model.folding import FOLDED_LANE, FOLDED_STAGE, Folded
from cxworkshop.model.lanes import LANES
from cxworkshop.ui import folding
from cxworkshop.ui.canvas import WallView, paint_folded
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.pressing import Press, clicked
from tests.random_workshops import board_from_json, random_workshop


@pytest.fixture
def wall(open_room, qapp):
    made = WallView(open_room())
    made.resize(1200, 700)
    made.animated = False
    made.show()
    qapp.processEvents()
    yield made
    made.close()


def _click(wall, at: QPointF) -> None:
    clicked(wall, Press(place_at(wall, at), at, False, False))


def test_a_folded_lane_is_a_strip_that_says_how_many_cards_it_holds(wall):
    held = [card for card, box in wall.picture.boxes.items() if box.lane == "problems"]
    lane = wall.picture.layout.lane_box("problems")
    _click(wall, paint_folded.lane_sign(lane, wall.camera).center())
    box = wall.picture.layout.lane_box("problems")
    assert (box.height, box.folded) == (FOLDED_LANE, len(held))
    assert not set(held) & set(wall.picture.boxes)
    _click(wall, QPointF(20, wall.camera.to_screen(0, box.y + 10)[1]))
    assert wall.picture.layout.lane_box("problems").folded is None and set(held) <= set(wall.picture.boxes)


def test_a_folded_stage_is_a_strip_and_leaves_the_curve_whole(wall):
    column = wall.picture.layout.columns[0]
    before = len(wall.picture.layout.curve_x)
    held = {card for card, box in wall.picture.boxes.items() if box.column == 0 and box.lane != "personas"}
    _click(wall, paint_folded.stage_sign(column, wall.camera).center())
    folded = wall.picture.layout.columns[0]
    assert (folded.width, folded.folded) == (FOLDED_STAGE, len(held))
    assert not held & set(wall.picture.boxes)
    assert len(wall.picture.layout.curve_x) < before
    _click(wall, paint_folded.stage_sign(folded, wall.camera).center())
    assert held <= set(wall.picture.boxes)


def test_what_is_folded_opens_for_a_card_that_is_to_be_seen(wall):
    room = wall.room
    card = room.board.of_kind("problem")[0]
    folding.turn_lane(room, "problems")
    folding.turn_stage(room, str(card.stage))
    assert card.id not in wall.picture.boxes
    wall.reveal(card.id)
    assert card.id in wall.picture.boxes and not room.folded


def test_a_curve_that_is_folded_answers_to_no_point(wall):
    folding.turn_lane(wall.room, "experience")
    lane = wall.picture.layout.lane_box("experience")
    x, y = wall.camera.to_screen(*next((at, lane.y + 5) for at in wall.picture.layout.curve_x.values()))
    assert place_at(wall, QPointF(x, y)).what in ("cell", "beside")
    assert not wall.grab().isNull()


@pytest.mark.parametrize("seed", range(4))
def test_folding_never_loses_a_card_and_following_a_change_equals_laying_out_anew(seed):
    draw = random.Random(seed)
    board = board_from_json(random_workshop(seed))
    journey = board.journeys()[0].id
    stages = [stage.id for stage in board.stages(journey)]
    whole = lay_out(board, journey, {}, len)
    folded = Folded(
        frozenset(draw.sample([lane.id for lane in LANES], 3)), frozenset(draw.sample(stages, min(2, len(stages))))
    )
    part = lay_out(board, journey, {}, len, (), folded)
    gone = set(whole.boxes) - set(part.boxes)
    assert set(part.boxes) <= set(whole.boxes)
    for card in gone:
        box = whole.boxes[card]
        column = whole.columns[box.column]
        assert box.lane in folded.lanes or (column.stage in folded.stages and box.lane != "personas")
    assert Arrangement(board, journey, {}, len, (), folded).layout == part


def test_keys_fold_what_is_selected(open_room, qapp):
    room = open_room()
    need = room.board.of_kind("need")[0]
    room.select([need.id])
    assert folding.lane_at_hand(room) == "needs" and folding.stage_at_hand(room) == need.stage
    folding.turn_lane(room, "needs")
    folding.open_all(room)
    assert not room.folded
