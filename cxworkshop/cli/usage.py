"""Help and complaints about wrong usage in the reader's language: click's own words and those of our verbs."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable

import click

from cxworkshop.i18n import LOCALE, translator
from cxworkshop.words import N_

# What click says and people meet, collected to be translated with our own texts; plurals by their singular.
CLICKS_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show the version and exit."),
    N_("Show this message and exit."),
    N_("default: {default}"),
    N_("Try '{command} {option}' for help."),
    N_("Error: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not {choice}."),
    N_("{value!r} does not match the format {format}."),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Did you mean {possibility}?"),
    N_("Got unexpected extra argument ({args})"),
    N_("Option {name!r} requires an argument."),
    N_("Option {name!r} does not take a value."),
)


def speak(commands: Iterable[click.Command], language: str) -> None:
    """Make click and the help of these commands speak `language`."""
    os.environ["LANGUAGE"] = language  # what gettext looks at first; click asks it for every text it shows
    gettext.bindtextdomain("cxworkshop", str(LOCALE))
    gettext.textdomain("cxworkshop")
    tr = translator(language)
    for command in commands:
        command.help = tr(_english(command))
        command._help_option = None  # click keeps the one it made, in the language of that time
        for option in command.params:
            if isinstance(option, click.Option) and option.help:
                option.help = tr(_english(option))


def _english(told: click.Command | click.Option) -> str:
    return _ENGLISH.setdefault(told, told.help or "")


_ENGLISH: dict[click.Command | click.Option, str] = {}
