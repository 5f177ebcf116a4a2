"""The Content-Security-Policy that every page carries.

It stands in a ``meta`` element, because a folder on a stick and most learning
platforms send no headers. It holds on ``file://`` too, where ``'self'`` means
the files beside the page. What only a header can say (``frame-ancestors``) is
left to whoever serves the pages: a learning platform must be able to frame them.

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

#: What a page may use, all of it from the site itself. Nothing else is allowed.
_ALLOWED: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # `data:` for the small marks that style sheets draw.
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
        What is written in the page, each exactly as between its tags; it is
        allowed by its SHA-256, and nothing else that is inline is.
    also
        Directives of this page alone, by their names.

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
