# The two commands are `make site` and `make test`; `make help` lists the rest.
PYTHON ?= python3
ENGINE ?= mkdocs
BASE ?= origin/main
WORKERS ?= auto
BIN := .venv/bin
# The tests of a file stay together, for they share what they build.
PARALLEL := --numprocesses $(WORKERS) --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help site serve new paper init check pull-request annotations summary preview test test-quick lint lock schema words examples score-guard reading-age bench saving finding look accessibility pictures clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

site: .venv/site-ready $(if $(PDF),.venv/pdf-ready) $(if $(filter zensical,$(ENGINE)),.venv/test-ready) ## Build the site into site/ (PDF=1, ENGINE=zensical, TODAY=2022-03-21)
	@$(BIN)/minutes build --engine $(ENGINE) $(if $(TODAY),--today $(TODAY))

serve: .venv/site-ready ## Show the site at http://127.0.0.1:8000/ and reload it on every change
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

new: .venv/site-ready ## Scaffold the file of a meeting (MEETING=2022-11-10)
	@$(BIN)/minutes new $(MEETING)

paper: .venv/site-ready ## Write the paper of a meeting in Word (MEETING=2022-11-10)
	@$(BIN)/minutes paper $(MEETING)

init: .venv/site-ready ## Remove the record and scaffold that of another group
	@$(BIN)/minutes init

check: .venv/site-ready ## Check the record
	@$(BIN)/minutes check

pull-request: .venv/site-ready ## Run the checks of a pull request (BASE=origin/main)
	@rm -f build/summary.md build/preview.html
	@$(MAKE) --no-print-directory summary; status=$$?; \
		$(MAKE) --no-print-directory annotations preview site; [ $$? -eq 0 ] || status=1; \
		echo "What merging publishes, and every problem, is in build/summary.md."; exit $$status

annotations: .venv/site-ready
	@$(BIN)/minutes check --format github

# Of a record that cannot be published, `changes` only repeats the problems.
summary: .venv/site-ready ## Write what merging into BASE publishes, and every problem, into build/summary.md
	@mkdir -p build && : > build/changes.md
	@status=0; $(BIN)/minutes check --format markdown > build/problems.md || status=$$?; \
		$(BIN)/minutes changes --format summary -- "$(BASE)" > build/changes.md 2> build/refused.txt || status=$$?; \
		cat build/refused.txt >&2; grep -q "^# \|^No change" build/changes.md || cp build/refused.txt build/changes.md; \
		cat build/changes.md build/problems.md > build/summary.md; exit $$status

preview: .venv/site-ready ## Write the pages that differ from BASE into build/preview.html, for a browser
	@$(BIN)/minutes preview --base="$(BASE)" --out build/preview.html

test: .venv/test-ready lint ## Run every test (WORKERS=2)
	@$(BIN)/pytest $(PARALLEL)

test-quick: .venv/test-ready lint ## Run every test that needs neither a browser nor a built site
	@$(BIN)/pytest $(PARALLEL) --ignore=tests/site

lint: .venv/test-ready ## Check the code's form and types
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy

schema: .venv/site-ready ## Write schema/ and docs/guide/reference.md from the models
	@$(BIN)/minutes schema

words: .venv/site-ready ## Collect every message into macros/language/locale/messages.pot
	@$(BIN)/python words/make.py

examples: .venv/test-ready ## Write what a reader reads on each page of examples/ beside the data
	@PYTHONPATH=. $(BIN)/python tests/example_pages.py

score-guard: .venv/test-ready ## Score the personal-data guard on the labelled set
	@PYTHONPATH=. $(BIN)/python tests/score_guard.py

reading-age: .venv/test-ready ## Print how hard each page of the guide is to read (Flesch–Kincaid grade)
	@$(BIN)/python tests/reading_age.py

bench: .venv/test-ready ## Measure the build on invented archives
	@$(BIN)/python benchmarks/build.py

saving: .venv/test-ready ## Measure how long a saved file takes to be on the screen of make serve
	@$(BIN)/python benchmarks/saving.py

look: .venv/test-ready ## Picture and measure a page of each kind (RECORD=examples/full, SITE=site, KIND=tracker, ROUNDS=5)
	@$(BIN)/python benchmarks/look.py $(if $(RECORD),--record "$(RECORD)") $(if $(SITE),--site "$(SITE)") \
		$(if $(KIND),--kind "$(KIND)") $(if $(ROUNDS),--rounds $(ROUNDS))

finding: .venv/test-ready ## Measure finding in a browser on invented archives
	@$(BIN)/python benchmarks/finding.py

accessibility: .venv/test-ready ## Test the accessibility of this record's pages, and write down what was found
	@$(BIN)/python tests/site/record_accessibility.py

pictures: .venv/test-ready ## Take the pictures of the guide and the README again (needs chromium, soffice and pdftoppm)
	@$(BIN)/python pictures/make.py

lock: ## Write the lock files again (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--quiet --upgrade --custom-compile-command "make lock" -o requirements.txt
	uv pip compile pyproject.toml --extra pdf --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--quiet --upgrade --custom-compile-command "make lock" -c requirements.txt -o requirements-pdf.txt
	uv pip compile pyproject.toml --extra pdf --extra test --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --quiet --upgrade --custom-compile-command "make lock" -c requirements.txt -c requirements-pdf.txt \
		-o requirements-test.txt

clean: ## Remove what was built
	rm -rf build site

.venv/python-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; call make with PYTHON=python3.12, for example"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/site-ready: .venv/python-ready requirements.txt pyproject.toml
	@echo "Setting up .venv ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/pdf-ready: .venv/site-ready requirements-pdf.txt
	@echo "Adding what makes PDFs ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-pdf.txt
	@touch $@

.venv/test-ready: .venv/site-ready requirements-test.txt
	@echo "Adding what the tests need ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-test.txt
	@touch $@
