"""An export says what it wrote and what it left out: in the result, in the workbook, on the command line."""

import datetime
import io
import struct
import zlib
from base64 import b64encode

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from cxworkshop.cli import main
from cxworkshop.exchange import json_format
from cxworkshop.exchange.formats import export, import_file
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

TODAY = datetime.date(2026, 11, 22)


def png() -> str:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head, dot = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0\0\0\0")
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")
    return f"data:image/png;base64,{b64encode(data).decode()}"


def board_of(*cards, **workshop):
    made = Board()
    document = {"format": "cxworkshop", "version": 1, "workshop": {"title": "Кофе", **workshop}, "cards": list(cards)}
    made.apply(json_format.plan(document, made).changes)
    return made


CARDS = (
    {"id": "p1", "kind": "persona", "title": "Аня", "portrait": png()},
    {"id": "p2", "kind": "persona", "title": "Борис", "portrait": png()},
    {"id": "m1", "kind": "meeting", "title": "Была", "at": "2026-11-01", "questions": "что сказали"},
    {"id": "c1", "kind": "recording", "title": "Видео", "file": "a.mp4"},
)


def told(board, tmp_path, suffix, language="en", **options):
    out = tmp_path / f"out.{suffix}"
    notes = export(board, out, ExportOptions(language=language, today=TODAY, **options))
    return [note.told(translator(language)) for note in notes]


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "zip"])
def test_tables_say_that_portraits_and_what_lacks_consent_are_left_out(tmp_path, suffix):
    said = told(board_of(*CARDS), tmp_path, suffix)
    assert said == [
        "2 portraits are left out: tables hold no pictures. JSON holds them.",
        "2 meetings and recordings have no consent: what was said or recorded there is left out.",
    ]


def test_what_leaves_nothing_out_says_nothing(tmp_path):
    board = board_of({"id": "n1", "kind": "need", "title": "Кофе"})
    for suffix in ("xlsx", "csv", "json", "pdf", "svg"):
        assert told(board, tmp_path, suffix) == []
    assert told(board_of(*CARDS[:2]), tmp_path, "json") == [], "plain JSON is whole"


def test_the_report_and_an_anonymised_json_say_what_lacks_consent(tmp_path):
    for suffix, options in (("pdf", {}), ("json", {"anonymise": True})):
        assert "2 meetings and recordings have no consent" in " ".join(
            told(board_of(*CARDS), tmp_path, suffix, **options)
        )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_workbook_says_on_its_first_sheet_what_it_lacks_and_still_imports(tmp_path, language):
    board = board_of(*CARDS)
    said = told(board, tmp_path, "xlsx", language)
    book = load_workbook(io.BytesIO((tmp_path / "out.xlsx").read_bytes()))
    first = [row[0] for row in book.worksheets[0].iter_rows(values_only=True) if row]
    assert all(line in first for line in said) and len(said) == 2
    back = Board()
    back.apply(import_file(tmp_path / "out.xlsx", back).changes)
    assert sorted(back.cards) == ["m1", "p1", "p2"]
    assert back.card("p1").fields == {"kind": "persona", "title": "Аня"}


def test_a_text_longer_than_a_cell_is_told(tmp_path):
    board = board_of({"id": "n1", "kind": "need", "title": "Кофе", "note": "a" * 32_768})
    assert told(board, tmp_path, "xlsx")[0].startswith("1 text is longer than a cell can be")
    assert told(board, tmp_path, "csv") == []


# The calendar


def meeting(number, at):
    return {"id": f"m{number}", "kind": "meeting", "title": "Встреча", **({"at": at} if at else {})}


def test_a_calendar_says_how_many_meetings_it_holds_and_from_when_to_when(tmp_path):
    board = board_of(meeting(1, "2026-12-20T10:00"), meeting(2, "2026-11-22"), meeting(3, "2026-12-01"))
    assert told(board, tmp_path, "ics") == ["In the calendar are 3 meetings, from 22 Nov 2026 to 20 Dec 2026."]
    assert told(board, tmp_path, "ics", "ru") == ["В календаре 3 встречи, с 22.11.2026 по 20.12.2026."]
    assert told(board_of(meeting(1, "2026-12-20T10:00")), tmp_path, "ics") == [
        "In the calendar is one meeting, on 20 Dec 2026."
    ]


def test_a_calendar_without_meetings_is_valid_and_says_why_it_is_empty(tmp_path):
    said = told(board_of(meeting(1, None), meeting(2, "2026-11-01")), tmp_path, "ics")
    assert said == [
        "No meeting is planned: the calendar is empty.",
        "1 meeting has no date and is not in the calendar.",
        "Meetings that took place and recordings are not in the calendar.",
    ]
    empty = Calendar.from_ical((tmp_path / "out.ics").read_bytes())
    assert empty["version"] == "2.0" and empty["prodid"] and not empty.walk("VEVENT")


# The command line


@pytest.fixture
def english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


def run(*words):
    return main([str(word) for word in words])


def imported(tmp_path, name, *cards):
    source = tmp_path / "in.json"
    json_format.write(board_of(*cards), source)
    assert run("import", tmp_path / name, source) == 0
    return tmp_path / name


def test_the_command_line_says_it_on_stderr_and_keeps_stdout_for_machines(tmp_path, capsys, english):
    file = imported(tmp_path, "w.cxw", *CARDS)
    capsys.readouterr()
    assert run("export", file, tmp_path / "out.xlsx") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "2 portraits are left out" in said.err and "have no consent" in said.err
    assert run("export", file, tmp_path / "out.ics") == 0
    assert "No meeting is planned: the calendar is empty." in capsys.readouterr().err


def uids(path):
    return {str(event["uid"]): int(event["sequence"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def test_events_keep_their_uid_in_one_workshop_and_differ_between_workshops(tmp_path, english):
    far = (meeting(1, "2999-12-01T10:00"), meeting(2, "2999-12-02"))
    found = {}
    for name in ("one.cxw", "other.cxw"):
        file = imported(tmp_path, name, *far)
        run("export", file, tmp_path / "a.ics")
        run("import", file, _source(tmp_path, {"id": "n1", "kind": "need", "title": "Ещё"}))
        run("export", file, tmp_path / "b.ics")
        before, after = uids(tmp_path / "a.ics"), uids(tmp_path / "b.ics")
        assert set(before) == set(after) and len(before) == 2
        assert all(after[uid] > before[uid] for uid in before), "a calendar takes the later export for the newer one"
        found[name] = set(before)
    assert run("next-cycle", tmp_path / "one.cxw", tmp_path / "next.cxw") == 0
    run("export", tmp_path / "next.cxw", tmp_path / "c.ics")
    assert len(found["one.cxw"] | found["other.cxw"] | set(uids(tmp_path / "c.ics"))) == 6


def _source(tmp_path, *cards):
    json_format.write(board_of(*cards), tmp_path / "more.json")
    return tmp_path / "more.json"
