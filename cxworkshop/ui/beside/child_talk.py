"""What a child process says to the window: how far it is, and what a user should be told. Imports no Qt."""

from __future__ import annotations

import json
from pathlib import Path

from cxworkshop.errors import FileProblem, Phrase, Told

_PROBLEM = "problem.json"


def say(text: str, done: int = 0, of: int = 0) -> None:
    """Tell the window how far the work is: a marked English text, how much is done, of how much (0: unknown)."""
    print(json.dumps([text, done, of]), flush=True)


def leave_problem(folder: Path, problem: Told) -> None:
    """Leave what a user should be told where the window looks for it."""
    told = {
        "what": problem.what,
        "safe": problem.safe,
        "todo": problem.todo,
        "values": {name: v if isinstance(v, int | float) else str(v) for name, v in problem.values.items()},
        "phrases": [name for name, value in problem.values.items() if isinstance(value, Phrase)],
    }
    (folder / _PROBLEM).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def problem_left(folder: Path) -> Told | None:
    """What the child left to be told; None where it left nothing."""
    try:
        told = json.loads((folder / _PROBLEM).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    values = {name: Phrase(v) if name in told["phrases"] else v for name, v in told["values"].items()}
    return FileProblem(told["what"], told["safe"], told["todo"], **values)
