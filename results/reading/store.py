"""A record store asked over HTTP: the statements that say what was answered, page by page."""

from __future__ import annotations

import base64
import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlencode, urljoin, urlsplit

from results.reading.known import Known
from results.reading.plain_json import UnusableError, check_size, parse
from results.reading.statements import ANSWERED, Statements
from results.responses import Problem, Response

#: Statements that are asked for at a time; a store may give fewer.
_PAGE: Final = 500
_LARGEST: Final = 50_000_000
_SECONDS: Final = 60
_VERSION: Final = "1.0.3"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A key is for one host: it does not follow to another."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Refuse."""


_OPENER: Final = urllib.request.build_opener(_NoRedirect)


def read_store(url: str, key: str, known: Known) -> Iterator[Response | Problem]:
    """Read what a record store holds of the course.

    Parameters
    ----------
    url
        The store's address, such as ``https://host/xAPI``, with or without ``/statements``.
    key
        ``name:secret`` as the store gave it out; empty for none.
    known
        The course.

    Yields
    ------
    Response or Problem
        Attempts, and statements that were left out.

    Raises
    ------
    UnusableError
        If the store cannot be asked, or ceases to answer: a part of a class would mislead.
    """
    shown = without_secrets(url)
    statements = Statements(shown, known)
    base = url.rstrip("/").removesuffix("/statements") + "/statements"
    page: str | None = (
        f"{base}?{urlencode({'verb': ANSWERED, 'limit': _PAGE, 'ascending': 'true'})}"
    )
    read, visited = 0, set()
    while page:
        if page in visited:
            raise UnusableError("记录库的下一页又回到前面，读不完；请找管理记录库的人")
        visited.add(page)
        found = _asked(page, key)
        given = found.get("statements") if isinstance(found, dict) else None
        if not isinstance(given, list):
            raise UnusableError("回答的不是 xAPI 的学习记录；请核对网址，通常以 /xAPI 结尾")
        yield from statements.take(given, read + 1)
        read += len(given)
        page = _next(base, found.get("more"))
    yield from statements.responses()


def _next(base: str, more: Any) -> str | None:
    if not isinstance(more, str) or not more:
        return None
    try:
        page = urljoin(base, more)
        same = urlsplit(page)[:2] == urlsplit(base)[:2]
    except ValueError as error:
        raise UnusableError("记录库的下一页不是网址，没有读；请找管理记录库的人") from error
    if not same:
        raise UnusableError("记录库的下一页指向另一个网站，没有去读；请找管理记录库的人")
    return page


def _asked(url: str, key: str) -> Any:
    headers = {"X-Experience-API-Version": _VERSION, "Accept": "application/json"}
    if key:
        # A key from the environment may be any bytes.
        secret = base64.b64encode(key.encode(errors="surrogateescape"))
        headers["Authorization"] = f"Basic {secret.decode()}"
    try:
        request = urllib.request.Request(url, headers=headers)  # ruff: ignore[suspicious-url-open-usage] (only http and https come here)
        with _OPENER.open(request, timeout=_SECONDS) as answer:
            data = answer.read(_LARGEST + 1)
    except urllib.error.HTTPError as error:
        raise UnusableError(_refusal(error.code)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UnusableError("连不上记录库，或者读到一半断了；请核对网址，稍后再试") from error
    if len(data) > _LARGEST:
        raise UnusableError("记录库一页的回答太大，没有读；请核对网址")
    check_size(data)
    try:
        return parse(data)
    except UnusableError as error:
        raise UnusableError("回答的不是 JSON；请核对网址，通常以 /xAPI 结尾") from error


def _refusal(code: int) -> str:
    if code in {401, 403}:
        return "记录库不认这个密钥；请用 --lrs-key 写明放着“名称:密码”的文件"
    return f"记录库回答 {code}，没有给学习记录；请核对网址，稍后再试"


def without_secrets(url: str) -> str:
    """Give an address without a key that stands in it.

    Parameters
    ----------
    url
        The address.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # no address, but it may have a key in it all the same
        return url.partition("?")[0].rpartition("@")[2]
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()
