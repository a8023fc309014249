"""The dialog that asks for a file, where the system has none of its own: all of it in the user's language."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from cxworkshop.ui.file_dialog import ask_for_file, ask_where_to_save, spoken
from cxworkshop.ui.speech import tr
from tests.ui.window.conftest import settle


@pytest.mark.parametrize("saving", [False, True])
def test_no_label_of_the_dialog_is_english_in_a_russian_window(open_window, saving):
    window = open_window(language="ru")
    dialog = spoken(window, "Заголовок", "*.cxw", saving=saving)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    settle()
    shown = [part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind) if part.isVisible()]
    assert {"Папка:", "Вид файлов:", "Имя файла:"} <= {text.replace("&", "") for text in shown}
    assert not [text for text in shown if re.search("[A-Za-z]{3}", text)], shown
    assert tr.language == "ru"
    dialog.close()


def when_asked(act):
    """Do something with the dialog once it is there."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_chosen_file_is_given_and_a_refusal_is_none(window, tmp_path):
    (tmp_path / "list.csv").write_text("Process\nPack\n", "utf-8")

    def choose(dialog):
        dialog.findChild(QLineEdit).setText("list.csv")
        dialog.accept()

    when_asked(choose)
    assert ask_for_file(window, "Import", tmp_path, "Lists (*.csv)") == tmp_path / "list.csv"
    when_asked(lambda dialog: dialog.reject())
    assert ask_for_file(window, "Import", tmp_path, "Lists (*.csv)") is None


def test_a_place_to_save_is_proposed_and_given(window, tmp_path):
    seen = []

    def agree(dialog):
        seen.append(dialog.findChild(QLineEdit).text())
        dialog.accept()

    when_asked(agree)
    assert ask_where_to_save(window, "Export", tmp_path / "Кофе.pdf", "*.pdf") == tmp_path / "Кофе.pdf"
    assert seen == ["Кофе.pdf"]
