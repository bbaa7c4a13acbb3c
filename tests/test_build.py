"""The build as a whole: what a failed one leaves, and that a served one follows changes."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from .conftest import run_mkdocs


def snapshot(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def built(project):
    done = run_mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


FAULTS = {
    "a record that does not fit": lambda root: edit(root / "data" / "offers.yaml", "  as_of:", "  as_off:"),
    "a key that no source has": lambda root: (root / "docs" / "om.md").open("a").write("\n[@finnes-ikke]\n"),
    "a link that leads nowhere": lambda root: (root / "docs" / "om.md").open("a").write("\n[x](../finnes-ikke/)\n"),
    "a lost sentinel": lambda root: edit(root / "theme" / "main.html", "{{ parts.STRUCTURED }}", ""),
    "a template that fails": lambda root: edit(
        root / "theme" / "records" / "offer.html", "{{ offer.title }}", "{{ offer.tittel }}"
    ),
}


def test_a_failed_build_leaves_the_last_good_site(built):
    before = snapshot(built / "site")
    for fault, make in FAULTS.items():
        kept = {
            path: path.read_bytes()
            for path in built.rglob("*")
            if path.is_file() and path.suffix in (".yaml", ".md", ".html") and "site" not in path.parts
        }
        make(built)
        done = run_mkdocs(built, "build", "--strict")
        said = done.stdout + done.stderr
        assert done.returncode != 0, fault
        assert snapshot(built / "site") == before, fault
        assert not (built / "site.ny").exists(), fault
        if fault != "a template that fails":
            assert "Traceback" not in said, said
        for path, content in kept.items():
            path.write_bytes(content)


def test_a_warning_in_strict_mode_leaves_the_last_good_site(built):
    before = snapshot(built / "site")
    edit(built / "mkdocs.yml", "strict: true", "strict: true\nnav:\n  - finnes-ikke.md")
    assert run_mkdocs(built, "build", "--strict").returncode != 0
    assert snapshot(built / "site") == before


def test_another_offers_file_gives_the_same_site_with_other_offers(project, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        '- id: vart-kurs\n  title: Vårt <kurs>\n  kinds: [kurs]\n  areas: [{municipality: "0301"}]\n  as_of: 2026\n  sources: [{ref: napha-2018}]\n',
        encoding="utf-8",
    )
    done = run_mkdocs(project, "build", "--strict", OFFERS=str(mine))
    assert done.returncode == 0, done.stderr
    offers = {path.parent.name for path in (project / "site" / "tilbud").glob("*/index.html")}
    assert "vart-kurs" in offers and "oslo-link" not in offers
    page = (project / "site" / "tilbud" / "vart-kurs" / "index.html").read_text(encoding="utf-8")
    assert "Vårt &lt;kurs&gt;" in page and "<kurs>" not in page
    assert 'href="tel:113"' in page
    assert (project / "site" / "krise" / "index.html").exists()


WHOLE = """
from markupsafe import Markup
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
import lavterskel.site
from lavterskel.render.page import Page
from lavterskel.render.shell import part_values

import sys
ours = next(module for name, module in sys.modules.items() if name.endswith("mkdocs_hooks.py") or name == "mkdocs_hooks")


def on_files(files, config):
    for page in lavterskel.site.pages(ours.state.loaded, ours.state.project, config.site_url):
        if page.address == "kommune/stange/":
            on_files.values = part_values(page, config.site_url)
    files.append(File.generated(config, "kommune/hel.md", content="---\\nshell: true\\nsection: kommune\\n---\\n"))
    return files


@event_priority(-100)
def on_page_content(html, page, config, files):
    return on_files.values["BODY"] if page.url == "kommune/hel/" else html


@event_priority(-100)
def on_page_context(context, page, config, nav):
    if page.url == "kommune/hel/":
        context["parts"] = on_files.values
    return context
"""


def test_a_spliced_page_is_the_page_mkdocs_would_have_rendered(project):
    """Render one record whole, through MkDocs, beside the spliced one: not a byte differs."""
    (project / "hooks" / "whole.py").write_text(WHOLE.replace("\\\\", "\\"), encoding="utf-8")
    edit(project / "mkdocs.yml", "  - hooks/mkdocs_hooks.py", "  - hooks/mkdocs_hooks.py\n  - hooks/whole.py")
    done = run_mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    whole = (project / "site" / "kommune" / "hel" / "index.html").read_text(encoding="utf-8")
    assert whole == (project / "site" / "kommune" / "stange" / "index.html").read_text(encoding="utf-8")
    assert "Stangehjelpa" in whole


def fetched(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def until(url: str, words: str) -> bool:
    return any(words in fetched(url) or time.sleep(0.5) for _ in range(80))


def test_serve_follows_changes_in_data_theme_and_docs(project):
    port = "8731"
    (project / "tmp").mkdir()  # what the server leaves when it is stopped goes with the test
    serving = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(project / "tmp")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}/"
    try:
        assert until(url + "tilbud/oslo-link/", "LINK")
        edit(project / "data" / "offers.yaml", "- id: oslo-link\n  title: ", "- id: oslo-link\n  title: Omdøpt ")
        assert until(url + "tilbud/oslo-link/", "Omdøpt")
        edit(project / "theme" / "records" / "offer.html", '<p class="eyebrow">', '<p class="eyebrow">MALENDRING ')
        assert until(url + "tilbud/oslo-link/", "MALENDRING")
        edit(project / "docs" / "om.md", "# Om Lavterskel", "# Om Lavterskel, endret")
        assert until(url + "om/", "Om Lavterskel, endret")
    finally:
        serving.terminate()  # an interrupt would be ignored where this run itself was started in the background
        serving.wait(timeout=20)


def test_the_package_finishes_a_folder_of_shells_without_a_generator(project, site, tmp_path):
    """Shells rendered by whatever: ``lavterskel build`` makes the same pages of them."""
    edit(project / "hooks" / "mkdocs_hooks.py", "written = finish(", "return\n        written = finish(")
    shells = tmp_path / "skall"
    assert run_mkdocs(project, "build", "--site-dir", str(shells)).returncode == 0
    folder = shells.with_name("skall.ny") if shells.with_name("skall.ny").exists() else shells
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "lavterskel",
            "--root",
            str(project),
            "build",
            str(folder),
            "--site-url",
            "https://lavterskel.example/under/sti/",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for address in ("tilbud/oslo-link", "kommune/stange", "tema/sovn"):
        assert (folder / address / "index.html").read_bytes() == (site / address / "index.html").read_bytes()
    shutil.rmtree(folder)


def test_check_is_a_command_with_an_exit_status(project):
    def run():
        return subprocess.run(
            [sys.executable, "-m", "lavterskel", "--root", str(project), "check"],
            capture_output=True,
            text=True,
            check=False,
        )

    assert run().returncode == 0
    edit(project / "data" / "offers.yaml", "  as_of:", "  as_off:")
    failed = run()
    assert failed.returncode == 1
    assert "offers.yaml:" in failed.stderr and "Mente du «as_of»?" in failed.stderr
