"""`import`: cards from JSON, CSV, XLSX into a workshop, all or nothing."""

from __future__ import annotations

from pathlib import Path

import click

from cxworkshop.cli.reading import ANY_PATH, WORKSHOP, check_new, read_board
from cxworkshop.cli.speaking import language_of, put_table, say, speaker
from cxworkshop.document import Document
from cxworkshop.errors import WrongUse
from cxworkshop.exchange.formats import import_file
from cxworkshop.exchange.importing import ImportPlan
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.cards import KINDS
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import TABLES
from cxworkshop.words import N_

TABLE_LABELS = {
    "workshop": N_("Fields of the workshop"),
    "link": N_("Links"),
    "exposure": N_("Hours with customers"),
    "reading": N_("Readings"),
    "vote": N_("Votes"),
    "care_answer": N_("Answers of the care test"),
    "agenda": N_("Agenda blocks"),
}


@click.command("import")
@WORKSHOP
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=ANY_PATH)
@click.option("--as", "as_kind", metavar="KIND", help="What the rows of a table are: touchpoint, process, need…")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
def import_(file: Path, sources: tuple[Path, ...], as_kind: str | None, dry_run: bool) -> None:
    """Add JSON, CSV or XLSX to a workshop, creating it if absent. All of it or nothing."""
    as_kind = _kind(as_kind) if as_kind is not None else None
    exists = file.exists()
    if not exists:
        check_new(file)
    if dry_run or not exists:
        plans = _plans(read_board(file) if exists else Board(), sources, as_kind)
        if not dry_run:
            _store(Document.create(file), plans)
    else:
        document = Document.open(file)
        try:
            plans = _plans(document.board, sources, as_kind)
        except BaseException:
            document.close()
            raise
        _store(document, plans)
    _tell(plans, dry_run)


def _kind(word: str) -> str:
    """The kind people mean by `word`: its name, or what a heading may call it in Russian or English."""
    from cxworkshop.exchange.tables.match import kind_of_word

    kind = word if word in KINDS else kind_of_word(word)
    if not kind:
        raise WrongUse(N_("There is no kind “{kind}”. Known: {known}."), kind=word, known=", ".join(KINDS))
    return kind


def _plans(board: Board, sources: tuple[Path, ...], as_kind: str | None) -> list[ImportPlan]:
    """A plan a source, each made on what the ones before it give."""
    scratch = board_of(row for table in TABLES for row in board.records(table))
    plans = []
    for source in sources:
        made = import_file(source, scratch, as_kind=as_kind, language=language_of(scratch, None))
        scratch.apply(made.changes)
        plans.append(made)
    return plans


def _store(document: Document, plans: list[ImportPlan]) -> None:
    try:
        document.apply_together([made.changes for made in plans], origin="import", group=new_id("import"))
    finally:
        document.close()


def _tell(plans: list[ImportPlan], dry_run: bool) -> None:
    tr = speaker()
    counts: dict[str, int] = {}
    for made in plans:
        for name, number in made.counts.items():
            counts[name] = counts.get(name, 0) + number
    labels = {**{kind.name: kind.plural for kind in KINDS.values()}, **TABLE_LABELS}
    rows = [[tr(labels[name]) if name in labels else name, str(number)] for name, number in counts.items()]
    put_table([tr("Would be added") if dry_run else tr("Added"), ""], rows, right=(1,))
    skipped = sum(made.skipped for made in plans)
    if skipped:
        say(tr.plural("{n} was there already.", "{n} were there already.", skipped))
    for made in plans:
        for caution in made.warnings:
            say(caution.told(tr))
