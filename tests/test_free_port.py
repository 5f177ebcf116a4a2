"""A port that cannot be used is reported before anything is built."""

import os
import socket
import subprocess

import pytest

from tests.this_course import ROOT


def asked(port):
    command = [ROOT / "tools" / "free-port", str(port), "make serve PORT"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield free.getsockname()[1], free


def test_a_taken_port_is_told_with_another_one(port):
    number, taken = port
    taken.listen()
    done = asked(number)
    assert done.returncode == 1
    assert f"端口 {number} 已有别的程序在用" in done.stderr
    assert f"make serve PORT={number + 1}" in done.stderr
    taken.close()
    assert asked(number).returncode == 0


@pytest.mark.parametrize("port", ["0", "65536", "八千"])
def test_what_is_no_port_is_told(port):
    done = asked(port)
    assert done.returncode == 1
    assert done.stderr == f"端口应是 1 到 65535 的数，不是“{port}”，如 make serve PORT=8000\n"


def test_make_asks_before_it_builds():
    # Run as from a shell, even if `make test` runs this.
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    planned = subprocess.run(
        ["make", "--dry-run", "serve", "PORT=8123"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "tools/free-port 8123" in planned.stdout.partition("\n")[0]
