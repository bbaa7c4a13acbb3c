"""Pages by their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .kinds import KINDS

DRAWN_BY_SCRIPT = {
    **dict.fromkeys(
        ("sok-med-treff", "sok-forstatt", "sok-med-filter", "sok-ingen-treff", "sok-fare", "sok-forklart"),
        "#filtre[data-ready]",
    ),
    **dict.fromkeys(("min-liste", "min-liste-delt"), "[data-my-list][data-ready]"),
    "pasientark": '#pasientark[data-ready="true"]',
    **dict.fromkeys(("fastlege", "fastlege-med-svar", "fastlege-uten-lokale"), '#forslag[data-ready="true"]'),
}
"""What is there when a page that scripts draw is complete."""


@pytest.fixture
def open_kind(open_page: Callable[..., Page], subpath_server: str) -> Callable[..., Page]:
    """Opens the page that stands for a kind, complete: ``open_kind("tema", width=360)``."""

    def opened(kind: str, **how: object) -> Page:
        base = subpath_server if kind == "404" else ""  # its links begin with the address the site was built for
        page = open_page(KINDS[kind], base=base, **how)
        if kind in DRAWN_BY_SCRIPT and how.get("scripts", True):
            page.wait_for_selector(DRAWN_BY_SCRIPT[kind], state="attached")
        return page

    return opened
