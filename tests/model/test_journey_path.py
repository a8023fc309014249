"""The path from touchpoint to touchpoint: forks, joins, loops, and lines that run between cards only."""

from __future__ import annotations

import random
from typing import Any

import pytest

from cxworkshop.model.arrangement import lay_out
from cxworkshop.model.journey_path import LANE, path_on
from cxworkshop.model.layout import WallLayout
from tests.random_workshops import board_from_json


def _wall(steps: list[tuple[str, str]], stages: int = 4, a_stage: int = 2) -> tuple[Any, WallLayout]:
    cards: list[dict[str, Any]] = [{"id": "j", "kind": "journey", "title": "Way", "side": "external"}]
    for stage in range(stages):
        cards.append({"id": f"s{stage}", "kind": "stage", "title": "", "journey": "j", "position": stage})
        for own in range(a_stage):
            at = stage * a_stage + own
            cards.append(
                {"id": f"t{at}", "kind": "touchpoint", "title": "x" * at, "stage": f"s{stage}", "position": own}
            )
    links = [{"verb": "next", "source": source, "target": target} for source, target in steps]
    board = board_from_json({"workshop": {}, "cards": cards, "links": links})
    return board, lay_out(board, "j", {}, lambda text: 6.0 * len(text))


def test_without_links_nothing_is_drawn():
    assert path_on(*_wall([])).steps == ()


def test_a_step_to_the_neighbour_runs_straight_across():
    (step,) = path_on(*_wall([("t0", "t1")])).steps
    assert not step.back and len(step.points) == 2 and step.points[0][1] == step.points[1][1]


def test_a_fork_a_join_and_a_loop_are_told_apart():
    path = path_on(*_wall([("t0", "t1"), ("t0", "t2"), ("t1", "t3"), ("t2", "t3"), ("t3", "t0")]))
    assert path.forks == {"t0"} and path.joins == {"t3"}
    assert [(step.source, step.target) for step in path.steps if step.back] == [("t3", "t0")]


@pytest.mark.parametrize("seed", range(8))
def test_no_line_crosses_a_card(seed):
    draw = random.Random(seed)
    names = [f"t{at}" for at in range(24)]
    steps = list({(draw.choice(names), draw.choice(names)) for _ in range(30)})
    board, layout = _wall(steps, stages=6, a_stage=4)
    boxes = [box.rect for box in layout.boxes.values() if box.lane == LANE]
    for step in path_on(board, layout).steps:
        for (x1, y1), (x2, y2) in zip(step.points, step.points[1:], strict=False):
            assert x1 == x2 or y1 == y2
            for rect in boxes:
                inside = (
                    max(x1, x2) > rect.x + 0.1
                    and min(x1, x2) < rect.right - 0.1
                    and max(y1, y2) > rect.y + 0.1
                    and min(y1, y2) < rect.bottom - 0.1
                )
                assert not inside, step
