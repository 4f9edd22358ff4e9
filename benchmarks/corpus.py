"""Print how good the bot is on the project's corpus: `python -m benchmarks.corpus [--errors] [FOLDER...]`.

The same as `article-bot evaluate [--errors] corpus`.
"""

import sys

from bot.__main__ import cli

if __name__ == "__main__":
    folders = [a for a in sys.argv[1:] if not a.startswith("-")] or ["corpus"]
    cli(["evaluate", *(a for a in sys.argv[1:] if a.startswith("-")), *folders])
