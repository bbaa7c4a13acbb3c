"""What the site may load and run is said once, in every page and to every host, and the pages keep to it."""

import json
import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from lavterskel.content_security import policy
from lavterskel.export import headers

from .conftest import SITE_URL, run_mkdocs

PATH = urlsplit(SITE_URL).path
OURS = urlsplit(SITE_URL).netloc


def of_lines(text):
    """The headers in ``_headers``, which has one rule, for all of the site."""
    rule, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert rule == f"{PATH}*"
    return [line.strip().split(": ", 1) for line in lines]


def of_iis(text):
    custom = ET.fromstring(text).find("system.webServer/httpProtocol/customHeaders")
    assert [one.get("name") for one in custom.iter("remove")] == [one.get("name") for one in custom.iter("add")]
    return [(one.get("name"), one.get("value")) for one in custom.iter("add")]


READ = {
    "_headers": of_lines,
    ".htaccess": lambda text: re.findall(r'^  Header always set (\S+) "([^"]*)"$', text, re.MULTILINE),
    "nginx-headers.conf": lambda text: re.findall(r'^add_header (\S+) "([^"]*)" always;$', text, re.MULTILINE),
    "web.config": of_iis,
    "staticwebapp.config.json": lambda text: list(json.loads(text)["globalHeaders"].items()),
}
"""How each host's file is read: the headers it makes the host send."""


def sent(site, name):
    """The headers that a host's file makes it send, each once."""
    found = READ[name]((site / name).read_text(encoding="utf-8"))
    assert len({name for name, _ in found}) == len(found)
    return dict(found)


def parts(text):
    """A policy by kind of content: ``{"script-src": ["'self'", …]}``."""
    return {kind: sources for kind, *sources in (part.split() for part in text.split("; "))}


class Seen(HTMLParser):
    """What a page runs, how it is styled, and where it leads."""

    def __init__(self, text):
        super().__init__()
        self.policies, self.scripts, self.styled, self.handlers, self.doubled = [], [], [], [], []
        self.opening, self.fetched = [], []
        self._inline = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if len(values) < len(attrs):
            self.doubled.append(self.get_starttag_text())
        if values.get("http-equiv") == "Content-Security-Policy":
            assert not self.scripts, "the policy stands before what it rules"
            self.policies.append(values["content"])
        self._inline = tag == "script" and "src" not in values and values.get("type") != "application/ld+json"
        if self._inline:
            self.scripts.append("")
        if tag == "style" or "style" in values:
            self.styled.append(self.get_starttag_text())
        self.handlers += [
            (name, value)
            for name, value in attrs
            if name.startswith("on") or (value or "").lower().startswith("javascript:")
        ]
        if tag in ("a", "area", "form") and outside(values.get("href") or values.get("action")):
            self.opening.append((values["href"], (values.get("rel") or "").split()))
        if tag == "link" and outside(values.get("href")):
            self.fetched.append((values["rel"], values["href"]))

    def handle_data(self, data):
        if self._inline:
            self.scripts[-1] += data

    def handle_endtag(self, tag):
        self._inline = False


def outside(address):
    parts = urlsplit(address or "")
    return parts.scheme in ("", "http", "https") and parts.netloc not in ("", OURS)


@pytest.fixture(scope="module")
def pages(site):
    """What every page of the site runs and leads to, by its path."""
    return {path.relative_to(site).as_posix(): Seen(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_host_is_told_the_same(site):
    first = sent(site, "_headers")
    for name in READ:
        assert sent(site, name) == first, name
    assert first.keys() == {"Content-Security-Policy", *headers.HEADERS}
    assert first["Referrer-Policy"] == "no-referrer"
    assert first["X-Content-Type-Options"] == "nosniff"
    assert first["Cache-Control"] == "no-cache"
    assert "clipboard" not in first["Permissions-Policy"]  # «Kopier» needs it
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(first["Permissions-Policy"].split(", "))


def test_the_missing_page_is_the_site_s_own_under_a_path_too(site):
    for name, line in {
        ".htaccess": f"ErrorDocument 404 {PATH}404.html\n",
        "nginx-headers.conf": f"error_page 404 {PATH}404.html;\n",
        "web.config": f'<error statusCode="404" path="{PATH}404.html" responseMode="ExecuteURL" />',
        "staticwebapp.config.json": f'"rewrite": "{PATH}404.html"',
    }.items():
        assert line in (site / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize(
    ("url", "path"), [("https://x.no/", "/"), ("https://x.no", "/"), ("https://x.no/a/b", "/a/b/"), ("", "/")]
)
def test_the_path_is_that_of_the_site(tmp_path, url, path):
    headers.write(tmp_path, url, tmp_path)
    assert f"\n{path}*\n" in (tmp_path / "_headers").read_text(encoding="utf-8")
    assert f" {path}404.html\n" in (tmp_path / ".htaccess").read_text(encoding="utf-8")


def test_the_policy_lets_in_nothing_but_the_site_s_own(site):
    told = parts(sent(site, "_headers")["Content-Security-Policy"])
    scripts = told.pop("script-src")
    assert scripts[0] == "'self'"
    assert scripts[1:] and all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", one) for one in scripts[1:])
    assert {kind: sources for kind, sources in told.items() if sources != ["'none'"]} == {
        kind: ["'self'"] for kind in ("style-src", "img-src", "connect-src", "form-action")
    }
    assert told.keys() >= {"default-src", "base-uri", "frame-ancestors"}


def test_every_page_carries_the_policy_that_its_host_sends(site, pages):
    told = sent(site, "_headers")["Content-Security-Policy"]
    assert {"index.html", "404.html", "om/index.html", "tilbud/sandnes-sovnkurs/index.html"} <= pages.keys()
    for address, page in pages.items():
        assert [f"{one}; frame-ancestors 'none'" for one in page.policies] == [told], address


def test_the_hashes_are_those_of_the_scripts_in_the_pages(site, pages):
    allowed = set(parts(sent(site, "_headers")["Content-Security-Policy"])["script-src"]) - {"'self'"}
    used = set()
    for address, page in pages.items():
        hashes = {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in page.scripts}
        assert hashes <= allowed, (address, page.scripts)
        used |= hashes
    assert used == allowed


def test_a_changed_script_has_another_hash(tmp_path):
    (tmp_path / "records").mkdir()
    template = tmp_path / "records" / "x.html"
    found = []
    for script in ("a()", "a() ", "ø()"):
        template.write_text(f'<script>{script}</script><script src="~/b.js"></script>', encoding="utf-8")
        found.append(parts(policy(tmp_path))["script-src"])
        assert len(found[-1]) == 2
    assert len({hashed for _, hashed in found}) == 3


def test_no_page_has_styles_or_handlers_that_the_policy_stops(pages):
    for address, page in pages.items():
        assert not page.styled, (address, page.styled[:3])
        assert not page.handlers, (address, page.handlers[:3])


def test_links_to_other_hosts_open_nothing_back_to_us(pages):
    led = 0
    for address, page in pages.items():
        for link, rel in page.opening:
            assert "noopener" in rel, (address, link)
            led += 1
        assert not page.doubled, (address, page.doubled[:3])
    assert led > 1000


def test_no_page_fetches_or_looks_up_another_host_ahead(pages):
    for address, page in pages.items():
        assert not page.fetched, (address, page.fetched[:3])


def test_a_link_in_prose_keeps_the_rel_that_its_writer_gave_it(project, tmp_path):
    page = project / "docs" / "om.md"
    page.write_text(
        page.read_text(encoding="utf-8") + '\n[x](https://x.example/){rel="license"} og <https://y.example/>\n',
        encoding="utf-8",
    )
    done = run_mkdocs(project, "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    found = dict(Seen((tmp_path / "site" / "om" / "index.html").read_text(encoding="utf-8")).opening)
    assert found["https://x.example/"] == ["noopener", "license"]
    assert found["https://y.example/"] == ["noopener"]
