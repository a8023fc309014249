"""The calendar of planned meetings, read back by the library others read it with."""

import datetime

import pytest
from icalendar import Calendar

from cxworkshop.actions import meetings
from cxworkshop.exchange import json_format
from cxworkshop.exchange.formats import export
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board

TODAY = datetime.date(2026, 11, 22)
LONG = "Встреча с клиенткой, у которой трижды подряд не приехал заказ; про последнее такое утро \\ и что было потом…"


def written(tmp_path, *cards, links=(), language="ru", anonymise=False, workshop="Кофе"):
    board = Board()
    document = {"format": "cxworkshop", "version": 1, "workshop": {"title": workshop}}
    document |= {"cards": [{"kind": "meeting", **card} for card in cards], "links": list(links)}
    board.apply(json_format.plan(document, board).changes)
    out = tmp_path / "out.ics"
    export(board, out, ExportOptions(language=language, today=TODAY, anonymise=anonymise))
    return out.read_bytes()


def events(data):
    return [part for part in Calendar.from_ical(data).walk() if part.name == "VEVENT"]


def test_a_planned_meeting_reads_back_with_its_russian_title_time_and_length(tmp_path):
    data = written(
        tmp_path,
        {
            "id": "m1",
            "title": LONG,
            "at": "2026-12-01T10:30",
            "minutes": 45,
            "questions": "Что было;\nа потом, «сразу»?",
        },
    )
    (event,) = events(data)
    assert str(event["summary"]) == LONG
    assert event.decoded("dtstart") == datetime.datetime(2026, 12, 1, 10, 30), "floating: as the clock on the wall"
    assert event.decoded("duration") == datetime.timedelta(minutes=45)
    assert event.decoded("dtstamp").tzinfo is not None
    assert "Что было;\nа потом, «сразу»?" in str(event["description"])


def test_no_line_is_longer_than_75_bytes_and_no_letter_is_cut_in_two(tmp_path):
    data = written(tmp_path, {"id": "m1", "title": LONG * 3, "at": "2026-12-01T10:30"})
    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode("utf-8")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_moment_with_a_zone_is_utc_and_a_bare_day_is_a_whole_day(tmp_path):
    data = written(
        tmp_path,
        {"id": "z", "title": "Зона", "at": "2026-12-01T10:30+03:00", "minutes": 30},
        {"id": "d", "title": "День", "at": "2026-12-02", "minutes": 30},
    )
    zone, day = events(data)
    assert b"DTSTART:20261201T073000Z" in data and b"DTSTART;VALUE=DATE:20261202" in data
    assert zone.decoded("dtstart") == datetime.datetime(2026, 12, 1, 7, 30, tzinfo=datetime.UTC)
    assert day.decoded("dtstart") == datetime.date(2026, 12, 2) and "duration" not in day


def test_the_same_card_has_the_same_uid_after_it_moved(tmp_path):
    (one,) = events(written(tmp_path, {"id": "m-1", "title": "А", "at": "2026-12-01"}))
    (other,) = events(written(tmp_path, {"id": "m-1", "title": "Б", "at": "2027-01-01T09:00"}))
    assert str(one["uid"]) == str(other["uid"]) == "m-1@cxworkshop"


def test_what_is_over_or_undated_is_not_planned(tmp_path):
    data = written(
        tmp_path,
        {"id": "past", "title": "Была", "at": "2026-11-21"},
        {"id": "never", "title": "Без даты"},
        {"id": "today", "title": "Сегодня", "at": "2026-11-22T18:00"},
    )
    assert [str(event["uid"]) for event in events(data)] == ["today@cxworkshop"]


@pytest.mark.parametrize("title", ["BEGIN:VEVENT\r\nATTACH:file:///etc/passwd", "a\x00b\x1bc\x7f", "\n\nEND:VCALENDAR"])
def test_a_hostile_title_stays_a_title(tmp_path, title):
    data = written(tmp_path, {"id": "m\r\nX-EVIL:1", "title": title, "at": "2026-12-01T10:30"})
    (event,) = events(data)
    assert set(event) == {"UID", "DTSTAMP", "SUMMARY", "DTSTART"}
    assert not any(byte in data.replace(b"\r\n", b"") for byte in (0, 0x1B, 0x7F, 0x0D))


def test_who_is_met_and_who_comes_stand_in_the_description_in_the_language_asked_for(tmp_path):
    board = Board()
    document = {
        "format": "cxworkshop",
        "version": 1,
        "workshop": {},
        "cards": [{"id": "p1", "kind": "persona", "title": "Аня"}, {"id": "r1", "kind": "role", "title": "Финансы"}],
        "links": [],
    }
    board.apply(json_format.plan(document, board).changes)
    board.apply(meetings.add(board, "Встреча", "2026-12-01T10:30", persona="p1", roles=["r1"]))
    told = {}
    for language in ("ru", "en"):
        out = tmp_path / f"{language}.ics"
        export(board, out, ExportOptions(language=language, today=TODAY))
        told[language] = str(events(out.read_bytes())[0]["description"])
    assert told["en"] == "We meet: Аня\nFrom the company: Финансы"
    assert "Аня" in told["ru"] and "Финансы" in told["ru"] and told["ru"] != told["en"]


@pytest.mark.parametrize("minutes", [0, 1e308, 10**9])
def test_a_length_that_is_none_is_left_out(tmp_path, minutes):
    (event,) = events(written(tmp_path, {"id": "m", "title": "А", "at": "2026-12-01T10:30", "minutes": minutes}))
    assert "duration" not in event


def test_the_same_board_gives_the_same_bytes(tmp_path):
    card = {"id": "m", "title": "А", "at": "2026-12-01T10:30"}
    assert written(tmp_path, card) == written(tmp_path, card)


@pytest.mark.parametrize("title", ["Кофе, чай; и \\ ещё", "Кофе\nBEGIN:VEVENT\nSUMMARY:чужое"])
def test_the_title_of_the_workshop_names_the_calendar_and_nothing_else(tmp_path, title):
    data = written(tmp_path, {"id": "m1", "title": "Встреча", "at": "2026-12-01"}, workshop=title)
    (line,) = (line for line in data.replace(b"\r\n ", b"").split(b"\r\n") if line.startswith(b"X-WR-CALNAME"))
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", " ")
    assert line.decode() == f"X-WR-CALNAME:{escaped}"
    assert len(events(data)) == 1
