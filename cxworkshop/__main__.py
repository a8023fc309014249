"""`python -m cxworkshop`: the same as the command `cxworkshop`."""

import sys

from cxworkshop.cli import main

if __name__ == "__main__":
    sys.exit(main())
