"""How to export: as what, in which language, on what paper, with people's names or without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.exchange.formats import FORMATS, Format
from cxworkshop.exchange.options import PAPERS, ExportOptions
from cxworkshop.i18n import LANGUAGES
from cxworkshop.ui.dialogs.frame import DialogFrame
from cxworkshop.ui.file_dialog import ask_where_to_save
from cxworkshop.ui.inspector.choice_editors import Switch
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.files import Files

_FIRST = ("pdf", "xlsx", "json", "csv", "svg", "png", "ics")
_FOR_WHOM = {
    "pdf": N_("to read, print and sign"),
    "xlsx": N_("every table on its own sheet"),
    "json": N_("nothing is lost; can be imported again"),
    "csv": N_("for other programs"),
    "svg": N_("the wall for posters, sharp at any size"),
    "png": N_("the wall for slides and messages"),
    "ics": N_("planned meetings for everybody’s calendar"),
}


class ExportDialog(DialogFrame):
    """Remembers what was chosen last time."""

    def __init__(self, files: Files) -> None:
        super().__init__(tr("Export"), files.window, yes=tr("Choose a place and export…"))
        self._files = files
        self._settings = files.window.settings
        chosen = self._settings.export_choices()
        self.formats = offered_formats()
        self.rows = [FormatRow(form) for form in self.formats]
        self.suffix = str(chosen.get("suffix", "pdf"))
        self.language, self.paper = Segments(can_be_none=False), Segments(can_be_none=False)
        self.anonymise = Switch()
        languages = {"ru": tr("In Russian"), "en": tr("In English")}
        own = files.window.the_room.board.workshop.get("language")
        usual = chosen.get("language") or (own if own in LANGUAGES else tr.language)
        self.language.fill([(languages[code], code) for code in LANGUAGES], usual)
        self.paper.fill([(paper.upper(), paper) for paper in PAPERS], chosen.get("paper", "a4"))
        self.anonymise.setChecked(bool(chosen.get("anonymise")))
        self._lay_out()
        self.choose(self.suffix if any(form.suffix == self.suffix for form in self.formats) else "pdf")
        self.size_for(560)

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        for row in self.rows:
            row.pressed.connect(lambda suffix=row.form.suffix: self.choose(suffix))
            rows.addWidget(row)
        self.body.addLayout(rows)
        self._language = self._labelled(tr("Language"), self.language)
        self._paper = self._labelled(tr("Paper"), self.paper)
        self._names = self._labelled(tr("Leave people’s names out"), self.anonymise)
        self.anonymise.setAccessibleName(tr("Leave people’s names out"))
        for box in (self._language, self._paper, self._names):
            self.body.addWidget(box)

    def _labelled(self, text: str, control: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(text), 1)
        row.addWidget(control)
        return box

    def choose(self, suffix: str) -> None:
        """Take this format; options it does not heed are not shown."""
        self.suffix = suffix
        for row in self.rows:
            row.show_chosen(row.form.suffix == suffix)
        heeded = next(form.options for form in self.formats if form.suffix == suffix)
        self._language.setVisible("language" in heeded)
        self._paper.setVisible("paper" in heeded)
        self._names.setVisible("anonymise" in heeded)

    def options(self) -> ExportOptions:
        """What is chosen."""
        return ExportOptions(
            language=str(self.language.value),
            anonymise=self.anonymise.isChecked(),
            paper=str(self.paper.value),
            today=self._files.window.the_room.today(),
        )

    def accept(self) -> None:
        target = self._ask()
        if target is None:
            return
        options = self.options()
        self._settings.remember_export(
            suffix=self.suffix, language=options.language, paper=options.paper, anonymise=options.anonymise
        )
        super().accept()
        self._files.start_export(target, options)

    def _ask(self) -> Path | None:
        suffix = "zip" if self.suffix == "csv" else self.suffix
        own = self._files.window.the_room.document.path
        proposed = self._settings.last_folder / f"{own.stem}.{suffix}"
        path = ask_where_to_save(self, tr("Export"), proposed, f"*.{suffix}")
        if path is None:
            return None
        return path if path.suffix.lower() == f".{suffix}" else path.with_name(f"{path.name}.{suffix}")


class FormatRow(Pressable):
    """A format: its suffix, its name, what it is good for."""

    def __init__(self, form: Format, parent: QWidget | None = None) -> None:
        super().__init__("Choice", parent)
        self.form = form
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(12)
        name = Words(form.suffix.upper(), "strong", wrap=False)
        name.setFixedWidth(round(46 * max(themes.text_scale, 1.0)))
        row.addWidget(name)
        row.addWidget(Words(tr(form.label), wrap=False))
        row.addWidget(Elided(tr(_FOR_WHOM.get(form.suffix, "")), "soft"), 1)
        self.setAccessibleName(tr(form.label))

    def show_chosen(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)


def offered_formats() -> list[Format]:
    """The formats that can be written, those most asked for first; zip is the same as csv."""
    able = [form for form in FORMATS if form.write and form.suffix != "zip"]
    return sorted(able, key=lambda form: _FIRST.index(form.suffix) if form.suffix in _FIRST else len(_FIRST))
