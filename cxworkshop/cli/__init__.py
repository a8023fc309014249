"""The command line: `main`. Every verb works without a screen and, but for `open`, without Qt."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cxworkshop.cli.opening import open_window, plainly_asked
from cxworkshop.errors import FileProblem, Told
from cxworkshop.reasons import reason_of
from cxworkshop.words import N_


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 done, 1 gaps or damage, 2 wrong usage, 3 file or world at fault."""
    _prepare_streams()
    stdout = sys.stdout
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except Told as problem:
        _complain(problem)
        return problem.exit_status
    except SystemExit:
        if sys.stdout is stdout:
            raise
        sys.stdout = stdout  # on a broken pipe click wraps it and ends with 1, which is ours for "gaps found"
        return _stop_writing()
    except BrokenPipeError:
        return _stop_writing()
    except OSError as problem:
        _stop_writing()
        safe = N_("The workshop file holds every change made before.")
        _complain(FileProblem(N_("The system refused: {reason}."), safe, reason=reason_of(problem)))
        return 3
    except Exception as bug:  # the last line of defence: no traceback reaches a user
        from cxworkshop.cli.speaking import note_bug

        note_bug(bug)
        return 3
    return status


def _run(arguments: Sequence[str] | None) -> int:
    opening = plainly_asked(sys.argv[1:] if arguments is None else arguments)
    if opening is not None:
        return open_window(**opening)
    from cxworkshop.cli.program import run  # click and what it brings: a tenth of the start of a window

    return run(arguments)


def _complain(problem: Told) -> None:
    from cxworkshop.cli.speaking import complain  # a window that opens has nothing to complain of

    complain(problem)


def _prepare_streams() -> None:
    """UTF-8 whatever the terminal; a stream that was closed before we began takes everything and keeps nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        with contextlib.suppress(AttributeError, OSError):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")


def _stop_writing() -> int:
    """Whoever reads us has seen enough, or cannot take more: what is still to be written goes nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())  # type: ignore[union-attr]
    return 0
