"""Dialogs are as large as their texts need at every text scale, within the window they belong to."""

from __future__ import annotations

import pytest

from cxworkshop.ui import appearance
from cxworkshop.ui.dialogs.about import AboutDialog
from cxworkshop.ui.dialogs.export import ExportDialog
from cxworkshop.ui.dialogs.next_cycle import NextCycleDialog
from cxworkshop.ui.dialogs.shortcuts import ShortcutSheet
from cxworkshop.ui.parts.labels import Words
from tests.ui.window.conftest import settle

DIALOGS = {
    "about": AboutDialog,
    "shortcuts": ShortcutSheet,
    "export": lambda window: ExportDialog(window.files),
    "next cycle": lambda window: NextCycleDialog(window.files),
}


def clipped(words: Words) -> bool:
    """Whether a text has less room than it takes."""
    if words.wordWrap():
        return words.height() + 1 < words.heightForWidth(words.width())
    return words.width() + 1 < words.sizeHint().width() or words.height() + 1 < words.sizeHint().height()


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_text_of_a_dialog_is_clipped(open_window, settings, name, scale, language):
    settings.text_scale = scale
    window = open_window(language=language)
    appearance.wear_settings(settings)
    settle()
    dialog = DIALOGS[name](window)
    dialog.open()
    settle()
    shown = [own for own in dialog.findChildren(Words) if own.isVisible() and own.text()]
    assert shown
    assert [own.text() for own in shown if clipped(own)] == []
    assert dialog.width() <= window.width() and dialog.height() <= window.height()
    dialog.close()
    settings.text_scale = 1.0
    appearance.wear_settings(settings)
