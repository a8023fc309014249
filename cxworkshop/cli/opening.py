"""How the window is asked for. What a double click or a plainly written `open` asks is read here, without click."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cxworkshop.errors import FileProblem, WrongUse
from cxworkshop.i18n import LANGUAGES
from cxworkshop.words import N_

THEMES = ("light", "dark", "contrast")


def open_window(path: Path | None, **options: Any) -> int:
    """Run the window with the options of `app.run`; gives its exit status. FileProblem where Qt is not installed."""
    try:
        from cxworkshop import app
    except ImportError as missing:
        raise FileProblem(
            N_("The window needs PySide6, which is not usable here: {reason}."),
            N_("Nothing was changed; all other verbs work without it."),
            N_("Install cxworkshop with its window: pip install cxworkshop."),
            reason=str(missing),
        ) from missing
    return app.run(path, **options)


def plainly_asked(arguments: Sequence[str]) -> dict[str, Any] | None:
    """What `open_window` is to be given, where the arguments are none at all or `open FILE [--option VALUE]…` in this
    order. None for all else, help and mistakes among it: click reads that, and says what is wrong."""
    if not arguments:
        return {"path": None}
    if len(arguments) % 2 or arguments[0] != "open":
        return None
    file, options = arguments[1], dict(zip(arguments[2::2], arguments[3::2], strict=True))
    once = len(arguments) == 2 + 2 * len(options)
    if not once or not _is_plain_word(file) or not all(map(_is_plain_option, options, options.values())):
        return None
    return {"path": Path(file), **{name.removeprefix("--"): _meant(name, value) for name, value in options.items()}}


def _is_plain_word(word: str) -> bool:
    return bool(word) and not word.startswith("-")


def _is_plain_option(name: str, value: str) -> bool:
    if name == "--language":
        return value in LANGUAGES
    if name == "--theme":
        return value in THEMES
    return name in ("--size", "--select", "--grab") and _is_plain_word(value)


def _meant(name: str, value: str) -> Any:
    if name == "--size":
        return size(value)
    return Path(value) if name == "--grab" else value


def size(text: str) -> tuple[int, int]:
    """Width and height of a window written like 1366x768. WrongUse where it is written otherwise."""
    width, _, height = text.partition("x")
    if not all(side.isascii() and side.isdigit() and 3 <= len(side) <= 5 for side in (width, height)):
        raise WrongUse(N_("A size is written like 1366x768, not “{size}”."), size=text)
    return int(width), int(height)
