"""Everything that comes from a file or becomes one: new, open, import, export, the report, copies."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.analysis.ghost import is_next_cycle
from cxworkshop.document import Document, accept_edits, remedy
from cxworkshop.errors import Told
from cxworkshop.ui.file_dialog import ask_for_file, ask_where_to_save
from cxworkshop.ui.offer import Offer
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.exchange.options import ExportOptions
    from cxworkshop.ui.beside.export_job import ExportJob
    from cxworkshop.ui.dialogs.import_preview import ImportPreview
    from cxworkshop.ui.main_window import MainWindow
    from cxworkshop.ui.start.sources import Source

SUFFIX = ".cxw"


class Files:
    """Belongs to one window, shows what happens there."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.job: ExportJob | None = None

    # New and open

    def new(self) -> None:
        """Turn to the templates."""
        self.window.show_start()
        self.window.start.templates[0].setFocus()

    def make(self, source: Source, *, fresh: bool = False) -> None:
        """A new workshop from a template (or a copy of an example, `fresh` as of today), where the user says."""
        from cxworkshop.ui.start.sources import make_workshop

        language = tr.language
        target = self.ask_new(source.title(language))
        if target is not None:
            self.use(lambda: make_workshop(source.path(language), target, fresh=fresh))

    def open(self) -> None:
        """Ask for a workshop and open it."""
        kinds = tr("Workshops ({pattern})", pattern=f"*{SUFFIX}")
        path = ask_for_file(self.window, tr("Open a workshop"), self._folder(), kinds)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a workshop; when it will not open, say why and offer what can be done. Gives whether it is open."""
        room = self.window.room
        if room is not None and room.document.path.absolute() == path.absolute():
            self.window.show_workshop()
            return True
        return self.use(lambda: Document.open(path), path)

    def use(self, opening: Callable[[], Document], path: Path | None = None) -> bool:
        """Show what `opening` opens, or say why it cannot; a later cycle begins with what held."""
        try:
            document = opening()
        except Told as problem:
            self.window.telling.tell(problem, self._offers(problem, path))
            return False
        self.window.settings.last_folder = document.path.parent
        self.window.use(document)
        if is_next_cycle(document.board):
            self.window.the_room.show_view("held")
        return True

    def _offers(self, problem: Told, path: Path | None) -> list[Offer]:
        if path is None:
            return []
        if remedy(problem) == "read":
            return [Offer(N_("Open for reading only"), lambda: self.use(lambda: Document.open_read_only(path), path))]
        if remedy(problem) == "accept":
            return [Offer(N_("Accept these edits"), lambda: self._accept(path))]
        return []

    def _accept(self, path: Path) -> None:
        try:
            accept_edits(path)
        except Told as problem:
            self.window.tell(problem)
            return
        self.open_path(path)

    def save_copy(self) -> None:
        """Write the workshop under another name and go on there."""
        from cxworkshop.ui.start.sources import copy_workshop

        room = self.window.the_room
        target = self.ask_new(tr("{name} (copy)", name=room.document.path.stem), room.document.path)
        if target is not None:
            board = room.board
            self.use(lambda: copy_workshop(board, target))

    # Cycles

    def next_cycle(self) -> None:
        """Ask how the next cycle is to begin, and begin it."""
        from cxworkshop.ui.dialogs.next_cycle import NextCycleDialog

        NextCycleDialog(self).open()

    def compare(self) -> None:
        """Turn to what held, and ask for the cycle to compare with."""
        from cxworkshop.ui.views.cycle.page import HeldPage, choose_cycle

        self.window.the_room.show_view("held")
        page = self.window.the_workspace.views.page
        if isinstance(page, HeldPage):
            choose_cycle(page)

    # Import

    def import_(self) -> None:
        """Ask for a file and show what importing it would add."""
        from cxworkshop.exchange.formats import FORMATS

        suffixes = " ".join(f"*.{form.suffix}" for form in FORMATS if form.read)
        kinds = tr("Lists and workshops ({pattern})", pattern=suffixes)
        path = ask_for_file(self.window, tr("Import a list"), self._folder(), kinds)
        if path is not None:
            self.import_path(path)

    def import_path(self, source: Path) -> ImportPreview | None:
        """Show what importing a file would add; with no workshop open a new one is made for it first, None where no
        place was chosen for that."""
        if self.window.room is None:
            from cxworkshop.ui.start.sources import empty_workshop

            target = self.ask_new(source.stem)
            if target is None or not self.use(lambda: empty_workshop(target, source.stem, tr.language)):
                return None
        from cxworkshop.ui.dialogs.import_preview import ImportPreview

        preview = ImportPreview(self.window.the_room, source, self.window)
        preview.open()
        return preview

    def take_dropped(self, paths: list[Path]) -> None:
        """Files let go over the window: lists are imported one after the other, then a workshop is opened."""
        from cxworkshop.ui.dropped_files import DroppedFiles

        DroppedFiles(self, paths).take()

    # Export

    def export(self) -> None:
        """Ask for format and options, then write."""
        from cxworkshop.ui.dialogs.export import ExportDialog

        ExportDialog(self).open()

    def write_report(self) -> None:
        """Write the report as PDF with the choices of last time, beside the workshop."""
        from cxworkshop.exchange.options import ExportOptions

        room, settings = self.window.the_room, self.window.settings
        chosen = settings.export_choices()
        target = settings.report_of(room.document.path) or free_name(room.document.path.with_suffix(".pdf"))
        settings.remember_report(room.document.path, target)
        options = ExportOptions(
            language=str(chosen.get("language") or tr.language),
            anonymise=bool(chosen.get("anonymise")),
            paper=str(chosen.get("paper") or "a4"),
            today=room.today(),
        )
        self.start_export(target, options)

    def start_export(self, target: Path, options: ExportOptions) -> None:
        """Write the open workshop to `target` beside the window; tells when it is done, or why it is not."""
        from cxworkshop.ui.beside.export_job import ExportJob

        self.stop()
        document = self.window.the_room.document
        options = replace(options, workshop=document.identity, revision=document.revision)
        self.job = ExportJob(document.board, target, options, self.window)
        self.job.finished.connect(self._exported)
        self.job.failed.connect(self._not_exported)
        self.job.progressed.connect(lambda doing: self._show_export(target, doing))
        self._show_export(target, "")
        self.job.start()

    def _show_export(self, target: Path, doing: str) -> None:
        cancel = Offer(N_("Cancel"), self.cancel)
        self.window.telling.note(N_("Writing “{name}”…"), doing, [cancel], busy=True, name=target.name)

    def _not_exported(self, problem: Told) -> None:
        self.job = None
        self.window.tell(problem)

    def cancel(self) -> None:
        """Stop the export that is running; nothing is written."""
        self.stop()
        self.window.telling.announce(N_("The export was cancelled."), N_("Nothing was written."))

    def stop(self) -> None:
        """End what is running, quietly."""
        if self.job is not None:
            self.job.cancel()
            self.job = None

    def _exported(self, target: Path) -> None:
        notes = self.job.notes if self.job is not None else ()
        self.job = None
        self.window.settings.last_folder = target.parent
        offers = [
            Offer(N_("Open it"), lambda: _open_outside(target)),
            Offer(N_("Show the folder"), lambda: _open_outside(target.parent)),
        ]
        self.window.telling.announce(
            N_("“{name}” is written."),
            "{told}",
            offers,
            name=target.name,
            told="\n".join([str(target.parent), *(note.told(tr.translator) for note in notes)]),
        )

    # Asking

    def ask_new(self, stem: str, beside: Path | None = None) -> Path | None:
        """Where a new workshop is to be kept, or None; proposed is a name that is not taken, in the folder of `beside`
        where that can be written to, else in the folder used last."""
        own = beside.absolute().parent if beside is not None else None
        folder = own if own is not None and os.access(own, os.W_OK) else self._folder()
        proposed = free_name(folder / f"{_file_name(stem)}{SUFFIX}")
        kinds = tr("Workshops ({pattern})", pattern=f"*{SUFFIX}")
        title = tr("Where to keep the workshop")
        # An existing file is never overwritten: it is told.
        path = ask_where_to_save(self.window, title, proposed, kinds, confirm_overwrite=False)
        if path is None:
            return None
        return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)

    def _folder(self) -> Path:
        return self.window.settings.last_folder


def free_name(path: Path) -> Path:
    """`path`, or the first of "name 2", "name 3"… that is not taken."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found


def _file_name(title: str) -> str:
    kept = "".join(" " if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in title)
    return " ".join(kept.split()).strip(". ")[:80] or "workshop"


def _open_outside(path: Path) -> None:
    """Show a file or a folder in the program the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
