"""`analyse`: every figure of the method, as tables or JSON."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from cxworkshop.analysis.aimed import aimed as ranked_by_aim
from cxworkshop.analysis.aimed import aimed_json
from cxworkshop.analysis.analyse import analyse as analysed
from cxworkshop.cli.reading import WORKSHOP, day_of, read_board
from cxworkshop.cli.speaking import put_json, put_table, speaker
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.words import N_


@click.command("analyse")
@WORKSHOP
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day the figures look back from.")
@click.option("--aimed", is_flag=True, help="Add a ranking of the needs of the personas to attract or keep.")
def analyse(file: Path, form: str, today: datetime.datetime | None, aimed: bool) -> None:
    """Work out every figure of the method."""
    board = read_board(file)
    data = analysed(board, today.date() if today else day_of(board))
    by_aim = aimed_json(ranked_by_aim(board)) if aimed else None
    if form == "json":
        put_json(data if by_aim is None else {**data, "aimed": by_aim})
        return
    _put_tables(board, data)
    if by_aim is not None:
        _put_aimed(board, by_aim)


def _put_tables(board: Board, data: dict[str, Any]) -> None:
    tr = speaker()
    for name, rows in data.items():
        click.echo(tr(_SECTIONS[name]))
        listed = rows if isinstance(rows, list) else [rows]
        if listed:
            columns = list(listed[0])
            cells = [[_cell(board, tr, row[column]) for column in columns] for row in listed]
            figures = [n for n, column in enumerate(columns) if column not in _WORDS]
            put_table([tr(_COLUMNS[column]) for column in columns], cells, right=figures)
        click.echo()


_SECTIONS = {
    "needs": N_("Needs"),
    "journeys": N_("Journeys"),
    "touchpoints": N_("Touchpoints"),
    "problems": N_("Problems"),
    "attention": N_("Attention"),
    "roles": N_("Roles"),
    "care": N_("Care test"),
    "objectives": N_("Objectives"),
    "improvements": N_("Improvements"),
}
_COLUMNS = {
    "id": N_("Title"),
    "opportunity": N_("Opportunity"),
    "votes": N_("Votes"),
    "persona": N_("Persona"),
    "mean": N_("Mean"),
    "peak": N_("Peak"),
    "end": N_("End"),
    "peak_end": N_("Peak and end"),
    "gap1": N_("Gap 1"),
    "gap2": N_("Gap 2"),
    "pain": N_("Pain"),
    "touchpoints": N_("Touchpoints"),
    "evidence": N_("Meetings and recordings"),
    "improvements": N_("Improvements"),
    "kpis": N_("KPIs"),
    "closeness": N_("Closeness"),
    "direct_hours": N_("Direct, h"),
    "video_hours": N_("Video, h"),
    "days_since_direct": N_("Days since"),
    "pair": N_("Pair"),
    "gap": N_("Care gap"),
    "index": N_("Care index"),
    "grade": N_("Grade"),
    "held": N_("Held or slipping"),
}
_WORDS = ("id", "persona", "closeness", "pair", "held")  # columns whose cells are words
_VALUES = {
    "close": N_("close"),
    "fading": N_("fading"),
    "stranger": N_("stranger"),
    "held": N_("held"),
    "slipping": N_("slipping"),
    "rolled_back": N_("rolled back"),
    "external/internal": N_("external / internal"),
    "vip/small": N_("VIP / small"),
    "hours/off_hours": N_("working hours / off hours"),
}


def _put_aimed(board: Board, by_aim: dict[str, Any]) -> None:
    """The ranking by aim, named as such, and what share of the work goes to the personas aimed at."""
    tr = speaker()
    click.echo(tr("The needs of the personas to attract or keep alone, by opportunity (all needs stand above)"))
    rows = [
        [
            _cell(board, tr, need["id"]),
            tr.number(need["opportunity"], 2),
            ", ".join(_cell(board, tr, persona) for persona in need["personas"]),
        ]
        for need in by_aim["needs"]
    ]
    if rows:
        put_table([tr("Need"), tr("Opportunity"), tr("Personas")], rows, right=(1,))
    else:
        click.echo(tr("No persona to attract or keep has a need yet."))
    click.echo()
    for share, text in ((by_aim["share_of_needs"], _NEEDS), (by_aim["share_of_improvements"], _IMPROVEMENTS)):
        if share is not None:
            click.echo(tr(text, share=tr.number(share * 100, 0)))


_NEEDS = N_("Needs of the personas to attract or keep: {share} % of all needs.")
_IMPROVEMENTS = N_("Improvements that serve them: {share} % of all improvements.")


def _cell(board: Board, tr: Translator, value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return tr.number(value, 2)
    card = board.find(value) if isinstance(value, str) else None
    if card is not None:
        return card.title or card.id
    if value is None:
        return "–"
    return tr(_VALUES[value]) if value in _VALUES else str(value)
