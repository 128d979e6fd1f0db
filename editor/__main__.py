"""Run Dateline with `python -m editor`."""

import sys

from editor.command_line import main

if __name__ == "__main__":
    sys.exit(main())
