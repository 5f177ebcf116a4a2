"""What the site's scripts read: the items by chapter, the sentences' items, the search."""
