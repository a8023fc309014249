"""Several files let go over the window: each is looked at in its turn, all or nothing of every one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from cxworkshop.ui.dialogs.import_preview import ImportPreview
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.files import Files

WORKSHOP = ".cxw"
MOST_NAMED = 6  # files in a message


def in_order(paths: list[Path]) -> tuple[list[Path], list[Path]]:
    """The lists in the order of their names, and the workshops: what is imported goes into the workshop that is open
    now, so another is opened only after that."""
    lists = sorted((path for path in paths if path.suffix.lower() != WORKSHOP), key=lambda path: path.name.casefold())
    return lists, [path for path in paths if path.suffix.lower() == WORKSHOP]


class DroppedFiles:
    """The files of one drop. Shows one preview after the other; at the end it is told what became of each."""

    def __init__(self, files: Files, paths: list[Path]) -> None:
        self._files = files
        self._waiting, self._workshops = in_order(paths)
        self._count, self._at = len(self._waiting), 0
        self._tells = len(paths) > 1  # of one file the preview says all
        self._taken: list[Path] = []
        self._left: list[Path] = []

    def take(self) -> None:
        """Begin with the first."""
        if self._workshops and (not self._waiting or self._files.window.room is None):
            self._open_workshop()
        self._next()

    def _open_workshop(self) -> None:
        """A window shows one workshop: the first is opened, the others are left."""
        first, *others = self._workshops
        self._workshops = []
        self._left += others
        if not self._files.open_path(first):
            self._tells = False  # it has been told why
            self._end()

    def _end(self) -> None:
        self._left += self._waiting
        self._left += self._workshops
        self._waiting, self._workshops = [], []

    def _next(self) -> None:
        if not self._waiting:
            if self._workshops:
                self._open_workshop()
            self._tell()
            return
        source = self._waiting.pop(0)
        self._at += 1
        preview = self._files.import_path(source)
        if preview is None:  # no place was chosen for a new workshop
            self._left.append(source)
            self._end()
            self._tell()
            return
        if self._count > 1:
            self._number(preview, source)
        preview.finished.connect(lambda result: self._closed(source, result))

    def _number(self, preview: ImportPreview, source: Path) -> None:
        """Which of how many it is; the one may be passed over, or the rest with it."""
        title = tr("Import of {source} ({k} of {n})", source=source.name, k=str(self._at), n=str(self._count))
        preview.setWindowTitle(title)
        preview.heading.setText(title)
        if self._waiting:
            preview.no.setText(tr("Pass over"))
            rest = Button(tr("Cancel the rest"))
            rest.clicked.connect(self._end)
            rest.clicked.connect(preview.reject)
            preview.buttons.insertWidget(0, rest)

    def _closed(self, source: Path, result: int) -> None:
        (self._taken if result == QDialog.DialogCode.Accepted else self._left).append(source)
        QTimer.singleShot(0, self._next)  # the next one opens when this one is gone

    def _tell(self) -> None:
        """Say what was read and what was left, where there was more than one file."""
        if not self._tells:
            return
        taken, left, announce = _names(self._taken), _names(self._left), self._files.window.telling.announce
        if taken and left:
            rest = N_("Left out, nothing of them was read: {left}.")
            announce(N_("Imported: {taken}."), rest, taken=taken, left=left)
        elif taken:
            announce(N_("Imported: {taken}."), N_("Each is one step of undo."), taken=taken)
        elif left:
            announce(N_("Left out, nothing of them was read: {left}."), left=left)


def _names(paths: list[Path]) -> str:
    named = ", ".join(tr("“{name}”", name=path.name) for path in paths[:MOST_NAMED])
    more = len(paths) - MOST_NAMED
    return named if more <= 0 else tr("{names} and {n} more", names=named, n=str(more))
