"""The planned meetings as iCalendar (RFC 5545), for the calendars people already have. The same board, the same bytes.

A moment without a time zone is written as floating local time, one with a zone in UTC, a day without a time as a whole
day. The UID is made of the card's id and the workshop's: a later export of the same workshop moves an event and does
not double it (SEQUENCE counts the workshop's changes), another workshop with the same ids has events of its own.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

from cxworkshop.analysis.meetings import Calendar, calendar, has_time, planned_roles
from cxworkshop.analysis.scores import day as day_of
from cxworkshop.exchange.importing import Caution
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import Translator, translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

LONGEST = 7 * 24 * 60  # minutes a meeting lasts at most; more is a slip of the pen
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def export(board: Board, path: Path, options: ExportOptions) -> list[Caution]:
    """Write the meetings from `options.today` on; with none, a calendar without events. Gives what is in it."""
    path.write_bytes(planned_calendar(board, options))
    found = calendar(board, options.today)
    notes = [_what_is_in(board, found)]
    if found.undated:
        one = N_("{n} meeting has no date and is not in the calendar.")
        many = N_("{n} meetings have no date and are not in the calendar.")
        notes.append(Caution(one, many=many, n=len(found.undated)))
    if found.past or board.count("recording"):
        notes.append(Caution(N_("Meetings that took place and recordings are not in the calendar.")))
    return notes


def _what_is_in(board: Board, found: Calendar) -> Caution:
    days = [day for meeting in found.upcoming if (day := day_of(board.card(meeting)))]
    if not days:
        return Caution(N_("No meeting is planned: the calendar is empty."))
    if len(days) == 1:
        return Caution(N_("In the calendar is one meeting, on {day}."), {"day": days[0]})
    one = N_("In the calendar is {n} meeting, from {first} to {last}.")
    many = N_("In the calendar are {n} meetings, from {first} to {last}.")
    return Caution(one, {"first": min(days), "last": max(days)}, many, len(days))


def planned_calendar(board: Board, options: ExportOptions) -> bytes:
    """The calendar as the bytes of an .ics file."""
    from icalendar import Calendar, vText

    tr = translator(options.language)
    made = Calendar()
    made.add("prodid", "-//cxworkshop//cxworkshop//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    title = board.workshop.get("title")
    name = " ".join(_plain(str(title or "")).split()) or tr(N_("Meetings with customers"))
    made.add("x-wr-calname", vText(name))  # the library escapes no text of a property it does not know
    for meeting in calendar(board, options.today).upcoming:
        made.add_component(_event(board, board.card(meeting), options, tr))
    return bytes(made.to_ical())


def _event(board: Board, card: Card, options: ExportOptions, tr: Translator) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", _plain(".".join(filter(None, (card.id, options.workshop)))) + "@cxworkshop")
    if options.revision:
        event.add("sequence", options.revision)
    event.add("dtstamp", datetime.datetime.combine(options.today, datetime.time(), datetime.UTC))
    event.add("summary", _plain(card.title) or tr(N_("Meeting")))
    event.add("dtstart", start(card))
    minutes = card.get("minutes")
    if has_time(card.get("at")) and isinstance(minutes, int | float) and 0 < minutes <= LONGEST:
        event.add("duration", datetime.timedelta(seconds=round(minutes * 60)))
    said = _description(board, card, tr)
    if said:
        event.add("description", said)
    return event


def start(card: Card) -> datetime.date | datetime.datetime:
    """When a dated meeting begins: a day; a floating moment; or, where its zone is known, a moment in UTC."""
    at = str(card.get("at"))
    found = datetime.datetime.fromisoformat(at)
    if not has_time(at):
        return found.date()
    return found if found.tzinfo is None else found.astimezone(datetime.UTC)


def _description(board: Board, card: Card, tr: Translator) -> str:
    lines = []
    met = [persona.title for persona in board.targets(card.id, "meets") if persona.title]
    if met:
        lines.append(tr(N_("We meet: {names}"), names=", ".join(met)))
    roles = [role.title for role in planned_roles(board, card) if role.title]
    if roles:
        lines.append(tr(N_("From the company: {names}"), names=", ".join(roles)))
    questions = card.get("questions")
    if isinstance(questions, str) and questions.strip():
        lines += [tr(N_("Questions:")), questions.strip()]
    return _plain("\n".join(lines))


def _plain(text: str) -> str:
    """The text without signs that RFC 5545 forbids."""
    return _FORBIDDEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
