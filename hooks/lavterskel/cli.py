"""``lavterskel check``, ``build``, ``search`` and ``klarsprak``: the package from a command line, without a site generator."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from .plain_language import findings, own_words, passages
from .plain_language import report as plain_language_report
from .problems import DataError, report
from .progress import Progress
from .render.context import Context
from .render.shell import ShellError
from .search.engine import prepare
from .search.explanation import explained
from .site import Project, finish, read
from .site_links import BrokenLinks


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well and 1 when something must be put right."""
    parser = argparse.ArgumentParser(prog="lavterskel", description="Verktøy for kunnskapssiden Lavterskel.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="prosjektmappen (der mkdocs.yml ligger)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="les og kontroller alle data")
    commands.add_parser("uncited", help="vis kildene i data/references.bib som ingen side bruker")
    search = commands.add_parser("search", help="søk som på nettstedet, og vis hvorfor treffene står slik")
    search.add_argument("question", nargs="+", help="det noen ville skrevet i søkefeltet")
    plain = commands.add_parser("klarsprak", help="vis tunge ord, lange setninger og passiv, og hva du kan gjøre")
    plain.add_argument("asked", nargs="?", default="", metavar="hva", help="en fil, en mappe eller id-en til en post")
    build = commands.add_parser("build", help="lag postsidene i en mappe med ferdig rendrede skall")
    build.add_argument("site", type=Path, help="mappen med skallene")
    build.add_argument("--site-url", required=True, help="adressen nettstedet skal ha")
    chosen = parser.parse_args(arguments)
    progress = Progress()
    project = Project.at(chosen.root.resolve())
    try:
        if chosen.command == "check":
            return _check(project, progress)
        if chosen.command == "uncited":
            return _uncited(project, progress)
        if chosen.command == "search":
            return _search(project, progress, " ".join(chosen.question))
        if chosen.command == "klarsprak":
            return _plain_language(project, progress, chosen.asked)
        loaded = read(project, progress)
        finish(loaded, project, chosen.site, chosen.site_url, progress)
        progress.show("Bygget")
        return 0
    except DataError as error:
        print(report(error.problems), file=sys.stderr)
        return 1
    except (ShellError, BrokenLinks) as error:
        print(error, file=sys.stderr)
        return 1


def _uncited(project: Project, progress: Progress) -> int:
    """Sources that no page cites: those only the source texts cite, and those that nobody does."""
    graph = read(project, progress).graph
    bibliography = graph.data.bibliography
    unused = [work for work in bibliography.works.values() if not graph.cites(work.key)]
    for work in unused:
        where = ", ".join(cited.key for cited in work.cited_in) or "ingen"
        print(f"{bibliography.file}:{work.line} {work.key} (sitert i: {where})")
    print(f"{len(unused)} av {len(bibliography.works)} kilder er ikke brukt på noen side.")
    return 0


def _search(project: Project, progress: Progress, text: str) -> int:
    """The ten best hits, how the question was understood, and what each hit has its points for."""
    context = Context(read(project, progress).graph, project.templates, "")
    for line in explained(prepare(context), text):
        print(line)
    return 0


def _plain_language(project: Project, progress: Progress, asked: str) -> int:
    """What is heavy to read, worst first; the table of all kinds when nothing is asked for."""
    data = read(project, progress).data
    reader = findings.Reader.of(data)
    written = [*passages.of_records(data), *passages.of_docs(project.docs), *own_words.of_site(project.theme)]
    readings = [reader.read(one) for one in written]
    for line in plain_language_report.lines(readings, asked):
        print(line)
    if not asked:
        Console(highlight=False).print(plain_language_report.table(readings))
    return 0


def _check(project: Project, progress: Progress) -> int:
    started = time.monotonic()
    loaded = read(project, progress)
    if loaded.warnings:
        print(report(loaded.warnings))
    total = sum(len(records) for records in loaded.data.records.values())
    unused = sum(not loaded.graph.cites(key) for key in loaded.data.bibliography.works)
    if unused:
        print(f"{unused} kilder er ikke brukt på noen side; «lavterskel uncited» viser dem.")
    print(
        f"{total} poster og {len(loaded.data.bibliography.works)} kilder er i orden ({time.monotonic() - started:.1f} s)."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
