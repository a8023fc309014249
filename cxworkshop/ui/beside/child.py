"""Long work in a process of its own, so that the window stays live and can end it. Knows not what the work is.

The child is `python -m MODULE FOLDER`: FOLDER is private to the two, holds its order and takes its results. It says how
far it is by lines on stdout, each a JSON list: an English text marked with `N_`, how much is done, of how much (or 0).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from cxworkshop.paths import PACKAGE

_ENDING = 2_000  # ms given to a killed child


class Child(QObject):
    """One run. `ended` comes once, unless it is cancelled: whether the child said that all went well."""

    ended = Signal(bool)
    progressed = Signal(str, int, int)

    def __init__(self, module: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._module = module
        self._temporary = tempfile.TemporaryDirectory(prefix="cxworkshop-", ignore_cleanup_errors=True)
        self.folder = Path(self._temporary.name)
        self.process = QProcess(self)
        self.process.setStandardErrorFile(QProcess.nullDevice())
        self.process.finished.connect(self._finished)
        self.process.errorOccurred.connect(self._not_started)
        self.process.readyReadStandardOutput.connect(self._hear)

    def start(self) -> None:
        """Begin; what the child needs lies in `folder`."""
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(PACKAGE.parent))
        self.process.setProcessEnvironment(environment)
        self.process.start(sys.executable, ["-m", self._module, str(self.folder)])

    @property
    def running(self) -> bool:
        return self.process.state() != QProcess.ProcessState.NotRunning

    def end(self) -> None:
        """Kill it where it still runs, without a signal, and clear its folder away."""
        self.process.blockSignals(True)
        if self.running:
            self.process.kill()
            self.process.waitForFinished(_ENDING)
        self._temporary.cleanup()

    def _hear(self) -> None:
        while self.process.canReadLine():
            line = bytes(self.process.readLine().data()).decode("utf-8", "replace")
            try:
                text, done, of = json.loads(line)
            except ValueError:
                continue  # something a library printed
            self.progressed.emit(str(text), int(done), int(of))

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self.ended.emit(how is QProcess.ExitStatus.NormalExit and status == 0)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(False)
