"""Trying out native code in a process of its own, once a machine.

Rule of this module: what crashes there is not loaded here, and a trial that only took too long is made again.
"""

import hashlib
import platform
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

PATIENCE = 60.0
"""Seconds that a trial may take: loading takes 1 s, on a machine that is busy with other things a few."""
CPU = Path("/proc/cpuinfo")
CRASHES = frozenset(-number for number in (signal.SIGILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGFPE))
"""Exit codes of code that is not for this machine; whoever is killed otherwise may run the next time."""
GOOD, BAD = "runs\n", "crashes\n"


def runs(name: str, trial: str, folder: Path | None) -> bool:
    """Tell whether a line of Python ends well in another process.

    What came of it is kept in the folder, under the name and for this processor: 0.3 s are saved at the next start.
    """
    kept = folder / f"trial-{name}-{processor()}" if folder else None
    with suppress(OSError):
        if kept and (found := kept.read_text("ascii")) in {GOOD, BAD}:
            return found == GOOD
    code = _tried(trial)
    if kept and code in {0, *CRASHES}:
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(BAD if code else GOOD, "ascii")
    return code == 0


def processor() -> str:
    """Return a name for what this machine's processor can do."""
    with suppress(OSError):
        lines = CPU.read_text("utf-8", "replace").splitlines()
        if told := next((line for line in lines if line.startswith(("flags", "Features"))), ""):
            return hashlib.sha256(told.encode()).hexdigest()[:12]
    return hashlib.sha256(f"{platform.machine()} {platform.processor()}".encode()).hexdigest()[:12]


def _tried(trial: str) -> int | None:
    """Return the exit code of a trial, negative for a signal; None where it did not end."""
    try:
        done = subprocess.run(  # noqa: S603 - this Python and a line of ours
            [sys.executable, "-c", trial],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.returncode
