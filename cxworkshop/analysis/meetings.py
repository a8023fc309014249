"""What is planned and what took place: the calendar, who attends, what strangers decide. Pure; today is told."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.closeness import WINDOW_DAYS, Closeness, closeness_by_role
from cxworkshop.analysis.scores import by_title, day, moment
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card, Record

PLANNED = "planned_roles"  # of a meeting: ids of the roles that are to attend; an exposure is only what took place


@dataclass(frozen=True)
class Calendar:
    """Meetings (ids): `upcoming` from the next one on, `past` from the last one back, `undated` by title."""

    upcoming: tuple[str, ...]
    past: tuple[str, ...]
    undated: tuple[str, ...]


@dataclass(frozen=True)
class StrangerRule:
    """A process and a role without any direct contact that `owns` it or `sets` its standard (`verb`)."""

    process: str
    role: str
    verb: str


def calendar(board: Board, today: datetime.date) -> Calendar:
    """Every meeting in its place; one of today is upcoming until somebody is recorded as having attended."""
    attended = {row.get("meeting") for row in board.records("exposure")}
    upcoming, past, undated = [], [], []
    for card in board.of_kind("meeting"):
        at = day(card)
        if at is None:
            undated.append(card)
        elif at > today or (at == today and card.id not in attended):
            upcoming.append(card)
        else:
            past.append(card)
    return Calendar(
        tuple(card.id for card in sorted(upcoming, key=_in_time)),
        tuple(card.id for card in sorted(sorted(past, key=by_title), key=lambda card: _in_time(card)[0], reverse=True)),
        tuple(card.id for card in sorted(undated, key=by_title)),
    )


def _in_time(card: Card) -> tuple[datetime.datetime, str, str]:
    return (moment(card) or datetime.datetime.max, *by_title(card))


def has_time(value: object) -> bool:
    """Whether a moment names a time of day and not only a day."""
    return isinstance(value, str) and len(value) > 10 and "T" in value.upper().replace(" ", "T")


def planned_roles(board: Board, meeting: Card) -> list[Card]:
    """The roles that are to attend a meeting, in the order in which they were named; those gone are passed over."""
    named = meeting.get(PLANNED)
    ids = dict.fromkeys(own for own in named if isinstance(own, str)) if isinstance(named, list) else {}
    found = (board.find(own) for own in ids)
    return [role for role in found if role is not None and role.kind == "role"]


def attendance(board: Board, meeting: str) -> list[Record]:
    """The exposures of a meeting, face to face first, each form by the role's title."""
    own = [row for row in board.records("exposure") if row.get("meeting") == meeting and not row.get("recording")]
    return sorted(own, key=lambda row: (row.get("form") != "direct", *_role_title(board, row), row.key))


def screenings(board: Board, recording: str) -> list[Record]:
    """The exposures of people who watched a recording, the oldest first."""
    own = [row for row in board.records("exposure") if row.get("recording") == recording]
    return sorted(own, key=lambda row: (str(row.get("at", "")), *_role_title(board, row), row.key))


def _role_title(board: Board, row: Record) -> tuple[str, str]:
    role = board.find(row.get("role"))
    return by_title(role) if role else ("", "")


def managers_first(board: Board, today: datetime.date) -> list[Closeness]:
    """The closeness of every role: managers first, then the coldest: strangers, least direct hours; ties by title."""
    found = closeness_by_role(board, today)
    return sorted(
        found.values(),
        key=lambda own: (
            board.card(own.id).get("manager") is not True,
            _WARMTH[own.closeness],
            own.direct_hours,
            by_title(board.card(own.id)),
        ),
    )


_WARMTH = {"stranger": 0, "fading": 1, "close": 2}


def not_met_lately(roles: Iterable[Closeness]) -> list[str]:
    """The roles without any dated direct contact in the last 42 days."""
    return [own.id for own in roles if own.days_since_direct is None or own.days_since_direct > WINDOW_DAYS]


def rules_by_strangers(board: Board, today: datetime.date) -> list[StrangerRule]:
    """Processes and standards set by roles that never met a customer, by process, owners before standard-setters."""
    found = closeness_by_role(board, today)
    rules = []
    for verb in ("owns", "sets"):
        for link in board.links(verb):
            process = board.find(link.target)
            own = found.get(link.source)
            if process is not None and process.kind == "process" and own is not None and own.closeness == "stranger":
                rules.append(StrangerRule(link.target, link.source, verb))
    return sorted(
        rules, key=lambda rule: (by_title(board.card(rule.process)), rule.verb, by_title(board.card(rule.role)))
    )


def cold_roles(board: Board, process: str, today: datetime.date) -> list[str]:
    """The roles that own a process or set its standard and are not close to customers now, the coldest first."""
    found = closeness_by_role(board, today)
    roles = {link.source for verb in ("owns", "sets") for link in board.links_to(process, verb)}
    cold = [found[role] for role in roles if role in found and found[role].closeness != "close"]
    return [
        own.id
        for own in sorted(
            cold, key=lambda own: (_WARMTH[own.closeness], own.direct_hours, by_title(board.card(own.id)))
        )
    ]


def next_meetings(board: Board, today: datetime.date) -> dict[str, Card]:
    """The next dated meeting that each role is to attend; roles with none ahead are not in it."""
    found: dict[str, Card] = {}
    for meeting in calendar(board, today).upcoming:
        card = board.card(meeting)
        for role in planned_roles(board, card):
            found.setdefault(role.id, card)
    return found
