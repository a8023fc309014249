"""The next cycle: what it takes with it, what it leaves behind, what it remembers."""

from __future__ import annotations

import copy
import datetime
import json

import pytest

from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.document import Document
from cxworkshop.model.board import Board
from cxworkshop.model.previous import previous_score
from cxworkshop.model.records import CARD, Card
from cxworkshop.paths import SESSIONS
from tests.random_workshops import board_from_json, random_workshop

TODAY = datetime.date(2027, 2, 22)
GHOST = {"previous_expectation": "expectation", "previous_experience": "experience", "previous_memory": "memory"}


def coffee() -> dict:
    return json.loads((SESSIONS / "coffee.en.json").read_text("utf-8"))


def next_board(document: dict, **options) -> Board:
    new = Board()
    changes = next_cycle(board_from_json(document), TODAY, **options)
    new.check(changes)
    new.apply(changes)
    return new


def rows(board: Board, table: str) -> list:
    return sorted(json.dumps([row.key, dict(row.fields)], sort_keys=True) for row in board.records(table))


def without_ghost(card: Card) -> dict:
    return {name: value for name, value in card.fields.items() if name not in GHOST}


@pytest.mark.parametrize("seed", range(5))
def test_cards_links_contacts_and_readings_come_along_under_their_own_ids(seed):
    document = random_workshop(seed, 20)
    old, new = board_from_json(document), next_board(document)
    for table in ("link", "exposure", "reading"):
        assert rows(new, table) == rows(old, table)
    assert {key: without_ghost(card) for key, card in new.cards.items()} == {
        key: dict(card.fields) for key, card in old.cards.items()
    }


def test_votes_care_answers_and_the_agenda_stay_with_the_day_they_were_made_for():
    document = coffee()
    assert document["votes"] and document["care_answers"] and document["agenda"]
    new = next_board(document)
    assert [list(new.records(table)) for table in ("vote", "care_answer", "agenda")] == [[], [], []]


def test_the_workshop_is_one_cycle_on_and_dated_today_and_keeps_all_else():
    document = coffee()
    document["workshop"]["room"] = {"floor": 3}
    assert dict(next_board(document).workshop) == {**document["workshop"], "cycle": 2, "date": "2027-02-22"}


@pytest.mark.parametrize(("cycle", "following"), [(None, 2), (1, 2), (4.0, 5)])
def test_the_cycle_counts_from_one_where_nothing_is_said(cycle, following):
    document = coffee()
    document["workshop"].pop("cycle")
    if cycle is not None:
        document["workshop"]["cycle"] = cycle
    assert next_board(document).workshop["cycle"] == following


@pytest.mark.parametrize("clear", [False, True])
def test_each_touchpoint_remembers_its_scores_whether_they_are_cleared_or_kept(clear):
    document = coffee()
    new = next_board(document, clear_scores=clear)
    for old in (card for card in document["cards"] if card["kind"] == "touchpoint"):
        card = new.card(old["id"])
        assert {ghost: card.get(ghost) for ghost in GHOST} == {ghost: old.get(name) for ghost, name in GHOST.items()}
        assert [card.get(name) for name in GHOST.values()] == [
            None if clear else old.get(name) for name in GHOST.values()
        ]
        assert [previous_score(card, name) for name in GHOST.values()] == [old.get(name) for name in GHOST.values()]


def test_a_ghost_is_of_the_cycle_before_and_never_of_one_earlier():
    document = coffee()
    touchpoint = next(card for card in document["cards"] if card["id"] == "t5")
    touchpoint |= {"previous_experience": 4, "previous_memory": 3}
    del touchpoint["memory"]
    card = next_board(document).card("t5")
    assert card.get("previous_experience") == touchpoint["experience"] == -5
    assert "previous_memory" not in card.fields


@pytest.mark.parametrize("odd", ["3", True, None, [1], 5.5, -6, float("inf")])
def test_a_ghost_that_is_no_score_is_taken_as_absent(odd):
    card = Card(CARD, "t1", {"kind": "touchpoint", "previous_memory": odd})
    assert previous_score(card, "memory") is None


def test_cleared_scores_take_their_basis_along_and_improvements_keep_their_estimates_and_status():
    document = coffee()
    new = next_board(document, clear_scores=True)
    for kind, gone in {
        "touchpoint": {"expectation", "experience", "memory"},
        "need": {"importance", "satisfaction", "basis", "sample"},
        "problem": {"severity", "frequency"},
    }.items():
        old = [card for card in document["cards"] if card["kind"] == kind]
        assert any(gone & card.keys() for card in old)
        for card in old:
            kept = {name: value for name, value in card.items() if name not in gone | {"id"}}
            assert without_ghost(new.card(card["id"])) == kept
    for card in (card for card in document["cards"] if card["kind"] == "improvement"):
        assert dict(new.card(card["id"]).fields) == {name: value for name, value in card.items() if name != "id"}


def test_the_old_board_is_not_changed():
    document = coffee()
    board = board_from_json(document)
    before = copy.deepcopy(board.snapshot())
    next_cycle(board, TODAY, clear_scores=True)
    assert board.snapshot() == before


def test_the_log_begins_with_one_entry_that_says_where_the_cycle_came_from(tmp_path):
    document = Document.create(tmp_path / "new.cxw")
    document.apply(next_cycle(board_from_json(coffee()), TODAY), origin="import")
    document.close()
    entries = Document.open_read_only(tmp_path / "new.cxw").history()
    assert [entry.label.text.format(**entry.label.values) for entry in entries] == [
        "Start cycle 2 from “The coffee that never came”"
    ]


def test_a_workshop_without_a_title_is_named_by_its_file():
    document = coffee()
    del document["workshop"]["title"]
    label = next_cycle(board_from_json(document), TODAY, name="kitchen").label
    assert label.text.format(**label.values) == "Start cycle 2 from “kitchen”"
