"""Colours of the windows: light, dark, high contrast and projector, as palettes and one style sheet. Draws nothing."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cxworkshop.model.cards import KINDS
from cxworkshop.paths import RESOURCES


class Theme(NamedTuple):
    """Every colour a widget may use, as #rrggbb. `dark` tells pictures which side to be legible on."""

    name: str
    dark: bool
    ground: str  # behind everything
    wall: str  # behind the cards
    surface: str  # panels, cards, fields
    raised: str  # buttons, hovered rows
    line: str
    strong_line: str  # around cards and fields
    text: str
    soft: str  # secondary text; at least 4.5:1 on surface
    faint: str  # drawn, and what cannot be used now; at least 3:1 on surface
    primary: str  # the one dark button, the current step
    on_primary: str
    link: str
    focus: str
    lit: str  # edges and frames of the backward map
    good: str
    bad: str
    note: str
    on_note: str
    lane_tints: tuple[str, str, str, str]  # process lanes, from direct to deep
    warm: str  # closeness only
    fading: str
    cold: str

    def accent(self, kind: str) -> QColor:
        """The band of a kind, lightened where the ground is dark."""
        colour = QColor(KINDS[kind].colour)
        return colour.lighter(135) if self.dark else colour

    def tint(self, kind: str) -> QColor:
        """The ground of a kind's badges."""
        return mixed(self.accent(kind), QColor(self.surface), 0.28) if self.dark else QColor(KINDS[kind].tint)

    def closeness(self, closeness: str | None) -> QColor:
        """The colour of close, fading, stranger (None: nobody owns it)."""
        return QColor({"close": self.warm, "fading": self.fading}.get(closeness or "", self.cold))

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self, role))


LIGHT = Theme(
    "light",
    dark=False,
    ground="#F4F5F7",
    wall="#FAFBFC",
    surface="#FFFFFF",
    raised="#F4F5F7",
    line="#E2E4E9",
    strong_line="#D3D7DE",
    text="#1C2024",
    soft="#60646C",
    faint="#8A8E97",
    primary="#1C2024",
    on_primary="#FFFFFF",
    link="#0B63BC",
    focus="#0B6BCB",
    lit="#F5A524",
    good="#1F7A4D",
    bad="#AC2025",
    note="#FFF3B8",
    on_note="#4A4520",
    lane_tints=("#FFF8F1", "#F7F6F6", "#EFF2F6", "#E7EDF4"),
    warm="#F2762E",
    fading="#D9A441",
    cold="#7C93B2",
)
DARK = Theme(
    "dark",
    dark=True,
    ground="#14181E",
    wall="#181D24",
    surface="#20262E",
    raised="#2A313B",
    line="#2E3641",
    strong_line="#414B59",
    text="#EDEFF2",
    soft="#A9B1BD",
    faint="#707A89",
    primary="#EDEFF2",
    on_primary="#14181E",
    link="#6CB2FF",
    focus="#6CB2FF",
    lit="#F5A524",
    good="#4CC38A",
    bad="#FF7A7F",
    note="#4A4526",
    on_note="#F3EBC0",
    lane_tints=("#2A2420", "#24262A", "#1F2731", "#1A2838"),
    warm="#FF8B47",
    fading="#E5B567",
    cold="#8FA9CC",
)
CONTRAST = Theme(
    "contrast",
    dark=True,
    ground="#000000",
    wall="#000000",
    surface="#000000",
    raised="#1A1A1A",
    line="#6E6E6E",
    strong_line="#FFFFFF",
    text="#FFFFFF",
    soft="#E6E6E6",
    faint="#B0B0B0",
    primary="#FFE600",
    on_primary="#000000",
    link="#7FD0FF",
    focus="#FFE600",
    lit="#FFE600",
    good="#5CFF9D",
    bad="#FF9A9D",
    note="#2B2800",
    on_note="#FFF7B0",
    lane_tints=("#1F1200", "#141414", "#0A1420", "#001A33"),
    warm="#FF9A5C",
    fading="#FFD166",
    cold="#A9C7FF",
)
PROJECTOR = Theme(
    "projector",
    dark=True,
    ground="#10141A",
    wall="#10141A",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#2E3641",
    strong_line="#FFFFFF",
    text="#1C2024",
    soft="#51565E",
    faint="#9BA3AF",
    primary="#FFFFFF",
    on_primary="#10141A",
    link="#0B63BC",
    focus="#F5A524",
    lit="#F5A524",
    good="#30A46C",
    bad="#FF7A7F",
    note="#FFF3B8",
    on_note="#4A4520",
    lane_tints=("#10141A", "#10141A", "#10141A", "#10141A"),
    warm="#F2762E",
    fading="#E5B567",
    cold="#7C93B2",
)
IN_FUSION = "in_fusion"  # a property of the application
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


class Themes(QObject):
    """The theme of the moment; `changed` after it has been put on."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = LIGHT
        self.text_scale = 1.0  # of every font size in the style sheet

    def put_on(self, name: str) -> None:
        """Dress the application in "light", "dark" or "contrast" ("system": as the system is)."""
        self.current = THEMES.get(name) or (DARK if system_is_dark() else LIGHT)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if not app.property(IN_FUSION):
                app.setStyle("Fusion")
                app.setProperty(IN_FUSION, True)
            app.setPalette(palette(self.current))
            app.setStyleSheet(style_sheet(self.current, self.text_scale))
        self.changed.emit()


themes = Themes()


def system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def palette(theme: Theme) -> QPalette:
    """A palette with every role set, so that nothing of the system shines through."""
    made = QPalette()
    role = QPalette.ColorRole
    by_role = {
        role.Window: theme.ground,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.soft,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.Highlight: theme.focus,
        role.HighlightedText: theme.ground if theme.dark else "#FFFFFF",
        role.ToolTipBase: theme.primary,
        role.ToolTipText: theme.on_primary,
        role.Link: theme.link,
        role.LinkVisited: theme.link,
        role.Light: theme.surface,
        role.Midlight: theme.raised,
        role.Mid: theme.line,
        role.Dark: theme.strong_line,
        role.Shadow: theme.strong_line,
        role.Accent: theme.focus,
    }
    for one, colour in by_role.items():
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.faint))
    return made


def style_sheet(theme: Theme, text_scale: float = 1.0) -> str:
    """resources/theme.qss with `@role` replaced by the theme's colours and every font size scaled."""
    source = RESOURCES / "theme.qss"
    text = source.read_text(encoding="utf-8") if source.exists() else ""
    names = sorted((name for name in Theme._fields if isinstance(getattr(theme, name), str)), key=len)
    for name in reversed(names):
        text = text.replace(f"@{name}", getattr(theme, name))
    return re.sub(r"font-size: (\d+)px", lambda found: f"font-size: {round(int(found[1]) * text_scale)}px", text)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of one colour, the rest of the other."""
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * (1 - share),
        one.greenF() * share + other.greenF() * (1 - share),
        one.blueF() * share + other.blueF() * (1 - share),
    )
