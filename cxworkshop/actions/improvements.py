"""What a user can do with improvements: make one for a card, agree it, share out the work, guard it.

Returns ChangeSets; knows neither Qt nor SQL.
"""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.errors import Refused
from cxworkshop.model.agreement import check_status
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD, link_key
from cxworkshop.words import N_

IMPROVABLE = tuple(out.to for out in KINDS["improvement"].links if out.verb == "improves")
_SPEAKS = {  # the verbs by which a card that cannot be improved itself speaks of some that can
    "persona": ("has",),
    "meeting": ("reveals",),
    "recording": ("shows",),
    "kpi": ("measures",),
    "objective": ("addresses",),
    "role": ("owns",),
}
PARTS = ("responsible", "consulted", "informed")  # lists of roles; the accountable one owns the improvement


def improvable(board: Board, card_id: str) -> list[str]:
    """What an improvement of a card improves: the card itself, else what it speaks of (the problem a meeting revealed,
    the need a KPI measures, the processes a role owns), by title; nothing where it speaks of none."""
    card = board.card(card_id)
    if card.kind in IMPROVABLE:
        return [card_id]
    spoken_of = {own.id: own for verb in _SPEAKS.get(card.kind, ()) for own in board.targets(card_id, verb)}
    found = [own for own in spoken_of.values() if own.kind in IMPROVABLE]
    return [own.id for own in sorted(found, key=lambda own: (own.title, own.id))]


def can_improve(board: Board, card_ids: Sequence[str]) -> bool:
    """Whether an improvement could improve each of these cards (False for none)."""
    return bool(card_ids) and all(board.find(own) is not None and improvable(board, own) for own in card_ids)


def improve(
    board: Board, card_ids: Sequence[str] = (), title: str = "", *, improvement_id: str | None = None
) -> ChangeSet:
    """A new improvement, an idea still, that improves these cards. Raises Refused where one cannot be improved."""
    draft = Draft(board)
    own = draft.add_card("improvement", {"title": title, "status": "idea"}, improvement_id or new_id("i"))
    targets: dict[str, None] = {}
    for card_id in card_ids:
        found = improvable(board, card_id)
        if not found:
            raise Refused(N_("“{title}” cannot be improved: no improvement links to it."), title=_title(board, card_id))
        targets |= dict.fromkeys(found)
    for target in targets:
        draft.add_link("improves", own, target)
    first = board.card(card_ids[0]).title if card_ids else title
    return draft.changes(N_("Improve “{title}”") if first else N_("Add an improvement"), title=first)


def set_status(board: Board, card_id: str, status: str | None) -> ChangeSet:
    """Move an improvement on or back. Raises NotAgreed, which names what is missing, where it may not be agreed yet."""
    card = board.card(card_id)
    check_status(board, card, status)
    draft = Draft(board)
    draft.set(CARD, card_id, status=status)
    return draft.changes(N_("Change the status of “{title}”"), title=card.title)


def set_owner(board: Board, card_id: str, role: str | None) -> ChangeSet:
    """Make one role own a card and no other (None: nobody): the accountable one of an improvement, who checks of a
    safeguard, the owner of a KPI or objective."""
    draft = Draft(board)
    for link in board.links_to(card_id, "owns"):
        draft.remove("link", link.key)
    if role is not None:
        draft.add_link("owns", role, card_id)
    return draft.changes(N_("Choose who answers for “{title}”"), title=_title(board, card_id))


def set_new_owner(board: Board, card_id: str, title: str, *, role_id: str | None = None) -> ChangeSet:
    """As `set_owner`, with a role that is made for it."""
    draft = Draft(board)
    for link in board.links_to(card_id, "owns"):
        draft.remove("link", link.key)
    role = draft.add_card("role", {"title": title}, role_id or new_id("r"))
    draft.add_link("owns", role, card_id)
    return draft.changes(N_("Choose who answers for “{title}”"), title=_title(board, card_id))


def set_part(board: Board, card_id: str, part: str, role: str, has: bool) -> ChangeSet:
    """Give a role a part in an improvement (one of PARTS), or take it."""
    if part not in PARTS:
        raise ValueError(part)
    card = board.card(card_id)
    others = [own for own in card.get(part) or () if own != role]
    draft = Draft(board)
    draft.set(CARD, card_id, **{part: ([*others, role] if has else others) or None})
    return draft.changes(N_("Share out the work on “{title}”"), title=card.title)


def set_accountable(board: Board, card_id: str, role: str, has: bool) -> ChangeSet:
    """Make a role the one that answers for an improvement, or take that from it; others keep it only when taken."""
    if has:
        return set_owner(board, card_id, role)
    draft = Draft(board)
    draft.remove("link", link_key("owns", role, card_id))
    return draft.changes(N_("Choose who answers for “{title}”"), title=_title(board, card_id))


def add_safeguard(
    board: Board,
    card_id: str,
    metric: str = "",
    limit: str | None = None,
    every_days: float | None = None,
    checker: str | None = None,
    reaction: str | None = None,
    *,
    safeguard_id: str | None = None,
) -> ChangeSet:
    """A safeguard that protects an improvement, checked by a role. Raises Refused where the limit cannot be read."""
    draft = Draft(board)
    fields = {
        "title": metric,
        "metric": metric or None,
        "limit": limit,
        "every_days": every_days,
        "reaction": reaction or None,
    }
    own = draft.add_card("safeguard", fields, safeguard_id or new_id("g"))
    draft.add_link("protects", own, card_id)
    if checker is not None:
        draft.add_link("owns", checker, own)
    return draft.changes(N_("Guard “{title}”"), title=_title(board, card_id))


def _title(board: Board, card_id: str) -> str:
    return board.card(card_id).title
