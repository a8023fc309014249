"""How a source is to be read for a preview, and the plan that comes of it: here or in a child. Imports no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cxworkshop.exchange.importing import ImportPlan
from cxworkshop.model.board import Board

_SMALL = {"xlsx": 12_000, "zip": 12_000, "json": 60_000}  # bytes that are read while the window waits, unnoticed
_SMALL_TEXT = 16_000


@dataclass(frozen=True)
class ImportOrder:
    """`by_hand`: the user has chosen how to read it. `mapping`: sheet name → column (from 0) → target."""

    source: Path
    language: str = "en"
    by_hand: bool = False
    kind: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    mapping: Mapping[str, Mapping[int, str]] = field(default_factory=dict)

    @property
    def small(self) -> bool:
        """Whether reading takes too little time to be worth a process of its own (an unreadable file as well)."""
        try:
            size = self.source.stat().st_size
        except OSError:
            return True
        return size <= _SMALL.get(self.source.suffix.lower().lstrip("."), _SMALL_TEXT)

    def to_json(self) -> dict[str, Any]:
        return {**vars(self), "source": str(self.source.absolute())}

    @staticmethod
    def from_json(written: Mapping[str, Any]) -> ImportOrder:
        mapping = {
            sheet: {int(number): target for number, target in columns.items()}
            for sheet, columns in written["mapping"].items()
        }
        return ImportOrder(**{**written, "source": Path(written["source"]), "mapping": mapping})


def planned(
    order: ImportOrder, board: Board, progress: Callable[[int, int], None] = lambda _row, _of: None
) -> ImportPlan:
    """What importing the source as ordered would do to the board. SourceProblem where it cannot be read."""
    from cxworkshop.exchange.formats import import_file, read_bytes
    from cxworkshop.exchange.tables.importing import plan_table, read_sheets

    if not order.by_hand:
        return import_file(order.source, board, language=order.language, progress=progress)
    name = order.source.name
    sheets = read_sheets(read_bytes(order.source), name, encoding=order.encoding, delimiter=order.delimiter)
    return plan_table(
        sheets,
        board,
        as_kind=order.kind,
        mapping=order.mapping,
        language=order.language,
        source=name,
        progress=progress,
    )
