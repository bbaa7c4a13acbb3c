"""Finds a Chromium for the browser tests; installs Debian's where that needs no question, else says how in one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HOW = "Fant ingen Chromium. Installer den (Debian/Ubuntu: sudo apt-get install chromium) eller sett CHROMIUM=/sti/til/chrome."


def find() -> str | None:
    """The path of a Chromium, from CHROMIUM, the path or the usual place on a Mac."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MAC) if MAC.exists() else None)


def install() -> None:
    """Install Debian's package, when we are allowed to without asking."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Henter Chromium til nettlesertestene …", flush=True)
        quiet = {
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        }
        subprocess.run(["apt-get", "-qq", "update"], check=False, **quiet)
        subprocess.run(
            ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium"], check=False, **quiet
        )


if __name__ == "__main__":
    if find() is None and not os.environ.get("CHROMIUM"):
        install()
    if find() is None:
        sys.exit(HOW)
