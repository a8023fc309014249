"""What the windows remember from one start to the next, in one INI file of this user. Knows no widgets."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from cxworkshop.i18n import LANGUAGES, system_language
from cxworkshop.paths import settings_dir

THEME_NAMES = ("system", "light", "dark", "contrast")
TEXT_SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 2.0)
MOST_RECENT = 12
MOST_PLACES = 40  # workshops of which it is known where one was


class Settings:
    """Typed access to the settings: QSettings gives back strings, so every read names its type."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds window.ini; None: this user's settings folder."""
        self.folder = folder or settings_dir()
        self._store = QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat)
        self._overruled: dict[str, str] = {}

    def overrule(self, *, language: str | None = None, theme: str | None = None) -> None:
        """Use these for this run without remembering them, until the user chooses otherwise."""
        chosen = {"language": language, "theme": theme}
        self._overruled.update({name: value for name, value in chosen.items() if value})

    @property
    def language(self) -> str:
        found = self._overruled.get("language") or self._text("language")
        return found if found in LANGUAGES else system_language()

    @language.setter
    def language(self, language: str) -> None:
        self._overruled.pop("language", None)
        self._store.setValue("language", language)

    @property
    def theme(self) -> str:
        found = self._overruled.get("theme") or self._text("theme")
        return found if found in THEME_NAMES else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._overruled.pop("theme", None)
        self._store.setValue("theme", theme)

    @property
    def text_scale(self) -> float:
        found = float(self._store.value("text_scale", 1.0, type=float))  # type: ignore[arg-type]
        return found if 0.5 <= found <= 3 else 1.0

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("text_scale", scale)

    # Workshops opened lately, the newest first

    def recent(self) -> list[Path]:
        return [Path(name) for name in self._list("recent")]

    def remember_recent(self, path: Path) -> None:
        names = [str(path.absolute()), *(name for name in self._list("recent") if name != str(path.absolute()))]
        self._store.setValue("recent", json.dumps(names[:MOST_RECENT], ensure_ascii=False))

    def forget_recent(self, path: Path) -> None:
        names = [name for name in self._list("recent") if name != str(path)]
        self._store.setValue("recent", json.dumps(names, ensure_ascii=False))

    @property
    def last_folder(self) -> Path:
        """Where files were last opened from or saved to."""
        found = self._text("last_folder")
        return Path(found) if found and Path(found).is_dir() else Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("last_folder", str(folder))

    # What was chosen for exports

    def export_choices(self) -> dict[str, Any]:
        """The choices of the last export by name (suffix, language, paper, anonymise); empty before the first."""
        found = _parsed(self._text("export"))
        return found if isinstance(found, dict) else {}

    def remember_export(self, **choices: Any) -> None:
        self._store.setValue("export", json.dumps({**self.export_choices(), **choices}, ensure_ascii=False))

    def report_of(self, workshop: Path) -> Path | None:
        """Where the report of a workshop was last written, None when never."""
        found = _parsed(self._text("reports"))
        name = found.get(str(workshop.absolute())) if isinstance(found, dict) else None
        return Path(name) if isinstance(name, str) else None

    def remember_report(self, workshop: Path, report: Path) -> None:
        found = _parsed(self._text("reports"))
        reports = found if isinstance(found, dict) else {}
        self._store.setValue(
            "reports", json.dumps({**reports, str(workshop.absolute()): str(report)}, ensure_ascii=False)
        )

    # Saved views of the search

    def views(self, workshop: Path) -> dict[str, Any]:
        """The saved views of a workshop by name, as `remember_views` took them; empty where there are none."""
        found = _parsed(self._text("views"))
        own = found.get(str(workshop.absolute())) if isinstance(found, dict) else None
        return own if isinstance(own, dict) else {}

    def remember_views(self, workshop: Path, views: dict[str, Any]) -> None:
        """Keep these views of a workshop, instead of those there were."""
        found = _parsed(self._text("views"))
        others = found if isinstance(found, dict) else {}
        self._store.setValue("views", json.dumps({**others, str(workshop.absolute()): views}, ensure_ascii=False))

    # Where one was in a workshop

    def place(self, identity: str, workshop: Path) -> dict[str, Any]:
        """Where one was in a workshop, as `remember_place` took it; empty when it was never left. A workshop is known
        by its identity, so that a file that was moved or renamed is known too; without one by its path."""
        found = _parsed(self._text("places"))
        own = found.get(identity or str(workshop.absolute())) if isinstance(found, dict) else None
        return own if isinstance(own, dict) else {}

    def remember_place(self, identity: str, workshop: Path, place: dict[str, Any]) -> None:
        """Keep where one is in a workshop; of all workshops only those left last are remembered."""
        name = identity or str(workshop.absolute())
        found = _parsed(self._text("places"))
        others = {key: own for key, own in found.items() if key != name} if isinstance(found, dict) else {}
        kept = list(others.items())[-(MOST_PLACES - 1) :]
        self._store.setValue("places", json.dumps(dict([*kept, (name, place)]), ensure_ascii=False))

    # The other cycle a workshop was last compared with

    def other_cycle(self, identity: str, workshop: Path) -> Path | None:
        """The file it was last compared with, there or not; None where none was chosen. Known as in `place`."""
        found = _parsed(self._text("other_cycles"))
        name = found.get(identity or str(workshop.absolute())) if isinstance(found, dict) else None
        return Path(name) if isinstance(name, str) else None

    def remember_other_cycle(self, identity: str, workshop: Path, other: Path) -> None:
        """Keep which file it was compared with; of all workshops only those compared last are remembered."""
        name = identity or str(workshop.absolute())
        found = _parsed(self._text("other_cycles"))
        others = {key: own for key, own in found.items() if key != name} if isinstance(found, dict) else {}
        kept = list(others.items())[-(MOST_PLACES - 1) :]
        chosen = dict([*kept, (name, str(other.absolute()))])
        self._store.setValue("other_cycles", json.dumps(chosen, ensure_ascii=False))

    # Shapes of windows

    def shape(self, name: str) -> QByteArray:
        """A saved geometry or state by name; empty when there is none."""
        found = self._store.value(f"shape/{name}", QByteArray(), type=QByteArray)
        return found if isinstance(found, QByteArray) else QByteArray()

    def remember_shape(self, name: str, shape: QByteArray) -> None:
        self._store.setValue(f"shape/{name}", shape)

    def is_on(self, name: str, default: bool = True) -> bool:
        """A remembered yes or no, such as whether a panel is shown."""
        return bool(self._store.value(f"on/{name}", default, type=bool))

    def turn(self, name: str, on: bool) -> None:
        self._store.setValue(f"on/{name}", on)

    def save(self) -> None:
        """Write everything to the disk now."""
        self._store.sync()

    def _text(self, name: str) -> str:
        return str(self._store.value(name, "", type=str))

    def _list(self, name: str) -> list[str]:
        found = _parsed(self._text(name))
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


class PassingSettings(Settings):
    """Settings of a run that leaves nothing behind and starts from none: pictures come out the same everywhere."""

    def __init__(self) -> None:
        self._passing = tempfile.TemporaryDirectory(prefix="cxworkshop-")
        super().__init__(Path(self._passing.name))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
