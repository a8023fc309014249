"""Interchange JSON: what goes in comes out, and what cannot go in is told."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange import json_format
from cxworkshop.exchange.adding import LISTS, frozen
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

NAMES = ("cards", "links", *LISTS.values())


def document(**parts):
    return {"format": "cxworkshop", "version": 1, "workshop": {}, **{name: [] for name in NAMES}, **parts}


def imported(doc, board=None):
    board = board or Board()
    plan = json_format.plan(doc, board, "x.json")
    board.check(plan.changes)
    board.apply(plan.changes)
    return board, plan


def as_sets(doc):
    parts = {name: Counter(frozen(row) for row in doc.get(name, [])) for name in NAMES}
    return parts | {name: frozen(value) for name, value in doc.items() if name not in NAMES}


def read(text):
    return json_format.read_document(text if isinstance(text, bytes) else text.encode(), "x.json")


NEED = {"id": "n1", "kind": "need", "title": "Кофе сразу", "importance": 10}
VALUE = {"id": "v1", "kind": "value", "title": "Coffee again"}


def test_an_export_after_import_equals_the_import():
    doc = document(
        workshop={"title": "Кофе", "language": "ru", "cycle": 1, "mood": {"of": ["the", None, 1.5]}},
        cards=[NEED, VALUE, {"id": "s", "kind": "stage", "note": "", "mine": None}],
        links=[{"verb": "satisfies", "source": "v1", "target": "n1", "weight": 3}],
        exposures=[],
        votes=[{"round": "1", "card": "n1", "voter": "A", "points": 2}] * 2 + [{"id": "7", "card": "v1"}],
        agenda=[{"title": "Начало", "minutes": 10}, {"title": "End"}, {"title": "Начало", "minutes": 10}],
        theirs={"tool": "other"},
    )
    board, plan = imported(doc)
    again = json_format.to_document(board)
    assert as_sets(again) == as_sets(doc)
    assert again["agenda"] == doc["agenda"]
    assert plan.counts == {"workshop": 4 + 1, "need": 1, "value": 1, "stage": 1, "link": 1, "vote": 3, "agenda": 3}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
UNKNOWN = st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=6).map("x_".__add__), JSON, max_size=3)


@settings(max_examples=60, deadline=None)
@given(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
def test_unknown_fields_of_every_shape_are_given_back(top, workshop, card, link, vote):
    doc = document(
        **top,
        workshop=workshop,
        cards=[{**NEED, **card}, VALUE],
        links=[{"verb": "satisfies", "source": "v1", "target": "n1", **link}],
        votes=[{"card": "n1", **vote}],
    )
    board, _ = imported(read(json.dumps(doc)))
    again = b"".join(line.encode() for line in json_format._lines(json_format.to_document(board)))
    assert as_sets(read(again)) == as_sets(doc)


def test_importing_twice_adds_nothing_the_second_time():
    doc = document(
        cards=[NEED, VALUE], links=[{"verb": "satisfies", "source": "v1", "target": "n1"}], agenda=[{"title": "a"}]
    )
    board, _ = imported(doc)
    before = board.snapshot()
    _, plan = imported(doc, board)
    assert not plan.changes and plan.skipped == 4 and board.snapshot() == before


def test_a_taken_id_gives_the_new_card_another_and_links_and_mentions_follow():
    mine = document(
        cards=[{"id": "s1", "kind": "stage", "title": "Mine"}, {"id": "n1", "kind": "need", "title": "Mine"}]
    )
    board, _ = imported(mine)
    theirs = document(
        cards=[{"id": "s1", "kind": "stage", "title": "Theirs"}, {**NEED, "stage": "s1"}, VALUE],
        links=[{"verb": "satisfies", "source": "v1", "target": "n1"}],
        votes=[{"card": "n1", "points": 1}],
    )
    _, plan = imported(theirs, board)
    need = next(card for card in board.of_kind("need") if card.title == "Кофе сразу")
    stage = next(card for card in board.of_kind("stage") if card.title == "Theirs")
    assert need.id != "n1" and board.card("n1").title == "Mine"
    assert need.stage == stage.id
    assert board.targets("v1", "satisfies") == [need]
    assert next(board.records("vote"))["card"] == need.id
    assert "2 cards have ids" in plan.warnings[0].told(translator("en"))


def test_the_workshops_own_fields_are_filled_only_where_absent():
    board, _ = imported(document(workshop={"title": "Mine"}, theirs=1))
    imported(document(workshop={"title": "Theirs", "be_best": "Fast"}, theirs=2, other=3), board)
    again = json_format.to_document(board)
    assert again["workshop"] == {"title": "Mine", "be_best": "Fast"}
    assert (again["theirs"], again["other"]) == (1, 3)


def test_an_empty_known_field_is_absent_and_an_empty_note_stays():
    board, plan = imported(document(cards=[{**NEED, "importance": None, "note": "", "theirs": None}]))
    assert dict(board.card("n1").fields) == {"kind": "need", "title": "Кофе сразу", "note": "", "theirs": None}
    assert "null" in plan.warnings[0].told(translator("en"))


def test_a_verb_between_the_wrong_kinds_is_kept_and_said():
    doc = document(cards=[NEED, VALUE], links=[{"verb": "creates", "source": "n1", "target": "v1"}])
    board, plan = imported(doc)
    assert len(board.links("creates")) == 1 and "does not join" in plan.warnings[0].told(translator("en"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_json_is_read_in_every_unicode_encoding(encoding):
    assert read(json.dumps(document(cards=[NEED]), ensure_ascii=False).encode(encoding))["cards"] == [NEED]


WRONG = {
    "empty": b"",
    "not json": b"{",
    "a list": b"[]",
    "another format": b'{"format": "other", "version": 1}',
    "no version": b'{"format": "cxworkshop"}',
    "newer": b'{"format": "cxworkshop", "version": 2}',
    "a name twice": b'{"format": "cxworkshop", "version": 1, "a": 1, "a": 2}',
    "NaN": b'{"format": "cxworkshop", "version": 1, "a": NaN}',
    "huge int": b'{"x":' + b"9" * 100_000 + b"}",
    "deep": b"[" * 200_000 + b"]" * 200_000,
    "cp1251": "«Кофе»".encode("cp1251"),
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_a_workshop_is_told_in_both_languages(name):
    with pytest.raises(SourceProblem) as caught:
        read(WRONG[name])
    for language in ("en", "ru"):
        told = caught.value.told(translator(language))
        assert "x.json" in told and "\n" not in told


BAD = {
    "cards not a list": {"cards": {}},
    "a card that is a text": {"cards": ["n1"]},
    "no id": {"cards": [{"kind": "need"}]},
    "an id that is a number": {"cards": [{"id": 1, "kind": "need"}]},
    "an empty id": {"cards": [{"id": "", "kind": "need"}]},
    "two cards of one id": {"cards": [NEED, {**NEED, "title": "Other"}]},
    "an unknown kind": {"cards": [{"id": "x", "kind": "dragon"}]},
    "a kind that is a list": {"cards": [{"id": "x", "kind": ["need"]}]},
    "a score off its scale": {"cards": [{**NEED, "importance": 11}]},
    "a score that is a text": {"cards": [{**NEED, "importance": "10"}]},
    "an infinite score": {"cards": [{**NEED, "importance": float("inf")}]},
    "a lone surrogate": {"cards": [{**NEED, "title": "\ud800"}]},
    "a lone surrogate outside": {"theirs": "\ud800"},
    "a deep value": {"theirs": json.loads("[" * 500 + "]" * 500)},
    "a link to nowhere": {"cards": [NEED], "links": [{"verb": "satisfies", "source": "v1", "target": "n1"}]},
    "a link without an end": {"cards": [NEED], "links": [{"verb": "satisfies", "source": "n1"}]},
    "a link of an unknown verb": {"cards": [NEED], "links": [{"verb": "likes", "source": "n1", "target": "n1"}]},
    "a verb that is a list": {"cards": [NEED], "links": [{"verb": [], "source": "n1", "target": "n1"}]},
    "a vote for nothing": {"votes": [{"points": 1}]},
    "a workshop that is a list": {"workshop": []},
    "a cycle of 0": {"workshop": {"cycle": 0}},
}


@pytest.mark.parametrize("name", BAD)
def test_a_document_with_one_wrong_thing_is_refused_whole(name):
    board = Board()
    with pytest.raises(SourceProblem) as caught:
        json_format.plan(document(**BAD[name]), board, "x.json")
    assert "x.json" in caught.value.told(translator("en"))


def test_naughty_strings_come_back_as_they_were(shared_data):
    naughty = json.loads((shared_data / "data/strings/blns.json").read_text())
    doc = document(
        cards=[{"id": f"n{i}", "kind": "need", "title": text, "note": text} for i, text in enumerate(naughty)]
    )
    board, _ = imported(doc)
    again = b"".join(line.encode() for line in json_format._lines(json_format.to_document(board)))
    assert read(again) == doc


def test_a_file_is_written_as_one_card_a_line(tmp_path):
    board, _ = imported(document(cards=[NEED, VALUE]))
    json_format.write(board, tmp_path / "out.json")
    assert sum('"kind"' in line for line in (tmp_path / "out.json").read_text().splitlines()) == 2


def test_an_answer_of_the_care_test_follows_the_service_that_came_in_under_a_new_id():
    service = {"id": "t1", "kind": "touchpoint", "title": "Портал отпусков"}
    answer = {"pair": "external/internal", "side": "internal", "score": 3, "card": "t1", "dimension": "empathy"}
    board, _ = imported(document(cards=[{"id": "t1", "kind": "touchpoint", "title": "Касса"}]))
    board, _ = imported(document(cards=[service], care_answers=[answer]), board)
    (found,) = board.records("care_answer")
    assert board.card(found["card"]).title == "Портал отпусков" and found["card"] != "t1"
