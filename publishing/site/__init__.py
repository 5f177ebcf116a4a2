"""Finish the built site: front door, offline copy, archive."""

from __future__ import annotations

from publishing.site.finish import finish_site

__all__ = ["finish_site"]
