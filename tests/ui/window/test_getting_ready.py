"""What the first picture does not need is loaded after it."""

import os
import subprocess
import sys

OPENED = """
import linecache
import sys
from pathlib import Path
from PySide6.QtCore import QElapsedTimer
from cxworkshop import app
from cxworkshop.document import Document
own = app._application()
settings = app._settings(Path("pictures"))
app._dress(settings, "en", "light")
window = app._window(settings)
window.use(Document.create(Path(sys.argv[1])))
window.show()
own.processEvents()
print(*(name for name in sys.modules if name.split(".")[0] not in ("PySide6", "shibokensupport")))
read = [name for name in linecache.cache if "canvas" in name]
print("commands" in vars(window), "telling" in vars(window), bool(read), *vars(window.workspace))
from cxworkshop.ui.getting_ready import BESIDE_IT, OF_THE_WINDOW
clock = QElapsedTimer()
clock.start()
while not set(BESIDE_IT) <= sys.modules.keys() and clock.elapsed() < 20_000:
    own.processEvents()
print("commands" in vars(window), *(name for name in (*OF_THE_WINDOW, *BESIDE_IT) if name not in sys.modules))
window.close()
"""

# Nothing of these is seen in the first picture. A name stands for its package too.
LATE = (
    "cxworkshop.cli", "cxworkshop.exchange", "cxworkshop.merge",
    "cxworkshop.ui.canvas.accessible", "cxworkshop.ui.canvas.dropping", "cxworkshop.ui.canvas.gestures",
    "cxworkshop.ui.canvas.link_picker", "cxworkshop.ui.canvas.menus", "cxworkshop.ui.canvas.pasting",
    "cxworkshop.ui.canvas.taking", "cxworkshop.ui.canvas.title_editor",
    "cxworkshop.ui.command_actions", "cxworkshop.ui.command_palette", "cxworkshop.ui.commands",
    "cxworkshop.ui.dialogs", "cxworkshop.ui.find", "cxworkshop.ui.history", "cxworkshop.ui.map_panel",
    "cxworkshop.ui.minimap", "cxworkshop.ui.portraits", "cxworkshop.ui.shared_screen", "cxworkshop.ui.start",
    "cxworkshop.ui.telling", "cxworkshop.ui.inspector.card_sheet", "cxworkshop.ui.inspector.picture_editor",
    "cxworkshop.ui.inspector.score_editor", "cxworkshop.ui.views.page",
    "aiohttp", "asyncio", "click", "csv", "html", "http", "locale", "networkx", "openpyxl", "platform", "platformdirs",
    "reportlab", "rustworkx", "socket", "sqlite_utils", "unittest", "uuid", "xml",
)  # fmt: skip
MOST_OF_OUR_OWN = 205  # modules in the first picture


def test_the_first_picture_waits_for_no_module_it_does_not_need_and_they_follow_by_themselves(tmp_path):
    surroundings = dict(os.environ, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path), LANG="C.UTF-8")
    said = subprocess.run(
        [sys.executable, "-c", OPENED, str(tmp_path / "new.cxw")],
        env=surroundings, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    loaded, made, after = (line.split(" ") for line in said.stdout.splitlines())
    early = [name for name in loaded if any(name == late or name.startswith(f"{late}.") for late in LATE)]
    assert not early, "import it in the function that needs it, and name it in ui/getting_ready.py"
    assert sum(name.startswith("cxworkshop") for name in loaded) <= MOST_OF_OUR_OWN
    assert made[:3] == ["False", "False", "False"], "PySide reads no source of ours, see app.py"
    assert not {"find_bar", "history", "minimap"} & set(made)
    assert after == ["True"]
