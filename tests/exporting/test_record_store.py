"""The record store of `make lrs`; it runs if RALPH_PYTHON names a Python with ralph-malph."""

from __future__ import annotations

import base64
import json
import os
import runpy
import socket
import subprocess
import time
import urllib.error
import urllib.request
from urllib.parse import quote

import pytest

from tests.this_course import ROOT

RALPH = os.environ.get("RALPH_PYTHON", "")
LAUNCHER = ROOT / "tools" / "lrs" / "serve.py"
VERB = "http://adlnet.gov/expapi/verbs/answered"
IDS = [f"3f1b8d2e-6a44-4c0b-9a53-0d8f4a1c7e5{n}" for n in range(2)]

with_ralph = pytest.mark.skipif(not RALPH, reason="RALPH_PYTHON 没有指定")


@pytest.fixture(scope="module")
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a statement from an earlier day."""
    folder = tmp_path_factory.mktemp("lrs")
    (folder / "statements.jsonl").write_text(f"{json.dumps(statement(IDS[0]))}\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def secret(port, folder):
    """Start the store; it prints its key just before it listens."""
    command = [RALPH, str(LAUNCHER), str(folder), str(port)]
    home = {"HOME": str(folder)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=home) as store:
        assert store.stdout
        said = [store.stdout.readline() for _ in range(5)]
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield said[2].removeprefix("密钥").strip("　\n")
        store.terminate()


def ask(port, secret, query, statement=None):
    key = base64.b64encode(f"course:{secret}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/xAPI/statements?{query}",
        data=json.dumps(statement).encode() if statement else None,
        method="PUT" if statement else "GET",
        headers={
            "Authorization": f"Basic {key}",
            "X-Experience-API-Version": "1.0.3",
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.status, answer.read()


def statement(id_):
    account = {"homePage": "https://a.example", "name": "x"}
    return {
        "id": id_,
        "timestamp": "2026-01-01T00:00:00.000Z",
        "actor": {"account": account},
        "verb": {"id": VERB},
        "object": {"id": "urn:course:x"},
    }


@with_ralph
def test_it_keeps_several_statements_takes_one_twice_and_finds_them(port, folder, secret):
    for id_ in [*IDS, IDS[1]]:
        assert ask(port, secret, f"statementId={id_}", statement(id_))[0] == 204
    for query in (f"verb={quote(VERB)}", f"activity={quote('urn:course:x')}"):
        found = json.loads(ask(port, secret, query)[1])["statements"]
        assert sorted(one["id"] for one in found) == IDS
    assert len((folder / "statements.jsonl").read_text(encoding="utf-8").splitlines()) == len(IDS)
    # Requests are logged nowhere else.
    assert not (folder / ".config").exists()


@with_ralph
def test_nobody_reads_without_the_key_which_is_kept_for_its_owner(port, folder, secret):
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(port, f"{secret}x", "")
    assert (folder / "key.txt").stat().st_mode & 0o777 == 0o600
    assert secret == (folder / "key.txt").read_text(encoding="utf-8")
    assert secret not in (folder / "users.json").read_text(encoding="utf-8")


@with_ralph
def test_a_port_in_use_is_one_message(port, folder, secret):
    command = [RALPH, str(LAUNCHER), str(folder), str(port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={})
    assert done.returncode == 1
    assert done.stderr == f"端口 {port} 已被占用；请换一个：make lrs LRS_PORT={port + 1}\n"


@pytest.mark.parametrize("half", [b'{"id": "3f', '{"id":"字'.encode()[:-1], b"12", b"\0\0"])
def test_a_line_that_was_not_written_to_its_end_is_set_aside_and_named(tmp_path, capsys, half):
    held_ids = runpy.run_path(str(LAUNCHER))["held_ids"]
    file = tmp_path / "statements.jsonl"
    whole = [f"{json.dumps(statement(id_))}\n".encode() for id_ in IDS]
    file.write_bytes(whole[0] + half + b"\n" + whole[1] + half)
    assert held_ids(file) == set(IDS)
    assert file.read_bytes() == b"".join(whole)
    aside = tmp_path / "statements-damaged.jsonl"
    assert aside.read_bytes().splitlines() == [half] * 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "有 2 行没有写完整（最前是第 2 行），已移到旁边的 statements-damaged.jsonl" in said
    assert held_ids(file) == set(IDS)
    assert not capsys.readouterr().err


def test_the_next_statement_begins_on_a_line_of_its_own(tmp_path):
    file = tmp_path / "statements.jsonl"
    file.write_text(json.dumps(statement(IDS[0])), encoding="utf-8")
    assert runpy.run_path(str(LAUNCHER))["held_ids"](file) == {IDS[0]}
    assert file.read_bytes().endswith(b"}\n")
