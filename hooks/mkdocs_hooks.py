"""Connects the package to MkDocs: the only file here that imports it. Wires events, holds no logic.

What happens when: data are read in ``on_config``, so that bad data stop the build before anything is touched;
shells join the pages in ``on_files``; the records are cut from the rendered shells in ``on_post_build``, and only
then does the new site take the last one's place.
"""

from __future__ import annotations

import logging
import shutil
import time
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs_bibtex.registry import ReferenceRegistry

from lavterskel.content_security import policy
from lavterskel.feedback import Feedback, UnusableFeedback
from lavterskel.problems import DataError, report
from lavterskel.progress import Progress
from lavterskel.prose import Prose, ProseError
from lavterskel.render.page import Page as SitePage
from lavterskel.render.shell import PARTS, ShellError, all_shells, part_values, sentinel, shell_address
from lavterskel.site import Loaded, Project, finish, read, swap
from lavterskel.site_links import BrokenLinks

log = logging.getLogger("mkdocs.hooks.lavterskel")

SHELL = "shell"


class _State:
    """What one build knows from event to event."""

    project: Project
    loaded: Loaded
    progress: Progress
    prose: Prose
    feedback: Feedback | None = None
    site: Path | None = None
    started = 0.0


state = _State()


class Registry(ReferenceRegistry):
    """mkdocs-bibtex finds the citations in prose; what they say is decided by the package."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.page = ""
        self.bib_data = None
        self.footnote_format = "{key}"

    def validate_citation_blocks(self, citation_blocks) -> None:  # type: ignore[no-untyped-def]
        """Unknown keys are found in ``on_page_markdown``, with file and line."""

    def validate_inline_references(self, inline_references):  # type: ignore[no-untyped-def]
        """Switched off: an ``@key`` outside brackets is only text."""
        return set()

    def inline_text(self, citation_block) -> str:  # type: ignore[no-untyped-def]
        """The citation as a link to its source's page."""
        return self.prose.citation(str(citation_block), self.page)

    def reference_text(self, citation) -> str:  # type: ignore[no-untyped-def]
        """Sources have their own pages; nothing is added at the foot of this one."""
        return ""


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data; build into a folder beside the real one until all is well."""
    state.started = time.monotonic()
    state.progress = Progress()
    state.project = Project.at(Path(config.config_file_path).parent)
    try:
        state.loaded = read(state.project, state.progress)
    except DataError as error:
        raise PluginError("\n" + report(error.problems)) from None
    if state.loaded.warnings:
        log.info("%d merknader om dataene; «make check» viser dem.", len(state.loaded.warnings))
    try:
        state.feedback = Feedback.at(config.extra.get("tilbakemelding"))
    except UnusableFeedback as error:
        raise PluginError(str(error)) from None
    state.prose = Prose(state.loaded.graph, state.feedback)
    if state.site is None and not _serving(config):
        state.site = Path(config.site_dir)
        config.site_dir = str(state.site.with_name(state.site.name + ".ny"))
    return config


@event_priority(-100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Let our registry read the citations, after mkdocs-bibtex has made its own."""
    state.started = time.monotonic()
    plugin = config.plugins.get("bibtex")
    if plugin is not None:
        plugin.registry = Registry(state.prose)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one page per shell, and leave the theme's unused files out of the site."""
    for section, depth in all_shells():
        name = shell_address(section, depth) + "index.md"
        files.append(File.generated(config, name, content=f"---\n{SHELL}: true\nsection: '{section}'\n---\n"))
    for file in list(files):
        if file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/")):
            files.remove(file)
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Links to records become addresses; unknown records and keys stop the build with file and line."""
    plugin = config.plugins.get("bibtex")
    if plugin is not None:
        plugin.registry.page = page.url
    try:
        return state.prose.resolved(markdown, page.file.src_uri, page.url)
    except ProseError as error:
        raise PluginError(str(error)) from None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A shell's content is the sentinel for a body; in prose, terms are explained."""
    return sentinel("BODY") if page.meta.get(SHELL) else state.prose.explained(html, page.url)


def on_env(env, config: MkDocsConfig, files: Files):  # type: ignore[no-untyped-def]
    """What the frame of every page needs, the one for missing pages included."""
    env.globals["crisis_strip"] = state.prose.crisis_strip
    env.globals["feedback"] = state.feedback
    env.globals["asset_version"] = state.prose.asset_version(state.project.root / "theme" / "assets")
    # «mkdocs serve» puts a script of its own in every page, another each time; the policy would stop it.
    env.globals["content_security_policy"] = "" if _serving(config) else policy(state.project.theme)
    return env


def on_page_context(context, page: Page, config: MkDocsConfig, nav):  # type: ignore[no-untyped-def]
    """The page's own parts: sentinels in a shell."""
    context["parts"] = {part: sentinel(part) for part in PARTS} if page.meta.get(SHELL) else _prose_parts(page, config)
    return context


def _prose_parts(page: Page, config: MkDocsConfig) -> dict[str, str]:
    """A prose page's own parts, escaped by the same code as a record's."""
    description = page.meta.get("description") or config.site_description or ""
    title = str(page.meta.get("title") or page.title)
    return part_values(SitePage(page.url.removeprefix("./"), title, description, Markup("")), config.site_url or "")


def on_post_build(config: MkDocsConfig) -> None:
    """Cut the records from the shells, follow every link, and put the new site in place."""
    state.progress.add("sidene fra MkDocs", time.monotonic() - state.started)
    try:
        written = finish(state.loaded, state.project, Path(config.site_dir), config.site_url or "", state.progress)
    except (ShellError, BrokenLinks, ProseError) as error:
        raise PluginError(str(error)) from None
    if config.strict and any(
        handler.get_counts() for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)
    ):
        return  # MkDocs stops the build after this; the last good site stays
    if state.site is not None:
        swap(Path(config.site_dir), state.site)
        config.site_dir = str(state.site)
        state.site = None
    state.progress.show(f"Bygget {len(written)} postsider")


def on_build_error(error: Exception) -> None:
    """Leave the last good site as it was."""
    if state.site is not None:
        shutil.rmtree(state.site.with_name(state.site.name + ".ny"), ignore_errors=True)


def _serving(config: MkDocsConfig) -> bool:
    """``mkdocs serve`` builds into a folder of its own under the system's temporary folder."""
    return Path(config.site_dir).name.startswith("mkdocs_")
