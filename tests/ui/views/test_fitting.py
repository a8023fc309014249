"""Rows of a list where not all fit: the rest is counted, and no room is wasted for that."""

import random

import pytest

from cxworkshop.ui.views.fitting import rows_that_fit, uneven_rows_that_fit


@pytest.mark.parametrize("seed", range(5))
def test_what_is_shown_fits_with_the_line_that_counts_the_rest_and_one_more_row_would_not(seed):
    chance = random.Random(seed)
    for _ in range(200):
        count, row = chance.randint(1, 60), chance.uniform(20, 90)
        note, room = chance.uniform(10, row), chance.uniform(100, 900)
        shown = rows_that_fit(count, room, row, note)
        assert 1 <= shown <= count
        if shown < count:
            assert shown == 1 or shown * row + note <= room + 1
            assert (shown + 1) * row + note > room
        else:
            assert count * row <= room + 1 or count == 1


@pytest.mark.parametrize("seed", range(5))
def test_rows_of_different_heights_fit_in_the_same_way(seed):
    chance = random.Random(seed)
    for _ in range(200):
        heights = [chance.uniform(20, 90) for _ in range(chance.randint(0, 20))]
        note, room = chance.uniform(10, 20), chance.uniform(0, 900)
        shown = uneven_rows_that_fit(heights, room, note)
        if shown < len(heights):
            assert sum(heights) > room and (not shown or sum(heights[:shown]) + note <= room + 1)
            assert sum(heights[: shown + 1]) + note > room
        else:
            assert sum(heights) <= room + 1
