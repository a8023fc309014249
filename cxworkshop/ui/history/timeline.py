"""The log as a list to read and to go back in: newest first, under days. Knows entries and words, no widgets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxworkshop.document import Document, Entry
from cxworkshop.i18n import Translator
from cxworkshop.ui.history.moments import moment_of, told_day, told_time
from cxworkshop.words import N_

ORIGINS = {
    "import": N_("import"),
    "phone": N_("from a phone"),
    "merge": N_("from another room"),
    "migration": N_("by a newer version of the program"),
    "undo": N_("taken back"),
    "redo": N_("done again"),
}
_BACK_AND_FORTH = ("undo", "redo")


@dataclass(frozen=True)
class Row:
    """One line. `state`: "done", "now" (the newest that stands), "undone", "gone" (undone, and something else done
    since: there is no way to it any more), "start" (before everything) or "day" (a heading).

    `depth` is how many changes stand when one goes there, None where one cannot.
    """

    state: str
    what: str
    below: str = ""
    depth: int | None = None
    exactly: str = ""


def rows(document: Document, tr: Translator, now: datetime.datetime) -> list[Row]:
    """The whole history, newest first, a heading before each day; the start of the workshop last."""
    done, undone = document.done(), document.undone()
    depths = {entry.uuid: number for number, group in enumerate(done, 1) for entry in group}
    depths |= {entry.uuid: number for number, group in enumerate(undone, len(done) + 1) for entry in group}
    made: list[Row] = []
    day = ""
    for group in reversed(list(_grouped(document.history(), depths))):
        newest = group[-1]
        moment = moment_of(newest.at)
        if told_day(moment, now, tr) != day:
            day = told_day(moment, now, tr)
            made.append(Row("day", day))
        depth = depths.get(newest.uuid)
        made.append(_row(newest, _state(depth, len(done)), depth, moment, now, tr))
    if made:
        made.append(Row("start" if done else "now", tr("The beginning"), tr("Before the first change"), 0))
    return made


def _state(depth: int | None, done: int) -> str:
    if depth is None:
        return "gone"
    return "now" if depth == done else "done" if depth < done else "undone"


def _grouped(entries: Sequence[Entry], depths: dict[str, int]) -> Iterator[list[Entry]]:
    """Changes that are undone together as one; undo and redo themselves are no changes to go back to."""
    group: list[Entry] = []
    for entry in entries:
        if entry.origin in _BACK_AND_FORTH:
            continue
        depth = depths.get(entry.uuid)
        same = bool(group) and depth == depths.get(group[-1].uuid)
        if same and (depth is not None or (entry.group is not None and entry.group == group[-1].group)):
            group.append(entry)
            continue
        if group:
            yield group
        group = [entry]
    if group:
        yield group


def _row(
    entry: Entry,
    state: str,
    depth: int | None,
    moment: datetime.datetime | None,
    now: datetime.datetime,
    tr: Translator,
) -> Row:
    parts = [told_time(moment, now, tr), *who(entry, tr)]
    if state in ("undone", "gone"):
        parts.append(tr("undone") if state == "undone" else tr("undone and replaced"))
    exactly = f"{tr.date(moment.date().isoformat())} {moment:%H:%M:%S}" if moment else ""
    return Row(state, told(entry, tr), " · ".join(part for part in parts if part), depth, exactly)


def told(entry: Entry, tr: Translator) -> str:
    """What an entry did, in the reader's language."""
    return tr(entry.label.text, **entry.label.values) if entry.label.text else tr("A change")


def who(entry: Entry, tr: Translator) -> list[str]:
    """Author, room and where it came from, as far as the log says; what was simply done in the window says nothing."""
    origin = ORIGINS.get(entry.origin)
    return [part for part in (entry.author, entry.room, tr(origin) if origin else "") if part]
