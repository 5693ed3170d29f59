# make run, make test, make check: each makes the environment it needs; the second call starts at once.

PYTHON ?= python3
BLOEI_DATABASE ?= $(if $(BLOEI_CITY),$(BLOEI_CITY)/)$(DEMO)
PORT ?= 8501
BROWSER ?= 1
OFFICE ?= 1
PROXY ?= 1
DASH ?= 1

DEMO := data/demo.duckdb
VENV := .venv
TOOLS := .venv-tools
BENCH := .venv-bench
LOAD_SECONDS ?= 600
LOCK_SAYS := Every package with its version and checksums: pip install --require-hashes -r requirements.lock. Made by: make lock.
BIN := $(VENV)/bin
# The system's pip installs into the environment, so that Debian's python3-venv is not needed.
INSTALL := $(PYTHON) -m pip --disable-pip-version-check --python $(BIN)/python install --quiet --compile

.DEFAULT_GOAL := help
.PHONY: help run test test-all check bench bench-quick mutants screenshots docs load lock audit-packages sbom clean

help:
	@echo "make run          het dashboard op http://localhost:$(PORT) (BLOEI_DATABASE=bestand, PORT=nummer)"
	@echo "make test         de tests (BROWSER=0: zonder browser, OFFICE=0: zonder LibreOffice, PROXY=0: zonder nginx)"
	@echo "make test-all     ook wat lang duurt: elke rol op elke manier, en toegankelijkheid op elk scherm"
	@echo "make check        stijl, typen, importregels, SQL, documentatie en de tests"
	@echo "make bench        het dashboard naast een pagina van Dash, van Streamlit en zonder server, in docs/snelheid.md (DASH=0: zonder Dash)"
	@echo "make bench-quick  wat pagina's vragen en versturen, naast tests/pages/budgets.csv (zit in make check)"
	@echo "make mutants      merken de tests een kleine wijziging in de code? (ROOMS=charts/cards SAMPLE=20; duurt lang)"
	@echo "make screenshots  de afbeeldingen in docs/beelden"
	@echo "make docs         de documentatie die uit de catalogus komt"
	@echo "make load         vijftig lezers tegelijk (LOAD_SECONDS=180)"
	@echo "make lock         requirements.lock opnieuw; make audit-packages bekende gaten; make sbom wat erin zit"
	@echo "make clean        de omgeving en de tijdelijke bestanden weg"

run: $(VENV)/.run $(filter $(DEMO),$(BLOEI_DATABASE))
	@BLOEI_DATABASE="$(BLOEI_DATABASE)" $(BIN)/python -m streamlit run app.py --server.port $(PORT)

# The program that tests drive is found, or installed from Debian; without it the target stops.
# $(call drive,SWITCH,VARIABLE,module) and $(call leave_out,SWITCH,folder)
drive = $(if $(filter 0,$(1)),,$(2)="$$($(BIN)/python -m tests.tools.$(3))" && export $(2) &&)
leave_out = $(if $(filter 0,$(1)),--deselect $(2))

test: $(VENV)/.dev
	$(if $(filter 0,$(BROWSER)),@echo "BROWSER=0: de tests met een browser worden overgeslagen.")
	$(if $(filter 0,$(PROXY)),@echo "PROXY=0: de tests met nginx worden overgeslagen.")
	$(if $(filter 0,$(OFFICE)),@echo "OFFICE=0: de tests met LibreOffice worden overgeslagen.")
	$(call drive,$(BROWSER),CHROMIUM,chromium) $(call drive,$(OFFICE),SOFFICE,office) $(call drive,$(PROXY),NGINX,nginx) \
	$(BIN)/python -m pytest -n auto --dist worksteal $(if $(ALL),,-m "not slow") \
	$(call leave_out,$(BROWSER),tests/browser) $(call leave_out,$(OFFICE),tests/exports/office) \
	$(call leave_out,$(PROXY),tests/browser/serving/test_proxy.py)

test-all:
	$(MAKE) --no-print-directory test ALL=1

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint data analytics
	$(BIN)/python bloei.py docs --check
	$(MAKE) --no-print-directory test

bench: $(VENV)/.dev $(DEMO) $(if $(filter 0,$(DASH)),,$(BENCH)/.made)
	$(call drive,1,CHROMIUM,chromium) $(BIN)/python -m tests.bench.compare $(DEMO) \
	$(if $(filter 0,$(DASH)),,--dash $(BENCH)/bin/python)
	$(BIN)/python -m tests.bench.pages
	$(BIN)/python -m tests.bench.exports
	$(BIN)/python -m tests.bench.commands $(DEMO)
	$(BIN)/python -m tests.bench.gaps
	$(call drive,1,CHROMIUM,chromium) $(BIN)/python -m tests.bench.map $(DEMO)

# What every machine counts alike; the tests of make check hold it too, without the table.
bench-quick: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/pages/test_budgets.py

mutants: $(VENV)/.mutants
	$(BIN)/python -m tests.tools.mutation.mutants $(ROOMS) $(if $(SAMPLE),--sample $(SAMPLE))

screenshots: $(VENV)/.dev $(DEMO)
	$(call drive,1,CHROMIUM,chromium) $(call drive,1,SOFFICE,office) $(BIN)/python -m tests.tools.screenshots.pictures $(DEMO)

docs: $(VENV)/.run
	$(BIN)/python bloei.py docs

load: $(VENV)/.dev $(DEMO)
	$(BIN)/python -m tests.load.run --seconds $(LOAD_SECONDS)

# The lock, known holes, and all that is inside; these ask the package index.
lock: $(TOOLS)/.made
	$(TOOLS)/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	--output-file requirements.lock requirements.txt
	sed -i "1i # $(LOCK_SAYS)" requirements.lock

audit-packages: $(TOOLS)/.made
	$(TOOLS)/bin/python -m pip_audit --strict --require-hashes --disable-pip -r requirements.lock

sbom: $(TOOLS)/.made
	$(TOOLS)/bin/python -m cyclonedx_py requirements requirements.lock --output-file sbom.json

clean:
	rm -rf $(VENV) $(TOOLS) $(BENCH) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(DEMO): | $(VENV)/.run
	@echo "Er is nog geen gegevensbestand. Een bestand met demogegevens wordt gemaakt: $(DEMO)"
	@$(BIN)/python bloei.py demo --to $(DEMO)

$(VENV)/.run: requirements.txt constraints.txt | $(BIN)/python
	@echo "De pakketten worden geïnstalleerd. Dit duurt de eerste keer enkele minuten."
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt constraints.txt | $(BIN)/python
	@echo "De pakketten voor de tests worden geïnstalleerd. Dit duurt de eerste keer enkele minuten."
	@$(INSTALL) -r requirements-dev.txt
	@touch $(VENV)/.run $@

$(VENV)/.mutants: requirements-mutants.txt | $(VENV)/.dev
	@$(INSTALL) -r requirements-mutants.txt
	@touch $@

$(TOOLS)/.made: requirements-tools.txt
	@$(PYTHON) -m venv --without-pip $(TOOLS)
	@$(PYTHON) -m pip --disable-pip-version-check --python $(TOOLS)/bin/python install --quiet pip -r requirements-tools.txt
	@touch $@

$(BENCH)/.made: requirements-bench.txt
	@$(PYTHON) -m venv --without-pip $(BENCH)
	@$(PYTHON) -m pip --disable-pip-version-check --python $(BENCH)/bin/python install --quiet -r requirements-bench.txt
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 of nieuwer is nodig. Noem een andere Python zo: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv --without-pip $(VENV)
