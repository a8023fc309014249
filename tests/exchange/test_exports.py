"""Exports: our own tables give the cards back, files are whole or absent, formulas stay texts."""

import csv
import io
import json
import os
import stat
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.errors import FileProblem, SourceProblem, WrongUse
from cxworkshop.exchange import json_format
from cxworkshop.exchange.csv_zip import guarded, unguarded
from cxworkshop.exchange.formats import FORMATS, export, import_file
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

RISKY = [
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1",
    "'quoted",
    "",
    " ",
    "#N/A",
    "_x0041_",
    "\x07bell",
    "a\r\nb",
    "1,5",
    "TRUE",
]


def document(titles):
    return {
        "format": "cxworkshop",
        "version": 1,
        "workshop": {"title": titles[0], "language": "ru", "theirs": [1, {"a": None}]},
        "cards": [
            {"id": "j", "kind": "journey", "side": "internal", "title": "Путь"},
            {"id": "s", "kind": "stage", "journey": "j", "position": 0, "selling": True},
            *(
                {
                    "id": f"n{n}",
                    "kind": "need",
                    "title": text,
                    "note": text,
                    "stage": "s",
                    "importance": 7.5,
                    "x": [text],
                }
                for n, text in enumerate(titles)
            ),
            {"id": "v", "kind": "value", "title": "Ответ"},
        ],
        "links": [{"verb": "satisfies", "source": "v", "target": "n0", "weight": 1}],
        "votes": [{"round": "1", "card": "n0", "voter": "А", "points": 2}] * 2,
        "agenda": [{"title": "Б", "minutes": 5}, {"title": "А"}],
        "outside": {"q": 1},
    }


def board_of(doc):
    board = Board()
    board.apply(json_format.plan(doc, board).changes)
    return board


def same(board, other):
    def content(one):
        told = json_format.to_document(one)
        return {name: sorted(map(repr_of, rows)) if isinstance(rows, list) else rows for name, rows in told.items()}

    def repr_of(row):
        return json.dumps(row, sort_keys=True, ensure_ascii=False)

    return content(board) == content(other)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("suffix", ["zip", "csv", "xlsx", "json"])
def test_our_own_tables_give_every_card_link_and_record_back(tmp_path, suffix, language):
    board, out = board_of(document(RISKY)), tmp_path / f"out.{suffix}"
    export(board, out, ExportOptions(language=language))
    again = Board()
    plan = import_file(out, again)
    again.check(plan.changes)
    again.apply(plan.changes)
    assert same(again, board) and not plan.warnings
    assert not import_file(out, again).changes


@pytest.mark.parametrize("suffix", ["zip", "xlsx", "json"])
def test_naughty_strings_survive_every_format_as_titles_notes_and_unknown_fields(tmp_path, suffix, shared_data):
    board = board_of(document(json.loads((shared_data / "data/strings/blns.json").read_text())))
    out = tmp_path / f"out.{suffix}"
    export(board, out, ExportOptions(language="ru"))
    again = Board()
    again.apply(import_file(out, again).changes)
    assert same(again, board)


def test_no_cell_of_a_csv_begins_as_a_formula(tmp_path):
    export(board_of(document(RISKY)), tmp_path / "out.csv", ExportOptions(language="ru"))
    with zipfile.ZipFile(tmp_path / "out.csv") as archive:
        names = [name for name in archive.namelist() if name.endswith(".csv")]
        assert {"need.csv", "links.csv", "votes.csv", "agenda.csv", "workshop.csv"} <= set(names)
        for name in names:
            data = archive.read(name)
            assert data.startswith(b"\xef\xbb\xbf")
            for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"):
                assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)
    assert all(unguarded(guarded(text)) == text for text in RISKY)


def test_no_cell_of_a_workbook_is_a_formula_and_every_sheet_has_its_filter(tmp_path):
    export(board_of(document(RISKY)), tmp_path / "out.xlsx", ExportOptions(language="ru"))
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames[:2] == ["Обзор", "Пути"] and book["cxworkshop"].sheet_state == "hidden"
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    needs = book["Потребности"]
    assert needs.freeze_panes == "A2" and needs.auto_filter.ref and needs.column_dimensions["B"].width > 8
    assert [cell.value for cell in needs[1]][:2] == ["id", "Название"]
    assert needs["B2"].value == "=1+1"


@pytest.mark.parametrize("suffix", ["zip", "xlsx", "json"])
def test_the_same_board_gives_the_same_bytes(tmp_path, suffix):
    board, out = board_of(document(RISKY)), tmp_path / f"out.{suffix}"
    written = []
    for when in (0, 2_000_000_000):
        export(board, out, ExportOptions())
        os.utime(out, (when, when))
        written.append(out.read_bytes())
    assert written[0] == written[1]
    if suffix == "xlsx":
        assert openpyxl.load_workbook(out).properties.modified.year == 1980


def test_a_table_edited_in_between_brings_its_new_row_and_column(tmp_path):
    export(board_of(document(["Кофе"])), tmp_path / "out.xlsx", ExportOptions(language="ru"))
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    page = book["Потребности"]
    page.cell(1, page.max_column + 1, "Бюджет")
    page.cell(3, 2, "Чай")
    page.cell(3, page.max_column, "100")
    book.save(tmp_path / "out.xlsx")
    again = Board()
    again.apply(import_file(tmp_path / "out.xlsx", again).changes)
    tea = next(card for card in again.of_kind("need") if card.title == "Чай")
    assert tea["Бюджет"] == "100" and tea.id and again.card("n0").title == "Кофе"


def test_a_wrong_value_in_our_own_table_is_told_with_its_row(tmp_path):
    export(board_of(document(["Кофе"])), tmp_path / "out.xlsx", ExportOptions(language="ru"))
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    page = book["Потребности"]
    column = next(cell.column for cell in page[1] if cell.value == "Важность")
    page.cell(2, column, 12)
    book.save(tmp_path / "out.xlsx")
    with pytest.raises(SourceProblem) as caught:
        import_file(tmp_path / "out.xlsx", Board())
    assert "Строка 2, «Важность»" in caught.value.told(translator("ru"))


def test_a_zip_of_something_else_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.csv", "a;b")
    with pytest.raises(SourceProblem):
        import_file(tmp_path / "x.zip", Board())


def test_unknown_suffixes_are_wrong_use_and_name_the_known(tmp_path):
    for name in ("out.docx", "out", "out.cxw"):
        with pytest.raises(WrongUse) as caught:
            export(Board(), tmp_path / name, ExportOptions())
        assert "xlsx" in caught.value.told(translator("ru"))
        with pytest.raises(WrongUse):
            import_file(tmp_path / name, Board())


def test_an_export_that_fails_leaves_what_was_there_and_nothing_beside_it(tmp_path):
    out = tmp_path / "out.json"
    out.mkdir()
    (out / "old").write_text("old")
    with pytest.raises(FileProblem) as caught:
        export(Board(), out, ExportOptions())
    assert "out.json" in caught.value.told(translator("ru"))
    assert (out / "old").read_text() == "old" and [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_full_disk_is_told_and_the_older_file_stays(tmp_path, checkout):
    (tmp_path / "out.json").write_text("old")
    script = (
        "import resource, signal, sys, pathlib\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from cxworkshop.errors import FileProblem\n"
        "from cxworkshop.exchange.formats import export\n"
        "from cxworkshop.exchange.options import ExportOptions\n"
        "from cxworkshop.model.board import Board\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "try:\n"
        "    export(Board(), pathlib.Path(sys.argv[1]), ExportOptions())\n"
        "except FileProblem as problem:\n"
        "    sys.stdout.write(str(problem))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "out.json")]
    told = subprocess.run(command, capture_output=True, text=True, cwd=checkout, timeout=60)
    assert "out.json" in told.stdout and not told.stderr
    assert (tmp_path / "out.json").read_text() == "old" and len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileProblem) as caught:
        export(Board(), tmp_path / "no" / "out.json", ExportOptions())
    assert "no" in caught.value.told(translator("en"))


def test_an_exported_file_can_be_read_by_others_as_files_usually_can(tmp_path):
    export(Board(), tmp_path / "out.json", ExportOptions())
    (tmp_path / "usual").touch()
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_an_anonymised_export_has_no_names_in_any_table(tmp_path):
    board = board_of({**document(["Кофе"]), "votes": [{"card": "n0", "voter": "Анна Иванова"}]})
    export(board, tmp_path / "out.zip", ExportOptions(language="ru", anonymise=True))
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "Анна" not in text and "Участник 1" in text


def test_every_format_has_a_label_in_both_languages_and_goes_some_way():
    for one in FORMATS:
        assert one.write or one.read
        assert translator("ru")(one.label) != one.label


TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(RISKY)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.sampled_from(["zip", "xlsx", "json"]), st.sampled_from(["ru", "en"]))
def test_any_text_survives_every_format(tmp_path_factory, texts, suffix, language):
    board, out = board_of(document(texts)), tmp_path_factory.mktemp("any") / f"out.{suffix}"
    export(board, out, ExportOptions(language=language))
    again = Board()
    again.apply(import_file(out, again).changes)
    assert same(again, board)
