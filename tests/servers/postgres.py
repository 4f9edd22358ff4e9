"""A PostgreSQL server of one's own: real, on loopback, thrown away in the end.

Rule of this module: it needs PostgreSQL's own programs and nothing else; without them a test says how to get them, and
where POSTGRES_EXPECTED is set, it fails. POSTGRES_PROGRAMS names the folder of another version's server.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO

import pytest

from tests.servers.process import free_port

HOW_TO_GET_IT = "PostgreSQL is not installed here; on Debian and Ubuntu: apt install postgresql"
PASSWORD = "zebra-password"  # noqa: S105 - it guards a server on loopback, and is looked for in logs
START = 60.0
"""Seconds that a start may take on a machine that is busy with other things."""


def programs() -> Path | None:
    """Return the folder of the server that is named, else the newest that is installed, None where there is none."""
    if chosen := os.environ.get("POSTGRES_PROGRAMS"):
        return Path(chosen)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


def required() -> Path:
    """Return the folder of the server's programs; skips the test without them, or fails where they are expected."""
    folder = programs()
    if folder is not None:
        return folder
    if os.environ.get("POSTGRES_EXPECTED"):
        pytest.fail(HOW_TO_GET_IT)
    pytest.skip(HOW_TO_GET_IT)


class PostgresServer:
    """A server with its data in a folder; it can be stopped, killed and started again on the same port."""

    def __init__(self, folder: Path, bin_: Path) -> None:
        self._folder = folder
        self._bin = bin_
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def address(self, database: str = "postgres", *, user: str = "postgres", password: str = PASSWORD) -> str:
        """Return the address of a database."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """Make the data folder."""
        if _is_root():
            shutil.chown(self._folder, _server_user())
        secret = self._folder / "secret"
        secret.write_text(PASSWORD, "ascii")
        secret.chmod(0o644)
        given = ("-A", "scram-sha-256", "--pwfile", str(secret), "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8")
        self._run("initdb", "-D", str(self._folder / "data"), "--no-sync", *given)

    def start(self) -> None:
        """Start the server and return when it takes connections."""
        settings = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self._folder,
            "fsync": "off",
            "max_connections": 200,
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self._folder / "data"), *options],
                stdout=log,
                stderr=log,
                cwd=self._folder,
                **_as_server_user(),
            )
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop the server at once and in order, as a restart of its machine does."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Kill the server and all that belongs to it (SIGKILL)."""
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text("ascii").split()
        self._end(signal.SIGKILL)
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        deadline = time.monotonic() + START
        while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
            time.sleep(0.02)

    def database(self) -> str:
        """Make an empty database and return its address."""
        name = f"t{token_hex(6)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.address(name)

    def execute(self, sql: str, database: str = "postgres") -> str:
        """Run a statement with psql and return what it prints."""
        return self._run("psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql, self.address(database))

    def run(self, file: Path, address: str) -> None:
        """Run the statements in a file."""
        with file.open("rb") as statements:
            self._run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", address, given=statements)

    def dump(self, address: str, schema: str) -> str:
        """Return a schema of a database, with what is in it, as SQL."""
        return self._run("pg_dump", f"--schema={schema}", "--inserts", "--no-owner", "--no-privileges", address)

    @property
    def log(self) -> str:
        """Return what the server has written down."""
        return (self._folder / "log").read_text("utf-8", "replace")

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START
        while time.monotonic() < deadline:
            assert self._process is not None
            if self._process.poll() is not None:
                raise RuntimeError(self.log)
            with suppress(subprocess.CalledProcessError):
                self.execute("SELECT 1")
                return
            time.sleep(0.05)
        raise TimeoutError(self.log)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(START)

    def _run(self, program: str, *options: str, given: IO[bytes] | None = None) -> str:
        here = self._bin / program  # what brings a server alone is asked by another version's client
        done = subprocess.run(
            [str(here) if here.exists() else program, *options],
            check=True,
            capture_output=True,
            stdin=given,
            text=True,
            cwd=self._folder,
            **_as_server_user(),
        )
        return done.stdout.strip()


def _is_root() -> bool:
    return os.geteuid() == 0


def _server_user() -> str:
    """Return who the server runs as where root starts it, which it refuses to run as."""
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


def _as_server_user() -> dict[str, object]:
    return (
        {"user": _server_user(), "group": pwd.getpwnam(_server_user()).pw_gid, "extra_groups": []} if _is_root() else {}
    )


@contextmanager
def serving() -> Iterator[PostgresServer]:
    """Start a server and throw it away in the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    folder.chmod(0o755)
    server = PostgresServer(folder, required())
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
