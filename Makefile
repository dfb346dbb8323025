# A fresh checkout needs Python 3.11 or later and make; the rest is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: site test kills bench messages clean

# The sample site, in public/.
site: $(VENV)/site.stamp
	$(BIN)/digest build

# Everything that must hold. pytest also checks the layers, with import-linter.
test: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

# What takes longer: two hundred builds are killed at random points, where `make test` kills forty.
kills: $(VENV)/test.stamp
	DIGEST_KILLS=200 $(BIN)/python -m pytest tests/test_durability.py -k killed

# The figures of bench/RESULTS.md: about ten minutes on a machine that does nothing else; needs npm and Chromium.
bench: $(VENV)/test.stamp
	$(BIN)/python bench/run.py --runs 3
	$(BIN)/python bench/save.py --articles 20 1000

# The catalogues of the standard theme, with what the source says now; new messages are empty.
messages: $(VENV)/site.stamp
	mkdir -p build
	$(BIN)/pybabel -q extract -F babel.toml -k tally:3,4 --no-location --sort-by-file -o build/messages.pot digest themes
	for file in themes/broadsheet/locale/*.po; do \
	  $(BIN)/pybabel -q update -i build/messages.pot -o $$file -l $$(basename $$file .po) \
	    --ignore-obsolete --no-fuzzy-matching --no-wrap --ignore-pot-creation-date; \
	done

clean:
	rm -rf $(VENV) public build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .digest-cache

$(VENV)/site.stamp: pyproject.toml | $(VENV)
	$(PIP_INSTALL) --editable .
	touch $@

$(VENV)/test.stamp: pyproject.toml | $(VENV)
	$(PIP_INSTALL) --editable ".[dev,distributed,parquet,search]"
	touch $@ $(VENV)/site.stamp

$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "digest needs Python 3.11 or later; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
