"""Asking where a file is or is to be: the system's own dialog, or Qt's in the user's language. Opens no file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """The file to open, or None; `kinds` is a name filter, "Lists (*.csv *.xlsx)"."""
    dialog = spoken(parent, title, kinds, saving=False)
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.setDirectory(str(folder))
    return _answer(dialog)


def ask_where_to_save(
    parent: QWidget, title: str, proposed: Path, kinds: str, *, confirm_overwrite: bool = True
) -> Path | None:
    """Where to write a file, or None; without `confirm_overwrite` a name that is taken is the caller's matter."""
    dialog = spoken(parent, title, kinds, saving=True)
    dialog.setFileMode(dialog.FileMode.AnyFile)
    dialog.setOption(dialog.Option.DontConfirmOverwrite, not confirm_overwrite)
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    return _answer(dialog)


def spoken(parent: QWidget, title: str, kinds: str, *, saving: bool) -> QFileDialog:
    """A file dialog whose labels speak the window's language (Qt's own catalogue lacks some of them)."""
    from PySide6.QtWidgets import QFileDialog

    dialog, label = QFileDialog(parent, title), QFileDialog.DialogLabel
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setNameFilter(kinds)
    dialog.setLabelText(label.LookIn, tr("Look in:"))
    dialog.setLabelText(label.FileName, tr("File name:"))
    dialog.setLabelText(label.FileType, tr("Files of type:"))
    dialog.setLabelText(label.Accept, tr("Save") if saving else tr("Open"))
    dialog.setLabelText(label.Reject, tr("Cancel"))
    return dialog


def _answer(dialog: QFileDialog) -> Path | None:
    chosen = dialog.exec() == dialog.DialogCode.Accepted
    files = dialog.selectedFiles() if chosen else []
    dialog.deleteLater()
    return Path(files[0]) if files else None
