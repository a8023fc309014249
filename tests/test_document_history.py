"""Going to any point of the history at once, and what the log knows of one card."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards, links
from cxworkshop.document import Document


@pytest.fixture
def document(tmp_path):
    made = Document.create(tmp_path / "own.cxw")
    yield made
    made.close()


def work(document: Document) -> list[dict]:
    """A few changes, some of them in groups; gives what the board was before the first and after each step."""
    states = [document.board.snapshot()]

    def do(changes, group=None):
        if group is not None and document.history() and document.history()[-1].group == group:
            states.pop()
        document.apply(changes, group=group)
        states.append(document.board.snapshot())

    do(cards.add(document.board, "need", "Need", card_id="n"))
    do(cards.add(document.board, "value", "Value", card_id="v"))
    do(links.connect(document.board, "v", "n"))
    for number in (1, 2, 3):
        do(cards.edit(document.board, "n", importance=number), group="drag")
    do(cards.delete(document.board, ["n"]))
    do(cards.add(document.board, "need", "Again", card_id="n"))
    return states


def test_every_point_can_be_reached_from_every_other(document):
    states = work(document)
    assert len(document.done()) == len(states) - 1 == 6
    for there in (0, 6, 3, 5, 1, 4, 2, 6, 0):
        document.go_to(there)
        assert document.board.snapshot() == states[there], there
        assert (len(document.done()), len(document.undone())) == (there, 6 - there)


def test_going_there_is_one_event_and_the_same_as_step_by_step(document, tmp_path):
    work(document)
    told = []
    document.subscribe(told.append)
    document.go_to(1)
    assert len(told) == 1 and told[0].origin == "undo"
    assert document.go_to(1) is None and len(told) == 1
    document.redo()
    document.redo()
    document.undo()
    assert len(document.done()) == 2


def test_beyond_both_ends_is_the_end(document):
    states = work(document)
    document.go_to(-5)
    assert document.board.snapshot() == states[0]
    document.go_to(99)
    assert document.board.snapshot() == states[-1]


def test_the_file_opened_again_is_where_one_went(document, tmp_path):
    states = work(document)
    document.go_to(2)
    document.close()
    again = Document.open(tmp_path / "own.cxw")
    assert again.board.snapshot() == states[2] and len(again.undone()) == 4
    again.close()


def test_the_log_knows_what_happened_to_one_card(document):
    work(document)
    found = document.entries_touching("v")
    assert [entry.label.text for entry, _ in found] == [
        "Delete “{title}”",
        "Link “{source}” → “{target}”",
        "Add “{title}”",
    ]
    assert all(delta.key == "v" or "v" in (delta.before or delta.after).values() for _, own in found for delta in own)
    assert document.entries_touching("nobody") == []
