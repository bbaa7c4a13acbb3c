"""Files that make a host send the site's security headers, one for each common kind of static host.

Writes ``/_headers`` (Netlify, Cloudflare Pages), ``/.htaccess`` (Apache), ``/nginx-headers.conf``, ``/web.config``
(IIS) and ``/staticwebapp.config.json`` (Azure). All say the same; ``docs/drift.md`` says which one to use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from ..content_security import policy

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "usb",
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""Besides the policy. ``no-cache``: kept, but asked about each time, as pages, scripts and data must fit together."""

TYPES = {".bib": "application/x-bibtex", ".ris": "application/x-research-info-systems"}
"""What hosts do not know by themselves; IIS serves no file of an unknown type."""

_MADE = "Laget av bygget. Hvordan den brukes, står på siden «Drift»."


def write(site: Path, site_url: str, theme: Path) -> None:
    """Write the files, for the templates in ``theme`` and a site at ``site_url``, which may have a path."""
    # A page cannot say who may frame it; only its host can.
    headers = {"Content-Security-Policy": f"{policy(theme)}; frame-ancestors 'none'", **HEADERS}
    root = urlsplit(site_url).path.rstrip("/") + "/"
    for name, text in {
        "_headers": _lines(headers, root),
        ".htaccess": _apache(headers, root),
        "nginx-headers.conf": _nginx(headers, root),
        "web.config": _iis(headers, root),
        "staticwebapp.config.json": _azure(headers, root),
    }.items():
        (site / name).write_text(text, encoding="utf-8")


def _lines(headers: Mapping[str, str], root: str) -> str:
    return f"# {_MADE}\n{root}*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def _apache(headers: Mapping[str, str], root: str) -> str:
    types = "".join(f"AddType {kind} {suffix}\n" for suffix, kind in TYPES.items())
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"# {_MADE}\nErrorDocument 404 {root}404.html\n{types}<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _nginx(headers: Mapping[str, str], root: str) -> str:
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return f"# {_MADE}\nerror_page 404 {root}404.html;\n{lines}"


def _iis(headers: Mapping[str, str], root: str) -> str:
    custom = "".join(
        f'        <remove name="{name}" />\n        <add name="{name}" value={quoteattr(value)} />\n'
        for name, value in headers.items()
    )
    types = "".join(
        f'      <remove fileExtension="{suffix}" />\n      <mimeMap fileExtension="{suffix}" mimeType="{kind}" />\n'
        for suffix, kind in TYPES.items()
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!-- {_MADE} -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
{custom}      </customHeaders>
    </httpProtocol>
    <staticContent>
{types}    </staticContent>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path={quoteattr(root + "404.html")} responseMode="ExecuteURL" />
    </httpErrors>
  </system.webServer>
</configuration>
"""


def _azure(headers: Mapping[str, str], root: str) -> str:
    settings = {
        "globalHeaders": headers,
        "mimeTypes": TYPES,
        "responseOverrides": {"404": {"rewrite": f"{root}404.html"}},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
