"""Exports that leave the room carry no names."""

import json

from cxworkshop.exchange import json_format
from cxworkshop.exchange.anonymise import anonymised
from cxworkshop.model.board import Board

DOCUMENT = {
    "format": "cxworkshop",
    "version": 1,
    "workshop": {"title": "Кофе", "facilitator": "Анна Иванова"},
    "cards": [
        {
            "id": "t1",
            "kind": "note",
            "title": "Долго",
            "author": "Анна Иванова",
            "email": "anna@example.com",
            "size": 3,
        },
        {"id": "r1", "kind": "role", "title": "Касса", "people": 4},
        {"id": "m1", "kind": "meeting", "title": "Встреча", "questions": "Анна?"},
        {"id": "c1", "kind": "recording", "title": "Без согласия", "file": "Анна.mp4"},
        {"id": "c2", "kind": "recording", "title": "С согласием", "file": "2.mp4", "consent": True},
    ],
    "links": [
        {"verb": "of", "source": "c1", "target": "m1"},
        {"verb": "of", "source": "c2", "target": "m1", "by": "Анна"},
    ],
    "votes": [
        {"round": "1", "card": "t1", "voter": "Борис", "points": 1},
        {"round": "2", "card": "t1", "voter": "анна иванова ", "points": 1},
    ],
    "theirs": {"who": "Анна"},
}


def test_names_become_numbers_one_a_person_and_the_board_itself_is_untouched():
    board = Board()
    board.apply(json_format.plan(DOCUMENT, board).changes)
    before = board.snapshot()
    told = json_format.to_document(anonymised(board, "ru"))
    text = json.dumps(told, ensure_ascii=False)
    assert board.snapshot() == before
    assert not any(name in text for name in ("Анна", "анна", "Борис", "anna@"))
    note = told["cards"][0]
    assert told["votes"][1]["voter"] == note["author"] != told["votes"][0]["voter"]
    assert note["author"] == "Участник 1" and note["size"] == 3


def test_recordings_without_consent_are_left_out_with_their_links():
    board = Board()
    board.apply(json_format.plan(DOCUMENT, board).changes)
    told = json_format.to_document(anonymised(board, "en"))
    assert [card["id"] for card in told["cards"]] == ["t1", "r1", "m1", "c2"]
    assert [link["source"] for link in told["links"]] == ["c2"]
