"""What a user can do with cards that say the same: make one of them, or say that they differ. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK, RECORD_TABLES, THE_WORKSHOP, WORKSHOP, with_references
from cxworkshop.words import N_

DIFFERENT = "different"  # a field of the workshop: pairs of ids that look alike and are not the same


def merge(board: Board, kept: str, *gone: str) -> ChangeSet:
    """One card out of several of a kind: `kept` stays, its empty fields filled from those of `gone`, the first first,
    the notes joined, the links, votes, readings and mentions of `gone` moved to it; `gone` are deleted. Where several
    were scored, `kept` is right.

    Raises Refused for one card twice and for cards of two kinds, KeyError where one is not there.
    """
    own, others = board.card(kept), [board.card(card) for card in gone]
    if not gone or len({kept, *gone}) <= len(gone) or {other.kind for other in others} != {own.kind}:
        raise Refused(N_("Only cards of one kind can become one."))
    draft = Draft(board)
    joined = own.fields
    for other in others:
        joined = _joined(joined, other.fields)
    draft.put(CARD, kept, joined)
    into = dict.fromkeys(gone, kept)
    _move_links(draft, into)
    _move_mentions(draft, into)
    _forget_pairs_of(draft, set(gone))
    draft.delete_cards(gone)
    if len(gone) > 1:
        return draft.changes(N_("Merge cards into “{kept}”: {n}"), kept=own.title, n=str(len(gone)))
    return draft.changes(N_("Merge “{gone}” into “{kept}”"), gone=others[0].title, kept=own.title)


def tell_apart(board: Board, *cards: str) -> ChangeSet:
    """Remember that cards that look alike differ, each from each, so that nobody is asked about them again."""
    draft = _with_workshop(board)
    known = different(board)
    told = [sorted(pair) for pair in combinations(dict.fromkeys(cards), 2) if frozenset(pair) not in known]
    if told:
        draft.set(WORKSHOP, THE_WORKSHOP, **{DIFFERENT: [*map(sorted, sorted(known, key=sorted)), *told]})
    if len(cards) > 2:
        return draft.changes(N_("Tell cards apart: {n}"), n=str(len(cards)))
    one, other = (board.card(card).title for card in cards)
    return draft.changes(N_("Tell apart “{one}” and “{other}”"), one=one, other=other)


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


def _move_links(draft: Draft, into: Mapping[str, str]) -> None:
    """A link that would lead from the card to itself is left out, unless it did so before."""
    moved = {link.key: link for card in into for link in draft.board.links_of(card)}
    for link in moved.values():
        source, target = into.get(link.source, link.source), into.get(link.target, link.target)
        if source != target or link.source == link.target:
            key = draft.add_link(link.verb, source, target)
            known = draft.fields(LINK, key) or {}
            draft.put(LINK, key, {**link.fields, **known})


def _move_mentions(draft: Draft, into: Mapping[str, str]) -> None:
    board = draft.board
    for table in (CARD, *RECORD_TABLES):
        for row in board.records(table):
            fields = draft.fields(table, row.key)
            if row.key in into or fields is None:
                continue
            moved = with_references(table, fields, lambda own: into.get(own, own))
            if moved is not fields:
                draft.put(table, row.key, moved)


def _forget_pairs_of(draft: Draft, gone: Collection[str]) -> None:
    left = [sorted(pair) for pair in sorted(different(draft.board), key=sorted) if pair.isdisjoint(gone)]
    if draft.board.workshop.get(DIFFERENT) is not None:
        draft.set(WORKSHOP, THE_WORKSHOP, **{DIFFERENT: left or None})
