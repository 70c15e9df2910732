# The two commands of a fresh machine: `make graph` and `make test`. Everything lives in .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := pyproject.toml

.PHONY: graph notebooks test lint fuzz clean

graph: $(VENV)/.installed
	$(BIN)/kg build seeds --output output
	@echo "Open output/graph.html in a browser (double-click)."

notebooks: $(VENV)/.installed-notebook
	$(BIN)/jupyter lab notebooks

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.installed-test
	$(BIN)/ruff check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports

fuzz: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet atheris
	$(BIN)/python tests/fuzz/readers.py -max_total_time=300

clean:
	rm -rf $(VENV)

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "policy-kg needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 graph")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

$(VENV)/.installed: $(VENV)/.created $(SOURCES)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-notebook: $(VENV)/.created $(SOURCES)
	$(BIN)/python -m pip install --quiet --editable '.[notebook]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-test: $(VENV)/.created $(SOURCES)
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.installed
