"""Random edits as a room makes them, and a plain dictionary that says what must come of them."""

from __future__ import annotations

import json
import random
import zlib
from typing import Any

from cxworkshop.model.board import Board, board_of
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK, TABLES, THE_WORKSHOP, WORKSHOP, link_key

State = dict[str, dict[str, dict[str, Any]]]

KINDS = ("persona", "touchpoint", "problem", "need", "value", "process", "role", "improvement", "note")
TITLES = (
    "Заказ",
    "Coffee",
    "",
    " ",
    "=1+1",
    "<b>bold</b>",
    "a\nb",
    "Ёлка № 5",
    "👨‍👩‍👧",
    "x" * 300,
    "e\u0301",
    "\x1f",
    "'; drop table card;--",
)


class RandomEdits:
    """Draws one edit after another for a board; `expect` does the same to a plain dictionary."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made = 0

    def draw(self, board: Board) -> ChangeSet:
        """An edit that the board can take, perhaps an empty one."""
        draft = Draft(board)
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            self._one(draft, list(board.cards))
        self.made += 1
        return draft.changes("Edit {n}", n=str(self.made))

    def draw_two(self, board: Board) -> list[ChangeSet]:
        """Two edits, the second on what the first gives."""
        first = self.draw(board)
        scratch = board_of(own for table in TABLES for own in board.records(table))
        scratch.apply(first)
        return [first, self.draw(scratch)]

    def _one(self, draft: Draft, cards: list[str]) -> None:
        alive = [card for card in cards if draft.fields(CARD, card) is not None]
        edits = (self._add, self._add, self._edit, self._edit, self._link, self._link, self._unlink, self._record)
        edit = self.random.choice((*edits, self._delete, self._forget, self._rename_workshop))
        edit(draft, alive)

    def _add(self, draft: Draft, _: list[str]) -> None:
        kind = self.random.choice(KINDS)
        draft.add_card(
            kind, {"title": self.random.choice(TITLES), "order": self.random.randrange(9), "ours": [1, None]}
        )

    def _edit(self, draft: Draft, alive: list[str]) -> None:
        if alive:
            card = self.random.choice(alive)
            name = self.random.choice(("title", "note", "strange", "order"))
            value = self.random.random() if name == "order" else self.random.choice((*TITLES, None))
            draft.set(CARD, card, **{name: value})

    def _delete(self, draft: Draft, alive: list[str]) -> None:
        if len(alive) > 5:
            draft.delete_card(self.random.choice(alive))

    def _link(self, draft: Draft, alive: list[str]) -> None:
        if alive:
            source, target = self.random.choice(alive), self.random.choice(alive)
            verbs = draft.board.verbs(draft.card(source), draft.card(target))
            if verbs:
                draft.add_link(self.random.choice(verbs), source, target)

    def _unlink(self, draft: Draft, _: list[str]) -> None:
        links = [link.key for link in draft.board.links() if draft.fields(LINK, link.key) is not None]
        if links:
            draft.remove(LINK, self.random.choice(links))

    def _record(self, draft: Draft, alive: list[str]) -> None:
        if alive:
            key = f"vote-{self.random.randrange(20)}"
            fields = {"round": "1", "card": self.random.choice(alive), "voter": key, "points": self.random.randrange(5)}
            draft.put("vote", key, fields)

    def _forget(self, draft: Draft, _: list[str]) -> None:
        votes = [row.key for row in draft.board.records("vote") if draft.fields("vote", row.key) is not None]
        if votes:
            draft.remove("vote", self.random.choice(votes))

    def _rename_workshop(self, draft: Draft, _: list[str]) -> None:
        draft.put(WORKSHOP, THE_WORKSHOP, {"title": self.random.choice(TITLES), "cycle": self.random.randrange(1, 9)})


def expect(state: State, changes: ChangeSet) -> State:
    """What a plain dictionary of records becomes by a change."""
    new = {table: dict(rows) for table, rows in state.items()}
    for delta in changes.deltas:
        rows = new.setdefault(delta.table, {})
        if delta.after is None:
            del rows[delta.key]
        elif delta.before is None:
            rows[delta.key] = dict(delta.after)
        else:
            kept = {name: value for name, value in rows[delta.key].items() if name not in delta.before}
            rows[delta.key] = {**kept, **delta.after}
    return {table: rows for table, rows in new.items() if rows}


def state_of(board: Board) -> State:
    """All records of a board as plain data, empty tables left out."""
    return {table: rows for table, rows in board.snapshot().items() if rows}


def digest(board: Board) -> int:
    """A number that differs when boards differ in anything but the order of their records."""
    return zlib.crc32(json.dumps(state_of(board), sort_keys=True).encode())


def hanging_links(board: Board) -> list[str]:
    """The links that lack an end, or are not found under both ends, or bear another key than they should."""
    return [
        link.key
        for link in board.links()
        if not {link.source, link.target} <= board.cards.keys()
        or link not in board.links_from(link.source)
        or link not in board.links_to(link.target)
        or link not in board.links(link.verb)
        or link.key != link_key(link.verb, link.source, link.target)
    ]
