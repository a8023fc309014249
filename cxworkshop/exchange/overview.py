"""The first sheet of a workbook: what the workshop holds, the backward map and the method in figures. Knows no file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxworkshop.exchange.board_tables import Cell
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.words import N_


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    heading: bool = False


def overview_rows(board: Board, tr: Translator, today: datetime.date) -> Iterator[Row]:
    """The workshop's own fields, its cards counted, the needs by opportunity, the processes by influence, then the
    other figures of the method, part by part."""
    yield from _workshop(board, tr)
    yield Row(())
    yield Row((tr(N_("Cards")), tr(N_("How many"))), heading=True)
    for kind in KINDS.values():
        if board.count(kind.name):
            yield Row((tr(kind.plural), board.count(kind.name)))
    yield Row((tr(N_("Links")), len(board.links())))
    yield from _backward_map(board, tr, today)
    yield from _figures(board, tr, today)


def lacking_rows(lacks: Sequence[str], tr: Translator) -> Iterator[Row]:
    """What the workbook leaves out, one sentence a row, under a heading; nothing where it leaves nothing out."""
    if lacks:
        yield Row(())
        yield Row((tr(N_("Not in this workbook")),), heading=True)
        yield from (Row((text,)) for text in lacks)


def _workshop(board: Board, tr: Translator) -> Iterator[Row]:
    title = board.workshop.get("title")
    yield Row((str(title) if title else tr(N_("Workshop")),), heading=True)
    date = board.workshop.get("date")
    if date:
        yield Row((tr(N_("Date")), tr.date(str(date))))
    for name, label in (
        ("attract_and_keep", N_("Which customers to attract and keep")),
        ("matters_most", N_("What matters most to them")),
        ("be_best", N_("How to be the best at it")),
    ):
        if board.workshop.get(name):
            yield Row((tr(label), str(board.workshop[name])))


def _backward_map(board: Board, tr: Translator, today: datetime.date) -> Iterator[Row]:
    from cxworkshop.analysis.backward_map import backward_map

    made = backward_map(board, today)
    if made.needs:
        headings = (N_("Need"), N_("Opportunity"), N_("Direct processes"), N_("Indirect processes"))
        yield Row(())
        yield Row(tuple(tr(text) for text in headings), heading=True)
        for need in made.needs:
            direct = sum(1 for process in need.processes if process.direct)
            yield Row((need.title, _rounded(need.opportunity), direct, len(need.processes) - direct))
        yield Row((tr(N_("Opportunity = I + max(I − S, 0), from 0 to 20 (Ulwick)")),))
    if made.processes:
        named = (N_("Process"), N_("Influence"), N_("Depth"), N_("Needs it reaches"), N_("Owner"), N_("Blind spot"))
        yield Row(())
        yield Row(tuple(tr(text) for text in named), heading=True)
        for process in made.processes:
            owner = board.find(process.owner)
            figures = (_rounded(process.influence), process.depth, len(process.needs))
            yield Row((process.title, *figures, owner.title if owner else None, _rounded(process.blind_spot)))
        yield Row((tr(N_("Influence = Σ over the needs reached: opportunity / 20 × 0.5^(distance − 1)")),))


def _figures(board: Board, tr: Translator, today: datetime.date) -> Iterator[Row]:
    from cxworkshop.exchange.overview_figures import figure_sections

    for section in figure_sections(board, tr, today):
        yield Row(())
        yield Row(tuple(section.heading), heading=True)
        yield from (Row(row) for row in section.rows)
        yield Row((section.told,))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
