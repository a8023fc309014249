"""The child process that lays a large map out. Imports no Qt.

`python -m cxworkshop.ui.views.processes.layout_child FOLDER`, where FOLDER holds order.pickle; it leaves shape.pickle.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from cxworkshop.ui.views.processes.shape import shape_of

ORDER, SHAPE = "order.pickle", "shape.pickle"


def main(folder: Path) -> int:
    """Lay out what was ordered."""
    chain, sizes, aside, between, previous = pickle.loads((folder / ORDER).read_bytes())  # by the window, for us only
    shape = shape_of(chain, sizes.__getitem__, aside=aside, between=between, previous=previous)
    (folder / SHAPE).write_bytes(pickle.dumps(shape))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
