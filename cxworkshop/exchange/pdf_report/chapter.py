"""What every chapter of the report gets: the sheet to draw on, the findings, the translator."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.exchange.drawing.findings import Findings
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.pdf_report.sheet import Sheet
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card


@dataclass(frozen=True)
class Chapter:
    """The material of one chapter."""

    sheet: Sheet
    findings: Findings
    tr: Translator
    options: ExportOptions

    @property
    def board(self) -> Board:
        return self.findings.board

    def card(self, card_id: str) -> Card:
        return self.board.card(card_id)
