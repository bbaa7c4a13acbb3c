"""Serves the built site on this machine as a good host would: compressed, and with the site's own headers."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from fnmatch import fnmatchcase
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

HEADERS = "_headers"
"""Where the site says which headers it should be served with; Netlify's and Cloudflare's form."""

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}


def headers_for(text: str, path: str) -> dict[str, str]:
    """The headers that a headers file gives a path. Lines with a path, where ``*`` is anything; below it, indented, headers."""
    found: dict[str, str] = {}
    fits = False
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.partition(":")
            if fits:
                found[name.strip()] = value.strip()
        else:
            fits = fnmatchcase(path, line.strip())
    return found


@functools.cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:  # the name is the library's
        asked = unquote(urlsplit(self.path).path)
        file = Path(self.translate_path(self.path))
        found = file / "index.html" if asked.endswith("/") else file
        status = HTTPStatus.OK if found.is_file() else HTTPStatus.NOT_FOUND
        root = Path(self.directory)
        self._send(status, found if found.is_file() else root / "404.html", asked, root / HEADERS)

    def _send(self, status: HTTPStatus, file: Path, asked: str, headers: Path) -> None:
        small = file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compressed(file) if small else file.read_bytes()
        self.send_response(status)
        self.send_header(
            "Content-Type", f"{self.guess_type(str(file))}{'; charset=utf-8' * (file.suffix in COMPRESSED)}"
        )
        self.send_header("Content-Length", str(len(body)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        for name, value in headers_for(headers.read_text(encoding="utf-8") if headers.exists() else "", asked).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server:
    """A host on this machine. The address is known before there is anything to serve, so that a site can be built for it."""

    def __init__(self, folder: Path) -> None:
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder))
        )
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def start(self) -> None:
        """Serve from now on, until the process ends."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
