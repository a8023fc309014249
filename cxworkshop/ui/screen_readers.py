"""Lets screen readers ask for the parts of what paints itself: walls, charts, the map, boards. Knows none of them: each
says itself who answers for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

Answer = Callable[[QObject], QAccessibleInterface | None]
_answers: dict[str, Answer] = {}  # by the name of a class; Qt asks for a class and then for those it is made from


def answer_for(widget: QObject, answer: Answer) -> None:
    """From now on `answer` gives the interface of the widgets of this one's class (None: Qt's own will do)."""
    if not _answers:
        QAccessible.installFactory(_asked)
    _answers[widget.metaObject().className()] = answer


def _asked(name: str, widget: QObject) -> QAccessibleInterface | None:
    answer = _answers.get(name)
    return answer(widget) if answer is not None else None
