"""An export in a child process: the window stays live, the export can be cancelled. Knows no widgets.

The workshop file is locked by this process, so the child gets the board as interchange JSON, in a file of its own.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import pickle
import secrets
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from cxworkshop.errors import FileProblem, Told
from cxworkshop.exchange.importing import Caution
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.ui.beside.child import Child
from cxworkshop.ui.beside.child_talk import problem_left
from cxworkshop.words import N_


class ExportJob(QObject):
    """Writes a board to a file beside the window. `finished` or `failed` comes once, unless it is cancelled.

    `progressed` gives what is being done, a marked English text. Once finished, `notes` hold what to know of the file.
    """

    finished = Signal(Path)
    failed = Signal(Told)
    progressed = Signal(str)

    def __init__(self, board: Board, target: Path, options: ExportOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board, self._target, self._options = board, target.absolute(), options
        self.notes: tuple[Caution, ...] = ()
        self._beside = self._target.with_name(f".{secrets.token_hex(8)}{self._target.suffix}")
        self.child = Child("cxworkshop.ui.beside.export_child", self)
        self.child.ended.connect(self._ended)
        self.child.progressed.connect(lambda text, _done, _of: self.progressed.emit(text))

    def start(self) -> None:
        """Hand the board as it is now to the child; later edits do not reach it."""
        from cxworkshop.exchange import json_format

        folder = self.child.folder
        json_format.write(self._board, folder / "board.json")
        (folder / "order.json").write_text(json.dumps(self._order(), ensure_ascii=False), encoding="utf-8")
        self.child.start()

    def _order(self) -> dict[str, Any]:
        options = dataclasses.asdict(self._options)
        return {
            "target": str(self._target),
            "beside": str(self._beside),
            "options": {**options, "today": options["today"].isoformat()},
        }

    def cancel(self) -> None:
        """End the child; an older file at the target stays as it is, nothing half-written stays beside it."""
        self.child.end()
        self._remove_half()

    @property
    def running(self) -> bool:
        return self.child.running

    def _ended(self, well: bool) -> None:
        problem = None if well else (problem_left(self.child.folder) or self._broken())
        if well:  # written by our own child in a folder of our own
            self.notes = pickle.loads((self.child.folder / "notes.pickle").read_bytes())
        self.child.end()
        if problem is None:
            self.finished.emit(self._target)
        else:
            self._remove_half()
            self.failed.emit(problem)

    def _remove_half(self) -> None:
        with contextlib.suppress(OSError):
            self._beside.unlink(missing_ok=True)

    def _broken(self) -> Told:
        return FileProblem(
            N_("“{name}” could not be written: the export stopped."),
            N_("The workshop is unchanged, and so is an older file of that name."),
            N_("Try again; if it happens again, export another format."),
            name=self._target.name,
        )
