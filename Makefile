# Alt kjører i .venv, som lages første gang. Kommandoene står i README.md.
export NO_MKDOCS_2_WARNING = 1
PYTHON ?= python3
BIN = .venv/bin
READY = .venv/.klar

.PHONY: serve test build check klarsprak bench audit lint lock sok-tabell clean

serve: $(READY)
	@echo "Bygger og viser siden på http://127.0.0.1:8000/ (stopp med Ctrl+C)"
	@SITE_URL=http://127.0.0.1:8000/ $(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: $(READY)
	@$(BIN)/mkdocs build --strict

check: $(READY)
	@$(BIN)/lavterskel check

klarsprak: $(READY)
	@$(BIN)/lavterskel klarsprak $(HVA)

test: $(READY) lint
	@$(BIN)/python tests/find_chromium.py
	@$(BIN)/python -m pytest

lint: $(READY)
	@$(BIN)/ruff check --quiet hooks tests bench audit
	@$(BIN)/ruff format --check --quiet hooks tests bench audit
	@$(BIN)/mypy

bench: $(READY)
	@$(BIN)/python bench/bench.py

# SIDER="start tilbud" ser bare på de sidetypene.
audit: $(READY) audit/node_modules
	@$(BIN)/python tests/find_chromium.py
	@$(BIN)/python -m audit $(SIDER)

audit/node_modules: audit/package-lock.json
	@echo "Henter verktøyene til kontrollen (én gang) …"
	@npm ci --prefix audit --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@ || echo "Fikk ikke hentet verktøyene. De trenger npm."

sok-tabell: $(READY)
	@SKRIV_SOKETABELL=1 $(BIN)/python -m pytest tests/search/test_quality.py

clean:
	rm -rf .venv .cache site site.ny site.forrige

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Lavterskel trenger Python 3.11 eller nyere. Sett PYTHON=python3.12 (eller en annen) foran make."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python mangler venv. På Debian og Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Henter det som trengs (én gang) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(READY)

lock: $(READY)
	@$(BIN)/python -m pip install --quiet --upgrade --editable '.[dev]'
	@(echo "# Alle pakker, med nøyaktig utgave. Lages på nytt med: make lock"; $(BIN)/python -m pip freeze --exclude-editable) > requirements.lock
