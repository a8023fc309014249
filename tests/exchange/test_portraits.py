"""A portrait goes wherever its persona goes, and stays out of places where nobody can read it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.exchange import json_format
from cxworkshop.exchange.anonymise import anonymised
from cxworkshop.exchange.csv_zip import export
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.tables.headings import is_target, meanings_of
from cxworkshop.model.board import Board
from cxworkshop.model.pictures import data_string
from tests.model.test_pictures import png

PORTRAIT = data_string(png(512, 512, padding=200_000))


@pytest.fixture
def document(tmp_path):
    made = Document.create(tmp_path / "a.cxw")
    made.apply(cards.add(made.board, "persona", "Анна", card_id="p1", fields={"portrait": PORTRAIT}))
    yield made
    made.close()


def test_a_portrait_survives_the_file_and_undo(document, tmp_path):
    document.apply(cards.edit(document.board, "p1", portrait=None))
    assert "portrait" not in document.board.card("p1").fields
    document.undo()
    assert document.board.card("p1")["portrait"] == PORTRAIT
    document.close()
    again = Document.open(tmp_path / "a.cxw")
    assert again.board.card("p1")["portrait"] == PORTRAIT
    again.undo()
    assert again.board.find("p1") is None, "what was undone before closing is undone no second time"
    again.close()


def test_a_portrait_goes_through_json_and_into_a_copy(document):
    out = io.BytesIO()
    json_format.write(document.board, out)
    other = Board()
    other.apply(json_format.plan(json_format.read_document(out.getvalue()), other).changes)
    assert other.card("p1")["portrait"] == PORTRAIT
    change, (copy,) = cards.duplicate(document.board, ["p1"])
    document.apply(change)
    assert document.board.card(copy)["portrait"] == PORTRAIT


def test_a_portrait_stays_out_of_tables_views_and_headings(document, tmp_path):
    export(document.board, tmp_path / "a.csv", ExportOptions(language="en"))
    with zipfile.ZipFile(tmp_path / "a.csv") as archive:
        text = archive.read("persona.csv").decode("utf-8-sig")
        assert "portrait" not in archive.read("manifest.json").decode()
    heading, row = csv.reader(io.StringIO(text))
    assert "Portrait" not in heading and all(len(cell) < 100 for cell in row)
    assert not is_target("persona.portrait") and meanings_of("Portrait") == ()
    document.close()
    with closing(sqlite3.connect(tmp_path / "a.cxw")) as connection:
        names = [column[0] for column in connection.execute("SELECT * FROM v_persona").description]
        (fields,) = connection.execute("SELECT fields FROM card WHERE key = 'p1'").fetchone()
    assert "portrait" not in names and "quote" in names
    assert json.loads(fields)["portrait"] == PORTRAIT


def test_an_anonymised_board_shows_no_face(document):
    assert "portrait" not in anonymised(document.board, "ru").card("p1").fields
    assert "portrait" in document.board.card("p1").fields
