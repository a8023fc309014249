#!/usr/bin/env python3
"""Set up, run and test cxworkshop from a checkout. Needs nothing but Python 3.11 or newer.

  python3 dev.py run [FILE.cxw] [options]   open the window with the example workshop (or FILE)
  python3 dev.py test [pytest arguments]    all checks and tests, or only pytest with these arguments
  python3 dev.py check                      ruff and mypy only
  python3 dev.py bench [pytest arguments]   the benchmarks
  python3 dev.py texts                      compile the catalogues and list texts without a translation

Every verb first does what set-up is missing: the environment in .venv, the packages, the catalogues, Qt's libraries.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(f"cxworkshop needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
EXAMPLES = ROOT / ".dev"  # ignored by git: workshops made from sessions/*.json
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
STAMP = VENV / "installed.sha256"  # of the files that say what is to be installed
LIBRARIES = VENV / "qtlibs"  # Debian packages are unpacked here where we may not install them
Command = Sequence["str | Path"]
Step = tuple[str, Command, dict[str, str]]  # name, command, environment variables

# What PySide6 needs and does not bring: library -> Debian package. A missing one shows as an ImportError or an abort.
ALWAYS_NEEDED = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
NEEDED_ON_A_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARY = re.compile("^lib")
DRIVERS = re.compile("mesa|llvm|drm|gbm|vulkan|sensors|pciaccess|libz3|libicu|libxml2|libelf|libedit")  # 150 MB


class CannotGoOn(Exception):
    """Something only the user can mend; the message says what happened and what to do."""


def main(arguments: list[str]) -> int:
    """Run one verb; the exit status is that of what was run."""
    verbs = {"run": run, "test": test, "check": check, "bench": bench, "texts": texts}
    if not arguments or arguments[0] not in verbs:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    try:
        make_environment()
        return verbs[arguments[0]](arguments[1:])
    except CannotGoOn as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 3
    except subprocess.CalledProcessError as problem:
        print(f"dev.py: this failed, see above: {' '.join(map(str, problem.cmd))}", file=sys.stderr)
        return 3
    except OSError as problem:
        print(f"dev.py: {problem}. Does the checkout, or its .venv, belong to somebody else?", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


# --- verbs -----------------------------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Open the window with the example in the system's language; without a screen write the examples to look at."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    screen = sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))) or platform
    if not screen and "--grab" not in arguments:
        say(f"There is no screen here, so instead of a window the examples and their exports go into {EXAMPLES}/demo.")
        return call([PYTHON, "-m", "cxworkshop", "demo", EXAMPLES / "demo"])
    environment = prepare_qt(offscreen=not screen or platform.startswith("offscreen"))
    if not any(argument.endswith(".cxw") for argument in arguments):
        arguments = [str(example_workshop()), *arguments]
    return call([PYTHON, "-m", "cxworkshop", "open", *arguments], environment)


OF_THE_WINDOW = ("tests/ui", "tests/test_pyside.py")  # all that need PySide6; the others are run without it


def test(arguments: list[str]) -> int:
    """All checks, then every test: without PySide6 those that do not need it, then those of the window; with arguments
    pytest only."""
    environment = prepare_qt(offscreen=True)
    pytest = [PYTHON, "-m", "pytest"]
    if arguments:
        return call([*pytest, *arguments], environment)
    spread = ["-q", "-n", "2", "--dist", "loadfile"]
    without_qt = [*pytest, *spread, "-p", "no:pytest-qt"]
    steps = [
        *static_checks(),
        ("the tests without PySide6", without_qt, {**environment, "CXWORKSHOP_WITHOUT_QT": "1"}),
        ("the tests of the window", [*pytest, *spread, *OF_THE_WINDOW], environment),
    ]
    return call_each(steps)


def check(_arguments: list[str]) -> int:
    """Style, format and types."""
    return call_each(static_checks())


def bench(arguments: list[str]) -> int:
    """The benchmarks, one after the other, so that none slows another down."""
    environment = prepare_qt(offscreen=True)
    return call([PYTHON, "-m", "pytest", "tests/benchmarks", "--benchmark-only", *arguments], environment)


def texts(_arguments: list[str]) -> int:
    """The catalogues are compiled by the set-up; this lists what is missing in them."""
    return call([PYTHON, ROOT / "packaging" / "missing_texts.py"])


def static_checks() -> list[Step]:
    """Ruff and mypy."""
    tools = {"ruff check": ["ruff", "check"], "ruff format": ["ruff", "format", "--check"], "mypy": ["mypy"]}
    return [(name, [PYTHON, "-m", *command], dict(os.environ)) for name, command in tools.items()]


def example_workshop() -> Path:
    """The example workshop in the system's language, made from its JSON unless it is there already."""
    asked = [PYTHON, "-c", "from cxworkshop.i18n import system_language; print(system_language())"]
    language = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    workshop = EXAMPLES / f"coffee.{language}.cxw"
    if not workshop.exists():
        EXAMPLES.mkdir(exist_ok=True)
        source = ROOT / "sessions" / f"coffee.{language}.json"
        subprocess.run([PYTHON, "-m", "cxworkshop", "import", workshop, source], cwd=ROOT, check=True)
    return workshop


# --- the environment -------------------------------------------------------------------------------------------------


def make_environment() -> None:
    """Make .venv, install what pyproject.toml asks for and compile the catalogues; quick when all is there."""
    if not works([PYTHON, "-c", ""]):
        say("Making the environment in .venv …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV], check=True)
    if not STAMP.exists() or STAMP.read_text("utf-8") != wanted():
        say("Installing the packages (some minutes the first time) …")
        install()
        STAMP.write_text(wanted(), "utf-8")
    if catalogues_are_stale():
        subprocess.run([PYTHON, "-m", "cxworkshop.i18n"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def wanted() -> str:
    """A checksum of what is to be installed, and where."""
    files = [ROOT / name for name in ("pyproject.toml", "uv.lock", "hatch_build.py")]
    content = b"".join(file.read_bytes() for file in files if file.exists())
    return hashlib.sha256(content + str(ROOT).encode()).hexdigest()


def install() -> None:
    """The locked packages by uv; without it, or where it fails, the newest that pyproject.toml allows by pip."""
    if shutil.which("uv"):
        environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV)}
        locked = ["uv", "sync", "--quiet", "--frozen", "--inexact", "--python", PYTHON]
        if call(locked, environment) == 0:
            return
        say("uv could not install them, now trying pip …")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check"]
    if not works([*pip, "--version"]):
        install_pip()
    subprocess.run([*pip, "install", "--quiet", "--editable", f"{ROOT}[dev]"], cwd=ROOT, check=True)


def install_pip() -> None:
    """pip comes with Python; on Debian in a package of its own, which is only unpacked where we are not root."""
    ensurepip = [PYTHON, "-m", "ensurepip"]
    if works(ensurepip):
        return
    if not shutil.which("apt-get"):
        raise CannotGoOn("this Python has no pip. Install pip (or uv) with your package manager and repeat.")
    if os.geteuid() == 0:
        apt_install([f"python3.{sys.version_info.minor}-venv"])
        subprocess.run(ensurepip, check=True, stdout=subprocess.DEVNULL)
        return
    unpack_packages(["python3-pip-whl"], VENV / "pip", re.compile("pip"))
    for wheel in glob.glob(f"{VENV}/pip/usr/share/python-wheels/pip-*.whl"):
        subprocess.run([PYTHON, f"{wheel}/pip", "install", "--quiet", "--no-index", wheel], check=True)


def catalogues_are_stale() -> bool:
    """Whether a .po is newer than its compiled catalogue, or one was never compiled."""
    for language in (path for path in (ROOT / "resources" / "locale").glob("*") if path.is_dir()):
        compiled = language / "LC_MESSAGES" / "cxworkshop.mo"
        newest = max((source.stat().st_mtime for source in language.glob("*.po")), default=0.0)
        if not compiled.exists() or compiled.stat().st_mtime < newest:
            return True
    return False


# --- Qt's libraries --------------------------------------------------------------------------------------------------


def prepare_qt(offscreen: bool) -> dict[str, str]:
    """The environment variables to run Qt with, after installing (or unpacking) the libraries it needs here."""
    environment = {**os.environ, **({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {})}
    if sys.platform != "linux":
        return environment
    needed = ALWAYS_NEEDED if offscreen else {**ALWAYS_NEEDED, **NEEDED_ON_A_SCREEN}
    environment = with_unpacked_libraries(environment)
    missing = missing_libraries(needed, environment)
    if missing and shutil.which("apt-get"):
        packages = sorted({needed[library] for library in missing})
        say(f"Fetching libraries that Qt needs: {' '.join(packages)} …")
        if os.geteuid() == 0:
            apt_install(packages)
        else:
            unpack_packages(packages, LIBRARIES, LIBRARY)
        environment = with_unpacked_libraries(environment)
        missing = missing_libraries(needed, environment)
    if missing:
        raise CannotGoOn(f"Qt needs libraries that are not installed: {', '.join(missing)}. Install them and repeat.")
    return environment


def with_unpacked_libraries(environment: dict[str, str]) -> dict[str, str]:
    """`environment` with the folders of unpacked libraries on the loader's path."""
    folders = {os.path.dirname(file) for file in glob.glob(f"{LIBRARIES}/**/*.so*", recursive=True)}
    path = [folder for folder in environment.get("LD_LIBRARY_PATH", "").split(":") if folder]
    path += sorted(folders - set(path))
    return {**environment, "LD_LIBRARY_PATH": ":".join(path)} if path else environment


def missing_libraries(needed: dict[str, str], environment: dict[str, str]) -> list[str]:
    """The libraries that the loader does not find (asked in a new process: the loader reads its path at the start)."""
    code = (
        "import ctypes, sys\nfor name in sys.argv[1:]:\n    try: ctypes.CDLL(name)\n    except OSError: print(name)\n"
    )
    asked = [sys.executable, "-c", code, *needed]
    return subprocess.run(asked, env=environment, check=True, capture_output=True, text=True).stdout.split()


# --- Debian's packages -----------------------------------------------------------------------------------------------


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    if not works([*install, "--download-only"]):  # a bare machine has no package lists, an old one stale lists
        subprocess.run(["apt-get", "update", "-qq"], check=True, stdout=sys.stderr)
    subprocess.run(install, env=environment, check=True, stdout=subprocess.DEVNULL)


def unpack_packages(packages: list[str], target: Path, wanted: re.Pattern[str]) -> None:
    """Without root: download packages and those they depend on, and unpack them into `target`.

    Of the dependencies only names that match `wanted` are taken, and no graphics drivers: plain widgets need none.
    """
    apt_folder = VENV / "apt"  # package lists of our own: those of the system may be missing, and are not ours to renew
    for folder in ("lists/partial", "cache/archives/partial"):
        (apt_folder / folder).mkdir(parents=True, exist_ok=True)
    apt = ["apt-get", "-qq", "-o", f"Dir::State::Lists={apt_folder}/lists", "-o", f"Dir::Cache={apt_folder}/cache"]
    subprocess.run([*apt, "update"], check=True, stdout=sys.stderr)
    simulate = [*apt, "install", "--simulate", "--no-install-recommends", *packages]
    planned = subprocess.run(simulate, check=True, capture_output=True, text=True).stdout
    names = [name for name in re.findall(r"^Inst (\S+)", planned, re.MULTILINE) if wanted.search(name)]
    with tempfile.TemporaryDirectory() as downloads:
        taken = [name for name in names if not DRIVERS.search(name)]
        subprocess.run([*apt, "download", *taken], cwd=downloads, check=True, stdout=subprocess.DEVNULL)
        for package in sorted(Path(downloads).glob("*.deb")):
            subprocess.run(["dpkg-deb", "--extract", package, target], check=True)
    shutil.rmtree(apt_folder)


# --- processes -------------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Tell the user, in order with what the child processes print."""
    print(text, file=sys.stderr, flush=True)


def works(command: Command) -> bool:
    """Whether a command can be run and succeeds."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def call(command: Command, environment: dict[str, str] | None = None) -> int:
    """Run in the checkout, with everything it prints; its exit status."""
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def call_each(steps: list[Step]) -> int:
    """Run all steps, also after a failure. The last line is the last step's, or a count where another failed."""
    failed = []
    for name, command, environment in steps:
        print(f"== {name}", flush=True)
        if call(command, environment):
            failed.append(name)
    if failed and failed != [steps[-1][0]]:
        print(f"== failed: {', '.join(failed)}\n{len(steps) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
