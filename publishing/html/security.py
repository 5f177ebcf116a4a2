"""The Content-Security-Policy of every page.

It is in a ``meta`` element because folders on a stick and most learning platforms send no headers.
It also applies on ``file://``, where ``'self'`` means the files next to the page. Directives that
are only possible in a header (``frame-ancestors``) are left to the server, since learning platforms
must be able to frame the pages.

References
----------
W3C, Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

#: What a page may load, all from the site itself. Anything else is blocked.
_ALLOWED: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # `data:` for small images in style sheets.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def content_security_policy(
    inline_scripts: Iterable[str] = (),
    inline_styles: Iterable[str] = (),
    also: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Compose the policy of a page.

    Parameters
    ----------
    inline_scripts, inline_styles
        Inline code of the page, exactly as between its tags. It is allowed by its SHA-256; no other
        inline code is allowed.
    also
        Additional directives by name.

    Returns
    -------
    str
        The value of the policy.
    """
    inline = {"script-src": inline_scripts, "style-src": inline_styles}
    allowed = (
        _ALLOWED
        | {
            directive: " ".join([_ALLOWED[directive], *map(_by_hash, written)])
            for directive, written in inline.items()
        }
        | dict(also)
    )
    return "; ".join(f"{directive} {sources}" for directive, sources in allowed.items())


def _by_hash(written: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()}'"
