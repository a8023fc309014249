"""What an improvement needs before the room may call it agreed: an owner, a date, a safeguard that is whole.

Pure; asked by the actions that change a status and by the views that say what is missing. Imports are not held to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cxworkshop.errors import Refused, Translates
from cxworkshop.words import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxworkshop.model.board import Board
    from cxworkshop.model.records import Card

OPEN = (None, "idea")  # the statuses that promise nothing
OWNER, ONE_OWNER, DUE, SAFEGUARD = "owner", "one_owner", "due", "safeguard"
METRIC, LIMIT, EVERY, CHECKER, REACTION = "metric", "limit", "every_days", "checker", "reaction"


class Listed(Protocol):
    """What can be said in a list of what is missing."""

    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: its `code`, the words for a list (English, marked), of which safeguard it is."""

    code: str
    safeguard: str | None = None

    @property
    def text(self) -> str:
        return TEXTS[self.code]


TEXTS = {
    OWNER: N_("an owner"),
    ONE_OWNER: N_("one owner instead of several"),
    DUE: N_("a due date"),
    SAFEGUARD: N_("a safeguard"),
    METRIC: N_("what the safeguard measures"),
    LIMIT: N_("the limit of the safeguard"),
    EVERY: N_("how often the safeguard is measured"),
    CHECKER: N_("who checks the safeguard"),
    REACTION: N_("what to do when the limit is broken"),
}


class NotAgreed(Refused):
    """The improvement cannot be agreed yet; `missing` says what it lacks."""

    def __init__(self, title: str, missing: Sequence[Listed]) -> None:
        super().__init__(
            N_("“{title}” cannot be agreed yet. Missing: {missing}."),
            safe=N_("Its status stays as it was."),
            todo=N_("Add what is missing in the view “Improvements”, or keep it as an idea."),
            title=title,
        )
        self.missing = tuple(missing)

    def sentences(self, tr: Translates) -> list[str]:
        self.values["missing"] = ", ".join(tr(own.text) for own in self.missing)
        return super().sentences(tr)


def missing_for_agreement(board: Board, card: Card) -> list[Missing]:
    """What an improvement lacks to be agreed, in the order in which one would add it; empty: it may be agreed.

    One whole safeguard is enough; where none is whole, what the one nearest to it lacks.
    """
    found = []
    owners = board.sources(card.id, "owns")
    if len(owners) != 1:
        found.append(Missing(ONE_OWNER if owners else OWNER))
    if not card.get("due"):
        found.append(Missing(DUE))
    guards = [own for own in board.sources(card.id, "protects") if own.kind == "safeguard"]
    if not guards:
        return [*found, Missing(SAFEGUARD)]
    return found + min((missing_of_safeguard(board, own) for own in guards), key=len)


def missing_of_safeguard(board: Board, guard: Card) -> list[Missing]:
    """What a safeguard lacks to be whole: metric (its title says it too), limit, rhythm, who checks, reaction."""
    lacks = {
        METRIC: not (guard.get("metric") or guard.title),
        LIMIT: not guard.get("limit"),
        EVERY: guard.get("every_days") is None,
        CHECKER: not board.sources(guard.id, "owns"),
        REACTION: not guard.get("reaction"),
    }
    return [Missing(code, guard.id) for code, missing in lacks.items() if missing]


def check_status(board: Board, card: Card, status: str | None) -> None:
    """Raise NotAgreed where an improvement is to become more than an idea and lacks what that needs."""
    if card.kind != "improvement" or status in OPEN or status == card.get("status"):
        return
    missing = missing_for_agreement(board, card)
    if missing:
        raise NotAgreed(card.title, missing)
