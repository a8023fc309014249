"""Errors a user is told about: what happened, what is safe, what to do. Knows no language, no Qt, no SQL."""

from __future__ import annotations

from typing import Protocol


class Translates(Protocol):
    """Anything that turns an English text with `{named}` values into the reader's language."""

    def __call__(self, text: str, **values: object) -> str: ...


class Phrase(str):
    """A marked English text that stands among the values of a sentence and is translated with it: a reason."""

    __slots__ = ()


def _english(text: str, **values: object) -> str:
    return text.format(**values) if values else text


class Told(Exception):
    """An error of the world or of the input, told in three sentences.

    `what` happened, what is `safe`, what to do (`todo`): English texts marked with `N_`, each with the same named
    `values`. `exit_status` is what the command line ends with.
    """

    exit_status = 3

    def __init__(self, what: str, safe: str = "", todo: str = "", **values: object) -> None:
        super().__init__(what)
        self.what, self.safe, self.todo, self.values = what, safe, todo, values

    def sentences(self, tr: Translates) -> list[str]:
        """The non-empty sentences, translated by `tr`, with the values put in."""
        values = {name: tr(v) if isinstance(v, Phrase) else v for name, v in self.values.items()}
        return [tr(part, **values) for part in (self.what, self.safe, self.todo) if part]

    def told(self, tr: Translates) -> str:
        """One line for the reader of `tr`'s language."""
        return " ".join(" ".join(self.sentences(tr)).split())

    def __str__(self) -> str:
        return self.told(_english)


class WrongUse(Told):
    """The command or the arguments make no sense (exit status 2)."""

    exit_status = 2


class FileProblem(Told):
    """The file or the world is at fault: no workshop, damaged, locked, disk full, unreadable (exit status 3)."""


class Refused(Told):
    """The board cannot take this change (a wrong link, a score off its scale). Nothing was changed."""


class SourceProblem(FileProblem):
    """An import source cannot be read as what it should be. Nothing was imported."""
