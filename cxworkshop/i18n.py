"""Russian and English: turns marked English texts into the reader's language. Knows nothing of workshops or windows.

The catalogues are `resources/locale/<language>/*.po`, one a room of the program, compiled into one `cxworkshop.mo` a
language when the program is built (or by `python -m cxworkshop.i18n` in a checkout).
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from cxworkshop.paths import RESOURCES

LANGUAGES = ("ru", "en")
SOURCE_LANGUAGE = "en"
LOCALE = RESOURCES / "locale"


class Translator:
    """Translates into one language: `tr("Add {kind}", kind=…)`, `tr.plural("{n} card", "{n} cards", n)`."""

    def __init__(self, language: str) -> None:
        """`language` is one of LANGUAGES (ValueError otherwise)."""
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language!r}")
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, text: str, **values: object) -> str:
        """`text` in this language, with `{named}` values put in (values are never read as text to translate)."""
        if not text:
            return ""  # gettext would give back the catalogue's header
        translated = self._catalogue.gettext(text)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The form of the text that fits `n`; `{n}` in it becomes the number."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def number(self, value: float | None, digits: int = 1) -> str:
        """A number as this language writes it ("3,5" in Russian), trailing zeros dropped; "–" for None."""
        if value is None:
            return "–"
        text = f"{value:.{digits}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        text = "0" if text == "-0" else text.replace("-", "−")
        return text.replace(".", ",") if self.language == "ru" else text

    def date(self, iso: str | None) -> str:
        """An ISO 8601 date as this language writes it (22.11.2026, 22 Nov 2026); the text itself when it is none."""
        import datetime

        if not iso:
            return ""
        try:
            day = datetime.date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        if self.language == "ru":
            return day.strftime("%d.%m.%Y")
        months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return f"{day.day} {months[day.month - 1]} {day.year}"


@cache
def translator(language: str) -> Translator:
    """The translator of `language` (one object a language)."""
    return Translator(language)


def system_language() -> str:
    """ "ru" where the system speaks Russian, else "en"."""
    import os

    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    named = [name for name in names if name] or [_locale()]
    first = next((name for name in named if name not in ("C", "C.UTF-8", "POSIX")), "")
    return "ru" if first.lower().startswith(("ru", "be", "kk")) else "en"


def _locale() -> str:
    import locale  # not loaded where the environment says it

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Its compiled texts, or none at all: what gettext.translation finds, without asking the system for its locale."""
    try:
        with (LOCALE / language / "LC_MESSAGES" / "cxworkshop.mo").open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    except FileNotFoundError:
        return gettext.NullTranslations()


def compile_catalogues(folder: Path = LOCALE) -> list[Path]:
    """Compile `<language>/*.po` under `folder` into `<language>/LC_MESSAGES/cxworkshop.mo`; gives the files written.

    Needs Babel (a development tool). A message translated differently in two files is an error: one text, one meaning.
    """
    from babel.messages import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for language in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        whole = Catalog(locale=language, charset="utf-8")
        for source in sorted((folder / language).glob("*.po")):
            with source.open("rb") as stream:
                for message in read_po(stream, locale=language):
                    if not message.id or not message.string:
                        continue
                    known = whole.get(message.id)
                    if known is not None and known.string and known.string != message.string:
                        raise ValueError(f"{source}: {message.id!r} is translated otherwise in another catalogue")
                    whole.add(message.id, message.string)
        target = folder / language / "LC_MESSAGES" / "cxworkshop.mo"
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as stream:
            write_mo(stream, whole)
        written.append(target)
    _catalogue.cache_clear()
    translator.cache_clear()
    return written


if __name__ == "__main__":
    for path in compile_catalogues():
        print(path)
