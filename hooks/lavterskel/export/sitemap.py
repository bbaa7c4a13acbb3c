"""``/sitemap.xml``: every page, the generator's own and the records'.

Writes ``/sitemap.xml`` and ``/sitemap.xml.gz`` anew over what the site generator left.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote

from ..render.shell import FOLDER

_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def write(site: Path, site_url: str, addresses: Iterable[str]) -> None:
    """Join the pages in the rendered site map with the record pages at ``addresses``."""
    base = site_url.rstrip("/") + "/"
    path = site / "sitemap.xml"
    rendered = _LOCATION.findall(path.read_text(encoding="utf-8")) if path.exists() else []
    own = [location for location in rendered if f"/{FOLDER}/" not in location]
    locations = dict.fromkeys([*own, *(escape(base + quote(address)) for address in addresses)])
    lines = "".join(f"<url><loc>{location}</loc></url>\n" for location in locations)
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    path.write_text(xml, encoding="utf-8")
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(xml.encode(), mtime=0))
