"""The language the windows speak, changeable while they are open. One object, `tr`, that every widget asks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cxworkshop.i18n import Translator, translator


class Speech(QObject):
    """`tr("Add {kind}", kind=…)` and `tr.plural(…)` in the language of the moment; `changed` when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._translator = translator("en")

    @property
    def language(self) -> str:
        return self._translator.language

    @property
    def translator(self) -> Translator:
        """The translator itself, for what is not a widget (reports, errors)."""
        return self._translator

    def set_language(self, language: str) -> None:
        """Speak "ru" or "en" from now on; every open window follows."""
        if language != self.language:
            self._translator = translator(language)
            self.changed.emit()

    def __call__(self, text: str, **values: object) -> str:
        return self._translator(text, **values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        return self._translator.plural(one, many, n, **values)

    def number(self, value: float | int | None, digits: int = 1) -> str:
        return self._translator.number(value, digits)

    def date(self, iso: str | None) -> str:
        return self._translator.date(iso)


tr = Speech()
