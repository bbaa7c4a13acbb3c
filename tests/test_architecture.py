"""The house: what may know what."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from lavterskel import rules
from lavterskel.model.kinds import KINDS

from .conftest import ROOT

PACKAGE = ROOT / "hooks" / "lavterskel"
GENERATORS = {"mkdocs", "material", "mkdocs_bibtex", "zensical", "properdocs"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called in {"__import__", "import_module"}:
                names.add(str(node.args[0].value).partition(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_package_knows_no_site_generator(path):
    assert not imported(path) & GENERATORS


def test_only_the_hook_file_imports_mkdocs():
    others = [path for path in (ROOT / "hooks").rglob("*.py") if path.name != "mkdocs_hooks.py"]
    assert not [path for path in others if "mkdocs" in imported(path)]
    assert "mkdocs" in imported(ROOT / "hooks" / "mkdocs_hooks.py")


def test_every_rule_file_is_listed():
    files = {module.name for module in pkgutil.iter_modules(rules.__path__)}
    listed = {rule.__module__.rpartition(".")[2] for rule in rules.RULES}
    assert files == listed


def test_every_rule_says_what_must_hold():
    for rule in rules.RULES:
        assert importlib.import_module(rule.__module__).__doc__


def test_loading_knows_no_html_and_rendering_reads_no_yaml():
    loading = [PACKAGE / "load.py", PACKAGE / "yaml_file.py", *(PACKAGE / "model").glob("*.py")]
    assert not [path for path in loading if imported(path) & {"markupsafe", "jinja2", "html"}]
    assert not [path for path in (PACKAGE / "render").rglob("*.py") if "yaml" in imported(path)]


def test_every_kind_of_record_has_files():
    for kind in KINDS:
        assert any(list((ROOT / "data").glob(pattern)) for pattern in kind.files), kind.name


def test_templates_never_switch_escaping_off():
    for path in (ROOT / "theme" / "records").glob("*.html"):
        assert not re.search(r"\|\s*safe\b|autoescape", path.read_text(encoding="utf-8")), path.name
