"""``/robots.txt``: everything may be read, and here is the map."""

from __future__ import annotations

from pathlib import Path


def write(site: Path, site_url: str) -> None:
    """Write ``/robots.txt``."""
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\n\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n", encoding="utf-8"
    )
