"""What the build adds to the package: compiled catalogues, and the resources and sessions that lie beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Compiles the catalogues before every build; an installed wheel finds both folders inside the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """`version` is "editable" for a checkout, which reads the folders where they lie."""
        root = Path(self.root)
        compile_catalogues(root)
        if self.target_name == "wheel" and version != "editable":
            for name in ("resources", "sessions"):
                build_data["force_include"][str(root / name)] = f"cxworkshop/{name}"


def compile_catalogues(root: Path) -> None:
    """Compile `.po` to `.mo` with the package's own function (the package is not installed yet while it is built)."""
    sys.path.insert(0, str(root))
    try:
        from cxworkshop.i18n import compile_catalogues
    finally:
        sys.path.remove(str(root))
    compile_catalogues(root / "resources" / "locale")
