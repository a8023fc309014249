"""Two cycles compared: nothing where nothing changed, exactly what was edited where something was."""

from __future__ import annotations

import copy
import datetime
import json
import random

import pytest

from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.analysis.compare import compare
from cxworkshop.analysis.compare_told import Teller
from cxworkshop.analysis.comparison import SECTIONS
from cxworkshop.exchange.json_format import to_document
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board
from cxworkshop.paths import SESSIONS
from tests.analysis.cycle_reference import derived
from tests.analysis.known_edits import KINDS_OF_EDIT, Edits
from tests.analysis.small_boards import board
from tests.random_workshops import TODAY, board_from_json, random_workshop

LATER = datetime.date(2027, 2, 22)


def coffee() -> dict:
    return json.loads((SESSIONS / "coffee.en.json").read_text("utf-8"))


def compared(old: dict, new: dict, today: datetime.date = TODAY) -> dict:
    return compare(board_from_json(old), board_from_json(new), today).json()


def changes(data: dict) -> dict:
    """{(kind, id, persona, change, figure): (before, after)} of all sections."""
    rows = [row for section in SECTIONS.values() for row in data[section]]
    found = {tuple(row[key] for key in ("kind", "id", "persona", "change", "figure")): row for row in rows}
    assert len(found) == len(rows), "something is told twice"
    return {key: (row["before"], row["after"]) for key, row in found.items()}


def assert_exactly(data: dict, edits: Edits, old: dict) -> None:
    expected = edits.changes | derived(old, edits.new, TODAY)
    found = changes(data)
    assert found.keys() == expected.keys()
    for key, values in expected.items():
        for is_, should_be in zip(found[key], values, strict=True):
            number = isinstance(should_be, int | float) and not isinstance(should_be, bool)
            assert is_ == (pytest.approx(should_be, abs=1e-8) if number else should_be), key
    assert {tuple(link.values()) for link in data["links"]} == edits.links
    records = {(row["table"], name): row[name] for row in data["records"] for name in ("appeared", "vanished")}
    assert +edits.records == {key: number for key, number in records.items() if number}
    assert data["changed"] == bool(expected or edits.links or +edits.records)


@pytest.mark.parametrize("seed", range(12))
def test_after_a_list_of_known_edits_exactly_those_and_what_follows_from_them_are_told(seed):
    old = random_workshop(seed, 40, needs=14)
    chance = random.Random(seed)
    edits = Edits(old, seed)
    for name in chance.choices(KINDS_OF_EDIT, k=9):
        getattr(edits, name)()
    assert_exactly(compared(old, edits.new), edits, old)


@pytest.mark.parametrize("seed", range(6))
def test_after_edits_of_the_next_cycle_exactly_those_are_told_as_the_command_line_tells_them(seed):
    old = random_workshop(seed, 40, needs=14)
    begun = Board()
    begun.apply(next_cycle(board_from_json(old), TODAY))
    edits = Edits(to_document(begun), seed)
    for name in random.Random(seed).choices([own for own in KINDS_OF_EDIT if own not in ("vote", "answer")], k=12):
        getattr(edits, name)()
    assert_exactly(compared(old, edits.new), edits, old)


@pytest.mark.parametrize("name", KINDS_OF_EDIT)
@pytest.mark.parametrize("seed", [3, 4])
def test_one_edit_of_each_sort_is_told_and_nothing_else(name, seed):
    old = random_workshop(seed, 20)
    edits = Edits(old, seed)
    getattr(edits, name)()
    assert_exactly(compared(old, edits.new), edits, old)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("days", [0, 92])
def test_an_unchanged_next_cycle_says_that_nothing_changed_however_much_later(seed, days):
    old, new = board_from_json(random_workshop(seed, 20)), Board()
    later = TODAY + datetime.timedelta(days=days)
    new.apply(next_cycle(old, later))
    own = compare(old, new, later)
    assert not own.changed
    assert changes(own.json()) == {} and own.json()["links"] == own.json()["records"] == []


def test_the_way_back_tells_the_opposite():
    old = random_workshop(1, 20)
    edits = Edits(old, 1)
    for name in ("score", "appear", "vanish", "link", "unlink"):
        getattr(edits, name)()
    opposite = {"rose": "fell", "fell": "rose", "appeared": "vanished", "vanished": "appeared", "changed": "changed"}
    forth, back = changes(compared(old, edits.new)), changes(compared(edits.new, old))
    assert back == {(*key[:3], opposite[key[3]], key[4]): (after, before) for key, (before, after) in forth.items()}


def test_the_data_has_the_keys_it_says_it_has():
    new = copy.deepcopy(coffee())
    new["cards"][-1]["title"] = "Who decides?"
    data = compared(coffee(), new)
    lists = ("workshop", "journeys", "touchpoints", "needs", "processes", "kpis", "improvements", "others", "care")
    assert list(data) == ["old", "new", "today", "changed", *lists, "links", "records", "held"]
    assert data["old"] == {"title": "The coffee that never came", "cycle": 1, "date": "2026-11-22"}
    assert data["others"] == [
        {
            **{"kind": "note", "id": "note1", "persona": None, "title": "Who decides?", "change": "renamed"},
            **{"figure": "title", "before": "Who decides that a coupon is an answer?", "after": "Who decides?"},
        }
    ]
    json.dumps(data, allow_nan=False)


def test_votes_count_only_where_both_cycles_voted():
    voted = {"votes": [{"card": "n1", "points": 3}, {"card": "n2", "points": 1}]}
    again = {"votes": [{"card": "n1", "points": 1}, {"card": "n2", "points": 1}]}
    old, new, silent = (board(cards={"n1": {}, "n2": {}}, **rows) for rows in (voted, again, {}))
    assert [(own.id, own.change, own.before, own.after) for own in compare(old, new, TODAY).changes] == [
        ("n1", "fell", 3, 1)
    ]
    assert not compare(old, silent, TODAY).changed


def owned(*exposures: dict) -> Board:
    made = board(
        "v1 satisfies n1", "p1 creates v1", "r1 owns p1", cards={"n1": {"importance": 10}}, exposures=[*exposures]
    )
    made.apply(_dated(made))
    return made


def _dated(made: Board):
    from cxworkshop.actions.workshop import edit

    return edit(made, date=TODAY.isoformat())


def met(at: str, hours: float = 2) -> dict:
    return {"role": "r1", "at": at, "hours": hours, "form": "direct"}


@pytest.mark.parametrize(
    ("before", "since", "told"),
    [
        ([met("2026-11-20")], [], {}),  # only time passed
        ([met("2026-11-20")], [met("2027-02-20")], {}),  # close then, close now
        ([], [met("2027-02-20")], {"owner_closeness": ("rose", "stranger", "close"), "blind_spot": ("fell", 0.5, 0)}),
        ([], [met("2026-12-01", 1)], {"owner_closeness": ("rose", "stranger", "fading")}),
        ([met("2026-11-20")], [met("2027-02-20", 1)], {"blind_spot": ("rose", 0, 0.25)}),
    ],
)
def test_owners_are_seen_as_on_the_day_of_each_workshop_and_time_alone_is_no_change(before, since, told):
    own = compare(owned(*before), owned(*before, *since), LATER)
    assert {change.figure: (change.change, change.before, change.after) for change in own.changes} == told


def test_improvements_are_judged_by_their_readings_on_the_day_of_each_workshop():
    cards = {f"s{n}": {"limit": "<= 5", "every_days": 30} for n in (1, 2, 3, 4)}
    links = [f"s{n} protects i{n}" for n in (1, 2, 3, 4)]
    first = [{"of": f"s{n}", "at": "2026-11-20", "value": 4} for n in (1, 2, 3, 4)]
    since = [{"of": "s1", "at": "2027-02-20", "value": 3}, {"of": "s2", "at": "2027-02-20", "value": 9}]
    since += [{"of": "s3", "at": at, "value": 9} for at in ("2027-02-10", "2027-02-20")]
    old = board(*links, cards=cards, readings=first)
    old.apply(_dated(old))
    own = compare(old, board(*links, cards=cards, readings=[*first, *since]), LATER)
    assert {state.id: (state.before, state.held) for state in own.held} == {
        **{"i1": ("held", "held"), "i2": ("held", "slipping"), "i3": ("held", "rolled_back")},
        "i4": ("held", "slipping"),  # nobody measured any more
    }
    assert [(row.table, row.appeared, row.vanished) for row in own.records] == [("reading", 4, 0)]
    assert own.changes == ()


def test_places_on_the_wall_do_not_count_but_another_order_of_the_journey_does():
    old = coffee()
    new = copy.deepcopy(old)
    for card in new["cards"]:
        if card["kind"] == "process":
            card["order"] = 7
    assert not compared(old, new)["changed"]
    cards = {card["id"]: card for card in new["cards"]}
    cards["t7"]["position"], cards["t8"]["position"] = 2, 1
    data = compared(old, new)
    assert [
        (row["id"], row["figure"], row["before"][-3:], row["after"][-3:])
        for row in data["journeys"]
        if not row["persona"]
    ] == [("j2", "order", ["t7", "t8", "t9"], ["t8", "t7", "t9"])]
    assert data["touchpoints"] == []


def test_an_id_that_became_another_kind_is_a_card_gone_and_a_card_come():
    old, new = coffee(), coffee()
    card = next(card for card in new["cards"] if card["id"] == "note1")
    card.clear()
    card |= {"id": "note1", "kind": "problem", "title": "A coupon is no answer"}
    assert changes(compared(old, new)).keys() == {
        ("note", "note1", None, "vanished", None),
        ("problem", "note1", None, "appeared", None),
    }


def test_workshops_with_no_card_in_common_are_called_unrelated():
    one, other = board(cards={"n1": {}}), board(cards={"n2": {}})
    assert not compare(one, other, TODAY).related
    assert compare(one, one, TODAY).related and compare(board(), one, TODAY).related


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_change_is_told_once_and_wholly_in_the_readers_language(seed, language):
    old = random_workshop(seed, 20)
    edits = Edits(old, seed)
    for name in (
        "score",
        "unscore",
        "word",
        "flag",
        "rename",
        "appear",
        "vanish",
        "link",
        "unlink",
        "meet",
        "read",
        "vote",
    ):
        getattr(edits, name)()
    before, after = board_from_json(old), board_from_json(edits.new)
    own = compare(before, after, TODAY)
    teller = Teller(own, before, after, translator(language))
    lines = [line for _, parts in teller.sections() for _, sentences in parts for line in sentences]
    counted = sum(bool(row.appeared) + bool(row.vanished) for row in own.records)
    assert len(lines) == len(own.changes) + len(own.links) + counted + len(own.held)
    assert not any("{" in line or "None" in line for line in lines)


def test_a_change_reads_as_a_sentence_in_both_languages():
    old, new = coffee(), coffee()
    need = next(card for card in new["cards"] if card["id"] == "n1")
    need |= {"importance": 8.5}
    del need["satisfaction"]
    before, after = board_from_json(old), board_from_json(new)
    own = compare(before, after, TODAY)
    told = {
        language: [Teller(own, before, after, translator(language)).sentence(change) for change in own.section("needs")]
        for language in ("en", "ru")
    }
    title = "Get what I ordered, today"
    assert told["en"] == [
        f"Opportunity, “{title}”: 18 before, 8.5 now.",
        f"Importance, “{title}”: 10 before, 8.5 now.",
        f"Satisfaction, “{title}”: 2 before, nothing now.",
    ]
    assert told["ru"] == [
        f"Возможность, «{title}»: было 18, стало 8,5.",
        f"Важность, «{title}»: было 10, стало 8,5.",
        f"Удовлетворённость, «{title}»: было 2, стало пусто.",
    ]
