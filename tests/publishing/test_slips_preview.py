"""A port in use is reported before anything is built."""

import socket

from publishing.__main__ import main
from tests.publishing.slipped_book import SlippedBook


def test_a_taken_port_is_told_at_once(tmp_path, monkeypatch):
    book = SlippedBook(tmp_path)
    monkeypatch.setattr("sys.argv", ["publishing", "preview"])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        try:
            main(["preview", "--port", str(port), "--course", str(book.folder)])
        except SystemExit as ended:
            said = str(ended.code)
    assert said == (
        f"网页不能在端口 {port} 上打开：可能已有别的程序在用，请换一个，"
        f"如 make preview PORT={port + 1}"
    )
    assert not (book.folder / "_build").exists()
