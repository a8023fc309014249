"""The wall's layout: where every card lies, on drawn-by-lot workshops, odd ones and the examples."""

from __future__ import annotations

import datetime
import json
import unicodedata
from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.backward_map import backward_map
from cxworkshop.analysis.guests import guests
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.lanes import LANES, lane_of
from cxworkshop.model.layout import (
    CARD_WIDTH,
    HEADER_HEIGHT,
    LABEL_WIDTH,
    META_LINE,
    MOST_LINES,
    TEXT_WIDTH,
    TITLE_LINE,
    WallLayout,
    lay_out,
    title_lines,
)
from cxworkshop.model.records import CARD, LINK, Card, Link, Record, link_key
from cxworkshop.paths import SESSIONS
from tests.random_workshops import board_from_json, random_workshop

LANE_IDS = [lane.id for lane in LANES]
STAGED = ("touchpoint", "problem", "need", "value", "process", "note")


def measure(text: str) -> float:
    """Widths like those of the real font: wide emoji and ideographs, marks without a width, everything else 7."""
    return sum(0.0 if _weightless(letter) else 14.0 if _wide(letter) else 7.0 for letter in text)


def _weightless(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")


def _wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


# Boards by hand


def card(card_id: str, kind: str, **fields: Any) -> Card:
    return Card(CARD, card_id, {"kind": kind, **fields})


def link(source: str, verb: str, target: str) -> Link:
    return Link(LINK, link_key(verb, source, target), {"verb": verb, "source": source, "target": target})


def board_with(*records: Record) -> Board:
    """A customer's journey j with the stages s1 and s2, an employee's journey k with the stage t1, and `records`."""
    return board_of(
        [
            card("j", "journey", side="external"),
            card("k", "journey", side="internal"),
            card("s1", "stage", journey="j", position=1),
            card("s2", "stage", journey="j", position=2),
            card("t1", "stage", journey="k", position=1),
            *sorted(records, key=lambda own: own.table),
        ]
    )


def placed(board: Board, journey: str | None = "j", depths: Mapping[str, int | None] | None = None) -> WallLayout:
    return lay_out(board, journey, depths or {}, measure)


def column_role(layout: WallLayout, card_id: str) -> str:
    return layout.columns[layout.boxes[card_id].column].role


def column_stage(layout: WallLayout, card_id: str) -> str | None:
    return layout.columns[layout.boxes[card_id].column].stage


# Boards by lot

ODD_TEXTS = st.one_of(
    st.text(max_size=400),
    st.text(alphabet="щЁw漢😀🇷🇺👨\u200d👩\u0306\ufe0f\u00a0 \t\n\u2028-—", max_size=400),
    st.integers(1, 400).map("Щ".__mul__),
    st.lists(st.sampled_from(["в", "очередь", "кофе", "😀", "согласование"]), max_size=60).map(" ".join),
)
IDS = st.sampled_from([f"{letter}{number}" for letter in "jstpnvx" for number in range(12)])


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Any board the file could hold: stages and journeys that are missing or are other cards, unknown fields, links."""
    cards: dict[str, Card] = {}
    for number in range(draw(st.integers(0, 3))):
        cards[f"j{number}"] = card(
            f"j{number}", "journey", **draw(_some(side=st.sampled_from(["external", "internal"])))
        )
    places = st.one_of(st.sampled_from([f"s{n}" for n in range(4)]), IDS)
    for number in range(draw(st.integers(0, 4))):
        fields = draw(_some(journey=st.one_of(st.sampled_from(["j0", "j1"]), IDS), position=st.integers(-2, 3)))
        cards[f"s{number}"] = card(f"s{number}", "stage", **fields)
    for number in range(draw(st.integers(0, 25))):
        kind = draw(st.sampled_from([*STAGED, *STAGED, "persona", "improvement", "role", "kpi"]))
        own = f"{draw(st.sampled_from('tpnvx'))}{number}"
        known = {"position": st.integers(-2, 3)} if kind == "touchpoint" else {"position": _anything}
        staged = {"stage": places} if kind in STAGED else {}
        score = st.sampled_from([0, 1, 5.5, 10])
        more = draw(_some(title=ODD_TEXTS, order=st.floats(-9, 9), importance=score, severity=score, **known, **staged))
        cards[own] = card(own, kind, **more)
    ids = list(cards)
    links = {}
    for _ in range(draw(st.integers(0, 12)) if ids else 0):
        ends = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        fitting = _verbs(cards[ends[0]].kind, cards[ends[1]].kind)
        if fitting:
            made = link(ends[0], fitting, ends[1])
            links[made.key] = made
    return board_of([*cards.values(), *links.values()])


_anything = st.one_of(st.none(), st.text(max_size=3), st.integers(), st.lists(st.integers(), max_size=2))


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _verbs(source: str, target: str) -> str:
    if source == "improvement" and target in (*STAGED[:-1],):
        return "improves"
    return "walks" if source == "persona" and target in ("journey", "touchpoint") else ""


@st.composite
def walls(draw: st.DrawFn) -> tuple[Board, str | None, dict[str, int | None], list[str]]:
    """A board, the journey to look at, depths and guests."""
    board = draw(boards())
    journey = draw(st.sampled_from([None, "gone", *(own.id for own in board.of_kind("journey"))]))
    processes = [own.id for own in board.of_kind("process")]
    depths = draw(
        st.fixed_dictionaries({}, optional={own: st.sampled_from([None, 1, 2, 3, 4, 9]) for own in processes})
    )
    able = [*processes, *(own.id for own in board.of_kind("value"))]
    return board, journey, depths, draw(st.lists(st.sampled_from(able), unique=True)) if able else []


by_lot = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@given(walls())
@by_lot
def test_no_two_cards_overlap(wall):
    assert_apart(lay_out(*wall[:3], measure, wall[3]))


@given(walls())
@by_lot
def test_every_card_lies_inside_its_lane_its_column_and_the_wall(wall):
    assert_inside(lay_out(*wall[:3], measure, wall[3]))


@given(walls())
@by_lot
def test_lanes_follow_one_another_without_holes_from_the_header_to_the_foot(wall):
    assert_without_holes(lay_out(*wall[:3], measure, wall[3]))


@given(walls())
@by_lot
def test_the_cards_of_a_journeys_wall_and_no_others_have_a_box_in_their_lane_and_column(wall):
    board, journey, depths, visiting = wall
    layout = lay_out(board, journey, depths, measure, visiting)
    expected = {}
    for own in board.cards.values():
        lane, place = lane_of(own.kind, depths.get(own.id)), home(board, own, journey, visiting)
        if lane is not None and place is not None:
            expected[own.id] = (lane.id, *place)
    found = {}
    for own_id, box in layout.boxes.items():
        column = layout.columns[box.column]
        found[own_id] = (box.lane, *(("row", None) if box.lane == "personas" else (column.role, column.stage)))
    assert found == expected
    assert all(box.card == own for own, box in layout.boxes.items())


@given(walls())
@by_lot
def test_the_points_of_the_curve_go_to_the_right_with_the_order_of_touchpoints(wall):
    assert_curve_in_order(wall[0], lay_out(*wall[:3], measure, wall[3]))


@given(walls())
@by_lot
def test_touchpoints_stand_on_the_wall_in_the_order_in_which_they_are_walked(wall):
    assert_touchpoints_in_order(wall[0], lay_out(*wall[:3], measure, wall[3]))


@given(walls())
@by_lot
def test_the_same_board_gives_the_same_layout_whatever_the_order_in_which_its_cards_came(wall):
    board, journey, depths, visiting = wall
    layout = lay_out(board, journey, depths, measure, visiting)
    again = lay_out(board, journey, dict(depths), measure, tuple(visiting))
    links = board.links()
    turned = board_of([*reversed(list(board.cards.values())), *links])
    assert layout == again
    assert layout == lay_out(turned, journey, depths, measure, set(visiting))


@given(walls())
@by_lot
def test_every_card_has_the_height_of_its_lines_and_its_columns_are_side_by_side(wall):
    layout = lay_out(*wall[:3], measure, wall[3])
    for box in layout.boxes.values():
        assert box.rect.width == CARD_WIDTH
        assert 1 <= len(box.lines) <= MOST_LINES
        assert box.rect.height >= len(box.lines) * TITLE_LINE
    assert layout.columns[0].x == LABEL_WIDTH
    assert all(one.right == two.x for one, two in pairwise(layout.columns))


@given(ODD_TEXTS)
@settings(max_examples=200, deadline=None)
def test_lines_of_a_title_are_never_wider_than_the_card_and_lose_nothing_unsaid(title):
    lines = title_lines(title, measure)
    assert 1 <= len(lines) <= MOST_LINES
    assert all(measure(line) <= TEXT_WIDTH for line in lines)
    assert not any(letter in line for line in lines for letter in "\n\t\r\u2028")
    told, meant = "".join("".join(lines).split()), "".join(title.split())
    assert told == meant or (told.endswith("…") and meant.startswith(told[:-1]))


@given(st.lists(st.sampled_from(["щ", "и\u0306", "a\u0301\u0323", "👨\u200d👩\u200d👧", "❤\ufe0f"]), max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_long_word_is_cut_between_what_people_see_as_letters(letters):
    ends = set(accumulate(map(len, letters)))
    at = 0
    for line in title_lines("".join(letters), measure):
        at += len(line)
        assert at in ends or line.endswith("…") or not letters


def home(board: Board, own: Card, journey: str | None, visiting: list[str]) -> tuple[str, str | None] | None:
    """Where a card belongs on the wall of a journey, said once more: the role of its column and its stage, or None."""
    if own.kind == "persona":
        return ("row", None) if walks(board, own, journey) else None
    if own.kind == "improvement":
        stages = [board.stage_of(target) for target in board.targets(own.id, "improves")]
        known = [stage for stage in stages if stage is not None and board.journey_of(stage) is not None]
        here = [stage for stage in known if stage.get("journey") == journey]
        if here:
            return "stage", here[0].id
        return None if known else ("unplaced", None)
    at = board.journey_of(own)
    if at is not None and at.id == journey:
        return "stage", own.stage
    if own.id in visiting:
        return "elsewhere", None
    return ("unplaced", None) if at is None else None


def walks(board: Board, persona: Card, journey: str | None) -> bool:
    """A persona is on the walls it walks; one that walks none on those of its side; where its side has none, on all."""
    ways = [
        target if target.kind == "journey" else board.journey_of(target)
        for target in board.targets(persona.id, "walks")
    ]
    walked = {way.id for way in ways if way is not None}
    if walked:
        return journey in walked
    sides = {own.id: board.side_of(own) for own in board.of_kind("journey")}
    side = board.side_of(persona)
    return journey not in sides or side not in sides.values() or sides[journey] == side


def assert_apart(layout: WallLayout) -> None:
    boxes = sorted(layout.boxes.values(), key=lambda box: box.rect.y)
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other.rect.y >= box.rect.bottom:
                break
            assert not box.rect.meets(other.rect), (box, other)


def assert_inside(layout: WallLayout) -> None:
    lanes = {box.lane.id: box for box in layout.lanes}
    for box in layout.boxes.values():
        lane, column = lanes[box.lane], layout.columns[box.column]
        assert lane.y < box.rect.y and box.rect.bottom < lane.bottom
        assert box.rect.x > LABEL_WIDTH and box.rect.right < layout.width
        if box.lane != "personas":  # a row of its own across all columns
            assert column.x < box.rect.x and box.rect.right < column.right


def assert_without_holes(layout: WallLayout) -> None:
    ids = [box.lane.id for box in layout.lanes]
    assert ids == [own for own in LANE_IDS if own in ids]
    assert {lane.id for lane in LANES if lane.always} <= set(ids)
    assert layout.lanes[0].y == HEADER_HEIGHT
    assert layout.lanes[-1].bottom == layout.height
    assert all(one.bottom == two.y and one.height > 0 for one, two in pairwise(layout.lanes))
    for box in layout.lanes:
        assert layout.lane_at(box.y) is box and layout.lane_box(box.lane.id) is box


def assert_curve_in_order(board: Board, layout: WallLayout) -> None:
    expected = [own.id for own in board.touchpoints(layout.journey)] if layout.journey else []
    assert list(layout.curve_x) == expected
    assert all(one < two for one, two in pairwise(layout.curve_x.values()))
    for own_id, x in layout.curve_x.items():
        column = layout.column_at(x)
        assert column is not None and column.stage == board.card(own_id).stage


def assert_touchpoints_in_order(board: Board, layout: WallLayout) -> None:
    walked = [own.id for own in board.touchpoints(layout.journey)] if layout.journey else []
    shown = [box.card for number in range(len(layout.columns)) for box in layout.cell("touchpoints", number)]
    assert [own for own in shown if own in layout.curve_x] == walked


# By hand


def test_processes_stand_in_the_lane_of_their_depth_and_those_that_serve_nothing_in_their_own():
    depths = {"x1": 1, "x2": 2, "x3": 3, "x4": 4, "x9": 9, "x0": None}
    layout = placed(board_with(*(card(own, "process", stage="s1") for own in [*depths, "unheard"])), "j", depths)
    assert {own: layout.boxes[own].lane for own in layout.boxes} == {
        "x1": "processes-1",
        "x2": "processes-2",
        "x3": "processes-3",
        "x4": "processes-4",
        "x9": "processes-4",
        "x0": "processes-none",
        "unheard": "processes-none",
    }


def test_lanes_of_deeper_processes_and_of_notes_are_there_only_when_something_is_in_them():
    always = {lane.id for lane in LANES if lane.always}
    assert {box.lane.id for box in placed(board_with()).lanes} == always
    layout = placed(board_with(card("x", "process", stage="s2")), "j", {"x": 3})
    assert {box.lane.id for box in layout.lanes} == always | {"processes-3"}


def test_guests_stand_in_a_last_column_of_their_own_and_their_neighbours_stay_away():
    board = board_with(
        card("x", "process", stage="t1"),
        card("y", "process", stage="t1"),
        card("v", "value", stage="t1"),
        card("n", "note"),
    )
    layout = lay_out(board, "j", {"x": 2, "y": 1}, measure, guests=["x", "v"])
    assert set(layout.boxes) == {"x", "v", "n"}
    assert [column.role for column in layout.columns] == ["stage", "stage", "unplaced", "elsewhere"]
    assert column_role(layout, "x") == column_role(layout, "v") == "elsewhere"
    assert layout.boxes["x"].lane == "processes-2"


def test_a_guest_at_home_stands_in_its_own_stage():
    layout = lay_out(board_with(card("x", "process", stage="s1")), "j", {"x": 1}, measure, guests=["x"])
    assert column_stage(layout, "x") == "s1"


@pytest.mark.parametrize(
    "stage", ["gone", "n0", "j", "lost"], ids=["none", "a need", "a journey", "a stage of no journey"]
)
def test_a_card_whose_stage_is_on_no_journey_stands_with_those_not_yet_placed(stage):
    board = board_with(
        card("n0", "need", stage="s1"),
        card("lost", "stage", position=1),
        card("n", "need", stage=stage),
        card("m", "need"),
    )
    layout = placed(board)
    assert column_role(layout, "n") == column_role(layout, "m") == "unplaced"
    assert column_role(placed(board, None), "n") == "unplaced"


def test_a_journey_without_stages_shows_what_is_not_yet_placed():
    board = board_of([card("j", "journey"), card("n", "need"), card("p", "persona")])
    layout = placed(board)
    assert [column.role for column in layout.columns] == ["unplaced"]
    assert set(layout.boxes) == {"n", "p"}


def test_an_unknown_field_called_position_does_not_disturb_the_wall():
    layout = placed(
        board_with(card("n1", "need", stage="s1", position="top"), card("n2", "need", stage="s1", position=None))
    )
    assert [box.card for box in layout.cell("needs", 0)] == ["n1", "n2"]


def test_cards_of_a_cell_stand_as_people_put_them_then_by_id():
    board = board_with(
        card("n10", "need", stage="s1"), card("n2", "need", stage="s1"), card("n7", "need", stage="s1", order=-1.5)
    )
    assert [box.card for box in placed(board).cell("needs", 0)] == ["n7", "n2", "n10"]


def test_a_row_of_personas_wider_than_the_stages_widens_the_wall():
    board = board_with(*(card(f"p{number}", "persona", side="external") for number in range(9)))
    layout = placed(board)
    assert layout.columns[-1].right < 9 * CARD_WIDTH < layout.width
    assert_inside(layout)


def test_an_improvement_stands_under_the_first_thing_it_improves_on_this_journey():
    board = board_with(
        card("x", "process", stage="t1"),
        card("n", "need", stage="s2"),
        card("m", "improvement"),
        link("m", "improves", "x"),
        link("m", "improves", "n"),
    )
    assert column_stage(placed(board, "j"), "m") == "s2"
    assert column_stage(placed(board, "k"), "m") == "t1"


def test_an_improvement_of_another_journeys_card_stands_there_only_and_one_of_nothing_placed_everywhere():
    board = board_with(
        card("x", "process", stage="t1"),
        card("y", "process"),
        card("z", "process", stage="gone"),
        card("far", "improvement"),
        card("free", "improvement"),
        card("idle", "improvement"),
        link("far", "improves", "x"),
        link("free", "improves", "y"),
        link("free", "improves", "z"),
    )
    layout = placed(board, "j")
    assert "far" not in layout.boxes
    assert column_role(layout, "free") == column_role(layout, "idle") == "unplaced"
    assert column_stage(placed(board, "k"), "far") == "t1"


def test_an_improvement_of_a_card_with_a_lost_stage_goes_by_the_next_thing_it_improves():
    board = board_with(
        card("x", "process", stage="gone"),
        card("n", "need", stage="s1"),
        card("m", "improvement"),
        link("m", "improves", "x"),
        link("m", "improves", "n"),
    )
    assert column_stage(placed(board), "m") == "s1"


def test_a_persona_is_on_the_walls_it_walks_and_without_any_on_those_of_its_side():
    board = board_with(
        card("tp", "touchpoint", stage="t1"),
        card("walker", "persona", side="external"),
        card("outside", "persona", side="external"),
        card("inside", "persona", side="internal"),
        link("walker", "walks", "tp"),
    )
    assert {"outside"} == set(placed(board, "j").boxes)
    assert {"walker", "inside", "tp"} == set(placed(board, "k").boxes)


def test_a_persona_that_walks_only_what_is_on_no_journey_is_not_lost():
    board = board_with(card("tp", "touchpoint"), card("p", "persona", side="external"), link("p", "walks", "tp"))
    assert "p" in placed(board, "j").boxes and "p" not in placed(board, "k").boxes


def test_a_persona_whose_side_has_no_journey_stands_on_every_wall():
    board = board_of(
        [card("k", "journey", side="internal"), card("p", "persona"), card("q", "persona", side="internal")]
    )
    assert set(placed(board, "k").boxes) == {"p", "q"}


@pytest.mark.parametrize("figures", [{"importance": 0}, {"satisfaction": 0}, {"importance": 0, "satisfaction": 0}])
def test_a_score_of_nought_has_room_under_the_title_like_any_other(figures):
    board = board_with(card("bare", "need", stage="s1", title="A"), card("n", "need", stage="s1", title="A", **figures))
    boxes = placed(board).boxes
    assert boxes["n"].rect.height == boxes["bare"].rect.height + META_LINE


def test_a_touchpoint_that_is_no_moment_of_truth_has_no_second_line():
    board = board_with(
        card("a", "touchpoint", stage="s1", title="A"),
        card("b", "touchpoint", stage="s2", title="A", moment_of_truth=False, channel=""),
    )
    boxes = placed(board).boxes
    assert boxes["a"].rect.height == boxes["b"].rect.height


@pytest.mark.parametrize("length", [1, 19, 20, 21, 79, 80, 81, 399, 400, 5000])
def test_a_word_of_any_length_is_cut_to_fit_and_says_when_there_is_more(length):
    lines = title_lines("щ" * length, measure)
    assert all(measure(line) <= TEXT_WIDTH for line in lines)
    assert lines[-1].endswith("…") == (length > 76)


def test_an_overlong_word_on_the_last_line_fills_it():
    wide = int(TEXT_WIDTH // 7)
    lines = title_lines(" ".join(["щ" * wide] * 3 + ["ж" * 400]), measure)
    assert lines[:3] == ("щ" * wide,) * 3
    assert lines[3] == "ж" * (wide - 1) + "…"


def test_a_title_that_goes_on_after_much_white_space_is_not_cut_silently():
    assert title_lines(f"начало{' ' * 5000}конец", measure) == ("начало конец",)


def test_two_thousand_marks_without_a_width_still_say_that_there_is_more():
    assert title_lines("щ" + "\u0301" * 5000, measure)[-1].endswith("…")


# The examples, with the widths of the printed font


def session_walls() -> list[Any]:
    found = []
    for path in sorted(SESSIONS.glob("*.json")):
        board = board_from_json(json.loads(path.read_text("utf-8")))
        found += [pytest.param(path, own.id, id=f"{path.stem}-{own.id}") for own in board.journeys()]
    return found


@pytest.mark.parametrize(("path", "journey"), session_walls())
def test_the_walls_of_the_examples_are_in_order(path, journey):
    from cxworkshop.exchange.drawing.wall import measure as printed

    board = board_from_json(json.loads(path.read_text("utf-8")))
    made = backward_map(board, today=datetime.date(2026, 11, 22))
    visiting = guests(board, made, journey)
    layout = lay_out(board, journey, made.depths, printed, visiting)
    assert_apart(layout)
    assert_inside(layout)
    assert_without_holes(layout)
    assert_curve_in_order(board, layout)
    assert_touchpoints_in_order(board, layout)
    expected = {
        own.id
        for own in board.cards.values()
        if lane_of(own.kind, 1) and home(board, own, journey, list(visiting)) is not None
    }
    assert set(layout.boxes) == expected
    assert all(printed(line) <= TEXT_WIDTH for box in layout.boxes.values() for line in box.lines)
    assert not any(line.endswith("…") for box in layout.boxes.values() for line in box.lines)


def test_a_large_random_workshop_is_in_order_on_every_wall():
    board = board_from_json(random_workshop(7, processes=600, needs=120))
    made = backward_map(board)
    for journey in (None, *(own.id for own in board.journeys())):
        layout = lay_out(board, journey, made.depths, measure, guests(board, made, journey))
        assert_apart(layout)
        assert_inside(layout)
        assert_without_holes(layout)
        assert_touchpoints_in_order(board, layout)
