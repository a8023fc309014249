"""How the whole application looks and speaks: theme, text size, language and Qt's own words, put on at once."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from cxworkshop.ui import fonts
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

TEXT_SIZE = 13  # pixels, at 100 %
_qt_words: dict[str, QTranslator] = {}


def wear(theme: str, text_scale: float) -> None:
    """Dress every window in a theme ("system", "light", "dark", "contrast") at a size of text."""
    fonts.load()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.text_scale = text_scale
    app.setFont(fonts.font(TEXT_SIZE * text_scale))
    themes.put_on(theme)


def speak(language: str) -> None:
    """Speak "ru" or "en" everywhere, Qt's own buttons and menus included."""
    app = QApplication.instance()
    assert app is not None
    for translator in _qt_words.values():
        app.removeTranslator(translator)
    if language != "en":
        app.installTranslator(_words_of_qt(language))
    tr.set_language(language)


def wear_settings(settings: Settings) -> None:
    """Dress and speak as the settings say."""
    wear(settings.theme, settings.text_scale)
    speak(settings.language)


def _words_of_qt(language: str) -> QTranslator:
    if language not in _qt_words:
        translator = QTranslator()
        translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _qt_words[language] = translator
    return _qt_words[language]
