"""What a user can do with meetings, recordings and hours with customers. Returns ChangeSets; knows neither Qt nor SQL.

Who is to attend stands in the meeting (`planned_roles`); an exposure is written only for what took place. Consent has a
purpose and a last day beside the flag (`consent_purpose`, `consent_until`).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD, Card
from cxworkshop.words import N_

MOST_TIMES, MOST_WEEKS = 52, 104
_NOT_COPIED = {"kind", "at", "order", "note", "consent", "consent_purpose", "consent_until"}


def add(
    board: Board,
    title: str,
    at: str | None = None,
    *,
    minutes: float | None = None,
    persona: str | None = None,
    roles: Sequence[str] = (),
    every_weeks: int = 1,
    times: int = 1,
    meeting: str | None = None,
) -> ChangeSet:
    """A meeting at an ISO date or moment (None: not dated yet), with a persona, `roles` planned as attending.

    `times` over 1 makes that many in all, `every_weeks` apart. `meeting` names the first one in advance.
    """
    draft = Draft(board)
    fields: dict[str, Any] = {"title": title, "at": at, "minutes": minutes}
    if roles:
        fields["planned_roles"] = list(dict.fromkeys(roles))
    own = draft.add_card("meeting", fields, meeting or new_id("m"))
    if persona:
        draft.add_link("meets", own, persona)
    if times != 1:
        _repeat(draft, own, every_weeks, times)
    return draft.changes(N_("Plan the meeting “{title}”") if title else N_("Plan a meeting"), title=title)


def repeat(board: Board, meeting: str, every_weeks: int, times: int) -> ChangeSet:
    """Meetings like this one, `every_weeks` apart, until there are `times` in all: who is met, who is to attend and the
    questions go along; consent, notes and what was revealed do not. Dates that the series has already stay as they are.
    Raises Refused without a date, off the bounds, and where the series lacks none of these dates."""
    draft = Draft(board)
    _repeat(draft, meeting, every_weeks, times)
    return draft.changes(N_("Repeat the meeting “{title}”"), title=board.card(meeting).title)


def _repeat(draft: Draft, meeting: str, every_weeks: int, times: int) -> None:
    if not 1 <= every_weeks <= MOST_WEEKS or not 2 <= times <= MOST_TIMES:
        raise Refused(
            N_("A meeting is repeated every 1 to {weeks} weeks, 2 to {times} times."),
            weeks=str(MOST_WEEKS),
            times=str(MOST_TIMES),
        )
    first = draft.card(meeting)
    series = first.get("series") or new_id("series")
    draft.set(CARD, meeting, series=series)
    kept = {name: value for name, value in first.fields.items() if name not in _NOT_COPIED}
    met = [link.target for link in draft.board.links_from(meeting, "meets")] or _drafted_personas(draft, meeting)
    dates = [later(first, every_weeks * number) for number in range(1, times)]
    there = {own.get("at") for own in draft.board.of_kind("meeting") if own.get("series") == series}
    lacking = [at for at in dates if at not in there]
    if not lacking:
        raise Refused(N_("“{title}” stands in the calendar on all these dates already."), title=first.title)
    for at in lacking:
        copy = draft.add_card("meeting", {**kept, "series": series, "at": at})
        for persona in met:
            draft.add_link("meets", copy, persona)


def _drafted_personas(draft: Draft, meeting: str) -> list[str]:
    drafted = [draft.fields("link", key) or {} for key in draft.created("link")]
    return [str(link["target"]) for link in drafted if link["source"] == meeting and link["verb"] == "meets"]


def later(meeting: Card, weeks: int) -> str:
    """The moment `weeks` after a meeting's, on the same weekday at the same time by the clock, written the same way."""
    at = meeting.get("at")
    if not isinstance(at, str) or not at:
        raise Refused(N_("“{title}” has no date yet."), todo=N_("Give it a date, then repeat it."), title=meeting.title)
    try:
        if len(at) <= 10:
            return (datetime.date.fromisoformat(at) + datetime.timedelta(weeks=weeks)).isoformat()
        return (datetime.datetime.fromisoformat(at) + datetime.timedelta(weeks=weeks)).isoformat(timespec="minutes")
    except (ValueError, OverflowError):
        raise Refused(N_("“{title}” cannot be repeated that far."), title=meeting.title) from None


def plan_role(board: Board, meeting: str, role: str, planned: bool = True) -> ChangeSet:
    """Put a role among those who are to attend a meeting, or take it out."""
    draft = Draft(board)
    named = [own for own in _planned(board.card(meeting)) if own != role]
    draft.set(CARD, meeting, planned_roles=([*named, role] if planned else named) or None)
    return draft.changes(N_("Who attends “{title}”"), title=board.card(meeting).title)


def _planned(meeting: Card) -> list[str]:
    named = meeting.get("planned_roles")
    return [own for own in named if isinstance(own, str)] if isinstance(named, list) else []


def expose(
    board: Board,
    role: str,
    at: str | None,
    hours: float | None,
    form: str,
    today: datetime.date,
    *,
    meeting: str | None = None,
    recording: str | None = None,
) -> ChangeSet:
    """Record that a role was with a customer (`form` direct) or watched one (video) for `hours` on a day gone by.

    Raises Refused for a day to come: what is planned stands in the meeting.
    """
    draft = Draft(board)
    _expose(draft, role, at, hours, form, today, meeting=meeting, recording=recording)
    return draft.changes(N_("Hours of “{title}” with customers"), title=board.card(role).title)


def _expose(
    draft: Draft, role: str, at: str | None, hours: float | None, form: str, today: datetime.date, **more: str | None
) -> None:
    if at and datetime.datetime.fromisoformat(at).date() > today:
        raise Refused(
            N_("Hours with a customer are recorded once they took place, and this day is still to come."),
            todo=N_("Plan the role as attending the meeting instead."),
        )
    fields = {"role": role, "at": at, "hours": hours, "form": form, **more}
    draft.put("exposure", new_id("e"), {name: value for name, value in fields.items() if value is not None})


def attended(board: Board, meeting: str, roles: Sequence[str], hours: float | None, today: datetime.date) -> ChangeSet:
    """These roles were at the meeting, face to face, for `hours` (None: as long as it took); they are planned no more.

    A role that is recorded already is not recorded twice.
    """
    draft, card = Draft(board), board.card(meeting)
    minutes = card.get("minutes")
    if hours is None and isinstance(minutes, int | float):
        hours = round(minutes / 60, 2)
    there = {
        row.get("role")
        for row in board.records("exposure")
        if row.get("meeting") == meeting and row.get("form") == "direct"
    }
    for role in roles:
        if role not in there:
            _expose(draft, role, card.get("at"), hours, "direct", today, meeting=meeting)
    left = [own for own in _planned(card) if own not in roles]
    draft.set(CARD, meeting, planned_roles=left or None)
    return draft.changes(N_("Who attended “{title}”"), title=card.title)


def edit_exposure(board: Board, key: str, hours: float | None) -> ChangeSet:
    """Set the hours of an exposure."""
    draft = Draft(board)
    draft.set("exposure", key, hours=hours)
    return draft.changes(N_("Change hours with customers"))


def forget_exposure(board: Board, key: str) -> ChangeSet:
    """Take an exposure out; one that is gone already is passed over."""
    draft = Draft(board)
    if board.get("exposure", key) is not None:
        draft.remove("exposure", key)
    return draft.changes(N_("Take hours with customers out"))


def ask(board: Board, meeting: str, question: str) -> ChangeSet:
    """Add a question to a meeting's, on a line of its own; one that is there already is not added twice."""
    draft, card = Draft(board), board.card(meeting)
    lines = [line for line in str(card.get("questions", "")).splitlines() if line.strip()]
    if question not in lines:
        draft.set(CARD, meeting, questions="\n".join([*lines, question]))
    return draft.changes(N_("Add a question to “{title}”"), title=card.title)


def reveal(board: Board, source: str, kind: str, title: str, *, card_id: str | None = None) -> ChangeSet:
    """A new problem or need that a meeting revealed or a recording shows, and the link to it."""
    draft, card = Draft(board), board.card(source)
    own = draft.add_card(kind, {"title": title}, card_id)
    draft.add_link("reveals" if card.kind == "meeting" else "shows", source, own)
    return draft.changes(N_("Write down what “{title}” revealed"), title=card.title)


def agree(board: Board, card_id: str, given: bool, purpose: str | None = None, until: str | None = None) -> ChangeSet:
    """Consent to a meeting or recording: for what purpose and until which day (ISO; None: without an end).

    Withdrawn, purpose and day go too. Raises Refused where `until` is no date.
    """
    if until:
        try:
            datetime.date.fromisoformat(until)
        except ValueError:
            raise Refused(N_("“{value}” is no date such as 2026-11-22."), value=until[:60]) from None
    draft = Draft(board)
    kept = (purpose or None, until or None) if given else (None, None)
    draft.set(CARD, card_id, consent=given, consent_purpose=kept[0], consent_until=kept[1])
    return draft.changes(N_("Consent to “{title}”"), title=board.card(card_id).title)


def add_recording(
    board: Board, title: str, file: str | None, *, meeting: str | None = None, recording: str | None = None
) -> ChangeSet:
    """A recording of a file (as it is to be stored), of a meeting where one is named. It has no consent yet."""
    draft = Draft(board)
    own = draft.add_card("recording", {"title": title, "file": file}, recording or new_id("rec"))
    if meeting:
        draft.add_link("of", own, meeting)
    return draft.changes(N_("Add the recording “{title}”"), title=title)
