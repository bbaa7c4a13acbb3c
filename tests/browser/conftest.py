"""Pages by their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .kinds import KINDS


@pytest.fixture
def open_kind(open_page: Callable[..., Page], subpath_server: str) -> Callable[..., Page]:
    """Opens the page that stands for a kind, complete: ``open_kind("tema", width=360)``."""

    def opened(kind: str, **how: object) -> Page:
        base = subpath_server if kind == "404" else ""  # its links begin with the address the site was built for
        page = open_page(KINDS[kind], base=base, **how)
        if kind == "sok-med-treff":
            page.wait_for_selector("#resultater[data-ready]", state="attached")
        return page

    return opened
