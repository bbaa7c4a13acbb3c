"""Records to HTML: fragments, the shell they are cut into, and the pages of the site."""
