"""The search engine made from this repository's data, and the gold queries it is measured by."""

from __future__ import annotations

from pathlib import Path

import pytest

from lavterskel.graph import Graph
from lavterskel.render.context import Context
from lavterskel.search.engine import Engine, prepare

from .gold import Query, read


@pytest.fixture(scope="session")
def engine(graph: Graph) -> Engine:
    """The engine, as the build makes it."""
    return prepare(Context(graph, Path(__file__).parents[2] / "theme" / "records", "https://lavterskel.example/"))


@pytest.fixture(scope="session")
def gold() -> list[Query]:
    """Every gold query."""
    return read()
