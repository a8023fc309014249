"""The boxes along a curve hold all of it, whatever way it goes, and are smaller than the one around it."""

from __future__ import annotations

import random

import pytest

from cxworkshop.model.boxes import Rect
from cxworkshop.model.layout import edge_curve
from cxworkshop.ui.canvas.bezier import boxes_along
from cxworkshop.ui.canvas.picture import path_between


@pytest.mark.parametrize("seed", range(40))
def test_every_point_of_a_curve_lies_in_one_of_its_boxes(seed):
    chance = random.Random(seed)
    one, other = (Rect(chance.uniform(0, 900), chance.uniform(0, 300), 162.0, 60.0) for _ in range(2))
    boxes = boxes_along(edge_curve(one, other))
    path = path_between(one, other)
    for step in range(101):
        at = path.pointAtPercent(step / 100)
        assert any(
            x - 1e-6 <= at.x() <= x + wide + 1e-6 and y - 1e-6 <= at.y() <= y + high + 1e-6
            for x, y, wide, high in boxes
        )


def test_a_long_curve_has_boxes_much_smaller_than_the_one_around_it():
    boxes = boxes_along(edge_curve(Rect(0, 0, 162, 60), Rect(900, 700, 162, 60)))
    assert len(boxes) == 4
    assert sum(wide * high for _, _, wide, high in boxes) < 900 * 640 / 2
