"""A Python in which PySide6 is not installed, though it is. tests/conftest.py puts this folder on PYTHONPATH.

Python imports `sitecustomize` at every start, so the processes that a test starts live without Qt as well.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


class FindsAllButQt(PathFinder):
    """Python's own finder, blind to Qt."""

    @classmethod
    def find_spec(
        cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in ("PySide6", "shiboken6"):
            return None
        return super().find_spec(fullname, path, target)


sys.meta_path[:] = [FindsAllButQt if finder is PathFinder else finder for finder in sys.meta_path]
