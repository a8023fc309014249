"""Whatever is written can be read: contrast of every text with what it stands on, in all themes (WCAG 2.2, 1.4.3).

Text needs 4.5:1, large text (24 px, or 18.7 px bold) and what only helps to see a state or a kind 3:1.
"""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from cxworkshop.model.cards import KINDS
from cxworkshop.paths import RESOURCES
from cxworkshop.ui.canvas.ink import Ink
from cxworkshop.ui.shared_screen import paint as shared_screen
from cxworkshop.ui.theme import PROJECTOR, THEMES, palette

TEXT, LARGE = 4.5, 3.0
GROUNDS = ("ground", "wall", "surface", "raised")


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor | str, other: QColor | str) -> float:
    """1 to 21."""
    lighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(pairs, least) -> list[str]:
    return [f"{name}: {contrast(*pair):.2f}" for name, pair in pairs.items() if contrast(*pair) < least]


@pytest.fixture(params=THEMES.values(), ids=lambda theme: theme.name)
def theme(request, qapp):
    return request.param


def test_the_measure_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_text_role_can_be_read_on_every_ground(theme):
    pairs = {
        f"{role} on {ground}": (theme.colour(role), theme.colour(ground))
        for role in ("text", "soft", "link", "good", "bad")
        for ground in GROUNDS
    }
    pairs |= {
        f"{role} on lane {number}": (theme.colour(role), QColor(tint))
        for role in ("text", "soft")
        for number, tint in enumerate(theme.lane_tints, 1)
    }
    assert too_weak(pairs, TEXT) == []


def test_text_on_colour_can_be_read(theme):
    pairs = {
        "the primary button": (theme.on_primary, theme.primary),
        "the primary button under the pointer": (theme.on_primary, theme.text),
        "a pressed button": (theme.text, theme.line),
        "a note": (theme.on_note, theme.note),
        "selected text": (theme.surface, theme.focus),
        "a step that has enough": (theme.surface, theme.good),
    }
    assert too_weak(pairs, TEXT) == []


def test_badges_and_pills_on_cards_can_be_read(theme):
    ink = Ink(theme)
    pairs = {f"{kind} pill": (ink.text, ink.tint[kind].color()) for kind in KINDS}
    pairs["an urgent figure"] = (ink.text if theme.dark else ink.bad, ink.urgent.color())
    pairs["the distance badge"] = (ink.on_lit, ink.lit)
    assert too_weak(pairs, TEXT) == []


def test_accents_that_are_written_with_can_be_read_as_text_the_others_as_bands_and_icons(theme):
    written = {f"touchpoint on {ground}": (theme.accent("touchpoint"), theme.colour(ground)) for ground in GROUNDS[:3]}
    assert too_weak(written, TEXT) == []
    drawn = {
        f"{kind} on {ground}": (theme.accent(kind), theme.colour(ground)) for kind in KINDS for ground in GROUNDS[:3]
    }
    assert too_weak(drawn, LARGE) == []


def test_focus_and_what_cannot_be_used_now_are_seen(theme):
    pairs = {f"focus on {ground}": (theme.focus, theme.colour(ground)) for ground in GROUNDS}
    pairs |= {f"disabled on {ground}": (theme.faint, theme.colour(ground)) for ground in ("ground", "surface")}
    assert too_weak(pairs, LARGE) == []


def test_every_pair_of_the_palette_can_be_read(theme):
    own = palette(theme)
    role = own.ColorRole
    pairs = {
        f"{text.name} on {ground.name}": (own.color(text), own.color(ground))
        for text, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.Text, role.AlternateBase),
            (role.PlaceholderText, role.Base),
            (role.ButtonText, role.Button),
            (role.HighlightedText, role.Highlight),
            (role.ToolTipText, role.ToolTipBase),
            (role.Link, role.Base),
            (role.BrightText, role.Window),
        )
    }
    assert too_weak(pairs, TEXT) == []


def test_the_shared_screen_can_be_read_from_the_last_row():
    soft = shared_screen._SOFT_ON_DARK
    on_ground = {
        "headline": ("#FFFFFF", PROJECTOR.ground),
        "question": (soft, PROJECTOR.ground),
        "labels": (PROJECTOR.faint, PROJECTOR.ground),
    }
    on_cards = {
        "title": (PROJECTOR.text, PROJECTOR.surface),
        "line below": (PROJECTOR.soft, PROJECTOR.surface),
    }
    assert too_weak(on_ground | on_cards, TEXT) == []


def test_widgets_write_only_with_roles_that_are_measured_here():
    sheet = re.sub(r"/\*.*?\*/", "", (RESOURCES / "theme.qss").read_text("utf-8"), flags=re.S)
    measured = {"text", "soft", "link", "good", "bad", "on_primary", "on_note", "surface"}
    strange = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        for role in re.findall(r"(?<![-\w])color:\s*@(\w+)", body):
            if role not in measured and not (role == "faint" and ":disabled" in selector):
                strange.append(f"{selector.strip()}: {role}")
    assert strange == []
