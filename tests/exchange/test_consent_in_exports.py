"""Without consent that lasts, a recording and what was said at a meeting stay out of every export but plain JSON."""

import datetime
import zipfile

import pytest

from cxworkshop.exchange import json_format
from cxworkshop.exchange.consented import consented
from cxworkshop.exchange.formats import FORMATS, export
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

TODAY = datetime.date(2026, 11, 22)
SECRET, AGREED = "без согласия", "с согласием"
DOCUMENT = {
    "format": "cxworkshop",
    "version": 1,
    "workshop": {"title": "Кофе"},
    "cards": [
        {"id": "r1", "kind": "role", "title": "Дирекция", "manager": True},
        {"id": "m1", "kind": "meeting", "title": "Была", "at": "2026-11-01", "questions": SECRET, "note": SECRET},
        {"id": "m2", "kind": "meeting", "title": "Будет", "at": "2026-12-01", "questions": "вопросы к будущей"},
        {"id": "c1", "kind": "recording", "title": SECRET, "file": "a.mp4"},
        {"id": "c2", "kind": "recording", "title": SECRET, "consent": True, "consent_until": "2026-11-21"},
        {"id": "c3", "kind": "recording", "title": AGREED, "consent": True, "consent_until": "2026-11-22"},
    ],
    "links": [{"verb": "of", "source": "c1", "target": "m1"}],
    "exposures": [{"role": "r1", "at": "2026-11-02", "hours": 1, "form": "video", "recording": "c1"}],
}


@pytest.fixture
def board():
    made = Board()
    made.apply(json_format.plan(DOCUMENT, made).changes)
    return made


def test_what_lacks_consent_is_left_out_and_the_board_itself_is_untouched(board):
    before = board.snapshot()
    kept, back = consented(board, TODAY)
    assert board.snapshot() == before
    assert [card.id for card in kept.of_kind("recording")] == ["c3"]
    assert "questions" not in kept.card("m1").fields and kept.card("m1").note == ""
    assert kept.card("m2")["questions"] == "вопросы к будущей"
    assert (back.recordings, back.meetings) == (("c1", "c2"), ("m1",))
    (hours,) = kept.records("exposure")
    assert hours["hours"] == 1 and "recording" not in hours.fields, "the hours themselves took place"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_tables_hold_nothing_without_consent(board, tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    export(board, out, ExportOptions(language="ru", today=TODAY))
    with zipfile.ZipFile(out) as archive:
        text = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert SECRET not in text and AGREED in text


@pytest.mark.parametrize("anonymise", [False, True])
@pytest.mark.parametrize("suffix", [one.suffix for one in FORMATS if one.write and one.suffix not in ("pdf", "png")])
def test_no_export_but_plain_json_holds_what_lacks_consent(board, tmp_path, suffix, anonymise):
    out = tmp_path / f"out.{suffix}"
    export(board, out, ExportOptions(language="ru", today=TODAY, anonymise=anonymise))
    data = [out.read_bytes()]
    if zipfile.is_zipfile(out):
        with zipfile.ZipFile(out) as archive:
            data = [archive.read(name) for name in archive.namelist()]
    found = any(SECRET in part.decode("utf-8", "replace") for part in data)
    assert found == (suffix == "json" and not anonymise)


def test_plain_json_stays_whole_and_an_anonymised_one_heeds_the_last_day(board, tmp_path):
    export(board, tmp_path / "whole.json", ExportOptions(today=TODAY))
    export(board, tmp_path / "less.json", ExportOptions(today=TODAY, anonymise=True))
    assert (tmp_path / "whole.json").read_text("utf-8").count(SECRET) == 4
    assert SECRET not in (tmp_path / "less.json").read_text("utf-8")


def test_plain_json_says_that_it_holds_what_nobody_agreed_to_let_out(board, tmp_path):
    (said,) = (
        note.told(translator("en")) for note in export(board, tmp_path / "whole.json", ExportOptions(today=TODAY))
    )
    assert said == (
        "JSON is the workshop itself: 3 meetings and recordings without consent are in it."
        " Export it anonymised to leave them out."
    )


def test_the_report_says_how_much_was_left_out(board, tmp_path):
    import pypdfium2

    out = tmp_path / "out.pdf"
    export(board, out, ExportOptions(language="en", today=TODAY))
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out))
    assert SECRET not in text
    assert "3 meetings and recordings have no consent" in " ".join(text.split())
