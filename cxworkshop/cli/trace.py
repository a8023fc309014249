"""`trace`: the backward map as a table, JSON, CSV or DOT."""

from __future__ import annotations

import csv
import datetime
import sys
from pathlib import Path
from typing import Any

import click

from cxworkshop.analysis.backward_map import BackwardMap, backward_map
from cxworkshop.analysis.trace import trace_json
from cxworkshop.cli.reading import WORKSHOP, read_board
from cxworkshop.cli.speaking import put_json, put_table, speaker
from cxworkshop.errors import WrongUse
from cxworkshop.model.board import Board
from cxworkshop.words import N_

CSV_COLUMNS = (
    *("need", "need_title", "opportunity", "process", "process_title"),
    *("distance", "direct", "via", "depth", "influence", "owner", "blind_spot"),
)


@click.command("trace")
@WORKSHOP
@click.option("--need", metavar="ID", help="Only this need.")
@click.option("--format", "form", type=click.Choice(("table", "json", "csv", "dot")), default="table")
def trace(file: Path, need: str | None, form: str) -> None:
    """Work backwards from the needs to every process they rest on."""
    board = read_board(file)
    made = backward_map(board, today=datetime.date.today())
    card = board.find(need)
    if need is not None and (card is None or card.kind != "need"):
        raise WrongUse(N_("There is no need with the id “{need}”."), need=need)
    data = trace_json(made, need)
    if form == "json":
        put_json(data)
    elif form == "csv":
        _put_csv(data)
    elif form == "dot":
        from cxworkshop.exchange.dot import backward_map_dot

        click.echo(backward_map_dot(board, made, [own["id"] for own in data["needs"]]), nl=False)
    else:
        _put_tables(data, board, made)


def _put_csv(data: dict[str, Any]) -> None:
    figures = {own["id"]: own for own in data["processes"]}
    writer = csv.DictWriter(sys.stdout, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for need in data["needs"]:
        head = {"need": need["id"], "need_title": need["title"], "opportunity": need["opportunity"]}
        for process in need["processes"]:
            own = figures[process["id"]]
            row = {**head, "process": process["id"], "process_title": process["title"], "distance": process["distance"]}
            row |= {"direct": str(process["direct"]).lower(), "via": " ".join(process["via"])}
            writer.writerow(row | {name: own[name] for name in ("depth", "influence", "owner", "blind_spot")})
        if not need["processes"]:
            writer.writerow(head)


def _put_tables(data: dict[str, Any], board: Board, made: BackwardMap) -> None:
    tr = speaker()
    for need in data["needs"]:
        click.echo(f"{need['title']}  ·  {tr('opportunity {n}', n=tr.number(need['opportunity']))}")
        for process in need["processes"]:
            way = tr("directly") if process["direct"] else tr("indirectly")
            click.echo(f"  {process['distance']}  {way}  {process['title']}")
        if not need["processes"]:
            click.echo(f"  {tr('nothing behind it yet')}")
    rows = []
    for own in data["processes"]:
        owner = board.find(own["owner"])
        figures = [tr.number(own["depth"], 0), tr.number(own["influence"], 2), tr.number(own["blind_spot"], 2)]
        rows.append([own["title"], *figures, str(len(own["needs"])), owner.title if owner else tr("no owner")])
    click.echo()
    headings = [N_("Process"), N_("Depth"), N_("Influence"), N_("Blind spot"), N_("Needs"), N_("Owner")]
    put_table([tr(heading) for heading in headings], rows, right=(1, 2, 3, 4))
    for loop in data["loops"]:
        click.echo(tr("Loop: {names}", names=" → ".join(board.card(own).title for own in [*loop, loop[0]])))
    few = ", ".join(board.card(own).title for own in data["critical_few"])
    if few:
        click.echo(tr("Critical few: {names}", names=few))
