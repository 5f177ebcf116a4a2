"""The built site made ready for its readers: front door, offline copy, one file to carry."""

from __future__ import annotations

from publishing.site.finish import finish_site

__all__ = ["finish_site"]
