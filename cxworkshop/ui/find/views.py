"""Saved views: filters under names, kept for each workshop in this user's settings. Knows no widgets."""

from __future__ import annotations

from pathlib import Path

from cxworkshop.ui.find.filtering import Filter
from cxworkshop.ui.settings import Settings


def saved_views(settings: Settings, workshop: Path) -> dict[str, Filter]:
    """The views of a workshop by name, in the order in which they were saved; those that ask for nothing left out."""
    found = {name: Filter.from_data(data) for name, data in settings.views(workshop).items()}
    return {name: own for name, own in found.items() if own}


def save_view(settings: Settings, workshop: Path, name: str, wanted: Filter) -> None:
    """Keep a filter under a name; one of that name is replaced."""
    settings.remember_views(workshop, {**settings.views(workshop), name: wanted.to_data()})


def forget_view(settings: Settings, workshop: Path, name: str) -> None:
    """Let a view go; nothing where there is none of that name."""
    settings.remember_views(workshop, {own: data for own, data in settings.views(workshop).items() if own != name})
