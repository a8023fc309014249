"""The names of lanes and stages are kept as pictures: they always show what painting them anew would."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.ui.canvas.bands import Bands
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import THEMES, themes


@pytest.fixture(autouse=True)
def as_it_was():
    language, theme = tr.language, themes.current.name
    yield
    tr.set_language(language)
    themes.put_on(theme)


def step(wall, room, chance: random.Random) -> None:
    stages = [stage.id for stage in room.board.stages(room.journey)]
    stage, roll = chance.choice(stages), chance.random()
    if roll < 0.15:
        room.do(lambda board: cards.edit(board, stage, title="Name " * chance.randrange(9)))
    elif roll < 0.25:
        room.do(lambda board: cards.edit(board, stage, selling=chance.random() < 0.5))
    elif roll < 0.4:
        room.select([stage])
    elif roll < 0.5:
        room.select(list(wall.picture.boxes)[:1])
    elif roll < 0.6:
        wall.hovered = chance.choice((Place("stage", stage=stage), Place("plus"), Place("")))
    elif roll < 0.75:
        wall.scroll_to(chance.randrange(300), chance.randrange(300))
    elif roll < 0.85:
        wall.set_zoom(chance.choice((0.5, 0.9, 1.0, 1.3)))
    elif roll < 0.9:
        wall.resize(chance.randrange(400, 800), chance.randrange(300, 600))
    elif roll < 0.95:
        themes.put_on(chance.choice(list(THEMES)))
    else:
        tr.set_language(chance.choice(("en", "ru")))


def difference(one, other) -> tuple[int, int] | None:
    """The first pixel in which two pictures differ."""
    if one == other:
        return None
    places = ((x, y) for y in range(one.height()) for x in range(one.width()))
    return next((at for at in places if one.pixel(*at) != other.pixel(*at)), (-1, -1))


@pytest.mark.parametrize("seed", range(6))
def test_names_kept_are_names_painted_anew(wall, room, seed):
    chance = random.Random(seed)
    for _ in range(25):
        step(wall, room, chance)
        QApplication.processEvents()
        kept = wall.viewport().grab().toImage()
        wall.layers.bands = Bands()
        assert difference(kept, wall.viewport().grab().toImage()) is None
