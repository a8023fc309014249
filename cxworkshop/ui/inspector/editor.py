"""What every field of the inspector has in common: it shows a value and says when a person has given another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.model.fields import Field
from cxworkshop.ui.parts.labels import Elided
from cxworkshop.ui.speech import tr


class Mixed:
    """Stands for the value of a field in which the selected cards differ."""


MIXED = Mixed()


class FieldEditor(QWidget):
    """A label with a control below. `edited` gives the new value: None makes the field absent."""

    edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Elided(tr(field.label), "soft", self)
        if field.help:
            self.label.setToolTip(tr(field.help))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)

    def show_value(self, value: Any) -> None:
        """Show a value, None for an absent one, MIXED where the cards differ. Signals nothing."""
        raise NotImplementedError

    def show_spread(self, values: Sequence[Any]) -> None:
        """The values of all selected cards, after `show_value`: a field that can say how they differ does."""

    def tell_mixed(self, mixed: bool) -> None:
        """Say beside the name of the field that the cards differ, where the control itself cannot."""
        name = tr(self.field.label)
        self.label.setText(tr("{field} {different}", field=name, different=tr("(different)")) if mixed else name)

    def is_being_edited(self) -> bool:
        """Whether somebody is at it just now, so that it must not be changed under their hands."""
        return False

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody change it."""
        self.setEnabled(not read_only)
