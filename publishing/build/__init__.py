"""How pages are built: cells run in this process, nothing stale, a preview for authors."""
