"""Commands that choose language, colours and size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.ui.commands.command import Command
from cxworkshop.ui.settings import TEXT_SCALES
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def looks() -> tuple[Command, ...]:
    themes = (
        ("system", N_("Colours as the system")),
        ("light", N_("Light colours")),
        ("dark", N_("Dark colours")),
        ("contrast", N_("High contrast")),
    )
    languages = (("ru", N_("In Russian")), ("en", N_("In English")))
    return (
        *(
            Command(
                f"language_{code}",
                text,
                "language",
                lambda w, code=code: w.use_language(code),  # type: ignore[misc]
                icon="language",
                checked=lambda w, code=code: w.settings.language == code,  # type: ignore[misc]
            )
            for code, text in languages
        ),
        *(
            Command(
                f"theme_{name}",
                text,
                "theme",
                lambda w, name=name: w.use_theme(name),  # type: ignore[misc]
                icon="theme",
                checked=lambda w, name=name: w.settings.theme == name,  # type: ignore[misc]
            )
            for name, text in themes
        ),
        Command("text_larger", N_("Larger text"), "text", lambda w: w.step_text(1), (), "text_size", _can_grow),
        Command("text_smaller", N_("Smaller text"), "text", lambda w: w.step_text(-1), (), "text_size", _can_shrink),
        Command("text_usual", N_("Usual text size"), "text", lambda w: w.use_text_scale(1.0), (), "text_size"),
    )


def _can_grow(window: MainWindow) -> bool:
    return window.settings.text_scale < TEXT_SCALES[-1]


def _can_shrink(window: MainWindow) -> bool:
    return window.settings.text_scale > TEXT_SCALES[0]
