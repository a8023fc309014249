"""How long ago a role last met a customer, and for how long lately. Pure; today is told, never asked of the clock."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, day, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Record
from cxworkshop.words import N_

WINDOW_DAYS = 42
ENOUGH_HOURS = 2

FORMULA = N_("close: at least 2 hours face to face in 42 days; fading: met before, less now; stranger: never met")
SOURCE = N_("J. Spool: at least two hours of direct exposure a person every six weeks")


@dataclass(frozen=True)
class Closeness:
    """The closeness of one role on one day (Spool: at least 2 h of direct exposure a person every 6 weeks).

    `closeness` is "close" (≥ 2 h direct in the last 42 days), "fading" (some direct contact ever, less than 2 h now) or
    "stranger" (no direct contact ever). Direct and video hours of the last 42 days are kept apart and never summed.
    `days_since_direct` is None without a dated direct contact. Contacts after `today` have not happened yet.
    """

    id: str
    closeness: str
    direct_hours: float
    video_hours: float
    days_since_direct: int | None


def closeness(board: Board, today: datetime.date) -> list[Closeness]:
    """The closeness of every role, the coldest first: strangers, then by direct hours; ties by title, then id."""
    found = closeness_by_role(board, today)
    roles = sorted(board.of_kind("role"), key=by_title)
    return sorted((found[role.id] for role in roles), key=lambda own: (_WARMTH[own.closeness], own.direct_hours))


def closeness_by_role(board: Board, today: datetime.date) -> dict[str, Closeness]:
    """The closeness of every role by its id."""
    exposures: dict[str, list[Record]] = {role.id: [] for role in board.of_kind("role")}
    for exposure in board.records("exposure"):
        own = exposures.get(exposure.get("role", ""))
        if own is not None:
            own.append(exposure)
    return {role: closeness_of(role, own, today) for role, own in exposures.items()}


def closeness_of(role: str, exposures: Iterable[Record], today: datetime.date) -> Closeness:
    """The closeness of one role from its exposures. One with no date counts as contact, but not as a recent one."""
    direct, video = [], []
    for exposure in exposures:
        if not _is_to_come(exposure, today) and score(exposure, "hours") != 0:
            if exposure.get("form") == "direct":
                direct.append(exposure)
            elif exposure.get("form") == "video":
                video.append(exposure)
    hours = _recent_hours(direct, today)
    days = [(today - at).days for exposure in direct if (at := day(exposure)) is not None]
    name = "close" if hours >= ENOUGH_HOURS else "fading" if direct else "stranger"
    return Closeness(role, name, hours, _recent_hours(video, today), min(days, default=None))


def _is_to_come(exposure: Record, today: datetime.date) -> bool:
    at = day(exposure)
    return at is not None and at > today


def _recent_hours(exposures: Iterable[Record], today: datetime.date) -> float:
    """The hours of the last 42 days: what happened today counts, and what happened 42 days ago."""
    hours = []
    for exposure in exposures:
        at = day(exposure)
        if at is not None and (today - at).days <= WINDOW_DAYS:
            hours.append(score(exposure, "hours") or 0)
    return math.fsum(hours)


_WARMTH = {"stranger": 0, "fading": 1, "close": 2}
