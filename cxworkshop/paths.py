"""Where things lie: the resources and sessions shipped with the program, and this user's settings folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
APP_NAME = "cxworkshop"
SYSTEM: str = sys.platform


def _shipped(name: str) -> Path:
    inside = PACKAGE / name  # in a wheel the folders lie inside the package
    return inside if inside.is_dir() else PACKAGE.parent / name  # in a checkout, beside it


RESOURCES = _shipped("resources")
SESSIONS = _shipped("sessions")


def settings_dir() -> Path:
    """This user's settings folder for the program (not created here)."""
    if SYSTEM == "linux":  # what platformdirs says there, too, without loading it at every start
        told = os.environ.get("XDG_CONFIG_HOME", "")
        return (Path(told) if os.path.isabs(told) else Path.home() / ".config") / APP_NAME
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))
