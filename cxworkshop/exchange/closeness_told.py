"""Closeness in sentences, the same in the window and in the report. Names roles, never people; draws nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from cxworkshop.analysis.closeness import WINDOW_DAYS, Closeness
from cxworkshop.analysis.meetings import not_met_lately
from cxworkshop.exchange.left_out import without_consent
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board

MONTH_FROM = 60  # days; from here on people count in months


def headline(board: Board, roles: Sequence[Closeness], tr: Translator) -> str:
    """What the hours say: of the managers where there are any, of all roles else."""
    if not roles:
        return tr("Who in the company meets customers? Nobody is named yet")
    managers = [own for own in roles if board.card(own.id).get("manager") is True]
    among = managers or list(roles)
    cold, n = len(not_met_lately(among)), len(among)
    if not cold:
        if managers:
            return tr("Every managing role has met a customer in the last six weeks")
        return tr("Every role has met a customer in the last six weeks")
    if managers:
        return tr.plural(
            "{k} of {n} managing role has not met a customer for six weeks",
            "{k} of {n} managing roles have not met a customer for six weeks",
            n,
            k=cold,
        )
    return tr.plural(
        "{k} of {n} role has not met a customer for six weeks",
        "{k} of {n} roles have not met a customer for six weeks",
        n,
        k=cold,
    )


def last_met(own: Closeness, tr: Translator) -> str:
    """How long ago a role last met a customer, in words."""
    days = own.days_since_direct
    if days is None:
        return (
            tr("has never met a customer") if own.closeness == "stranger" else tr("met a customer, nobody noted when")
        )
    if days == 0:
        return tr("met a customer today")
    if days < MONTH_FROM:
        return tr.plural("met a customer {n} day ago", "met a customer {n} days ago", days)
    return tr.plural("met a customer {n} month ago", "met a customer {n} months ago", round(days / 30.44))


def warmth_name(closeness: str, tr: Translator) -> str:
    """The name of close, fading, stranger."""
    return {"close": tr("close"), "fading": tr("fading")}.get(closeness, tr("stranger"))


def hours_told(hours: float, tr: Translator) -> str:
    """Hours as "1.5 h"."""
    return tr("{hours} h", hours=tr.number(hours, 2))


def window_told(today: datetime.date, tr: Translator) -> str:
    """Which days the hours are counted over."""
    first = today - datetime.timedelta(days=WINDOW_DAYS)
    return tr("Hours from {first} to {last}", first=tr.date(first.isoformat()), last=tr.date(today.isoformat()))


def kept_back_told(many: int, tr: Translator) -> str:
    """That something is left out for want of consent; "" where nothing is."""
    return " ".join(note.told(tr) for note in without_consent(many))
