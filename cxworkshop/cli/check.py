"""`check`: is the file sound, and what has no answer yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cxworkshop.analysis.gaps import gaps
from cxworkshop.cli.reading import WORKSHOP, read_board
from cxworkshop.cli.speaking import complain, put_json, put_table, say, speaker
from cxworkshop.document import accept_edits, check_file
from cxworkshop.store.problems import Damaged


@click.command("check")
@WORKSHOP
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
@click.option("--accept", is_flag=True, help="Take edits made by another SQLite program as they are.")
def check(file: Path, form: str, accept: bool) -> int:
    """Check the file, then list what has no answer yet. Exit status 1 when anything was found."""
    if accept:
        edits = accept_edits(file)
        tr = speaker()
        say(tr.plural("{n} edit accepted.", "{n} edits accepted.", len(edits.deltas)))
    try:
        damage = check_file(file)
    except Damaged as problem:
        return _tell_damage(problem, form)
    found = _gaps(file) if not damage else []
    if form == "json":
        put_json({"damage": damage, "gaps": found})
    else:
        _put_tables(damage, found)
    return 1 if damage or found else 0


def _tell_damage(problem: Damaged, form: str) -> int:
    if form == "json":
        put_json({"damage": list(problem.rows) or [problem.told(speaker())], "gaps": []})
    complain(problem)
    return 1


def _gaps(file: Path) -> list[dict[str, Any]]:
    board, tr = read_board(file), speaker()
    return [
        {
            "code": gap.code,
            "text": gap.told(tr),
            "cards": [{"id": own, "kind": board.card(own).kind, "title": board.card(own).title} for own in gap.ids],
        }
        for gap in gaps(board)
    ]


def _put_tables(damage: list[str], found: list[dict[str, Any]]) -> None:
    tr = speaker()
    if damage:
        click.echo(tr("The file is damaged:"))
        for line in damage:
            click.echo(f"  {line}")
    else:
        click.echo(tr("The file is sound: integrity, checksums and the log agree."))
    for gap in found:
        click.echo()
        click.echo(gap["text"])
        put_table([tr("Id"), tr("Title")], [[card["id"], card["title"]] for card in gap["cards"]])
    if not damage and not found:
        click.echo(tr("Nothing is missing."))
