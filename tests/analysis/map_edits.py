"""Random edits of what the backward map rests on: cards, links, loops, scores, roles, contacts, undo and redo."""

from __future__ import annotations

import random

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Delta
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK, link_key

TITLES = ("Заказ", "Coffee", "", "Ёлка", "order", "café")  # few, so that ties happen
ENDS = {
    "satisfies": ("value", "need"),
    "creates": ("process", "value"),
    "depends_on": ("process", "process"),
    "owns": ("role", "process"),
    "sets": ("role", "process"),
    "arises_at": ("need", "touchpoint"),
}


class MapEdits:
    """Draws one change after another for a board, and takes some of them back and makes them again."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.done: list[ChangeSet] = []
        self.undone: list[ChangeSet] = []

    def draw(self, board: Board) -> ChangeSet:
        """A change that the board can take: new, or an undo or redo of one before."""
        at = self.chance.random()
        if at < 0.12 and self.done:
            self.undone.append(self.done.pop())
            return self.undone[-1].inverse()
        if at < 0.2 and self.undone:
            self.done.append(self.undone.pop())
            return self.done[-1]
        draft = Draft(board)
        for _ in range(self.chance.choice((1, 1, 1, 1, 2, 5))):
            self._edit(draft)
        changes = self._shuffled(draft.changes())
        self.done.append(changes)
        self.undone.clear()
        return changes

    def _shuffled(self, changes: ChangeSet) -> ChangeSet:
        """The order of the deltas is nobody's promise: a link may come before its card."""
        deltas = list(changes.deltas)
        self.chance.shuffle(deltas)
        return ChangeSet(tuple(deltas), changes.label)

    def _edit(self, draft: Draft) -> None:
        edits = [self._link] * 9 + [self._unlink] * 6 + [self._add] * 3 + [self._score] * 2
        edits += [self._delete, self._rename, self._meet, self._loop, self._link_to_itself, self._become]
        self.chance.choice(edits)(draft)

    def _cards(self, draft: Draft, kind: str) -> list[str]:
        drafted = [key for key in draft.created(CARD) if draft.card(key).kind == kind]
        known = [card.id for card in draft.board.of_kind(kind)]
        return [own for own in known + drafted if draft.fields(CARD, own) and draft.card(own).kind == kind]

    def _pick(self, draft: Draft, kind: str) -> str | None:
        found = self._cards(draft, kind)
        return self.chance.choice(found) if found else None

    def _add(self, draft: Draft) -> None:
        kind = self.chance.choice(("need", "value", "process", "process", "role", "touchpoint"))
        draft.add_card(kind, {"title": self.chance.choice(TITLES)})

    def _delete(self, draft: Draft) -> None:
        card = self._pick(draft, self.chance.choice(("need", "value", "process", "role")))
        if card is not None:
            draft.delete_card(card)

    def _rename(self, draft: Draft) -> None:
        card = self._pick(draft, self.chance.choice(("need", "value", "process", "role")))
        if card is not None:
            draft.set(CARD, card, title=self.chance.choice(TITLES))

    def _become(self, draft: Draft) -> None:
        """A card of one kind becomes one of another, with the links it has."""
        card = self._pick(draft, self.chance.choice(("need", "value", "process", "touchpoint")))
        if card is not None:
            kind = self.chance.choice(("need", "value", "process", "touchpoint"))
            draft.put(CARD, card, {"kind": kind, "title": draft.card(card).title})

    def _score(self, draft: Draft) -> None:
        card = self._pick(draft, "need")
        if card is not None:
            figure = self.chance.choice(("importance", "importance", "satisfaction", "sample"))
            scores = (None, 3, 12) if figure == "sample" else (None, 0, 3, 7, 7.5, 9.37, 10)
            draft.set(CARD, card, **{figure: self.chance.choice(scores)})

    def _meet(self, draft: Draft) -> None:
        role = self._pick(draft, "role")
        if role is not None:
            day, key = f"2026-11-{self.chance.randint(10, 22)}", f"exposure-{self.chance.randrange(4)}"
            draft.put("exposure", key, {"role": role, "at": day, "hours": 1, "form": "direct"})

    def _link(self, draft: Draft) -> None:
        verb = self.chance.choice((*ENDS, "depends_on", "depends_on", "creates", "satisfies"))
        source, target = (self._pick(draft, kind) for kind in ENDS[verb])
        if source is not None and target is not None:
            draft.add_link(verb, source, target)

    def _loop(self, draft: Draft) -> None:
        processes = self._cards(draft, "process")
        if len(processes) > 2:
            circle = self.chance.sample(processes, self.chance.randint(2, 3))
            for one, other in zip(circle, circle[1:] + circle[:1], strict=True):
                draft.add_link("depends_on", one, other)

    def _link_to_itself(self, draft: Draft) -> None:
        process = self._pick(draft, "process")
        if process is not None:
            draft.add_link("depends_on", process, process)

    def _unlink(self, draft: Draft) -> None:
        links = [link.key for link in draft.board.links() if draft.fields(LINK, link.key) is not None]
        if links:
            draft.remove(LINK, self.chance.choice(links))


def drawn(verb: str, source: str, target: str, key: str | None = None) -> ChangeSet:
    """The change that draws one link (its inverse cuts it)."""
    fields = {"verb": verb, "source": source, "target": target}
    return ChangeSet((Delta(LINK, key or link_key(verb, source, target), None, fields),))
