"""Where everything on the wall lies: nothing covers anything else, and everything stands in its lane and column."""

from __future__ import annotations

import random

import pytest

from cxworkshop.model.arrangement import lay_out
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import GAP, TEXT_WIDTH, Rect
from cxworkshop.model.draft import Draft
from cxworkshop.model.filling import has_meta, title_lines
from cxworkshop.model.lanes import LANES, lane_of
from cxworkshop.model.layout import edge_curve
from cxworkshop.model.wrapping import wrap


def measure(text: str) -> float:
    return 7.0 * len(text)


WORDS = ("кофе", "заказ", "невероятнодлинноесловобезпробелов", "a", "процесс", "—")


def crowded(seed: int) -> tuple[Board, dict[str, int | None]]:
    chance, board = random.Random(seed), Board()
    draft = Draft(board)
    draft.add_card("journey", {}, "j")
    draft.add_card("journey", {}, "other")
    stages = [draft.add_card("stage", {"journey": "j", "position": n}, f"s{n}") for n in range(chance.randrange(5))]
    stages.append(draft.add_card("stage", {"journey": "other"}, "far"))
    depths: dict[str, int | None] = {}
    for _ in range(chance.randrange(120)):
        kind = chance.choice(["persona", "touchpoint", "problem", "need", "value", "process", "improvement", "note"])
        title = " ".join(chance.choices(WORDS, k=chance.randrange(12)))
        fields = {"title": title, "stage": chance.choice([*stages, None, "nowhere"])}
        own = draft.add_card(
            kind, {k: v for k, v in fields.items() if kind not in ("persona", "improvement") or k == "title"}
        )
        if kind == "process":
            depths[own] = chance.choice([None, 1, 2, 3, 4, 7])
    board.apply(draft.changes())
    return board, depths


@pytest.mark.parametrize("seed", range(25))
def test_no_card_covers_another_and_each_stands_in_its_lane_and_column(seed):
    board, depths = crowded(seed)
    wall = lay_out(board, "j", depths, measure)
    boxes = list(wall.boxes.values())
    for number, box in enumerate(boxes):
        assert not any(box.rect.meets(other.rect) for other in boxes[number + 1 :])
        lane = wall.lane_box(box.lane)
        assert lane is not None and lane.y <= box.rect.y and box.rect.bottom <= lane.bottom
        assert box.lane == lane_of(board.card(box.card).kind, depths.get(box.card)).id
        if box.lane != "personas":
            column = wall.columns[box.column]
            assert column.x <= box.rect.x and box.rect.right <= column.right
            stage = board.stage_of(board.card(box.card))
            assert column.stage == (stage.id if stage else None)
        assert box.rect.right <= wall.width and box.rect.bottom <= wall.height


@pytest.mark.parametrize("seed", range(5))
def test_every_card_without_another_journey_is_on_the_wall_and_those_of_another_are_not(seed):
    board, depths = crowded(seed)
    wall = lay_out(board, "j", depths, measure)
    expected = {
        card.id
        for card in board.cards.values()
        if lane_of(card.kind, depths.get(card.id)) is not None and card.get("stage") != "far"
    }
    assert set(wall.boxes) == expected


def test_lanes_follow_one_another_from_the_customer_down():
    wall = lay_out(Board(), None, {}, measure)
    assert [box.lane.id for box in wall.lanes] == [lane.id for lane in LANES if lane.always]
    assert all(upper.bottom == lower.y for upper, lower in zip(wall.lanes, wall.lanes[1:], strict=False))
    assert wall.lane_at(wall.lanes[2].y) is wall.lanes[2] and wall.lane_at(-1) is None


def test_a_guest_of_another_journey_stands_in_a_column_of_its_own():
    board = Board()
    draft = Draft(board)
    draft.add_card("journey", {}, "j")
    draft.add_card("stage", {"journey": "j"}, "s")
    draft.add_card("journey", {}, "other")
    draft.add_card("stage", {"journey": "other"}, "far")
    draft.add_card("process", {"stage": "far", "title": "x"}, "guest")
    board.apply(draft.changes())
    assert "guest" not in lay_out(board, "j", {"guest": 2}, measure).boxes
    wall = lay_out(board, "j", {"guest": 2}, measure, guests=["guest"])
    assert wall.columns[wall.boxes["guest"].column].role == "elsewhere"
    assert [column.role for column in wall.columns] == ["stage", "elsewhere"]


@pytest.mark.parametrize(
    "text", ["", "кофе", "Сверить заказ с чеком до выдачи", "ж" * 500, " ".join("жираф" * 3 for _ in range(40))]
)
def test_titles_fit_their_cards(text):
    lines = title_lines(text, measure)
    assert len(lines) <= 4 and all(measure(line) <= TEXT_WIDTH for line in lines)
    shown = "".join(lines).replace(" ", "")
    whole = text.replace(" ", "")
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))


def test_a_title_that_fits_is_left_as_it_is():
    assert wrap("один два", 1000, 4, measure) == ("один два",)


def test_the_experience_curve_has_a_point_for_every_touchpoint_from_left_to_right():
    board = Board()
    draft = Draft(board)
    draft.add_card("journey", {}, "j")
    for stage in range(3):
        draft.add_card("stage", {"journey": "j", "position": stage}, f"s{stage}")
        for number in range(stage + 1):
            draft.add_card("touchpoint", {"stage": f"s{stage}", "position": number}, f"t{stage}{number}")
    board.apply(draft.changes())
    wall = lay_out(board, "j", {}, measure)
    points = [wall.curve_x[card.id] for card in board.touchpoints("j")]
    assert len(points) == 6 and points == sorted(set(points))


def test_a_line_leaves_and_arrives_at_the_sides_that_face_each_other():
    upper, lower, right = Rect(0, 0, 10, 10), Rect(0, 50, 10, 10), Rect(50, 0, 10, 10)
    assert (edge_curve(upper, lower)[0], edge_curve(upper, lower)[-1]) == ((5, 10), (5, 50))
    assert (edge_curve(lower, upper)[0], edge_curve(lower, upper)[-1]) == ((5, 50), (5, 10))
    assert (edge_curve(upper, right)[0], edge_curve(upper, right)[-1]) == ((10, 5), (50, 5))


def test_a_process_always_has_a_line_for_its_owner():
    board = Board()
    draft = Draft(board)
    draft.add_card("process", {}, "p")
    draft.add_card("need", {}, "n")
    draft.add_card("need", {"importance": 3}, "scored")
    board.apply(draft.changes())
    assert [has_meta(board.card(card)) for card in ("p", "n", "scored")] == [True, False, True]


@pytest.mark.parametrize(("stages", "in_a_row"), [(0, 6), (2, 6), (12, 12), (60, 63)])
def test_many_personas_stand_in_rows_no_wider_than_the_stages(stages, in_a_row):
    draft = Draft(Board())
    draft.add_card("journey", {}, "j")
    for number in range(stages):
        draft.add_card("stage", {"journey": "j", "position": number}, f"s{number}")
    for number in range(150):
        draft.add_card("persona", {"title": f"Persona {number}"}, f"p{number:03}")
    board = Board()
    board.apply(draft.changes())
    wall = lay_out(board, "j", {}, measure)
    first = wall.boxes["p000"].rect
    people = sorted(wall.boxes.values(), key=lambda box: box.card)
    assert [box.card for box in people if box.rect.y == first.y] == [f"p{n:03}" for n in range(in_a_row)]
    assert max(box.rect.right for box in people) <= max(wall.columns[-1].right, first.x + 6 * 172)
    lane = wall.lane_box("personas")
    assert lane is not None and people[-1].rect.bottom < lane.bottom < people[-1].rect.bottom + 2 * GAP


@pytest.mark.parametrize(
    ("many", "wide", "deep"), [(4, 1, 4), (5, 2, 3), (12, 2, 6), (13, 3, 5), (60, 5, 12), (300, 6, 50)]
)
def test_a_stage_of_many_cards_grows_in_width_as_in_depth(many, wide, deep):
    draft = Draft(Board())
    draft.add_card("journey", {}, "j")
    draft.add_card("stage", {"journey": "j", "position": 1}, "s")
    for number in range(many):
        draft.add_card("need", {"title": f"Need {number}", "stage": "s"}, f"n{number:03}")
    board = Board()
    board.apply(draft.changes())
    boxes = lay_out(board, "j", {}, measure).boxes.values()
    assert len({box.rect.x for box in boxes}) == wide
    assert len({box.rect.y for box in boxes}) == deep
