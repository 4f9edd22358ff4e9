"""Nodes of OpenSearch of one's own: the real server from its Maven artifacts, on loopback, thrown away in the end.

Rule of this module: it needs a JDK and Maven, and OPENSEARCH names the folder for what they fetch and compile, as `make
opensearch` sets it. Without one of these a test is skipped and says which; where OPENSEARCH_EXPECTED is set, it fails.
OPENSEARCH_VERSION is another version than that of pom.xml, OPENSEARCH_JDK the folder of another JDK than the PATH's.
Nodes with OpenSearch's own security are in `secured`.
"""

import os
import shutil
import signal
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from tests.servers.process import cpu_of, free_port, rss_of

HERE = Path(__file__).parent
POM = HERE / "pom.xml"
VERSION = os.environ.get("OPENSEARCH_VERSION") or POM.read_text("utf-8").partition("<opensearch>")[2].partition("<")[0]
"""Of the nodes."""
SECURED = {"2": "2.19.4", "3": "3.4.0"}
"""Of nodes with OpenSearch's own security, by the first number of `VERSION`: the last ones that Maven serves it for."""
START = 300.0
"""Seconds that nodes may take to find each other on a machine that is busy with other things."""
FETCH = 600.0
"""Seconds that 65 files, 47 MB, may take, and the security's 45 MB."""


def required(heap: str, *, secured: bool = False) -> tuple[str, ...]:
    """Return the command that starts a node; skips the test where it can't be had, or fails where it is expected."""
    command, missing = _program(heap, secured=secured)
    if command:
        return command
    if os.environ.get("OPENSEARCH_EXPECTED"):
        pytest.fail(missing)
    pytest.skip(missing)


@cache
def _program(heap: str, *, secured: bool) -> tuple[tuple[str, ...], str]:
    """Return the command that starts a node, or why there is none."""
    if not (named := os.environ.get("OPENSEARCH")):
        return (), "OpenSearch is started by: make opensearch"
    jdk = os.environ.get("OPENSEARCH_JDK")
    java, compiler = (shutil.which(name, path=jdk and f"{jdk}/bin") for name in ("java", "javac"))
    maven, version = shutil.which("mvn"), SECURED[VERSION[0]] if secured else os.environ.get("OPENSEARCH_VERSION", "")
    if java is None or compiler is None or maven is None:
        return (), "OpenSearch needs a JDK and Maven; on Debian and Ubuntu: apt install default-jdk-headless maven"
    folder = Path(named, f"secured-{version}" if secured else version)
    folder.mkdir(parents=True, exist_ok=True)
    jars = folder / f"jars-{sha256(POM.read_bytes()).hexdigest()[:8]}"
    if not jars.exists():
        wanted = ("dependency:build-classpath", f"-Dmdep.outputFile={jars}.new", f"-Dmaven.repo.local={folder / 'm2'}")
        other = (f"-Dopensearch={version}",) if version else ()
        if not _is_done(maven, "-q", "-B", "-f", str(POM), *other, *["-Psecured"] * secured, *wanted):
            what = f"OpenSearch {version} with its security" if secured else "OpenSearch"
            return (), f"{what} can't be fetched here: Maven does not reach its repository, or that does not have it"
        Path(f"{jars}.new").rename(jars)
    found = os.pathsep.join(_jars(Path(part)) for part in jars.read_text("utf-8").strip().split(os.pathsep))
    if not _is_done(compiler, "-nowarn", "-cp", found, "-d", str(folder), str(HERE / "Node.java")):
        return (), "OpenSearch can't be compiled here: a JDK from 17 on is needed, from 21 on for OpenSearch 3"
    given = (f"-Xms{heap}", f"-Xmx{heap}", "-XX:+UseSerialGC", "-Dlog4j2.level=WARN")
    return (java, *given, "-cp", f"{folder}{os.pathsep}{found}", "Node"), ""


def _jars(part: Path) -> str:
    """Return what stands in a class path for a part of it: of a zip, the jars in it."""
    if part.suffix != ".zip":
        return str(part)
    unpacked = part.with_suffix("")
    with ZipFile(part) as packed:
        packed.extractall(unpacked)
    return f"{unpacked}/*"


def _is_done(*command: str) -> bool:
    with suppress(subprocess.TimeoutExpired):
        return subprocess.run(command, capture_output=True, check=False, timeout=FETCH).returncode == 0
    return False


class OpenSearchNodes:
    """Nodes with their data in a folder; each can be killed and started again at its port."""

    context: ssl.SSLContext | None = None
    """Whom to trust and who one is, where nodes speak TLS."""

    def __init__(self, folder: Path, program: tuple[str, ...], count: int, *settings: str) -> None:
        self.ports = tuple(free_port() for _ in range(count))
        self._inner = tuple(free_port() for _ in range(count))
        self.folder = folder
        self._program = program
        self._settings = settings
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    def address(self, name: str) -> str:
        """Return the address of an archive on all nodes."""
        return f"http://{','.join(f'127.0.0.1:{port}' for port in self.ports)}/{name}"

    def start(self, *which: int) -> None:
        """Start nodes, all without a number, and return when they have found each other."""
        for number in which or range(len(self.ports)):
            self._start(number)
        self.wait(f"wait_for_nodes={len(self._processes)}")

    def kill(self, number: int) -> None:
        """Kill a node (SIGKILL)."""
        process = self._processes.pop(number)
        process.kill()
        process.wait()

    def stop(self) -> None:
        """End all nodes."""
        for process in self._processes.values():
            process.send_signal(signal.SIGKILL)
        for process in self._processes.values():
            process.wait()

    def wait(self, until: str) -> None:
        """Return when the cluster is as wanted: wait_for_status=green."""
        self.wait_for(f"_cluster/health?{until}&timeout=2s")

    def wait_for(self, path: str) -> None:
        """Return when any node has an answer."""
        deadline = time.monotonic() + START
        while time.monotonic() < deadline:
            for number, process in self._processes.items():
                if process.poll() is not None:
                    raise RuntimeError(self._log(number))
                with suppress(OSError):
                    self.get(path, number)
                    return
            time.sleep(0.1)
        raise TimeoutError(path)

    def get(self, path: str, number: int) -> bytes:
        """Return what a node says."""
        return self._answer(f"{self.ports[number]}/{path}", "GET", 10)

    def clear(self) -> None:
        """Remove all indexes but those of the nodes' own."""
        found = self.get("_cat/indices?h=index", next(iter(self._processes))).decode().split()
        for index in found:
            if not index.startswith("."):
                self.send("DELETE", index)

    def flush(self) -> None:
        """Have all that was taken in written to the disk, so that its size is that of the indexes alone."""
        self.send("POST", "_flush")

    def send(self, method: str, path: str, body: bytes | None = None) -> None:
        """Have the first node do something; raises `OSError` where it does not."""
        self._answer(f"{self.ports[0]}/{path}", method, 60, body)

    def _answer(self, path: str, method: str, patience: float, body: bytes | None = None) -> bytes:
        url = f"{'https' if self.context else 'http'}://127.0.0.1:{path}"
        request = Request(url, body, {"Content-Type": "application/json"}, method=method)  # noqa: S310 - one of two schemes
        with urlopen(request, timeout=patience, context=self.context) as answer:  # noqa: S310 - as above
            return bytes(answer.read())

    @property
    def cpu(self) -> float:
        """Return the CPU time that the nodes have used, in seconds."""
        return sum(cpu_of(process.pid) for process in self._processes.values())

    @property
    def memory(self) -> float:
        """Return the memory that the nodes hold, in MB."""
        return sum(rss_of(process.pid) for process in self._processes.values())

    @property
    def manager(self) -> int:
        """Return the number of the node that manages the cluster."""
        alive = next(iter(self._processes))
        return int(self.get("_cat/cluster_manager?h=node", alive).decode().strip())

    def _start(self, number: int) -> None:
        seeds = ",".join(f"127.0.0.1:{port}" for port in self._inner)
        names = ",".join(str(n) for n in range(len(self.ports)))
        together = (f"discovery.seed_hosts={seeds}", f"cluster.initial_cluster_manager_nodes={names}")
        found = together if len(self.ports) > 1 else ("discovery.type=single-node",)
        ports = f"http.port={self.ports[number]}", f"transport.port={self._inner[number]}"
        place = self.folder / str(number)
        place.mkdir(exist_ok=True)
        with (place / "log").open("ab") as log:
            command = [*self._program, str(place), *ports, *found, *self._settings]
            self._processes[number] = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _log(self, number: int) -> str:
        return (self.folder / str(number) / "log").read_text("utf-8", "replace")


Nodes = TypeVar("Nodes", bound=OpenSearchNodes)


@contextmanager
def started(nodes: Nodes) -> Iterator[Nodes]:
    """Start nodes and throw them away in the end, with their folder."""
    try:
        nodes.start()
        yield nodes
    finally:
        nodes.stop()
        shutil.rmtree(nodes.folder, ignore_errors=True)


@contextmanager
def serving(count: int = 1, heap: str = "512m") -> Iterator[OpenSearchNodes]:
    """Start nodes and throw them away in the end."""
    program = required(heap)
    with started(OpenSearchNodes(Path(tempfile.mkdtemp(prefix="opensearch")), program, count)) as nodes:
        yield nodes
