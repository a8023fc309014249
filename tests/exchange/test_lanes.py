"""The lanes of a workshop go with it: through JSON unchanged, into pictures and the next cycle."""

from __future__ import annotations

import datetime
import json
import random
from itertools import combinations
from pathlib import Path

import pytest

from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.analysis.backward_map import depths
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.drawing.tiles import tiles
from cxworkshop.exchange.formats import export
from cxworkshop.exchange.json_format import to_document
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.arrangement import lay_out
from cxworkshop.model.board import Board
from cxworkshop.model.lanes import LANES, lanes_of
from cxworkshop.paths import SESSIONS

LAID = [
    {"id": "touchpoints"},
    {"id": "needs", "title": "Что важно"},
    {"id": "problems", "hidden": True},
    {"id": "law", "title": "Юристы", "colour": "#123456"},
]


def workshop(lanes: object) -> Board:
    document = json.loads((SESSIONS / "coffee.ru.json").read_text("utf-8"))
    document["workshop"]["lanes"] = lanes
    stage = next(card["id"] for card in document["cards"] if card["kind"] == "stage")
    document["cards"].append({"id": "own", "kind": "note", "title": "Согласие", "stage": stage, "lane": "law"})
    board = Board()
    board.apply(plan_addition(document, board, "example").changes)
    return board


@pytest.mark.parametrize("lanes", [LAID, [], "mine", 7, {"a": [1, None]}, [7, {"id": 3}, {"title": "x"}], None])
def test_whatever_the_field_holds_json_gives_it_back(lanes):
    document = to_document(workshop(lanes))
    assert document["workshop"]["lanes"] == lanes
    assert next(card for card in document["cards"] if card["id"] == "own")["lane"] == "law"


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_pictures_show_the_lanes_as_the_workshop_has_them(tmp_path: Path, suffix):
    path = tmp_path / f"wall.{suffix}"
    export(workshop(LAID), path, ExportOptions(language="ru"))
    if suffix == "svg":
        text = path.read_text("utf-8")
        assert all(word in text for word in ("Что важно", "Юристы", "1 дорожка скрыта", "Согласие"))
        assert text.index("Точки контакта") < text.index("Что важно") < text.index("Юристы")
        assert ">Проблемы<" not in text
    elif suffix == "pdf":
        pypdfium2 = pytest.importorskip("pypdfium2")
        document = pypdfium2.PdfDocument(path)
        text = " ".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
        assert "Юристы" in text and "дорожка скрыта" in text
    else:
        assert path.read_bytes().startswith(b"\x89PNG")


def test_the_next_cycle_has_the_same_lanes():
    new = Board()
    new.apply(next_cycle(workshop(LAID), datetime.date(2027, 2, 1)))
    lanes = lanes_of(new)
    assert lanes.by_id["law"].title == "Юристы" and new.card("own").get("lane") == "law"
    assert [lane.id for lane in lanes.hidden] == ["problems"] and len(lanes.every) == len(LANES) + 1


@pytest.mark.parametrize("seed", range(10))
def test_the_parts_of_a_wall_hold_every_card_once_whatever_the_order_of_the_lanes(seed):
    chance = random.Random(seed)
    ids = [lane.id for lane in LANES] + ["law"]
    chance.shuffle(ids)
    lanes = [{"id": own, "title": "Юристы"} if own == "law" else {"id": own} for own in ids]
    for entry in chance.sample(lanes, chance.randrange(4)):
        entry["hidden"] = True
    board = workshop(lanes)
    for journey in board.journeys():
        layout = lay_out(board, journey.id, depths(board), lambda text: 7.0 * len(text))
        size = chance.choice([(600.0, 300.0), (900.0, 700.0), (2000.0, 400.0)])
        parts = tiles(layout, *size)
        assert sorted(card for part in parts for card in part.boxes) == sorted(layout.boxes)
        for part in parts:
            assert all(rect.right <= part.width and rect.bottom <= part.height for rect in part.boxes.values())
            for one, other in combinations(part.boxes.values(), 2):
                assert not one.meets(other)


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_a_wall_all_of_whose_lanes_are_hidden_is_still_a_picture(tmp_path: Path, suffix):
    path = tmp_path / f"wall.{suffix}"
    export(workshop([{"id": lane.id, "hidden": True} for lane in LANES]), path, ExportOptions())
    assert path.stat().st_size > 500
