"""Meetings planned, repeated and held; hours with customers; consent. Real boards, a told today."""

import datetime

import pytest

from cxworkshop.actions import cards, links, meetings
from cxworkshop.analysis.closeness import closeness_by_role
from cxworkshop.analysis.consent import has_consent, has_run_out, withheld
from cxworkshop.analysis.meetings import (
    attendance,
    calendar,
    cold_roles,
    managers_first,
    next_meetings,
    not_met_lately,
    planned_roles,
    rules_by_strangers,
    screenings,
)
from cxworkshop.errors import Refused
from cxworkshop.exchange import json_format
from cxworkshop.model.board import Board

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def board():
    made = Board()
    document = {
        "format": "cxworkshop",
        "version": 1,
        "workshop": {"title": "Кофе"},
        "cards": [
            {"id": "p1", "kind": "persona", "title": "Аня"},
            {"id": "r1", "kind": "role", "title": "Склад"},
            {"id": "r2", "kind": "role", "title": "Финансы", "manager": True},
            {"id": "r3", "kind": "role", "title": "Дирекция", "manager": True},
            {"id": "x1", "kind": "process", "title": "Возврат денег"},
        ],
        "links": [
            {"verb": "owns", "source": "r2", "target": "x1"},
            {"verb": "sets", "source": "r3", "target": "x1"},
        ],
    }
    made.apply(json_format.plan(document, made).changes)
    return made


def planned(board, **more):
    board.apply(meetings.add(board, "Встреча у кассы", "2026-12-01T10:30", minutes=45, persona="p1", **more))
    return board.card(calendar(board, TODAY).upcoming[0])


def test_every_six_weeks_four_times_makes_four_dated_meetings_in_one_step(board):
    change = meetings.add(
        board, "Встреча", "2026-12-01T10:30", minutes=45, persona="p1", roles=["r2"], every_weeks=6, times=4
    )
    before = board.snapshot()
    board.apply(change)
    made = [board.card(own) for own in calendar(board, TODAY).upcoming]
    assert [card["at"] for card in made] == [
        "2026-12-01T10:30", "2027-01-12T10:30", "2027-02-23T10:30", "2027-04-06T10:30",
    ]  # fmt: skip
    assert all([own.id for own in board.targets(card.id, "meets")] == ["p1"] for card in made)
    assert all([own.id for own in planned_roles(board, card)] == ["r2"] for card in made)
    assert len({card["series"] for card in made}) == 1
    board.apply(change.inverse())
    assert board.snapshot() == before


def test_a_repeated_meeting_takes_its_questions_along_but_no_consent_and_nothing_revealed(board):
    card = planned(board)
    board.apply(meetings.ask(board, card.id, "Расскажите про последний раз"))
    board.apply(meetings.agree(board, card.id, True, "разбор", "2027-01-01"))
    board.apply(meetings.reveal(board, card.id, "problem", "Долго ждать"))
    board.apply(meetings.repeat(board, card.id, 2, 2))
    copy = next(own for own in board.of_kind("meeting") if own.id != card.id)
    assert copy["at"] == "2026-12-15T10:30" and copy["questions"] == "Расскажите про последний раз"
    assert "consent" not in copy.fields and "consent_until" not in copy.fields
    assert not board.links_from(copy.id, "reveals")


def test_a_series_repeated_again_gets_only_the_dates_it_lacks(board):
    card = planned(board, every_weeks=6, times=3)
    with pytest.raises(Refused):
        meetings.repeat(board, card.id, 6, 3)
    board.apply(meetings.repeat(board, card.id, 6, 4))
    dates = [own["at"] for own in sorted(board.of_kind("meeting"), key=lambda own: own["at"])]
    assert dates == ["2026-12-01T10:30", "2027-01-12T10:30", "2027-02-23T10:30", "2027-04-06T10:30"]


@pytest.mark.parametrize("every, times", [(0, 4), (6, 1), (6, 53), (-1, 3)])
def test_a_repetition_off_the_bounds_is_refused(board, every, times):
    card = planned(board)
    with pytest.raises(Refused):
        meetings.repeat(board, card.id, every, times)


def test_a_meeting_without_a_date_or_at_the_end_of_time_is_not_repeated(board):
    board.apply(meetings.add(board, "Когда-нибудь", meeting="m1"))
    with pytest.raises(Refused):
        meetings.repeat(board, "m1", 6, 4)
    board.apply(cards.edit(board, "m1", at="9999-12-20"))
    with pytest.raises(Refused):
        meetings.repeat(board, "m1", 6, 4)


def test_a_day_without_a_time_stays_one_and_a_zone_stays_with_its_moment(board):
    board.apply(meetings.add(board, "День", "2026-12-01", every_weeks=1, times=2))
    board.apply(meetings.add(board, "Зона", "2026-12-01T10:30+03:00", every_weeks=1, times=2))
    assert {card["at"] for card in board.of_kind("meeting")} == {
        "2026-12-01", "2026-12-08", "2026-12-01T10:30+03:00", "2026-12-08T10:30+03:00",
    }  # fmt: skip


def test_who_is_planned_becomes_who_attended_for_as_long_as_it_took(board):
    card = planned(board, roles=["r2", "r3"])
    after = datetime.date(2026, 12, 2)
    assert not list(board.records("exposure")), "planned is not met"
    board.apply(meetings.attended(board, card.id, ["r2"], None, after))
    (row,) = attendance(board, card.id)
    assert dict(row.fields) == {
        "role": "r2", "at": "2026-12-01T10:30", "hours": 0.75, "form": "direct", "meeting": card.id,
    }  # fmt: skip
    assert [own.id for own in planned_roles(board, board.card(card.id))] == ["r3"]
    board.apply(meetings.attended(board, card.id, ["r2"], None, after))
    assert len(attendance(board, card.id)) == 1


def test_hours_are_not_recorded_before_their_day(board):
    with pytest.raises(Refused):
        meetings.expose(board, "r1", "2026-11-23", 1, "direct", TODAY)
    board.apply(meetings.expose(board, "r1", "2026-11-22", 1, "direct", TODAY))
    assert closeness_by_role(board, TODAY)["r1"].direct_hours == 1


def test_a_meeting_of_today_is_upcoming_until_somebody_attended(board):
    board.apply(meetings.add(board, "Сегодня", "2026-11-22T15:00", minutes=30, meeting="m1"))
    assert calendar(board, TODAY).upcoming == ("m1",)
    board.apply(meetings.attended(board, "m1", ["r1"], None, TODAY))
    assert calendar(board, TODAY).past == ("m1",)


def test_the_calendar_runs_from_the_next_meeting_on_and_back_from_the_last(board):
    for own, at in [
        ("a", "2026-12-05"),
        ("b", "2026-11-30T09:00"),
        ("c", "2026-01-01"),
        ("d", "2026-10-01"),
        ("e", None),
    ]:
        board.apply(meetings.add(board, own, at, meeting=own))
    made = calendar(board, TODAY)
    assert (made.upcoming, made.past, made.undated) == (("b", "a"), ("d", "c"), ("e",))


def test_a_screening_is_video_and_belongs_to_its_recording(board):
    board.apply(meetings.add_recording(board, "Запись", "a.mp4", recording="c1"))
    board.apply(meetings.expose(board, "r3", "2026-11-20", 0.5, "video", TODAY, recording="c1"))
    assert [row["role"] for row in screenings(board, "c1")] == ["r3"]
    own = closeness_by_role(board, TODAY)["r3"]
    assert (own.direct_hours, own.video_hours, own.closeness) == (0, 0.5, "stranger")


def test_consent_lasts_until_its_last_day(board):
    board.apply(meetings.add_recording(board, "Запись", "a.mp4", recording="c1"))
    assert not has_consent(board.card("c1"), TODAY)
    board.apply(meetings.agree(board, "c1", True, "показ дирекции", "2026-11-22"))
    assert has_consent(board.card("c1"), TODAY)
    assert not has_consent(board.card("c1"), TODAY + datetime.timedelta(days=1))
    assert has_run_out(board.card("c1"), TODAY + datetime.timedelta(days=1))
    with pytest.raises(Refused):
        meetings.agree(board, "c1", True, None, "до весны")
    board.apply(meetings.agree(board, "c1", False))
    assert "consent_until" not in board.card("c1").fields and not has_run_out(board.card("c1"), TODAY)


def test_questions_of_a_meeting_to_come_are_ours_and_after_it_its_answers_need_consent(board):
    card = planned(board)
    board.apply(meetings.ask(board, card.id, "Что было сначала?"))
    assert not withheld(board, TODAY)
    assert withheld(board, datetime.date(2026, 12, 2)).meetings == (card.id,)


def test_managers_come_first_and_those_who_met_nobody_lately_are_named(board):
    board.apply(meetings.expose(board, "r2", "2026-11-20", 2.5, "direct", TODAY))
    board.apply(meetings.expose(board, "r1", "2026-10-10", 9, "direct", TODAY))
    found = managers_first(board, TODAY)
    assert [own.id for own in found] == ["r3", "r2", "r1"]
    assert not_met_lately(found) == ["r3", "r1"]


def test_what_strangers_own_or_set_is_listed_and_the_cold_are_offered_first(board):
    rules = [(rule.process, rule.role, rule.verb) for rule in rules_by_strangers(board, TODAY)]
    assert rules == [("x1", "r2", "owns"), ("x1", "r3", "sets")]
    board.apply(meetings.expose(board, "r2", "2026-11-20", 0.5, "direct", TODAY))
    assert cold_roles(board, "x1", TODAY) == ["r3", "r2"]
    board.apply(meetings.expose(board, "r2", "2026-11-21", 2, "direct", TODAY))
    assert cold_roles(board, "x1", TODAY) == ["r3"]


def test_the_next_meeting_of_a_role_is_found_and_a_role_that_goes_is_planned_no_more(board):
    card = planned(board, roles=["r3"])
    assert next_meetings(board, TODAY)["r3"].id == card.id
    assert "r1" not in next_meetings(board, TODAY)
    board.apply(cards.delete(board, ["r3"]))
    assert planned_roles(board, board.card(card.id)) == []


def test_what_a_meeting_revealed_is_a_card_and_a_link(board):
    card = planned(board)
    board.apply(meetings.reveal(board, card.id, "need", "Знать, когда приедет", card_id="n1"))
    assert [own.id for own in board.targets(card.id, "reveals")] == ["n1"]
    board.apply(cards.add(board, "problem", "Долго", card_id="pr1"))
    board.apply(links.connect(board, card.id, "pr1"))
    assert {own.id for own in board.targets(card.id, "reveals")} == {"n1", "pr1"}
