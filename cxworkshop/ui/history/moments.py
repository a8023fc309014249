"""Moments as people say them: just now, 5 minutes ago, 14:32; today, yesterday, a date. Knows no log and no Qt."""

from __future__ import annotations

import datetime

from cxworkshop.i18n import Translator


def moment_of(at: str) -> datetime.datetime | None:
    """An ISO 8601 moment of the log (UTC) on this computer's clock, None when it is none."""
    try:
        return datetime.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return None


def told_time(moment: datetime.datetime | None, now: datetime.datetime, tr: Translator) -> str:
    """ "just now", "5 minutes ago", else the time of the day; "" for None."""
    if moment is None:
        return ""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes == 0:
        return tr("just now")
    if 0 < minutes < 60:
        return tr.plural("{n} minute ago", "{n} minutes ago", minutes)
    return moment.strftime("%H:%M")


def told_day(moment: datetime.datetime | None, now: datetime.datetime, tr: Translator) -> str:
    """ "Today", "Yesterday" or the date; for None that it is not known."""
    if moment is None:
        return tr("Some time")
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return tr("Yesterday") if days else tr("Today")
    return tr.date(moment.date().isoformat())
