"""`compare`: cycle against cycle, in sentences or JSON."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from cxworkshop.analysis.compare import compare
from cxworkshop.analysis.compare_told import NOTHING, UNRELATED, Teller
from cxworkshop.cli.reading import ANY_PATH, day_of, read_board
from cxworkshop.cli.speaking import put_json, say, speaker


@click.command("compare")
@click.argument("old", metavar="OLD.cxw", type=ANY_PATH)
@click.argument("new", metavar="NEW.cxw", type=ANY_PATH)
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day of the new figures.")
def compare_(old: Path, new: Path, form: str, today: datetime.datetime | None) -> None:
    """Say what rose, fell, appeared and vanished from one cycle to the next, and which improvements hold."""
    before, after = read_board(old), read_board(new)
    own = compare(before, after, today.date() if today else day_of(after))
    tr = speaker()
    if not own.related:
        say(tr(UNRELATED))
    if form == "json":
        put_json(own.json())
    else:
        _put(Teller(own, before, after, tr))


def _put(teller: Teller) -> None:
    click.echo(teller.between())
    if not teller.own.changed:
        click.echo(teller.tr(NOTHING))
    for heading, parts in teller.sections():
        click.echo()
        click.echo(heading)
        for subheading, sentences in parts:
            click.echo(f"  {subheading}")
            for sentence in sentences:
                click.echo(f"    {_printable(sentence)}")


def _printable(text: str) -> str:
    """Titles may hold what would move a terminal's cursor."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
