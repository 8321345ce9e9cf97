"""Sets the workbench up, then starts, tests or checks it; needs nothing but Python.

This file keeps to words that every Python reads, so that an old one answers with a sentence.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "The workbench needs Python 3.11, 3.12 or 3.13; this is Python %d.%d. Start it with a newer one, "
        "for example: python3.13 bootstrap.py" % sys.version_info[:2]
    )

from tools.setup.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
