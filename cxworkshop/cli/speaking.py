"""What the verbs have in common in talking: the language, errors on stderr, aligned tables, JSON on stdout."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import click

from cxworkshop.errors import Told
from cxworkshop.i18n import Translator, system_language, translator
from cxworkshop.model.board import Board
from cxworkshop.paths import settings_dir
from cxworkshop.words import N_


def speaker() -> Translator:
    """The translator of the reader at the terminal."""
    return translator(system_language())


def language_of(board: Board, chosen: str | None) -> str:
    """The language of an export: as chosen, else the workshop's, else the system's."""
    own = board.workshop.get("language")
    return chosen or (own if own in ("ru", "en") else system_language())


def say(text: str) -> None:
    """One line for people: stderr, since stdout is for machines."""
    click.echo(text, err=True)


def complain(problem: Told) -> None:
    """One line on stderr: what happened, what is safe, what to do."""
    say(problem.told(speaker()))


def note_bug(bug: BaseException) -> None:
    """Write a crash note for the developers, and one line for the user."""
    folder = settings_dir() / "crashes"
    note = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        note.write_text("".join(traceback.format_exception(bug)), encoding="utf-8")
        where = str(note)
    except OSError:
        where = "–"
    complain(
        Told(
            N_("cxworkshop made a mistake: {error}."),
            N_("The workshop file holds every change made before."),
            N_("Please send the note {where} to the developers."),
            error=type(bug).__name__,
            where=where,
        )
    )


def put_json(data: Any) -> None:
    """JSON on stdout, as UTF-8 whatever the terminal."""
    click.echo(json.dumps(data, ensure_ascii=False))


def put_table(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """An aligned table on stdout; `right` numbers the columns set to the right. Line breaks in cells become spaces."""
    clean = [[_one_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in [headings, *clean]) for column in range(len(headings))]
    for row in [headings, *clean]:
        cells = [
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())


def _one_line(text: str) -> str:
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= 60 else line[:59] + "…"


def stdout_is_text() -> bool:
    return sys.stdout.isatty()
