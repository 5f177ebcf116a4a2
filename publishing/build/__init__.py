"""How pages are built: cells run in this process, dependencies, the preview for authors."""
