"""What importing a file would add, before it is added: columns and what they are taken for, first rows, remarks."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Told
from cxworkshop.exchange.importing import ImportPlan
from cxworkshop.exchange.tables.csv_in import DELIMITERS
from cxworkshop.exchange.tables.encodings import ENCODINGS
from cxworkshop.exchange.tables.importing import TablePlan
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.beside.import_job import ImportJob
from cxworkshop.ui.beside.import_order import ImportOrder, planned
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.dialogs.additions import additions, cautions
from cxworkshop.ui.dialogs.frame import DialogFrame
from cxworkshop.ui.dialogs.preview_table import PreviewTable
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.progress import ProgressLine
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

_DELIMITER_NAMES = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("bar")}
_TABLES = ("csv", "tsv", "txt", "xlsx")
SEEN = 4_000  # records; adding so many takes long enough to be seen (0.1 s; 20,000 cards with links about 1 s)


class ImportPreview(DialogFrame):
    """Reads the file when it opens; nothing is added before Import is pressed, and then all or nothing."""

    def __init__(self, room: Room, source: Path, parent: QWidget) -> None:
        super().__init__(tr("Import of {source}", source=source.name), parent, yes=tr("Import"))
        self._room, self._source = room, source
        self.plan: ImportPlan | None = None
        self._mapping: dict[str, dict[int, str]] = defaultdict(dict)
        self._encoding: str | None = None
        self._delimiter: str | None = None
        self._kind: str | None = None
        self._by_hand = False
        self.job: ImportJob | None = None
        self._build()
        self.size_for(920, 600)
        self.read()

    def _build(self) -> None:
        self.kinds, self.encodings, self.delimiters, self.sheets = Combo(), Combo(), Combo(), Combo()
        self._labelled: list[QWidget] = []
        row = QHBoxLayout()
        row.setSpacing(12)
        for text, chooser in (
            (tr("Sheet"), self.sheets),
            (tr("The rows are"), self.kinds),
            (tr("Encoding"), self.encodings),
            (tr("Separated by"), self.delimiters),
        ):
            row.addWidget(self._with_label(text, chooser))
        row.addStretch(1)
        self.table = PreviewTable()
        self.adds, self.remarks = Words(look="strong"), Words(look="soft")
        self.doing, self.progress = Words(look="soft"), ProgressLine()
        self.body.addWidget(self.problem)  # where one looks first: below it there may be nothing to look at
        self.body.addLayout(row)
        self.body.addWidget(self.table, 100)
        self.body.addWidget(self.doing)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.adds)
        self.body.addWidget(self.remarks)
        self.body.addStretch(1)
        self.kinds.activated.connect(self._choose_kind)
        self.encodings.activated.connect(self._choose_encoding)
        self.delimiters.activated.connect(self._choose_delimiter)
        self.sheets.activated.connect(lambda _: self._show_sheet())
        self.table.chosen.connect(self._take_column_for)

    def _with_label(self, text: str, chooser: Combo) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(text, "soft", wrap=False))
        column.addWidget(chooser)
        chooser.setAccessibleName(text)
        chooser.setMinimumContentsLength(12)
        self._labelled.append(box)
        return box

    # Reading

    def read(self) -> None:
        """Read the file as it is chosen to be read, and show what it would add: at once where it is small."""
        self._stop()
        order = self._order()
        if not order.small:
            self._read_beside(order)
            return
        try:
            self._planned(planned(order, self._room.board))
        except Told as problem:
            self._refused(problem)

    def _order(self) -> ImportOrder:
        mapping = {sheet: dict(columns) for sheet, columns in self._mapping.items()}
        return ImportOrder(
            self._source, tr.language, self._by_hand, self._kind, self._encoding, self._delimiter, mapping
        )

    def _read_beside(self, order: ImportOrder) -> None:
        self.job = ImportJob(order, self._room.board, self)
        self.job.finished.connect(self._planned)
        self.job.failed.connect(self._refused)
        self.job.progressed.connect(self._show_progress)
        self.tell(None)
        self._show_progress(N_("Reading the file…"), 0, 0)
        self._show_reading(True)
        self.job.start()

    def _planned(self, plan: ImportPlan) -> None:
        self.job, self.plan = None, plan
        self.tell(None)
        self._show_reading(False)
        self._show_plan()

    def _refused(self, problem: Told) -> None:
        self.job, self.plan = None, None
        self.tell(problem)
        self._show_reading(False)
        self._show_plan()

    def _stop(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.job = None

    def done(self, result: int) -> None:
        """However the dialog closes, nothing goes on reading."""
        self._stop()
        super().done(result)

    def _reread(self) -> None:
        self._by_hand = True
        self.read()

    def _choose_kind(self) -> None:
        self._kind = self.kinds.currentData()
        self._mapping.clear()
        self._reread()

    def _choose_encoding(self) -> None:
        self._encoding = self.encodings.currentData()
        self._reread()

    def _choose_delimiter(self) -> None:
        self._delimiter = self.delimiters.currentData()
        self._mapping.clear()
        self._reread()

    def _take_column_for(self, column: int, target: str) -> None:
        preview = self._preview()
        if preview is not None:
            self._mapping[preview.name][column] = target
            self._reread()

    # Showing

    def _show_progress(self, text: str, done: int, of: int) -> None:
        self.doing.setText(tr(text, done=tr.translator.number(done), of=tr.translator.number(of)))
        self.progress.show_done(done, of)

    def _show_reading(self, reading: bool) -> None:
        self.doing.setVisible(reading)
        self.progress.setVisible(reading)
        self.adds.setVisible(not reading)
        self.remarks.setVisible(not reading and bool(self.remarks.text()))
        for control in (self.sheets, self.kinds, self.encodings, self.delimiters, self.table):
            control.setEnabled(not reading)
        if reading:
            self.yes.setEnabled(False)
            self._show_choosers()

    def _preview(self) -> Any:
        previews = self.plan.previews if isinstance(self.plan, TablePlan) else ()
        at = max(self.sheets.currentIndex(), 0)
        return previews[at] if at < len(previews) else None

    def _show_plan(self) -> None:
        previews = self.plan.previews if isinstance(self.plan, TablePlan) else ()
        at = max(self.sheets.currentIndex(), 0)
        self.sheets.fill([(preview.name, number) for number, preview in enumerate(previews)], at)
        self._show_sheet()
        adds = " · ".join(additions(self.plan)) if self.plan is not None else ""
        self.adds.setText(tr("Will be added: {what}", what=adds) if adds else tr("Nothing would be added."))
        told = cautions(self.plan) if self.plan is not None else []
        self.remarks.setText("\n".join(told))
        self.remarks.setVisible(bool(told))
        self.adds.setVisible(self.plan is not None)
        self.yes.setEnabled(self.plan is not None and bool(self.plan.changes))

    def _show_sheet(self) -> None:
        self._show_choosers()
        preview = self._preview()
        self.table.setVisible(preview is not None)
        if preview is not None:
            self.table.show_preview(preview)

    def _show_choosers(self) -> None:
        preview = self._preview()
        is_table = self._source.suffix.lower().lstrip(".") in _TABLES
        is_text = is_table and self._source.suffix.lower() != ".xlsx"
        several = isinstance(self.plan, TablePlan) and len(self.plan.previews) > 1
        waiting = preview is None and (self.job is not None or not self._by_hand)
        for box, shown in zip(self._labelled, (several, is_table, is_text, is_text), strict=True):
            box.setVisible(shown and not waiting)
        kind = preview.kind if preview is not None else self._kind
        self.kinds.fill([(tr(one.plural), one.name) for one in KINDS.values()], kind)
        encoding = preview.encoding if preview is not None else self._encoding
        self.encodings.fill([(name.upper(), name) for name in ENCODINGS], encoding)
        delimiter = preview.delimiter if preview is not None else self._delimiter
        self.delimiters.fill([(tr(_DELIMITER_NAMES[sign]), sign) for sign in DELIMITERS], delimiter)

    def accept(self) -> None:
        """Add what was shown: one change, one step of undo."""
        if self.plan is None or not self.plan.changes:
            return
        if len(self.plan.changes.deltas) > SEEN:
            self._show_adding(len(self.plan.changes.deltas))
        try:
            self._room.document.apply(self.plan.changes, origin="import")
        except Told as problem:
            self._show_reading(False)
            self.yes.setEnabled(True)
            self.tell(problem)
            return
        super().accept()

    def _show_adding(self, many: int) -> None:
        """Say what is being done, on the screen before it begins: it is one transaction, all or nothing."""
        self._show_reading(True)
        self._show_progress(N_("Adding {done} cards, links and records…"), many, 0)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
