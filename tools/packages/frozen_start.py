"""Start the packaged program; the same words may follow as behind `dateline` in a shell."""

import sys

from editor.command_line import main

if __name__ == "__main__":
    sys.exit(main())
