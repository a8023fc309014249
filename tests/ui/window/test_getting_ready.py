"""What the first picture does not need is loaded after it."""

import os
import subprocess
import sys

OPENED = """
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
LATE = ("networkx", "cxworkshop.ui.inspector.card_sheet", "cxworkshop.ui.shared_screen.window",
        "cxworkshop.ui.start.screen", "reportlab", "openpyxl")
print(sum(name in sys.modules for name in LATE))
clock = QElapsedTimer()
clock.start()
while "networkx" not in sys.modules and clock.elapsed() < 20_000:
    own.processEvents()
print([name for name in LATE if name in sys.modules][:3])
window.close()
"""


def test_the_first_picture_waits_for_no_module_it_does_not_need_and_they_follow_by_themselves(tmp_path):
    surroundings = dict(os.environ, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path))
    said = subprocess.run(
        [sys.executable, "-c", OPENED, str(tmp_path / "new.cxw")],
        env=surroundings, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    before, after = said.stdout.splitlines()
    assert before == "0"
    assert after == "['networkx', 'cxworkshop.ui.inspector.card_sheet', 'cxworkshop.ui.shared_screen.window']"
