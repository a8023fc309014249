"""A form for the declared fields of one card, or for the fields several cards share. Every edit is an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.model.fields import Field, FieldType
from cxworkshop.ui.inspector.choice_editors import ChoiceEditor, FlagEditor, ReferenceEditor
from cxworkshop.ui.inspector.editor import MIXED, FieldEditor
from cxworkshop.ui.inspector.text_editors import DateEditor, LineEditor, LongTextEditor, NumberEditor

Offered = Callable[[Field], list[tuple[str, str]]]
_HALF_ROW = {FieldType.NUMBER, FieldType.INTEGER}  # two of them stand side by side


class Form(QWidget):
    """Shows fields in their order. `give(name, value)` is called with what a person entered (None: absent)."""

    def __init__(
        self,
        fields: Sequence[Field],
        give: Callable[[Field, Any], object],
        offered: Offered,
        *,
        accent: str = "focus",
        prompt: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._give, self._offered, self._accent, self._prompt = give, offered, accent, prompt
        self.editors: dict[str, FieldEditor] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(9)
        self._row = QHBoxLayout()
        waiting: FieldEditor | None = None
        for field in fields:
            editor = self._editor(field)
            self.editors[field.name] = editor
            editor.edited.connect(lambda value, own=field: self._give(own, value))
            if field.type in _HALF_ROW:
                waiting = self._pair(waiting, editor)
            else:
                self._column.addWidget(editor)
                waiting = None

    def _pair(self, waiting: FieldEditor | None, editor: FieldEditor) -> FieldEditor | None:
        """Put a number beside the one before it, or begin a new row; gives the editor that waits for a neighbour."""
        if waiting is not None:
            self._row.addWidget(editor, 1)
            return None
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self._row.addWidget(editor, 1)
        self._column.addLayout(self._row)
        return editor

    def _editor(self, field: Field) -> FieldEditor:
        if field.name == "title":
            return LongTextEditor(field, self, as_title=True, prompt=self._prompt)
        if field.type is FieldType.CHOICE:
            return ChoiceEditor(field, self)
        if field.type is FieldType.REFERENCE:
            return ReferenceEditor(field, lambda: self._offered(field), self)
        if field.type is FieldType.REFERENCES:
            from cxworkshop.ui.inspector.several_editor import SeveralEditor

            return SeveralEditor(field, lambda: self._offered(field), self)
        if field.type in (FieldType.NUMBER, FieldType.INTEGER) and field.low is not None and field.high is not None:
            from cxworkshop.ui.inspector.score_editor import ScoreEditor

            return ScoreEditor(field, _METER_COLOURS.get(field.name, self._accent), self)
        if field.type is FieldType.IMAGE:
            from cxworkshop.ui.inspector.picture_editor import PictureEditor

            return PictureEditor(field, self)
        return _EDITORS[field.type](field, self)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what the cards say now; a field somebody is typing in is left alone."""
        for name, editor in self.editors.items():
            if not editor.is_being_edited():
                editor.show_value(values.get(name))

    def set_read_only(self, read_only: bool) -> None:
        for editor in self.editors.values():
            editor.set_read_only(read_only)

    def focus_title(self) -> None:
        """Put the cursor into the title, all of it selected."""
        editor = self.editors.get("title")
        if isinstance(editor, LongTextEditor):
            editor.text.setFocus()
            editor.text.selectAll()


_EDITORS: dict[FieldType, type[FieldEditor]] = {
    FieldType.TEXT: LineEditor,
    FieldType.LONG_TEXT: LongTextEditor,
    FieldType.INTEGER: NumberEditor,
    FieldType.NUMBER: NumberEditor,
    FieldType.FLAG: FlagEditor,
    FieldType.DATE: DateEditor,
    FieldType.MOMENT: DateEditor,
}
_METER_COLOURS = {
    "satisfaction": "good",
    "confidence": "good",
    "expectation": "faint",
    "effort": "cold",
    "memory": "kind:persona",
}


def is_score(field: Field) -> bool:
    """Whether a field is a number on a scale."""
    return field.type is FieldType.NUMBER and field.low is not None and field.high is not None


def common_fields(kinds: Sequence[Sequence[Field]]) -> list[Field]:
    """The fields that all these declarations share, in the order of the first."""
    first, *others = kinds
    return [field for field in first if all(any(field == one for one in other) for other in others)]


def common_values(fields: Sequence[Field], cards: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the cards say of each field: the value they share, or MIXED."""
    found = {}
    for field in fields:
        values = [card.get(field.name) for card in cards]
        found[field.name] = values[0] if all(value == values[0] for value in values) else MIXED
    return found
