"""What the window says of the program itself, and dialogs that have nothing to show."""

from __future__ import annotations

from pathlib import Path

from cxworkshop import __version__
from cxworkshop.ui.dialogs.about import AboutDialog
from cxworkshop.ui.dialogs.import_preview import ImportPreview
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts


def test_about_tells_the_version_and_where_the_files_lie(window):
    dialog = AboutDialog(window)
    dialog.open()
    settle()
    said = " ".join(texts(dialog))
    assert __version__ in said and str(window.room.document.path) in said and str(window.settings.folder) in said


def test_what_is_copied_for_help_names_nobody_and_no_path(window):
    details = AboutDialog(window).details
    assert "Qt 6" in details and "Python 3" in details
    assert str(Path.home()) not in details and window.room.document.path.name not in details


def test_about_opens_without_a_workshop(open_window):
    window = open_window(None)
    window.show_about()
    settle()
    assert window.findChild(AboutDialog).isVisible()


def test_a_file_that_cannot_be_imported_shows_the_reason_and_no_empty_lists(window, tmp_path):
    source = tmp_path / "scores.csv"
    source.write_text("Title;Importance\nFast answer;99\n", "utf-8")
    preview = ImportPreview(window.room, source, window)
    preview.open()
    settle()
    assert preview.problem.isVisible() and preview.problem.text()
    assert preview.problem.y() < preview.buttons.geometry().y() - 200
    for chooser in (preview.kinds, preview.encodings, preview.delimiters, preview.table, preview.adds):
        assert not chooser.isVisible()
    assert not preview.yes.isEnabled()


def test_the_palette_is_as_high_as_what_it_lists(window):
    window.find_or_do()
    from cxworkshop.ui.command_palette.popup import CommandPalette

    palette = window.findChild(CommandPalette)
    whole = palette.height()
    palette.look_for("voters shortcut nothing")
    settle()
    least = palette.height()
    palette.look_for("Keyboard shortcuts")
    settle()
    assert least < whole and palette.height() < whole
    last = palette.model.index(palette.model.rowCount() - 1)
    assert palette.list.viewport().rect().contains(palette.list.visualRect(last))
