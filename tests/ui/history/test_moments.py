"""Moments as people say them, in both languages."""

from __future__ import annotations

import datetime

import pytest

from cxworkshop.i18n import translator
from cxworkshop.ui.history.moments import moment_of, told_day, told_time

NOW = datetime.datetime(2026, 11, 22, 15, 0, 30).astimezone()
RU, EN = translator("ru"), translator("en")


@pytest.mark.parametrize(
    "back, russian, english",
    [
        (dict(seconds=20), "только что", "just now"),
        (dict(minutes=1), "1 минуту назад", "1 minute ago"),
        (dict(minutes=22), "22 минуты назад", "22 minutes ago"),
        (dict(minutes=59), "59 минут назад", "59 minutes ago"),
        (dict(hours=2, minutes=5), "12:55", "12:55"),
    ],
)
def test_a_time_is_near_or_on_the_clock(back, russian, english):
    then = NOW - datetime.timedelta(**back)
    assert (told_time(then, NOW, RU), told_time(then, NOW, EN)) == (russian, english)


def test_days_are_today_yesterday_and_dates():
    days = [NOW - datetime.timedelta(days=number) for number in range(3)]
    assert [told_day(day, NOW, RU) for day in days] == ["Сегодня", "Вчера", "20.11.2026"]
    assert [told_day(day, NOW, EN) for day in days] == ["Today", "Yesterday", "20 Nov 2026"]


def test_a_clock_that_went_back_tells_the_time_of_the_day():
    assert told_time(NOW + datetime.timedelta(hours=1), NOW, RU) == "16:00"


def test_a_moment_is_told_on_this_clock_and_nonsense_is_none():
    assert moment_of("2026-11-22T12:00:00.000+00:00").timestamp() == 1795348800
    assert moment_of("yesterday") is None and told_time(None, NOW, RU) == ""
