"""What a user can do with two cards that say the same: make one of them, or say that they differ. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK, RECORD_TABLES, THE_WORKSHOP, WORKSHOP, with_references
from cxworkshop.words import N_

DIFFERENT = "different"  # a field of the workshop: pairs of ids that look alike and are not the same


def merge(board: Board, kept: str, gone: str) -> ChangeSet:
    """One card out of two of a kind: `kept` stays, its empty fields filled from `gone`, the notes joined, the links,
    votes, readings and mentions of `gone` moved to it; `gone` is deleted. Where both were scored, `kept` is right.

    Raises Refused for one card twice and for cards of two kinds, KeyError where one is not there.
    """
    own, other = board.card(kept), board.card(gone)
    if kept == gone or own.kind != other.kind:
        raise Refused(N_("Only two cards of one kind can become one."))
    draft = Draft(board)
    draft.put(CARD, kept, _joined(own.fields, other.fields))
    _move_links(draft, kept, gone)
    _move_mentions(draft, kept, gone)
    _forget_pairs_of(draft, gone)
    draft.delete_card(gone)
    return draft.changes(N_("Merge “{gone}” into “{kept}”"), gone=other.title, kept=own.title)


def tell_apart(board: Board, one: str, other: str) -> ChangeSet:
    """Remember that two cards that look alike differ, so that nobody is asked about them again."""
    draft = _with_workshop(board)
    pair = sorted((one, other))
    known = different(board)
    if frozenset(pair) not in known:
        draft.set(WORKSHOP, THE_WORKSHOP, **{DIFFERENT: [*map(sorted, sorted(known, key=sorted)), pair]})
    return draft.changes(
        N_("Tell apart “{one}” and “{other}”"), one=board.card(one).title, other=board.card(other).title
    )


def different(board: Board) -> frozenset[frozenset[str]]:
    """The pairs of ids the room has told apart; what a file holds there otherwise is passed over."""
    found = board.workshop.get(DIFFERENT)
    return frozenset(map(frozenset, filter(_is_pair, found))) if isinstance(found, list) else frozenset()


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(card, str) for card in value)


def _with_workshop(board: Board) -> Draft:
    draft = Draft(board)
    if draft.fields(WORKSHOP, THE_WORKSHOP) is None:
        draft.put(WORKSHOP, THE_WORKSHOP, {})
    return draft


def _joined(own: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    filled = {name: value for name, value in own.items() if value not in ("", None)}
    notes = [fields["note"].strip() for fields in (own, other) if str(fields.get("note", "")).strip()]
    both = {**other, **filled}
    return {**both, "note": "\n".join(dict.fromkeys(notes))} if notes else both


def _move_links(draft: Draft, kept: str, gone: str) -> None:
    """A link that would lead from the card to itself is left out, unless it did so before."""
    for link in draft.board.links_of(gone):
        source, target = (kept if end == gone else end for end in (link.source, link.target))
        if source != target or link.source == link.target:
            key = draft.add_link(link.verb, source, target)
            known = draft.fields(LINK, key) or {}
            draft.put(LINK, key, {**link.fields, **known})


def _move_mentions(draft: Draft, kept: str, gone: str) -> None:
    board = draft.board
    for table in (CARD, *RECORD_TABLES):
        for row in board.records(table):
            fields = draft.fields(table, row.key)
            if row.key == gone or fields is None:
                continue
            moved = with_references(table, fields, lambda own: kept if own == gone else own)
            if moved is not fields:
                draft.put(table, row.key, moved)


def _forget_pairs_of(draft: Draft, gone: str) -> None:
    left = [sorted(pair) for pair in sorted(different(draft.board), key=sorted) if gone not in pair]
    if draft.board.workshop.get(DIFFERENT) is not None:
        draft.set(WORKSHOP, THE_WORKSHOP, **{DIFFERENT: left or None})
