"""Reading a large source in a child process: the window stays live, the reading can be cancelled. Knows no widgets."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import IO

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Told
from cxworkshop.exchange.importing import ImportPlan, source_problem
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Delta
from cxworkshop.ui.beside.child import Child
from cxworkshop.ui.beside.child_talk import problem_left
from cxworkshop.ui.beside.import_order import ImportOrder
from cxworkshop.words import N_


class ImportJob(QObject):
    """Plans an import beside the window. `finished` or `failed` comes once, unless it is cancelled.

    `progressed` gives what is being done (a marked English text with `{done}` and `{of}`), how much, of how much.
    """

    finished = Signal(object)  # ImportPlan
    failed = Signal(Told)
    progressed = Signal(str, int, int)

    def __init__(self, order: ImportOrder, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order, self._board = order, board
        self._plan: ImportPlan | None = None
        self._deltas: list[Delta] = []
        self._stream: IO[bytes] | None = None
        self._taking = QTimer(self)
        self._taking.timeout.connect(self._take)
        self.child = Child("cxworkshop.ui.beside.import_child", self)
        self.child.ended.connect(self._ended)
        self.child.progressed.connect(self.progressed)

    def start(self) -> None:
        """Hand order and board to the child."""
        from cxworkshop.exchange import json_format

        json_format.write(self._board, self.child.folder / "board.json")
        order = json.dumps(self._order.to_json(), ensure_ascii=False)
        (self.child.folder / "order.json").write_text(order, encoding="utf-8")
        self.child.start()

    def cancel(self) -> None:
        """End the child; no signal comes any more."""
        self._taking.stop()
        self._close()

    def _ended(self, well: bool) -> None:
        if not well:
            problem = problem_left(self.child.folder) or self._broken()
            self._close()
            self.failed.emit(problem)
            return
        self._stream = (self.child.folder / "plan.pickle").open("rb")
        self._plan = pickle.load(self._stream)  # written by our own child in a folder of our own
        self._taking.start(0)

    def _take(self) -> None:
        """The next piece of the plan; the window breathes in between."""
        assert self._stream is not None and self._plan is not None
        try:
            self._deltas += pickle.load(self._stream)
        except EOFError:
            self._taking.stop()
            self._close()
            self.finished.emit(replace(self._plan, changes=ChangeSet(tuple(self._deltas), self._plan.changes.label)))

    def _close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        self.child.end()

    def _broken(self) -> Told:
        todo = N_("Try again; if it happens again, import it in parts.")
        return source_problem(N_("Reading the file stopped."), self._order.source.name, todo)
