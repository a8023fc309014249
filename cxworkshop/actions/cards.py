"""What a user can do with cards. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.agreement import OPEN, check_status
from cxworkshop.model.board import Board, cell_order
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD, Card
from cxworkshop.words import N_

_NUMBERED_WHOLE = ("touchpoint", "stage")  # by `position`, as the interchange file has it; all others by `order`


def add(
    board: Board,
    kind: str,
    title: str = "",
    stage: str | None = None,
    *,
    card_id: str | None = None,
    before: str | None = None,
    fields: Mapping[str, Any] | None = None,
) -> ChangeSet:
    """A new card in a stage (None: without one), before the card `before` of its cell or at its end.

    `card_id` names it in advance, so that the caller can find it again.
    """
    draft = Draft(board)
    own = draft.add_card(kind, {"title": title, **(fields or {})}, card_id or new_id(kind[0]))
    _place(draft, [own], stage, before)
    return draft.changes(N_("Add “{title}”") if title else N_("Add a card"), title=title)


def add_many(
    board: Board,
    kind: str,
    titles: Iterable[str],
    stage: str | None = None,
    *,
    fields: Mapping[str, Any] | None = None,
) -> ChangeSet:
    """A card for every title that is not blank, one below another: pasted lines become cards. `fields`: of each."""
    draft = Draft(board)
    kept = fields or {}
    made = [draft.add_card(kind, {"title": title.strip(), **kept}) for title in titles if title.strip()]
    _place(draft, made, stage, None)
    return draft.changes(N_("Add cards: {n}"), n=str(len(made)))


def edit(board: Board, card_id: str, **fields: Any) -> ChangeSet:
    """Change fields of a card; None makes a field absent.

    Raises Refused (off its scale), NotAgreed (an improvement lacks what that status needs), KeyError (no such card).
    """
    check_status_given(board, [card_id], fields)
    draft = Draft(board)
    draft.set(CARD, card_id, **fields)
    title = board.card(card_id).title or str(fields.get("title") or "")
    return draft.changes(N_("Edit “{title}”") if title else N_("Edit a card"), title=title)


def check_status_given(board: Board, card_ids: Sequence[str], fields: Mapping[str, Any]) -> None:
    """Raise NotAgreed where these fields would agree an improvement that is not ready for it."""
    if "status" in fields:
        for card_id in card_ids:
            check_status(board, board.card(card_id), fields["status"])


def edit_many(board: Board, card_ids: Sequence[str], **fields: Any) -> ChangeSet:
    """Change the same fields of several cards; cards whose kind does not know a field are left out."""
    check_status_given(board, card_ids, fields)
    draft = Draft(board)
    for card_id in card_ids:
        kind = KINDS[board.card(card_id).kind]
        draft.set(CARD, card_id, **{name: value for name, value in fields.items() if kind.field(name)})
    return draft.changes(N_("Edit cards: {n}"), n=str(len(card_ids)))


def add_to_lists(board: Board, card_ids: Sequence[str], name: str, others: Sequence[str]) -> ChangeSet:
    """Add these cards to the list field `name` of several cards; what each lists already stays."""
    draft = Draft(board)
    for card_id in card_ids:
        listed = board.card(card_id).get(name)
        kept = list(listed) if isinstance(listed, list) else []
        draft.set(CARD, card_id, **{name: list(dict.fromkeys([*kept, *others]))})
    return draft.changes(N_("Edit cards: {n}"), n=str(len(card_ids)))


def move(
    board: Board, card_ids: Sequence[str], stage: str | None, before: str | None = None, *, lane: str | None = None
) -> ChangeSet:
    """Move cards into a stage (None: out of all stages), before the card `before` or at the end; their order is kept.

    Cards whose kind has no stage only change their place among their like. `lane` is the own lane that the notes among
    them go to ("": the one for notes; None: they stay in theirs).
    """
    draft = Draft(board)
    _place(draft, card_ids, stage, before)
    if lane is not None:
        for card_id in card_ids:
            if board.card(card_id).kind == "note":
                draft.set(CARD, card_id, lane=lane or None)
    if len(card_ids) == 1:
        return draft.changes(N_("Move “{title}”"), title=board.card(card_ids[0]).title)
    return draft.changes(N_("Move cards: {n}"), n=str(len(card_ids)))


def move_across(board: Board, stages: Mapping[str, Sequence[str]]) -> ChangeSet:
    """Move cards to the ends of several stages at once; `stages` gives for each stage those that go there."""
    draft = Draft(board)
    for stage, card_ids in stages.items():
        _place(draft, card_ids, stage, None)
    return draft.changes(N_("Move cards: {n}"), n=str(sum(map(len, stages.values()))))


def delete(board: Board, card_ids: Sequence[str]) -> ChangeSet:
    """Delete cards with their links and the records that mean nothing without them.

    Deleting a journey deletes its stages; the cards of a stage that goes stay, without a stage.
    """
    draft = Draft(board)
    journeys = [card_id for card_id in card_ids if board.card(card_id).kind == "journey"]
    draft.delete_cards([*(stage.id for journey in journeys for stage in board.stages(journey)), *card_ids])
    if len(card_ids) == 1:
        return draft.changes(N_("Delete “{title}”"), title=board.card(card_ids[0]).title)
    return draft.changes(N_("Delete cards: {n}"), n=str(len(card_ids)))


def duplicate(board: Board, card_ids: Sequence[str]) -> tuple[ChangeSet, list[str]]:
    """Copies of the cards right after them, with the links among them; the change and the copies' ids in order."""
    draft = Draft(board)
    copies: dict[str, str] = {}
    for card_id in card_ids:
        card = board.card(card_id)
        kept = {name: value for name, value in card.fields.items() if name != "kind"}
        if card.kind == "improvement" and kept.get("status") not in OPEN:
            kept["status"] = "idea"  # nobody has agreed on the copy, and it has no owner of its own
        copies[card_id] = draft.add_card(card.kind, kept)
    for kind, stage in dict.fromkeys(_cell_of(board.card(card_id)) for card_id in copies):
        cell = _cell(Draft(board), kind, stage)
        _number(draft, kind, [own for card_id in cell for own in (card_id, copies.get(card_id)) if own is not None])
    for link in board.links():
        if link.source in copies and link.target in copies:
            draft.add_link(link.verb, copies[link.source], copies[link.target])
    return draft.changes(N_("Duplicate cards: {n}"), n=str(len(copies))), list(copies.values())


def _cell_of(card: Card) -> tuple[str, str | None]:
    return card.kind, card.stage if KINDS[card.kind].has_stage else None


def _place(draft: Draft, card_ids: Sequence[str], stage: str | None, before: str | None) -> None:
    """Put cards into a cell and number it anew: touchpoints by `position` (whole numbers), all others by `order`."""
    if stage is not None and draft.fields(CARD, stage) is None:
        raise Refused(N_("There is no such stage any more."))
    for kind in dict.fromkeys(draft.card(card_id).kind for card_id in card_ids):
        own = [card_id for card_id in card_ids if draft.card(card_id).kind == kind]
        if KINDS[kind].has_stage:
            for card_id in own:
                draft.set(CARD, card_id, stage=stage)
        _renumber(draft, kind, stage, own, before)


def _renumber(draft: Draft, kind: str, stage: str | None, own: Sequence[str], before: str | None) -> None:
    """Number `own` to stand before the card `before`. Where there is room between its neighbours, nobody else moves."""
    moved = set(own)
    cell = [card_id for card_id in _cell(draft, kind, stage) if card_id not in moved]
    at = cell.index(before) if before in cell else len(cell)
    low = draft.card(cell[at - 1]).get("order", 0) if at > 0 else None
    high = draft.card(cell[at]).get("order", 0) if at < len(cell) else None
    numbers = None if kind in _NUMBERED_WHOLE else between(low, high, len(own))
    if numbers is None:
        _number(draft, kind, [*cell[:at], *own, *cell[at:]])
        return
    for card_id, number in zip(own, numbers, strict=True):
        draft.set(CARD, card_id, order=number)


def between(low: float | None, high: float | None, count: int) -> list[float] | None:
    """So many rising numbers between two (None: no bound on that side), whole ones where they fit; None: no room."""
    if low is None and high is None:
        return list(range(1, count + 1))
    if low is None:
        return [math.ceil(high or 0) - count + number for number in range(count)]
    whole = [math.floor(low) + 1 + number for number in range(count)]
    if high is None or whole[-1] < high:
        return list(whole)
    parts = [low + (high - low) * (number + 1) / (count + 1) for number in range(count)]
    rising = all(one < other for one, other in itertools.pairwise([low, *parts, high]))
    return parts if rising else None


def _number(draft: Draft, kind: str, card_ids: Iterable[str]) -> None:
    """Number the cards of a cell from 1."""
    name = "position" if kind in _NUMBERED_WHOLE else "order"
    for number, card_id in enumerate(card_ids, 1):
        if draft.card(card_id).get(name) != number:
            draft.set(CARD, card_id, **{name: number})


def _cell(draft: Draft, kind: str, stage: str | None) -> list[str]:
    """The ids of the cards of a kind in a stage as the draft stands, in their order."""
    staged, written = KINDS[kind].has_stage, draft.written(CARD)
    of_kind = draft.board.of_kind(kind)
    cards = [card for card in of_kind if card.id not in written and (not staged or card.stage == stage)]
    drafted = ((card_id, draft.fields(CARD, card_id)) for card_id in written)
    new = (Card(CARD, card_id, now) for card_id, now in drafted if now is not None and now["kind"] == kind)
    cards += [card for card in new if not staged or card.stage == stage]
    return [card.id for card in sorted(cards, key=lambda card: (card.get("position", 0), *cell_order(card)))]
