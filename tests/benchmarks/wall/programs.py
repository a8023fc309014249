"""Runs the pieces of the benchmark and the programs beside them, each in a new process, in turn. Knows no Qt."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve()
TOOLS = Path(os.environ.get("CXWORKSHOP_SHARED", HERE.parents[4] / "shared")) / "tools/bench/bench_canvas.py"

Figures = dict[str, float]


def ours(size: int, folder: Path) -> Figures:
    """All figures of our wall with the workshop FOLDER/SIZE.cxw: milliseconds, megabytes, numbers of cards."""
    found = {**_piece("work", size, folder), **_piece("windows", size, folder)}
    for piece in ("memory of a wall", "memory of the window"):
        empty = _piece(piece, 0, folder)["memory"]
        found[piece] = _piece(piece, size, folder)["memory"] - empty
        found[f"{piece}, empty"] = empty
    return found


def _piece(piece: str, size: int, folder: Path) -> Figures:
    path = folder / "used.cxw"
    shutil.copy(folder / f"{size}.cxw", path)
    command = [sys.executable, str(HERE.with_name("child.py")), piece, str(path), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    path.unlink()
    if ran.returncode or "Traceback" in ran.stderr:  # what fails while painting is only said, and would pass as fast
        raise SystemExit(f"{piece} at {size} cards failed:\n{ran.stderr[-2000:]}")
    found: Figures = json.loads(ran.stdout.splitlines()[-1])
    return found


def single(size: int, folder: Path) -> Figures:
    """L by the names of our rows; what it paints without its static layer is a redraw. Empty without the tools."""
    layered, bare = _told("single", size, folder), _told("single", size, folder, LAYER="0")
    if not layered or not bare:
        return {}
    return {**_named(layered), "redraw 40": bare["zoom_repaint_ms"], "redraw all": bare["fit_repaint_ms"]}


def items(size: int, folder: Path) -> Figures:
    """I by the names of our rows: it has no static layer, every frame is a redraw. Empty without the tools."""
    told = _told("items_py", size, folder)
    if not told:
        return {}
    return {**_named(told), "redraw 40": told["zoom_repaint_ms"], "redraw all": told["fit_repaint_ms"]}


def _told(program: str, size: int, folder: Path, **surroundings: str) -> dict:
    if not TOOLS.exists():
        return {}
    command = [sys.executable, str(HERE.with_name("clock.py")), str(TOOLS), program, str(size), str(folder)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **surroundings}
    said = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=env).stdout
    told = {key: value for line in said.splitlines() if line.startswith("{") for key, value in json.loads(line).items()}
    if "mem_end_mb" not in told:
        print(f"{program} did not come to its end at {size} cards", file=sys.stderr)
        return {}
    return told


def _named(told: Mapping) -> Figures:
    press, release = told["drag_zoom_press_release_ms"]
    return {
        "open": (told["build_s"] + told["first_paint_s"]) * 1000,
        "unchanged 100": told["zoom_repaint_ms"],
        "unchanged all": told["fit_repaint_ms"],
        "press and first move": press,
        "drag frame": told["drag_zoom_ms"],
        "release, back": release,
        "pan": told["pan_ms"],
        "zoom 40": told["wheel_zoom_ms"],
        "rubber band": told["rubber_s"] * 1000,
        "moving all": told["move_all_ms"],
        "memory of a wall": told["mem_mb"],
    }


def best(runs: list[Figures]) -> Figures:
    """The best round of every figure: what other programs took away is in the others. Of memory the middle one."""
    found: Figures = {}
    for name in runs[0] if runs else ():
        own = [run[name] for run in runs]
        found[name] = statistics.median(own) if name.startswith("memory") else min(own)
    return found
