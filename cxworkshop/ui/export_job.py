"""An export in a child process: the window stays live, the export can be cancelled. Knows no widgets.

The workshop file is locked by this process, so the child gets the board as interchange JSON, in a file of its own.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from cxworkshop.errors import FileProblem, Told
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.paths import PACKAGE
from cxworkshop.words import N_


class ExportJob(QObject):
    """Writes a board to a file beside the window. Exactly one of the signals comes, unless it is cancelled."""

    finished = Signal(Path)
    failed = Signal(Told)

    def __init__(self, board: Board, target: Path, options: ExportOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board, self._target, self._options = board, target, options
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)

    def start(self) -> None:
        """Hand the board as it is now to the child; later edits do not reach it."""
        from cxworkshop.exchange import json_format

        self._folder = tempfile.TemporaryDirectory(prefix="cxworkshop-export-")
        folder = Path(self._folder.name)
        json_format.write(self._board, folder / "board.json")
        (folder / "order.json").write_text(json.dumps(self._order(), ensure_ascii=False), encoding="utf-8")
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(PACKAGE.parent))
        self._process.setProcessEnvironment(environment)
        self._process.start(sys.executable, ["-m", "cxworkshop.ui.export_child", str(folder)])

    def _order(self) -> dict[str, Any]:
        options = dataclasses.asdict(self._options)
        return {"target": str(self._target.absolute()), "options": {**options, "today": options["today"].isoformat()}}

    def cancel(self) -> None:
        """End the child; an older file at the target stays as it is."""
        self._process.blockSignals(True)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(2000)
        self._clear()

    @property
    def running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    def _ended(self, status: int, how: QProcess.ExitStatus) -> None:
        problem = self._problem(status, how)
        self._clear()
        if problem is None:
            self.finished.emit(self._target)
        else:
            self.failed.emit(problem)

    def _problem(self, status: int, how: QProcess.ExitStatus) -> Told | None:
        """What the child wrote down, a general word where it could not, None when all went well."""
        if how is QProcess.ExitStatus.NormalExit and status == 0:
            return None
        assert self._folder is not None
        try:
            told = json.loads((Path(self._folder.name) / "problem.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return self._broken()
        return FileProblem(told["what"], told["safe"], told["todo"], **told["values"])

    def _broken(self) -> Told:
        return FileProblem(
            N_("“{name}” could not be written: the export stopped."),
            N_("The workshop is unchanged, and so is an older file of that name."),
            N_("Try again; if it happens again, export another format."),
            name=self._target.name,
        )

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._clear()
            self.failed.emit(self._broken())

    def _clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
