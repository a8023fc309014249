"""`analyse`: every figure of the method, as tables or JSON."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from cxworkshop.analysis.analyse import analyse as analysed
from cxworkshop.cli.reading import WORKSHOP, read_board
from cxworkshop.cli.speaking import put_json, put_table, speaker
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board


@click.command("analyse")
@WORKSHOP
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day the figures look back from.")
def analyse(file: Path, form: str, today: datetime.datetime | None) -> None:
    """Work out every figure of the method."""
    board = read_board(file)
    data = analysed(board, today.date() if today else datetime.date.today())
    if form == "json":
        put_json(data)
        return
    tr = speaker()
    for name, rows in data.items():
        click.echo(name)
        listed = rows if isinstance(rows, list) else [rows]
        if listed:
            columns = list(listed[0])
            put_table(columns, [[_cell(board, tr, row[column]) for column in columns] for row in listed])
        click.echo()


def _cell(board: Board, tr: Translator, value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return tr.number(value, 2)
    card = board.find(value) if isinstance(value, str) else None
    if card is not None:
        return card.title or card.id
    return "–" if value is None else str(value)
