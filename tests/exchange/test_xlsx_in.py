"""Workbooks as people have them, and as nobody should."""

import io
import zipfile

import openpyxl
import pytest

from cxworkshop.errors import SourceProblem, Told
from cxworkshop.exchange.formats import import_file
from cxworkshop.exchange.tables.xlsx_in import read_xlsx
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board


def workbook(*rows, **sheets):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, content in sheets.items():
        page = book.create_sheet(name)
        for row in content:
            page.append(row)
    return book


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data, name, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def test_every_odd_workbook_is_read_or_refused_in_plain_words_and_left_as_it_was(shared_data):
    seen = 0
    for path in sorted((shared_data / "data/xlsx").glob("*.xlsx")):
        before = path.read_bytes()
        for as_kind in (None, "need"):
            board = Board()
            try:
                plan = import_file(path, board, as_kind=as_kind, language="ru")
                board.check(plan.changes)
                assert plan.changes, path.name
            except Told as problem:
                assert path.name in problem.told(translator("ru"))
        assert path.read_bytes() == before
        seen += 1
    assert seen == 16


def test_what_odd_workbooks_hold_is_read(shared_data):
    def rows(name):
        return read_xlsx(shared_data / "data/xlsx" / name)[0].rows

    assert rows("date.xlsx")[0] == rows("date_1904.xlsx")[0] == ("2021-01-01", "15")
    assert rows("has_x000D_.xlsx") == (("ABC\r\nDEF",),)
    assert rows("encoded_entities.xlsx")[0] == ("&",)
    assert rows("inventory-table.xlsx")[1] == ("1", "Apple", "50")
    assert rows("merged_range.xlsx")[3][0] == "A4"
    assert [sheet.name for sheet in read_xlsx(shared_data / "data/xlsx/any_sheets.xlsx")] == ["Visible"]


def test_a_value_merged_over_rows_stands_in_each_of_them():
    book = workbook(["Этап", "Точка контакта"], ["Заказ", "Звонок"], [None, "Сайт"], [None, "Касса"])
    book.active.merge_cells("A2:A4")
    assert [row[0] for row in read_xlsx(saved(book))[0].rows] == ["Этап", "Заказ", "Заказ", "Заказ"]


def test_errors_are_taken_as_empty_and_said():
    sheet = read_xlsx(saved(workbook(["Потребность", "Важность"], ["Кофе", "#N/A"])))[0]
    assert sheet.rows[1] == ("Кофе",) and "row 2" in sheet.warnings[0].told(translator("en"))


def test_a_sheet_that_claims_to_be_enormous_is_not_believed():
    data = with_part(
        saved(workbook(["Потребность"], ["Кофе"])),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<dimension ref="A1:A2"', b'<dimension ref="A1:XFD1048576"'),
    )
    assert read_xlsx(data)[0].rows == (("Потребность",), ("Кофе",))


def test_empty_cells_and_rows_far_away_do_no_harm():
    book = workbook(["Потребность"], ["Кофе"])
    book.active["XFD5"].font = openpyxl.styles.Font(bold=True)
    book.active["A90000"].font = openpyxl.styles.Font(bold=True)
    assert read_xlsx(saved(book))[0].rows == (("Потребность",), ("Кофе",))


REFUSED = {
    "a far cell": None,
    "not a zip": b"PK\x03\x04 no",
    "an old xls": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
    "nothing": b"",
    "an empty workbook": saved(workbook()),
    "a part missing": with_part(saved(workbook(["a"])), "xl/workbook.xml", lambda _: b"<x/>"),
    "broken XML": with_part(saved(workbook(["a"])), "xl/worksheets/sheet1.xml", lambda xml: xml[:200]),
    "a DTD": with_part(
        saved(workbook(["a"])), "xl/worksheets/sheet1.xml", lambda xml: b'<!DOCTYPE d [<!ENTITY a "b">]>' + xml
    ),
    "a DTD in UTF-16": with_part(
        saved(workbook(["a"])),
        "xl/worksheets/sheet1.xml",
        lambda _: '<!DOCTYPE d [<!ENTITY a "b">]><x/>'.encode("utf-16"),
    ),
    "cut short": saved(workbook(["a"]))[:-100],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_workbook_is_refused_in_plain_words(name):
    data = REFUSED[name]
    if name == "a far cell":
        book = workbook(["a"])
        book.active["XFD1048576"] = "far"
        data = saved(book)
    with pytest.raises(SourceProblem) as caught:
        read_xlsx(data, "x.xlsx")
    assert "x.xlsx" in caught.value.told(translator("en"))


@pytest.mark.parametrize("name", ["../evil.xml", "/abs.xml", "C:\\x.xml", "..\\x.xml"])
def test_an_archive_with_paths_outside_is_refused(name):
    stream = io.BytesIO(saved(workbook(["a"])))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(SourceProblem):
        read_xlsx(stream.getvalue())


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    with pytest.raises(SourceProblem) as caught:
        read_xlsx(stream.getvalue())
    assert "60 MB" in caught.value.told(translator("en"))
