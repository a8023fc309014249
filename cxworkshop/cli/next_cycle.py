"""`next-cycle`: a new workshop that goes on where an old one ended."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.cli.reading import ANY_PATH, WORKSHOP, check_new, read_board
from cxworkshop.cli.speaking import say, speaker
from cxworkshop.document import Document


@click.command("next-cycle")
@WORKSHOP
@click.argument("out", metavar="OUT.cxw", type=ANY_PATH)
@click.option("--clear-scores", is_flag=True, help="Leave touchpoints, needs and problems to be scored anew.")
def next_cycle_(file: Path, out: Path, clear_scores: bool) -> None:
    """Start the next cycle from FILE in the new file OUT; FILE is not touched, nothing is overwritten."""
    check_new(out)
    changes = next_cycle(read_board(file), datetime.date.today(), clear_scores=clear_scores, name=file.stem)
    document = Document.create(out)
    try:
        document.apply(changes, origin="import")
        cycle = document.board.workshop["cycle"]
    finally:
        document.close()
    tr = speaker()
    say(tr("Cycle {cycle} begins in {name}", cycle=cycle, name=str(out)))
