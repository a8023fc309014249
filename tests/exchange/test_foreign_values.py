"""A field of ours beyond the interchange contract that another program uses for something else is kept, given back."""

import json

import pytest

from cxworkshop.actions import improvements
from cxworkshop.errors import SourceProblem
from cxworkshop.exchange import json_format
from cxworkshop.exchange.contract import extra_fields
from cxworkshop.exchange.formats import export, import_file
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import CARD, RECORD_TABLES, WORKSHOP

THEIRS = {
    "format": "cxworkshop",
    "version": 1,
    "workshop": {"title": "Их воркшоп"},
    "cards": [
        {"id": "i1", "kind": "improvement", "title": "Звонить самим", "responsible": "Анна Петрова", "informed": []},
        {"id": "p1", "kind": "persona", "title": "Аня", "portrait": "https://example.com/a.png", "order": "первая"},
        {
            "id": "m1",
            "kind": "meeting",
            "title": "Встреча",
            "planned_roles": {"who": ["Анна"]},
            "consent_until": "2027",
        },
        {"id": "r1", "kind": "role", "title": "Финансы"},
    ],
    "links": [],
    "exposures": [{"role": "r1", "hours": 1, "recording": 17}],
    "readings": [],
    "votes": [],
    "care_answers": [{"pair": "external/internal", "side": "internal", "score": 4, "dimension": "скорость", "card": 5}],
    "agenda": [],
}


def taken(document):
    board = Board()
    made = json_format.plan(json.loads(json.dumps(document)), board, "theirs.json")
    board.apply(made.changes)
    return board, made


def given_back(board):
    return json.loads(json.dumps(json_format.to_document(board)))


def test_a_foreign_file_comes_in_and_goes_out_as_it_was():
    board, _ = taken(THEIRS)
    assert given_back(board) == THEIRS
    again, _ = taken(given_back(board))
    assert again.snapshot()["card"] == board.snapshot()["card"]


def test_what_was_set_aside_is_named_and_is_none_of_our_fields():
    board, made = taken(THEIRS)
    assert "responsible" not in board.card("i1").fields and "portrait" not in board.card("p1").fields
    assert board.card("i1")["informed"] == [], "what fits is ours"
    said = [note.told(translator("en")) for note in made.warnings]
    for name in (
        "responsible",
        "portrait",
        "order",
        "planned_roles",
        "consent_until",
        "recording",
        "dimension",
        "card",
    ):
        assert any(f"“{name}”" in line for line in said), name


def test_one_caution_a_field_however_many_cards():
    cards = [{"id": f"i{n}", "kind": "improvement", "title": "И", "responsible": f"Анна {n}"} for n in range(300)]
    _, made = taken({**THEIRS, "cards": cards, "exposures": [], "care_answers": []})
    (note,) = made.warnings
    assert note.told(translator("ru")).startswith("В 300 местах «responsible»")


def test_both_are_given_back_where_our_own_field_is_filled_in_meanwhile():
    board, _ = taken(THEIRS)
    board.apply(improvements.set_part(board, "i1", "responsible", "r1", True))
    document = given_back(board)
    card = next(card for card in document["cards"] if card["id"] == "i1")
    assert card["responsible"] == ["r1"] and "Анна Петрова" in card.values()
    again, _ = taken(document)
    assert given_back(again) == document


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_it_survives_the_way_through_tables(tmp_path, suffix):
    board, _ = taken(THEIRS)
    export(board, tmp_path / f"out.{suffix}", ExportOptions(language="ru"))
    back = Board()
    back.apply(import_file(tmp_path / f"out.{suffix}", back).changes)
    assert next(card for card in given_back(back)["cards"] if card["id"] == "i1")["responsible"] == "Анна Петрова"


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [("need", "importance", "high"), ("improvement", "due", "soon"), ("persona", "vip", "yes"), ("stage", "title", 5)],
)
def test_a_field_of_the_contract_is_still_all_or_nothing(kind, field, value):
    with pytest.raises(SourceProblem, match=field):
        taken({**THEIRS, "cards": [{"id": "x", "kind": kind, field: value}], "exposures": []})


def test_a_picture_too_large_is_refused_as_such_and_not_kept_as_something_else():
    portrait = "data:image/png;base64," + "A" * 500_000
    with pytest.raises(SourceProblem, match="picture"):
        taken({**THEIRS, "cards": [{"id": "p", "kind": "persona", "portrait": portrait}], "exposures": []})


def test_a_table_of_other_people_with_a_link_in_portrait_comes_in(tmp_path):
    source = tmp_path / "people.csv"
    source.write_text("Persona;Portrait;Quote\nАня;https://example.com/a.png;Где кофе?\n", "utf-8")
    board = Board()
    board.apply(import_file(source, board, as_kind="persona").changes)
    (persona,) = board.of_kind("persona")
    assert persona.title == "Аня" and persona["quote"] == "Где кофе?"
    assert "https://example.com/a.png" in json.dumps(given_back(board)), "nothing of the table is lost"


def test_every_declared_field_beyond_the_contract_is_lenient():
    extras = {name for kind in ("persona", "improvement", "meeting", "recording") for name in extra_fields(CARD, kind)}
    assert extras == {
        "order",
        "portrait",
        *("responsible", "consulted", "informed"),
        *("planned_roles", "series", "consent_purpose", "consent_until"),
    }
    assert {name for table in RECORD_TABLES for name in extra_fields(table)} == {"recording", "dimension", "card"}
    assert not extra_fields(WORKSHOP)
