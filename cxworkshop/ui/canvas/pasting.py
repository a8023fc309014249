"""Copy, cut and paste of cards with their links, and of text: lines and spreadsheet cells become cards."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.json_format import FORMAT, VERSION, read_document
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.ids import new_id
from cxworkshop.model.lanes import LANE_FIELD, lanes_of
from cxworkshop.ui import mime
from cxworkshop.ui.canvas import lane_verbs, looking
from cxworkshop.ui.canvas.lines import titles_in, titles_in_html
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

MOST_LINES = 500  # of a pasted text that become cards
CLIPBOARD = N_("clipboard")


def copy(wall: Wall, card_ids: Sequence[str]) -> None:
    """Put cards and the links among them on the clipboard, and their titles as text for other programs."""
    if card_ids:
        QApplication.clipboard().setMimeData(mime_of(wall.room.board, card_ids))
        wall.hint(tr.plural("{n} card copied", "{n} cards copied", len(card_ids)))


def mime_of(board: Board, card_ids: Sequence[str]) -> QMimeData:
    """Cards as interchange JSON, and as lines of text."""
    chosen = set(card_ids)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "cards": [{"id": card_id, **board.card(card_id).fields} for card_id in card_ids],
        "links": [dict(link.fields) for link in board.links() if link.source in chosen and link.target in chosen],
    }
    data = QMimeData()
    data.setData(mime.CARDS, QByteArray(json.dumps(document, ensure_ascii=False).encode("utf-8")))
    data.setText("\n".join(board.card(card_id).title for card_id in card_ids))
    return data


def take(wall: Wall, data: QMimeData, stage: str | None, kind: str, lane: str | None = None) -> None:
    """Make cards of cards, of the lines of a text, or of the cells and items of what was copied from a page. Notes
    stand in the lane `lane` ("": the one for notes; None: where they stood)."""
    if data.hasFormat(mime.CARDS):
        _take_cards(wall, bytes(data.data(mime.CARDS).data()), stage, lane)
        return
    titles = titles_of(data)
    if titles:
        _take_titles(wall, titles, stage, kind, lane)
    else:
        wall.hint(tr("There is nothing here that could become a card"))


def titles_of(data: QMimeData) -> list[str]:
    """The titles of the cards that a text would become; none for files, pictures and blanks."""
    if data.hasFormat("text/plain"):
        return titles_in(data.text())
    return titles_in_html(data.html()) if data.hasHtml() else []


def kind_for(wall: Wall, lane: str | None) -> str:
    """What a line of text becomes: a card of this lane or of the one taken, else of the selected kind, else a note."""
    found = lanes_of(wall.room.board).find(lane or lane_verbs.taken(wall))
    if found is not None and found.kind:
        return found.kind
    selected = wall.room.board.find(wall.room.selection[0]) if wall.room.selection else None
    return selected.kind if selected is not None and KINDS[selected.kind].lane else "note"


def lane_for(wall: Wall, lane: str | None) -> str | None:
    """The lane that pasted notes go to: the one at the place, else that of the selected note or the one taken by its
    name. As `take` takes it."""
    lanes = lanes_of(wall.room.board)
    chosen = wall.room.board.find(wall.room.selection[0]) if wall.room.selection else None
    if lane is None and chosen is not None and chosen.kind == "note":
        return lanes.own_of(chosen.get(LANE_FIELD))
    found = lanes.find(lane or lane_verbs.taken(wall))
    return None if found is None or found.kind != "note" else lanes.own_of(found.id)


def _take_cards(wall: Wall, data: bytes, stage: str | None, lane: str | None) -> None:
    made: list[str] = []

    def pasted(board: Board) -> ChangeSet:
        document = renamed(read_document(data, tr(CLIPBOARD)), board, stage, lane)
        made.extend(card["id"] for card in document["cards"])
        return plan_addition(document, board, tr(CLIPBOARD)).changes

    if wall.room.do(pasted, initiator=wall):
        _show(wall, made)


def renamed(document: Mapping[str, Any], board: Board, stage: str | None, lane: str | None = None) -> dict[str, Any]:
    """The copied cards and links under new ids. Cards of one stage go to `stage`, others keep theirs if it is here;
    notes go to the lane `lane`, or (None) stay in theirs."""
    rows = [row for row in document.get("cards", []) if isinstance(row, dict) and isinstance(row.get("id"), str)]
    new = {row["id"]: new_id(str(row.get("kind", "c"))[:1]) for row in rows}
    stages = {row.get("stage") for row in rows if row.get("stage")}
    fresh: list[dict[str, Any]] = []
    for row in rows:
        kept = {name: value for name, value in row.items() if name not in ("stage", "position", "order")}
        own = row.get("stage")
        target = stage if len(stages) == 1 or board.find(own) is None else own
        kind = KINDS.get(str(row.get("kind")))
        if own and target and kind is not None and kind.has_stage:
            kept["stage"] = target
        if lane is not None and row.get("kind") == "note":
            kept = {name: value for name, value in kept.items() if name != LANE_FIELD}
            kept |= {LANE_FIELD: lane} if lane else {}
        fresh.append({**kept, "id": new[row["id"]], "order": 1_000_000 + len(fresh)})
    ends = [row for row in document.get("links", []) if isinstance(row, dict)]
    links = [
        {**row, "source": new[row["source"]], "target": new[row["target"]]}
        for row in ends
        if row.get("source") in new and row.get("target") in new
    ]
    return {"format": FORMAT, "version": VERSION, "cards": fresh, "links": links}


def _take_titles(wall: Wall, titles: list[str], stage: str | None, kind: str, lane: str | None) -> None:
    before = set(wall.room.board.cards)
    place, taken = stage if KINDS[kind].has_stage else None, titles[:MOST_LINES]
    fields = {LANE_FIELD: lane} if lane and kind == "note" else {}
    if wall.room.do(lambda board: cards.add_many(board, kind, taken, place, fields=fields), initiator=wall):
        _show(wall, [card for card in wall.room.board.cards if card not in before])
        if len(taken) < len(titles):
            wall.hint(
                tr("The first {n} lines were pasted, {left} were left out", n=len(taken), left=len(titles) - len(taken))
            )


def _show(wall: Wall, made: Sequence[str]) -> None:
    """Select what was pasted, and bring the first of it into view."""
    wall.room.select(made)
    here = [card for card in made if card in wall.picture.boxes]
    if here:
        wall.glide.stop()
        looking.bring_into_view(wall, wall.picture.boxes[here[0]].rect)
    wall.hint(tr.plural("{n} card pasted", "{n} cards pasted", len(made)))
